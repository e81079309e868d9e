"""Keeps passages: every change is durable before it is announced, and can be undone."""

from collections.abc import Sequence

from sanad.bookmarks.model import Bookmark
from sanad.library.records import ArticleId
from sanad.text.spans import Span
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace, writable


def keep(
    workspace: Workspace,
    article: ArticleId,
    span: Span,
    note: str = "",
    tags: Sequence[str] = (),
) -> Bookmark:
    """Bookmark *span* of the newest version of *article* and return the bookmark."""
    library = writable(workspace)
    version = library.articles.version(article)
    bookmark = workspace.bookmarks.keep(article, version.number, version.text, span, note, tags)

    def remove() -> None:
        workspace.bookmarks.remove(bookmark.id)
        _announce(workspace, article)

    def put_back() -> None:
        workspace.bookmarks.put_back(bookmark)
        _announce(workspace, article)

    workspace.undo.push("Bookmark a passage", remove, put_back)
    _announce(workspace, article)
    return bookmark


def change_bookmark(
    workspace: Workspace,
    before: Bookmark,
    *,
    note: str | None = None,
    tags: Sequence[str] | None = None,
) -> Bookmark:
    """Give a bookmark another note or other tags; what is None stays as it was."""
    writable(workspace)
    after = workspace.bookmarks.change(before.id, note=note, tags=tags)
    if after == before:
        return after

    def restore(bookmark: Bookmark) -> None:
        workspace.bookmarks.put_back(bookmark)
        _announce(workspace, bookmark.article)

    workspace.undo.push("Change a bookmark", lambda: restore(before), lambda: restore(after))
    _announce(workspace, after.article)
    return after


def remove_bookmark(workspace: Workspace, bookmark: Bookmark) -> None:
    """Remove a bookmark; undo brings it back with its note."""
    writable(workspace)

    def remove() -> None:
        workspace.bookmarks.remove(bookmark.id)
        _announce(workspace, bookmark.article)

    def put_back() -> None:
        workspace.bookmarks.put_back(bookmark)
        _announce(workspace, bookmark.article)

    remove()
    workspace.undo.push("Remove a bookmark", put_back, remove)


def _announce(workspace: Workspace, article: ArticleId) -> None:
    workspace.changes.announce(Changes(bookmarks=frozenset({article})))
