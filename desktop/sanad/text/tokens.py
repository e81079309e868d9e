"""The words of a text as the index and the recogniser see them.

A *term* is a folded word; its *position* counts words from 0. Words that may be written in several
ways have extra terms at their first position, so that each way finds the others:

* a hyphen compound is its parts, and joined: ``long-standing`` is ``long`` 0, ``standing`` 1,
  ``longstanding`` 0; a fiscal year likewise: ``FY2025`` is ``fy`` 0, ``2025`` 1, ``fy2025`` 0;
* an acronym written in capitals, dotted or not, also has a term that keeps its capitals: ``IT`` is
  ``it`` and ``IT``, ``SMEs`` is ``smes`` and ``SME``. No other term holds capitals, so whoever
  looks for ``IT`` never meets the pronoun. A line all in capitals has none, nor have digits.
* ``U.A.E.`` is ``uae`` and ``UAE``; but ``U.S.`` is ``u.s`` and ``US``, never the word ``us``.

A possessive ``'s`` is dropped, other apostrophes close up. ``5G``, ``G20``, ``2.5`` stay whole, and
``2,000`` is ``2000``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sanad.text.fold import DROPPED, folded


class Token(NamedTuple):
    """A term at a position of the text, and the characters it stands for."""

    position: int
    term: str
    start: int
    end: int
    joined: bool
    """Whether the term covers several positions, of which ``position`` is the first."""


def tokens(text: str) -> list[Token]:
    """Return the tokens of *text* by position; at one position the plain word comes first."""
    found: list[Token] = []
    done = 0
    for line in _SHOUTED.finditer(text) if _SHOUT.search(text) else ():
        if line.group().isupper():
            _append(found, text, done, line.start())
            before = len(found)
            _append(found, text, line.start(), line.end())
            found[before:] = [token for token in found[before:] if not is_acronym(token.term)]
            done = line.end()
    _append(found, text, done, len(text))
    return found


def is_acronym(term: str) -> bool:
    """Whether *term* is the form of an acronym that keeps its capitals."""
    return term != term.lower()


_Form = tuple[int, str, int, int, bool]
"""Steps from the surface's position, term, start and end within the surface, joined."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e" + DROPPED
)
_DASH = "-\u2010\u2011\u2012\u2013\u2043\u2212\ufe58\ufe63\uff0d"
_QUOTE = "'\u2018\u2019\u201b\u02bc\u2032\uff07`\u00b4"
_SURFACE = re.compile(
    rf"\w[\w{_MARKS}]*(?:(?:[.&{_DASH}{_QUOTE}]|(?<=\d),(?=\d\d\d))\w[\w{_MARKS}]*)*\.?"
)
_RAISED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
_WORD = rf"[^\W_{_RAISED}](?:[^\W_{_RAISED}]|[{_MARKS}])*"
_PART = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\d.])\d+\.\d+(?!\.?\w)"
    rf"|{_WORD}(?:[{_QUOTE}]{_WORD})*"
)
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?")
_POSSESSIVE = re.compile(r"'s$")
_FISCAL = re.compile(r"((?:[qh][1-4])?fy)(\d{2,4})")
_ACRONYM = re.compile(r"([A-Z]{2,8})(?:s|['\u2019]s)?")
_SHOUT = re.compile(r"[A-Z]{7}")
_SHOUTED = re.compile(r"[^\n]*[A-Z]{7}[^\n]*")
"""A line that may be a sentence in capitals: a word is too long for an acronym."""
_HYPHENS = re.compile(rf"[{_DASH}]")
_LONGEST_TERM = 64

_WORDS_LIKE_ACRONYMS = frozenset((
    "us", "it", "he", "she", "we", "me", "am", "is", "as", "at", "an", "be", "by", "do", "go", "if",
    "in", "no", "of", "on", "or", "so", "to", "up", "my", "who", "may", "can", "will", "are", "and",
    "has", "had", "was", "his", "her", "its", "all", "any", "for", "not", "but",
))  # fmt: skip


def _append(found: list[Token], text: str, start: int, end: int) -> None:
    """Append the tokens of a stretch of *text*, which borders on no word outside it."""
    append, new, cls = found.append, tuple.__new__, Token
    position = found[-1].position + 1 if found else 0
    for match in _SURFACE.finditer(text, start, end):
        at = match.start()
        width, term, first, last, more = _analysed(match.group())
        if width:
            append(new(cls, (position, term, at + first, at + last, False)))
            for step, term, first, last, joined in more:
                append(new(cls, (position + step, term, at + first, at + last, joined)))
            position += width


@lru_cache(maxsize=32_768)
def _analysed(surface: str) -> tuple[int, str, int, int, list[_Form]]:
    """Return how many positions a surface takes, its first term with offsets, and the rest."""
    forms = sorted(_forms(surface), key=lambda form: (form[0], form[4]))
    if not forms:
        return 0, "", 0, 0, []
    _, term, start, end, _ = forms[0]
    return forms[-1][0] + 1, term, start, end, forms[1:]


def _forms(surface: str) -> Iterator[_Form]:
    if len(surface) > 3 and _DOTTED.fullmatch(surface):
        yield from _dotted(surface)
        return
    parts = [
        (term, match.start(), match.end())
        for match in _PART.finditer(surface)
        for term in (_term(match.group()),)
        if term
    ]
    step = 0
    for term, start, end in parts:
        year = _FISCAL.fullmatch(term)
        if year:
            middle = start + year.end(1)
            yield step, year[1], start, middle, False
            yield step, term, start, end, True
            step += 1
            yield step, year[2], middle, end, False
        else:
            yield step, term, start, end, False
            acronym = _ACRONYM.fullmatch(surface, start, end)
            if acronym:
                yield step, acronym[1], start, end, False
        step += 1
    yield from _joined(surface, parts)


def _term(part: str) -> str:
    form = folded(part)
    if form[0].isdigit() and "," in form:
        return form.replace(",", "")
    return _POSSESSIVE.sub("", form).replace("'", "").strip()[:_LONGEST_TERM]


def _joined(surface: str, parts: list[tuple[str, int, int]]) -> Iterator[_Form]:
    """Yield the joined form of a hyphen compound; a range of numbers has none."""
    gaps = [
        (surface[left[2] : right[1]], left[0][-1:].isdigit() and right[0][:1].isdigit())
        for left, right in pairwise(parts)
    ]
    if gaps and all(_HYPHENS.fullmatch(gap) and not numbers for gap, numbers in gaps):
        term = "".join(term for term, _, _ in parts)[:_LONGEST_TERM]
        yield 0, term, parts[0][1], parts[-1][2], True


def _dotted(surface: str) -> Iterator[_Form]:
    letters = surface.replace(".", "")
    term = folded(letters)
    if term in _WORDS_LIKE_ACRONYMS:
        term = folded(surface).rstrip(".")
    yield 0, term, 0, len(surface), False
    if letters.isascii() and letters.isupper():
        yield 0, letters, 0, len(surface), False
