"""Paints a related article: its title, and below it what both articles speak of."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter

from sanad.search.protocol import Related
from sanad.ui.delegates.ground import from_start
from sanad.ui.delegates.rows import RowDelegate
from sanad.ui.delegates.wrapped import Wrapped, wrap

_TITLE_LINES = 2


class RelatedDelegate(RowDelegate):
    """Rows of two or three lines."""

    def row_height(self, row: Related, index: QModelIndex | QPersistentModelIndex) -> float:
        """Return the height of title and reason."""
        title, reasons = self._parts(row)
        return title.height + reasons.height + 4 * self._gap

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: Related,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the title, and the reason below it."""
        if index.row():
            self._paint_line_above(painter, rect)
        title, reasons = self._parts(row)
        left = from_start(rect, self._margin, title.width)
        top = rect.top() + 1.5 * self._gap
        top += title.draw(painter, left, top, self._theme.colour("ink")) + self._gap / 2
        reasons.draw(painter, left, top, self._theme.colour("soft"))

    def _parts(self, row: Related) -> tuple[Wrapped, Wrapped]:
        width = self._view.viewport().width() - 2 * self._margin
        title = wrap(row.title, self._body, width, _TITLE_LINES)
        return title, wrap(" · ".join(row.reasons), self._fine, width)
