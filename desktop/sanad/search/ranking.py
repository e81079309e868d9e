"""BM25F, and the order of hits.

Scores follow Robertson & Zaragoza (2009), section 3.5: a term's occurrences in title, body and
boilerplate are weighted and length-normalised per field, then saturated together.
"""

from collections.abc import Iterable, Mapping
from math import log

from sanad.search.evaluate import Documents, Evaluator, Levels
from sanad.search.fields import BODY, FOOTER, TITLE, streams_of
from sanad.search.protocol import Hit
from sanad.search.reader import Reader
from sanad.search.tree import DateRange, Leaf, Outside, Undated, Why

K1 = 1.2
B = {BODY: 0.75, TITLE: 0.3}
"""How strongly length counts; other fields have no length to speak of."""
WEIGHT = {TITLE: 3.0, BODY: 1.0, FOOTER: 0.1}
STEM_WEIGHT = 0.3


class Ranker:
    """Scores documents of one state of an index."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._norms: dict[str, list[float]] = {}

    def scores(
        self, evaluator: Evaluator, leaves: Iterable[Leaf], documents: Documents
    ) -> dict[int, float]:
        """Return the score of each of *documents*, summed over *leaves*."""
        total = dict.fromkeys(documents, 0.0)
        for leaf in leaves:
            if isinstance(leaf, (DateRange, Undated, Outside)):
                continue
            parts = self._parts(evaluator, leaf)
            found = set().union(*(counts for _, _, counts in parts))
            weight = self._rarity(len(found)) * (K1 + 1)
            for document in found.intersection(documents):
                frequency = 0.0
                for factor, norms, counts in parts:
                    count = counts.get(document)
                    if count:
                        frequency += factor * count / (norms[document] if norms else 1.0)
                total[document] += weight * frequency / (K1 + frequency)
        return total

    def _parts(
        self, evaluator: Evaluator, leaf: Leaf
    ) -> list[tuple[float, list[float] | None, Mapping[int, int]]]:
        """Return weight, length norms and counts of each form in each stream of *leaf*."""
        field = getattr(leaf, "field")  # noqa: B009
        return [
            (
                WEIGHT.get(stream, 1.0) * (STEM_WEIGHT if why is Why.STEM else 1.0),
                self._norm(stream),
                counts,
            )
            for stream in streams_of(field)
            for why, counts in evaluator.counts(leaf, stream)
            if counts
        ]

    def _rarity(self, documents: int) -> float:
        count = len(self._reader.documents)
        return log(1 + (count - documents + 0.5) / (documents + 0.5))

    def _norm(self, stream: str) -> list[float] | None:
        """Return the length norm of each document, 1 for one of average length."""
        if stream not in B:
            return None
        known = self._norms.get(stream)
        if known is None:
            b = B[stream]
            lengths = [
                0 if record is None else record.words if stream == BODY else record.title_words
                for record in self._reader.records
            ]
            average = sum(lengths) / max(1, len(self._reader.documents)) or 1.0
            known = self._norms[stream] = [1 - b + b * length / average for length in lengths]
        return known


def ordered(
    reader: Reader, levels: Levels, documents: Documents, scores: Mapping[int, float], sort: str
) -> list[Hit]:
    """Return *documents* as hits in the order *sort*; relevance ranks each level below the last."""
    records = reader.records
    hits: list[tuple[Hit, str]] = []
    for document in documents:
        record = records[document]
        assert record is not None  # a document in use has a record
        level = 0 if document in levels.written else 1 if document in levels.stems else 2
        hit = Hit(record.article, scores.get(document, 0.0), record.title, level)
        hits.append((hit, record.date or ""))
    hits.sort(key=lambda pair: pair[0].article)
    match sort:
        case "date":
            hits.sort(key=lambda pair: (pair[0].level, -pair[0].score))
            hits.sort(key=lambda pair: pair[1], reverse=True)
        case "title":
            hits.sort(key=lambda pair: pair[0].title.casefold())
        case _:
            hits.sort(key=lambda pair: (pair[0].level, -pair[0].score))
    return [hit for hit, _ in hits]
