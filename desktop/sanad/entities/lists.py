"""Lone unknown names in a list with others: ``from Labasa, Ba and the Lau Islands``."""

from sanad.entities.reading import Candidate, Reading
from sanad.entities.rules import CONFIDENCE, SHOWN_FROM
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_LONE = frozenset({"unknown single name", "preposition and name", "unknown brand"})
_WIDEST_LINK = 3
_LOCATIVES = word_set("in from across to at near between outside around through via")
_ACTING = word_set(
    "said say says had have offer offers plan agreed signed compete sell sells built"
)
_THEY = word_set("they it their its asked cut raised")


def alike_in_lists(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Return *found* with the lone names of a list read as what its sure names are.

    A list of nothing but lone names is one of companies where it acts as companies do.
    """
    result = list(found)
    first = 0
    while first < len(found):
        last = first
        while last + 1 < len(found) and _are_listed(reading, found[last], found[last + 1]):
            last += 1
        if last > first:
            _level(reading, result, first, last + 1)
        first = last + 1
    return result


def _are_listed(reading: Reading, before: Candidate, after: Candidate) -> bool:
    """Whether only a comma, ``and`` and an article stand between two names."""
    if not 1 <= after.first - before.end <= _WIDEST_LINK:
        return False
    between = [reading.key(k) for k in range(before.end, after.first)]
    return between in (
        [","],
        ["and"],
        [",", "and"],
        ["and", "the"],
        [",", "the"],
        [",", "and", "the"],
    )


def _level(reading: Reading, result: list[Candidate], first: int, end: int) -> None:
    listed = result[first:end]
    lone = [k for k in range(first, end) if result[k].rule in _LONE]
    if not lone or reading.words.in_heading[listed[0].first]:
        return
    has_and = any(reading.key(k) == "and" for k in range(listed[0].end, listed[-1].first))
    sure = {c.kind for c in listed if CONFIDENCE[c.rule] >= SHOWN_FROM and c.rule != "demonym"}
    kind: EntityKind | None = None
    if not has_and:
        return
    if sure == {EntityKind.PLACE} and reading.key(listed[0].first - 1) in _LOCATIVES:
        kind = EntityKind.PLACE
    elif sure == {EntityKind.ORGANISATION} or (
        not sure and len(lone) == len(listed) and _act_as_companies(reading, listed)
    ):
        kind = EntityKind.ORGANISATION
    if kind is None:
        return
    rule = "beside a place" if kind is EntityKind.PLACE else "beside an organisation"
    for k in lone:
        result[k] = result[k]._replace(kind=kind, rule=rule)


def _act_as_companies(reading: Reading, listed: list[Candidate]) -> bool:
    if any(c.rule == "unknown brand" for c in listed):
        return True
    end = listed[-1].end
    if reading.key(end) not in _ACTING:
        return False
    return len(listed) > 2 or reading.key(end + 1) in _THEY
