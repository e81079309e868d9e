"""Where the reader has been: articles with the place, the hits and the current hit in each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanad.library.records import ArticleId
    from sanad.ui.reader.layers import Hit

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article that survives another window size, zoom or theme."""

    article: "ArticleId"
    offset: int = 0
    """Code point of the first character of the topmost visible line."""
    below: float = 0.0
    """How far the line's top is above (positive) the window's top, in line heights."""
    hits: tuple["Hit", ...] = ()
    current: int = 0
    """Number of the current hit from 1; 0 for none."""


class History:
    """Articles in the order of visits, as a browser keeps them: a visit forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._index = -1

    @property
    def can_go_back(self) -> bool:
        """Whether an earlier place is known."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether a later place is known."""
        return self._index + 1 < len(self._places)

    def visit(self, place: Place) -> None:
        """Record that the reader went on to *place*."""
        if self._places and self._places[self._index].article == place.article:
            self.update(place)
            return
        del self._places[self._index + 1 :]
        self._places.append(place)
        del self._places[:-_KEPT]
        self._index = len(self._places) - 1

    def update(self, place: Place) -> None:
        """Remember *place* as the state in which the current article was left."""
        if self._places and self._places[self._index].article == place.article:
            self._places[self._index] = place

    def back(self) -> Place | None:
        """Go to the place before and return it; None at the beginning."""
        return self._go(-1)

    def forward(self) -> Place | None:
        """Go to the next place and return it; None at the end."""
        return self._go(1)

    def forget(self, article: "ArticleId") -> None:
        """Drop every place in *article*; it cannot be shown any more."""
        kept = [place for place in self._places if place.article != article]
        before = [place for place in self._places[: self._index + 1] if place.article != article]
        self._places, self._index = kept, len(before) - 1
        if self._index < 0 and kept:
            self._index = 0

    def _go(self, by: int) -> Place | None:
        if not 0 <= self._index + by < len(self._places):
            return None
        self._index += by
        return self._places[self._index]
