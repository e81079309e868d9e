"""Folding: one form for everything that a reader would call the same word.

Compatibility forms, case, accents, dashes, apostrophes, quotes and blanks; Arabic and Urdu letters
that differ only by keyboard, and their digits. Each character folds by itself, so that a slice
folds to a slice, and folding twice changes nothing.
"""

import unicodedata
from array import array
from collections.abc import Sequence
from typing import NamedTuple

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "'`\u00b4\u02b9\u02bc\u2018\u2019\u201a\u201b\u2032\uff07"
QUOTES = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\uff02'
DROPPED = (
    "\u00ad\u034f\u061c\u0640\u180e\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
)
"""Soft hyphen, joiners, direction marks, tatweel, variation selectors."""


class Folded(NamedTuple):
    """Folded text with the way back."""

    text: str
    offsets: Sequence[int]
    """For each folded character the offset of its original; then the original's length."""


def fold(text: str) -> Folded:
    """Return *text* folded, with an offset for every folded character."""
    folded_text = text.translate(_TABLE)
    offsets = array("q", range(len(text) + 1))
    if len(folded_text) != len(text) or not text.isascii():
        offsets = array(
            "q",
            (at for at, char in enumerate(text) for _ in _TABLE[ord(char)]),
        )
        offsets.append(len(text))
    return Folded(folded_text, offsets)


def folded(text: str) -> str:
    """Return *text* folded."""
    return text.translate(_TABLE)


class _Table(dict[int, str]):
    """What each character folds to, worked out when first met; as large as the bound at most."""

    _BOUND = 30_000

    def __missing__(self, code: int) -> str:
        form = _fixed_point(chr(code))
        if len(self) < self._BOUND:
            self[code] = form
        return form


def _fixed_point(char: str) -> str:
    form = _once(char)
    while (again := "".join(map(_once, form))) != form:
        form = again
    return form


def _once(char: str) -> str:
    if char in _GIVEN:
        return _GIVEN[char]
    if unicodedata.category(char) in ("Cc", "Cs"):
        return " " if char.isspace() else ""
    if char.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", char).casefold()
    return "".join(_letter(part) for part in parts if not _is_accent(part))


def _letter(char: str) -> str:
    if char in _GIVEN:
        return _GIVEN[char]
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)


def _is_accent(char: str) -> bool:
    """Whether *char* is a mark to drop; the vowel signs of Indic scripts and kana are not."""
    return (
        bool(unicodedata.combining(char))
        and not "\u0900" <= char <= "\u1aaf"
        and (not "\u3000" <= char <= "\u30ff")
    )


_GIVEN = {
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(APOSTROPHES, "'"),
    **dict.fromkeys(QUOTES, '"'),
    **dict.fromkeys(DROPPED, ""),
    **dict.fromkeys("\u200b\u2122\u2120", " "),
    **dict.fromkeys("\u064a\u0649\u0626\u06d0\u06cd", "\u06cc"),
    **dict.fromkeys("\u0643\u06aa", "\u06a9"),
    **dict.fromkeys("\u0647\u0629\u06c3\u06c2\u06c0\u06be\u06d5", "\u06c1"),
    **dict.fromkeys("\u0623\u0625\u0622\u0671", "\u0627"),
    "\u0624": "\u0648",
    "\u06ba": "\u0646",
    **dict.fromkeys("\u0621\u0674", ""),
    "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d",
    "\u00f0": "d", "\u00fe": "th", "\u0131": "i", "\u0127": "h", "\u0167": "t", "\u014b": "n",
    "\u2044": "/",
}  # fmt: skip
_TABLE = _Table()
