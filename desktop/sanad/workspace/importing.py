"""Brings files into a library: stored, recognised and indexed, batch by batch.

One bad file never stops its siblings, and what is done when the work is stopped stays done.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.errors import LibraryError, SanadError
from sanad.importers.registry import files_under, read
from sanad.library.articles import NewVersion, Same, Sameness
from sanad.library.import_log import Lost
from sanad.library.records import ArticleId, Metadata
from sanad.library.store import Library
from sanad.workspace.indexing import update_index
from sanad.workspace.preparing import Derived, derived_of, new_version

_log = logging.getLogger(__name__)

_BATCH = 50
"""Files a transaction: what a crash can lose, and what is read again after it."""

Report = Callable[[int, int, str], bool]
"""Is told files done, files in all and the name of the file at hand; False asks to stop."""


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


_STORED = (Outcome.ADDED, Outcome.UPDATED)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line of an import's report."""

    path: Path
    outcome: Outcome
    reason: str
    """One sentence; empty when there is nothing to add."""
    article: ArticleId | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file of one import, in the order in which they were read."""

    rows: tuple[ImportRow, ...]
    was_stopped: bool = False

    def count(self, outcome: Outcome) -> int:
        """Return how many files had *outcome*."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def articles(self) -> frozenset[ArticleId]:
        """The articles that are new or have a new version."""
        return frozenset(
            row.article for row in self.rows if row.article is not None and row.outcome in _STORED
        )


def import_in_job(library_folder: Path, paths: Sequence[Path], report: Report) -> ImportReport:
    """Import *paths* in a process of its own, while the window holds the library open."""
    with Library.open_for_job(library_folder) as library:
        return import_files(library, paths, report)


def import_files(library: Library, paths: Sequence[Path], report: Report) -> ImportReport:
    """Import the files at and under *paths*, and bring the index up to date."""
    if library.read_only:
        raise LibraryError(f"Nothing was imported: the library “{library.name}” is open read-only.")
    found = list(_found(paths))
    # Read before the first file, since a broken installation must not look like broken files.
    recogniser = Recogniser(Gazetteer.load())
    rows: list[ImportRow] = []
    stopped = False
    remaining = iter(found)
    while not stopped and (batch := list(islice(remaining, _BATCH))):
        ready: list[_Prepared | ImportRow] = []
        for file in batch:
            stopped = not report(len(rows) + len(ready), len(found), file.path.name)
            if stopped:
                break
            ready.append(_prepare(library, recogniser, file))
        try:
            rows += _store_together(library, ready)
        except LibraryError as error:  # a full disk, say: no other file would fare better
            if not any(row.outcome in _STORED for row in rows):
                raise
            left = (file.path for file in found[len(rows) :])
            rows += [ImportRow(path, Outcome.FAILED, str(error)) for path in left]
            break
    try:
        update_index(library)
    except LibraryError:
        raise
    except SanadError as error:  # the cache cannot be written; the next search tries again
        _log.warning("%s", error)
    report(len(rows), len(found), "")
    return ImportReport(tuple(rows), stopped)


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    root: Path | None
    """The folder that was imported, when the file was found in one."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    file: _Found
    version: NewVersion
    derived: Derived
    notes: tuple[str, ...]


def _found(paths: Iterable[Path]) -> Iterator[_Found]:
    for path in paths:
        for file in files_under(path):
            yield _Found(file, path if file != path else None)


def _prepare(library: Library, recogniser: Recogniser, file: _Found) -> _Prepared | ImportRow:
    """Do all the work on one file that needs no transaction."""
    try:
        document = read(file.path)
        same = _same(library, file, document.metadata, document.content)
        if same.is_exact and same.article is not None:
            return _duplicate(library, file, same.article)
        version = new_version(
            document, path=file.path, root=file.root, imported_at=datetime.now(UTC)
        )
        return _Prepared(file, version, derived_of(recogniser, version), document.notes)
    except SanadError as error:
        return ImportRow(file.path, Outcome.SKIPPED, str(error))
    except Exception as error:  # noqa: BLE001 - the edge of one file: its siblings go on
        _log.exception("import of %s failed", file.path)
        return _failed(file.path, error)


def _store_together(library: Library, ready: Sequence[_Prepared | ImportRow]) -> list[ImportRow]:
    """Store *ready* in one transaction; where a file spoils it, each in its own."""
    try:
        with library.articles.transaction():
            return [one if isinstance(one, ImportRow) else _store(library, one) for one in ready]
    except SanadError:
        raise
    except Exception as error:
        _log.exception("a batch could not be stored")
        if len(ready) > 1:
            return [row for one in ready for row in _store_together(library, [one])]
        one = ready[0]
        if isinstance(one, ImportRow):
            raise
        return [_failed(one.file.path, error)]


def _failed(path: Path, error: Exception) -> ImportRow:
    reason = f"{path.name} could not be imported ({type(error).__name__}: {error})."
    return ImportRow(path, Outcome.FAILED, reason)


def _store(library: Library, prepared: _Prepared) -> ImportRow:
    file, version = prepared.file, prepared.version
    # Asked again, since a file of the same batch may be the same article.
    same = _same(library, file, version.metadata, version.content)
    if same.is_exact and same.article is not None:
        return _duplicate(library, file, same.article)
    if same.article is None and (lost := library.articles.lost_as(version.content)) is not None:
        return _store_again(library, prepared, lost)
    article = library.articles.add(replace(version, article=same.article))
    library.articles.set_derived(article.id, *prepared.derived)
    outcome = Outcome.UPDATED if same.sameness is Sameness.VERSION else Outcome.ADDED
    notes = list(prepared.notes)
    if same.sameness is Sameness.REMOVED:
        notes.insert(0, "It had been removed and is back.")
    elif same.sameness is Sameness.VERSION:
        notes.insert(0, f"Version {article.version} of the article with the same {same.known_by}.")
    return ImportRow(file.path, outcome, " ".join(notes), article.id, article.title)


def _store_again(library: Library, prepared: _Prepared, lost: Lost) -> ImportRow:
    """Put a version that the library had lost, with its original, back in its place."""
    library.articles.store_again(lost, prepared.version)
    library.articles.restore(lost.article)
    article = library.articles.article(lost.article)
    if article.version == lost.version:
        library.articles.set_derived(article.id, *prepared.derived)
    notes = ("The library had lost it, and has it back.", *prepared.notes)
    return ImportRow(prepared.file.path, Outcome.ADDED, " ".join(notes), article.id, article.title)


def _same(library: Library, file: _Found, metadata: Metadata, content: bytes) -> Same:
    return library.articles.same_article(
        metadata=metadata, path=file.path, content=content, root=file.root
    )


def _duplicate(library: Library, file: _Found, id: ArticleId) -> ImportRow:
    article = library.articles.article(id)
    reason = f"The same text as “{article.title}” ({article.file_name})."
    return ImportRow(file.path, Outcome.DUPLICATE, reason, id, article.title)
