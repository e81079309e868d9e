"""Fetches what the reader and the panes show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sanad.bookmarks.model import Bookmark
from sanad.bookmarks.reanchor import relocate
from sanad.errors import NotFoundError
from sanad.initiatives.model import Initiative
from sanad.initiatives.payload import from_json
from sanad.initiatives.register import RegisterRow, register
from sanad.library.records import Article, ArticleId, Mention, Version
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace

_READING = "reading"


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article at its newest version with everything that is shown beside its text."""

    article: Article
    version: Version
    mentions: tuple[Mention, ...]
    initiatives: tuple[Initiative, ...]
    bookmarks: tuple[Bookmark, ...]
    """Those whose passage stands in this version, at its place there."""
    adrift: tuple[Bookmark, ...] = ()
    """Those kept in an older version whose passage cannot be said to stand anywhere in this one."""


def articles(workspace: Workspace) -> list[Article]:
    """Return the articles of the library, in the order in which they were imported."""
    return workspace.library.articles.articles()


def open_article(workspace: Workspace, article: ArticleId) -> OpenArticle:
    """Return *article* with what is known of it; raises `NotFoundError`."""
    store = workspace.library.articles
    version = store.version(article)
    bookmarks, adrift = _placed(workspace.bookmarks.of_article(article), version)
    return OpenArticle(
        store.article(article),
        version,
        tuple(store.mentions(article)),
        tuple(from_json(payload) for _, payload in store.initiative_payloads(article)),
        bookmarks,
        adrift,
    )


def initiative_register(workspace: Workspace) -> list[RegisterRow]:
    """Return the register of the whole library, one row for each initiative."""
    rows = workspace.library.articles.initiative_payloads()
    return register((article, from_json(payload)) for article, payload in rows)


def kept_passages(workspace: Workspace) -> tuple[tuple[Bookmark, ...], tuple[Bookmark, ...]]:
    """Return all bookmarks at their places in the newest texts, and those that are adrift."""
    store = workspace.library.articles
    by_article: dict[ArticleId, list[Bookmark]] = {}
    for bookmark in workspace.bookmarks.all():
        by_article.setdefault(bookmark.article, []).append(bookmark)
    placed: list[Bookmark] = []
    adrift: list[Bookmark] = []
    for article, kept in by_article.items():
        try:
            number = store.article(article).version
        except NotFoundError:  # a notebook may come from elsewhere
            continue
        if all(bookmark.version == number for bookmark in kept):  # no text need be read
            placed += kept
        else:
            here, lost = _placed(kept, store.version(article))
            placed += here
            adrift += lost
    return tuple(placed), tuple(adrift)


def mark_read(workspace: Workspace, article: ArticleId) -> None:
    """Remember that *article* has been opened; says so the first time only."""
    notebook = workspace.library.notebook
    if workspace.library.read_only or notebook.get(_READING, str(article)) is not None:
        return
    notebook.put(_READING, str(article), {"opened_at": datetime.now(UTC).isoformat()})
    workspace.changes.announce(Changes(reading=frozenset({article})))


def read_articles(workspace: Workspace) -> set[ArticleId]:
    """Return the articles that have been opened at least once."""
    return {ArticleId(int(key)) for key, _ in workspace.library.notebook.all(_READING)}


def _placed(
    kept: Iterable[Bookmark], version: Version
) -> tuple[tuple[Bookmark, ...], tuple[Bookmark, ...]]:
    placed: list[Bookmark] = []
    adrift: list[Bookmark] = []
    for bookmark in kept:
        if bookmark.version == version.number and _says(version, bookmark):
            placed.append(bookmark)
        elif (moved := relocate(bookmark, version.text, version.number)) is not None:
            placed.append(moved)
        else:
            adrift.append(bookmark)
    return tuple(placed), tuple(adrift)


def _says(version: Version, bookmark: Bookmark) -> bool:
    # Articles read again in another order may have changed their numbers under a notebook.
    start, end = bookmark.span
    return version.text[start:end] == bookmark.anchor.quote
