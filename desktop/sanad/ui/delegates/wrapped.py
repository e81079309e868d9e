"""Text broken into lines of a width, the last one cut short; right-to-left text at the right."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QTextLayout,
    QTextOption,
)

_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Lines ready to be drawn."""

    layout: QTextLayout
    width: float
    """The room the lines were given."""
    height: float

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> float:
        """Draw the lines with their top left at the point; return the height they take."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(left, top))
        return self.height


def wrap(
    text: str,
    font: QFont,
    width: float,
    lines: int = 1,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> Wrapped:
    """Return *text* in at most *lines* lines of *width* pixels; `…` stands for what is cut."""
    text = text.replace("\n", " ")
    layout = _broken(text, font, width, formats)
    if layout.lineCount() > lines:
        last = layout.lineAt(lines - 1)
        rest = QFontMetricsF(font).elidedText(
            text[last.textStart() :], Qt.TextElideMode.ElideRight, width - 1
        )
        layout = _broken(text[: last.textStart()] + rest, font, width, formats)
    shown = [layout.lineAt(number) for number in range(min(lines, layout.lineCount()))]
    return Wrapped(layout, width, sum(line.height() for line in shown))


def is_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction runs from right to left."""
    for char in text[:_LOOKED_AT]:
        match unicodedata.bidirectional(char):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def set_direction(option: QTextOption, text: str) -> bool:
    """Give *option* the direction of *text*; return whether its lines stand at the right."""
    from_right = is_right_to_left(text)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
    )
    return from_right or QGuiApplication.isRightToLeft()


def _broken(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange]
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    at_right = set_direction(option, text)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    if formats:
        layout.setFormats(list(formats))
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
