"""BM25F, and the order of hits.

Scores follow Robertson & Zaragoza (2009), section 3.5: a term's occurrences in title, body and
boilerplate are weighted and length-normalised per field, then saturated together.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from sanad.library.records import ArticleId
from sanad.search.evaluate import Documents, Evaluator, Levels
from sanad.search.fields import BODY, FOOTER, TITLE, streams_of
from sanad.search.protocol import Hit
from sanad.search.reader import Reader
from sanad.search.tree import (
    DateRange,
    Fuzzy,
    Leaf,
    Near,
    Outside,
    Prefix,
    Term,
    Undated,
    Why,
)

K1 = 1.2
B = {BODY: 0.75, TITLE: 0.3}
"""How strongly length counts; other fields have no length to speak of."""
WEIGHT = {TITLE: 3.0, BODY: 1.0, FOOTER: 0.1}
STEM_WEIGHT = 0.3


class _Part(NamedTuple):
    """One form of a leaf in one stream."""

    weight: float
    norms: list[float] | None
    counts: Mapping[int, int]


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
            weight = self._rarity(parts) * (K1 + 1)
            for document, frequency in _frequencies(parts, documents).items():
                total[document] += weight * frequency / (K1 + frequency)
        return total

    def _parts(self, evaluator: Evaluator, leaf: Term | Prefix | Fuzzy | Near) -> list[_Part]:
        """Return weight, length norms and counts of each form in each stream of *leaf*."""
        return [
            _Part(
                WEIGHT.get(stream, 1.0) * (STEM_WEIGHT if why is Why.STEM else 1.0),
                self._norm(stream),
                counts,
            )
            for stream in streams_of(leaf.field)
            for why, counts in evaluator.counts(leaf, stream)
            if counts
        ]

    def _rarity(self, parts: Sequence[_Part]) -> float:
        """Return the inverse document frequency of what *parts* find together."""
        found = len(set().union(*(part.counts for part in parts))) if len(parts) > 1 else 0
        documents = found or sum(len(part.counts) for part in parts)
        return log(1 + (len(self._reader.documents) - documents + 0.5) / (documents + 0.5))

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


def _frequencies(parts: Iterable[_Part], documents: Documents) -> dict[int, float]:
    """Return the weighted and normalised occurrences of a leaf in each of *documents*."""
    found: dict[int, float] = {}
    before = found.get
    for weight, norms, counts in parts:
        wanted: Iterable[int] = counts
        if len(documents) < len(counts):
            wanted = (document for document in documents if document in counts)
        if norms is None:
            for document in wanted:
                found[document] = before(document, 0.0) + weight * counts[document]
        else:
            for document in wanted:
                count = weight * counts[document] / norms[document]
                found[document] = before(document, 0.0) + count
    return {document: found[document] for document in found.keys() & documents}


def ordered(
    reader: Reader,
    levels: Levels,
    scores: Mapping[int, float],
    groups: Mapping[int, ArticleId],
    *,
    sort: str,
    limit: int | None,
) -> list[Hit]:
    """Return the first *limit* of the documents scored, in the order *sort*.

    Relevance ranks each level below the one before. Equal ones are in the order of their ids.
    *groups* has the group of each near-duplicate.
    """
    records = reader.records
    numbered = [(record.article, d) for d in scores if (record := records[d]) is not None]
    documents = [document for _, document in sorted(numbered)]
    documents.sort(key=scores.__getitem__, reverse=True)
    level = dict.fromkeys(documents, 2)
    level.update((d, 1) for d in levels.stems if d in level)
    level.update((d, 0) for d in levels.written if d in level)
    if len(set(level.values())) > 1:
        documents.sort(key=level.__getitem__)
    rows = [(document, record) for document in documents if (record := records[document])]
    match sort:
        case "date":
            rows.sort(key=lambda row: row[1].date or "", reverse=True)
        case "title":
            rows.sort(key=lambda row: row[1].title.casefold())
    return [
        Hit(record.article, scores[document], record.title, level[document], groups.get(document))
        for document, record in rows[:limit]
    ]
