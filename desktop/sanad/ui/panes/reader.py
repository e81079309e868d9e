"""The pane in which articles are read: pages in tabs, the way back, hits, and what can be done."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sanad.library.records import ArticleId, EntityKind
from sanad.text.spans import Span
from sanad.ui.empty_state import EmptyState
from sanad.ui.reader import sizes
from sanad.ui.reader.find_bar import FindBar
from sanad.ui.reader.page import Page
from sanad.ui.reader.pages import Pages
from sanad.ui.reader.passage_tools import PassageTools
from sanad.ui.reader.remembering import number_of, tabs_of, to_session
from sanad.ui.reader.visits import Visits
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.ui.reader.finding import Wanted
    from sanad.ui.reader.layers import Hit
    from sanad.workspace.reading import OpenArticle


class ReaderPane(QWidget):
    """Shows articles in tabs, each article in one tab. It asks for articles it does not hold."""

    article_shown = Signal(object)
    """The `OpenArticle` now in view, None when the last tab is closed."""
    article_requested = Signal(int, object)
    """An article's id, and the span to go to or None; to be answered with `show_article`."""
    bookmark_requested = Signal(object, bool)
    """The span to keep, and whether a note is to be written once it is kept."""
    note_requested = Signal(str)
    """The id of a bookmark whose bar in the margin was clicked; its note is being edited."""
    note_changed = Signal(str, str)
    """The id of a bookmark and its new note."""
    citation_requested = Signal(object)
    """The span to cite; an empty one means the article as a whole."""
    entity_requested = Signal(str)
    search_requested = Signal(str)
    link_requested = Signal(str)
    position_changed = Signal(int, int)
    """Paragraph and sentence at the top of the window, both from 1; 0 for none."""
    hit_changed = Signal(int, int)
    """Number of the current hit, 0 for none, and how many there are."""
    history_changed = Signal(bool, bool)
    """Whether one can go back, and forward."""
    selection_changed = Signal(object)
    """The selected span, or None."""
    tabs_changed = Signal()
    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self._theme, self._zoom = theme, 1.0
        self._kinds, self._numbers = frozenset(EntityKind), False
        self._note_for: Span | None = None
        self.empty = EmptyState(theme)
        self.empty.say(
            "articles",
            self.tr("Nothing is open"),
            self.tr("Choose an article in the list, or search the library with Ctrl+L."),
        )
        self.pages = Pages(theme, self.empty, self._make_page, self)
        self.visits = Visits(self.pages)
        self.find_bar = FindBar(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.find_bar)
        self.tools = PassageTools(theme, self)
        self.pages.turning.connect(self._leave)
        self.pages.turned.connect(self._arrive)
        self.pages.changed.connect(self.tabs_changed)
        self.visits.changed.connect(self.history_changed)
        self.visits.article_requested.connect(lambda id: self.article_requested.emit(id, None))
        self.find_bar.wanted_changed.connect(self._find)
        self.find_bar.step_requested.connect(self._step)
        self.find_bar.closed.connect(self._stop_finding)
        self.tools.keep_requested.connect(
            lambda span, with_note: self.keep(span, with_note=with_note)
        )
        self.tools.citation_requested.connect(self.citation_requested)
        self.tools.entity_requested.connect(self.entity_requested)
        self.tools.search_requested.connect(self.search_requested)
        self.tools.note_changed.connect(self.note_changed)

    # Articles

    @property
    def current(self) -> "OpenArticle | None":
        """The article in view."""
        page = self.pages.current
        return page.opened if page else None

    def show_article(
        self, opened: "OpenArticle", *, new_tab: bool = False, at: Span | None = None
    ) -> None:
        """Bring *opened* into view: in its own tab if it has one, else in the current or a new one.

        After `back`, `forward`, a restart or *reopen tab* it is shown where it was left; *at* is
        brought into view and marked for a moment.
        """
        article = opened.article.id
        page = self.pages.page_of(article) or (None if new_tab else self.pages.current)
        if page is None:
            page = self.pages.add(article, opened.article.title)
        elif page is self.pages.current:
            self._leave()
        place = self.visits.take_place(page, article)
        if page.opened is None or page.article != article:
            page.show_article(opened)
        elif page.opened != opened:
            page.refresh(opened)
        self.pages.rename(page)
        if page is self.pages.current:
            self._arrive(page)
        else:
            self.pages.turn_to_page(page)
        if place is not None:
            page.go_to(place)
        if at is not None:
            page.go_to_span(at)

    def holds(self, article: ArticleId) -> bool:
        """Say whether *article* has a tab."""
        return self.pages.page_of(article) is not None

    def refresh(self, opened: "OpenArticle") -> None:
        """Take over bookmarks, entities, metadata or a new version; the place is kept."""
        page = self.pages.page_of(opened.article.id)
        if page is None or page.opened is None:
            return
        before = {bookmark.id for bookmark in page.opened.bookmarks}
        page.refresh(opened)
        self.pages.rename(page)
        new = [bookmark.span for bookmark in opened.bookmarks if bookmark.id not in before]
        if page.view.selected_span() in new:
            page.view.clear_selection()  # it would hide what the passage now looks like
        if self._note_for is not None and page is self.pages.current:
            wanted, self._note_for = self._note_for, None
            for bookmark in opened.bookmarks:
                if (bookmark.anchor.start, bookmark.anchor.end) == tuple(wanted):
                    self.edit_note(bookmark.id)

    def drop_article(self, article: ArticleId) -> None:
        """Close the tab of an article that is gone, and leave it out of the way back."""
        self.visits.forget(article)
        self.pages.drop(article)

    def set_hits(self, article: ArticleId, hits: "Sequence[Hit]") -> None:
        """Mark the *hits* of the search in *article*, if it is open."""
        page = self.pages.page_of(article)
        if page is not None and page.opened is not None:
            page.set_hits(hits)

    # Moving

    def back(self) -> None:
        """Go back to the article before, as it was left."""
        self.visits.back()

    def forward(self) -> None:
        """Go forward again."""
        self.visits.forward()

    def next_hit(self) -> bool:
        """Go to the next hit; False if there is none."""
        return self._step(1)

    def previous_hit(self) -> bool:
        """Go to the hit before; False if there is none."""
        return self._step(-1)

    def flash(self, span: Span) -> None:
        """Bring *span* of the article in view into sight and mark it for a moment."""
        if self.pages.current is not None:
            self.pages.current.go_to_span(span)

    def find(self) -> None:  # type: ignore[override]
        """Open the find bar, with the selected words if they are few."""
        page = self.pages.current
        if page is None or page.opened is None:
            return
        span = page.view.selected_span()
        words = page.opened.version.text[slice(*span)] if span else ""
        self.find_bar.open_bar(words if len(words) < 80 and "\n" not in words else "")

    # Tabs

    def close_tab(self) -> None:
        """Close the tab in view."""
        self.pages.close_page(self.pages.index)

    def reopen_tab(self) -> None:
        """Open the tab closed last again."""
        self.pages.reopen()

    def next_tab(self) -> None:
        """Turn to the next tab, from the last to the first."""
        self.pages.turn_by(1)

    def previous_tab(self) -> None:
        """Turn to the tab before, from the first to the last."""
        self.pages.turn_by(-1)

    def select_tab(self, index: int) -> None:
        """Turn to the tab at *index*, from 0; nothing happens if there is none."""
        self.pages.turn_to(index)

    # Look

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        for part in (self.empty, self.pages.strip, self.find_bar, self.tools):
            part.set_theme(theme)
        for page in self.pages:
            page.view.set_theme(theme)

    @property
    def zoom(self) -> float:
        """Size of the text; 1.0 is the theme's own."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the text of all pages at *zoom*, within what can be read."""
        self._zoom = sizes.within(zoom)
        for page in self.pages:
            page.view.set_zoom(self._zoom)
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        """Set the text one size larger."""
        self.set_zoom(sizes.larger(self._zoom))

    def zoom_out(self) -> None:
        """Set the text one size smaller."""
        self.set_zoom(sizes.smaller(self._zoom))

    def zoom_reset(self) -> None:
        """Give the text its first size."""
        self.set_zoom(1.0)

    def show_sentence_numbers(self, shown: bool) -> None:
        """Show the number of every sentence, or only of the first in each paragraph."""
        self._numbers = shown
        for page in self.pages:
            page.view.number_sentences(shown)

    def visible_kinds(self, kinds: Iterable[EntityKind]) -> None:
        """Underline mentions of *kinds* only."""
        self._kinds = frozenset(kinds)
        for page in self.pages:
            page.view.set_kinds(self._kinds)

    def set_writable(self, writable: bool) -> None:
        """Offer to keep passages only if the library can be written."""
        self.tools.set_writable(writable)

    # Passages

    def selected_span(self) -> Span | None:
        """Return the selected span; None if nothing is selected."""
        page = self.pages.current
        return page.view.selected_span() if page else None

    def passage(self) -> Span | None:
        """Return the selected span, else the sentence being read; None without an article."""
        page = self.pages.current
        if page is None or page.opened is None:
            return None
        sentence = page.view.sentence_in_view()
        return page.view.selected_span() or (sentence.span if sentence else None)

    def copy(self) -> None:
        """Copy the selected text."""
        self.tools.copy()

    def keep(self, span: Span, *, with_note: bool) -> None:
        """Ask to keep *span*; a note is written once the passage is kept."""
        self._note_for = span if with_note else None
        self.bookmark_requested.emit(span, with_note)

    def edit_note(self, bookmark: str) -> None:
        """Write the note of *bookmark* beside its passage."""
        self.tools.edit_note(bookmark)

    # Restarts

    def session(self) -> dict[str, Any]:
        """Return what `restore` needs to open the same tabs at the same places."""
        tabs = ((page.place(), page.title) for page in self.pages)
        return to_session(tabs, self.pages.index, self._zoom)

    def restore(self, session: Mapping[str, Any]) -> None:
        """Open the tabs of *session*; only the article in view is asked for, others when turned to.

        An article that is gone is to be answered with `drop_article`.
        """
        self.set_zoom(number_of(session, "zoom", 1.0))
        for place, title in tabs_of(session):
            if self.pages.page_of(place.article) is None:
                self.pages.add(place.article, title, self.pages.count()).awaited = place
        self.pages.turn_to(int(number_of(session, "current", 0)))
        if self.pages.current is None:
            self.pages.turn_to(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the text; with a focus proxy the Tab key would pass the tabs by."""
        super().focusInEvent(event)
        if self.pages.current is not None:
            self.pages.current.view.setFocus(event.reason())

    # What follows

    def _make_page(self, article: ArticleId, title: str) -> Page:
        page = Page(self._theme, article, title, self)
        view = page.view
        view.set_zoom(self._zoom)
        view.set_kinds(self._kinds)
        view.number_sentences(self._numbers)
        page.hit_changed.connect(lambda n, of: self._tell_hits(page, n, of))
        view.position_changed.connect(lambda paragraph, n: self._tell_position(page, paragraph, n))
        view.mention_hovered.connect(lambda mention, _: self.tools.tell_of(mention))
        view.mention_clicked.connect(lambda mention: self.entity_requested.emit(mention.entity))
        view.bookmark_clicked.connect(self._open_note)
        view.selection_settled.connect(lambda span: self._offer(page, span))
        view.menu_requested.connect(self.tools.show_menu)
        view.link_requested.connect(self.link_requested)
        view.citation_requested.connect(lambda: self.citation_requested.emit(Span(0, 0)))
        view.step_requested.connect(lambda by: self.back() if by < 0 else self.forward())
        view.size_requested.connect(lambda by: self.zoom_out() if by < 0 else self.zoom_in())
        return page

    def _leave(self) -> None:
        """Keep what is being written, and remember how the article in view is left."""
        self.tools.turn_to(self.pages.current)
        self.visits.leave()

    def _arrive(self, page: Page | None) -> None:
        """Show what belongs to *page*; ask for its article if it is not there yet."""
        self.tools.turn_to(page)
        if page is None:
            self.find_bar.hide()
            self.article_shown.emit(None)
            self.hit_changed.emit(0, 0)
            self.position_changed.emit(0, 0)
            return
        if page.opened is None:
            self.article_requested.emit(page.article, None)
            return
        self.visits.arrive(page)
        if self.find_bar.isVisible():
            page.find_words(self.find_bar.wanted)
        else:
            page.stop_finding()
        self.article_shown.emit(page.opened)
        page.view.tell_position()

    def _step(self, by: int) -> bool:
        page = self.pages.current
        return page is not None and page.step(by)

    def _find(self, wanted: "Wanted") -> None:
        if self.pages.current is not None and self.find_bar.isVisible():
            self.pages.current.find_words(wanted)

    def _stop_finding(self) -> None:
        if self.pages.current is not None:
            self.pages.current.stop_finding()
            self.pages.current.view.setFocus()

    def _tell_hits(self, page: Page, number: int, of: int) -> None:
        if page is self.pages.current:
            self.find_bar.show_count(number, of)
            self.hit_changed.emit(number, of)

    def _tell_position(self, page: Page, paragraph: int, sentence: int) -> None:
        if page is self.pages.current:
            self.tools.put_away()
            self.position_changed.emit(paragraph, sentence)

    def _offer(self, page: Page, span: Span | None) -> None:
        if page is self.pages.current:
            self.selection_changed.emit(span)
            self.tools.offer(span)

    def _open_note(self, bookmark: str) -> None:
        self.note_requested.emit(bookmark)
        self.edit_note(bookmark)
