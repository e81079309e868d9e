"""Keeps bookmarks in the notebook of a library: what is returned is durable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from sanad.bookmarks.model import Bookmark, clean_tags, from_value, to_value
from sanad.errors import InputRefusedError, NotFoundError
from sanad.library.notebook import Notebook
from sanad.library.records import ArticleId
from sanad.text.anchors import anchor_of
from sanad.text.spans import Span

_KIND = "bookmark"


class Bookmarks:
    """The bookmarks in one notebook. Every change can be undone by `put_back` or `remove`."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def keep(  # noqa: PLR0917 - what is kept, then what is said about it
        self,
        article: ArticleId,
        version: int,
        text: str,
        span: Span,
        note: str = "",
        tags: Sequence[str] = (),
        colour: str = "",
    ) -> Bookmark:
        """Bookmark *span* of *text*, which is the text of *version* of *article*.

        Blanks at the ends of the span are left out. Raises `InputRefusedError` when nothing else
        is in it.
        """
        passage = _trimmed(text, span)
        bookmark = Bookmark(
            id=uuid4().hex,
            article=article,
            version=version,
            anchor=anchor_of(text, passage),
            note=note,
            tags=clean_tags(tags),
            colour=colour,
            created_at=datetime.now(UTC),
        )
        self.put_back(bookmark)
        return bookmark

    def change(
        self,
        id: str,
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        colour: str | None = None,
    ) -> Bookmark:
        """Change what is given of a bookmark and return it; raises `NotFoundError`."""
        before = self.get(id)
        after = replace(
            before,
            note=before.note if note is None else note,
            tags=before.tags if tags is None else clean_tags(tags),
            colour=before.colour if colour is None else colour,
        )
        self.put_back(after)
        return after

    def remove(self, id: str) -> Bookmark:
        """Remove a bookmark and return it as it was; raises `NotFoundError`."""
        bookmark = self.get(id)
        self._notebook.delete(_KIND, id)
        return bookmark

    def put_back(self, bookmark: Bookmark) -> None:
        """Keep *bookmark* as it is, in place of the one with its id if there is one."""
        self._notebook.put(_KIND, bookmark.id, to_value(bookmark))

    def get(self, id: str) -> Bookmark:
        """Return the bookmark with this id; raises `NotFoundError`."""
        value = self._notebook.get(_KIND, id)
        if value is None:
            raise NotFoundError("This bookmark is no longer in the library.")
        return from_value(id, value)

    def of_article(self, article: ArticleId) -> list[Bookmark]:
        """Return the bookmarks in *article*, in the order of its text."""
        found = (bookmark for bookmark in self.all() if bookmark.article == article)
        return sorted(found, key=lambda bookmark: bookmark.span)

    def all(self) -> list[Bookmark]:
        """Return all bookmarks, in the order in which they were kept."""
        return self._notebook.made(_KIND, from_value)


def _trimmed(text: str, span: Span) -> Span:
    start, end = max(span.start, 0), min(span.end, len(text))
    passage = text[start:end]
    if not passage.strip():
        raise InputRefusedError("Select some text first; there is nothing in this place to keep.")
    return Span(
        start + len(passage) - len(passage.lstrip()),
        end - len(passage) + len(passage.rstrip()),
    )
