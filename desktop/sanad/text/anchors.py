"""How a kept passage finds its place again: by its words, what stood around it, and where.

When two places could be meant the answer is None: a reader is asked, never misled.
"""

from dataclasses import dataclass, replace

from sanad.text.spans import Span

CONTEXT = 32
"""Characters kept on each side."""
_ENOUGH = 12
"""Characters next to the quote that must be the same for a side to agree."""
_LONG_QUOTE = 24
"""A quote of so many characters is found by one side alone."""


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

    The exact quote in its whole context, at its old place or the only such place; else the only
    place where both sides agree next to it; else, for a long quote, where one side does.
    """
    if not anchor.quote:
        return None
    starts = _occurrences(anchor.quote, text)
    whole = [
        start
        for start in starts
        if anchor_of(text, _span(anchor, start))
        == (replace(anchor, start=start, end=start + len(anchor.quote)))
    ]
    if anchor.start in whole:
        return _span(anchor, anchor.start)
    sides = {start: _agreeing_sides(anchor, text, start) for start in starts}
    for places in (
        whole,
        [start for start in starts if sides[start] == 2],
        [start for start in starts if sides[start] == 1 and len(anchor.quote) >= _LONG_QUOTE],
    ):
        if places:
            return _span(anchor, places[0]) if len(places) == 1 else None
    return None


def _span(anchor: Anchor, start: int) -> Span:
    return Span(start, start + len(anchor.quote))


def _occurrences(quote: str, text: str) -> list[int]:
    starts: list[int] = []
    at = text.find(quote)
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    return starts


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
