"""What is drawn beside and under the printed text: it tells its meaning without colour, too.

A kept passage has a tint, a bar beside it and corners where it begins and ends; a name has a line
in the style of its kind; a status stands in a pill; a paragraph has its number in the margin.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextFragment,
)

from sanad.library.records import EntityKind
from sanad.summaries.briefing import Standing
from sanad.summaries.marking import KIND_NAMES
from sanad.ui.printing.column import line_rects, text_rects
from sanad.ui.printing.document import (
    UNITS_PER_MM,
    UNITS_PER_POINT,
    PaperDocument,
    painted_font,
    standing_colours,
)
from sanad.ui.theme import LineStyle, Theme

_KINDS = {name: kind for kind, name in KIND_NAMES.items()}
_STANDINGS = {str(standing).split()[0]: standing for standing in Standing}
_QUOTATION = "quotation"
_BAR_GAP = 3 * UNITS_PER_MM


@dataclass(frozen=True, slots=True)
class Decoration:
    """Something drawn at a height of the column."""

    top: float
    bottom: float
    draw: Callable[[QPainter], None]


class Decorations:
    """The decorations of a document, found where and when they are painted."""

    def __init__(self, document: PaperDocument, theme: Theme) -> None:
        self._document = document
        self._theme = theme
        extents: list[tuple[float, float, int]] = []
        block = document.begin()
        while block.isValid():
            rect = document.documentLayout().blockBoundingRect(block)
            extents.append((rect.top(), rect.bottom(), block.blockNumber()))
            block = block.next()
        self._extents = sorted(extents)
        self._tallest = max((bottom - top for top, bottom, _ in extents), default=0.0)

    def between(self, top: float, bottom: float) -> list[Decoration]:
        """Return what begins between two heights of the column."""
        first = bisect_left(self._extents, (top - self._tallest,))
        last = bisect_left(self._extents, (bottom,))
        return [
            one
            for _, end, number in self._extents[first:last]
            if end >= top
            for one in self._of_block(number)
            if top <= one.top < bottom
        ]

    def _of_block(self, number: int) -> list[Decoration]:
        block = self._document.findBlockByNumber(number)
        return list(_Block(self._document, self._theme, block).decorations())


class _Block:
    def __init__(self, document: PaperDocument, theme: Theme, block: QTextBlock) -> None:
        self._document = document
        self._theme = theme
        self._block = block

    def decorations(self) -> Iterator[Decoration]:
        kept: list[tuple[int, int]] = []
        is_quotation = False
        for start, end, fragment in self._fragments():
            style = fragment.charFormat()
            name = style.toolTip()
            is_quotation = is_quotation or name == _QUOTATION
            if style.background().style() != Qt.BrushStyle.NoBrush:
                if kept and kept[-1][1] == start:
                    start_of_run, _ = kept.pop()
                    kept.append((start_of_run, end))
                else:
                    kept.append((start, end))
            if name in _KINDS:
                yield from self._underlines(start, end, _KINDS[name])
            elif name.startswith("status "):
                yield from self._pills(start, end, _STANDINGS[name.removeprefix("status ")])
            yield from self._numbers(style.anchorNames(), start)
        for start, end in kept:
            yield from self._passage(start, end)
        if is_quotation:
            colour = self._theme.colour("accent")
            yield from self._bars(line_rects(self._document, self._block), colour, 0.0)

    def _fragments(self) -> Iterator[tuple[int, int, QTextFragment]]:
        position = self._block.begin()
        while not position.atEnd():
            fragment = position.fragment()
            start = fragment.position() - self._block.position()
            yield start, start + fragment.length(), fragment
            position += 1

    def _rects(self, start: int, end: int) -> list[QRectF]:
        return text_rects(self._document, self._block, start, end)

    def _underlines(self, start: int, end: int, kind: EntityKind) -> Iterator[Decoration]:
        pen = QPen(self._theme.kind_colour(kind), 0.6 * UNITS_PER_POINT)
        line = self._theme.kind_line(kind)
        for rect in self._rects(start, end):
            yield Decoration(rect.top(), rect.bottom(), _underline(rect, pen, line))

    def _pills(self, start: int, end: int, standing: Standing) -> Iterator[Decoration]:
        pen = QPen(standing_colours(self._theme)[standing], 0.5 * UNITS_PER_POINT)
        if standing is Standing.UNSURE:
            pen.setDashPattern([3, 2])
        for rect in self._rects(start, end):
            inset = rect.adjusted(-3.2 * UNITS_PER_POINT, 0, 3.2 * UNITS_PER_POINT, 0)
            yield Decoration(rect.top(), rect.bottom(), _pill(inset, pen))

    def _passage(self, start: int, end: int) -> Iterator[Decoration]:
        rects = self._rects(start, end)
        if not rects:
            return
        yield from self._bars(rects, self._theme.colour("bookmark_bar"), _BAR_GAP)
        right_to_left = self._is_right_to_left
        corner = QPen(self._theme.colour("ink"), 0.4 * UNITS_PER_POINT)
        first, last = rects[0], rects[-1]
        yield Decoration(first.top(), first.bottom(), _corner(first, corner, right_to_left))
        yield Decoration(last.top(), last.bottom(), _corner(last, corner, not right_to_left))

    def _bars(self, lines: list[QRectF], colour: QColor, outside: float) -> Iterator[Decoration]:
        """Yield a bar beside *lines*, *outside* the text's area, on the side where lines begin."""
        x = self._document.textWidth() + outside if self._is_right_to_left else -outside
        pen = QPen(colour, 1.4 * UNITS_PER_POINT)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        for line, below in zip(lines, [*lines[1:], *lines[-1:]], strict=True):
            bottom = max(line.bottom(), below.top())
            bar = (QPointF(x, line.top()), QPointF(x, bottom))
            yield Decoration(line.top(), line.bottom(), _line(*bar, pen))

    @property
    def _is_right_to_left(self) -> bool:
        return self._block.textDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def _is_within_row(self) -> bool:
        cursor = QTextCursor(self._block)
        table = cursor.currentTable()
        return table is not None and table.cellAt(cursor).column() > 0

    def _numbers(self, names: list[str], start: int) -> Iterator[Decoration]:
        """Yield the number of the paragraph that begins at *start*; of a table's row, the first."""
        numbers = [name.partition("-")[2] for name in names if name[:1] == "p" and "-" in name]
        line = self._block.layout().lineForTextPosition(start)
        if not numbers or not line.isValid() or self._is_within_row:
            return
        line_rect = line_rects(self._document, self._block)[line.lineNumber()]
        right_to_left = self._is_right_to_left
        left = (
            self._document.textWidth() + 5 * UNITS_PER_MM if right_to_left else -16 * UNITS_PER_MM
        )
        rect = QRectF(left, line_rect.top(), 11 * UNITS_PER_MM, line_rect.height())
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
        )

        def draw(painter: QPainter) -> None:
            painter.setFont(painted_font(self._theme, 6.5))
            painter.setPen(self._theme.colour("soft"))
            painter.drawText(rect, flags, f"\u00b6{numbers[0]}")

        yield Decoration(line_rect.top(), line_rect.bottom(), draw)


def _line(start: QPointF, end: QPointF, pen: QPen) -> Callable[[QPainter], None]:
    def draw(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.drawLine(start, end)

    return draw


def _corner(rect: QRectF, pen: QPen, at_right: bool) -> Callable[[QPainter], None]:
    """Return what draws an upright stroke with two short arms around an edge of *rect*."""
    edge, inwards = (rect.right(), -1) if at_right else (rect.left(), 1)
    edge -= inwards * 0.8 * UNITS_PER_POINT
    arm = edge + inwards * 2.2 * UNITS_PER_POINT
    path = QPainterPath(QPointF(arm, rect.top()))
    for point in (
        QPointF(edge, rect.top()),
        QPointF(edge, rect.bottom()),
        QPointF(arm, rect.bottom()),
    ):
        path.lineTo(point)

    def draw(painter: QPainter) -> None:
        painter.strokePath(path, pen)

    return draw


def _pill(rect: QRectF, pen: QPen) -> Callable[[QPainter], None]:
    def draw(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)

    return draw


def _underline(rect: QRectF, pen: QPen, line: LineStyle) -> Callable[[QPainter], None]:
    pen = QPen(pen)
    y = rect.bottom() - 0.4 * UNITS_PER_POINT
    path = QPainterPath(QPointF(rect.left(), y))
    match line:
        case LineStyle.WAVY:
            step = 1.3 * UNITS_PER_POINT
            x, sign = rect.left(), 1
            while x < rect.right():
                path.quadTo(x + step / 2, y + sign * step, x + step, y)
                x, sign = x + step, -sign
        case LineStyle.DOUBLE:
            path.lineTo(rect.right(), y)
            path.moveTo(rect.left(), y + 1.3 * UNITS_PER_POINT)
            path.lineTo(rect.right(), y + 1.3 * UNITS_PER_POINT)
        case _:
            path.lineTo(rect.right(), y)
    if line is LineStyle.DOTTED:
        pen.setDashPattern([1, 1.6])
    elif line is LineStyle.DASHED:
        pen.setDashPattern([5, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)

    def draw(painter: QPainter) -> None:
        painter.strokePath(path, pen)

    return draw
