"""Paints a paragraph by its number and first words, a heading bold and indented by its level."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QFontMetricsF, QPainter

from sanad.ui.delegates.ground import from_start
from sanad.ui.delegates.rows import RowDelegate
from sanad.ui.delegates.wrapped import wrap
from sanad.ui.models.outline import Part


class OutlineDelegate(RowDelegate):
    """Rows of one line."""

    def row_height(self, row: Part, index: QModelIndex | QPersistentModelIndex) -> float:
        """Return the height of a line."""
        return self._theme.pixels(28)

    def paint_row(
        self, painter: QPainter, rect: QRect, row: Part, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the number, and the words beside it."""
        numbers = QFontMetricsF(self._fine).horizontalAdvance("\u00b6888") + self._gap
        indent = self._margin + numbers + max(0, row.level - 2) * 3 * self._gap
        font = self._strong if row.level else self._body
        words = wrap(row.text, font, rect.width() - self._margin - indent)
        top = rect.top() + (rect.height() - words.height) / 2
        baseline = top + words.layout.lineAt(0).ascent()
        number = f"\u00b6{row.number}"
        painter.setFont(self._fine)
        painter.setPen(self._theme.colour("soft"))
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(QPointF(from_start(rect, self._margin, width), baseline), number)
        words.draw(painter, from_start(rect, indent, words.width), top, self._theme.colour("ink"))
