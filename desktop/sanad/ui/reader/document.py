"""Makes the document that the reader lays out; nothing in an article can make it load a file."""

import logging
from math import ceil
from string import Template
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from sanad.ui.theme import Theme

log = logging.getLogger(__name__)

READING_PIXELS = 17
LINE_HEIGHT = 1.6
"""From line to line, in heights of the font; Qt's percentages are of the font's own leading."""
TITLE_PIXELS, TITLE_LINE_HEIGHT = 25, 1.25
_HEADING_PIXELS = {1: TITLE_PIXELS, 2: 20}
"""By level; the others are as large as running text."""
_MEASURE = 68
"""Characters in a full line of prose."""

_PROSE = "Officials noted that the vision complements both initiatives on connected economies."

_STYLE = Template("""
    p, dd, dt { margin: 0 0 ${gap}px 0; line-height: ${lines}%; }
    li { margin: 0 0 ${near}px 0; line-height: ${lines}%; }
    h1, h2, h3, h4, h5, h6 { font-weight: 700; line-height: ${tight}%;
                             margin: ${far}px 0 ${near}px 0; }
    h1 { margin: 0 0 ${gap}px 0; }
    blockquote { margin: 0 ${far}px ${gap}px ${far}px; }
    ul, ol, dl { margin: 0 0 ${gap}px 0; }
    pre, code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace;
                font-size: ${code}px; background-color: $panel; }
    pre { margin: 0 0 ${gap}px 0; line-height: 140%; }
    table { border-collapse: collapse; border-style: solid; border-width: 1px; border-color: $edge;
            margin: ${gap}px 0 ${gap}px 0; }
    td, th { padding: ${near}px ${gap}px; border-style: solid; border-width: 1px;
             border-color: $line; }
    td p, th p { margin: 0; line-height: 100%; }
    th { font-weight: 700; background-color: $panel; }
    hr { background-color: $line; }
    a { color: $accent; text-decoration: underline; }
""")


class ArticleDocument(QTextDocument):
    """A document that answers every request for a resource with nothing."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Return an empty picture or a blank; whatever *name* is, no file is opened."""
        return empty_resource(type)


def empty_resource(type: int) -> Any:
    """Return what stands for a resource of *type*.

    Qt falls back to opening the path when it is given nothing or no bytes.
    """
    if type == QTextDocument.ResourceType.ImageResource.value:
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(0)
        return picture
    return b" "


def article_document(
    html: str, text: str, theme: Theme, zoom: float, parent: QObject
) -> ArticleDocument:
    """Return *html* laid out in the look of *theme*.

    Offsets are worth nothing unless the document's text is *text*; if it is not, the mismatch is
    logged and *text* is shown without any layout of its own.
    """
    document = _styled(theme, zoom, parent)
    document.setHtml(html)
    _size_headings(document, html.count("<h"), theme, zoom)
    _close_up_after_tables(document)
    if document.toPlainText() != text:
        log.error("an article's HTML does not lay out as its text; showing the plain text")
        document = _styled(theme, zoom, parent)
        lines = text.replace("&", "&amp;").replace("<", "&lt;").split("\n")
        document.setHtml("".join(f'<p style="white-space: pre-wrap">{line}</p>' for line in lines))
        if document.toPlainText() != text:
            document.setPlainText(text)
    return document


def measure(font: QFont) -> float:
    """Return the width in pixels of a comfortable line of prose set in *font*."""
    return QFontMetricsF(font).horizontalAdvance(_PROSE) * _MEASURE / len(_PROSE)


def reading_font(theme: Theme, zoom: float) -> QFont:
    """Return the font of running text at *zoom* (1.0 = the theme's own size)."""
    return theme.reading_font(round(READING_PIXELS * zoom))


def line_height_percent(font: QFont, height: float) -> int:
    """Return what Qt is to be told for lines that are *height* sizes of *font* apart."""
    metrics = QFontMetricsF(font)
    natural = ceil(metrics.ascent()) + ceil(metrics.descent())
    return round(100 * height * font.pixelSize() / natural)


def _size_headings(document: QTextDocument, most: int, theme: Theme, zoom: float) -> None:
    """Set the headings, *most* of them, in their sizes: Qt takes none from a stylesheet."""
    block = document.begin()
    while most and block.isValid():
        if level := block.blockFormat().headingLevel():
            pixels = _HEADING_PIXELS.get(level, READING_PIXELS)
            _set_pixels(block, theme.pixels(round(pixels * zoom)))
            most -= 1
        block = block.next()


def _set_pixels(block: QTextBlock, pixels: int) -> None:
    cursor = QTextCursor(block)
    fragments, place = [], block.begin()
    while not place.atEnd():
        fragments.append(place.fragment())
        place += 1
    for fragment in fragments:
        sized = fragment.charFormat()
        sized.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        sized.setProperty(QTextFormat.Property.FontPixelSize.value, pixels)
        start = fragment.position()
        cursor.setPosition(start)
        cursor.setPosition(start + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(sized)


def _close_up_after_tables(document: QTextDocument) -> None:
    """Take the height from the blank line that Qt puts after a table."""
    for frame in document.rootFrame().childFrames():
        after = document.findBlock(frame.lastPosition() + 1)
        if not after.text().strip("\u200b"):
            cursor = QTextCursor(after)
            closed = cursor.blockFormat()
            closed.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.setBlockFormat(closed)


def _styled(theme: Theme, zoom: float, parent: QObject) -> ArticleDocument:
    def px(size: float) -> str:
        return str(theme.pixels(round(size * zoom)))

    font = reading_font(theme, zoom)
    title = theme.reading_font(round(TITLE_PIXELS * zoom))
    document = ArticleDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(
        _STYLE.substitute(
            lines=line_height_percent(font, LINE_HEIGHT),
            tight=line_height_percent(title, TITLE_LINE_HEIGHT),
            code=px(15),
            gap=px(14),
            near=px(6),
            far=px(24),
            **{token: theme.colour(token).name() for token in ("panel", "edge", "line", "accent")},
        )
    )
    return document
