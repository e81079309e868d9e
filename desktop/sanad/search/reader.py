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

SUREST = 0.55
"""A mention of lower confidence is only a suggestion and tells no other form of a name."""


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
    named: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    """Facet kind, entity id, name and other forms of each entity the article names, once each."""


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
    named: dict[tuple[str, str, str], set[str]] = {}
    for mention in article.mentions:
        key = (FACET_OF_KIND[mention.kind], str(mention.entity), mention.name)
        forms = named.setdefault(key, set())
        if mention.surface != mention.name and mention.confidence >= SUREST:
            forms.add(mention.surface)
    return Record(
        article.id,
        article.version,
        article.title,
        article.date,
        article.source,
        terms.streams[BODY].length,
        terms.streams[TITLE].length,
        sketch(terms.streams[BODY]),
        tuple((*key, tuple(sorted(named[key]))) for key in sorted(named)),
    )
