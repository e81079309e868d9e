"""A search over articles held in memory: slower to begin, with the same answers.

It serves while a damaged index is rebuilt, and where no cache folder can be written.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sanad.search.answering import Answerer
from sanad.search.memory_reader import MemoryReader
from sanad.search.protocol import (
    Alias,
    Answer,
    Batch,
    FacetValue,
    Health,
    IndexedArticle,
    Related,
    Request,
    Stats,
    Suggestion,
)

if TYPE_CHECKING:
    from sanad.library.records import ArticleId


class MemoryIndex:
    """An index of *articles* that is gone when the process ends."""

    def __init__(self, articles: Iterable[IndexedArticle] = ()) -> None:
        self._articles: dict[ArticleId, IndexedArticle] = {a.id: a for a in articles}
        self._aliases: Sequence[Alias] = ()
        self._answerer = Answerer(MemoryReader(self._articles.values()))

    def apply(self, batch: Batch) -> None:
        """Make *batch* searchable."""
        for article in batch.delete:
            self._articles.pop(article, None)
        self._articles.update((article.id, article) for article in batch.put)
        self._answerer = Answerer(MemoryReader(self._articles.values()), self._aliases)

    def search(self, request: Request) -> Answer:
        """Answer *request*."""
        return self._answerer.search(request)

    def related(self, article: IndexedArticle, limit: int = 10) -> list[Related]:
        """Return at most *limit* articles that share telling names and words with *article*."""
        return self._answerer.related(article, limit)

    def use_aliases(self, aliases: Sequence[Alias]) -> None:
        """Widen queries by *aliases* from now on."""
        self._aliases = aliases
        self._answerer.use_aliases(aliases)

    def suggest(self, prefix: str, limit: int = 10) -> list[Suggestion]:
        """Return completions of the last word of *prefix*, best first."""
        return self._answerer.suggest(prefix, limit)

    def facets(self, request: Request) -> Mapping[str, Sequence[FacetValue]]:
        """Return the facets of *request* without its hits."""
        return self._answerer.search(request).facets

    def stats(self) -> Stats:
        """Return how many articles there are; nothing is stored."""
        return Stats(len(self._articles), 1, 0)

    def health(self) -> Health:
        """Return that it can be trusted."""
        return Health(ok=True)
