"""Brings files into a library: stored, recognised and indexed, batch by batch.

One bad file never stops its siblings, and what is done when the work is stopped stays done.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.errors import LibraryError, SanadError
from sanad.importers.registry import Document, files_under, read
from sanad.initiatives.extract import initiatives
from sanad.initiatives.payload import to_json
from sanad.library.articles import NewVersion
from sanad.library.records import ArticleId
from sanad.library.store import Library
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences
from sanad.text.titles import derived_title
from sanad.workspace.indexing import update_index

_log = logging.getLogger(__name__)

_BATCH = 200

Report = Callable[[int, int, str], bool]
"""Is told files done, files in all and the name of the file at hand; False asks to stop."""


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


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
        changed = (Outcome.ADDED, Outcome.UPDATED)
        return frozenset(
            row.article for row in self.rows if row.article is not None and row.outcome in changed
        )


def import_in_job(library_folder: Path, paths: Sequence[Path], report: Report) -> ImportReport:
    """Import *paths* in a process of its own, while the window holds the library open."""
    with Library.open_for_job(library_folder) as library:
        return import_files(library, paths, report)


def import_files(library: Library, paths: Sequence[Path], report: Report) -> ImportReport:
    """Import the files at and under *paths*, and bring the index up to date."""
    if library.read_only:
        raise LibraryError(
            f"Nothing was imported: the library “{library.name}” is open read-only."
        )
    found = list(_found(paths))
    # Read before the first file, since a broken installation must not look like broken files.
    recogniser = Recogniser(Gazetteer.load())
    rows: list[ImportRow] = []
    stopped = False
    remaining = iter(found)
    while not stopped and (batch := list(islice(remaining, _BATCH))):
        with library.articles.transaction():
            for file in batch:
                stopped = not report(len(rows), len(found), file.path.name)
                if stopped:
                    break
                rows.append(_import_file(library, recogniser, file))
        update_index(library)
    report(len(rows), len(found), "")
    return ImportReport(tuple(rows), stopped)


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    root: Path | None
    """The folder that was imported, when the file was found in one."""


def _found(paths: Iterable[Path]) -> Iterator[_Found]:
    for path in paths:
        root = path if path.is_dir() else None
        for file in files_under(path):
            yield _Found(file, root)


def _import_file(library: Library, recogniser: Recogniser, file: _Found) -> ImportRow:
    try:
        document = read(file.path)
        return _store(library, recogniser, file, document)
    except SanadError as error:
        return ImportRow(file.path, Outcome.SKIPPED, str(error))
    except Exception as error:  # noqa: BLE001 - the edge of one file: its siblings go on
        _log.exception("import of %s failed", file.path)
        reason = f"{file.path.name} could not be imported ({type(error).__name__}: {error})."
        return ImportRow(file.path, Outcome.FAILED, reason)


def _store(
    library: Library, recogniser: Recogniser, file: _Found, document: Document
) -> ImportRow:
    rendering = document.rendering
    text = rendering.text
    same = library.articles.same_article(
        metadata=document.metadata, path=file.path, content=document.content, root=file.root
    )
    if same.is_exact:
        article = library.articles.article(same.article)
        reason = f"The same text as “{article.title}” ({article.file_name})."
        return ImportRow(file.path, Outcome.DUPLICATE, reason, article.id, article.title)
    numbered = sentences(text)
    boilerplate = boilerplate_spans(text)
    mentions = recogniser.mentions(text, numbered, boilerplate)
    title = document.metadata.title
    article = library.articles.add(
        NewVersion(
            article=same.article,
            text=text,
            html=rendering.html,
            sentences=numbered,
            boilerplate=boilerplate,
            metadata=document.metadata,
            title=title or derived_title(text) or file.path.name,
            title_is_derived=title is None,
            path=file.path,
            root=file.root,
            content=document.content,
            imported_at=datetime.now(UTC),
        )
    )
    found = initiatives(text, numbered, mentions)
    library.articles.set_derived(
        article.id,
        mentions,
        [(one.id, one.name, one.kind, one.status, to_json(one)) for one in found],
    )
    outcome = Outcome.ADDED if same.article is None else Outcome.UPDATED
    return ImportRow(file.path, outcome, " ".join(document.notes), article.id, article.title)
