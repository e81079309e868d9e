"""The parts of the window and how they are laid out; it knows nothing of libraries."""

from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStatusBar,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sanad.ui.dock import Dock
from sanad.ui.drop_overlay import DropOverlay, local_paths
from sanad.ui.icons import application_icon
from sanad.ui.message_bar import MessageBar, Toast
from sanad.ui.panes.bookmarks import BookmarksPane
from sanad.ui.panes.entities import EntitiesPane
from sanad.ui.panes.initiatives import InitiativesPane
from sanad.ui.panes.library import LibraryPane
from sanad.ui.panes.outline import OutlinePane
from sanad.ui.panes.reader import ReaderPane
from sanad.ui.panes.related import RelatedPane
from sanad.ui.panes.results import ResultsPane
from sanad.ui.search_bar import ReadBackLine
from sanad.ui.status_line import StatusLine
from sanad.ui.theme import Theme
from sanad.ui.top_bar import TopBar

_LAYOUT_VERSION = 1
_SIZE = QSize(1440, 900)
_LIBRARY, _RESULTS, _DOCKS = 196, 318, 312
_NARROW, _READER = 1160, 300


class Themed(Protocol):
    """A part of the window that can be drawn in another theme."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""


class Frame(QMainWindow):
    """Bars above, three columns, docks at the right, a line of facts below."""

    sides_changed = Signal(bool)
    """Whether the panes on both sides are shown."""
    files_dropped = Signal(object)
    """A list of paths."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setWindowTitle("Sanad")
        self.setWindowIcon(application_icon())
        self.setDocumentMode(True)
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.top_bar = TopBar(theme)
        self.search_box = self.top_bar.search_box
        self.messages = MessageBar(theme)
        self.read_back = ReadBackLine(theme)
        self.setMenuWidget(_stacked(self.top_bar, self.messages, self.read_back))
        self.library = LibraryPane(theme)
        self.results = ResultsPane(theme)
        self.reader = ReaderPane(theme)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.reader.setMinimumWidth(theme.pixels(_READER))
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        for place, pane in enumerate((self.library, self.results, self.reader)):
            self.columns.addWidget(pane)
            self.columns.setStretchFactor(place, 0 if pane is not self.reader else 1)
        self.setCentralWidget(self.columns)
        self.initiatives = InitiativesPane(theme)
        self.entities = EntitiesPane(theme)
        self.bookmarks = BookmarksPane(theme)
        self.outline = OutlinePane(theme)
        self.related = RelatedPane(theme)
        self.docks = {
            "initiatives": Dock("initiatives", self.tr("Initiatives"), self.initiatives, theme),
            "entities": Dock("entities", self.tr("Entities"), self.entities, theme),
            "bookmarks": Dock("bookmarks", self.tr("Bookmarks"), self.bookmarks, theme),
            "outline": Dock(
                "outline", self.tr("Outline"), _divided(self.outline, self.related), theme
            ),
        }
        self.facts = StatusLine(theme)
        status = QStatusBar()
        status.setSizeGripEnabled(False)
        status.addWidget(self.facts, 1)
        status.setContentsMargins(0, 0, 0, 0)
        self.setStatusBar(status)
        self.overlay = DropOverlay(theme, self)
        self.setAcceptDrops(True)
        self.toast = Toast(theme, self)
        for dock in self.docks.values():
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            for moved in (dock.visibilityChanged, dock.dockLocationChanged, dock.topLevelChanged):
                moved.connect(self._settle_headers_soon)
        self._put_away: list[Dock] = []
        self._is_narrow = self._gave_way = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle_headers)
        room = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(QSize(room.width() * 19 // 20, room.height() * 9 // 10)))
        self.reset_layout()

    def set_theme(self, theme: Theme) -> None:
        """Draw every part in the colours and sizes of *theme*."""
        self.theme = theme
        parts: tuple[Themed, ...] = (
            self.top_bar, self.messages, self.read_back, self.library, self.results, self.reader,
            self.initiatives, self.entities, self.bookmarks, self.outline, self.related,
            self.facts, self.overlay, *self.docks.values(),
        )  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        self.reader.setMinimumWidth(theme.pixels(_READER))

    def reset_layout(self) -> None:
        """Put every pane back in its first place and size."""
        pixels = self.theme.pixels
        self.library.show()
        self.results.show()
        first, second, *others = self.docks.values()
        for dock in self.docks.values():
            dock.setFloating(False)
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            dock.show()
        self.splitDockWidget(first, second, Qt.Orientation.Vertical)
        for dock in others:
            self.tabifyDockWidget(second, dock)
        second.raise_()
        docks = [first, second]
        self.resizeDocks(docks, [pixels(_DOCKS)] * 2, Qt.Orientation.Horizontal)
        self.resizeDocks(docks, [pixels(380), pixels(380)], Qt.Orientation.Vertical)
        reader = max(pixels(400), self.width() - pixels(_LIBRARY + _RESULTS + _DOCKS))
        self.columns.setSizes([pixels(_LIBRARY), pixels(_RESULTS), reader])
        self.sides_changed.emit(True)
        self._settle_headers_soon()

    def save_layout(self, settings: QSettings) -> None:
        """Remember size, place and arrangement."""
        settings.setValue("geometry", self.saveGeometry())
        settings.setValue("state", self.saveState(_LAYOUT_VERSION))
        settings.setValue("columns", self.columns.saveState())
        settings.setValue("library", self._gave_way or not self.library.isHidden())

    def restore_layout(self, settings: QSettings) -> None:
        """Arrange the window as remembered; what is missing or foreign is left as it is."""
        for key, restore in (
            ("geometry", self.restoreGeometry),
            ("state", lambda state: self.restoreState(state, _LAYOUT_VERSION)),
            ("columns", self.columns.restoreState),
        ):
            value = settings.value(key)
            if isinstance(value, QByteArray):
                restore(value)
        shown = bool(settings.value("library", defaultValue=True, type=bool))
        self.library.setVisible(shown)
        self.sides_changed.emit(shown)
        self._settle_headers_soon()

    def show_sides(self, shown: bool) -> None:
        """Show or hide the library and the docks, and leave results and reader.

        A dock that was closed by itself stays closed.
        """
        self.library.setVisible(shown)
        if not shown:
            self._put_away = [dock for dock in self.docks.values() if not dock.isHidden()]
        for dock in self._put_away:
            dock.setVisible(shown)
        self.sides_changed.emit(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to results and reader; the sides come back with the room."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.theme.pixels(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow and not self.library.isHidden():
                self._gave_way = True
                self.show_sides(False)
            elif not is_narrow and self._gave_way:
                self._gave_way = False
                self.show_sides(True)

    def focus_pane(self, step: int) -> None:
        """Move the focus to the pane *step* places after the one that has it."""
        focused = self.focusWidget()
        panes: list[QWidget] = [self.search_box, self.library, self.results, self.reader]
        panes += [dock.pane for dock in self.docks.values() if not dock.visibleRegion().isEmpty()]
        panes = [pane for pane in panes if pane.isVisible()]
        holding = [
            place
            for place, pane in enumerate(panes)
            if focused is not None and (pane is focused or pane.isAncestorOf(focused))
        ]
        place = (holding[0] + step) % len(panes) if holding else 0
        target = panes[place]
        reason = Qt.FocusReason.TabFocusReason
        target.setFocus(reason)
        focused = self.focusWidget()
        if focused is not target and not target.isAncestorOf(focused or self):
            inner = target.nextInFocusChain()
            if inner is not None:
                inner.setFocus(reason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Offer to import what is dragged over the window."""
        if local_paths(event.mimeData().urls()):
            self.overlay.say(self.tr("Drop to import into this library"))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the offer away."""
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what is dropped."""
        self.overlay.hide()
        event.acceptProposedAction()
        self.files_dropped.emit(local_paths(event.mimeData().urls()))

    def _settle_headers_soon(self) -> None:
        self._settling.start(0)

    def _settle_headers(self) -> None:
        """Leave the name of stacked docks to their tabs."""
        for dock in self.docks.values():
            dock.show_header(not self.tabifiedDockWidgets(dock))
        for tabs in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tabs.setAccessibleName(self.tr("Side panes"))  # Qt makes it, and leaves it nameless


def _divided(above: QWidget, below: QWidget) -> QSplitter:
    """Return both in one column; the line between them can be moved."""
    divided = QSplitter(Qt.Orientation.Vertical)
    divided.setChildrenCollapsible(False)
    divided.setHandleWidth(1)
    divided.addWidget(above)
    divided.addWidget(below)
    divided.setFocusProxy(above)
    return divided


def _stacked(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return holder
