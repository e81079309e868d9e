"""Finds where a text says something, however its dashes and quotation marks are typed."""

from sanad.text.fold import fold
from sanad.text.spans import Span


def find_quote(text: str, quote: str) -> list[Span]:
    """Return every span of *text* that reads as *quote*, in order, none overlapping.

    As written if it stands there as written; else after folding, with runs of blanks made one.
    """
    wanted = quote.strip()
    if not wanted:
        return []
    exact = _occurrences(text, wanted)
    if exact:
        return [Span(start, start + len(wanted)) for start in exact]
    folded, offsets = _single_blanks(text)
    needle = _single_blanks(wanted)[0].strip()
    return [
        Span(offsets[start], offsets[start + len(needle) - 1] + 1)
        for start in (_occurrences(folded, needle) if needle else ())
    ]


def _occurrences(text: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + len(wanted))
    return found


def _single_blanks(text: str) -> tuple[str, list[int]]:
    folded = fold(text)
    chars: list[str] = []
    offsets: list[int] = []
    for char, offset in zip(folded.text, folded.offsets, strict=False):
        if char == " " and chars and chars[-1] == " ":
            continue
        chars.append(char)
        offsets.append(offset)
    return "".join(chars), offsets
