"""Paints an entity with the line that underlines it in the text, and how often it is named."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter

from sanad.ui.delegates.rows import RowDelegate
from sanad.ui.models.entities import STEP, Heading, NamedEntity
from sanad.ui.reader.kinds import name_of_kind
from sanad.ui.reader.underline import draw_underline


class EntityDelegate(RowDelegate):
    """Rows of one line."""

    def row_height(
        self, row: NamedEntity | Heading, index: QModelIndex | QPersistentModelIndex
    ) -> float:
        """Return the height of a line, more above a heading."""
        return self._theme.pixels(32 if isinstance(row, Heading) else 26)

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: NamedEntity | Heading,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a heading, or an entity."""
        inner = rect.adjusted(self._margin, 0, -self._margin, 0)
        mirrored = QGuiApplication.isRightToLeft()
        if isinstance(row, Heading):
            self._paint_heading(painter, inner, row, mirrored)
        else:
            self._paint_entity(painter, inner, row, index.data(STEP), mirrored)

    def _paint_heading(
        self, painter: QPainter, inner: QRect, heading: Heading, mirrored: bool
    ) -> None:
        painter.setFont(self._label)
        painter.setPen(self._theme.colour("soft"))
        flags = Qt.AlignmentFlag.AlignBottom | _side(mirrored)
        painter.drawText(inner.adjusted(0, 0, 0, -self._theme.unit), flags, heading.text)

    def _paint_entity(
        self, painter: QPainter, inner: QRect, entity: NamedEntity, step: int, mirrored: bool
    ) -> None:
        theme = self._theme
        swatch = theme.pixels(16)
        left = inner.right() - swatch if mirrored else inner.left()
        colour = theme.kind_colour(entity.kind)
        if entity.is_suggestion:
            colour.setAlphaF(0.45)
        middle = inner.center().y() + 1.5
        line = QLineF(left, middle, left + swatch, middle)
        style, width = theme.kind_line(entity.kind), 1.6 * theme.scale
        draw_underline(painter, style, colour, line, width)
        count = self._count(entity, step)
        painter.setFont(self._small)
        painter.setPen(theme.colour("soft"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | _side(not mirrored), count)
        taken = QFontMetrics(self._small).horizontalAdvance(count) + 2 * theme.unit
        indent = swatch + theme.unit + 2
        room = (
            inner.adjusted(taken, 0, -indent, 0)
            if mirrored
            else inner.adjusted(indent, 0, -taken, 0)
        )
        font = QFont(self._body)
        font.setItalic(entity.is_suggestion)
        painter.setFont(font)
        painter.setPen(theme.colour("soft" if entity.is_suggestion else "ink"))
        name = painter.fontMetrics().elidedText(
            entity.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | _side(mirrored), name)

    def _count(self, entity: NamedEntity, step: int) -> str:
        of = len(entity.mentions)
        if step:
            return self.tr("{n} of {of}").format(n=step, of=of)
        if entity.is_suggestion:
            return self.tr("{kind}?").format(kind=name_of_kind(entity.kind))
        return f"{of:,}"


def _side(mirrored: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
