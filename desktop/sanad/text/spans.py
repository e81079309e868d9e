"""A stretch of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open ``[start, end)``, counted in code points of the canonical text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
