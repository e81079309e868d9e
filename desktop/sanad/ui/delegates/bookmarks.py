"""Paints a bookmark as a card: quote with its bar, note, tags, article."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sanad.ui.delegates.ground import from_start, paint_ground
from sanad.ui.delegates.wrapped import Wrapped, wrap
from sanad.ui.models.bookmarks import ROW, BookmarkRow
from sanad.ui.theme import Theme

_QUOTE_LINES, _NOTE_LINES = 4, 4


class BookmarkDelegate(QStyledItemDelegate):
    """Rows as high as their text at the width of the view."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.shows_article = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._quote = theme.reading_font(14)
        self._body, self._small = theme.interface_font("body"), theme.interface_font("small")
        self._label = theme.interface_font("label")
        self._label.setWeight(self._label.Weight.Normal)
        self._margin, self._gap = 3 * theme.unit + 2, theme.unit

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the card's lines take."""
        row: BookmarkRow = index.data(ROW)
        parts = self._parts(row)
        height = sum(part.height + self._gap for part in parts) + 5 * self._gap
        if row.bookmark.tags:
            height += self._chip_height() + self._gap
        return QSize(100, round(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the card at *index*."""
        row: BookmarkRow = index.data(ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text has its own
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, rect, state)
        if index.row():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, self._theme.colour("line"))
        colour = self._theme.colour
        y = rect.top() + 3.0 * self._gap
        quote, *others = self._parts(row)
        left = from_start(rect, self._indent(), quote.width)
        bar = QRectF(from_start(rect, self._margin, 3), y + 2, 3, quote.height - 4)
        painter.fillRect(bar, colour("bookmark_bar"))
        y += quote.draw(painter, left, y, colour("soft" if row.is_lost else "ink")) + self._gap
        if row.is_lost:
            y += others.pop(0).draw(painter, left, y, colour("warning")) + self._gap
        if row.bookmark.note:
            y += others.pop(0).draw(painter, left, y, colour("ink")) + self._gap
        if row.bookmark.tags:
            y += self._paint_tags(painter, row.bookmark.tags, rect, y) + self._gap
        for other in others:
            y += other.draw(painter, left, y, colour("soft"))
        painter.restore()

    def _parts(self, row: BookmarkRow) -> list[Wrapped]:
        """Return quote, warning, note and origin, as far as the card has them."""
        width = self._view.viewport().width() - self._margin - self._indent()
        bookmark = row.bookmark
        parts = [wrap(bookmark.anchor.quote, self._quote, width, _QUOTE_LINES)]
        if row.is_lost:
            lost = self.tr("Not found in the newest text of the article")
            parts.append(wrap(lost, self._small, width, 2))
        if bookmark.note:
            parts.append(wrap(bookmark.note, self._body, width, _NOTE_LINES))
        kept = self.tr("kept {date}").format(
            date=bookmark.created_at.astimezone().date().isoformat()
        )
        origin = row.article.title if self.shows_article else kept
        parts.append(wrap(origin, self._label, width))
        return parts

    def _paint_tags(
        self, painter: QPainter, tags: tuple[str, ...], rect: QRect, top: float
    ) -> float:
        painter.setFont(self._label)
        metrics = QFontMetricsF(self._label)
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
        return QFontMetricsF(self._label).height() + self._gap
