"""Measures a laid-out document: its lines and rows as chunks, and where stretches of text stand."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextLine, QTextTable

from sanad.ui.printing.pagination import Chunk

_BORDER = 4.0
"""Between two rows the line that parts them belongs to the upper one; in layout units."""


def chunks_of(document: QTextDocument, page_height: float) -> list[Chunk]:
    """Return the lines and table rows of *document* from top to bottom.

    A row higher than a page is taken line by line.
    """
    return list(_of_frame(document, document.rootFrame(), page_height))


def line_rects(document: QTextDocument, block: QTextBlock) -> list[QRectF]:
    """Return the rectangles of the lines of *block*, in the document's coordinates."""
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [line.rect().translated(origin) for line in lines]


def text_rects(document: QTextDocument, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Return where positions *start* to *end* of *block* stand: on each line, each direction.

    Positions count from the block's beginning, in UTF-16 units.
    """
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    rects: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            rects += (rect.translated(origin) for rect in _rects_on_line(line, first, last))
    return rects


def _rects_on_line(line: QTextLine, start: int, end: int) -> Iterator[QRectF]:
    # The boxes of glyph runs are right where directions change; QTextLine.cursorToX is not.
    boxes = sorted(
        (box.left(), box.right())
        for box in (run.boundingRect() for run in line.glyphRuns(start, end - start))
        if box.width() > 0
    )
    merged: list[tuple[float, float]] = []
    for left, right in boxes:
        if merged and left - merged[-1][1] < line.height() / 3:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    for left, right in merged:
        yield QRectF(left, line.y(), right - left, line.height())


def _of_frame(document: QTextDocument, frame: QTextFrame, page_height: float) -> Iterator[Chunk]:
    position = frame.begin()
    while not position.atEnd():
        inner = position.currentFrame()
        block = position.currentBlock()
        if isinstance(inner, QTextTable):
            yield from _of_table(document, inner, page_height)
        elif block.isValid():
            yield from _of_block(document, block)
        else:
            yield from _of_frame(document, inner, page_height)
        position += 1


def _of_block(document: QTextDocument, block: QTextBlock) -> Iterator[Chunk]:
    """Yield the lines; neither the first nor the last of several stands alone on a page."""
    rects = line_rects(document, block)
    is_kept_with_next = block.blockFormat().headingLevel() > 0 or _is_note(block.next())
    last = len(rects) - 1
    for number, rect in enumerate(rects):
        if block.text() or len(rects) > 1:
            in_pair = last > 0 and number in (0, last - 1)
            yield Chunk(rect.top(), rect.bottom(), keeps_next=in_pair or is_kept_with_next)


def _is_note(block: QTextBlock) -> bool:
    """Whether *block* is a reader's note, which stays with the passage above it."""
    first = block.begin()
    return not first.atEnd() and first.fragment().charFormat().toolTip() == "note"


def _of_table(document: QTextDocument, table: QTextTable, page_height: float) -> Iterator[Chunk]:
    rows = [_row_lines(document, table, row) for row in range(table.rows())]
    frame = document.documentLayout().frameBoundingRect(table)
    tops = [min((rect.top() for rect in lines), default=frame.top()) for lines in rows]
    padding = max(0.0, tops[0] - frame.top()) if tops else 0.0
    gaps = [
        (max((rect.bottom() for rect in above), default=top) + top) / 2 + _BORDER
        for above, top in zip(rows, tops[1:], strict=False)
    ]
    edges = [frame.top(), *gaps, frame.bottom()]
    heads = table.format().headerRowCount()
    header = (edges[0], edges[heads]) if 0 < heads < len(rows) else None
    for row, (top, bottom) in enumerate(pairwise(edges)):
        if bottom - top <= page_height - padding:
            of_table = header if row >= heads else None
            is_start = row <= heads and row + 1 < len(rows)  # the head and two rows
            yield Chunk(top, bottom, keeps_next=is_start, header=of_table)
        else:
            yield from _merged(rows[row])


def _row_lines(document: QTextDocument, table: QTextTable, row: int) -> list[QRectF]:
    rects: list[QRectF] = []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        if not cell.isValid():
            continue
        position = cell.begin()
        while not position.atEnd():
            rects += line_rects(document, position.currentBlock())
            position += 1
    return rects


def _merged(rects: list[QRectF]) -> Iterator[Chunk]:
    """Yield the stretches of lines that stand side by side, cut only where no line is."""
    top = bottom = None
    for rect in sorted(rects, key=QRectF.top):
        if top is None or bottom is None:
            top, bottom = rect.top(), rect.bottom()
        elif rect.top() >= bottom - 1:
            yield Chunk(top, bottom)
            top, bottom = rect.top(), rect.bottom()
        else:
            bottom = max(bottom, rect.bottom())
    if top is not None and bottom is not None:
        yield Chunk(top, bottom)
