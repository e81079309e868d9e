"""Kept passages: those of the open article or of the whole library, perhaps filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sanad.bookmarks.model import Bookmark
from sanad.library.records import Article, ArticleId
from sanad.text.fold import folded

ROW = Qt.ItemDataRole.UserRole + 1
"""A `BookmarkRow`."""


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """A bookmark with its article."""

    bookmark: Bookmark
    article: Article

    @property
    def is_lost(self) -> bool:
        """Whether the passage was not found again when the article's text changed."""
        return self.bookmark.version != self.article.version

    @property
    def _words(self) -> str:
        bookmark = self.bookmark
        return " ".join((bookmark.anchor.quote, bookmark.note, *bookmark.tags, self.article.title))

    def names(self, filter: str) -> bool:
        """Say whether *filter*, which is folded, occurs in quote, note, tags or title."""
        return filter in folded(self._words)


class BookmarksModel(QAbstractListModel):
    """One row for each bookmark: those of one article as in its text, else the newest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[BookmarkRow] = []
        self.rows: list[BookmarkRow] = []
        self._article: ArticleId | None = None
        self._filter = ""
        self.is_of_library = False

    def show_bookmarks(self, rows: Sequence[BookmarkRow], article: ArticleId | None) -> None:
        """Replace all bookmarks; *article* is the open one, None without any."""
        self._all, self._article = list(rows), article
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
        return len(self._all) if library else len(self._here())

    def row_of(self, bookmark: str) -> int:
        """Return the row of the bookmark with this id, -1 if it is not listed."""
        for row, entry in enumerate(self.rows):
            if entry.bookmark.id == bookmark:
                return row
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Answer the quote, what a screen reader says, and `ROW`."""
        row = self.rows[index.row()]
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.bookmark.anchor.quote
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return row.bookmark.anchor.quote[:600]
        return None

    def _here(self) -> list[BookmarkRow]:
        return [row for row in self._all if row.article.id == self._article]

    def _arrange(self) -> None:
        if self.is_of_library:
            rows = sorted(self._all, key=lambda row: row.bookmark.created_at, reverse=True)
        else:
            rows = sorted(self._here(), key=lambda row: row.bookmark.anchor.start)
        if self._filter:
            rows = [row for row in rows if row.names(self._filter)]
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def _spoken(row: BookmarkRow) -> str:
    bookmark = row.bookmark
    parts = [bookmark.anchor.quote]
    if bookmark.note:
        parts.append(_tr("Note: {note}").format(note=bookmark.note))
    if bookmark.tags:
        parts.append(_tr("Tags: {tags}").format(tags=", ".join(bookmark.tags)))
    if row.is_lost:
        parts.append(_tr("Not found in the newest text of the article"))
    parts.append(row.article.title)
    return ". ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BookmarksModel", text)
