"""Paints a bookmark as a card: quote with its bar, note, tags, article."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from sanad.ui.delegates.ground import from_start
from sanad.ui.delegates.rows import RowDelegate
from sanad.ui.delegates.wrapped import Wrapped, wrap
from sanad.ui.models.bookmarks import BookmarkRow, not_found

_QUOTE_LINES, _NOTE_LINES = 4, 4


class BookmarkDelegate(RowDelegate):
    """Rows as high as their text at the width of the view."""

    shows_article = False
    """Whether a card names its article, which goes without saying in a list of only one."""

    def row_height(self, row: BookmarkRow, index: QModelIndex | QPersistentModelIndex) -> float:
        """Return the height that the card's lines take."""
        height = sum(part.height + self._gap for part in self._parts(row)) + 5 * self._gap
        if row.bookmark.tags:
            height += self._chip_height() + self._gap
        return height

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: BookmarkRow,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the card."""
        if index.row():
            self._paint_line_above(painter, rect)
        colour = self._theme.colour
        y = rect.top() + 3.0 * self._gap
        quote, *others = self._parts(row)
        left = from_start(rect, self._indent(), quote.width)
        bar = QRectF(from_start(rect, self._margin, 3), y + 2, 3, quote.height - 4)
        painter.fillRect(bar, colour("warning" if row.is_adrift else "bookmark_bar"))
        y += quote.draw(painter, left, y, colour("ink")) + self._gap
        if row.is_adrift:
            y += others.pop(0).draw(painter, left, y, colour("warning")) + self._gap
        if row.bookmark.note:
            y += others.pop(0).draw(painter, left, y, colour("ink")) + self._gap
        if row.bookmark.tags:
            y += self._paint_tags(painter, row.bookmark.tags, rect, y) + self._gap
        for other in others:
            y += other.draw(painter, left, y, colour("soft"))

    def _parts(self, row: BookmarkRow) -> list[Wrapped]:
        """Return quote, warning, note and origin, as far as the card has them."""
        width = self._view.viewport().width() - self._margin - self._indent()
        bookmark = row.bookmark
        parts = [wrap(bookmark.anchor.quote, self._theme.reading_font(14), width, _QUOTE_LINES)]
        if row.is_adrift:
            parts.append(wrap(not_found(), self._small, width, 2))
        if bookmark.note:
            parts.append(wrap(bookmark.note, self._body, width, _NOTE_LINES))
        kept = self.tr("kept {date}").format(
            date=bookmark.created_at.astimezone().date().isoformat()
        )
        origin = row.article.title if self.shows_article else kept
        parts.append(wrap(origin, self._fine, width))
        return parts

    def _paint_tags(
        self, painter: QPainter, tags: tuple[str, ...], rect: QRect, top: float
    ) -> float:
        painter.setFont(self._fine)
        metrics = QFontMetricsF(self._fine)
        distance, height = self._indent(), self._chip_height()
        for tag in tags:
            width = metrics.horizontalAdvance(tag) + 4 * self._gap
            left = from_start(rect, distance, width)
            if distance + width > rect.width() - self._margin:
                painter.setPen(self._theme.colour("soft"))
                rest = QRectF(from_start(rect, distance, 20), top, 20, height)
                painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, "\u2026")
                break
            chip = QRectF(left + 0.5, top + 0.5, width - 1, height - 1)
            painter.setPen(QPen(self._theme.colour("edge"), 1))
            painter.setBrush(self._theme.colour("paper"))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, tag)
            distance += width + self._gap
        return height

    def _indent(self) -> float:
        """Return how far from the edge the words start."""
        return self._margin + 3 * self._gap

    def _chip_height(self) -> float:
        return QFontMetricsF(self._fine).height() + self._gap
