"""What evaluating a query needs of an index: documents, postings, vocabulary.

Documents are numbered from 0 within one state of an index; numbers of replaced ones stay unused.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from sanad.library.records import ArticleId
from sanad.search.duplicates import Sketch, sketch
from sanad.search.fields import BODY, TITLE, ArticleTerms
from sanad.search.places import Place
from sanad.search.protocol import FACET_OF_KIND, IndexedArticle


class Record(NamedTuple):
    """What is kept of a document besides its postings. Plain values: engines store it whole."""

    article: ArticleId
    version: int
    title: str
    date: str | None
    source: str | None
    words: int
    """Words of the body."""
    title_words: int
    sketch: Sketch
    named: tuple[tuple[str, str, str], ...]
    """Facet kind, entity id and name of each entity the article names, once each."""


class Reader(Protocol):
    """One state of an index; it never changes."""

    @property
    def records(self) -> Sequence[Record | None]:
        """The record of each document; None where a number is unused."""

    @property
    def documents(self) -> frozenset[int]:
        """The numbers in use."""

    def counts(self, stream: str, term: str) -> Mapping[int, int]:
        """Return how often *term* stands in *stream*, by document; solid and joined."""

    def places(self, stream: str, term: str, document: int) -> Sequence[Place]:
        """Return where *term* stands in a *stream* of *document*."""

    def vocabulary(self, stream: str) -> Sequence[str]:
        """Return the terms of *stream*, sorted: those in the index, replaced documents included."""


def record_of(article: IndexedArticle, terms: ArticleTerms) -> Record:
    """Return what is kept of *article*."""
    named = {(FACET_OF_KIND[m.kind], str(m.entity), m.name) for m in article.mentions}
    return Record(
        article.id,
        article.version,
        article.title,
        article.date,
        article.source,
        terms.streams[BODY].length,
        terms.streams[TITLE].length,
        sketch(terms.streams[BODY]),
        tuple(sorted(named)),
    )
