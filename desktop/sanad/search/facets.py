"""Facets: what the hits have in common, with counts, and choosing among hits by them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sanad.search.analysis import folded_value
from sanad.search.evaluate import Documents
from sanad.search.protocol import FACETS, UNKNOWN, FacetValue
from sanad.search.reader import Reader, Record

SHOWN = 200
"""Values of one kind returned at most."""


class FacetTable:
    """The facet values of every document of one state of an index."""

    def __init__(self, reader: Reader) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._names: list[str] = []
        self._of: list[tuple[int, ...]] = [
            tuple(self._number(*value) for value in _values(record)) if record else ()
            for record in reader.records
        ]
        self._kinds = [kind for kind, _ in self._numbers]
        self._ids = [id_ for _, id_ in self._numbers]

    def _number(self, kind: str, id_: str, name: str) -> int:
        number = self._numbers.setdefault((kind, id_), len(self._names))
        if number == len(self._names):
            self._names.append(name)
        return number

    def totals(self) -> dict[tuple[str, str, str], int]:
        """Return kind, id and name of every value, with the number of its articles."""
        counts = Counter(chain.from_iterable(self._of))
        return {
            (self._kinds[n], self._ids[n], self._names[n]): count for n, count in counts.items()
        }

    def chosen(
        self,
        documents: Documents,
        within: Mapping[str, Sequence[str]],
        without: Mapping[str, Sequence[str]],
    ) -> Documents:
        """Return those of *documents* that have a value *within* of each kind, none *without*."""
        for kind, ids in within.items():
            if ids:
                wanted = self._wanted(kind, ids)
                documents = {d for d in documents if not wanted.isdisjoint(self._of[d])}
        for kind, ids in without.items():
            if ids:
                unwanted = self._wanted(kind, ids)
                documents = {d for d in documents if unwanted.isdisjoint(self._of[d])}
        return documents

    def counted(
        self,
        documents: Documents,
        within: Mapping[str, Sequence[str]],
        without: Mapping[str, Sequence[str]],
    ) -> dict[str, list[FacetValue]]:
        """Return the values of *documents* by kind, most frequent first.

        The counts of a kind in which something is chosen leave that choice aside: they say what
        choosing another value as well would add.
        """
        chosen = self.chosen(documents, within, without)
        counts = self._counts(chosen)
        facets = {kind: self._shown(kind, counts) for kind in FACETS}
        for kind, ids in within.items():
            if ids and kind in facets:
                others = {k: v for k, v in within.items() if k != kind}
                around = self._counts(self.chosen(documents, others, without))
                facets[kind] = self._shown(kind, around, keep=self._wanted(kind, ids))
        return facets

    def _wanted(self, kind: str, ids: Iterable[str]) -> set[int]:
        return {self._numbers[kind, id_] for id_ in ids if (kind, id_) in self._numbers}

    def _counts(self, documents: Documents) -> Counter[int]:
        return Counter(chain.from_iterable(map(self._of.__getitem__, documents)))

    def _shown(self, kind: str, counts: Counter[int], keep: Iterable[int] = ()) -> list[FacetValue]:
        numbers = [n for n in counts if self._kinds[n] == kind]
        numbers += [n for n in keep if n not in counts]
        values = [FacetValue(self._ids[n], self._names[n], counts[n]) for n in numbers]
        if kind == "year":
            values.sort(key=lambda value: (value.id == UNKNOWN, value.id), reverse=False)
        else:
            values.sort(key=lambda value: (-value.count, value.name))
        return values[:SHOWN]


def _values(record: Record) -> Iterable[tuple[str, str, str]]:
    yield from record.named
    if record.source:
        yield "source", folded_value(record.source), record.source
    else:
        yield "source", UNKNOWN, UNKNOWN
    if record.date:
        yield "year", record.date[:4], record.date[:4]
    else:
        yield "year", UNKNOWN, UNKNOWN
