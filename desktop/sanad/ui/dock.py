"""A pane at the right that can be moved, hidden and stacked, with a title bar of our own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget, QToolButton, QWidget

from sanad.ui.icons import themed_icon
from sanad.ui.pane_header import PaneHeader
from sanad.ui.theme import Theme


class Dock(QDockWidget):
    """Holds one pane under a header that names it and counts what it shows."""

    def __init__(self, name: str, title: str, pane: QWidget, theme: Theme) -> None:
        super().__init__(title)
        self.setObjectName(f"dock_{name}")
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        self._header = _DockHeader(title, theme, self)
        self._close = QToolButton(self._header)
        self._close.setAccessibleName(self.tr("Hide {name}").format(name=title))
        self._close.setToolTip(self.tr("Hide; View shows it again"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.close)
        self._header.add_widget(self._close)
        self.setTitleBarWidget(self._header)
        self.setWidget(pane)
        self.pane = pane
        self._title = title
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the header in the colours and sizes of *theme*."""
        self._header.set_theme(theme)
        side = theme.pixels(14)
        self._close.setIconSize(QSize(side, side))
        self._close.setIcon(themed_icon(theme, "close", "soft"))

    def set_count(self, count: int | None) -> None:
        """Show how much the pane lists; None shows nothing."""
        shown = "" if count is None else f"{count:,}"
        self._header.set_count(shown)
        # The title is what the tab says where docks are stacked.
        self.setWindowTitle(f"{self._title}  {shown}".rstrip())

    def show_header(self, shown: bool) -> None:
        """Show the header, or leave the name to a tab."""
        self._header.set_folded(not shown)

    def bring_forward(self) -> None:
        """Show the pane, also from behind others, and give it the focus."""
        self.show()
        self.raise_()
        self.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _DockHeader(PaneHeader):
    """Leaves the mouse to the dock, which moves with it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()
