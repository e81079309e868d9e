"""Spans that are drawn with a text and found again by place.

A layer never touches the document: changing 10,000 highlights is changing one list.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Anything with a half-open span of code points: a span, a mention, a hit."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


class Hit(Stretch, Protocol):
    """A match of a search or of the find bar."""

    @property
    def exact(self) -> bool:
        """Whether the words stand there as searched, not only words of the same family."""


StretchT = TypeVar("StretchT", bound=Stretch)


class Layer(Generic[StretchT]):
    """Stretches of one text, in order; they may overlap."""

    def __init__(self, stretches: Iterable[StretchT] = ()) -> None:
        self._stretches = sorted(stretches, key=attrgetter("start", "end"))
        self._starts = [stretch.start for stretch in self._stretches]
        # The furthest end up to each stretch never falls, so it can be searched by halves.
        self._reach = list(accumulate((stretch.end for stretch in self._stretches), max))

    def __len__(self) -> int:
        return len(self._stretches)

    def __iter__(self) -> Iterator[StretchT]:
        return iter(self._stretches)

    def within(self, start: int, end: int) -> Iterator[StretchT]:
        """Yield, in order, the stretches that share a character with ``[start, end)``."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        for stretch in self._stretches[first:last]:
            if stretch.end > start:
                yield stretch

    def at(self, offset: int) -> StretchT | None:
        """Return the last-starting stretch that covers the character at *offset*."""
        covering = list(self.within(offset, offset + 1))
        return covering[-1] if covering else None
