"""Says what became of every file of an import, and why."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sanad.files import why
from sanad.ui.models.import_report import OUTCOMES, ImportReportModel
from sanad.ui.theme import Theme
from sanad.workspace.importing import ImportReport, Outcome

_WRAPPED_ROWS = 500
"""Longer reports keep one line a file: measuring every row would take too long."""


class ImportReportDialog(QDialog):
    """A table to read, sort, copy and save; a double click opens the article."""

    article_requested = Signal(int)

    def __init__(self, report: ImportReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.pixels(820), theme.pixels(460))
        heading = QLabel(summary_of(report), self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self._model = ImportReportModel(report.rows, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self.table = self._built_table(theme)
        copy = QPushButton(self.tr("Copy as CSV"), self)
        copy.clicked.connect(self._copy)
        save = QPushButton(self.tr("Save as CSV…"), self)
        save.clicked.connect(self._save)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("primary", "true")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        for button in (copy, save, close):
            button.setAccessibleName(button.text())
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(save)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        close.setFocus()

    def _built_table(self, theme: Theme) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Imported files"))
        table.setModel(self._sorted)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setProperty("surface", "boxed")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.pixels(28))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        table.setColumnWidth(0, theme.pixels(220))
        table.setColumnWidth(1, theme.pixels(128))
        if self._model.rowCount() <= _WRAPPED_ROWS:
            table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.activated.connect(self._open)
        return table

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(self._sorted.mapToSource(index).row())
        if row.article is not None:
            self.article_requested.emit(row.article)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.as_csv())

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save import report"), "import-report.csv", "CSV (*.csv)"
        )
        if not name:
            return
        try:
            # The mark at the start makes spreadsheets read it as UTF-8.
            Path(name).write_text("\ufeff" + self._model.as_csv(), encoding="utf-8", newline="")
        except OSError as error:
            sentence = self.tr("The report could not be saved in {name}: {reason}.")
            QMessageBox.warning(
                self, self.windowTitle(), sentence.format(name=name, reason=why(error))
            )


def summary_of(report: ImportReport) -> str:
    """Return the report in one line: ``5 added, 1 duplicate``."""
    parts = [
        f"{count:,} {name}"
        for outcome, name in OUTCOMES.items()
        if (count := report.count(outcome))
    ]
    text = ", ".join(parts) or "No text or Markdown files found"
    return f"{text} (stopped)" if report.was_stopped else text


def has_refusals(report: ImportReport) -> bool:
    """Whether the report tells something that the reader should see at once."""
    refused = report.count(Outcome.SKIPPED) + report.count(Outcome.FAILED)
    return bool(refused) or not report.rows
