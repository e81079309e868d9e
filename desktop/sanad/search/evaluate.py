"""Evaluate a query tree over an index: which documents, and how well each was found.

Documents are found on three levels, each containing the one before: as written (with other
spellings and aliases), with stems, with boilerplate. What is negated counts on every level.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from typing import NamedTuple

from sanad.search.dates import is_within
from sanad.search.fields import FOOTER, streams_of
from sanad.search.places import PlacesOf, near_places, sequence_places
from sanad.search.reader import Reader
from sanad.search.tree import (
    And,
    DateRange,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Prefix,
    Term,
    Undated,
    Why,
)
from sanad.search.vocabulary import one_edit_away, with_prefix

_CACHED_SEQUENCES = 256

Documents = frozenset[int] | set[int]


class Levels(NamedTuple):
    """Documents found on each level; each set contains the one before."""

    written: Documents
    stems: Documents
    all: Documents


class Evaluator:
    """Evaluates queries over one state of an index."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._outside: Mapping[tuple[str, str], Documents] = {}
        self._sequences: dict[tuple[str, tuple[str, ...]], Mapping[int, int]] = {}
        self._nears: dict[tuple[str, Near], Mapping[int, int]] = {}
        self._alphabets: dict[str, frozenset[str]] = {}

    def with_outside(self, outside: Mapping[tuple[str, str], Documents]) -> "Evaluator":
        """Return an evaluator that finds *outside* by field and value; it shares what is known."""
        if not outside:
            return self
        other = copy(self)
        other._outside = outside
        return other

    def alphabet(self, stream: str) -> frozenset[str]:
        """Return the characters of the vocabulary of *stream*."""
        if stream not in self._alphabets:
            self._alphabets[stream] = frozenset("".join(self._reader.vocabulary(stream)))
        return self._alphabets[stream]

    def levels(self, node: Node) -> Levels:  # noqa: PLR0911  (one for each kind of node)
        """Return the documents that *node* finds."""
        match node:
            case And(nodes):
                each = [self.levels(child) for child in nodes]
                return Levels(*(_common(level) for level in zip(*each, strict=True)))
            case Or(nodes):
                each = [self.levels(child) for child in nodes]
                return Levels(*(_either(level) for level in zip(*each, strict=True)))
            case Not(inner):
                left = self._reader.documents - self.levels(inner).all
                return Levels(left, left, left)
            case DateRange():
                return self._where(lambda date: is_within(date, node))
            case Undated():
                return self._where(lambda date: not date)
            case Outside(field, value):
                found = self._outside.get((field, value), frozenset())
                return Levels(found, found, found)
            case leaf:
                return self._leaf(leaf)

    def counts(self, leaf: Leaf, stream: str) -> list[tuple[Why, Mapping[int, int]]]:
        """Return how often each form of *leaf* stands in *stream*, by document."""
        match leaf:
            case Term(forms=forms):
                return [(form.why, self._sequence(stream, form.terms)) for form in forms]
            case Prefix(prefix=prefix):
                terms = with_prefix(self._reader.vocabulary(stream), prefix)
            case Fuzzy(term=term):
                vocabulary = self._reader.vocabulary(stream)
                terms = one_edit_away(vocabulary, term, self.alphabet(stream))
            case Near():
                return [(Why.EXACT, self._near(stream, leaf))]
            case _:
                return []
        return [(Why.EXACT, self._reader.counts(stream, term)) for term in terms]

    def _leaf(self, leaf: Term | Prefix | Fuzzy | Near) -> Levels:
        written: set[int] = set()
        stems: set[int] = set()
        footers: set[int] = set()
        for stream in streams_of(leaf.field):
            for why, counts in self.counts(leaf, stream):
                if stream == FOOTER:
                    footers.update(counts)
                elif why is Why.STEM:
                    stems.update(counts)
                else:
                    written.update(counts)
        stems = stems | written if stems else written
        return Levels(written, stems, footers | stems if footers else stems)

    def _sequence(self, stream: str, terms: tuple[str, ...]) -> Mapping[int, int]:
        if len(terms) == 1:
            return self._reader.counts(stream, terms[0])
        known = self._sequences.get((stream, terms))
        if known is None:
            known = {}
            for document in self._candidates(stream, terms):
                places = sequence_places(terms, self._places_in(stream, document))
                if places:
                    known[document] = len(places)
            if len(self._sequences) >= _CACHED_SEQUENCES:
                self._sequences.clear()
            self._sequences[stream, terms] = known
        return known

    def _near(self, stream: str, near: Near) -> Mapping[int, int]:
        known = self._nears.get((stream, near))
        if known is None:
            if len(self._nears) >= _CACHED_SEQUENCES:
                self._nears.clear()
            known = self._nears[stream, near] = self._found_near(stream, near)
        return known

    def _found_near(self, stream: str, near: Near) -> dict[int, int]:
        parts = [[form.terms for form in part.forms] for part in near.parts]
        common = _common(
            [_either([self._sequence(stream, terms).keys() for terms in forms]) for forms in parts]
        )
        found = {}
        for document in common:
            places_of = self._places_in(stream, document)
            each = [
                [place for terms in forms for place in sequence_places(terms, places_of)]
                for forms in parts
            ]
            if places := near_places(each, near.distance):
                found[document] = len(places)
        return found

    def _places_in(self, stream: str, document: int) -> PlacesOf:
        return lambda term: self._reader.places(stream, term, document)

    def _candidates(self, stream: str, terms: Iterable[str]) -> Documents:
        rarest_first = sorted((self._reader.counts(stream, t) for t in set(terms)), key=len)
        return _common([counts.keys() for counts in rarest_first])

    def _where(self, holds: Callable[[str | None], bool]) -> Levels:
        records = self._reader.records
        found = {
            number
            for number in self._reader.documents
            if (record := records[number]) is not None and holds(record.date)
        }
        return Levels(found, found, found)


def _common(sets: Iterable[Iterable[int]]) -> Documents:
    ordered = sorted((_as_set(s) for s in sets), key=len)
    common = ordered[0]
    for other in ordered[1:]:
        if other is not common:
            common = common & other
    return common


def _either(sets: Iterable[Iterable[int]]) -> Documents:
    return frozenset().union(*sets)


def _as_set(documents: Iterable[int]) -> Documents:
    return documents if isinstance(documents, (set, frozenset)) else set(documents)
