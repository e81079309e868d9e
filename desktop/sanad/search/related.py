"""Articles related to one article, each with the reason: what both speak of."""

from collections.abc import Sequence
from math import log

from sanad.search.fields import BODY, analysed
from sanad.search.protocol import IndexedArticle, Related
from sanad.search.reader import Reader
from sanad.search.stems import has_family
from sanad.text.stop_words import stop_words

_KEY_WORDS = 25
_SHORTEST = 4
_MOST_COMMON = 0.3
"""Share of all articles from which a word or a name says too little."""
_NAME_WEIGHT = 2.0
_REASONS = 5
_FEWEST = 2
"""Words and names that two related articles share at least."""


def related(
    reader: Reader, article: IndexedArticle, named: dict[tuple[str, str], set[int]], limit: int
) -> list[Related]:
    """Return at most *limit* articles that share telling names and words with *article*.

    *named* holds the documents of each facet kind and entity id.
    """
    found: dict[int, list[tuple[float, str]]] = {}
    for weight, reason, documents in (*_names(reader, article, named), *_words(reader, article)):
        for document in documents:
            found.setdefault(document, []).append((weight, reason))
    rows = []
    for document, shared in found.items():
        record = reader.records[document]
        if record is None or record.article == article.id or len(shared) < _FEWEST:
            continue
        shared.sort(key=lambda pair: (-pair[0], pair[1]))
        reasons = tuple(dict.fromkeys(reason for _, reason in shared))[:_REASONS]
        score = sum(weight for weight, _ in shared)
        rows.append(Related(record.article, record.title, score, reasons))
    rows.sort(key=lambda row: (-row.score, row.article))
    return rows[:limit]


def _names(
    reader: Reader, article: IndexedArticle, named: dict[tuple[str, str], set[int]]
) -> Sequence[tuple[float, str, set[int]]]:
    """Return weight, name and documents of what *article* names."""
    found = []
    for entity, name in {(m.entity, m.name) for m in article.mentions}:
        documents = set().union(*(d for (_, id_), d in named.items() if id_ == entity))
        if weight := _telling(reader, len(documents)):
            found.append((_NAME_WEIGHT * weight, name, documents))
    return found


def _words(
    reader: Reader, article: IndexedArticle
) -> Sequence[tuple[float, str, frozenset[int] | set[int]]]:
    """Return weight, word and documents of the key words of *article*."""
    body = analysed(article).streams[BODY]
    weighed = []
    for term, positions in body.solid.items():
        if len(term) >= _SHORTEST and has_family(term) and term not in stop_words():
            documents = reader.counts(BODY, term)
            weight = _telling(reader, len(documents))
            if weight and len(documents) > 1:
                weighed.append(((1 + log(len(positions))) * weight, term, set(documents)))
    weighed.sort(key=lambda row: (-row[0], row[1]))
    return weighed[:_KEY_WORDS]


def _telling(reader: Reader, documents: int) -> float:
    """Return how much a word in so many *documents* tells; 0 for too common or unknown ones."""
    everything = len(reader.documents)
    if not documents or (documents > 3 and documents > everything * _MOST_COMMON):
        return 0.0
    return log(1 + everything / documents)
