"""What a pane shows when there is nothing to show: why, and what one could do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sanad.ui.icons import drawn
from sanad.ui.theme import Theme

_BUTTON = 236
"""Pixels that the words of a button take at most: a long query must not widen its pane."""


class EmptyState(QWidget):
    """A drawing, a sentence, a quieter one below it, and perhaps some buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "strong")
        self._hint = QLabel(self)
        self._hint.setProperty("role", "small")
        for label in (self._picture, self._sentence, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._picture, self._sentence, self._hint):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self._icon = "articles"
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self._theme = theme
        self._draw()

    def say(
        self,
        icon: str,
        sentence: str,
        hint: str = "",
        buttons: Sequence[tuple[str, Callable[[], None]]] = (),
    ) -> None:
        """Show *sentence* under the icon, and a button for each text with what it does."""
        self._icon = icon
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, act in buttons:
            button = QPushButton(self)
            room = self._theme.pixels(_BUTTON)
            cut = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            button.setText(cut)
            button.setToolTip(text if cut != text else "")
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = drawn(self._icon, round(self._theme.pixels(40) * ratio), self._theme.colour("bar"))
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
