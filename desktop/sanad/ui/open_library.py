"""An open library in the window: its flows, and every connection between them and the panes."""

from PySide6.QtCore import QObject, QPoint, QTimer

from sanad.ui import session
from sanad.ui.background import Background
from sanad.ui.catalogue import Catalogue
from sanad.ui.changing import Changing
from sanad.ui.commands import Commands
from sanad.ui.completion import ASKED, Completion
from sanad.ui.finder import Finder
from sanad.ui.frame import Frame
from sanad.ui.guard import Guard
from sanad.ui.importing import Importing
from sanad.ui.indexing import Indexing
from sanad.ui.passages import Passages
from sanad.ui.relating import Relating
from sanad.ui.row_menu import row_menu
from sanad.ui.saved_searches import SavedSearches
from sanad.ui.search_client import SearchClient
from sanad.ui.searching import Searching
from sanad.ui.session import Session
from sanad.ui.showing import Showing
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace
from sanad.workspace.search_history import SearchHistory


class OpenLibrary(QObject):
    """Lives from when a library is shown until it is left; then nothing reaches it any more."""

    def __init__(
        self,
        workspace: Workspace,
        client: SearchClient,
        frame: Frame,
        commands: Commands,
        background: Background,
    ) -> None:
        super().__init__(frame)
        self.workspace = workspace
        self._client = client
        self._frame = frame
        self._commands = commands
        self._background = background
        self._guard = guard = Guard(frame.messages.show_error)
        self.catalogue = catalogue = Catalogue(workspace)
        self.finder = Finder(workspace, catalogue, client, self)
        self.relating = Relating(client, self)
        self.history = SearchHistory(workspace.library.uuid)
        self.saved = SavedSearches(workspace, client, self)
        self.changing = Changing(workspace, self)
        self.indexing = Indexing(workspace, self.finder, background, guard, self)
        self.importing = Importing(workspace, self.changing, background, frame, guard)
        self.showing = Showing(workspace, catalogue, self.finder, self.relating, frame)
        self.passages = Passages(workspace, catalogue, self.changing, self.showing, frame)
        self.searching = Searching(self.finder, self.saved, self.history, frame, commands, guard)
        self._connect_flows()
        self._connect_panes()

    def start(self) -> None:
        """Show the library as it was left."""
        may_write = not self.workspace.library.read_only
        self._commands.set_possible("library", possible=True)
        self._commands.set_may_write(may_write)
        self._frame.reader.set_writable(may_write)
        self._frame.bookmarks.set_writable(may_write)
        self._show_undo(undo=False, redo=False)
        self._guard.do(self.finder.load)
        self._guard.do(self.passages.list_kept)
        self._say_notices()
        self._guard.do(self._restore)
        self._frame.facts.show_articles(len(self.catalogue))
        self.saved.show()
        if not self.finder.is_waiting:
            QTimer.singleShot(0, self, self._guard.slot(self.saved.count))
        self.indexing.begin()

    def close(self) -> None:
        """Remember what was open, and close the library."""
        self._background.close()
        self._frame.facts.end_work()
        opened = Session(self._frame.reader.session(), self._frame.search_box.text())
        session.save(self.workspace, opened)
        self._guard.end()
        self.saved.close()
        self.finder.close()
        self.workspace.close()

    def complete_with(self, completion: Completion) -> None:
        """Let *completion* offer what this library knows and what was searched in it."""
        completion.wanted.connect(lambda typed: self._client.complete(typed, ASKED))
        completion.taken.connect(self._guard.slot(self.finder.ask))
        completion.queries_like = self.history.like
        self._client.completed.connect(completion.show_suggestions)

    def remove_chosen(self) -> None:
        """Remove the marked article of the list where that has the focus, else the open one."""
        article = self.showing.chosen
        if article is not None:
            self.changing.remove_article(article)

    def _connect_flows(self) -> None:
        """Connect what the flows tell to who shows it or follows."""
        frame, slot, finder = self._frame, self._guard.slot, self.finder
        self.workspace.changes.listen(self._show_changes)
        self._client.index_missed.connect(slot(self.indexing.make_again))
        finder.listed.connect(self.searching.show_listing)
        finder.listed.connect(lambda _: self.showing.mark_in_list())
        finder.read_back.connect(frame.read_back.show_reading)
        finder.opened_all.connect(
            lambda: frame.read_back.show_library(self.workspace.library.name, "")
        )
        finder.facets_counted.connect(frame.library.show_facets)
        finder.years_counted.connect(frame.library.show_when)
        finder.places_counted.connect(frame.library.show_places)
        finder.answered.connect(slot(self.showing.show_hits))
        finder.answered.connect(slot(self.searching.note_answer))
        finder.failed.connect(frame.messages.show_error)
        self.relating.found.connect(frame.related.show_related)
        self.saved.listed.connect(frame.library.show_saved)
        self.saved.said.connect(self._say_changed)
        self.changing.said.connect(self._say_changed)
        self.changing.undo_changed.connect(self._show_undo)
        self.indexing.renewed.connect(self.showing.relate)
        self.indexing.renewed.connect(slot(self.saved.count))
        self.indexing.failed.connect(frame.messages.show_error)
        self.importing.article_requested.connect(slot(self.showing.open))
        self.showing.row_opened.connect(self.searching.remember)

    def _connect_panes(self) -> None:
        """Connect wishes of the panes to what fulfils them."""
        frame, slot = self._frame, self._guard.slot
        finder, searching, showing = self.finder, self.searching, self.showing
        changing, passages = self.changing, self.passages
        frame.search_box.query_changed.connect(slot(finder.ask))
        frame.read_back.chip_pressed.connect(slot(finder.press_chip))
        frame.library.place_requested.connect(slot(searching.go_to_place))
        frame.library.facet_toggled.connect(slot(finder.toggle_facet))
        frame.library.years_requested.connect(slot(finder.choose_years))
        frame.library.saved_requested.connect(slot(searching.ask_saved))
        frame.library.saved_renamed.connect(slot(self.saved.rename))
        frame.library.saved_removed.connect(slot(self.saved.remove))
        frame.results.row_requested.connect(slot(showing.open_row))
        frame.results.sort_changed.connect(slot(finder.sort))
        frame.results.menu_requested.connect(slot(self._show_row_menu))
        frame.results.near_toggled.connect(slot(searching.toggle_near_duplicates))
        frame.results.current_changed.connect(slot(searching.show_result))
        frame.reader.article_shown.connect(slot(showing.show_beside))
        frame.reader.article_requested.connect(slot(showing.open))
        frame.reader.entity_requested.connect(slot(showing.show_entity))
        frame.reader.search_requested.connect(slot(searching.search_for))
        frame.reader.bookmark_requested.connect(slot(passages.keep))
        frame.reader.citation_requested.connect(slot(passages.cite))
        frame.reader.note_changed.connect(slot(changing.change_note))
        frame.entities.entity_requested.connect(slot(searching.search_for_entity))
        frame.initiatives.sentence_requested.connect(slot(showing.open))
        frame.initiatives.article_requested.connect(slot(showing.open))
        frame.initiatives.initiative_requested.connect(slot(searching.search_for_initiative))
        frame.related.article_requested.connect(slot(showing.open_related))
        frame.bookmarks.passage_requested.connect(slot(showing.open))
        frame.bookmarks.note_changed.connect(slot(changing.change_note))
        frame.bookmarks.tags_changed.connect(slot(changing.change_tags))
        frame.bookmarks.remove_requested.connect(slot(changing.remove_bookmark))
        frame.facts.attention_requested.connect(slot(passages.show_adrift))

    def _restore(self) -> None:
        stored = session.load(self.workspace)
        if stored.query:
            self._frame.search_box.ask(stored.query)
        if stored.reader.get("tabs"):
            self._frame.reader.restore(stored.reader)
        if self.showing.shown is None:
            first = self.catalogue.most_telling()
            if first is not None:
                self.showing.open(first)
        article = self.showing.article
        place = self.finder.place_in_list(article) if article is not None else -1
        self._frame.results.mark(place)

    def _say_notices(self) -> None:
        workspace = self.workspace
        notices = [workspace.notice] if workspace.notice else []
        notices += [note for note in workspace.library.notes if note not in notices]
        if notices:
            icon = "lock" if workspace.library.read_only else "info"
            self._frame.messages.show_notice(" ".join(notices), icon)

    def _show_changes(self, changes: Changes) -> None:
        """Show what has changed in the library, and leave everything else where it is."""
        finder = self.finder
        if changes.articles:
            finder.load()
            self.showing.drop_removed(changes.articles)
            self._frame.facts.show_articles(len(self.catalogue))
            if finder.needs_index:
                self.indexing.update()
            else:
                self._guard.do(self.saved.count)
        if changes.searches:
            self._guard.do(self.saved.show)
        if changes.reading:
            finder.mark_read(changes.reading)
            for article in changes.reading:
                self._frame.results.model.fetch_again(finder.place_in_list(article))
        if changes.bookmarks:
            finder.count_bookmarks()
        if changes.bookmarks or changes.articles:
            self.passages.list_kept()
            self.showing.refresh(changes.articles | changes.bookmarks)

    def _say_changed(self, sentence: str, undoable: bool) -> None:
        toast = self._frame.toast
        if undoable:
            toast.say(sentence, self.tr("Undo"), self._commands["undo"].trigger)
        else:
            toast.say(sentence)

    def _show_undo(self, undo: bool, redo: bool) -> None:
        self._commands.set_possible("undo", possible=undo)
        self._commands.set_possible("redo", possible=redo)

    def _show_row_menu(self, place: int, at: QPoint) -> None:
        do, row = self._guard.do, self._frame.results.model.row(place)
        may_remove = self._commands["remove_article"].isEnabled()
        row_menu(
            self._frame,
            row,
            lambda new_tab: do(self.showing.open_row, place, new_tab),
            lambda: do(self.searching.toggle_near_duplicates, place),
            (lambda: do(self.changing.remove_article, row.article)) if may_remove else None,
        ).popup(at)
