"""The list of articles related to the open one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sanad.search.protocol import Related
from sanad.ui.delegates.related import RelatedDelegate
from sanad.ui.models.related import RelatedModel
from sanad.ui.pane_header import PaneHeader
from sanad.ui.reader.row_view import RowList
from sanad.ui.theme import Theme


class RelatedPane(QWidget):
    """Under a header of its own; hidden while nothing is related."""

    article_requested = Signal(int, bool)
    """An article's id, and whether in a new tab."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("related")
        self._header = PaneHeader(self.tr("Related articles"), theme, self)
        self.model = RelatedModel(self)
        self.view = RowList(self.tr("Related articles"), self)
        self._delegate = RelatedDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._header.set_theme(theme)
        self._delegate.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_related(self, rows: Sequence[Related]) -> None:
        """List *rows*, the closest first."""
        self.model.show_rows(tuple(rows))
        self._header.set_count(f"{len(rows):,}" if rows else "")
        self.setVisible(bool(rows))

    def _choose(self, index: QModelIndex, with_shift: bool) -> None:
        if (row := self.model.row_at(index)) is not None:
            self.article_requested.emit(row.article, with_shift)
