"""The bar at the top: history, the search box in the middle, and what is needed most."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from sanad.ui.actions import IN_BAR
from sanad.ui.commands import Commands
from sanad.ui.icons import themed_icon
from sanad.ui.search_bar import SearchBox
from sanad.ui.theme import Theme


class TopBar(QWidget):
    """Buttons for actions of the table on both sides of the search box."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search_box = SearchBox(theme, self)
        self._buttons: list[QToolButton] = []
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(12)
        row.addLayout(self._left, 1)
        row.addWidget(self.search_box, 2)
        row.addLayout(self._right, 1)
        self._theme = theme

    def show_actions(self, commands: Commands) -> None:
        """Fill the bar with buttons for *commands*; the last one opens all menus."""
        for id in IN_BAR[:2]:
            self._left.addWidget(self._button(commands[id]))
        self._left.addStretch(1)
        self._right.addStretch(1)
        for id in IN_BAR[2:]:
            self._right.addWidget(self._button(commands[id]))
        self.more = QToolButton(self)
        self.more.setObjectName("more")
        self.more.setAccessibleName(self.tr("Menu"))
        self.more.setToolTip(self.tr("Menu (F10)"))
        self.more.setShortcut("F10")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.menus = commands.menus(menu)
        for part in self.menus.values():
            menu.addMenu(part)
        self.more.setMenu(menu)
        self._right.addWidget(self.more)
        self._buttons.append(self.more)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        self.search_box.set_theme(theme)
        self.search_box.setMaximumWidth(theme.pixels(640))
        side = theme.pixels(20)
        for button in self._buttons:
            button.setIconSize(QSize(side, side))
            button.setFixedSize(theme.pixels(34), theme.pixels(34))
        if self._buttons:
            self.more.setIcon(themed_icon(theme, "more"))
        self.setFixedHeight(theme.pixels(34) + 16)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.text().rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        return button
