"""Paints an entity with the line that underlines it in the text, and how often it is named."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sanad.ui.delegates.ground import paint_ground
from sanad.ui.models.entities import ROW, STEP, Heading, NamedEntity
from sanad.ui.reader.kinds import name_of_kind
from sanad.ui.reader.underline import draw_underline
from sanad.ui.theme import Theme


class EntityDelegate(QStyledItemDelegate):
    """Rows of one line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._body, self._label = theme.interface_font("body"), theme.interface_font("label")
        self._small = theme.interface_font("small")
        self._guess = theme.interface_font("body")
        self._guess.setItalic(True)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line, more above a heading."""
        is_heading = isinstance(index.data(ROW), Heading)
        return QSize(100, self._theme.pixels(32 if is_heading else 26))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row at *index*."""
        entry = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text has its own
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = self._theme.unit * 3 + 2
        inner = rect.adjusted(margin, 0, -margin, 0)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if isinstance(entry, Heading):
            self._paint_heading(painter, inner, entry, mirrored)
        else:
            paint_ground(painter, self._theme, rect, option.state)
            self._paint_entity(painter, inner, entry, index.data(STEP), mirrored)
        painter.restore()

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
        painter.setFont(self._guess if entity.is_suggestion else self._body)
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
