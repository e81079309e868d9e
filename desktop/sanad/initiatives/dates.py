"""Dates that a sentence states in full enough to record: with a year, never a relative one."""

from collections.abc import Sequence
from typing import NamedTuple

from sanad.initiatives.clauses import Item, is_initiative

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january:jan",
            "february:feb",
            "march:mar",
            "april:apr",
            "may",
            "june:jun",
            "july:jul",
            "august:aug",
            "september:sept:sep",
            "october:oct",
            "november:nov",
            "december:dec",
        ],
        start=1,
    )
    for name in names.split(":")
}
_BEFORE_YEARS = frozenset(
    {"in", "for", "during", "early", "late", "mid", "of", "year", "around", "since", "from"}
)
_GOALS = frozenset(
    {"by", "until", "till", "since", "from", "between", "to", "through", "of", "than"}
)
_PARTS_OF_YEAR = frozenset(
    {"quarter", "half", "end", "beginning", "start", "middle", "spring", "summer", "autumn"}
)
_SINCE = frozenset(
    {
        ("from", "dates"),
        ("from", "dating"),
        *(("since", word) for word in ("operational", "force", "running", "effect", "place")),
        *(("since", word) for word in ("operation", "operating", "existed", "active")),
    }
)
_LEADING_WORDS = 7
_REACH = 17


class Date(NamedTuple):
    """A date at items *first* to before *end*."""

    first: int
    end: int
    value: str
    """``2018``, ``2022-05`` or ``2022-05-12``."""


def dates_of(items: Sequence[Item]) -> list[Date]:
    """Return the dates with a year in order; those that are goals (``by 2030``) are left out."""
    found: list[Date] = []
    index = 0
    while index < len(items):
        date = _date_at(items, index)
        if date is None:
            index += 1
            continue
        before = items[index - 1].key if index else ""
        after = items[date.end].key if date.end < len(items) else ""
        is_part = before == "of" and index > 1 and items[index - 2].key in _PARTS_OF_YEAR
        is_part |= index > 1 and (before, items[index - 2].key) in _SINCE
        if not (before in _GOALS and not is_part and "-" not in date.value) and after not in {
            "-",
            "\u2013",
        }:
            found.append(date)
        index = date.end
    return found


def _date_at(items: Sequence[Item], index: int) -> Date | None:
    def key(offset: int) -> str:
        place = index + offset
        return items[place].key if place < len(items) else ""

    def after(offset: int) -> int:
        return offset + 1 if key(offset) == "," else offset

    first = key(0)
    if _day(first) and key(1) in _MONTHS:
        month = _MONTHS[key(1)]
        year = after(2)
        if _is_year(key(year)):
            return Date(index, index + year + 1, f"{key(year)}-{month:02}-{_day(first):02}")
        return None
    if first in _MONTHS:
        month = _MONTHS[first]
        if key(1) == "." and _day(key(2)) and _is_year(key(3 + (key(3) == ","))):
            last = 3 + (key(3) == ",")
            return Date(index, index + last + 1, f"{key(last)}-{month:02}-{_day(key(2)):02}")
        if key(1) == "." and _is_year(key(2)):
            return Date(index, index + 3, f"{key(2)}-{month:02}")
        if _is_year(key(1)):
            return Date(index, index + 2, f"{key(1)}-{month:02}")
        year = after(2)
        if _day(key(1)) and _is_year(key(year)):
            return Date(index, index + year + 1, f"{key(year)}-{month:02}-{_day(key(1)):02}")
        if key(1) == "of" and _is_year(key(2)):
            return Date(index, index + 3, f"{key(2)}-{month:02}")
        return None
    if _is_year(first) and key(1) not in {"per", "%", "people"}:
        before = items[index - 1].key if index else ""
        if before in _BEFORE_YEARS:
            return Date(index, index + 1, first)
    return None


def _day(key: str) -> int:
    digits = key[:-2] if key[-2:] in {"st", "nd", "rd", "th"} else key
    return int(digits) if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit() and "1950" <= key <= "2060"


def date_for(items: Sequence[Item], dates: Sequence[Date], cue: int, name: int) -> str | None:
    """Return the date that belongs to a status cue and the name it speaks of, or None.

    It stands behind both within the clause, between them, or opens the sentence.
    """
    low, high = min(cue, name), max(cue, name)
    if items[cue].key in {"at", "during"}:  # "launched on 12 May 2022 at the summit"
        for date in dates:
            if date.end == cue:
                return date.value
    for date in dates:
        if date.end in {low, low - 1} and date.first > 3:  # "on 7 March 2024 approved the …"
            return date.value
        if low < date.first < high and not _is_broken(items, low + 1, date.first, name):
            return date.value
        if high < date.first <= high + _REACH and not _is_broken(items, high + 1, date.first, name):
            return date.value
    for date in dates:
        if (
            date.first <= 3
            and date.end <= _LEADING_WORDS
            and date.end <= low <= date.end + _REACH
            and not any(is_initiative(item) for item in items[date.end : low])
        ):
            return date.value
    return None


def _is_broken(items: Sequence[Item], first: int, end: int, name: int) -> bool:
    """Whether another initiative or another clause stands between."""
    mine = items[name].mention
    if items[end - 2].key == "and" and items[end - 1].key in {"in", "on"} and first < end - 2:
        after = next((k for k in range(end, len(items)) if not items[k].key[0].isdigit()), end)
        if items[after].key in {"it", "they", "the", ",", "PLACE", "ORG"}:
            return True
    for item in items[first:end]:
        if item.key in {"takes", "comes", "enters", "expires", "begins", "starts"}:
            return True
        if item.key in {";", "\u2014", "while", "whereas", "after", "when", "but", "who"}:
            return True
        if is_initiative(item) and (
            mine is None or item.mention is None or (item.mention.entity != mine.entity)
        ):
            return True
    return False
