"""Paints a paragraph by its number and first words, a heading bold and indented by its level."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sanad.ui.delegates.ground import from_start, paint_ground
from sanad.ui.delegates.wrapped import wrap
from sanad.ui.models.outline import ROW, Part
from sanad.ui.theme import Theme


class OutlineDelegate(QStyledItemDelegate):
    """Rows of one line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._body, self._strong = theme.interface_font("body"), theme.interface_font("strong")
        self._label = theme.interface_font("label")
        self._label.setWeight(self._label.Weight.Normal)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line."""
        return QSize(100, self._theme.pixels(28))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row at *index*."""
        part: Part = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text has its own
        paint_ground(painter, self._theme, rect, option.state)
        margin, unit = 3 * self._theme.unit + 2, self._theme.unit
        numbers = QFontMetricsF(self._label).horizontalAdvance("\u00b6888") + unit
        font = self._strong if part.level else self._body
        indent = margin + numbers + max(0, part.level - 2) * 3 * unit
        line = wrap(part.text, font, rect.width() - margin - indent)
        top = rect.top() + (rect.height() - line.height) / 2
        painter.setFont(self._label)
        painter.setPen(self._theme.colour("soft"))
        baseline = top + line.layout.lineAt(0).ascent() if line.layout.lineCount() else top
        number = f"\u00b6{part.number}"
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(QPointF(from_start(rect, margin, width), baseline), number)
        line.draw(painter, from_start(rect, indent, line.width), top, self._theme.colour("ink"))
        painter.restore()
