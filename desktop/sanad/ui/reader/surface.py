"""A small card that lies over the text, within the reader and never outside the window."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sanad.ui.theme import Theme

_SHADOW = 6


class FloatingCard(QWidget):
    """Paints its own ground, edge and shadow; `place` puts it beside a rectangle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.reader = parent
        self.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        self.update()

    def place(self, beside: QRect, *, above: bool) -> None:
        """Show the card above or below the rectangle *beside*, given in the parent's terms."""
        self.adjustSize()
        room, size = self.reader.rect(), self.size()
        over, under = beside.top() - size.height(), beside.bottom() + 1
        y = over if above else under
        if y < room.top():
            y = under
        elif y + size.height() > room.bottom():
            y = max(room.top(), over)
        x = beside.center().x() - size.width() // 2
        x = max(room.left(), min(x, room.right() - size.width()))
        self.move(QPoint(x, y))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a soft shadow and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        shadow = self._theme.colour("shadow")
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW, 0, -1):
            shadow.setAlphaF(self._theme.colour("shadow").alphaF() * 0.16)
            painter.setBrush(shadow)
            grown = card.adjusted(-spread, -spread + 2, spread, spread)
            painter.drawRoundedRect(grown, 8 + spread, 8 + spread)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()
