"""The pages of a briefing: laid out once, painted the same on screen, on paper and into a PDF."""

from enum import StrEnum

from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPen,
)

from sanad.summaries.briefing import Briefing, day
from sanad.ui.printing.column import chunks_of
from sanad.ui.printing.decorations import Decorations
from sanad.ui.printing.document import (
    UNITS_PER_INCH,
    UNITS_PER_MM,
    UNITS_PER_POINT,
    PaperDocument,
    painted_font,
)
from sanad.ui.printing.pagination import Band, pages_of
from sanad.ui.theme import Theme

MARGIN_MM = 20
_HEADER_MM = 12.5
"""From the paper's upper edge to the line under the header."""
_FOOTER_MM = 10.5
"""From the paper's lower edge to the footer's middle."""


class Paper(StrEnum):
    """A size of paper."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size(self) -> QPageSize:
        """The size as Qt's printing knows it."""
        ids = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
        return QPageSize(ids[self])

    @property
    def millimetres(self) -> QSizeF:
        """Width and height of an upright sheet."""
        return self.size.size(QPageSize.Unit.Millimeter)


def paper_of_locale(locale: QLocale | None = None) -> Paper:
    """Return the paper that is usual where *locale* (else the system's) is spoken."""
    system = (locale or QLocale.system()).measurementSystem()
    return Paper.LETTER if system == QLocale.MeasurementSystem.ImperialUSSystem else Paper.A4


class Pages:
    """A briefing laid out on *paper*. Pages count from 1."""

    def __init__(self, briefing: Briefing, theme: Theme, paper: Paper) -> None:
        self.briefing = briefing
        self.paper = paper
        self._theme = theme
        millimetres = paper.millimetres
        self._width = millimetres.width() * UNITS_PER_MM
        self._height = millimetres.height() * UNITS_PER_MM
        margin = MARGIN_MM * UNITS_PER_MM
        self._area = QRectF(margin, margin, self._width - 2 * margin, self._height - 2 * margin)
        self._document = PaperDocument(briefing, theme, self._area.width())
        chunks = chunks_of(self._document, self._area.height())
        self._pages = pages_of(chunks, self._area.height())
        self._decorations = Decorations(self._document, theme)
        self._running = self._running_headings()

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return len(self._pages)

    def running_heading(self, number: int) -> str:
        """Return the headings of the sections on page *number*, else of the one going on there."""
        return self._running[number - 1]

    def text(self, number: int) -> str:
        """Return the text of page *number* without header and footer, a line for each line."""
        lines: list[str] = []
        for band in self._pages[number - 1]:
            lines += self._lines_in(band)
        return "\n".join(lines)

    def paint(self, painter: QPainter, number: int, dots_per_inch: float) -> None:
        """Paint page *number* with its margins, the sheet's corner at the painter's origin."""
        painter.save()
        painter.scale(dots_per_inch / UNITS_PER_INCH, dots_per_inch / UNITS_PER_INCH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for band in self._pages[number - 1]:
            self._paint_band(painter, band)
        if number > 1:
            self._paint_header(painter, number)
        self._paint_footer(painter, number)
        painter.restore()

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """Return page *number* on white paper."""
        scale = dots_per_inch / UNITS_PER_INCH
        image = QImage(
            round(self._width * scale), round(self._height * scale), QImage.Format.Format_RGB32
        )
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        try:
            self.paint(painter, number, dots_per_inch)
        finally:
            painter.end()
        return image

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        painter.save()
        painter.translate(self._area.left(), self._area.top() + band.y - band.top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("ink"))
        # Lines beyond the cut would still be written into a PDF, unseen but found by a search.
        context.clip = QRectF(0, band.top + 1, self._area.width(), band.bottom - band.top - 2)
        painter.setClipRect(
            QRectF(-self._area.left(), band.top - 1, self._width, band.bottom - band.top + 2)
        )
        self._document.documentLayout().draw(painter, context)
        for decoration in self._decorations.between(band.top - 1, band.bottom):
            decoration.draw(painter)
        painter.restore()

    def _paint_header(self, painter: QPainter, number: int) -> None:
        line = _HEADER_MM * UNITS_PER_MM
        area = QRectF(
            self._area.left(), line - 6 * UNITS_PER_MM, self._area.width(), 5 * UNITS_PER_MM
        )
        self._paint_sides(painter, area, self.briefing.title, self.running_heading(number))
        painter.setPen(QPen(self._theme.colour("edge"), 0.4 * UNITS_PER_POINT))
        painter.drawLine(QPointF(self._area.left(), line), QPointF(self._area.right(), line))

    def _paint_footer(self, painter: QPainter, number: int) -> None:
        middle = self._height - _FOOTER_MM * UNITS_PER_MM
        area = QRectF(
            self._area.left(), middle - 2.5 * UNITS_PER_MM, self._area.width(), 5 * UNITS_PER_MM
        )
        made = f"{self.briefing.library} \u00b7 {day(self.briefing.made_on)}"
        self._paint_sides(painter, area, made, f"{number} of {self.count}")

    def _paint_sides(self, painter: QPainter, area: QRectF, left: str, right: str) -> None:
        font = painted_font(self._theme, 7)
        metrics = QFontMetricsF(font)
        elide = Qt.TextElideMode.ElideRight
        right = metrics.elidedText(right, elide, area.width() * 0.4)
        room = area.width() - metrics.horizontalAdvance(right) - 8 * UNITS_PER_MM
        left = metrics.elidedText(left, elide, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour("soft"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | middle, left)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | middle, right)

    def _running_headings(self) -> list[str]:
        wanted = {*self.briefing.headings, "Sources"}
        found: list[tuple[float, str]] = []
        block = self._document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2 and block.text() in wanted:
                top = self._document.documentLayout().blockBoundingRect(block).top()
                found.append((top, block.text()))
            block = block.next()
        running: list[str] = []
        for bands in self._pages:
            top, bottom = (bands[-1].top, bands[-1].bottom) if bands else (0.0, 0.0)
            here = [(at, text) for at, text in found if top - 1 <= at < bottom]
            before = [text for at, text in found if at < top - 1]
            goes_on = before[-1:] if not here or here[0][0] > top + 1 else []
            running.append(" \u00b7 ".join([*goes_on, *(text for _, text in here)]))
        return running

    def _lines_in(self, band: Band) -> list[str]:
        lines: list[str] = []
        block = self._document.begin()
        while block.isValid():
            layout = block.layout()
            top = self._document.documentLayout().blockBoundingRect(block).top()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                middle = top + line.y() + line.height() / 2
                if band.top <= middle < band.bottom:
                    start = line.textStart()
                    lines.append(block.text()[start : start + line.textLength()].strip())
            block = block.next()
        return lines
