"""The pane of the open article's headings and paragraphs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sanad.ui.delegates.outline import OutlineDelegate
from sanad.ui.empty_state import EmptyState
from sanad.ui.models.outline import OutlineModel, parts
from sanad.ui.reader.row_view import RowList
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle


class OutlinePane(QWidget):
    """Lists paragraphs; Enter or a click goes to one."""

    sentence_requested = Signal(object)
    """The span of a paragraph's first sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.model = OutlineModel(self)
        self.view = RowList(self.tr("Outline"), self)
        self.view.setUniformItemSizes(True)
        self._delegate = OutlineDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.chosen.connect(self._choose)
        self.view.setViewportMargins(0, theme.unit, 0, 0)
        self.empty = EmptyState(theme)
        self.empty.setProperty("surface", "panel")
        self.empty.say("outline", self.tr("Open an article to see its paragraphs"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.view)
        self.show_article(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_article(self, opened: "OpenArticle | None") -> None:
        """List the paragraphs of *opened*; None: nothing is open."""
        found = parts(opened.version) if opened else []
        if found != self.model.parts:
            self.model.show_parts(found)
        self._stack.setCurrentWidget(self.view if found else self.empty)

    def mark(self, paragraph: int) -> None:
        """Make the paragraph with this number current, for instance the one being read."""
        row = self.model.row_of(paragraph)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _choose(self, index: QModelIndex, _back: bool) -> None:
        self.sentence_requested.emit(self.model.parts[index.row()].span)
