"""The strip of tabs above the text."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from sanad.ui.icons import themed_icon
from sanad.ui.theme import Theme

_NARROWEST, _WIDEST, _HEIGHT = 96, 230, 35


class TabStrip(QTabBar):
    """One tab for each article; tabs move, and the middle button closes them."""

    close_requested = Signal(int)
    close_others_requested = Signal(int)
    close_right_requested = Signal(int)
    reopen_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Open articles"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
        self.can_reopen = False
        self._pressed = -1
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        for index in range(self.count()):
            self._dress(index)
        self.update()

    def insert(self, index: int, title: str) -> None:
        """Put a tab called *title* at *index*."""
        self.insertTab(index, "")
        self.set_title(index, title)
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(self.tr("Close tab"))
        button.setToolTip(self.tr("Close tab"))
        button.clicked.connect(lambda: self._close_of(button))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)
        self._dress(index)

    def set_title(self, index: int, title: str) -> None:
        """Name the tab at *index*."""
        self.setTabText(index, title.replace("&", "&&"))
        self.setTabToolTip(index, title)

    def minimumSizeHint(self) -> QSize:
        """Let the reader become narrow; tabs then scroll."""
        return QSize(80, super().minimumSizeHint().height())

    def tabSizeHint(self, index: int) -> QSize:
        """Keep titles readable and no tab wider than others need."""
        hint = super().tabSizeHint(index)
        narrowest, widest = self._theme.pixels(_NARROWEST), self._theme.pixels(_WIDEST)
        hint.setWidth(max(narrowest, min(hint.width(), widest)))
        hint.setHeight(self._theme.pixels(_HEIGHT))
        return hint

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which tab the middle button went down on."""
        self._pressed = self.tabAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close a tab with the middle button."""
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0 and index == self._pressed:
            self.close_requested.emit(index)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the tab at the mouse, or with the current one."""
        index = self.tabAt(event.pos())
        index = self.currentIndex() if index < 0 else index
        if index >= 0:
            self.menu(index).popup(event.globalPos())

    def menu(self, index: int) -> QMenu:
        """Return the menu of the tab at *index*; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Close tab"), lambda: self.close_requested.emit(index))
        others = menu.addAction(
            self.tr("Close other tabs"), lambda: self.close_others_requested.emit(index)
        )
        others.setEnabled(self.count() > 1)
        right = menu.addAction(
            self.tr("Close tabs after this one"), lambda: self.close_right_requested.emit(index)
        )
        right.setEnabled(index + 1 < self.count())
        menu.addSeparator()
        reopen = menu.addAction(self.tr("Reopen closed tab"), self.reopen_requested.emit)
        reopen.setEnabled(self.can_reopen)
        return menu

    def _close_of(self, button: QToolButton) -> None:
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is button:
                self.close_requested.emit(index)
                return

    def _dress(self, index: int) -> None:
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if isinstance(button, QToolButton):
            side = self._theme.pixels(14)
            button.setIcon(themed_icon(self._theme, "close", "soft"))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(self._theme.pixels(20), self._theme.pixels(20))
            button.setStyleSheet("QToolButton { padding: 0; border-width: 1px; }")
