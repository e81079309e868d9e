"""Lists and trees of a pane: one click or Enter chooses a row, a right click asks for its menu."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """Rows of any height in one column."""

    chosen = Signal(QModelIndex, bool)
    """The row, and whether Shift was held."""
    menu_requested = Signal(QModelIndex, QPoint)
    """The row, and where on the screen."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        _set_up(self, name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda index: self.chosen.emit(index, False))
        self.customContextMenuRequested.connect(self._ask_for_menu)

    def minimumSizeHint(self) -> QSize:
        """Let the pane become small."""
        return QSize(120, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with Enter, backwards with Shift."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.chosen.emit(self.currentIndex(), back)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines of the rows anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _ask_for_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.menu_requested.emit(index, self.viewport().mapToGlobal(point))


class RowTree(QTreeView):
    """Cards with rows below them; Right and Left open and close a card."""

    chosen = Signal(QModelIndex, bool)
    """The row, and whether Shift was held."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        _set_up(self, name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.clicked.connect(lambda index: self.chosen.emit(index, False))

    def minimumSizeHint(self) -> QSize:
        """Let the pane become small."""
        return QSize(120, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with Enter."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex(), False)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines of the rows anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _set_up(view: QAbstractItemView, name: str) -> None:
    view.setAccessibleName(name)
    view.setProperty("surface", "panel")
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setMouseTracking(True)
    view.verticalScrollBar().setSingleStep(24)
