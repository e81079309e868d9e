"""Reads versions again that are in ``imports.jsonl`` and not in the database.

That is a batch whose process was killed between the two, or the whole library when its
``articles.db`` was lost or damaged.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from sanad.errors import SanadError
from sanad.library.articles import ArticleStore, NewVersion
from sanad.library.import_log import Lost
from sanad.library.records import ArticleId, InitiativeId, Mention

Derived = tuple[Sequence[Mention], Sequence[tuple[InitiativeId, str, str, str, str]]]
"""What `ArticleStore.set_derived` takes."""
Reader = Callable[[Path, Lost], NewVersion]
"""Reads the original at a path, which has no ending, as the file that `Lost` describes."""

_BATCH: Final = 50


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What was read again."""

    articles: frozenset[ArticleId]
    notes: tuple[str, ...]
    """What could not be read, a sentence each; it is tried again the next time."""


def catch_up(
    articles: ArticleStore,
    read: Reader,
    recognise: Callable[[NewVersion], Derived] | None = None,
    report: Callable[[int, int, str], bool] = lambda *_: True,
) -> CaughtUp:
    """Read all lost versions with *read* and store them under their old ids and numbers.

    What *recognise* finds in a newest version is stored with it, so that a crash cannot come
    between. *report* is told versions done, versions in all and a name; False asks to stop.
    """
    notes: list[str] = []
    stored: set[ArticleId] = set()
    waiting = articles.lost()
    remaining = iter(waiting)
    done = 0
    while (batch := list(islice(remaining, _BATCH))) and report(done, len(waiting), ""):
        versions = [
            (lost, new, recognise(new) if recognise else None)
            for lost, new in _read(articles, read, batch, notes)
        ]
        with articles.transaction():
            for lost, new, derived in versions:
                articles.store_again(lost, new)
                if derived is not None and articles.article(lost.article).version == lost.version:
                    articles.set_derived(lost.article, *derived)
                stored.add(lost.article)
        done += len(batch)
    return CaughtUp(frozenset(stored), tuple(notes))


def _read(
    articles: ArticleStore, read: Reader, batch: Iterable[Lost], notes: list[str]
) -> Iterable[tuple[Lost, NewVersion]]:
    for lost in batch:
        try:
            yield lost, read(articles.lost_original(lost), lost)
        except SanadError as error:
            notes.append(f"{lost.file_name} could not be read again: {error}")
