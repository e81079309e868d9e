"""The pane of the open article's headings and paragraphs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from sanad.ui.delegates.outline import OutlineDelegate
from sanad.ui.models.outline import OutlineModel, parts
from sanad.ui.panes.side import SidePane
from sanad.ui.reader.row_view import RowList
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle


class OutlinePane(SidePane):
    """Lists paragraphs; Enter or a click goes to one."""

    sentence_requested = Signal(object)
    """The span of a paragraph's first sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("outline", theme, parent)
        self.model = OutlineModel(self)
        self.view = RowList(self.tr("Outline"), self)
        self.view.setUniformItemSizes(True)
        self.view.setViewportMargins(0, theme.unit, 0, 0)
        self.view.chosen.connect(self._choose)
        self._set_up(self.view, OutlineDelegate(theme, self.view), self.model)
        self.empty.say("outline", self.tr("Open an article to see its paragraphs"))
        self.show_article(None)

    def show_article(self, opened: "OpenArticle | None") -> None:
        """List the paragraphs of *opened*; None: nothing is open."""
        found = parts(opened.version) if opened else []
        self.model.show_rows(found)
        self._show_rows(bool(found))

    def mark(self, paragraph: int) -> None:
        """Make the paragraph with this number current, unless the keys are choosing one here."""
        if not self.view.hasFocus():
            self._go_to_row(self.model.row_of(paragraph))

    def _choose(self, index: QModelIndex, _back: bool) -> None:
        if (part := self.model.row_at(index)) is not None:
            self.sentence_requested.emit(part.span)
