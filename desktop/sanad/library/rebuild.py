"""Reads versions again that are in ``imports.jsonl`` and not in the database.

That is a batch whose process was killed between the two, or the whole library when its
``articles.db`` was lost or damaged.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from sanad.errors import SanadError
from sanad.library.articles import ArticleStore, NewVersion
from sanad.library.import_log import Lost
from sanad.library.records import ArticleId

Reader = Callable[[Path, Lost], NewVersion]
"""Reads the original at a path, which has no ending, as the file that `Lost` describes."""

_BATCH: Final = 50


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What was read again."""

    articles: frozenset[ArticleId]
    """Their mentions and initiatives have to be recognised again."""
    notes: tuple[str, ...]
    """What could not be read, a sentence each; it is tried again the next time."""


def catch_up(articles: ArticleStore, read: Reader) -> CaughtUp:
    """Read all lost versions with *read* and store them under their old ids and numbers."""
    notes: list[str] = []
    stored: set[ArticleId] = set()
    remaining = iter(articles.lost())
    while batch := list(islice(remaining, _BATCH)):
        versions = list(_read(articles, read, batch, notes))
        with articles.transaction():
            for lost, new in versions:
                articles.store_again(lost, new)
                stored.add(lost.article)
    return CaughtUp(frozenset(stored), tuple(notes))


def _read(
    articles: ArticleStore, read: Reader, batch: Iterable[Lost], notes: list[str]
) -> Iterable[tuple[Lost, NewVersion]]:
    for lost in batch:
        try:
            yield lost, read(articles.lost_original(lost), lost)
        except SanadError as error:
            notes.append(f"{lost.file_name} could not be read again: {error}")
