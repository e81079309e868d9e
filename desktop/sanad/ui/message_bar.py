"""Sentences the window has to say without stopping anyone: a bar, and a passing note."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from sanad.ui.icons import drawn, themed_icon
from sanad.ui.theme import Theme

_TOAST_MILLISECONDS = 8_000


class MessageBar(QWidget):
    """One line above the columns: a notice, or what went wrong, with its details to copy."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setProperty("look", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._details = ""
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.setProperty("flat", "true")
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self._icon = "info"
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self._theme = theme
        self._close.setIcon(themed_icon(theme, "close"))
        self._close.setIconSize(QSize(theme.pixels(16), theme.pixels(16)))
        self._draw()

    @property
    def sentence(self) -> str:
        """What the bar says, or an empty string while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def show_notice(self, sentence: str, icon: str = "info") -> None:
        """Say something the reader should know."""
        self._show(sentence, "", icon)

    def show_error(self, sentence: str, details: str = "") -> None:
        """Say what went wrong; *details* are for whoever is asked for help."""
        self._show(sentence, details or sentence, "warning")

    def dismiss(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def _show(self, sentence: str, details: str, icon: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self._details, self._icon = details, icon
        self._copy.setVisible(bool(details))
        self._draw()
        self.show()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._sentence.text()}\n\n{self._details}")

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        colour = self._theme.colour("warning" if self._icon == "warning" else "accent")
        picture = drawn(self._icon, round(self._theme.pixels(18) * ratio), colour)
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)


class Toast(QWidget):
    """A note at the foot of the window that goes away by itself, perhaps with an Undo button."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        self._act: Callable[[], None] = lambda: None
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._sentence)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOAST_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the note says, or an empty string while it is hidden."""
        return "" if self.isHidden() else self._sentence.accessibleName()

    def say(self, sentence: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show *sentence* for some seconds; *act* runs when the button is pressed."""
        width = max(200, self._window.width() - 300)
        metrics = self._sentence.fontMetrics()
        self._sentence.setText(metrics.elidedText(sentence, Qt.TextElideMode.ElideMiddle, width))
        self._sentence.setAccessibleName(sentence)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self._act = act or (lambda: None)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _press(self) -> None:
        self.hide()
        self._act()

    def _place(self) -> None:
        self.adjustSize()
        left = (self._window.width() - self.width()) // 2
        self.move(left, self._window.height() - self.height() - 48)
