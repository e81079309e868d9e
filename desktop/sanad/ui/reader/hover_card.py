"""What is known of the name under the mouse: who or what, how often, why it was recognised."""

from PySide6.QtCore import QLineF, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sanad.library.records import Mention
from sanad.ui.reader.kinds import name_of_kind
from sanad.ui.reader.surface import FloatingCard
from sanad.ui.reader.underline import draw_underline
from sanad.ui.theme import Theme

_DELAY_MS = 350
_WIDTH = 300


class HoverCard(FloatingCard):
    """Appears when the mouse rests on a mention; takes no clicks and no focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name, self._kind = QLabel(self), QLabel(self)
        self._here, self._why = QLabel(self), QLabel(self)
        self._name.setProperty("role", "strong")
        for label in (self._kind, self._here, self._why):
            label.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(3)
        self.lines = (self._name, self._kind, self._here, self._why)
        for label in self.lines:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        self._mention: Mention | None = None
        self._beside = QRect()
        self._waiting = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._waiting.timeout.connect(self.show_now)

    def announce(self, mention: Mention, here: int, beside: QRect) -> None:
        """Show the card in a moment; *here* counts the entity's mentions in the article."""
        self._mention, self._beside = mention, beside
        self._name.setText(mention.name)
        kind = name_of_kind(mention.kind)
        self._kind.setText(
            self.tr("{kind}, here “{surface}”").format(kind=kind, surface=mention.surface)
            if mention.surface != mention.name
            else kind
        )
        self._here.setText(
            self.tr("named once in this article")
            if here == 1
            else self.tr("named {n} times in this article").format(n=here)
        )
        self._why.setText(
            self.tr("recognised by: {rule}, right in {confidence} % of cases").format(
                rule=mention.rule, confidence=round(100 * mention.confidence)
            )
        )
        self._waiting.start()

    def dismiss(self) -> None:
        """Hide the card, or do not let it appear."""
        self._waiting.stop()
        self.hide()

    def show_now(self) -> None:
        """Show what was announced, without waiting."""
        self._waiting.stop()
        self.setFixedWidth(self._theme.pixels(_WIDTH))
        self.place(self._beside, above=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and the underline of the kind beside its word."""
        super().paintEvent(event)
        if self._mention is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        word = self._name.geometry()
        y = word.bottom() + 1.5
        width = min(word.width(), self._name.fontMetrics().horizontalAdvance(self._mention.name))
        draw_underline(
            painter,
            self._theme.kind_line(self._mention.kind),
            self._theme.kind_colour(self._mention.kind),
            QLineF(word.left(), y, word.left() + width, y),
        )
        painter.end()
