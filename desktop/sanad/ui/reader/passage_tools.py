"""What lies over the text for a while: card of a name, bar of a selection, note of a bookmark."""

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sanad.library.records import Mention
from sanad.text.spans import Span
from sanad.ui.reader.hover_card import HoverCard
from sanad.ui.reader.note_editor import NoteEditor
from sanad.ui.reader.page import Page
from sanad.ui.reader.passage_menu import PassageMenu
from sanad.ui.reader.selection_bar import SelectionBar
from sanad.ui.theme import Theme


class PassageTools(QObject):
    """Places the cards over one page of *reader*, and does what they offer."""

    keep_requested = Signal(object, bool)
    """The span to keep, and whether a note is to be written to it."""
    citation_requested = Signal(object)
    entity_requested = Signal(str)
    search_requested = Signal(str)
    note_changed = Signal(str, str)

    def __init__(self, theme: Theme, reader: QWidget) -> None:
        super().__init__(reader)
        self._theme, self._reader = theme, reader
        self._writable = True
        self._page: Page | None = None
        self.hover_card = HoverCard(theme, reader)
        self.selection_bar = SelectionBar(theme, reader)
        self.note_editor = NoteEditor(theme, reader)
        self.selection_bar.chosen.connect(self._do_with_selection)
        self.note_editor.note_changed.connect(self.note_changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        for card in (self.hover_card, self.selection_bar, self.note_editor):
            card.set_theme(theme)

    def set_writable(self, writable: bool) -> None:
        """Offer to keep passages only if the library can be written."""
        self._writable = writable
        self.selection_bar.set_writable(writable)

    def turn_to(self, page: Page | None) -> None:
        """Work on *page* from now on; a note that is being written is kept."""
        self.put_away()
        self.note_editor.finish()
        self._page = page

    def put_away(self) -> None:
        """Hide what belongs to a place in the text, which has moved."""
        self.hover_card.dismiss()
        self.selection_bar.hide()

    def tell_of(self, mention: Mention | None) -> None:
        """Say in a moment what *mention* is; None: the mouse has left it."""
        page = self._page
        if mention is None or page is None or page.opened is None:
            self.hover_card.dismiss()
            return
        here = sum(other.entity == mention.entity for other in page.opened.mentions)
        self.hover_card.announce(mention, here, self._rectangle(page, mention.span))

    def offer(self, span: Span | None) -> None:
        """Show the bar beside the selected *span*; None hides it."""
        if span is None or self._page is None:
            self.selection_bar.hide()
        else:
            self.selection_bar.place(self._rectangle(self._page, span), above=True)

    def edit_note(self, bookmark: str) -> None:
        """Write the note of *bookmark* beside its passage."""
        if self._page is None or not self._writable:
            return
        view = self._page.view
        for placed in view.layers.bookmarks:
            if placed.bookmark.id == bookmark:
                view.reveal(placed.start, placed.end)
                beside = self._rectangle(self._page, Span(placed.start, placed.end))
                self.note_editor.edit(bookmark, placed.bookmark.note, beside)
                return

    def copy(self) -> None:
        """Copy the selected text."""
        if words := self._selected_words():
            QGuiApplication.clipboard().setText(words)

    def show_menu(self, mention: Mention | None, at: QPoint) -> None:
        """Show the menu of the right button at the point *at* of the screen."""
        selection = self._page.view.selected_span() if self._page else None
        menu = PassageMenu(self._theme, mention, selection, self._writable, self._reader)
        menu.chosen.connect(self._do_with_selection)
        menu.entity_requested.connect(self.entity_requested)
        menu.search_requested.connect(self.search_requested)
        menu.popup(at)

    def _do_with_selection(self, choice: str) -> None:
        span = self._page.view.selected_span() if self._page else None
        if span is None:
            return
        self.selection_bar.hide()
        match choice:
            case "highlight" | "note":
                self.keep_requested.emit(span, choice == "note")
            case "copy":
                self.copy()
            case "cite":
                self.citation_requested.emit(span)
            case "search":
                self.search_requested.emit(self._selected_words())

    def _selected_words(self) -> str:
        page = self._page
        span = page.view.selected_span() if page else None
        if page is None or page.opened is None or span is None:
            return ""
        return page.opened.version.text[slice(*span)]

    def _rectangle(self, page: Page, span: Span) -> QRect:
        """Return what the visible lines of *span* take up, in coordinates of the reader."""
        bottom = page.view.viewport().height()
        found = page.view.boxes(*span)
        shown = [box for box in found if box.bottom > 0 and box.top < bottom] or found[:1]
        if not shown:
            centre = self._reader.rect().center()
            return QRect(centre, centre)
        area = shown[0].rect
        for box in shown:
            area = area.united(box.rect)
        origin = page.view.viewport().mapTo(self._reader, QPoint(0, 0))
        return area.toAlignedRect().translated(origin)
