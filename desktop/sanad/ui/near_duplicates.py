"""Which hits have a row: near-duplicates stand behind the best of them until they are opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sanad.library.records import ArticleId
from sanad.search.protocol import Hit


@dataclass(frozen=True, slots=True)
class Ranked:
    """A hit with a row, and what stands behind it."""

    hit: Hit
    others: int = 0
    """How many near-duplicates of it are in the answer as well; 0 unless it leads them."""
    is_open: bool = False
    """Whether those have rows below it."""
    is_behind: bool = False
    """Whether it is one of those."""


class RankedHits:
    """The rows of an answer; groups named in *opened* show all of their hits."""

    def __init__(self, hits: Sequence[Hit], opened: Collection[ArticleId] = ()) -> None:
        self._hits = hits
        self._opened = opened
        self._behind: dict[ArticleId, list[int]] = {}
        self._order: Sequence[int] = range(len(hits))
        leads: dict[ArticleId, int] = {}
        groups = [hit.group for hit in hits]
        if groups.count(None) < len(groups):
            for number, group in enumerate(groups):
                if group is not None and leads.setdefault(group, number) != number:
                    self._behind.setdefault(group, []).append(number)
        self._leads = {leads[group]: group for group in self._behind}
        if self._behind:
            self._order = self._ordered()

    def __len__(self) -> int:
        return len(self._order)

    def row(self, place: int) -> Ranked:
        """Return the hit in the row at *place*."""
        number = self._order[place]
        hit = self._hits[number]
        group = self._leads.get(number)
        if group is not None:
            return Ranked(hit, len(self._behind[group]), is_open=group in self._opened)
        is_behind = hit.group is not None and hit.group in self._behind
        return Ranked(hit, is_behind=is_behind)

    def places(self) -> dict[ArticleId, int]:
        """Return the row of each hit; without one of its own that of the hit it stands behind."""
        if not self._behind:
            return {hit.article: place for place, hit in enumerate(self._hits)}
        found = {self._hits[number].article: place for place, number in enumerate(self._order)}
        for number, group in self._leads.items():
            for other in self._behind[group]:
                found.setdefault(self._hits[other].article, found[self._hits[number].article])
        return found

    def _ordered(self) -> list[int]:
        behind = {number for numbers in self._behind.values() for number in numbers}
        order = []
        for number in range(len(self._hits)):
            if number not in behind:
                order.append(number)
                group = self._leads.get(number)
                if group is not None and group in self._opened:
                    order += self._behind[group]
        return order
