"""Takes articles out of a library, and brings them back.

The index follows when it is brought up to date: at the next search, or in the background.
"""

from collections.abc import Sequence

from sanad.library.records import ArticleId
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace, writable


def remove_articles(workspace: Workspace, articles: Sequence[ArticleId]) -> None:
    """Remove *articles* from lists and answers; undo brings them back with their bookmarks."""
    library = writable(workspace)

    def remove() -> None:
        with library.articles.transaction():
            for article in articles:
                library.articles.remove(article)
        _settle(workspace, articles)

    def restore() -> None:
        with library.articles.transaction():
            for article in articles:
                library.articles.restore(article)
        _settle(workspace, articles)

    remove()
    workspace.undo.push(_label(workspace, articles), restore, remove)


def remember_added(workspace: Workspace, articles: Sequence[ArticleId], label: str) -> None:
    """Let undo take *articles*, which have just been added, out of the library again."""

    def set_removed(removed: bool) -> None:
        store = writable(workspace).articles
        with store.transaction():
            for article in articles:
                (store.remove if removed else store.restore)(article)
        _settle(workspace, articles)

    workspace.undo.push(label, lambda: set_removed(True), lambda: set_removed(False))


def _settle(workspace: Workspace, articles: Sequence[ArticleId]) -> None:
    workspace.changes.announce(Changes(articles=frozenset(articles)))


def _label(workspace: Workspace, articles: Sequence[ArticleId]) -> str:
    if len(articles) == 1:
        return f"Remove “{workspace.library.articles.article(articles[0]).title}”"
    return f"Remove {len(articles)} articles"
