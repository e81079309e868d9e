"""Covers the window while files are dragged over it and says what dropping them does."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QUrl
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sanad.ui.icons import drawn
from sanad.ui.theme import Theme


class DropOverlay(QWidget):
    """Takes no events of its own; the window below gets the drop."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = parent
        self._sentence = ""
        self._theme = theme
        parent.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self._theme = theme

    def say(self, sentence: str) -> None:
        """Cover the window and say *sentence*."""
        self._sentence = sentence
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil, a dashed frame, and the sentence in the middle."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("overlay"))
        pen = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
        side = theme.pixels(48)
        middle = self.rect().center()
        ratio = self.devicePixelRatioF()
        arrow = drawn("import", round(side * ratio), theme.colour("accent"))
        arrow.setDevicePixelRatio(ratio)
        painter.drawPixmap(middle.x() - side // 2, middle.y() - side - 8, arrow)
        painter.setFont(theme.interface_font("heading"))
        painter.setPen(theme.colour("ink"))
        below = self.rect().adjusted(32, self.height() // 2 + 8, -32, 0)
        top_middle = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(below, top_middle | Qt.TextFlag.TextWordWrap, self._sentence)
        painter.end()


def local_paths(urls: Sequence[QUrl]) -> list[Path]:
    """Return the paths of the local files among dropped *urls*."""
    paths = []
    for url in urls:
        name = url.toLocalFile()
        if name:
            paths.append(Path(name))
    return paths
