"""Facets: what the hits have in common, with counts, and choosing among hits by them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
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
        self._months = [
            (record.date or UNKNOWN)[:7] if record else UNKNOWN for record in reader.records
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

    @cached_property
    def documents(self) -> dict[tuple[str, str], set[int]]:
        """The documents that have each value, by kind and id."""
        found: dict[tuple[str, str], set[int]] = {}
        for document, numbers in enumerate(self._of):
            for number in numbers:
                found.setdefault((self._kinds[number], self._ids[number]), set()).add(document)
        return found

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
        facets = self._by_kind(self._counts(self.chosen(documents, within, without)))
        for kind, ids in within.items():
            if ids and kind in facets:
                others = {k: v for k, v in within.items() if k != kind}
                around = self._counts(self.chosen(documents, others, without))
                kept = dict.fromkeys(self._wanted(kind, ids), 0)
                facets[kind] = self._by_kind({**kept, **around})[kind]
        return facets

    def timeline(self, documents: Documents) -> dict[str, int]:
        """Return how many of *documents* are of each month, in order, undated ones last."""
        counts = Counter(map(self._months.__getitem__, documents))
        return {month: counts[month] for month in sorted(counts)}

    def _wanted(self, kind: str, ids: Iterable[str]) -> set[int]:
        return {self._numbers[kind, id_] for id_ in ids if (kind, id_) in self._numbers}

    def _counts(self, documents: Documents) -> Counter[int]:
        return Counter(chain.from_iterable(map(self._of.__getitem__, documents)))

    def _by_kind(self, counts: Mapping[int, int]) -> dict[str, list[FacetValue]]:
        """Return the values counted, by kind: years in order, others most frequent first."""
        numbers: dict[str, list[int]] = {kind: [] for kind in FACETS}
        kinds, names = self._kinds, self._names
        for number in counts:
            numbers[kinds[number]].append(number)
        facets = {}
        for kind, found in numbers.items():
            if kind == "year":
                found.sort(key=lambda n: (self._ids[n] == UNKNOWN, self._ids[n]))
            else:
                found.sort(key=lambda n: (-counts[n], names[n]))
            shown = found[:SHOWN]
            facets[kind] = [FacetValue(self._ids[n], names[n], counts[n]) for n in shown]
        return facets


def _values(record: Record) -> Iterable[tuple[str, str, str]]:
    for kind, id_, name, _ in record.named:
        yield kind, id_, name
    if record.source:
        yield "source", folded_value(record.source), record.source
    else:
        yield "source", UNKNOWN, UNKNOWN
    if record.date:
        yield "year", record.date[:4], record.date[:4]
    else:
        yield "year", UNKNOWN, UNKNOWN
