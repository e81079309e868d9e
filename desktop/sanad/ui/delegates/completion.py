"""Paints a completion: a sign of its kind, the words, and at the end what it is and how often."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sanad.ui.delegates.ground import from_start
from sanad.ui.icons import drawn
from sanad.ui.models.completion import OFFER, CompletionModel, Offer
from sanad.ui.theme import Theme

_SIGNS = {
    "history": "clock",
    "field": "filter",
    "initiative": "initiatives",
    "place": "place",
    "person": "person",
    "organisation": "organisation",
    "technology": "technology",
}


class CompletionDelegate(QStyledItemDelegate):
    """Rows of one line."""

    def __init__(self, theme: Theme, model: CompletionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._drawn: dict[tuple[str, float], QPixmap] = {}  # one of each sign and kind of screen
        self._body, self._small = theme.interface_font("body"), theme.interface_font("small")

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
        """Paint the offer at *index*."""
        theme = self._theme
        offer: Offer = index.data(OFFER)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        margin, side = theme.pixels(10), theme.pixels(16)
        self._paint_sign(painter, offer, rect, margin, side)
        indent = margin + side + theme.pixels(8)
        about = self._model.about(offer)
        painter.setFont(self._small)
        room = QFontMetrics(self._small).horizontalAdvance(about) if about else 0
        room = min(room, rect.width() // 2)
        painter.setPen(theme.colour("soft"))
        box = QRect(0, rect.top(), room, rect.height())
        box.moveLeft(round(from_start(rect, rect.width() - margin - room, room)))
        cut = QFontMetrics(self._small).elidedText(about, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, cut)
        width = rect.width() - indent - room - margin - theme.pixels(16)
        words = QRect(0, rect.top(), width, rect.height())
        words.moveLeft(round(from_start(rect, indent, width)))
        self._paint_words(painter, offer, words)
        painter.restore()

    def _paint_sign(
        self, painter: QPainter, offer: Offer, rect: QRect, margin: int, side: int
    ) -> None:
        name = _SIGNS.get(offer.kind) or _SIGNS.get(offer.note, "search")
        ratio = painter.device().devicePixelRatioF()
        sign = self._drawn.get((name, ratio))
        if sign is None:
            sign = drawn(name, round(side * ratio), self._theme.colour("soft"))
            sign.setDevicePixelRatio(ratio)
            self._drawn[name, ratio] = sign
        left = round(from_start(rect, margin, side))
        painter.drawPixmap(QPoint(left, rect.top() + (rect.height() - side) // 2), sign)

    def _paint_words(self, painter: QPainter, offer: Offer, box: QRect) -> None:
        """Write the words, a field's name before a name or word in the accent colour."""
        painter.setFont(self._body)
        metrics = QFontMetrics(self._body)
        field, _, name = offer.text.partition(":") if offer.kind != "history" else ("", "", "")
        lead = f"{field}: " if name else ""
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if lead:
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(box, flags, lead)
            taken = metrics.horizontalAdvance(lead)
            if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                box = box.adjusted(0, 0, -taken, 0)
            else:
                box = box.adjusted(taken, 0, 0, 0)
        painter.setPen(self._theme.colour("ink"))
        text = name.strip('"') if lead else offer.text
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, flags, cut)
