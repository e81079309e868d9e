"""The line at the head of a pane: its title, a count, and what can be done with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from sanad.ui.theme import Theme


class PaneHeader(QWidget):
    """A title in small bold type with a quiet line below; taller at a larger text scale."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_folded = False
        self._title = QLabel(title, self)
        self._count = QLabel("", self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "strong")
        self._count.setProperty("role", "small")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._count)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        unit = theme.unit
        self._row.setContentsMargins(3 * unit + 2, 0, 2 * unit, 0)
        self._row.setSpacing(unit)
        self.set_folded(self._is_folded)
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Give the header no height, or its own."""
        self._is_folded = folded
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the line; a dock asks for it."""
        return QSize(120, 0 if self._is_folded else self._theme.pixels(36))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the line at any width."""
        return QSize(40, self.sizeHint().height())

    def set_title(self, title: str) -> None:
        """Replace the title."""
        self._title.setText(title)

    def set_count(self, count: str) -> None:
        """Show *count* at the end; an empty string hides it."""
        self._count.setText(count)

    def add_widget(self, widget: QWidget) -> None:
        """Put *widget* at the end of the line."""
        self._row.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()
