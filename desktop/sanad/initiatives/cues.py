"""The words that tell what happened to an initiative, as the table of cues lists them."""

import csv
from collections.abc import Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from sanad.assets import resource
from sanad.initiatives.clauses import Item
from sanad.initiatives.model import Statement


class Reported(NamedTuple):
    """A status that a sentence reports."""

    status: str
    statement: Statement
    cue: int
    rule: str
    strength: float
    """From 0 to 1; below 0.5 it counts only if nothing stronger is said."""


class Cue(NamedTuple):
    """A status, the sort of its cue, and how many words the cue has."""

    status: str
    sort: str
    words: int


@cache
def _cues() -> MappingProxyType[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    with resource("gazetteer/cues.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = tuple(row["phrase"].split())
            table.setdefault(words[0], []).append((words, row["status"], row["sort"]))
    return MappingProxyType(
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}
    )


def cue_at(items: Sequence[Item], index: int, sorts: frozenset[str]) -> Cue | None:
    """Return the longest cue of one of *sorts* that begins at item *index*, or None."""
    for words, status, sort in _cues().get(items[index].key, ()):
        if (
            sort in sorts
            and index + len(words) <= len(items)
            and all(items[index + k].key == word for k, word in enumerate(words))
        ):
            return Cue(status, sort, len(words))
    return None


ACT = frozenset({"act"})
