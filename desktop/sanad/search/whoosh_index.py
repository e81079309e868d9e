"""A library's index in Whoosh 2.7.4: written in batches, searched, and never trusted blindly.

The index is a cache. Whatever is wrong with it (a missing or changed file, a format of another
version, an error of the engine) makes its health bad: it then answers nothing, and the next batch
starts a new generation that the caller fills.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from sanad.library.records import ArticleId
from sanad.search.answering import Answerer
from sanad.search.engine import FileIndex, FileStorage, LockError, SegmentReader, SegmentWriter
from sanad.search.fields import analysed
from sanad.search.generations import (
    Generations,
    Manifest,
    check_files,
    read_manifest,
    write_manifest,
)
from sanad.search.protocol import (
    Alias,
    Answer,
    Batch,
    FacetValue,
    Health,
    IndexedArticle,
    IndexRefusedError,
    Related,
    Request,
    Stats,
    Suggestion,
)
from sanad.search.whoosh_reader import Segment, WhooshReader
from sanad.search.whoosh_schema import document_of, schema

T = TypeVar("T")

_log = logging.getLogger(__name__)
_WRITER_MEGABYTES = 128
_PATIENCE = 60.0
"""Seconds to wait for another writer."""
MAX_SEGMENTS = 10
"""More make searching slow: a rebuild is due."""


def open_index(folder: Path) -> "WhooshIndex":
    """Open the index in the private cache folder *folder*; an empty one when there is none."""
    return WhooshIndex(folder)


class WhooshIndex:
    """The index in one cache folder; answers from the state last read."""

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder)
        self._generation: Path | None = None
        self._manifest: Manifest | None = None
        self._segments: dict[str, Segment] = {}
        self._answerer: Answerer | None = None
        self._aliases: Sequence[Alias] = ()
        self._problem = ""
        self.refresh()

    # -- reading ------------------------------------------------------------------------------

    def refresh(self) -> bool:
        """Read what was committed since; whether anything had changed."""
        try:
            generation = self._generations.current()
            if generation is None:
                changed = self._answerer is None or self._generation is not None
                self._forget()
                self._answerer = Answerer(WhooshReader(()), self._aliases)
                return changed
            if generation == self._generation and self._manifest is not None:
                latest = read_manifest(generation)
                if latest.revision == self._manifest.revision and not self._problem:
                    return False
            with self._generations.locked():
                self._read(generation)
        except Exception as error:  # noqa: BLE001  (whatever Whoosh meets in a damaged file)
            self._fail(error)
        return True

    def search(self, request: Request) -> Answer:
        """Answer *request*; raises `IndexRefusedError` when the index cannot be trusted."""
        return self._asked(lambda answerer: answerer.search(request))

    def facets(self, request: Request) -> Mapping[str, Sequence[FacetValue]]:
        """Return the facets of *request* without its hits."""
        return self._asked(lambda answerer: answerer.search(request)).facets

    def suggest(self, prefix: str, limit: int = 10) -> list[Suggestion]:
        """Return completions of the last word of *prefix*, best first."""
        return self._asked(lambda answerer: answerer.suggest(prefix, limit))

    def related(self, article: IndexedArticle, limit: int = 10) -> list[Related]:
        """Return at most *limit* articles that share telling names and words with *article*."""
        return self._asked(lambda answerer: answerer.related(article, limit))

    def use_aliases(self, aliases: Sequence[Alias]) -> None:
        """Widen queries by *aliases* from now on."""
        self._aliases = aliases
        if self._answerer is not None:
            self._answerer.use_aliases(aliases)

    def warm(self) -> None:
        """Read now what the first search would read."""
        if self._answerer is not None:
            self._asked(lambda answerer: answerer.warm())

    def versions(self) -> dict[ArticleId, int]:
        """Return which version of each article is indexed; nothing when health is bad."""
        if self._answerer is None:
            return {}
        return {r.article: r.version for r in self._answerer.reader.records if r is not None}

    def stats(self) -> Stats:
        """Return how large the index is."""
        articles = len(self._answerer.reader.documents) if self._answerer else 0
        files = self._manifest.files.values() if self._manifest else ()
        return Stats(articles, len(self._segments), sum(mark.size for mark in files))

    def health(self) -> Health:
        """Return whether the index can be trusted."""
        return Health(not self._problem, self._problem)

    # -- writing ------------------------------------------------------------------------------

    def apply(self, batch: Batch) -> None:
        """Make *batch* searchable; all of it or, on an error, nothing.

        Raises `IndexRefusedError` for a batch that is not valid or a folder that cannot be
        written. When health is bad a new generation is begun, with this batch alone in it.
        """
        _check(batch)
        try:
            with self._generations.writing(_PATIENCE):
                self.refresh()
                if self._generation is None or self._problem:
                    self._begin(batch)
                else:
                    self._continue(self._generation, batch)
        except (OSError, LockError) as error:
            raise IndexRefusedError(f"The search index could not be written: {error}") from error
        self.refresh()

    def rebuild(self, batches: Iterable[Batch]) -> None:
        """Write *batches* into a new generation and switch to it when all is done.

        The old one answers meanwhile and stays when anything fails.
        """
        try:
            with self._generations.writing(_PATIENCE):
                generation, manifest = self._generations.create(), None
                FileStorage(str(generation)).create_index(schema())
                for batch in batches:
                    _check(batch)
                    manifest = self._commit(generation, manifest, batch, ())
                if manifest is None:
                    write_manifest(generation, None)
                self._generations.switch(generation)
        except (OSError, LockError) as error:
            raise IndexRefusedError(f"The search index could not be rebuilt: {error}") from error
        self.refresh()

    def close(self) -> None:
        """Release the files."""
        self._forget()
        self._answerer = None

    def _begin(self, batch: Batch) -> None:
        """Write *batch* into a new generation."""
        generation = self._generations.create()
        FileStorage(str(generation)).create_index(schema())
        self._commit(generation, None, batch, ())
        self._forget()
        self._generations.switch(generation)

    def _continue(self, generation: Path, batch: Batch) -> None:
        """Add *batch* to the current generation."""
        assert self._answerer is not None  # there is no problem, so there is a state
        changed = {*batch.delete, *(article.id for article in batch.put)}
        records = self._answerer.reader.records
        replaced = [n for n, r in enumerate(records) if r is not None and r.article in changed]
        if replaced or batch.put:
            self._commit(generation, self._manifest, batch, replaced)

    def _commit(
        self, generation: Path, known: Manifest | None, batch: Batch, replaced: Sequence[int]
    ) -> Manifest:
        """Write the articles of *batch*, delete the documents *replaced*, and record the files.

        Anything that goes wrong before the commit leaves the generation as it was.
        """
        storage = FileStorage(str(generation))
        writer = storage.open_index().writer(timeout=_PATIENCE, limitmb=_WRITER_MEGABYTES)
        try:
            expected = list(self._segments) if replaced else None
            if expected is not None and expected != [s.segment_id() for s in writer.segments]:
                raise IndexRefusedError("The search index was changed by another program.")
            for document in replaced:
                writer.delete_document(document)
            for article in batch.put:
                writer.add_document(**document_of(article, analysed(article)))
        except BaseException:
            _cancel(writer)
            raise
        with self._generations.locked():
            # Merging is never worth its time here: a rebuild is as fast and starts clean.
            writer.commit(merge=False)
            storage.close()
            return write_manifest(generation, known)

    # -- state --------------------------------------------------------------------------------

    def _read(self, generation: Path) -> None:
        """Check and open the newest state of *generation*. Called with the lock held."""
        manifest = read_manifest(generation)
        known = self._manifest if generation == self._generation and not self._problem else None
        check_files(generation, manifest, known.files if known else ())
        storage = FileStorage(str(generation))
        toc = FileIndex(storage)._read_toc()
        kept = self._segments if known else {}
        segments = {}
        for about in toc.segments:
            name = str(about.segment_id())
            if name in kept:
                segments[name] = kept.pop(name)
            else:
                segments[name] = Segment(SegmentReader(storage, toc.schema, about))
        deleted = [list(about.deleted_docs()) for about in toc.segments]
        self._forget()
        self._generation, self._manifest, self._segments = generation, manifest, segments
        reader = WhooshReader(list(zip(segments.values(), deleted, strict=True)))
        self._answerer = Answerer(reader, self._aliases)
        self._problem = ""

    def _forget(self) -> None:
        """Release the segments that are no longer used."""
        for segment in self._segments.values():
            segment.close()
        self._segments = {}
        self._generation = self._manifest = None

    def _fail(self, error: Exception) -> None:
        """Trust the index no more."""
        _log.info("The search index is not used: %s", error, exc_info=error)
        self._problem = str(error) or type(error).__name__
        self._answerer = None
        self._forget()

    def _asked(self, ask: Callable[[Answerer], T]) -> T:
        if self._answerer is None:
            raise IndexRefusedError(f"The search index must be rebuilt: {self._problem}.")
        try:
            return ask(self._answerer)
        except Exception as error:
            self._fail(error)
            raise IndexRefusedError("The search index is damaged and must be rebuilt.") from error


def _check(batch: Batch) -> None:
    """Raise `IndexRefusedError` unless every value of *batch* can be written."""
    ids = [article.id for article in batch.put]
    if len(set(ids)) < len(ids):
        raise IndexRefusedError("A batch may hold an article once only; nothing was indexed.")
    for article in batch.put:
        texts = [article.title, article.text, article.file_name]
        texts += [text for text in (article.source, article.date) if text is not None]
        texts += [text for m in article.mentions for text in (m.name, m.surface, m.entity)]
        try:
            for text in texts:
                text.encode()
        except (AttributeError, UnicodeEncodeError) as error:
            raise IndexRefusedError(
                f"Article {article.id} holds a value that is no text; nothing was indexed."
            ) from error


def _cancel(writer: SegmentWriter) -> None:
    """Give up what *writer* wrote and free its lock, in whatever state an error left it."""
    try:
        writer.cancel()
    except Exception:  # noqa: BLE001  (the error that led here is the one to raise)
        _log.debug("Cancelling a writer failed", exc_info=True)
        if writer.writelock is not None:
            writer.writelock.release()
