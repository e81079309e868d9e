"""How the articles of a list spread over the years."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from sanad.search.protocol import UNKNOWN, FacetValue

MOST_BARS = 24
_STEPS = (1, 2, 5, 10, 20, 50, 100, 500, 1000)


@dataclass(frozen=True, slots=True)
class Bar:
    """A year, or a run of years where there are too many for a bar each."""

    first: int
    last: int
    count: int
    is_chosen: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The facet values it stands for."""
        return tuple(f"{year:04}" for year in range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class When:
    """The bars from the first to the last year without a gap, and what has no date."""

    bars: tuple[Bar, ...]
    undated: int
    undated_is_chosen: bool = False
    text: str = ""

    @property
    def chosen(self) -> tuple[int, int] | None:
        """The first and the last bar that is chosen; None: all years are shown."""
        places = [place for place, bar in enumerate(self.bars) if bar.is_chosen]
        return (places[0], places[-1]) if places else None

    def label(self, first: int, last: int) -> str:
        """Return the years of the bars from *first* to *last* and how many articles they have."""
        count = sum(bar.count for bar in self.bars[first : last + 1])
        start, end = self.bars[first].first, self.bars[last].last
        years = f"{start}" if start == end else f"{start}\u2013{end}"
        articles = _tr("1 article") if count == 1 else _tr("{n} articles")
        return f"{years} · {articles.format(n=f'{count:,}')}"

    def spoken(self) -> str:
        """Return the histogram in words."""
        largest = max(range(len(self.bars)), key=lambda place: self.bars[place].count)
        parts = [
            _tr("When: {years}").format(years=self.label(0, len(self.bars) - 1)),
            _tr("most in {years}").format(years=self.label(largest, largest)),
        ]
        if self.undated:
            parts.append(self.undated_text())
        if self.chosen:
            parts.append(_tr("only {years}").format(years=self.label(*self.chosen)))
        if self.undated_is_chosen:
            parts.append(_tr("only undated"))
        return ", ".join(parts)

    def undated_text(self) -> str:
        """Return how many articles have no date, in words."""
        return _tr("{n} undated").format(n=f"{self.undated:,}")


def when_of(values: Sequence[FacetValue], chosen: Collection[str]) -> When | None:
    """Return the histogram of facet *values* of years; None where no article has a date."""
    counts = {int(value.id): value.count for value in values if value.id.isdecimal()}
    if not counts:
        return None
    undated = sum(value.count for value in values if value.id == UNKNOWN)
    first, last = min(counts), max(counts)
    step = next((step for step in _STEPS if (last - first) // step < MOST_BARS), _STEPS[-1])
    first -= first % step
    bars = []
    for start in range(first, last + 1, step):
        years = range(start, start + step)
        bars.append(
            Bar(
                start,
                start + step - 1,
                sum(counts.get(year, 0) for year in years),
                is_chosen=any(f"{year:04}" in chosen for year in years),
            )
        )
    return When(tuple(bars), undated, undated_is_chosen=UNKNOWN in chosen)


def _tr(text: str) -> str:
    return QCoreApplication.translate("when", text)
