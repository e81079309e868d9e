"""The line at the foot: counts, where the reader is, what works in the background."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from sanad.ui.icons import themed_icon
from sanad.ui.theme import Theme


class StatusLine(QWidget):
    """Each fact has its own label, so that one changing never moves another's meaning."""

    cancel_requested = Signal()
    attention_requested = Signal()
    """What needs attention is to be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = self._label(self.tr("Articles in the library"))
        self.result = self._label(self.tr("Result in the list"))
        self.hit = self._label(self.tr("Hit in the article"))
        self.position = self._label(self.tr("Reading position"))
        self.language = self._label(self.tr("Language"))
        self.work = self._label(self.tr("Background work"))
        self.offline = self._label(self.tr("Network"))
        self.offline.setText(self.tr("Offline"))
        self.offline.setToolTip(self.tr("Sanad opens no network connection, ever"))
        self.zoom = self._label(self.tr("Text size"))
        self.attention = QPushButton(self)
        self.attention.setToolTip(self.tr("Bookmarks whose passage is not in the present text"))
        self.attention.clicked.connect(self.attention_requested)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setAccessibleName(self.tr("Progress of background work"))
        self._cancel = QToolButton(self)
        self._cancel.setAccessibleName(self.tr("Cancel background work"))
        self._cancel.setToolTip(self.tr("Cancel; what is done is kept"))
        self._cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        for label in (self.articles, self.result, self.hit, self.position, self.language):
            row.addWidget(label)
        row.addStretch(1)
        right: tuple[QWidget, ...] = (
            self.work, self._progress, self._cancel, self.attention, self.offline, self.zoom
        )  # fmt: skip
        for widget in right:
            row.addWidget(widget)
        self.set_theme(theme)
        self.end_work()
        self.show_attention(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        self.setFixedHeight(theme.pixels(26))
        side = theme.pixels(14)
        self._cancel.setIconSize(QSize(side, side))
        self._cancel.setFixedSize(theme.pixels(22), theme.pixels(22))
        self._cancel.setIcon(themed_icon(theme, "close"))
        warning, accent = theme.colour("warning").name(), theme.colour("accent").name()
        self.attention.setStyleSheet(f"""
            QPushButton {{ color: {warning}; font-size: {theme.pixels(12)}px; min-height: 0;
                           background: transparent; border: 1px solid transparent;
                           border-radius: 3px; padding: 0 3px; }}
            QPushButton:hover {{ text-decoration: underline; }}
            QPushButton:focus {{ border-color: {accent}; }}
        """)
        self.update()

    @property
    def is_working(self) -> bool:
        """Whether background work is shown."""
        return not self._progress.isHidden()

    def show_articles(self, count: int) -> None:
        """Say how many articles the library has."""
        text = self.tr("1 article") if count == 1 else self.tr("{n} articles")
        self.articles.setText(text.format(n=f"{count:,}"))

    def show_result(self, place: int, of: int) -> None:
        """Say which result is marked, *place* counted from 0; nothing where none is."""
        text = self.tr("result {n} of {of}") if place >= 0 else ""
        self.result.setText(text.format(n=f"{place + 1:,}", of=f"{of:,}"))

    def show_hit(self, number: int, of: int) -> None:
        """Say at which hit in the article the reader is; nothing where there are none."""
        self.hit.setText(self.tr("hit {n} of {of}").format(n=number, of=of) if of else "")

    def show_position(self, paragraph: int, sentence: int) -> None:
        """Say which sentence is read; nothing at paragraph 0."""
        self.position.setText(f"¶{paragraph} S{sentence}" if paragraph else "")

    def show_zoom(self, zoom: float) -> None:
        """Say how large the text is, 1 being its own size."""
        self.zoom.setText(f"{round(zoom * 100)} %")

    def show_work(self, text: str, done: int, total: int) -> None:
        """Show what works in the background and how far it is; a total of 0 is not known yet."""
        metrics = self.work.fontMetrics()
        self.work.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 360))
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.show()
        self._cancel.show()

    def end_work(self) -> None:
        """Show that nothing works in the background."""
        self.work.setText("")
        self._progress.hide()
        self._cancel.hide()

    def show_attention(self, count: int) -> None:
        """Say how much needs the reader's attention; nothing when nothing does."""
        one, several = self.tr("1 needs attention"), self.tr("{n} need attention")
        self.attention.setText(one if count == 1 else several.format(n=f"{count:,}"))
        self.attention.setVisible(count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("chrome"))
        painter.end()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "small")
        label.setToolTip(name)
        label.setAccessibleDescription(name)
        return label
