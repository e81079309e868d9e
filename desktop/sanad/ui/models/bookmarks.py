"""Kept passages: those of the open article or of the whole library, perhaps filtered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from sanad.bookmarks.model import Bookmark
from sanad.library.records import Article, ArticleId
from sanad.text.fold import folded
from sanad.ui.models.rows import RowsModel


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """A bookmark with its article."""

    bookmark: Bookmark
    article: Article
    is_adrift: bool = False
    """Whether its passage cannot be said to stand anywhere in the present text."""

    @property
    def _words(self) -> str:
        bookmark = self.bookmark
        return " ".join((bookmark.anchor.quote, bookmark.note, *bookmark.tags, self.article.title))

    def names(self, filter: str) -> bool:
        """Say whether *filter*, which is folded, occurs in quote, note, tags or title."""
        return filter in folded(self._words)


class BookmarksModel(RowsModel[BookmarkRow]):
    """One row for each bookmark: those of one article as in its text, else the newest first.

    Those that are adrift come before all others.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: list[BookmarkRow] = []
        self._article: ArticleId | None = None
        self._filter = ""
        self.is_of_library = False

    def show_bookmarks(self, rows: Sequence[BookmarkRow], article: ArticleId | None) -> None:
        """Replace all bookmarks; *article* is the open one, None without any."""
        self.all, self._article = list(rows), article
        self._arrange()

    def set_scope(self, *, library: bool) -> None:
        """List the bookmarks of the whole *library*, or only of the open article."""
        self.is_of_library = library
        self._arrange()

    def set_filter(self, words: str) -> None:
        """List only bookmarks with *words* in quote, note, tags or title."""
        self._filter = folded(words).strip()
        self._arrange()

    def count(self, *, library: bool) -> int:
        """Return how many bookmarks the library has, or the open article."""
        return len(self.all) if library else len(self._here())

    def row_of(self, bookmark: str) -> int:
        """Return the row of the bookmark with this id, -1 if it is not listed."""
        for row, entry in enumerate(self.rows):
            if entry.bookmark.id == bookmark:
                return row
        return -1

    def text(self, row: BookmarkRow) -> str:
        """Return the quote."""
        return row.bookmark.anchor.quote

    def spoken(self, row: BookmarkRow) -> str:
        """Return the quote, whether it was found, its note, its tags, and where it stands."""
        bookmark = row.bookmark
        parts = [bookmark.anchor.quote]
        if row.is_adrift:
            parts.append(not_found())
        if bookmark.note:
            parts.append(self.tr("Note: {note}").format(note=bookmark.note))
        if bookmark.tags:
            parts.append(self.tr("Tags: {tags}").format(tags=", ".join(bookmark.tags)))
        parts.append(row.article.title)
        return ". ".join(parts)

    def tip(self, row: BookmarkRow) -> str:
        """Return as much of the quote as can be taken in."""
        return row.bookmark.anchor.quote[:600]

    def _here(self) -> list[BookmarkRow]:
        return [row for row in self.all if row.article.id == self._article]

    def _arrange(self) -> None:
        if self.is_of_library:
            rows = sorted(self.all, key=lambda row: row.bookmark.created_at, reverse=True)
        else:
            rows = sorted(self._here(), key=lambda row: row.bookmark.anchor.start)
        if self._filter:
            rows = [row for row in rows if row.names(self._filter)]
        self.show_rows(sorted(rows, key=lambda row: not row.is_adrift))


def not_found() -> str:
    """Return what is said of a bookmark that is adrift."""
    return QCoreApplication.translate("BookmarksModel", "Not found in the present text")
