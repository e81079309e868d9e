"""Dates as precisely as stated: a year, a month or a day, and ranges of them."""

import re
from calendar import monthrange
from datetime import date

from sanad.search.tree import DateRange, Undated
from sanad.text.fold import folded

_DATE = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_RANGE = re.compile(rf"({_DATE})|({_DATE})?\.{{2,3}}({_DATE})?", re.ASCII)


def read_range(text: str) -> DateRange | Undated | None:
    """Read ``2025``, ``2024..2025-06``, ``2024..``, ``..2025-06-30`` or ``unknown``; else None."""
    typed = folded(text).strip()
    if typed in ("unknown", "undated", "none"):
        return Undated()
    found = _RANGE.fullmatch(typed)
    if found is None:
        return None
    alone, first, last = found.groups()
    if alone is not None:
        first = last = alone
    if first is None and last is None:
        return None
    ends = [None if end is None else _normal(end) for end in (first, last)]
    if "" in ends:
        return None
    low, high = ends
    if low and high and earliest(low) > latest(high):
        return None
    return DateRange(low, high)


def _normal(text: str) -> str:
    """Return *text* with two-digit month and day; empty when there is no such day."""
    parts = [int(part) for part in text.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return ""
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def earliest(stated: str) -> str:
    """Return the first day *stated* can mean, such as ``2025-06-01`` for ``2025-06``."""
    return (stated + "-01-01"[len(stated) - 4 :])[:10]


def latest(stated: str) -> str:
    """Return the last day *stated* can mean, such as ``2025-06-30`` for ``2025-06``."""
    match len(stated):
        case 4:
            return f"{stated}-12-31"
        case 7:
            return f"{stated}-{monthrange(int(stated[:4]), int(stated[5:]))[1]:02}"
        case _:
            return stated[:10]


def is_within(stated: str | None, asked: DateRange) -> bool:
    """Whether all of the date *stated* lies in the range *asked*; False when none is stated."""
    if not stated:
        return False
    return (asked.first is None or earliest(stated) >= earliest(asked.first)) and (
        asked.last is None or latest(stated) <= latest(asked.last)
    )
