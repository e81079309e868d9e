"""Paints an initiative as a card, and below it the sentences that are its evidence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QStyle, QTreeView

from sanad.initiatives.model import Statement
from sanad.library.records import EntityKind
from sanad.ui.delegates.ground import from_start, paint_focus
from sanad.ui.delegates.rows import RowDelegate
from sanad.ui.delegates.wrapped import Wrapped, wrap
from sanad.ui.models.initiatives import Card, Evidence, OtherArticle

_NAME_LINES, _QUOTE_LINES, _SAYS_LINES = 3, 4, 4


class InitiativeDelegate(RowDelegate):
    """Rows as high as their text at the width of the view."""

    _view: QTreeView

    def row_height(
        self, row: Card | Evidence | OtherArticle, index: QModelIndex | QPersistentModelIndex
    ) -> float:
        """Return the height that the row's lines take."""
        width = self._view.viewport().width()
        below = (2 if self._is_last(index) else 1) * self._gap
        match row:
            case Card():
                second = max(self._pill_height(), self._facts_of(row, width).height)
                return self._name_of(row, width).height + second + 6 * self._gap
            case Evidence():
                says = self._says_of(row, width).height if row.says else 0
                return self._quote_of(row, width).height + says + self._gap + below
            case OtherArticle():
                return QFontMetricsF(self._small).lineSpacing() + below + 0.5 * self._gap

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: Card | Evidence | OtherArticle,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a card, or what stands below it."""
        match row:
            case Card():
                self._paint_card(painter, rect, row, index)
            case Evidence():
                self._paint_evidence(painter, rect, row)
            case OtherArticle():
                self._paint_other(painter, rect, row)

    def chevron(self, rect: QRect) -> QRect:
        """Return where the mark that opens and closes a card is, for the card at *rect*."""
        side = self._theme.pixels(28)
        left = round(from_start(rect, rect.width() - side, side))
        return QRect(left, rect.top(), side, side + 2 * self._gap)

    def paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        state: QStyle.StateFlag,
    ) -> None:
        """Tint the current card with all rows below it; part the cards by lines."""
        current = self._view.currentIndex()
        card = index.parent() if index.parent().isValid() else index
        if current.isValid() and card in (current, current.parent()):
            painter.fillRect(rect, self._theme.colour("tint"))
        if state & QStyle.StateFlag.State_MouseOver and index != current:
            hover = self._theme.colour("hover")
            hover.setAlphaF(0.6)
            painter.fillRect(rect, hover)
        if not index.parent().isValid() and index.row() > 0:
            self._paint_line_above(painter, rect)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, self._theme, rect)

    # Parts

    def _paint_card(
        self,
        painter: QPainter,
        rect: QRect,
        card: Card,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        y = rect.top() + 2.5 * self._gap
        ink, soft = self._theme.colour("ink"), self._theme.colour("soft")
        name = self._name_of(card, rect.width())
        y += name.draw(painter, from_start(rect, self._margin, name.width), y, ink) + self._gap
        self._paint_pill(painter, card, rect, y)
        facts = self._facts_of(card, rect.width())
        first = facts.layout.lineAt(0).height() if facts.layout.lineCount() else 0.0
        indent = self._margin + self._pill_width(card) + 2 * self._gap
        left = from_start(rect, indent, facts.width)
        facts.draw(painter, left, y + (self._pill_height() - first) / 2, soft)
        if card.rows:
            own = self._view.model().index(index.row(), 0)
            self._paint_chevron(painter, rect, self._view.isExpanded(own))

    def _paint_pill(self, painter: QPainter, card: Card, rect: QRect, top: float) -> None:
        text, colour = self._status(card)
        width = self._pill_width(card)
        left = from_start(rect, self._margin, width)
        box = QRectF(left + 0.5, top + 0.5, width - 1, self._pill_height() - 1)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._fine)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_chevron(self, painter: QPainter, rect: QRect, is_open: bool) -> None:
        centre, arm = QPointF(self.chevron(rect).center()), self._theme.pixels(4)
        path = QPainterPath()
        if is_open:
            path.moveTo(centre + QPointF(-arm, -arm / 2))
            path.lineTo(centre + QPointF(0, arm / 2))
            path.lineTo(centre + QPointF(arm, -arm / 2))
        else:
            inwards = arm / 2 if QGuiApplication.isRightToLeft() else -arm / 2
            path.moveTo(centre + QPointF(inwards, -arm))
            path.lineTo(centre + QPointF(-inwards, 0))
            path.lineTo(centre + QPointF(inwards, arm))
        painter.setPen(QPen(self._theme.colour("faint"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_evidence(self, painter: QPainter, rect: QRect, evidence: Evidence) -> None:
        quote = self._quote_of(evidence, rect.width())
        says = self._says_of(evidence, rect.width()) if evidence.says else None
        height = quote.height + (says.height if says else 0)
        bar = QRectF(from_start(rect, self._margin, 2), rect.top(), 2, height)
        painter.fillRect(bar, self._theme.colour("accent"))
        soft, ink = self._theme.colour("soft"), self._theme.colour("ink")
        indent = self._margin + 3 * self._gap
        painter.setFont(self._small)
        painter.setPen(soft)
        number = f"S{evidence.number}"
        width = painter.fontMetrics().horizontalAdvance(number)
        ascent = quote.layout.lineAt(0).ascent()
        painter.drawText(QPointF(from_start(rect, indent, width), rect.top() + ascent), number)
        left = from_start(rect, indent + self._number_width(evidence), quote.width)
        top = rect.top() + quote.draw(painter, left, rect.top(), ink)
        if says:
            says.draw(painter, left, top, soft)

    def _paint_other(self, painter: QPainter, rect: QRect, other: OtherArticle) -> None:
        indent = self._margin + 3 * self._gap
        words = self.tr("Also in: {title}").format(title=other.title)
        shown = wrap(words, self._small, rect.width() - indent - self._margin)
        left = from_start(rect, indent, shown.width)
        shown.draw(painter, left, rect.top() + self._gap / 2, self._theme.colour("accent"))

    # Measures

    def _name_of(self, card: Card, width: int) -> Wrapped:
        room = width - 2 * self._margin - (self._theme.pixels(16) if card.rows else 0)
        return wrap(card.initiative.name, self._strong, room, _NAME_LINES)

    def _facts_of(self, card: Card, width: int) -> Wrapped:
        room = width - 2 * self._margin - self._pill_width(card) - 2 * self._gap
        return wrap(card.facts, self._small, room, 3)

    def _quote_of(self, evidence: Evidence, width: int) -> Wrapped:
        return wrap(evidence.quote, self._small, self._room(evidence, width), _QUOTE_LINES)

    def _says_of(self, evidence: Evidence, width: int) -> Wrapped:
        room = self._room(evidence, width)
        return wrap(" · ".join(evidence.says), self._fine, room, _SAYS_LINES)

    def _room(self, evidence: Evidence, width: int) -> float:
        return width - 2 * self._margin - 3 * self._gap - self._number_width(evidence)

    def _number_width(self, evidence: Evidence) -> float:
        metrics = QFontMetricsF(self._small)
        widest = max(f"S{evidence.number}", "S88", key=metrics.horizontalAdvance)
        return metrics.horizontalAdvance(widest) + 2 * self._gap

    def _pill_width(self, card: Card) -> float:
        return QFontMetricsF(self._fine).horizontalAdvance(self._status(card)[0]) + 4 * self._gap

    def _pill_height(self) -> float:
        return QFontMetricsF(self._fine).height() + self._gap - 1

    def _status(self, card: Card) -> tuple[str, QColor]:
        """Return the words and the colour of the pill; the mark tells what has happened."""
        if not card.status:
            return self.tr("status not stated"), self._theme.colour("soft")
        if card.status == "cancelled":
            return card.status, self._theme.colour("warning")
        if card.statement is Statement.DONE:
            return f"\u25cf {card.status}", self._theme.kind_colour(EntityKind.PLACE)
        return f"\u25cb {card.status}", self._theme.kind_colour(EntityKind.ORGANISATION)

    def _is_last(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return index.row() + 1 == index.model().rowCount(index.parent())
