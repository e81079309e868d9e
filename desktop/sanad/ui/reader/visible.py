"""The part of a text that is in view, so that only what can be seen is drawn."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from sanad.text.utf16 import Utf16Map
from sanad.ui.reader.geometry import Box, boxes, visible_blocks
from sanad.ui.reader.layers import Layer, Stretch, StretchT


class VisibleBlock(NamedTuple):
    """A block with the span of its visible lines; a paragraph can be very long."""

    block: QTextBlock
    start: int
    end: int


class VisibleText:
    """The lines between the heights *top* and *bottom* of *document*."""

    def __init__(self, document: QTextDocument, units: Utf16Map, top: float, bottom: float) -> None:
        self._document, self._units, self._top, self._bottom = document, units, top, bottom
        self.blocks = [self._part(block) for block in visible_blocks(document, top, bottom)]

    def drawn(self, layer: Layer[StretchT]) -> Iterator[tuple[StretchT, Box, QTextBlock]]:
        """Yield every visible box of every stretch of *layer*."""
        for block, start, end in self.blocks:
            for stretch in layer.within(start, end):
                for box in self.boxes(block, stretch):
                    yield stretch, box, block

    def boxes(self, block: QTextBlock, stretch: Stretch) -> Iterator[Box]:
        """Yield the visible boxes of *stretch* in *block*."""
        start, end = self._units.to_utf16(stretch.start), self._units.to_utf16(stretch.end)
        return boxes(self._document, block, start, end, self._top, self._bottom)

    def _part(self, block: QTextBlock) -> VisibleBlock:
        layout = block.layout()
        first, last = block.position(), block.position() + block.length()
        lines = range(layout.lineCount())
        if len(lines) > 1:
            origin = self._document.documentLayout().blockBoundingRect(block).top()

            def height(line: int) -> float:
                return origin + layout.lineAt(line).y()

            above = bisect_left(lines, self._top, key=height) - 1
            below = bisect_left(lines, self._bottom, key=height)
            if below < len(lines):
                last = first + layout.lineAt(below).textStart()
            first += layout.lineAt(max(0, above)).textStart()
        to_code_points = self._units.to_code_points
        return VisibleBlock(block, to_code_points(first), to_code_points(last))
