"""The articles of an open library as the window knows them, and which of them are read."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from sanad.library.records import Article, ArticleId, InitiativeId
from sanad.search.protocol import FACET_OF_KIND, UNKNOWN, FacetValue
from sanad.workspace import reading
from sanad.workspace.opening import Workspace
from sanad.workspace.reading import OpenArticle

_LOOKED_AT = 200
_OTHERS = 20


class Catalogue:
    """As fresh as the last `load`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._articles: dict[ArticleId, Article] = {}
        self._read: set[ArticleId] = set()

    def __len__(self) -> int:
        return len(self._articles)

    def __contains__(self, article: ArticleId) -> bool:
        """Whether *article* is in the library and not removed."""
        return article in self._articles

    def load(self) -> None:
        """Read anew what the library holds."""
        self._articles = {one.id: one for one in reading.articles(self._workspace)}
        self._read = reading.read_articles(self._workspace)

    def article(self, id: ArticleId) -> Article:
        """Return an article, perhaps one that has been removed; raises `NotFoundError`."""
        known = self._articles.get(id)
        return known or self._workspace.library.articles.article(id)

    def articles(self) -> list[Article]:
        """Return all articles, in the order in which they were imported."""
        return list(self._articles.values())

    @property
    def read(self) -> set[ArticleId]:
        """The articles that have been opened; it grows with `mark_read`."""
        return self._read

    def unread(self) -> list[Article]:
        """Return the articles that have not been opened yet."""
        return [one for one in self._articles.values() if one.id not in self._read]

    def mark_read(self, articles: Iterable[ArticleId]) -> None:
        """Count *articles* as read."""
        self._read.update(articles)

    def most_telling(self) -> ArticleId | None:
        """Return the article that names the most initiatives, to begin with; None in an empty one.

        Only the first two hundred articles are looked at.
        """
        stated = self._workspace.library.articles.initiative_payloads
        known = list(islice(self._articles, _LOOKED_AT))
        return max(known, key=lambda article: len(stated(article)), default=None)

    def others_naming(self, opened: OpenArticle) -> dict[InitiativeId, list[Article]]:
        """Return, for each initiative of *opened*, other articles that name it, twenty at most.

        All of them are a click away: the initiative is a facet.
        """
        naming = self._workspace.library.articles.articles_with_initiative
        return {
            initiative.id: [
                self.article(other)
                for other in naming(initiative.id, _OTHERS + 1)
                if other != opened.article.id
            ][:_OTHERS]
            for initiative in opened.initiatives
        }

    def kept(self) -> int:
        """Count the bookmarks of the articles that are here."""
        return sum(one.article in self._articles for one in self._workspace.bookmarks.all())

    def facets(self) -> dict[str, list[FacetValue]]:
        """Count the values of every facet over all articles, the most frequent first."""
        facets: dict[str, list[FacetValue]] = {}
        for count in self._workspace.library.articles.entity_counts():
            facets.setdefault(FACET_OF_KIND[count.kind], []).append(
                FacetValue(count.entity, count.name, count.articles)
            )
        for values in facets.values():
            values.sort(key=lambda value: (-value.count, value.name.casefold()))
        dates = [article.metadata.date for article in self._articles.values()]
        years = Counter(date[:4] if date else UNKNOWN for date in dates)
        facets["year"] = [FacetValue(year, year, count) for year, count in years.items()]
        return facets
