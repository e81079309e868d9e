"""Rows of a pane's list: the value behind each, and what it says to the eye and to the ear."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole + 1
"""The value of a row."""

RowT = TypeVar("RowT")


class RowsModel(QAbstractListModel, Generic[RowT]):
    """Any number of values, replaced together; a subclass puts one into words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[RowT] = ()

    def show_rows(self, rows: Sequence[RowT]) -> None:
        """Replace all rows; those already shown keep mark and scroll position."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> RowT | None:
        """Return the value at *index*; None if nothing is there."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Answer the text, what a screen reader says, the tip, and `ROW`."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row) or None
        return None

    def text(self, row: RowT) -> str:
        """Return what *row* is called; typing these letters in the list finds it."""
        raise NotImplementedError

    def spoken(self, row: RowT) -> str:
        """Return everything that is painted of *row*, in words."""
        raise NotImplementedError

    def tip(self, row: RowT) -> str:
        """Return what the mouse is told, mostly nothing."""
        return ""
