"""The underline of each kind of entity; its style tells the kind where colour cannot."""

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sanad.ui.theme import LineStyle


def draw_underline(
    painter: QPainter, style: LineStyle, colour: QColor, line: QLineF, width: float = 1.6
) -> None:
    """Draw *line*, which is level and runs to the right, in *style*; *width* is in pixels."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    match style:
        case LineStyle.DOTTED:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.0])
            pen.setWidthF(width * 1.15)
        case LineStyle.DASHED:
            pen.setDashPattern([3.6, 1.9])
        case LineStyle.SOLID | LineStyle.WAVY | LineStyle.DOUBLE:
            pass
    painter.setPen(pen)
    match style:
        case LineStyle.WAVY:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_wave(line, width))
        case LineStyle.DOUBLE:
            pen.setWidthF(width * 0.85)
            painter.setPen(pen)
            painter.drawLine(line.translated(0, -0.55 * width))
            painter.drawLine(line.translated(0, 1.35 * width))
        case LineStyle.DOTTED | LineStyle.DASHED | LineStyle.SOLID:
            painter.drawLine(line)


def _wave(line: QLineF, width: float) -> QPainterPath:
    path = QPainterPath(line.p1())
    step, height, up = 1.7 * width, 1.5 * width, True
    x, y = line.x1(), line.y1()
    while x < line.x2() - 0.1:
        following = min(x + 2 * step, line.x2())
        crest = QPointF((x + following) / 2, y - height if up else y + height)
        path.quadTo(crest, QPointF(following, y))
        x, up = following, not up
    return path
