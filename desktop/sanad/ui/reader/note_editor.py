"""Writes the note of a bookmark where the passage is."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from sanad.ui.reader.surface import FloatingCard
from sanad.ui.theme import Theme

_WIDTH, _HEIGHT = 320, 84


class NoteField(QPlainTextEdit):
    """A plain text field that says when it is done: Ctrl+Enter or another focus, Esc gives up."""

    finished = Signal(bool)
    """Whether what was written is to be kept."""

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter and Esc before the window's own shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_ends(event) or event.key() == Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, keep or give up."""
        if _ends(event):
            self.finished.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written when the reader goes on elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.finished.emit(True)


class NoteEditor(FloatingCard):
    """A field beside the passage of one bookmark."""

    note_changed = Signal(str, str)
    """The bookmark's id and its new note."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.field = NoteField(self)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("Write a note"))
        self.field.setTabChangesFocus(True)
        self.field.finished.connect(self._finish)
        hint = QLabel(self.tr("Ctrl+Enter keeps it, Esc gives up"), self)
        hint.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(hint)
        self._bookmark, self._before = "", ""

    def edit(self, bookmark: str, note: str, beside: QRect) -> None:
        """Show *note* of the bookmark for writing, below the rectangle *beside*."""
        self._bookmark, self._before = bookmark, note
        self.field.setPlainText(note)
        width = min(self._theme.pixels(_WIDTH), self.reader.width() - 40)
        self.field.setFixedSize(width, self._theme.pixels(_HEIGHT))
        self.place(beside, above=False)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def describe(self, name: str, invitation: str) -> None:
        """Say what is written here, if it is no note: its *name*, and what the empty field says."""
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(invitation)

    def finish(self) -> None:
        """Keep what was written and close."""
        self._finish(keep=True)

    def _finish(self, keep: bool) -> None:
        if not self._bookmark:
            return
        bookmark, self._bookmark = self._bookmark, ""
        note = self.field.toPlainText().strip()
        had_focus = self.field.hasFocus()
        self.hide()
        if had_focus:
            self.reader.setFocus()
        if keep and note != self._before:
            self.note_changed.emit(bookmark, note)


def _ends(event: QKeyEvent) -> bool:
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
