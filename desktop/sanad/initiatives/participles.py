"""Statuses told by a clause hung on the name: ``Adopted in 2020, the X``, ``X, due to open``."""

from collections.abc import Sequence

from sanad.entities.slug import word_set
from sanad.initiatives.clauses import Item, is_initiative
from sanad.initiatives.cues import ACT, Reported, cue_at
from sanad.initiatives.model import Statement

_ADVERBS = word_set(
    "first originally initially formally officially finally recently newly jointly unanimously "
    "provisionally only just already"
)
_SELF = frozenset({"self"})
_PASSIVE = word_set("was were been being")
_BETWEEN_ACTS = _ADVERBS | _PASSIVE | word_set("then later has have and had")
_DUE = word_set("due set scheduled slated expected planned")
_SKIPPED = word_set("the a an its their this new national 's government country")
_NOT_SUBJECT = word_set(
    "is was were are will has have had would could should may might can to of in on by for with "
    "not never also aims seeks said says"
)
_LONGEST_OPENING = 14
_LONGEST_SUBJECT = 6


def opened_with(items: Sequence[Item], name: int) -> Reported | None:
    """Read ``Adopted in June 2020, the X sets goals`` and ``First announced in 2017, the X``."""
    start = 1 if items[0].key in _ADVERBS and len(items) > 1 else 0
    if not 2 <= name <= _LONGEST_OPENING or items[start].mention is not None:
        return None
    cue = cue_at(items, start, ACT)
    if cue is None or not items[start].key.endswith(("ed", "n", "d", "t", "p")):
        return None
    comma = name - 1
    while comma > start and items[comma].key != ",":
        if items[comma].key not in _SKIPPED and items[comma].mention is None:
            return None
        comma -= 1
    if comma == start or any(is_initiative(item) for item in items[start:comma]):
        return None
    if items[start + cue.words].key in {"the", "a", "an"}:
        return None
    return Reported(cue.status, Statement.DONE, start, "opens the sentence", 0.9)


def relative_clause(items: Sequence[Item], name: int) -> Reported | None:
    """Read ``X, which Cabinet approved in March`` and ``X that the two sides signed``."""
    index = name + 1
    if index < len(items) and items[index].key == ",":
        index += 1
    if index + 2 >= len(items) or items[index].key not in {"which", "that"}:
        return None
    first = index + 1
    for k in range(first, min(len(items), first + _LONGEST_SUBJECT)):
        key = items[k].key
        if key in _NOT_SUBJECT or (k == first and key in {",", ".", ";", "(", "and"}):
            return None
        cue = cue_at(items, k, ACT)
        if cue is None or k == first:
            continue
        after = items[k + cue.words].key if k + cue.words < len(items) else "."
        if after in {"the", "a", "an", "its", "their", "that"} or not items[k].key.endswith("d"):
            return None
        return Reported(cue.status, Statement.DONE, k, "relative clause", 0.88)
    return None


def and_then(items: Sequence[Item], name: int, cue: int) -> Reported | None:
    """Read the second half of ``X was signed in 2014 and entered into force in 2016``."""
    if cue < name:
        return None
    for index in range(cue + 1, min(len(items), cue + _LONGEST_OPENING)):
        if is_initiative(items[index]) or items[index].key in {";", "."}:
            return None
        if items[index].key not in {"and", "before", ","}:
            continue
        then, is_passive = index + 1, False
        while then < len(items) and items[then].key in _BETWEEN_ACTS:
            is_passive |= items[then].key in _PASSIVE
            then += 1
        if then >= len(items):
            return None
        second = cue_at(items, then, _SELF)
        if second is not None and second.status == "launched":
            return Reported("launched", Statement.DONE, then, "second act", 0.8)
        second = cue_at(items, then, ACT) if is_passive else None
        if second is not None and second.status in {"approved", "agreed", "launched", "cancelled"}:
            return Reported(second.status, Statement.DONE, then, "second act", 0.8)
    return None


def due_behind(items: Sequence[Item], name: int) -> Reported | None:
    """Read ``X, due to open in 2026`` and ``X, scheduled for June 2027``."""
    index = name + 1
    if index + 2 >= len(items) or items[index].key != ",":
        return None
    if items[index + 1].key in _DUE and items[index + 2].key in {"to", "for", "in", "by"}:
        return Reported("planned", Statement.PLANNED, index + 1, "due", 0.9)
    return None
