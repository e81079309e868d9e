"""Lists and trees of a pane: one click, Enter or Space chooses a row, the right key its menu."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView, QWidget

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Choosing(QObject):
    """Sets up *view*, which is called *name*, and says which of its rows is meant."""

    chosen = Signal(QModelIndex, bool)
    """The row, and whether Shift was held with the key."""
    menu_requested = Signal(QModelIndex, QPoint)
    """The row, and where on the screen."""

    def __init__(self, view: QAbstractItemView, name: str) -> None:
        super().__init__(view)
        self._view = view
        view.setAccessibleName(name)
        view.setProperty("surface", "panel")
        view.setMinimumSize(120, 60)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setMouseTracking(True)
        view.verticalScrollBar().setSingleStep(24)
        view.clicked.connect(lambda index: self.chosen.emit(index, False))
        view.customContextMenuRequested.connect(self._ask_for_menu)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)  # a scroll bar that comes narrows it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the current row by key; break the lines of the rows anew at another width."""
        # The view is asked nothing else here: it may be on its way out.
        if event.type() == QEvent.Type.Resize:
            self._view.scheduleDelayedItemsLayout()
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _CHOOSING
        ):
            return self._choose(event)
        return False

    def _choose(self, event: QKeyEvent) -> bool:
        index = self._view.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return False
        self.chosen.emit(index, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _ask_for_menu(self, point: QPoint) -> None:
        """Ask for the menu of the row at *point*, which the Menu key puts on the current row."""
        index = self._view.indexAt(point)
        if not index.isValid():
            index = self._view.currentIndex()
            point = self._view.visualRect(index).center()
        if index.isValid():
            self.menu_requested.emit(index, self._view.viewport().mapToGlobal(point))


class RowList(QListView):
    """Rows of any height in one column."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        choosing = Choosing(self, name)
        self.chosen, self.menu_requested = choosing.chosen, choosing.menu_requested
        self.setResizeMode(QListView.ResizeMode.Adjust)


class RowTree(QTreeView):
    """Cards with rows below them; Right and Left open and close a card."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        choosing = Choosing(self, name)
        self.chosen, self.menu_requested = choosing.chosen, choosing.menu_requested
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
