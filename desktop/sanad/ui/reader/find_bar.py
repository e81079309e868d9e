"""The bar that finds words in the open article."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from sanad.ui.icons import themed_icon
from sanad.ui.reader.finding import Wanted
from sanad.ui.theme import Theme


class FindBar(QWidget):
    """A field with the count of what was found, steps, and how to compare."""

    wanted_changed = Signal(object)
    """What to find now, a `Wanted`."""
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "small")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.match_case = self._toggle("Aa", self.tr("Match case"))
        self.whole_words = self._toggle(self.tr("Word"), self.tr("Whole words only"))
        self.previous = self._button(self.tr("Previous (Shift+F3)"))
        self.next = self._button(self.tr("Next (F3)"))
        self.close_button = self._button(self.tr("Close the find bar (Esc)"))
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.close_button.clicked.connect(self.close_bar)
        self.field.textChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for widget in (
            self.count, self.match_case, self.whole_words,
            self.previous, self.next, self.close_button,
        ):  # fmt: skip
            row.addWidget(widget)
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        side = theme.pixels(18)
        for button, icon in (
            (self.previous, "up"), (self.next, "down"), (self.close_button, "close"),
        ):  # fmt: skip
            button.setIcon(themed_icon(theme, icon))
            button.setIconSize(QSize(side, side))
        self.field.setMaximumWidth(theme.pixels(420))
        self.count.setMinimumWidth(theme.pixels(72))
        self.update()

    @property
    def wanted(self) -> Wanted:
        """What to find, as typed and toggled."""
        return Wanted(self.field.text(), self.match_case.isChecked(), self.whole_words.isChecked())

    def open_bar(self, words: str = "") -> None:
        """Show the bar with *words*, or with what was last found, ready to type over."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._tell()

    def close_bar(self) -> None:
        """Hide the bar; what was found stays known."""
        self.hide()
        self.closed.emit()

    def show_count(self, number: int, of: int) -> None:
        """Say which of how many is current."""
        if not self.field.text():
            self.count.setText("")
        elif of == 0:
            self.count.setText(self.tr("not found"))
        else:
            self.count.setText(self.tr("{n} of {of}").format(n=f"{number:,}", of=f"{of:,}"))
        self.next.setEnabled(of > 0)
        self.previous.setEnabled(of > 0)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Step with Enter and Shift+Enter in the field."""
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("chrome"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def _tell(self) -> None:
        self.wanted_changed.emit(self.wanted)

    def _toggle(self, text: str, name: str) -> QToolButton:
        button = self._button(name)
        button.setText(text)
        button.setCheckable(True)
        button.toggled.connect(self._tell)
        return button

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button
