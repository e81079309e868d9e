"""Which characters canonical text may hold.

Out are controls, lone surrogates, non-characters and the marks that Qt's documents use for their
own structure: each would shift the offsets of the shown text, or show as a box.
"""

import re
import unicodedata

NO_BREAK_SPACE = "\u00a0"
"""Kept in the HTML, where it holds a line together; a plain blank in canonical text, as in Qt."""

PLACEHOLDER = "\u200b"
"""A zero-width space stands where Qt's document needs a paragraph and the article has none."""

LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

_FORBIDDEN = "\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff" + (
    "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
)
_NO_BREAK = "\u00a0\u2007\u202f"
_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
ODD = re.compile(f"[{_FORBIDDEN}{_SPACES}{_NO_BREAK}]{{2,}}|[{_FORBIDDEN}{_SPACES[1:]}{_NO_BREAK}]")
"""What `replacement` must replace within a line; all other text stays as it is."""

_ALL_SPACES = frozenset(map(chr, range(0x2000, 0x200B))) | set(" \t\xa0\u1680\u202f\u205f\u3000")
_BLANKS = re.compile(" {2,}")
_WESTERN = {
    chr(code): bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)
}


def replacement(odd: str) -> str:
    """Return what stands for a match of `ODD`; never longer, and mostly a blank or nothing.

    A C1 control is read as Windows-1252, as browsers do: such text was decoded wrongly once.
    """
    if len(odd) == 1 and odd in _NO_BREAK:
        return NO_BREAK_SPACE
    return _BLANKS.sub(" ", "".join(map(_shown, odd)))


def _shown(char: str) -> str:
    if char in _WESTERN:
        return _WESTERN[char]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return " " if char in _ALL_SPACES else ""


def cleaned(line: str) -> str:
    """Return *line* with every odd character replaced and runs of blanks made one."""
    return ODD.sub(lambda match: replacement(match.group()), line)


def cleaned_code(line: str) -> str:
    """Return *line* with odd characters replaced one by one, so that columns stay."""
    return ODD.sub(lambda match: "".join(map(_shown, match.group())), line)


def is_blank(text: str) -> bool:
    """Whether nothing in *text* can be seen."""
    return not text.strip(" \n\t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False
