"""An index in memory, made from the articles themselves: what answers while a rebuild runs."""

from collections.abc import Iterable, Mapping, Sequence

from sanad.search.fields import ArticleTerms, analysed
from sanad.search.places import Place
from sanad.search.protocol import IndexedArticle
from sanad.search.reader import Record, record_of


class MemoryReader:
    """Postings of *articles*, held in memory."""

    def __init__(self, articles: Iterable[IndexedArticle]) -> None:
        self._terms: list[ArticleTerms] = []
        self.records: list[Record | None] = []
        self._postings: dict[tuple[str, str], dict[int, int]] = {}
        for number, article in enumerate(articles):
            terms = analysed(article)
            self._terms.append(terms)
            self.records.append(record_of(article, terms))
            for name, stream in terms.streams.items():
                for term in {**stream.solid, **stream.joined}:
                    if places := stream.places(term):
                        self._postings.setdefault((name, term), {})[number] = len(places)
        self.documents = frozenset(range(len(self.records)))
        self._vocabularies: dict[str, list[str]] = {}
        for name, term in sorted(self._postings):
            self._vocabularies.setdefault(name, []).append(term)

    def counts(self, stream: str, term: str) -> Mapping[int, int]:
        """Return how often *term* stands in *stream*, by document."""
        return self._postings.get((stream, term), {})

    def places(self, stream: str, term: str, document: int) -> Sequence[Place]:
        """Return where *term* stands in a *stream* of *document*."""
        found = self._terms[document].streams.get(stream)
        return found.places(term) if found else ()

    def vocabulary(self, stream: str) -> Sequence[str]:
        """Return the terms of *stream*, sorted."""
        return self._vocabularies.get(stream, [])
