"""Makes the document that the reader lays out; nothing in an article can make it load a file."""

import logging
from string import Template
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from sanad.ui.theme import Theme

log = logging.getLogger(__name__)

READING_PIXELS = 17
LINE_HEIGHT = 1.6
"""From line to line, in heights of the font; Qt's percentages are of the font's own leading."""
_HEADING_LINE_HEIGHT = 1.36
TITLE_SIZE = 1.5
"""Of a title, in sizes of running text; what Qt makes of ``x-large``."""
_MEASURE = 68
"""Characters in a full line of prose."""

_PROSE = "Officials noted that the vision complements both initiatives on connected economies."

_STYLE = Template("""
    p, dd, dt { margin: 0 0 ${gap}px 0; line-height: ${lines}%; }
    li { margin: 0 0 ${near}px 0; line-height: ${lines}%; }
    h1 { font-size: x-large; font-weight: 700; margin: 0 0 ${gap}px 0; line-height: ${tight}%; }
    h2, h3 { font-weight: 700; margin: ${far}px 0 ${near}px 0; line-height: ${tight}%; }
    h2 { font-size: large; }
    h3, h4, h5, h6 { font-size: medium; }
    h4, h5, h6 { font-weight: 700; margin: ${far}px 0 ${near}px 0; }
    blockquote { margin: 0 ${far}px ${gap}px ${far}px; color: $soft; }
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
    natural = QFontMetricsF(font).height() / font.pixelSize()
    document = ArticleDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(
        _STYLE.substitute(
            lines=round(100 * LINE_HEIGHT / natural),
            tight=round(100 * _HEADING_LINE_HEIGHT / natural),
            code=px(15),
            gap=px(14),
            near=px(6),
            far=px(24),
            **{
                token: theme.colour(token).name()
                for token in ("soft", "panel", "edge", "line", "accent")
            },
        )
    )
    return document
