"""The text document that is laid out for paper: it loads nothing and looks the same everywhere."""

from string import Template
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from sanad.assets import resource
from sanad.library.records import EntityKind
from sanad.summaries.briefing import Briefing, Standing
from sanad.summaries.html import body_html
from sanad.ui.theme import Theme

UNITS_PER_INCH = 300
"""Of the layout. Fine enough that glyphs stand the same on a screen and on a printer."""
UNITS_PER_POINT = UNITS_PER_INCH / 72
UNITS_PER_MM = UNITS_PER_INCH / 25.4

_ARABIC = "Noto Sans Arabic"
_BODY_POINTS = 10.0
_INDENT_POINTS = 9


class PaperDocument(QTextDocument):
    """A document in units of the layout, without page breaks of its own.

    What an article refers to is never opened: an image is one transparent pixel, all else a blank.
    """

    def __init__(self, briefing: Briefing, theme: Theme, width: float) -> None:
        super().__init__()
        self._device = _device()
        self.setUndoRedoEnabled(False)
        self.setDefaultFont(paper_font(theme, _BODY_POINTS, serif=True))
        self.setDefaultStyleSheet(_stylesheet(theme))
        self.setDocumentMargin(0)
        self.setUseDesignMetrics(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.documentLayout().setPaintDevice(self._device)
        self.setHtml(body_html(briefing))
        self._take_sizes_as_given()
        # WORKAROUND Qt 6.11: with a width set before changes, paragraphs are left without lines.
        self.setTextWidth(width)
        self.documentLayout().documentSize()  # or else Qt lays the rest out when it is idle

    def _take_sizes_as_given(self) -> None:
        """Drop the factor that Qt applies to headings on top of the stylesheet's size."""
        block = self.begin()
        sized: list[tuple[int, int, QTextCharFormat]] = []
        while block.isValid():
            position = block.begin()
            while block.blockFormat().headingLevel() and not position.atEnd():
                fragment = position.fragment()
                style = fragment.charFormat()
                style.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                sized.append((fragment.position(), fragment.length(), style))
                position += 1
            block = block.next()
        cursor = QTextCursor(self)
        for start, length, style in sized:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(style)

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Return a stand-in; anything less makes Qt open the path itself."""
        if type == QTextDocument.ResourceType.ImageResource.value:
            pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
            pixel.fill(0)
            return pixel
        return b" "


def paper_font(theme: Theme, points: float, *, serif: bool = False) -> QFont:
    """Return a font of *points* for text in the layout; its size is in points."""
    font = theme.reading_font() if serif else theme.interface_font()
    font.setFamilies(_extractable(font.families()))
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A PDF would hold one character for two: copied and searched, "efforts" is another word then.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def _extractable(families: list[str]) -> list[str]:
    """Return *families* with an Arabic face before others whose ligatures have code points.

    WORKAROUND Qt 6.11: in a PDF, glyphs without a code point are lost to selection and search: in
    Noto Naskh Arabic lam-alef and the name of God are, in Noto Sans Arabic next to none.
    """
    at = next((i for i, name in enumerate(families) if "Arabic" in name), len(families))
    return [*families[:at], _ARABIC, *families[at:]]


def painted_font(theme: Theme, points: float) -> QFont:
    """Return a font of *points* for painting beside the layout; its size is in layout units."""
    font = paper_font(theme, points)
    font.setPixelSize(round(points * UNITS_PER_POINT))
    return font


def standing_colours(theme: Theme) -> dict[Standing, QColor]:
    """Return the colours of pills; the sign in a pill says the same without colour."""
    return {
        Standing.HAPPENED: theme.kind_colour(EntityKind.PLACE),
        Standing.PLANNED: theme.kind_colour(EntityKind.ORGANISATION),
        Standing.UNSURE: theme.colour("soft"),
    }


def _device() -> QImage:
    """Return what tells the layout how many units an inch has."""
    device = QImage(1, 1, QImage.Format.Format_RGB32)
    dots_per_metre = round(UNITS_PER_INCH / 0.0254)
    device.setDotsPerMeterX(dots_per_metre)
    device.setDotsPerMeterY(dots_per_metre)
    return device


def _stylesheet(theme: Theme) -> str:
    template = Template(resource("themes/paper.css").read_text(encoding="utf-8"))
    tokens = {token: theme.colour(token).name() for token in theme.tokens}
    for standing, colour in standing_colours(theme).items():
        tokens[str(standing)] = colour.name()
    sans = ", ".join(f"'{family}'" for family in paper_font(theme, 8).families())
    return template.substitute(
        tokens,
        sans=sans,
        serif_leading=_leading(paper_font(theme, _BODY_POINTS, serif=True), 1.48),
        reading_leading=_leading(paper_font(theme, _BODY_POINTS, serif=True), 1.55),
        sans_leading=_leading(paper_font(theme, _BODY_POINTS), 1.4),
        indent=round(_INDENT_POINTS * UNITS_PER_POINT),
    )


def _leading(font: QFont, of_size: float) -> str:
    """Return the line height that is *of_size* times the font's size; fonts differ in their own."""
    font.setPixelSize(1000)
    return f"{max(100, round(100 * of_size / (QFontMetricsF(font).lineSpacing() / 1000)))}%"
