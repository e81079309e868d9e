"""The rows of the results list; what a row says is fetched when it is first painted."""

from collections import OrderedDict
from collections.abc import Callable
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

from sanad.library.records import ArticleId
from sanad.text.spans import Span

ROW = Qt.ItemDataRole.UserRole
_KEPT_ROWS = 400


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of text with marked spans, counted in code points of *text*."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of the list says."""

    article: ArticleId
    title: str
    line: str
    """Below the title: ``Source unknown · undated · 14 hits``."""
    excerpts: tuple[Excerpt, ...] = ()
    span: Span | None = None
    """Where in the article the row leads; None is wherever the reader was."""
    is_unread: bool = False
    label: str = ""
    """A word set apart before the line, such as an initiative's status."""
    tag: str = ""
    """A quiet word set apart before the line: how a hit was found, unless as written."""
    near: int = 0
    """How many near-duplicates stand behind the row."""
    is_open: bool = False
    """Whether those have rows of their own below it."""
    is_behind: bool = False
    """Whether it stands behind another row."""


def near_text(row: Row) -> str:
    """Return what stands behind *row*, in words; nothing for most rows."""
    if row.is_behind:
        return QCoreApplication.translate("results", "near-duplicate")
    if row.near == 1:
        return QCoreApplication.translate("results", "1 near-duplicate")
    several = QCoreApplication.translate("results", "{n} near-duplicates")
    return several.format(n=f"{row.near:,}") if row.near else ""


class ResultsModel(QAbstractListModel):
    """Any number of rows; *row_at* is asked only for those on screen, the last 400 are kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._row_at: Callable[[int], Row] | None = None
        self._rows: OrderedDict[int, Row] = OrderedDict()

    def show_rows(self, count: int, row_at: Callable[[int], Row]) -> None:
        """Replace all rows; *row_at* returns the row at a place from 0 to *count* - 1."""
        self.beginResetModel()
        self._count, self._row_at = count, row_at
        self._rows.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Fetch what the rows say again; their number and order stay."""
        self._rows.clear()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def fetch_again(self, place: int) -> None:
        """Fetch what the row at *place* says again when it is next painted."""
        if 0 <= place < self._count:
            self._rows.pop(place, None)
            self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, place: int) -> Row:
        """Return the row at *place*."""
        found = self._rows.get(place)
        if found is None:
            if self._row_at is None:
                raise IndexError(place)
            found = self._rows[place] = self._row_at(place)
            if len(self._rows) > _KEPT_ROWS:
                self._rows.popitem(last=False)
        return found

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the row as a value, or as words for a screen reader."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row(index.row()).title
            case Qt.ItemDataRole.AccessibleTextRole:
                row = self.row(index.row())
                about = [row.title, row.label, row.tag, row.line, near_text(row)]
                return ". ".join(filter(None, (*about, *(e.text for e in row.excerpts))))
            case _ if role == ROW:
                return self.row(index.row())
        return None
