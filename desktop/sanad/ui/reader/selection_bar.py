"""The small bar that appears with a selection: what can be done with the passage."""

from typing import Literal, get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from sanad.ui.icons import themed_icon
from sanad.ui.reader.surface import FloatingCard
from sanad.ui.theme import Theme

Choice = Literal["highlight", "note", "copy", "cite", "search"]
"""Each choice is also the name of its icon."""


class SelectionBar(FloatingCard):
    """Takes the focus by Tab only, so that a selection can go on growing by keys."""

    chosen = Signal(str)
    """One of `Choice`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Selected passage"))
        names = {
            "highlight": self.tr("Highlight"),
            "note": self.tr("Highlight and write a note"),
            "copy": self.tr("Copy"),
            "cite": self.tr("Copy with citation"),
            "search": self.tr("Search the library for this"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(1)
        self.buttons: dict[str, QToolButton] = {}
        for choice in get_args(Choice):
            button = QToolButton(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(names[choice])
            button.setToolTip(names[choice])
            button.clicked.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            self.buttons[choice] = button
            row.addWidget(button)
        self.buttons["highlight"].setText(names["highlight"])
        self.buttons["highlight"].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        super().set_theme(theme)
        side = theme.pixels(18)
        for choice, button in self.buttons.items():
            button.setIcon(themed_icon(theme, choice))
            button.setIconSize(QSize(side, side))

    def set_writable(self, writable: bool) -> None:
        """Offer to keep passages only if the library can be written."""
        for choice in ("highlight", "note"):
            self.buttons[choice].setVisible(writable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.reader.setFocus()
            return
        super().keyPressEvent(event)
