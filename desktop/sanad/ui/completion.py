"""The list under the search box that offers to complete what is being typed.

The box keeps the focus and its keys; the list only shows what could be taken. Suggestions come
from the search process, and those for anything but the latest text are dropped.
"""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from sanad.search.protocol import Suggestion
from sanad.text.utf16 import Utf16Map
from sanad.ui.delegates.completion import CompletionDelegate
from sanad.ui.models.completion import CompletionModel, Offer, Typed, offers, typed_before
from sanad.ui.theme import Theme

ASKED = 30
"""Suggestions that are asked for; those that do not fit a phrase are left out."""
_ROWS = 9
_QUERIES = 3
_QUERIES_OF_EMPTY = 8
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down)


class Completion(QObject):
    """Watches a box, asks for suggestions with every key, and puts the one taken into it."""

    wanted = Signal(str)
    """The text of which the last word is to be completed."""
    taken = Signal(str)
    """The box holds this query now; it is to be searched."""

    def __init__(self, box: QLineEdit, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._typed = Typed(0, "")
        self._before = ""
        self.queries_like: Callable[[str, int], Sequence[str]] = lambda _typed, _limit: ()
        """Returns queries of before that are like a text, at most so many."""
        self.model = CompletionModel(self)
        self.view = _Popup(self.model, theme, box)
        self.view.clicked.connect(self._take)
        box.textEdited.connect(self._ask)
        box.textChanged.connect(self._look_soon)
        box.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self.view.set_theme(theme)

    @property
    def is_shown(self) -> bool:
        """Whether the list is open."""
        return self.view.isVisible()

    def show_suggestions(self, asked: str, suggestions: Sequence[Suggestion]) -> None:
        """Offer *suggestions* for *asked*; nothing is shown when the box has gone on since."""
        if asked != self._typed.asked or self._before != self._text_before():
            return
        if not self._box.hasFocus():
            return
        queries = self.queries_like(self._box.text(), _QUERIES) if self._box.text() else ()
        self._offer(offers(self._typed, suggestions, queries, _ROWS))

    def close(self) -> None:
        """Close the list; an answer that is still to come does not open it again."""
        self._before = "\n"  # no text of a box of one line
        self.view.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move in the list while it is open, and close it with the focus."""
        match event.type():
            case QEvent.Type.ShortcutOverride if self.is_shown:
                if cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
                    event.accept()  # so that the window's Esc does not clear the search
                    return True
            case QEvent.Type.KeyPress if self.is_shown:
                return self._press(cast("QKeyEvent", event))
            case QEvent.Type.KeyPress:
                if cast("QKeyEvent", event).key() in _DONE:
                    self.close()  # so that suggestions still to come do not lie over the answer
            case QEvent.Type.FocusOut:
                reason = cast("QFocusEvent", event).reason()
                if reason != Qt.FocusReason.PopupFocusReason:
                    self.close()
            case QEvent.Type.MouseButtonPress:
                button = cast("QMouseEvent", event).button()
                if button == Qt.MouseButton.LeftButton and not self._box.text():
                    self._show_history()
            case QEvent.Type.Resize | QEvent.Type.Move | QEvent.Type.Hide:
                self.close()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether the box is to have no part in it."""
        marked = self.view.currentIndex().isValid()
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
                return True
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not event.modifiers():
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            case Qt.Key.Key_Tab if not event.modifiers():
                self._take(self.view.currentIndex() if marked else self.model.index(0))
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                if marked:
                    self._take(self.view.currentIndex())
                    return True
                self.close()
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Home | Qt.Key.Key_End:
                self.close()
        return False

    def _step(self, by: int) -> None:
        """Mark the next row; past either end stands the box itself, where nothing is marked."""
        count = self.model.rowCount()
        place = (self.view.currentIndex().row() + 1 + by) % (count + 1) - 1
        index = self.model.index(place) if place >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if index.isValid():
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, spoken))

    def _ask(self, text: str) -> None:
        self._before = self._text_before()
        self._typed = typed_before(self._before)
        if not text.strip():
            self._show_history()
            return
        self.wanted.emit(self._typed.asked)

    def _look_soon(self) -> None:
        """Close the list when the text was changed by something else than the keyboard."""
        if self.is_shown:
            # What is typed is told as changed first and as edited right after it.
            QTimer.singleShot(0, self, self._close_over_other_text)

    def _close_over_other_text(self) -> None:
        if self._before != self._text_before():
            self.close()

    def _show_history(self) -> None:
        queries = self.queries_like("", _QUERIES_OF_EMPTY)
        self._offer([Offer(query, 0, "history") for query in queries])

    def _offer(self, rows: Sequence[Offer]) -> None:
        self.model.show_offers(rows)
        if rows:
            self.view.show_below(self._box)
        else:
            self.view.hide()

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        offer = self.model.offer(index.row())
        rest = "" if offer.kind == "history" else self._box.text()[len(self._text_before()) :]
        head = self._text_before()[: offer.start] + offer.text
        if offer.kind not in ("field", "history") and not rest.startswith((" ", ")")):
            head += " "
        self.close()
        self._box.setText(head + rest)
        self._box.setCursorPosition(Utf16Map(head).to_utf16(len(head)))
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)
        self._box.deselect()
        self.taken.emit(self._box.text())
        if offer.kind == "field":
            self._ask(self._box.text())

    def _text_before(self) -> str:
        text = self._box.text()
        return text[: Utf16Map(text).to_code_points(self._box.cursorPosition())]


class _Popup(QListView):
    """A child of the window, not a window: it can never take the focus from the box."""

    def __init__(self, model: CompletionModel, theme: Theme, box: QWidget) -> None:
        super().__init__(box)
        self.setObjectName("completion")
        self.setAccessibleName(self.tr("Completions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(model)
        self._delegate = CompletionDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for turn_off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_below(self, box: QWidget) -> None:
        """Open just under *box* and as wide as it, over whatever lies there."""
        window = box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setCurrentIndex(QModelIndex())
        frame = 2 * self.contentsMargins().top()
        rows = self.model().rowCount()
        self.resize(QSize(box.width(), rows * self.sizeHintForRow(0) + frame))
        self.move(box.mapTo(window, QPoint(0, box.height() + 2)))
        self.show()
        self.raise_()
