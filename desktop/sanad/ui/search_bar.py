"""The search box, and below it the line that reads back what was searched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from sanad.search.tree import Field
from sanad.text.utf16 import Utf16Map
from sanad.ui.commands import shown_keys
from sanad.ui.icons import drawn, themed_icon
from sanad.ui.theme import Theme

_FIELDS = (*Field, "date", "status", "tag", "has", "is")
_FIELD = re.compile(rf"(?:^|[\s(-])((?:{'|'.join(_FIELDS)}):)", re.IGNORECASE)


class SearchBox(QLineEdit):
    """Says with every key what is to be searched; Down goes on to the results."""

    query_changed = Signal(str)
    results_wanted = Signal()
    """Down: the focus is to go to the results."""
    first_result_wanted = Signal()
    """Enter: the first result is to be opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_marks = False
        self.setObjectName("search_box")
        self.setAccessibleName(self.tr("Search the library"))
        self.setPlaceholderText(self.tr("Search articles, people, places, initiatives"))
        self.setMaxLength(1000)
        self.textEdited.connect(self.query_changed)
        self.textChanged.connect(self._colour_fields)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        self.setFont(theme.interface_font("search"))
        keys = QFontMetrics(theme.interface_font("label")).horizontalAdvance(_keys())
        self.setTextMargins(theme.pixels(28), 0, keys + 20, 0)
        self.setFixedHeight(theme.pixels(34))
        self._colour_fields(self.text())

    def sizeHint(self) -> QSize:
        """Return the width the box takes where there is room."""
        return QSize(self._theme.pixels(640), self.height())

    def ask(self, query: str) -> None:
        """Put *query* into the box and search it."""
        self.setText(query)
        self.query_changed.emit(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the old query when the box is reached by a key, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the results with Down, open the first one with Enter."""
        match event.key():
            case Qt.Key.Key_Down if not event.modifiers():
                self.results_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self.first_result_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, a magnifying glass before and the key after the text."""
        super().paintEvent(event)
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.pixels(18)
        ratio = self.devicePixelRatioF()
        glass = drawn("search", round(side * ratio), theme.colour("soft"))
        glass.setDevicePixelRatio(ratio)
        painter.drawPixmap(theme.pixels(10), (self.height() - side) // 2, glass)
        if not self.text() or not self.hasFocus():
            self._paint_keys(painter)
        painter.end()

    def _colour_fields(self, text: str) -> None:
        """Write the names of fields, such as ``place:``, in the accent colour."""
        shape = QTextCharFormat()
        shape.setForeground(self._theme.colour("accent"))
        kind = QInputMethodEvent.AttributeType.TextFormat
        to_utf16 = Utf16Map(text).to_utf16
        marks = []
        for found in _FIELD.finditer(text):
            start = to_utf16(found.start(1))
            # Qt counts from the cursor.
            at = start - self.cursorPosition()
            marks.append(
                QInputMethodEvent.Attribute(kind, at, to_utf16(found.end(1)) - start, shape)
            )
        if marks or self._has_marks:
            self._has_marks = bool(marks)
            QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))

    def _paint_keys(self, painter: QPainter) -> None:
        theme = self._theme
        font = theme.interface_font("label")
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(_keys()) + 12, metrics.height() + 4
        box = QRect(self.width() - width - 9, (self.height() - height) // 2, width, height)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.colour("soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _keys())


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that widens or narrows the search and can be switched."""

    key: str
    text: str
    tip: str
    is_on: bool = True
    is_filter: bool = False


class ReadBackLine(QWidget):
    """How the query was read, chips for what widens or narrows it, and how much was found."""

    chip_pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lead = QLabel(self.tr("Read as:"), self)
        self._lead.setProperty("role", "small")
        self._words = _ElidedLabel(self)
        self._words.setProperty("role", "small-strong")
        self._chips = _Chips(theme, self)
        self._chips.pressed.connect(self.chip_pressed)
        self._found = QLabel(self)
        self._found.setProperty("role", "small")
        for label in (self._lead, self._found):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._lead)
        row.addWidget(self._words)
        row.addWidget(self._chips, 1)
        row.addWidget(self._found)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        self.setFixedHeight(theme.pixels(30))
        self._chips.set_theme(theme)
        self.update()

    def show_reading(self, words: str, chips: Sequence[Chip], found: str) -> None:
        """Show how the query was read in *words*, its chips, and what was *found*."""
        self._lead.setText(self.tr("Read as:"))
        self._words.set_text(words)
        self._chips.show_chips(chips)
        self._found.setText(found)

    def show_library(self, name: str, found: str) -> None:
        """Show which library is listed, and how much of it."""
        self._lead.setText(self.tr("Library:"))
        self._words.set_text(name)
        self._chips.show_chips([])
        self._found.setText(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the lines above and below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
        painter.end()


class _ElidedLabel(QLabel):
    """Cuts its text with … where there is no room; the whole text is its tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""

    def set_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class _Chips(QWidget):
    """Chips in a row; those that do not fit are in a menu at its end."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[QToolButton] = []
        self._rest = QToolButton(self)
        self._rest.setProperty("role", "chip")
        self._rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rest.setMenu(QMenu(self._rest))
        self._rest.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        # Drawn once, since chips are made anew with every key.
        self._signs = {
            True: themed_icon(theme, "close", "soft"),
            False: themed_icon(theme, "plus", "soft"),
        }
        self.show_chips(self._chips)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        had_focus = next((b.objectName() for b in self._buttons if b.hasFocus()), None)
        self._chips = tuple(chips)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._built(chip) for chip in chips]
        self._arrange()
        for button in self._buttons:
            if button.objectName() == had_focus:
                button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _built(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(chip.key)
        button.setProperty("role", "chip")
        button.setProperty("look", "filter" if chip.is_filter else "on" if chip.is_on else "off")
        button.setText(chip.text)
        button.setToolTip(chip.tip)
        button.setAccessibleName(f"{chip.text}. {chip.tip}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            else Qt.LayoutDirection.LeftToRight
        )  # the sign stands after the text
        side = self._theme.pixels(12)
        button.setIconSize(QSize(side, side))
        button.setIcon(self._signs[chip.is_on])
        button.clicked.connect(lambda: self.pressed.emit(chip.key))
        return button

    def _arrange(self) -> None:
        x, gap = 0, 6
        room = self.width()
        shown = len(self._buttons)
        widths = [button.sizeHint().width() for button in self._buttons]
        if sum(widths) + gap * len(widths) > room:
            room -= 48
            shown = 0
            used = 0
            while shown < len(widths) and used + widths[shown] <= room:
                used += widths[shown] + gap
                shown += 1
        for place, button in enumerate(self._buttons):
            height = min(button.sizeHint().height(), self.height() - 4)
            button.setGeometry(x, (self.height() - height) // 2, widths[place], height)
            button.setVisible(place < shown)
            x += widths[place] + gap if place < shown else 0
        self._arrange_rest(x, shown)

    def _arrange_rest(self, x: int, shown: int) -> None:
        hidden = self._chips[shown:]
        self._rest.setVisible(bool(hidden))
        if not hidden:
            return
        menu = self._rest.menu()
        menu.clear()
        for chip in hidden:
            entry = menu.addAction(chip.text)
            entry.setCheckable(True)
            entry.setChecked(chip.is_on)
            entry.triggered.connect(lambda _checked=False, key=chip.key: self.pressed.emit(key))
        self._rest.setText(f"+{len(hidden)}")
        self._rest.setAccessibleName(self.tr("{count} more").format(count=len(hidden)))
        height = min(self._rest.sizeHint().height(), self.height() - 4)
        top = (self.height() - height) // 2
        self._rest.setGeometry(x, top, self._rest.sizeHint().width(), height)


def _keys() -> str:
    return shown_keys("search")
