"""Where characters are on the screen: visible blocks, and boxes of a range within a block."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


class Box(NamedTuple):
    """One visual run of characters on one line, in coordinates of the document."""

    left: float
    right: float
    top: float
    """Of the line's letters, without the leading."""
    baseline: float
    bottom: float

    @property
    def rect(self) -> QRectF:
        """The box as a rectangle."""
        return QRectF(self.left, self.top, self.right - self.left, self.bottom - self.top)


def visible_blocks(document: QTextDocument, top: float, bottom: float) -> Iterator[QTextBlock]:
    """Yield the blocks with a line between the heights *top* and *bottom* of the document."""
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(0, max(0.0, top)), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, position))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        if layout.blockBoundingRect(block).top() > bottom:
            return
        yield block
        block = block.next()


def boxes(
    document: QTextDocument, block: QTextBlock, start: int, end: int, top: float, bottom: float
) -> Iterator[Box]:
    """Yield the boxes of ``[start, end)``, UTF-16 positions of *document*, within *block*.

    Lines wholly outside the heights *top* to *bottom* are left out. In mixed text one range can
    have several boxes on a line: the runs between changes of direction.
    """
    start, end = max(0, start - block.position()), min(end - block.position(), block.length() - 1)
    if end <= start:
        return
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        line_top = origin.y() + line.y()
        if line_top > bottom:
            return
        if line_top + line.height() >= top:
            baseline = line_top + line.ascent()
            first, last = (
                max(start, line.textStart()),
                min(end, line.textStart() + line.textLength()),
            )
            for left, right in _runs(line, first, last):
                yield Box(
                    origin.x() + left, origin.x() + right,
                    line_top, baseline, baseline + line.descent(),
                )  # fmt: skip
        if line.lineNumber() + 1 >= layout.lineCount():
            return
        line = layout.lineAt(line.lineNumber() + 1)


def boxes_of(document: QTextDocument, start: int, end: int) -> list[Box]:
    """Return the boxes of ``[start, end)``, UTF-16 positions, wherever they are."""
    block = document.findBlock(start)
    found: list[Box] = []
    while block.isValid() and block.position() < end:
        found.extend(boxes(document, block, start, end, 0.0, float("inf")))
        block = block.next()
    return found


def _runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    # cursorToX is wrong where the direction of the text changes; the boxes of glyph runs are right.
    edges = sorted(
        (run.boundingRect().left(), run.boundingRect().right())
        for run in line.glyphRuns(start, end - start)
    )
    merged: list[tuple[float, float]] = []
    for left, right in edges:
        if merged and left - merged[-1][1] < 1.5:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
