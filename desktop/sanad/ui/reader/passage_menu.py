"""The menu of the right button in the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sanad.library.records import Mention
from sanad.text.spans import Span
from sanad.ui.icons import themed_icon
from sanad.ui.theme import Theme


class PassageMenu(QMenu):
    """Offers what can be done with a mention and with the selection; it goes when it is closed."""

    chosen = Signal(str)
    """A choice of the selection bar."""
    entity_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        mention: Mention | None,
        selection: Span | None,
        writable: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if mention is not None:
            entity, name = mention.entity, mention.name
            shown = name.replace("&", "&&")
            self.addAction(
                themed_icon(theme, "entities"),
                self.tr("Show {name}").format(name=shown),
                lambda: self.entity_requested.emit(entity),
            )
            self.addAction(
                themed_icon(theme, "search"),
                self.tr("Search the library for {name}").format(name=shown),
                lambda: self.search_requested.emit(name),
            )
            self.addSeparator()
        for choice, text in (
            ("highlight", self.tr("Highlight")),
            ("note", self.tr("Highlight and write a note…")),
            ("copy", self.tr("Copy")),
            ("cite", self.tr("Copy with citation")),
            ("search", self.tr("Search the library for the selection")),
        ):
            entry = QAction(themed_icon(theme, choice), text, self)
            entry.triggered.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            changes = choice in ("highlight", "note")
            entry.setEnabled(selection is not None and (writable or not changes))
            self.addAction(entry)
