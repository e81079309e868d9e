"""Where an article of the library matches a query: what is marked, counted and quoted."""

from sanad.library.records import Article
from sanad.library.store import Library
from sanad.search.matches import MatchSpan, match_spans
from sanad.search.snippets import Snippet
from sanad.search.snippets import snippets as snippets_of
from sanad.search.tree import Query


def hit_spans(library: Library, article: Article, query: Query) -> tuple[MatchSpan, ...]:
    """Return where the newest version of *article* matches *query*, in the order of the text."""
    version = library.articles.version(article.id)
    return match_spans(query, version.text, version.boilerplate, title=article.title)


def spans_and_snippets(
    library: Library, article: Article, query: Query
) -> tuple[tuple[MatchSpan, ...], tuple[Snippet, ...]]:
    """Return all matches in *article*, and the passages that best show why it answers *query*."""
    version = library.articles.version(article.id)
    spans = match_spans(query, version.text, version.boilerplate, title=article.title)
    return spans, snippets_of(version.text, spans, version.sentences, version.boilerplate)
