"""A row in a pane: where its lines start, its tint where it is current, its edge for the keys."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QStyle

from sanad.ui.theme import Theme


def paint_ground(painter: QPainter, theme: Theme, rect: QRect, state: QStyle.StateFlag) -> None:
    """Fill *rect* for a row in *state*; a row that has the focus gets an edge."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("tint"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.colour("hover"))
    if state & QStyle.StateFlag.State_HasFocus:
        paint_focus(painter, theme, rect)


def from_start(rect: QRect, distance: float, width: float) -> float:
    """Return the left edge of what is *width* wide and *distance* from where lines start.

    That is the left edge of *rect*, in a right-to-left interface the right one.
    """
    if QGuiApplication.isRightToLeft():
        return rect.right() + 1 - distance - width
    return rect.left() + distance


def paint_focus(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the edge of the row that the keys act on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
    painter.restore()
