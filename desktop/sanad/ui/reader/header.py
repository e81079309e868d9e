"""The head of an article: its title, and what is known of where it comes from."""

from html import escape
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sanad.library.records import Article
from sanad.ui.reader.document import TITLE_LINE_HEIGHT, TITLE_PIXELS, line_height_percent
from sanad.ui.reader.flow import FlowLayout
from sanad.ui.theme import Theme

_GAP = 4


class ArticleHeader(QWidget):
    """Title and one line: source, date, length, and a button that copies the citation."""

    citation_requested = Signal()
    link_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("About this article"))
        self._url = ""
        self._zoom = 1.0
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.RichText)  # plain text has no line height
        self.title.setWordWrap(True)
        self.source, self.date = self._label(), self._label()
        self.author, self.length = self._label(), self._label()
        self.address = self._button(self.tr("open the source"))
        self.cite = self._button(self.tr("cite"))
        self.cite.setAccessibleName(self.tr("Copy the citation of this article"))
        self.cite.setToolTip(self.cite.accessibleName())
        self.cite.clicked.connect(self.citation_requested)
        self.address.clicked.connect(lambda: self.link_requested.emit(self._url))
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, 0)
        self._dots: list[QLabel] = []
        self._parts = (
            self.author, self.source, self.date, self.length, self.address, self.cite,
        )  # fmt: skip
        for place, part in enumerate(self._parts):
            if place:
                self._dots.append(self._label(" · "))
                self._flow.addWidget(self._dots[-1])
            self._flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.title)
        column.addWidget(self._row)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*; zoom does not change the header's line."""
        soft, faint, accent = (theme.colour(name).name() for name in ("soft", "faint", "accent"))
        tint = theme.colour("tint").name()
        size = theme.pixels(13)
        self.setStyleSheet(f"""
            QLabel {{ color: {soft}; font-size: {size}px; background: none; padding: 1px 0; }}
            QLabel[unknown="true"] {{ border: none; border-bottom: 1px dotted {faint}; }}
            QPushButton {{ color: {accent}; font-size: {size}px; background: transparent;
                           border: none; border-radius: 3px; padding: 1px 0; min-height: 0; }}
            QPushButton:hover {{ text-decoration: underline; background: transparent; }}
            QPushButton:focus {{ background: {tint}; border: 1px solid {accent}; padding: 0; }}
        """)
        self._theme = theme
        self.set_zoom(self._zoom)

    def set_zoom(self, zoom: float) -> None:
        """Set the title at *zoom* times its own size."""
        self._zoom = zoom
        font = self._theme.reading_font(round(TITLE_PIXELS * zoom))
        ink = self._theme.colour("ink").name()
        families = ", ".join(f'"{family}"' for family in font.families())
        self.title.setStyleSheet(
            f"color: {ink}; font-family: {families}; font-size: {font.pixelSize()}px; "
            "font-weight: 700; padding: 0;"
        )
        self._set_title()

    def _set_title(self) -> None:
        font = self._theme.reading_font(round(TITLE_PIXELS * self._zoom))
        percent = line_height_percent(font, TITLE_LINE_HEIGHT)
        title = escape(self.title.accessibleName())
        # Lines set closer than the font's own height: without room below it, the last
        # loses its descenders, and the margin of a last paragraph counts for nothing.
        metrics = QFontMetricsF(font)
        below = ceil((metrics.ascent() + metrics.descent()) * max(0, 100 - percent) / 100)
        room = f'<p style="margin: 0; font-size: {below}px">&nbsp;</p>' if below else ""
        self.title.setText(f'<p style="margin: 0; line-height: {percent}%">{title}</p>{room}')
        self.updateGeometry()

    def show_article(self, article: Article, text: str, *, with_title: bool) -> None:
        """Say what is known of *article*; without a title if its text begins with it."""
        self.title.setAccessibleName(article.title)
        self.title.setVisible(with_title)
        self.title.setToolTip(
            self.tr("Taken from the text: the file states no title")
            if article.title_is_derived
            else ""
        )
        known = article.metadata
        self._set(self.author, known.author, "")
        self._set(self.source, known.source, self.tr("Source unknown"))
        self._set(self.date, known.date, self.tr("date unknown"))
        self.length.setText(self._length(text, article.words))
        self._url = known.url or ""
        self.address.setVisible(self._url.startswith(("http://", "https://")))
        self.address.setToolTip(self._url)
        shown = [not part.isHidden() for part in self._parts]
        for place, dot in enumerate(self._dots, start=1):
            dot.setVisible(shown[place] and any(shown[:place]))
        self._set_title()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the title's lines and of the line below."""
        height = self._flow.heightForWidth(width)
        if not self.title.isHidden():
            height += self.title.heightForWidth(width) + _GAP
        return height

    def _length(self, text: str, words: int) -> str:
        paragraphs = text.count("\n") + 1 if text else 0
        return self.tr("{paragraphs}, {words}").format(
            paragraphs=self.tr("1 paragraph")
            if paragraphs == 1
            else self.tr("{n} paragraphs").format(n=f"{paragraphs:,}"),
            words=self.tr("1 word") if words == 1 else self.tr("{n} words").format(n=f"{words:,}"),
        )

    def _set(self, label: QLabel, value: str | None, unknown: str) -> None:
        label.setText(value or unknown)
        label.setVisible(bool(label.text()))
        label.setProperty("unknown", value is None)
        label.setToolTip("" if value else self.tr("The file does not state it"))
        label.style().unpolish(label)
        label.style().polish(label)

    def _label(self, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setIndent(0)
        return label

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button
