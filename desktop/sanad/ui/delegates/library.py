"""Paints the library pane: places with counts, facet values with a bar as long as their share."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sanad.ui.delegates.when import WhenPainter
from sanad.ui.icons import drawn
from sanad.ui.models.library import (
    ENTRY,
    Entry,
    Facet,
    Heading,
    LibraryModel,
    More,
    Place,
    Saved,
)
from sanad.ui.models.when import When
from sanad.ui.theme import TextRole, Theme


class LibraryDelegate(QStyledItemDelegate):
    """One painting method for each sort of entry."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.brushed: tuple[int, int] | None = None
        """The first and the last bar of the histogram that are being chosen."""
        self.undated_is_marked = False
        """Whether the keys act on what is undated."""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._margin = 3 * theme.unit + 2
        self.when = WhenPainter(theme)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the entry's row."""
        match index.data(ENTRY):
            case Heading():
                height = 34
            case Place() | Saved():
                height = 27
            case When():
                return QSize(80, self.when.height())
            case Facet():
                height = 24
            case _:
                height = 26
        return QSize(80, self._theme.pixels(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the entry at *index*."""
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver and not isinstance(
            entry, Heading | When
        ):
            painter.fillRect(rect, self._theme.colour("hover"))
        inner = rect.adjusted(self._margin, 0, -self._margin, 0)
        match entry:
            case Heading():
                self._paint_heading(painter, inner, entry)
            case Place():
                self._paint_place(painter, rect, inner, entry)
            case Saved():
                self._paint_saved(painter, inner, entry, index)
            case When():
                self.when.paint(painter, rect, entry, self.brushed,
                                undated_is_marked=self.undated_is_marked)  # fmt: skip
            case Facet():
                self._paint_facet(painter, rect, inner, entry)
            case More():
                self._write(painter, inner, entry.text, "small", "accent")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a field for the name of a saved search, as low as its row."""
        editor = QLineEdit(parent)
        editor.setProperty("role", "inline")
        editor.setAccessibleName(self.tr("Name of the saved search"))
        editor.setMaxLength(200)
        return editor

    def _paint_saved(
        self,
        painter: QPainter,
        inner: QRect,
        entry: Saved,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        new = model.new_text(entry) if isinstance(model, LibraryModel) else ""
        room = self._write_end(painter, inner, new, "accent") if new else 0
        words = _before_end(painter, inner, room)
        role: TextRole = "strong" if entry.is_current else "body"
        self._write(painter, words, entry.text, role, "accent" if entry.is_current else "ink")

    def _paint_heading(self, painter: QPainter, inner: QRect, entry: Heading) -> None:
        self._write(painter, inner.adjusted(0, self._theme.pixels(8), 0, 0), entry.text,
                    "label", "soft")  # fmt: skip

    def _paint_place(self, painter: QPainter, rect: QRect, inner: QRect, entry: Place) -> None:
        if entry.is_current:
            painter.fillRect(rect, self._theme.colour("tint"))
        role: TextRole = "strong" if entry.is_current else "body"
        ink = "accent" if entry.is_current else "ink"
        room = self._write_count(painter, inner, entry.count, ink if entry.is_current else "soft")
        self._write(painter, _before_end(painter, inner, room), entry.text, role, ink)

    def _paint_facet(self, painter: QPainter, rect: QRect, inner: QRect, entry: Facet) -> None:
        theme = self._theme
        if entry.choice:
            painter.fillRect(rect, theme.colour("tint"))
        above_bar = inner.adjusted(0, 0, 0, -theme.pixels(4))
        room = self._write_count(painter, above_bar, entry.count, "soft")
        text = _before_end(painter, above_bar, room)
        ink = {"": "ink", "only": "accent", "without": "soft"}[entry.choice]
        if entry.choice:
            size = theme.pixels(14)
            ratio = painter.device().devicePixelRatioF()
            sign = drawn(
                "check" if entry.choice == "only" else "exclude",
                round(size * ratio),
                theme.colour(ink),
            )
            sign.setDevicePixelRatio(ratio)
            left = text.x() - 2 if _left_to_right(painter) else text.right() + 3 - size
            painter.drawPixmap(QPointF(left, text.y() + (text.height() - size) / 2), sign)
            if _left_to_right(painter):
                text.setLeft(text.left() + size + 2)
            else:
                text.setRight(text.right() - size - 2)
        role: TextRole = "strong" if entry.choice == "only" else "body"
        self._write(painter, text, entry.text, role, ink, struck=entry.choice == "without")
        width = max(4, round(inner.width() * entry.share))
        y = rect.bottom() - theme.pixels(2)
        left = inner.left() if _left_to_right(painter) else inner.right() - width
        painter.fillRect(QRect(left, y, width, 2), theme.colour("bar"))

    def _write_count(self, painter: QPainter, inner: QRect, count: int, token: str) -> int:
        return self._write_end(painter, inner, f"{count:,}", token)

    def _write_end(self, painter: QPainter, inner: QRect, text: str, token: str) -> int:
        font = self._theme.interface_font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QFontMetrics(font).horizontalAdvance(text) + 2 * self._theme.unit

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        role: TextRole,
        token: str,
        *,
        struck: bool = False,
    ) -> None:
        font = self._theme.interface_font(role)
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _before_end(painter: QPainter, inner: QRect, room: int) -> QRect:
    """Return *inner* without the *room* at the end of its line."""
    if _left_to_right(painter):
        return inner.adjusted(0, 0, -room, 0)
    return inner.adjusted(room, 0, 0, 0)


def _left_to_right(painter: QPainter) -> bool:
    return painter.layoutDirection() != Qt.LayoutDirection.RightToLeft
