"""The rows of an import's report: one file each, with what became of it."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sanad.workspace.importing import ImportRow, Outcome

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")

OUTCOMES = {
    Outcome.ADDED: "added",
    Outcome.UPDATED: "updated",
    Outcome.DUPLICATE: "already there",
    Outcome.SKIPPED: "refused",
    Outcome.FAILED: "failed",
}
"""What became of a file, as a reader would say it."""


class ImportReportModel(QAbstractTableModel):
    """Three columns: file, outcome, reason."""

    def __init__(self, rows: Sequence[ImportRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._headings = (self.tr("File"), self.tr("Outcome"), self.tr("Reason"))

    def row(self, place: int) -> ImportRow:
        """Return the row at *place*."""
        return self._rows[place]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of files."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return three."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the words of a cell; the whole path is the file's tip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role, index.column():
            case Qt.ItemDataRole.DisplayRole, column:
                cells = (row.path.name, OUTCOMES[row.outcome], row.reason or row.title)
                return cells[column]
            case Qt.ItemDataRole.ToolTipRole, 0:
                return str(row.path)
            case Qt.ItemDataRole.ToolTipRole, 2:
                return row.reason or row.title
        return None

    def as_csv(self) -> str:
        """Return the report as CSV (RFC 4180); no cell starts a formula in a spreadsheet."""
        target = io.StringIO(newline="")
        writer = csv.writer(target)
        writer.writerow(self._headings)
        for row in self._rows:
            writer.writerow(map(_harmless, (str(row.path), row.outcome.value, row.reason)))
        return target.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
