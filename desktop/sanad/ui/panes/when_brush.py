"""Choosing years in the histogram of the library pane, with the mouse or the arrow keys."""

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QListView

from sanad.search.protocol import UNKNOWN
from sanad.ui.delegates.library import LibraryDelegate
from sanad.ui.models.library import ENTRY
from sanad.ui.models.when import When

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WhenBrush(QObject):
    """Holds which bars are being chosen; says so once they are."""

    years_requested = Signal(object)
    """Ids of facet values, to demand them alone; none demands nothing."""

    def __init__(self, view: QListView, delegate: LibraryDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._anchor = -1
        self._cursor = -1
        self._is_pressed = False

    @property
    def is_active(self) -> bool:
        """Whether bars are being chosen."""
        return self._cursor >= 0

    def hint(self, index: QModelIndex, point: QPoint) -> str:
        """Return what lies under *point*: years and their articles; "" beside the bars."""
        when = _when(index)
        place = -1
        if when is not None:
            place = self._delegate.when.bar_at(self._view.visualRect(index), when, point)
        return when.label(place, place) if when is not None and place >= 0 else ""

    def press(self, index: QModelIndex, point: QPoint) -> bool:
        """Begin at the bar under *point*; return whether there is one, or the undated."""
        when = _when(index)
        if when is None:
            return False
        rect = self._view.visualRect(index)
        if self._delegate.when.is_on_undated(rect, when, point):
            self.years_requested.emit(() if when.undated_is_chosen else (UNKNOWN,))
            return True
        place = self._delegate.when.bar_at(rect, when, point)
        self._is_pressed = place >= 0
        self._move(when, place, place)
        return True

    def drag(self, index: QModelIndex, point: QPoint) -> bool:
        """Go on to the bar nearest to *point*; return whether anything is being chosen."""
        when = _when(index)
        if not self._is_pressed or when is None:
            return self._is_pressed
        rect = self._view.visualRect(index)
        point = QPoint(point.x(), rect.top())
        self._move(when, self._anchor, self._delegate.when.bar_at(rect, when, point))
        return True

    def release(self, index: QModelIndex) -> bool:
        """Choose what was brushed; return whether there was anything."""
        when = _when(index)
        was_pressed, self._is_pressed = self._is_pressed, False
        if was_pressed and when is not None:
            self._choose(when)
        return was_pressed

    def step(self, index: QModelIndex, event: QKeyEvent) -> bool:
        """Move with the arrows, extend with Shift, choose with Enter; return whether it did."""
        when = _when(index)
        if when is None:
            return False
        last = len(when.bars) - 1 + bool(when.undated)
        forward = self._view.layoutDirection() == Qt.LayoutDirection.LeftToRight
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                by = 1 if (event.key() == Qt.Key.Key_Right) == forward else -1
                start = self._cursor if self._cursor >= 0 else (-1 if by > 0 else last + 1)
                place = min(max(start + by, 0), last)
            case Qt.Key.Key_Escape if self._cursor >= 0:
                self.forget()
                return True
            case key if key in _ENTER and self._cursor >= 0:
                if self._cursor == len(when.bars):
                    self.years_requested.emit(() if when.undated_is_chosen else (UNKNOWN,))
                else:
                    self._choose(when)
                return True
            case _:
                return False
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if extends and self._anchor >= 0:
            self._move(when, self._anchor, min(place, len(when.bars) - 1))
        else:
            self._move(when, place, place)
        return True

    def forget(self) -> None:
        """Choose nothing any more."""
        self._anchor = self._cursor = -1
        self._is_pressed = False
        self._delegate.brushed = None
        self._delegate.undated_is_marked = False
        self._view.viewport().update()

    def _move(self, when: When, anchor: int, cursor: int) -> None:
        self._anchor, self._cursor = anchor, cursor
        is_undated = cursor == len(when.bars)
        is_bar = cursor >= 0 and not is_undated
        brushed = (min(anchor, cursor), max(anchor, cursor)) if is_bar else None
        self._delegate.brushed = brushed
        self._delegate.undated_is_marked = is_undated
        self._view.viewport().update()
        spoken = when.undated_text() if is_undated else when.label(*brushed) if brushed else ""
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, spoken))

    def _choose(self, when: When) -> None:
        """Demand the years of the brushed bars, or nothing where just these are demanded."""
        first, last = sorted((self._anchor, self._cursor))
        chosen = when.chosen
        self._delegate.brushed = None
        if chosen == (first, last) and not when.undated_is_chosen:
            self.years_requested.emit(())
        else:
            self.years_requested.emit(
                tuple(id for bar in when.bars[first : last + 1] for id in bar.ids)
            )


def _when(index: QModelIndex) -> When | None:
    entry = index.data(ENTRY)
    return entry if isinstance(entry, When) else None
