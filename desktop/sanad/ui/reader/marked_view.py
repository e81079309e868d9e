"""A text with everything that is marked in it: mentions, bookmarks, hits, sentence numbers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, QVariantAnimation
from PySide6.QtWidgets import QWidget

from sanad.entities.rules import SHOWN_FROM
from sanad.library.records import EntityKind, Mention, Version
from sanad.text.spans import Span
from sanad.ui.reader.header import ArticleHeader
from sanad.ui.reader.layers import Hit, Layer, Stretch
from sanad.ui.reader.painted_view import PaintedView
from sanad.ui.reader.painting import PlacedBookmark, SentenceStart
from sanad.ui.reader.visible import VisibleText
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle

_FLASH_MS = 2400


class MarkedView(PaintedView):
    """Shows one version of an article; offsets are code points of its canonical text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.header = ArticleHeader(theme)
        self._version: Version | None = None
        self._numbers_shown, self._numbered_paragraph = False, 0
        super().__init__(theme, self.header, parent)
        self._fading = QVariantAnimation(self, duration=_FLASH_MS, startValue=1.0, endValue=0.0)
        self._fading.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fading.valueChanged.connect(self._fade)

    def show_article(self, opened: "OpenArticle") -> None:
        """Show the article from its beginning, with its own layers and without hits."""
        version = self._version = opened.version
        title_in_text = self.show_header(opened)
        self.layers.boilerplate = Layer(version.boilerplate)
        self.layers.flash = None
        self.layers.hits, self.layers.current = Layer(), None
        self._numbered_paragraph = 0
        self._choose_numbers()
        self.show_layers(opened)
        self.show_text(version.text, version.html, title_in_text=title_in_text)
        self.setAccessibleDescription(opened.article.title)

    def show_header(self, opened: "OpenArticle") -> bool:
        """Say what is known of the article; return whether its text begins with its title."""
        article, version = opened.article, opened.version
        first_line, _, _ = version.text.partition("\n")
        title_in_text = version.html.startswith("<h1") and first_line == article.title
        self.header.show_article(article, version.text, with_title=not title_in_text)
        return title_in_text

    def show_layers(self, opened: "OpenArticle") -> None:
        """Take over mentions and bookmarks; the text has to be the one that is shown."""
        self.layers.mentions = Layer(opened.mentions)
        self.layers.bookmarks = Layer(
            PlacedBookmark(*bookmark.span, bookmark) for bookmark in opened.bookmarks
        )
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take another look and keep the position."""
        self.header.set_theme(theme)
        super().set_theme(theme)

    def set_zoom(self, zoom: float) -> None:
        """Set the text at *zoom* times its own size and keep the position."""
        self.header.set_zoom(zoom)
        super().set_zoom(zoom)

    def set_hits(self, hits: Sequence[Hit], current: Stretch | None) -> None:
        """Mark *hits*, and *current* more strongly."""
        self.layers.hits, self.layers.current = Layer(hits), current
        self.viewport().update()

    def set_kinds(self, kinds: Iterable[EntityKind]) -> None:
        """Underline mentions of *kinds* only."""
        self.layers.kinds = frozenset(kinds)
        self.viewport().update()

    def number_sentences(self, shown: bool) -> None:
        """Show the number of every sentence, or only of the first in each paragraph."""
        self._numbers_shown = shown
        self._choose_numbers()

    def flash(self, start: int, end: int) -> None:
        """Bring ``[start, end)`` into view and mark it for a moment."""
        self.reveal(start, end)
        self.layers.flash = Span(start, end)
        self._fading.stop()
        self._fading.start()

    def mention_at(self, point: QPoint) -> Mention | None:
        """Return the underlined mention at *point* of the viewport."""
        offset = self.offset_at(point)
        if offset is None:
            return None
        for mention in self.layers.mentions.within(max(0, offset - 1), offset + 1):
            if mention.kind in self.layers.kinds and mention.confidence >= SHOWN_FROM:
                # A letter's right half belongs to the position after it, which may be outside.
                found = self.boxes(mention.start, mention.end)
                if any(box.rect.adjusted(0, 0, 0, 6).contains(point) for box in found):
                    return mention
        return None

    def bookmark_at(self, point: QPoint) -> PlacedBookmark | None:
        """Return the bookmark whose bar in the margin is at *point*."""
        if self._column.left() <= point.x() <= self._column.right():
            return None
        y = point.y() + self.verticalScrollBar().value()
        visible = VisibleText(self.document(), self._units, y - 1, y + 1)
        for bar, bookmark in self._painter.bars(visible, self.layers.bookmarks, self._column):
            if bar.adjusted(-5, 0, 5, 0).contains(point.x(), y):
                return bookmark
        return None

    def number_paragraph(self, paragraph: int) -> None:
        """Show the numbers of all sentences of *paragraph*; 0 for none."""
        if paragraph != self._numbered_paragraph:
            self._numbered_paragraph = paragraph
            self._choose_numbers()

    def _choose_numbers(self) -> None:
        starts: list[SentenceStart] = []
        before = 0
        for sentence in self._version.sentences if self._version else ():
            if (
                self._numbers_shown
                or sentence.paragraph != before
                or sentence.paragraph == self._numbered_paragraph
            ):
                starts.append(SentenceStart(sentence.start, sentence.start + 1, sentence.number))
            before = sentence.paragraph
        self.layers.numbers = Layer(starts)
        self.viewport().update()

    def _fade(self, strength: float) -> None:
        self.layers.flash_strength = strength
        self.viewport().update()
