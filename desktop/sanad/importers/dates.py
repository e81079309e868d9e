"""Dates as people write them, kept as precise as they are stated, and never guessed."""

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_ISO: Final = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[t ]\s*\d{1,2}:\d{2}.*)?)?)?", re.ASCII
)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTH_FIRST: Final = re.compile(
    r"([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,?)?,?\s+(\d{4})", re.ASCII
)
_DAY_FIRST: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})", re.ASCII
)
_WEEKDAY: Final = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+"
)


def stated_date(text: str) -> str | None:
    """Return the date in *text* as ``2025``, ``2025-06`` or ``2025-06-30``; None when unclear.

    ``03/04/2025`` is unclear: day and month cannot be told apart.
    """
    text = _WEEKDAY.sub("", text.strip().casefold(), count=1)
    for pattern in (_ISO, _COMPACT):
        if found := pattern.fullmatch(text):
            return _joined(*found.groups())
    if found := _MONTH_FIRST.fullmatch(text):
        name, day, year = found.groups()
        return _named(year, name, day)
    if found := _DAY_FIRST.fullmatch(text):
        day, name, year = found.groups()
        return _named(year, name, day)
    return None


def _named(year: str, name: str, day: str | None) -> str | None:
    # "sept" is usual too; three letters tell the months apart.
    months = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return _joined(year, str(months[0]), day) if len(months) == 1 else None


def _joined(year: str, month: str | None = None, day: str | None = None) -> str | None:
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if checked.year < 1000:
        return None
    precision = 4 + 3 * (month is not None) + 3 * (day is not None)
    return checked.isoformat()[:precision]
