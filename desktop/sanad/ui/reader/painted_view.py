"""A text in a centred column, with layers drawn by place and a header that scrolls with it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from sanad.text.utf16 import Utf16Map
from sanad.ui.reader.document import (
    LINE_HEIGHT,
    READING_PIXELS,
    ArticleDocument,
    article_document,
    empty_resource,
    measure,
    reading_font,
)
from sanad.ui.reader.geometry import Box, boxes_of
from sanad.ui.reader.painting import LayerPainter, Layers
from sanad.ui.reader.visible import VisibleText
from sanad.ui.theme import Theme

_GUTTER = 56
_TOP = 28
_BOTTOM = 96
_COMFORTABLE = (0.12, 0.78)
"""The part of the window's height in which something may stay where it is."""
_EYE_LEVEL = 0.34


class PaintedView(QTextBrowser):
    """Shows one canonical text. All offsets are code points of it."""

    def __init__(self, theme: Theme, header: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zoom = theme, 1.0
        self._html, self._text = "", ""
        self._units = Utf16Map("")
        self._article = ArticleDocument(self)
        self._header, self._title_in_text = header, False
        self._shows_focus = False
        self.layers = Layers()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTextBrowser { border: none; padding: 0; background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        header.setParent(self.viewport())
        self.verticalScrollBar().valueChanged.connect(self._place_header)
        self.set_theme(theme)

    def show_text(self, text: str, html: str, *, title_in_text: bool) -> None:
        """Show *html*, whose plain text is *text*; drops selection and scroll position.

        With *title_in_text* the first block is the title, and the header goes below it.
        """
        self._text, self._html, self._title_in_text = text, html, title_in_text
        self._units = Utf16Map(text)
        self._build()

    def fit_header(self, *, title_in_text: bool) -> None:
        """Make room for a header that has changed; the text stays."""
        if title_in_text == self._title_in_text:
            self._fit()
        else:
            self._title_in_text = title_in_text
            self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Take another look and keep the position."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self._rebuild()

    def set_zoom(self, zoom: float) -> None:
        """Set running text at *zoom* times its own size and keep the position."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._rebuild()

    # Places

    def boxes(self, start: int, end: int) -> list[Box]:
        """Return where ``[start, end)`` is, in coordinates of the viewport."""
        down = self.verticalScrollBar().value()
        found = boxes_of(self.document(), self._units.to_utf16(start), self._units.to_utf16(end))
        return [
            box._replace(top=box.top - down, baseline=box.baseline - down, bottom=box.bottom - down)
            for box in found
        ]

    def offset_at(self, point: QPoint) -> int | None:
        """Return the offset of the letter at *point* of the viewport; None beside the text."""
        at = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if hit < 0 else self._units.to_code_points(hit)

    def topmost(self) -> tuple[int, float]:
        """Return the first visible line: its offset, and how far it is scrolled out, in lines."""
        down = self.verticalScrollBar().value()
        if down == 0:
            return 0, 0.0
        layout = self.document().documentLayout()
        position = layout.hitTest(
            QPointF(self._column.left() + 1, down), Qt.HitTestAccuracy.FuzzyHit
        )
        block, line_top = self._line_top(max(0, position))
        line = block.layout().lineForTextPosition(max(0, position) - block.position())
        start = block.position() + (line.textStart() if line.isValid() else 0)
        return self._units.to_code_points(start), (down - line_top) / self._line_height

    def scroll_to(self, offset: int, below: float) -> None:
        """Put the line of *offset* at the top, *below* lines further out than the edge."""
        if offset == 0 and below == 0:
            self.verticalScrollBar().setValue(0)
            return
        _, line_top = self._line_top(self._units.to_utf16(offset))
        self._scroll(line_top + below * self._line_height)

    def scroll_to_end(self) -> None:
        """Show the last lines."""
        height = self.document().documentLayout().documentSize().height()
        self._scroll(height - self.viewport().height())

    def reveal(self, start: int, end: int) -> None:
        """Bring ``[start, end)`` to where the eye rests, unless it can be read as it is."""
        found = self.boxes(start, end)
        if not found:
            return
        height = self.viewport().height()
        top, bottom = found[0].top, found[-1].bottom
        if _COMFORTABLE[0] * height <= top and bottom <= _COMFORTABLE[1] * height:
            return
        self._scroll(self.verticalScrollBar().value() + top - _EYE_LEVEL * height)

    # Qt

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Load nothing, whatever *name* is."""
        return empty_resource(type)

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Open nothing: the reader is given texts, it never fetches one."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, the layers under the text, the text, the layers over it, the margin."""
        down = self.verticalScrollBar().value()
        visible = VisibleText(
            self.document(), self._units, event.rect().top() + down, event.rect().bottom() + down
        )
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -down)
        self._painter.paint_under(painter, visible, self.layers)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -down)
        self._painter.paint_over(painter, visible, self.layers)
        self._painter.paint_margin(painter, visible, self.layers, self._column)
        if self._shows_focus:
            edge = self.viewport().width()
            painter.fillRect(0, down, edge, 2, self._theme.colour("accent"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the topmost line where it is while the lines break anew."""
        place = self.topmost() if event.oldSize().isValid() and self._text else (0, 0.0)
        super().resizeEvent(event)
        self._fit()
        if place != (0, 0.0):
            self.scroll_to(*place)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the position: Qt would bring its cursor into view, in a view not yet sized."""
        down = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(down)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act here, unless a click has already said so."""
        self._shows_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act elsewhere."""
        self._shows_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the line of the focus stays at the edge."""
        super().scrollContentsBy(dx, dy)
        if self._shows_focus:
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the reading font, which Qt replaces by the widget's own."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            font = reading_font(self._theme, self._zoom)
            if self.document().defaultFont() != font:
                self.document().setDefaultFont(font)

    # Layout

    def _build(self) -> None:
        before = self._article
        self._article = article_document(self._html, self._text, self._theme, self._zoom, self)
        self._painter = LayerPainter(self._theme, self._theme.pixels(READING_PIXELS) * self._zoom)
        self._set_column()  # before the view has the document, so that lines are broken once
        self.setDocument(self._article)
        self.verticalScrollBar().setValue(0)  # Qt brought its cursor into view
        before.deleteLater()
        self._place_header()

    def _rebuild(self) -> None:
        place = self.topmost() if self._text else (0, 0.0)
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._build()
        if anchor != position:
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.scroll_to(*place)

    def _fit(self) -> None:
        self._set_column()
        self._place_header()

    def _set_column(self) -> None:
        """Centre the column and make room for the header."""
        font = reading_font(self._theme, self._zoom)
        self._line_height = font.pixelSize() * LINE_HEIGHT
        width = self.viewport().width()
        column = min(measure(font), width - 2 * _GUTTER)
        side = int(max(_GUTTER, (width - column) / 2))
        self._column = QRectF(side, 0, width - 2 * side, 0)
        self._header.setFixedWidth(max(1, width - 2 * side))
        height = self._header.heightForWidth(self._header.width())
        self._header.setFixedHeight(height)
        gap = self._theme.pixels(22)
        self._set_margins(side, _TOP if self._title_in_text else _TOP + height + gap)
        if self._title_in_text:
            cursor = QTextCursor(self._article.begin())
            first = cursor.blockFormat()
            first.setBottomMargin(height + gap + self._theme.unit)
            if first != cursor.blockFormat():
                cursor.setBlockFormat(first)

    def _set_margins(self, side: int, top: int) -> None:
        root = self._article.rootFrame()
        margins = root.frameFormat()
        margins.setLeftMargin(side)
        margins.setRightMargin(side)
        margins.setTopMargin(top)
        margins.setBottomMargin(_BOTTOM)
        if margins != root.frameFormat():
            root.setFrameFormat(margins)

    def _place_header(self) -> None:
        top = float(_TOP)
        if self._title_in_text:
            layout = self.document().documentLayout()
            top = layout.blockBoundingRect(self.document().begin()).bottom() + self._theme.unit
        left = int(self._column.left())
        self._header.move(left, int(top) - self.verticalScrollBar().value())

    def _line_top(self, position: int) -> tuple[QTextBlock, float]:
        block = self.document().findBlock(position)
        if not block.isValid():
            block = self.document().lastBlock()
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return block, top + (line.y() if line.isValid() else 0)

    def _scroll(self, down: float) -> None:
        bar = self.verticalScrollBar()
        if down > bar.maximum():
            # Lines are broken as they come into view, and the bar knows of those only. Whoever
            # asks for a height has had the lines above it broken; one window more is enough.
            layout = self.document().documentLayout()
            bottom = down + self.viewport().height()
            block = self.document().findBlock(
                max(0, layout.hitTest(QPointF(0, bottom), Qt.HitTestAccuracy.FuzzyHit))
            )
            end = layout.blockBoundingRect(block).bottom()
            is_last = not block.next().isValid()
            end += _BOTTOM if is_last else self.viewport().height()
            bar.setMaximum(max(bar.maximum(), int(end) - self.viewport().height()))
        bar.setValue(round(down))
