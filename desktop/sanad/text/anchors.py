"""How a kept passage finds its place again: by its words, what stood around it, and where.

When two places could be meant the answer is None: a reader is asked, never misled.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sanad.text.spans import Span

CONTEXT = 32
"""Characters kept on each side."""
_ENOUGH = 12
"""Characters next to the quote that must be the same for a side to agree."""
_SAYS_SOMETHING = 24
"""A quote this long is a place of its own when one of its sides agrees."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of one version's text."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int


def anchor_of(text: str, span: Span) -> Anchor:
    """Return the anchor of *span* in *text*."""
    start, end = span
    return Anchor(
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def locate(anchor: Anchor, text: str) -> Span | None:
    """Return where the anchored passage is in *text*, None when that cannot be said.

    The exact quote at its old place, with a side that agrees; else the only place where the quote
    and both sides agree; else, for a quote long enough, the only one with a side that agrees.
    """
    if not anchor.quote:
        return None
    sides = {start: _agreeing_sides(anchor, text, start) for start in _occurrences(anchor, text)}
    places = [start for start, agreeing in sides.items() if agreeing == 2]
    if anchor.start in places:
        return _span(anchor, anchor.start)
    if not places and len(anchor.quote) >= _SAYS_SOMETHING:
        places = [start for start, agreeing in sides.items() if agreeing == 1]
    return _span(anchor, places[0]) if len(places) == 1 else None


def _span(anchor: Anchor, start: int) -> Span:
    return Span(start, start + len(anchor.quote))


def _occurrences(anchor: Anchor, text: str) -> Iterator[int]:
    at = text.find(anchor.quote)
    while at >= 0:
        yield at
        at = text.find(anchor.quote, at + 1)


def _agreeing_sides(anchor: Anchor, text: str, start: int) -> int:
    end = start + len(anchor.quote)
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return _agrees(anchor.prefix[::-1], before[::-1]) + _agrees(anchor.suffix, after)


def _agrees(kept: str, found: str) -> bool:
    """Whether two contexts, read away from the quote, begin alike; both at an edge agree too."""
    if len(kept) < _ENOUGH:
        return kept == found
    return kept[:_ENOUGH] == found[:_ENOUGH]
