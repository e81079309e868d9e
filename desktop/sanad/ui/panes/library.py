"""The first column: where to go in the library, and facets that narrow what is listed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QToolTip, QVBoxLayout, QWidget

from sanad.ui.delegates.library import LibraryDelegate
from sanad.ui.models.library import ENTRY, Facet, LibraryModel, More, Place, Saved
from sanad.ui.models.when import When
from sanad.ui.panes.when_brush import WhenBrush
from sanad.ui.theme import Theme


class LibraryPane(QWidget):
    """Shows places and facets, and says which one the reader chose."""

    place_requested = Signal(str)
    facet_toggled = Signal(str, str, bool)
    """The facet's kind, its value's id, and whether articles that have it are unwanted."""
    years_requested = Signal(object)
    """Ids of years that alone are wanted; none for all."""
    saved_requested = Signal(str)
    saved_renamed = Signal(str, str)
    """The id of a saved search and its new name."""
    saved_removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.model = LibraryModel(self)
        self.view = _LibraryView(self)
        self._delegate = LibraryDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.brush = WhenBrush(self.view, self._delegate)
        self.view.brush.years_requested.connect(self.years_requested)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Library"))
        self.view.chosen.connect(self._choose)
        self.view.removal_wanted.connect(self._remove)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.model.saved_renamed.connect(self.saved_renamed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._delegate.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_places(self, places: Sequence[Place]) -> None:
        """Replace the places to go; the mark and the scroll position stay."""
        with _Kept(self):
            self.model.show_places(places)

    def show_saved(self, searches: Sequence[Saved]) -> None:
        """Replace the saved searches; the mark and the scroll position stay."""
        with _Kept(self):
            self.model.show_saved(searches)

    def show_when(self, when: When | None) -> None:
        """Replace the histogram of years; None leaves it out."""
        with _Kept(self):
            self.model.show_when(when)

    def show_facets(self, groups: Mapping[str, tuple[str, Sequence[Facet]]]) -> None:
        """Replace the facets: for each kind the group's heading and its values, largest first."""
        with _Kept(self):
            self.model.show_facets(groups)

    def _choose(self, index: QModelIndex, unwanted: bool) -> None:
        match index.data(ENTRY):
            case Place(id=id):
                self.place_requested.emit(id)
            case Saved(id=id):
                self.saved_requested.emit(id)
            case Facet(kind=kind, id=id):
                self.facet_toggled.emit(kind, id, unwanted)
            case More(kind=kind):
                with _Kept(self):
                    self.model.toggle_group(kind)

    def _remove(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Saved):
            self.saved_removed.emit(entry.id)

    def _show_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if not isinstance(index.data(ENTRY), Saved):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Search"), lambda: self._choose(index, False))
        menu.addAction(self.tr("Rename"), lambda: self.view.edit(index))
        menu.addAction(self.tr("Remove"), lambda: self._remove(index))
        menu.popup(self.view.viewport().mapToGlobal(at))


class _Kept:
    """Keeps the marked entry and the scroll position while the rows are built anew."""

    def __init__(self, pane: LibraryPane) -> None:
        self._pane = pane

    def __enter__(self) -> None:
        index = self._pane.view.currentIndex()
        self._entry = self._pane.model.entry(index.row()) if index.isValid() else None
        self._scroll = self._pane.view.verticalScrollBar().value()

    def __exit__(self, *_error: object) -> None:
        pane = self._pane
        if self._entry is not None:
            place = pane.model.place_of(self._entry)
            pane.view.setCurrentIndex(pane.model.index(place) if place >= 0 else QModelIndex())
        pane.view.verticalScrollBar().setValue(self._scroll)


class _LibraryView(QListView):
    brush: WhenBrush
    chosen = Signal(QModelIndex, bool)
    removal_wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)

    def minimumSizeHint(self) -> QSize:
        """Let the column become narrow."""
        return QSize(120, 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the marked entry with Enter or Space; with Ctrl, exclude it."""
        if self.brush.step(self.currentIndex(), event):
            return
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.chosen.emit(self.currentIndex(), ctrl)
            return
        if self._is_for_saved(event):
            if event.key() == Qt.Key.Key_F2:
                self.edit(self.currentIndex())
            else:
                self.removal_wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim Del and F2 for a saved search, Esc for years that are being chosen.

        The window's own shortcuts would take them.
        """
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            is_for_brush = event.key() == Qt.Key.Key_Escape and self.brush.is_active
            if is_for_brush or self._is_for_saved(event):
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the years of the bar under the mouse; elsewhere what the model says."""
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            if hint := self.brush.hint(self.indexAt(event.pos()), event.pos()):
                QToolTip.showText(event.globalPos(), hint, self)
                return True
        return super().viewportEvent(event)

    def _is_for_saved(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_F2)
        return event.key() in keys and isinstance(self.currentIndex().data(ENTRY), Saved)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Leave the years when another entry is marked."""
        super().currentChanged(current, previous)
        if not isinstance(current.data(ENTRY), When):
            self.brush.forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to brush over the years."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            self.brush.press(self.indexAt(point), point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on brushing; the pointer may leave the row."""
        if not self.brush.drag(self.currentIndex(), event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the entry that is clicked, or the years; with Ctrl, exclude it."""
        super().mouseReleaseEvent(event)
        if self.brush.release(self.currentIndex()):
            return
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.chosen.emit(index, ctrl)
