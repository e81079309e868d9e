"""Keeps a library's index in step with its articles."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sanad.library.records import ArticleId
from sanad.library.store import Library
from sanad.search.protocol import Batch, IndexedArticle, SearchIndex
from sanad.search.whoosh_index import open_index
from sanad.workspace.opening import index_folder

_BATCH = 5_000
"""Articles a commit: each makes a segment, and its postings are held in memory until then."""


def update_index(library: Library) -> SearchIndex:
    """Index what is new or changed in *library*, drop what was removed, and return the index.

    A damaged or missing index is made anew: it is a cache, and nothing but time is lost.
    """
    index = open_index(index_folder(library))
    current = {article.id: article.version for article in library.articles.articles()}
    indexed = index.versions()
    gone = [article for article in indexed if article not in current]
    stale = [article for article, version in current.items() if indexed.get(article) != version]
    if gone:
        index.apply(Batch(put=(), delete=gone))
    for batch in _batches(stale):
        put = [indexed_article(library, article) for article in batch]
        index.apply(Batch(put=put, delete=()))
    return index


def indexed_article(library: Library, article: ArticleId) -> IndexedArticle:
    """Return what the index is to know of *article*."""
    about = library.articles.article(article)
    version = library.articles.version(article)
    return IndexedArticle(
        id=article,
        version=version.number,
        title=about.title,
        text=version.text,
        boilerplate=version.boilerplate,
        source=about.metadata.source,
        date=about.metadata.date,
        file_name=about.file_name,
        mentions=tuple(library.articles.mentions(article)),
    )


def _batches(articles: Iterable[ArticleId]) -> Iterator[list[ArticleId]]:
    remaining = iter(articles)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
