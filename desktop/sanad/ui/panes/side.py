"""What the panes beside the text share: a view of rows, or why there is none, and row menus."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from sanad.ui.delegates.rows import RowDelegate
from sanad.ui.empty_state import EmptyState
from sanad.ui.icons import themed_icon
from sanad.ui.reader.row_view import RowList, RowTree
from sanad.ui.theme import Theme


class Way(NamedTuple):
    """One line of a row's menu."""

    icon: str
    text: str
    act: Callable[[], object]
    is_possible: bool = True


class SidePane(QWidget):
    """A view under a bar that may be empty; a subclass fills both, and says what rows offer."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.empty = EmptyState(theme)
        self.empty.setProperty("surface", "panel")
        self._bar = QWidget(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._bar.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self._view.scheduleDelayedItemsLayout()
        self._view.viewport().update()

    def menu(self, index: QModelIndex) -> QMenu | None:
        """Return the menu of the row at *index*; it goes when it is closed. None if it has none."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in self._ways(index):
            entry = QAction(themed_icon(self._theme, way.icon), way.text, menu)
            entry.triggered.connect(lambda _=False, act=way.act: act())
            entry.setEnabled(way.is_possible)
            menu.addAction(entry)
        if menu.isEmpty():
            menu.deleteLater()
            return None
        return menu

    def _set_up(
        self, view: RowList | RowTree, delegate: RowDelegate, model: QAbstractItemModel
    ) -> None:
        """Show the rows of *model* in *view*, painted by *delegate*."""
        self._view, self._delegate = view, delegate
        view.setItemDelegate(delegate)
        view.setModel(model)
        view.menu_requested.connect(self._show_menu)
        self._stack.addWidget(view)
        self.setFocusProxy(view)

    def _ways(self, index: QModelIndex) -> Iterable[Way]:
        """Return what can be done with the row at *index*."""
        return ()

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        if (menu := self.menu(index)) is not None:
            menu.popup(at)

    def _filter_field(self, name: str) -> QLineEdit:
        """Return a field for the bar, called *name*, that narrows what is listed."""
        field = QLineEdit(self._bar)
        field.setPlaceholderText(self.tr("Filter"))
        field.setAccessibleName(name)
        field.setClearButtonEnabled(True)
        return field

    def _show_rows(self, shown: bool) -> None:
        """Show the view, or else why it is empty."""
        self._stack.setCurrentWidget(self._view if shown else self.empty)

    def _go_to_row(self, row: int) -> None:
        """Make *row* current and bring it into view; -1: nothing happens."""
        if row >= 0:
            index = self._view.model().index(row, 0)
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)
