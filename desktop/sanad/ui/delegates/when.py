"""Paints the histogram of years: bars on a line, the first and last year, what is undated."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from sanad.ui.delegates.ground import from_start
from sanad.ui.models.when import When
from sanad.ui.theme import Theme

_BARS, _GAP, _WIDEST = 32, 2, 28


class WhenPainter:
    """Where the parts of the histogram lie in its row, and how they look."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._small = theme.interface_font("small")
        self._margin = 3 * theme.unit + 2

    def height(self) -> int:
        """Return the height of the row."""
        theme = self._theme
        return theme.pixels(_BARS) + QFontMetrics(self._small).lineSpacing() + 4 * theme.unit

    def bar_at(self, rect: QRect, when: When, point: QPoint) -> int:
        """Return the place of the bar nearest to *point*; -1 below the bars."""
        if point.y() > self._baseline(rect) + self._theme.unit:
            return -1
        slot = self._slot(rect, when)
        start = from_start(rect, self._margin, 0)
        distance = abs(point.x() - start) if (point.x() - start) * self._way(rect) > 0 else 0
        return min(int(distance / slot), len(when.bars) - 1)

    def is_on_undated(self, rect: QRect, when: When, point: QPoint) -> bool:
        """Whether *point* is on the words that count what is undated."""
        return bool(when.undated) and self._undated_box(rect, when).contains(point)

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        when: When,
        brushed: tuple[int, int] | None,
        *,
        undated_is_marked: bool,
    ) -> None:
        """Paint *when* in *rect*; the bars of *brushed* are being chosen."""
        theme = self._theme
        slot, baseline = self._slot(rect, when), self._baseline(rect)
        largest = max(bar.count for bar in when.bars) or 1
        chosen = brushed or when.chosen
        tall = theme.pixels(_BARS) - 2
        for place, bar in enumerate(when.bars):
            height = max(2, round(tall * bar.count / largest)) if bar.count else 0
            width = max(1, round(slot) - _GAP)
            left = round(from_start(rect, self._margin + place * slot, width))
            is_chosen = chosen is not None and chosen[0] <= place <= chosen[1]
            if is_chosen:
                top = baseline - tall
                painter.fillRect(QRect(left, top, width + _GAP, tall), theme.colour("tint"))
            box = QRect(left, baseline - height, width, height)
            painter.fillRect(box, theme.colour("accent" if is_chosen else "bar"))
        line = QRect(0, baseline, rect.width() - 2 * self._margin, 1)
        line.moveLeft(rect.left() + self._margin)
        painter.fillRect(line, theme.colour("line"))
        self._paint_words(painter, rect, when, chosen, undated_is_marked=undated_is_marked)

    def _paint_words(
        self,
        painter: QPainter,
        rect: QRect,
        when: When,
        chosen: tuple[int, int] | None,
        *,
        undated_is_marked: bool,
    ) -> None:
        theme = self._theme
        painter.setFont(self._small)
        metrics = QFontMetrics(self._small)
        first, last = str(when.bars[0].first), str(when.bars[-1].last)
        # Isolated, so that the label has its own direction in an interface of the other one.
        begin = f"\u2068{when.label(*chosen)}\u2069" if chosen else first
        box = self._undated_box(rect, when)
        if when.undated:
            is_marked = undated_is_marked or when.undated_is_chosen
            painter.setPen(theme.colour("accent" if is_marked else "soft"))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignCenter, f"\u2068{when.undated_text()}\u2069"
            )
            if undated_is_marked:
                line = QRect(box.left(), box.bottom(), box.width(), 1)
                painter.fillRect(line, theme.colour("accent"))
        room = rect.width() - 2 * self._margin - (box.width() if when.undated else 0)
        end = last if last != first else ""
        if end and when.undated:
            end += " · "
        width = metrics.horizontalAdvance(end)
        is_room = metrics.horizontalAdvance(begin) + width + 8 <= room
        painter.setPen(theme.colour("soft"))
        if is_room and not chosen:
            left = from_start(rect, self._margin + room - width, width)
            text = QRect(round(left), box.top(), width + 1, box.height())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, end)
        painter.setPen(theme.colour("accent" if chosen else "soft"))
        wide = room - (width if is_room and not chosen else 0)
        text = QRect(round(from_start(rect, self._margin, wide)), box.top(), wide, box.height())
        cut = metrics.elidedText(begin, Qt.TextElideMode.ElideRight, wide)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, flags, cut)

    def _undated_box(self, rect: QRect, when: When) -> QRect:
        metrics = QFontMetrics(self._small)
        width = metrics.horizontalAdvance(when.undated_text()) if when.undated else 0
        top = self._baseline(rect) + self._theme.unit
        distance = rect.width() - self._margin - width
        return QRect(round(from_start(rect, distance, width)), top, width, metrics.lineSpacing())

    def _slot(self, rect: QRect, when: When) -> float:
        room = (rect.width() - 2 * self._margin) / len(when.bars)
        return min(room, self._theme.pixels(_WIDEST)) if len(when.bars) < 4 else room

    def _baseline(self, rect: QRect) -> int:
        return rect.top() + self._theme.pixels(_BARS) + self._theme.unit

    @staticmethod
    def _way(rect: QRect) -> int:
        """Return 1 where years run to the right, -1 where they run to the left."""
        return 1 if from_start(rect, 0, 0) == rect.left() else -1
