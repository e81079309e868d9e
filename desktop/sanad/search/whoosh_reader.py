"""Postings, vocabulary and records of one committed state of a Whoosh index.

A segment never changes but for its deletions, so that what was read of it is kept from one state
to the next; postings in a cache that is bounded by their number.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from heapq import merge
from itertools import accumulate
from typing import TYPE_CHECKING

from sanad.search.engine import SegmentReader, TermNotFound, W3LeafMatcher
from sanad.search.places import Place
from sanad.search.whoosh_schema import JOINED, read_places, read_record

if TYPE_CHECKING:
    from sanad.search.reader import Record

_CACHED_POSTINGS = 1_000_000
"""Postings held per segment at most, some 150 bytes each."""


class Segment:
    """One segment, read lazily; safe to use from one thread at a time."""

    def __init__(self, reader: SegmentReader) -> None:
        self._reader = reader
        self.id: str = reader.segment().segment_id()
        self.size: int = reader.doc_count_all()
        # Not `all_stored_fields`: it leaves deleted documents out, and the numbers would shift.
        self.records: list[Record] = [
            read_record(reader.stored_fields(number)["record"]) for number in range(self.size)
        ]
        self._vocabularies: dict[str, list[str]] | None = None
        self._postings: OrderedDict[tuple[str, str], dict[int, tuple[float, bytes]]] = OrderedDict()
        self._held = 0

    def postings(self, stream: str, term: str) -> dict[int, tuple[float, bytes]]:
        """Return count and stored positions of *term* by document, deleted ones included."""
        key = (stream, term)
        known = self._postings.get(key)
        if known is not None:
            self._postings.move_to_end(key)
            return known
        found = _read(self._reader, stream, term)
        self._postings[key] = found
        self._held += len(found) + 1
        while self._held > _CACHED_POSTINGS and len(self._postings) > 1:
            _, dropped = self._postings.popitem(last=False)
            self._held -= len(dropped) + 1
        return found

    def vocabularies(self) -> dict[str, list[str]]:
        """Return the solid and joined terms of each stream, sorted."""
        if self._vocabularies is None:
            terms: dict[str, set[str]] = {}
            for stream, term in self._reader.all_terms():
                if stream != "id":
                    terms.setdefault(stream, set()).add(term.decode().removeprefix(JOINED))
            self._vocabularies = {name: sorted(found) for name, found in terms.items()}
        return self._vocabularies

    def close(self) -> None:
        """Release the segment's files."""
        self._reader.close()


class WhooshReader:
    """One state: segments in order, each with the documents deleted from it."""

    def __init__(self, segments: Sequence[tuple[Segment, Iterable[int]]]) -> None:
        self._segments = [segment for segment, _ in segments]
        self._bases = [0, *accumulate(segment.size for segment in self._segments)]
        self.records: list[Record | None] = []
        self._deleted = []
        for segment, gone in segments:
            deleted = frozenset(gone)
            self._deleted.append(deleted)
            self.records.extend(
                None if number in deleted else record
                for number, record in enumerate(segment.records)
            )
        self.documents = frozenset(n for n, record in enumerate(self.records) if record)
        self._counts: dict[tuple[str, str], Mapping[int, int]] = {}
        self._vocabularies: dict[str, Sequence[str]] = {}
        self._held = 0

    def counts(self, stream: str, term: str) -> Mapping[int, int]:
        """Return how often *term* stands in *stream*, by document; solid and joined."""
        key = (stream, term)
        known = self._counts.get(key)
        if known is None:
            found: dict[int, int] = {}
            for segment, base, deleted in zip(
                self._segments, self._bases, self._deleted, strict=False
            ):
                solid = segment.postings(stream, term)
                joined = segment.postings(stream, JOINED + term)
                for postings in (solid, joined):
                    for number, (count, _) in postings.items():
                        if number not in deleted:
                            document = base + number
                            found[document] = found.get(document, 0) + int(count)
            if self._held > _CACHED_POSTINGS:
                self._counts.clear()
                self._held = 0
            self._counts[key] = known = found
            self._held += len(found) + 1
        return known

    def places(self, stream: str, term: str, document: int) -> Sequence[Place]:
        """Return where *term* stands in a *stream* of *document*."""
        at = bisect_right(self._bases, document) - 1
        segment, number = self._segments[at], document - self._bases[at]
        nothing = (0.0, b"")
        _, solid = segment.postings(stream, term).get(number, nothing)
        _, joined = segment.postings(stream, JOINED + term).get(number, nothing)
        return read_places(solid, joined)

    def vocabulary(self, stream: str) -> Sequence[str]:
        """Return the terms of *stream*, sorted."""
        known = self._vocabularies.get(stream)
        if known is None:
            each = [segment.vocabularies().get(stream, []) for segment in self._segments]
            known = each[0] if len(each) == 1 else list(dict.fromkeys(merge(*each)))
            self._vocabularies[stream] = known
        return known


def _read(reader: SegmentReader, stream: str, term: str) -> dict[int, tuple[float, bytes]]:
    """Read all postings of one term, block by block."""
    try:
        # The engine's own `postings` wraps a filter for deletions around every step.
        matcher = reader._terms.matcher(stream, term.encode(), reader.schema[stream].format)
    except (TermNotFound, KeyError):
        return {}
    found: dict[int, tuple[float, bytes]] = {}
    while matcher.is_active():
        if isinstance(matcher, W3LeafMatcher):
            matcher._read_ids()
            matcher._read_weights()
            matcher._read_values()
            found.update(
                zip(
                    matcher._ids,
                    zip(matcher._weights, matcher._values, strict=True),
                    strict=True,
                )
            )
            matcher._next_block()
        else:
            found[matcher.id()] = (matcher.weight(), matcher.value())
            matcher.next()
    return found
