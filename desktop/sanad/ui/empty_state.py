"""What a pane shows when there is nothing to show: why, and what one could do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from sanad.ui.icons import drawn
from sanad.ui.theme import Theme


class EmptyState(QWidget):
    """A drawing, a sentence, a quieter one below it, and perhaps one button."""

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
        self._button = QPushButton(self)
        self._act: Callable[[], None] = lambda: None
        self._button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._picture, self._sentence, self._hint):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
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
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show *sentence* under the icon; *act* runs when the button is pressed."""
        self._icon = icon
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self._act = act or (lambda: None)
        self._draw()

    def _press(self) -> None:
        self._act()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = drawn(self._icon, round(self._theme.pixels(40) * ratio), self._theme.colour("bar"))
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
