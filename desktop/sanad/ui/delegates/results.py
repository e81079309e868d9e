"""Paints a row of the results list: title, where it is from, and snippets with marked words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sanad.text.utf16 import Utf16Map
from sanad.ui.delegates.ground import from_start
from sanad.ui.delegates.wrapped import set_direction
from sanad.ui.icons import drawn
from sanad.ui.models.results import ROW, Excerpt, Row, near_text
from sanad.ui.theme import Theme

_TITLE_LINES = 2
_EXCERPT_LINES = 4
_EXCERPTS = 2


class ResultDelegate(QStyledItemDelegate):
    """Rows of one height, so that a list of any length scrolls at once."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.has_excerpts = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._title = theme.interface_font("strong")
        self._small = theme.interface_font("small")
        self._label = theme.interface_font("label")
        self._margin = 3 * theme.unit + 2
        self._gap = theme.unit

    def row_height(self) -> int:
        """Return the height of every row, in pixels, for the kind of list that is shown."""
        height = 2 * self._gap + QFontMetrics(self._small).lineSpacing() + 2 * self._margin - 8
        lines = _TITLE_LINES * QFontMetrics(self._title).lineSpacing()
        if self.has_excerpts:
            lines += _EXCERPT_LINES * QFontMetrics(self._small).lineSpacing() + 2 * self._gap
        return height + lines

    def near_box(self, rect: QRect, row: Row) -> QRect:
        """Return where in *rect* it says how many near-duplicates stand behind *row*."""
        if not row.near:
            return QRect()
        metrics = QFontMetrics(self._small)
        height = metrics.lineSpacing() + self._gap
        width = metrics.horizontalAdvance(near_text(row)) + height
        left = round(from_start(rect, self._margin, width))
        return QRect(left, rect.bottom() - self._gap - height, width, height)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one size of all rows."""
        return QSize(200, self.row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row at *index*."""
        row: Row = index.data(ROW)
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, rect, state)
        left, width = rect.x() + self._margin, rect.width() - 2 * self._margin
        if row.is_behind:
            left, width = self._step_in(painter, rect, left, width)
        y = float(rect.y() + self._margin - 4)
        if row.is_unread:
            self._paint_dot(painter, QPointF(from_start(rect, self._margin / 2 + 0.5, 0), y))
        ink, soft = self._theme.colour("ink"), self._theme.colour("soft")
        y += self._paint_text(painter, Excerpt(row.title), self._title, ink, left, y, width, 2)
        y += self._gap / 2
        y += self._paint_line(painter, row, soft, left, y, width)
        if self.has_excerpts:
            bottom = rect.bottom() - self._gap
            if row.near:
                bottom = self._paint_near(painter, rect, row) - self._gap
            y += self._gap
            spacing = QFontMetrics(self._small).lineSpacing()
            for place, excerpt in enumerate(row.excerpts[:_EXCERPTS]):
                y += self._gap / 2 if place else 0
                room = int((bottom - y + 1) / spacing)
                lines = room if len(row.excerpts) == 1 else min(room, 2)
                if lines > 0:
                    y += self._paint_text(painter, excerpt, self._small, ink, left, y, width, lines)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
            left = round(from_start(rect, 0, 3))
            painter.fillRect(QRect(left, rect.y(), 3, rect.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("panel"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_dot(self, painter: QPainter, at: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        middle = QFontMetrics(self._title).lineSpacing() / 2
        painter.drawEllipse(QPointF(at.x(), at.y() + middle), 2.5, 2.5)

    def _step_in(self, painter: QPainter, rect: QRect, left: int, width: int) -> tuple[int, int]:
        """Draw the bar that ties a near-duplicate to the row above, and leave room for it."""
        step = self._margin
        bar = QRect(round(from_start(rect, self._margin, 2)), rect.top(), 2, rect.height() - 1)
        painter.fillRect(bar, self._theme.colour("bar"))
        mirrored = bar.center().x() > rect.center().x()
        return (left if mirrored else left + step), width - step

    def _paint_near(self, painter: QPainter, rect: QRect, row: Row) -> int:
        """Say how many near-duplicates stand behind the row; return the top of the line."""
        box = self.near_box(rect, row)
        accent = self._theme.colour("accent")
        side = box.height() - self._gap
        ratio = painter.device().devicePixelRatioF()
        sign = drawn("up" if row.is_open else "down", round(side * ratio), accent)
        sign.setDevicePixelRatio(ratio)
        painter.drawPixmap(
            QPointF(from_start(box, 0, side), box.top() + (box.height() - side) / 2), sign
        )
        painter.setFont(self._small)
        painter.setPen(accent)
        words = box.width() - box.height()
        text = QRectF(from_start(box, box.height(), words), box.top(), words + 2, box.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, near_text(row))
        return box.top()

    def _paint_line(
        self, painter: QPainter, row: Row, colour: QColor, x: float, y: float, width: float
    ) -> float:
        metrics = QFontMetrics(self._small)
        for label, frame, ink in ((row.label, "accent", "accent"), (row.tag, "edge", "soft")):
            if not label:
                continue
            text = QFontMetrics(self._label).horizontalAdvance(label)
            area = QRect(int(x), int(y), int(width), metrics.lineSpacing())
            wide = text + 2 * self._gap + 6
            box = QRectF(from_start(area, 0, wide), y, wide, area.height())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour(frame), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            painter.setFont(self._label)
            painter.setPen(self._theme.colour(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
            x = box.right() + 6 if box.left() == area.left() else x
            width -= box.width() + 6
        painter.setFont(self._small)
        painter.setPen(colour)
        line = metrics.elidedText(row.line, Qt.TextElideMode.ElideRight, int(width))
        room = QRectF(x, y, width, metrics.lineSpacing() + 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, line)
        return float(metrics.lineSpacing())

    def _paint_text(
        self,
        painter: QPainter,
        excerpt: Excerpt,
        font: QFont,
        colour: QColor,
        x: float,
        y: float,
        width: float,
        most_lines: int,
    ) -> float:
        """Paint at most *most_lines* lines, the last one cut with …, and return their height."""
        layout = QTextLayout(excerpt.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        at_right = set_direction(option, excerpt.text)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setFormats(self._mark_formats(excerpt))
        lines = _lay_out(layout, width, most_lines)
        if lines and lines[-1][1] < Utf16Map(excerpt.text).to_utf16(len(excerpt.text)):
            cut = _cut(excerpt, lines[-1][0], font, width)
            layout = QTextLayout(cut.text, font)
            layout.setTextOption(option)
            layout.setFormats(self._mark_formats(cut))
            _lay_out(layout, width, most_lines)
        painter.setPen(colour)
        layout.draw(painter, QPointF(x, y))
        return layout.boundingRect().height()

    def _mark_formats(self, excerpt: Excerpt) -> list[QTextLayout.FormatRange]:
        formats = []
        if excerpt.marks:
            to_utf16 = Utf16Map(excerpt.text).to_utf16
            shape = QTextCharFormat()
            shape.setBackground(self._theme.colour("hit"))
            for mark in excerpt.marks:
                found = QTextLayout.FormatRange()
                found.start = to_utf16(mark.start)
                found.length = to_utf16(min(mark.end, len(excerpt.text))) - found.start
                if found.length <= 0:
                    continue
                found.format = shape
                formats.append(found)
        return formats


def _lay_out(layout: QTextLayout, width: float, most_lines: int) -> list[tuple[int, int]]:
    """Lay out at most *most_lines* lines; return where each starts and ends, in UTF-16 units."""
    lines: list[tuple[int, int]] = []
    y = 0.0
    layout.beginLayout()
    while len(lines) < most_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
        lines.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return lines


def _cut(excerpt: Excerpt, last_line: int, font: QFont, width: float) -> Excerpt:
    """Return *excerpt* with its last line, which starts at *last_line*, cut to *width* with …."""
    start = Utf16Map(excerpt.text).to_code_points(last_line)
    rest = excerpt.text[start : start + 400].replace("\n", " ")
    # A little is left free: kerning differs between a whole line and its pieces.
    cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(width) - 2)
    return Excerpt(excerpt.text[:start] + cut, excerpt.marks)
