"""Keeps a library's index in step with its articles."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from sanad.library.records import ArticleId
from sanad.library.store import Library
from sanad.search.memory_index import MemoryIndex
from sanad.search.protocol import Batch, IndexedArticle
from sanad.search.whoosh_index import MAX_SEGMENTS, WhooshIndex, open_index
from sanad.workspace.opening import index_folder

_BATCH = 5_000
"""Articles a commit: each makes a segment, and its postings are held in memory until then."""


def update_index(library: Library, again: Collection[ArticleId] = ()) -> WhooshIndex:
    """Index what is new or changed in *library*, drop what was removed, and return the index.

    Articles in *again* are indexed even if their version is. An index that is damaged, missing or
    in many pieces is made anew: it is a cache, and nothing but time is lost.
    """
    index = open_index(index_folder(library))
    current = library.articles.states()
    indexed = index.versions()
    if (current and not (indexed and index.health().ok)) or index.stats().segments > MAX_SEGMENTS:
        rebuild(library, index)
        return index
    gone = [article for article in indexed if article not in current]
    stale = [
        article
        for article, state in current.items()
        if indexed.get(article) != state or article in again
    ]
    if gone:
        index.apply(Batch(delete=gone))
    for batch in _batches(library, stale, current):
        index.apply(batch)
    return index


def rebuild(library: Library, index: WhooshIndex) -> None:
    """Make *index* anew from the articles of *library*."""
    current = library.articles.states()
    index.rebuild(_batches(library, current, current))


def index_in_memory(library: Library) -> MemoryIndex:
    """Return an index that needs no cache folder; it takes a while to make."""
    current = library.articles.states()
    return MemoryIndex(indexed_article(library, *state) for state in current.items())


def index_in_job(library_folder: Path, report: Callable[..., bool]) -> bool:
    """Bring a library's index up to date in a process of its own; return whether it was not."""
    with Library.open(library_folder, read_only=True) as library:
        current = library.articles.states()
        index = open_index(index_folder(library))
        is_current = index.versions() == current and index.health().ok
        if not is_current:
            report(0, len(current))
        update_index(library)
        return not is_current


def indexed_article(library: Library, article: ArticleId, state: int) -> IndexedArticle:
    """Return what the index is to know of *article*.

    Its version is the *state* of the article: another library with this one's identity, such as a
    copy or a backup, may have other texts under the same numbers.
    """
    about = library.articles.article(article)
    version = library.articles.version(article)
    return IndexedArticle(
        id=article,
        version=state,
        title=about.title,
        text=version.text,
        boilerplate=version.boilerplate,
        source=about.metadata.source,
        date=about.metadata.date,
        file_name=about.file_name,
        mentions=tuple(library.articles.mentions(article)),
    )


def _batches(
    library: Library, articles: Iterable[ArticleId], states: Mapping[ArticleId, int]
) -> Iterator[Batch]:
    remaining = iter(articles)
    while batch := list(islice(remaining, _BATCH)):
        yield Batch(put=[indexed_article(library, id, states[id]) for id in batch])
