"""Draws layers under and over the text that is in view, and what stands in its margin.

Layers overlap legibly: a bookmark is a background with a bar in the margin, a hit a rounded box, a
mention an underline whose style tells its kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock

from sanad.entities.rules import SHOWN_FROM
from sanad.library.records import EntityKind, Mention
from sanad.text.spans import Span
from sanad.ui.reader.geometry import Box
from sanad.ui.reader.layers import Hit, Layer, Stretch
from sanad.ui.reader.underline import draw_underline
from sanad.ui.reader.visible import VisibleText
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.bookmarks.model import Bookmark

_BAR_DISTANCE, _BAR_WIDTH, _NUMBER_DISTANCE = 13, 3, 20
_FRESH = 0.02


@dataclass(frozen=True, slots=True)
class PlacedBookmark:
    """A bookmark at its span in the version that is shown."""

    start: int
    end: int
    bookmark: "Bookmark"


@dataclass(frozen=True, slots=True)
class SentenceStart:
    """The first letter of a sentence; its number stands beside the line with that letter."""

    start: int
    end: int
    number: int


@dataclass(slots=True)
class Layers:
    """Everything that is drawn with one text."""

    bookmarks: Layer[PlacedBookmark] = field(default_factory=Layer)
    hits: Layer[Hit] = field(default_factory=Layer)
    current: Stretch | None = None
    mentions: Layer[Mention] = field(default_factory=Layer)
    kinds: frozenset[EntityKind] = frozenset(EntityKind)
    boilerplate: Layer[Span] = field(default_factory=Layer)
    numbers: Layer[SentenceStart] = field(default_factory=Layer)
    """Sentences whose numbers stand in the margin."""
    flash: Span | None = None
    flash_strength: float = 0.0
    """1 right after a jump, fading to 0."""


class LayerPainter:
    """Draws `Layers` in the look of one theme, beside text that is *pixels* high."""

    def __init__(self, theme: Theme, pixels: float) -> None:
        self._theme = theme
        self._pixels = pixels
        self._veil = theme.colour("paper")
        self._veil.setAlphaF(0.3)
        self._number_font = theme.interface_font("label")
        self._number_font.setWeight(self._number_font.Weight.Normal)

    def paint_under(self, painter: QPainter, visible: VisibleText, layers: Layers) -> None:
        """Draw what lies under the letters: bookmarks, the flash of a jump, hits."""
        bookmark, hit, current = map(self._theme.colour, ("bookmark", "hit", "current_hit"))
        for _, box, _ in visible.drawn(layers.bookmarks):
            painter.fillRect(box.rect.adjusted(-1, 0, 1, 0), bookmark)
        if layers.flash is not None and layers.flash_strength > _FRESH:
            flash = self._theme.colour("flash")
            flash.setAlphaF(layers.flash_strength)
            for _, box, _ in visible.drawn(Layer((layers.flash,))):
                self._draw_box(painter, box, flash, None)
        for match, box, _ in visible.drawn(layers.hits):
            if match.exact:
                self._draw_box(painter, box, hit, None)
            else:
                self._draw_stem_box(painter, box, hit)
        if layers.current is not None:
            for _, box, _ in visible.drawn(Layer((layers.current,))):
                self._draw_box(painter, box, current, self._edge_of(current))

    def paint_over(self, painter: QPainter, visible: VisibleText, layers: Layers) -> None:
        """Draw what lies over the letters: a veil on boilerplate, underlines of mentions."""
        for _, box, _ in visible.drawn(layers.boilerplate):
            painter.fillRect(box.rect.adjusted(-1, -1, 1, 2), self._veil)
        width = self._pixels / 10.5
        for mention, box, _ in visible.drawn(layers.mentions):
            if mention.kind in layers.kinds and mention.confidence >= SHOWN_FROM:
                y = box.baseline + 0.28 * self._pixels
                draw_underline(
                    painter,
                    self._theme.kind_line(mention.kind),
                    self._theme.kind_colour(mention.kind),
                    QLineF(box.left, y, box.right, y),
                    width,
                )

    def paint_margin(
        self, painter: QPainter, visible: VisibleText, layers: Layers, column: QRectF
    ) -> None:
        """Draw bookmark bars, sentence numbers and the bars of quotes beside their text."""
        for bar in _quote_bars(visible, column):
            painter.fillRect(bar, self._theme.colour("edge"))
        for bookmark_bar, _ in self.bars(visible, layers.bookmarks, column):
            painter.fillRect(bookmark_bar, self._theme.colour("bookmark_bar"))
        painter.setFont(self._number_font)
        painter.setPen(self._theme.colour("soft"))
        metrics = QFontMetricsF(self._number_font)
        room = column.left() - _NUMBER_DISTANCE
        for (right_to_left, baseline), numbers in self._numbers(visible, layers).items():
            label, range_ = f"S{numbers[0]}", f"S{numbers[0]}\u2013{numbers[-1]}"
            if len(numbers) > 1 and metrics.horizontalAdvance(range_) < room:
                label = range_
            if right_to_left:
                left = column.right() + _NUMBER_DISTANCE
            else:
                left = room - metrics.horizontalAdvance(label)
            painter.drawText(QPointF(left, baseline), label)

    @staticmethod
    def bars(
        visible: VisibleText, bookmarks: Layer[PlacedBookmark], column: QRectF
    ) -> Iterator[tuple[QRectF, PlacedBookmark]]:
        """Yield the margin bar of every visible piece of a bookmark, with the bookmark."""
        for block, start, end in visible.blocks:
            for bookmark in bookmarks.within(start, end):
                found = list(visible.boxes(block, bookmark))
                if found:
                    top, bottom = min(box.top for box in found), max(box.bottom for box in found)
                    left = (
                        column.right() + _BAR_DISTANCE - _BAR_WIDTH
                        if _is_right_to_left(block)
                        else column.left() - _BAR_DISTANCE
                    )
                    yield QRectF(left, top, _BAR_WIDTH, bottom - top), bookmark

    def _numbers(self, visible: VisibleText, layers: Layers) -> dict[tuple[bool, float], list[int]]:
        """Return the numbers of the sentences that begin on each line, by side and baseline."""
        numbers: dict[tuple[bool, float], list[int]] = {}
        for sentence, box, block in visible.drawn(layers.numbers):
            line = (_is_right_to_left(block), box.baseline)
            numbers.setdefault(line, []).append(sentence.number)
        return numbers

    def _draw_box(self, painter: QPainter, box: Box, fill: QColor, edge: QColor | None) -> None:
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box.rect.adjusted(-1.5, 0.5, 1.5, -0.5), 3, 3)

    def _draw_stem_box(self, painter: QPainter, box: Box, colour: QColor) -> None:
        """Draw a hit on another form of the word: a pale box that stands on a line."""
        pale = QColor(colour)
        pale.setAlphaF(0.45)
        self._draw_box(painter, box, pale, None)
        rect = box.rect.adjusted(-1.5, 0.5, 1.5, -0.5)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2),
                         self._edge_of(colour))  # fmt: skip

    def _edge_of(self, fill: QColor) -> QColor:
        return fill.lighter(165) if self._theme.is_dark else fill.darker(155)


def _quote_bars(visible: VisibleText, column: QRectF) -> Iterator[QRectF]:
    """Yield a bar for each visible block that is set in from the *column*, as only quotes are."""
    for block, _, _ in visible.blocks:
        if margin := block.blockFormat().leftMargin():
            lines = block.document().documentLayout().blockBoundingRect(block)
            inwards = margin / 2
            left = column.right() - inwards if _is_right_to_left(block) else column.left() + inwards
            yield QRectF(left, lines.top(), 2, lines.height())


def _is_right_to_left(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft
