"""The window: every connection between its panes and the open library stands here."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from sanad.bookmarks.model import Bookmark
from sanad.errors import NotFoundError, SanadError
from sanad.library.records import ArticleId
from sanad.text.spans import Span
from sanad.ui import session, work
from sanad.ui.actions import action, text_of
from sanad.ui.background import Background
from sanad.ui.changing import Changing
from sanad.ui.citation import cited
from sanad.ui.commands import Commands
from sanad.ui.completion import ASKED, Completion
from sanad.ui.emptiness import Ways, explain_empty_place, explain_no_hits, explain_waiting
from sanad.ui.finder import Finder
from sanad.ui.frame import Frame
from sanad.ui.libraries import Libraries
from sanad.ui.listing import Listing
from sanad.ui.models.bookmarks import BookmarkRow
from sanad.ui.models.results import near_text
from sanad.ui.question import EXACT
from sanad.ui.relating import Relating
from sanad.ui.saved_searches import SavedSearches
from sanad.ui.search_client import SearchClient, ServiceClient
from sanad.ui.theme import Theme
from sanad.workspace import reading
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace
from sanad.workspace.reading import OpenArticle
from sanad.workspace.search_history import SearchHistory

if TYPE_CHECKING:
    from sanad.workspace.importing import ImportReport


class MainWindow(Frame):
    """Shows one open library; another library gets a window of its own in its place."""

    library_chosen = Signal(object)
    """The folder of the library that is to be shown instead."""
    theme_chosen = Signal(str)
    """``light``, ``dark`` or ``system``."""
    closed = Signal()

    def __init__(
        self, theme: Theme, make_client: Callable[[Workspace], SearchClient] = ServiceClient
    ) -> None:
        super().__init__(theme)
        self._make_client = make_client
        self.workspace: Workspace | None = None
        self.finder: Finder | None = None
        self.changing: Changing | None = None
        self.relating: Relating | None = None
        self.history: SearchHistory | None = None
        self.saved: SavedSearches | None = None
        self._shown: OpenArticle | None = None
        self._index_was_remade = False
        self.libraries = Libraries(self)
        self.background = Background(self)
        self.commands = Commands(self, theme, self._slots(), self.reader.select_tab)
        self.top_bar.show_actions(self.commands)
        self.completion = Completion(self.search_box, theme, self)
        self._add_recent_menu()
        self._connect_panes()
        self._connect_flows()
        self.sides_changed.connect(self.commands["side_panes"].setChecked)
        self.commands["side_panes"].setChecked(True)

    # The library

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the library of *workspace* as it was left; once in a window's life."""
        self.workspace = workspace
        name = workspace.library.name
        self.setWindowTitle(f"{name} \N{EM DASH} Sanad")
        workspace.changes.listen(self._show_changes)
        client = self._make_client(workspace)
        client.index_missed.connect(self._make_index_again)
        self.completion.wanted.connect(lambda typed: client.complete(typed, ASKED))
        client.completed.connect(self.completion.show_suggestions)
        self.relating = Relating(client, self)
        self.relating.found.connect(self.related.show_related)
        self.history = SearchHistory(workspace.library.uuid)
        self.completion.queries_like = self.history.like
        finder = Finder(workspace, client, self)
        finder.listed.connect(self._show_listing)
        finder.read_back.connect(self.read_back.show_reading)
        finder.opened_all.connect(lambda: self.read_back.show_library(name, ""))
        finder.facets_counted.connect(self.library.show_facets)
        finder.years_counted.connect(self.library.show_when)
        finder.places_counted.connect(self.library.show_places)
        finder.answered.connect(self._show_hits)
        finder.answered.connect(self._note_answer)
        finder.failed.connect(self.messages.show_error)
        self.finder = finder
        self.saved = SavedSearches(workspace, client, self)
        self.saved.listed.connect(self.library.show_saved)
        self.saved.said.connect(self._say_changed)
        self.changing = Changing(workspace, self)
        self.changing.said.connect(self._say_changed)
        self.changing.undo_changed.connect(self._show_undo)
        self._show_undo(undo=False, redo=False)
        may_write = not workspace.library.read_only
        self.commands.set_possible("library", possible=True)
        self.commands.set_may_write(may_write)
        self.reader.set_writable(may_write)
        self.bookmarks.set_writable(may_write)
        self._guarded(finder.load)
        self._guarded(self._show_bookmarks)
        self._say_notices(workspace)
        self._guarded(self._restore)
        self._show_counts()
        self.saved.show()
        if not finder.is_waiting:
            QTimer.singleShot(0, self, self._count_saved)
        if not workspace.library.read_only and workspace.library.articles.lost():
            self._read_lost_articles()
        elif finder.needs_index:
            self._index()

    def _leave_workspace(self) -> None:
        """Remember what was open, and close the library."""
        workspace, finder = self.workspace, self.finder
        if workspace is None or finder is None:
            return
        self.background.close()
        self.facts.end_work()
        session.save(workspace, session.Session(self.reader.session(), self.search_box.text()))
        if self.saved is not None:
            self.saved.close()
        self.workspace = self.finder = self.changing = self.saved = self.relating = None
        finder.close()
        workspace.close()

    def _restore(self) -> None:
        workspace, finder = self._opened()
        stored = session.load(workspace)
        if stored.query:
            self.search_box.ask(stored.query)
        if stored.reader.get("tabs"):
            self.reader.restore(stored.reader)
        if self._shown is None:
            first = finder.most_telling_article()
            if first is not None:
                self._open(first)
        self.results.mark(finder.place_in_list(self._shown.article.id) if self._shown else -1)

    def _index(self) -> None:
        """Bring the index up to date, and ask again when it is."""
        if self.workspace is not None:
            self.background.run(
                self.tr("Updating the index"),
                work.update_index,
                self.workspace.library.folder,
                then=self._take_index,
                quietly=True,
            )

    def _make_index_again(self) -> None:
        if self._index_was_remade:
            self.messages.show_error(self.tr("The index cannot be used; restart Sanad to search."))
            return
        self._index_was_remade = True
        self._find(lambda finder: finder.wait_for_index())
        self._index()

    def _read_lost_articles(self) -> None:
        """Read again what a crash has lost, while the rest is shown."""
        if self.workspace is not None:
            self.background.run(
                self.tr("Reading lost articles again"),
                work.read_lost_articles,
                self.workspace.library.folder,
                then=self._take_lost_articles,
            )

    def _take_lost_articles(self, _nothing: None) -> None:
        self._find(lambda finder: finder.load())
        self._take_index(has_changed=True)

    def _take_index(self, has_changed: bool) -> None:
        self._find(lambda finder: finder.use_index(has_changed=has_changed))
        self._relate()
        self._count_saved()

    def _say_notices(self, workspace: Workspace) -> None:
        notices = [workspace.notice] if workspace.notice else []
        notices += [note for note in workspace.library.notes if note not in notices]
        if notices:
            icon = "lock" if workspace.library.read_only else "info"
            self.messages.show_notice(" ".join(notices), icon)

    # Connections

    def _slots(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the table does."""
        reader = self.reader
        slots: dict[str, Callable[[], object]] = {
            "new_library": self.libraries.ask_for_new,
            "open_library": self.libraries.ask_for_library,
            "import_files": self.libraries.ask_for_files,
            "import_folder": self.libraries.ask_for_folder,
            "remove_article": self._remove_article,
            "export_results": self._export_results,
            "print": self._print,
            "show_folder": self._show_folder,
            "quit": self.close,
            "undo": lambda: self._changing().undo(),
            "redo": lambda: self._changing().redo(),
            "copy": reader.copy,
            "copy_citation": lambda: self._copy_citation(reader.selected_span()),
            "bookmark": lambda: self._keep_passage(with_note=False),
            "bookmark_note": lambda: self._keep_passage(with_note=True),
            "search": self._go_to_search,
            "find": reader.find,
            "next_hit": reader.next_hit,
            "previous_hit": reader.previous_hit,
            "next_result": lambda: self.results.step(1),
            "previous_result": lambda: self.results.step(-1),
            "exact_words": self._take_words_exactly,
            "save_search": self._save_search,
            "clear_search": self._clear_search,
            "clear_history": self._clear_history,
            "back": reader.back,
            "forward": reader.forward,
            "new_tab": lambda: self.results.open_current(new_tab=True),
            "close_tab": reader.close_tab,
            "reopen_tab": reader.reopen_tab,
            "next_tab": reader.next_tab,
            "previous_tab": reader.previous_tab,
            "next_pane": lambda: self.focus_pane(1),
            "previous_pane": lambda: self.focus_pane(-1),
            "step_out": self._step_out,
            **{f"show_{name}": dock.bring_forward for name, dock in self.docks.items()},
            "side_panes": lambda: self.show_sides(self.library.isHidden()),
            "full_screen": self._toggle_full_screen,
            "reset_layout": self.reset_layout,
            "zoom_in": reader.zoom_in,
            "zoom_out": reader.zoom_out,
            "zoom_reset": reader.zoom_reset,
            "sentence_numbers": self._toggle_sentence_numbers,
            "theme_light": lambda: self.theme_chosen.emit("light"),
            "theme_dark": lambda: self.theme_chosen.emit("dark"),
            "theme_system": lambda: self.theme_chosen.emit("system"),
            "palette": self._show_palette,
            "help": self._show_help,
        }
        return {id: partial(self._guarded, slot) for id, slot in slots.items()}

    def _connect_panes(self) -> None:
        """Connect wishes of the panes to what fulfils them."""
        box, reader, guarded = self.search_box, self.reader, self._guarded
        box.query_changed.connect(lambda text: self._find(lambda finder: finder.ask(text)))
        box.results_wanted.connect(self._go_to_results)
        box.first_result_wanted.connect(self.results.open_first)
        self.completion.taken.connect(lambda text: self._find(lambda finder: finder.ask(text)))
        self.read_back.chip_pressed.connect(
            lambda key: self._find(lambda finder: finder.press_chip(key))
        )
        self.library.place_requested.connect(self._go_to_place)
        self.library.facet_toggled.connect(
            lambda kind, id, unwanted: self._find(
                lambda finder: finder.toggle_facet(kind, id, unwanted)
            )
        )
        self.library.years_requested.connect(
            lambda years: self._find(lambda finder: finder.choose_years(years))
        )
        self.library.saved_requested.connect(lambda id: guarded(lambda: self._ask_saved(id)))
        self.library.saved_renamed.connect(
            lambda id, name: self._with_saved(lambda saved: saved.rename(id, name))
        )
        self.library.saved_removed.connect(
            lambda id: self._with_saved(lambda saved: saved.remove(id))
        )
        self.results.row_requested.connect(
            lambda place, new_tab: guarded(lambda: self._open_row(place, new_tab))
        )
        self.results.sort_changed.connect(lambda sort: self._find(lambda finder: finder.sort(sort)))
        self.results.menu_requested.connect(self._show_row_menu)
        self.results.near_toggled.connect(self._toggle_near_duplicates)
        self.results.current_changed.connect(self._show_result)
        reader.article_shown.connect(lambda opened: guarded(lambda: self._show_beside(opened)))
        reader.article_requested.connect(self._open_requested)
        reader.bookmark_requested.connect(
            lambda span, _with_note: guarded(lambda: self._keep(span))
        )
        reader.note_requested.connect(self.bookmarks.mark)
        reader.note_changed.connect(self._change_note)
        reader.citation_requested.connect(lambda span: guarded(lambda: self._copy_citation(span)))
        reader.entity_requested.connect(self._show_entity)
        reader.search_requested.connect(self._search_for)
        reader.link_requested.connect(self._ask_about_link)
        reader.position_changed.connect(self.facts.show_position)
        reader.position_changed.connect(lambda paragraph, _: self.outline.mark(paragraph))
        reader.hit_changed.connect(self.facts.show_hit)
        reader.history_changed.connect(self._show_history)
        reader.selection_changed.connect(
            lambda span: self.commands.set_possible("selection", possible=span is not None)
        )
        reader.zoom_changed.connect(self.facts.show_zoom)
        self.entities.mention_requested.connect(reader.flash)
        self.entities.entity_requested.connect(self._search_for_entity)
        self.entities.kinds_toggled.connect(reader.visible_kinds)
        self.initiatives.sentence_requested.connect(self._open_requested)
        self.initiatives.article_requested.connect(lambda id: self._open_requested(id, None))
        self.initiatives.initiative_requested.connect(
            lambda name: self._search_for(f'initiative:"{name}"')
        )
        self.outline.sentence_requested.connect(reader.flash)
        self.related.article_requested.connect(
            lambda id, new_tab: guarded(lambda: self._open(ArticleId(id), new_tab=new_tab))
        )
        self.bookmarks.passage_requested.connect(self._open_requested)
        self.bookmarks.note_changed.connect(self._change_note)
        self.bookmarks.tags_changed.connect(
            lambda id, tags: guarded(lambda: self._changing().change_tags(id, tags))
        )
        self.bookmarks.remove_requested.connect(
            lambda id: guarded(lambda: self._changing().remove_bookmark(id))
        )

    def _connect_flows(self) -> None:
        self.libraries.library_chosen.connect(self.library_chosen)
        self.libraries.files_chosen.connect(self.import_paths)
        self.files_dropped.connect(self.import_paths)
        self.background.progressed.connect(self.facts.show_work)
        self.background.idle.connect(self.facts.end_work)
        self.background.failed.connect(self.messages.show_error)
        self.facts.cancel_requested.connect(self.background.ask_to_stop)
        self.facts.attention_requested.connect(self._show_adrift)

    # Finding

    def _show_listing(self, listing: Listing) -> None:
        if not listing.count:
            self._explain_emptiness(listing.notes)
        finder = self._opened()[1]
        self.results.show_rows(
            listing.title,
            listing.count,
            listing.row_at,
            with_excerpts=listing.has_excerpts,
            total=listing.total,
            notes=listing.notes if listing.count else (),
        )
        self.results.show_sort(finder.request.sort, searching=finder.is_searching,
                               possible=finder.can_sort)  # fmt: skip
        self.commands.set_possible("hits", possible=bool(listing.count) and finder.can_sort)
        if self._shown is not None and (finder.is_searching or finder.can_sort):
            self.results.mark(finder.place_in_list(self._shown.article.id))

    def _explain_emptiness(self, notes: Sequence[str]) -> None:
        workspace, finder = self._opened()
        if finder.is_searching and finder.is_waiting:
            explain_waiting(self.results.empty)
            return
        if finder.answer is not None:
            explain_no_hits(
                self.results.empty,
                notes,
                finder.answer,
                self._search_for,
                lambda: self._find(lambda finder: finder.drop_filters()),
                self._clear_search,
            )
            return
        ways: Ways = []
        if not workspace.library.read_only:
            ways = [(text_of(action(id)), self.commands[id].trigger)
                    for id in ("import_files", "import_folder")]  # fmt: skip
        explain_empty_place(self.results.empty, finder.place, ways)

    def _note_answer(self) -> None:
        """Let what is on screen no longer count as new."""
        finder = self._opened()[1]
        self.commands.set_possible("query", possible=finder.answer is not None)
        self.commands["exact_words"].setChecked(EXACT in finder.request.dropped)
        self._with_saved(lambda saved: saved.look(finder.request, finder.answer))

    def _take_words_exactly(self) -> None:
        exact = self.commands["exact_words"].isChecked()
        self._find(lambda finder: finder.take_words_exactly(exact=exact))

    def _save_search(self) -> None:
        finder = self._opened()[1]
        answer = finder.answer
        if answer is not None:
            self._with_saved(lambda saved: saved.save(finder.request, answer))

    def _ask_saved(self, id: str) -> None:
        request = self.saved.request_of(id) if self.saved is not None else None
        if request is not None:
            self.search_box.setText(request.text)
            self._find(lambda finder: finder.ask_again(request))

    def _count_saved(self) -> None:
        self._with_saved(lambda saved: saved.count())

    def _with_saved(self, act: Callable[[SavedSearches], None]) -> None:
        if self.saved is not None:
            saved = self.saved
            self._guarded(lambda: act(saved))

    def _find(self, act: Callable[[Finder], None]) -> None:
        if self.finder is not None:
            finder = self.finder
            self._guarded(lambda: act(finder))

    def _search_for(self, query: str) -> None:
        self.search_box.ask(" ".join(query.split()))
        self.search_box.setFocus()

    def _search_for_entity(self, _entity: str, name: str) -> None:
        """List the articles that name an entity."""
        self._search_for(f'entity:"{name}"')

    def _go_to_search(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    def _go_to_results(self) -> None:
        if self.results.current < 0:
            self.results.mark(0)
        self.results.setFocus()

    def _toggle_near_duplicates(self, place: int) -> None:
        article = self.results.model.row(place).article
        self._find(lambda finder: finder.toggle_near_duplicates(article))
        self.results.mark(place)

    def _show_result(self, place: int, of: int) -> None:
        is_one = place >= 0 and self.finder is not None and self.finder.is_searching
        self.facts.show_result(place if is_one else -1, of)

    def _go_to_place(self, place: str) -> None:
        self.search_box.clear()
        self._find(lambda finder: finder.go_to(place))

    def _clear_search(self) -> None:
        self.search_box.clear()
        self._find(lambda finder: finder.go_to("all"))

    def _step_out(self) -> None:
        """Close the bar, then clear the search, then go to the article; never quit."""
        if self.reader.find_bar.isVisible():
            self.reader.find_bar.close_bar()
        elif not self.messages.isHidden():
            self.messages.dismiss()
        elif self.finder is not None and self.finder.is_searching:
            self._clear_search()
        else:
            self.reader.setFocus()

    def _show_hits(self) -> None:
        if self._shown is not None and self.finder is not None:
            article = self._shown.article.id
            self.reader.set_hits(article, self.finder.hit_spans(article))

    # Reading

    def _open_row(self, place: int, new_tab: bool) -> None:
        row = self.results.model.row(place)
        self._open(row.article, row.span, new_tab=new_tab)
        self._remember_search()

    def _remember_search(self) -> None:
        """Remember the query that led somewhere, once the article is on screen."""
        if self.history is not None and self.finder is not None and self.finder.is_searching:
            remember = partial(self.history.remember, self.finder.request.text)
            QTimer.singleShot(0, self, lambda: self._guarded(remember))

    def _clear_history(self) -> None:
        if self.history is not None:
            self.history.clear()
            self.toast.say(self.tr("Search history cleared"))

    def _open_requested(self, article: int, span: Span | None) -> None:
        if self.workspace is not None:
            self._guarded(lambda: self._open(ArticleId(article), span))

    def _open(self, article: ArticleId, span: Span | None = None, *, new_tab: bool = False) -> None:
        workspace, _ = self._opened()
        try:
            opened = reading.open_article(workspace, article)
        except NotFoundError:
            self.reader.drop_article(article)
            raise
        self.reader.show_article(opened, new_tab=new_tab, at=span)

    def _show_beside(self, opened: OpenArticle | None) -> None:
        """Fill the panes that belong to the article in view."""
        self._shown = opened
        self.commands.set_possible("article", possible=opened is not None)
        self.entities.show_article(opened)
        self.outline.show_article(opened)
        names = len({mention.entity for mention in opened.mentions}) if opened else None
        self._relate()
        self.docks["entities"].set_count(names)
        self.docks["initiatives"].set_count(len(opened.initiatives) if opened else None)
        if self.workspace is None or self.finder is None:
            self.initiatives.show_article(None, {})
            return
        others = self.finder.others_naming(opened) if opened else {}
        self.initiatives.show_article(opened, others)
        self.bookmarks.show_article(opened.article.id if opened else None)
        language = opened.article.metadata.language if opened else None
        self.facts.language.setText(language or "")
        if opened is not None:
            self._show_hits()
            self.results.mark(self.finder.place_in_list(opened.article.id))
            reading.mark_read(self.workspace, opened.article.id)

    def _relate(self) -> None:
        """Ask what is related to the article in view, once there is an index that can say."""
        if self.relating is not None and self.finder is not None:
            self.relating.ask(None if self.finder.is_waiting else self._shown)

    def _show_entity(self, entity: str) -> None:
        """Show what a name in the text stands for: the card of an initiative, else an entity."""
        is_card = self.initiatives.holds(entity)
        dock = self.docks["initiatives" if is_card else "entities"]
        dock.show()
        dock.raise_()
        (self.initiatives if is_card else self.entities).mark(entity)

    def _ask_about_link(self, url: str) -> None:
        from sanad.ui.dialogs.link import LinkDialog  # noqa: PLC0415 - seldom needed

        LinkDialog(url, self).open()

    def _show_history(self, back: bool, forward: bool) -> None:
        self.commands.set_possible("back", possible=back)
        self.commands.set_possible("forward", possible=forward)

    # Keeping

    def _keep_passage(self, *, with_note: bool) -> None:
        span = self.reader.passage()
        bookmark = self._keep(span) if span is not None else None
        if bookmark is not None and with_note:
            self.reader.edit_note(bookmark.id)

    def _keep(self, span: Span) -> Bookmark | None:
        return self._changing().keep(self._shown.article.id, span) if self._shown else None

    def _change_note(self, id: str, note: str) -> None:
        self._guarded(lambda: self._changing().change_note(id, note))

    def _copy_citation(self, span: Span | None) -> None:
        if self._shown is not None and span is not None:
            passage = span if span.end > span.start else None
            text = cited(self._shown.article, self._shown.version, passage)
            QGuiApplication.clipboard().setText(text)
            self.toast.say(self.tr("Copied with citation"))

    def _show_bookmarks(self) -> None:
        workspace, finder = self._opened()
        placed, adrift = reading.kept_passages(workspace)
        rows = [
            BookmarkRow(bookmark, finder.article(bookmark.article), is_adrift)
            for bookmarks, is_adrift in ((adrift, True), (placed, False))
            for bookmark in bookmarks
            if finder.holds(bookmark.article)
        ]
        current = self._shown.article.id if self._shown else None
        self.bookmarks.show_bookmarks(rows, current)
        self.docks["bookmarks"].set_count(len(rows))
        self.facts.show_attention(sum(row.is_adrift for row in rows))

    def _show_adrift(self) -> None:
        self.docks["bookmarks"].bring_forward()
        self.bookmarks.show_adrift()

    # Changing the library

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import the files at and under *paths*, in the background."""
        if self.workspace is None:
            return
        if self.workspace.library.read_only:
            why = self.workspace.notice or self.tr("The library is open read-only.")
            self.messages.show_error(self.tr("Nothing was imported. {why}").format(why=why))
            return
        self.background.run(
            self.tr("Importing"),
            work.import_paths,
            self.workspace.library.folder,
            list(paths),
            then=lambda report: self._guarded(lambda: self._end_import(report)),
        )

    def _end_import(self, report: "ImportReport") -> None:
        from sanad.ui.dialogs.import_report import has_refusals, summary_of  # noqa: PLC0415

        workspace, _ = self._opened()
        workspace.changes.announce(Changes(articles=report.articles))
        self._changing().remember_import(report)
        if has_refusals(report):
            self._show_report(report)
        self.toast.say(
            self.tr("Import: {summary}").format(summary=summary_of(report)),
            self.tr("Show report"),
            lambda: self._show_report(report),
        )

    def _show_report(self, report: "ImportReport") -> None:
        from sanad.ui.dialogs.import_report import ImportReportDialog  # noqa: PLC0415

        dialog = ImportReportDialog(report, self.theme, self)
        dialog.article_requested.connect(lambda article: self._open_requested(article, None))
        dialog.show()

    def _remove_article(self) -> None:
        """Remove the marked article of the list where that has the focus, else the open one."""
        if self._shown is None:
            return
        article = self._shown.article
        if self.results.view.hasFocus() and self.results.current >= 0:
            row = self.results.model.row(self.results.current)
            article = self._opened()[1].article(row.article)
        self._changing().remove_article(article.id)

    def _say_changed(self, sentence: str, undoable: bool) -> None:
        if undoable:
            self.toast.say(sentence, self.tr("Undo"), self.commands["undo"].trigger)
        else:
            self.toast.say(sentence)

    def _show_undo(self, undo: bool, redo: bool) -> None:
        self.commands.set_possible("undo", possible=undo)
        self.commands.set_possible("redo", possible=redo)

    def _show_changes(self, changes: Changes) -> None:
        """Show what has changed in the library, and leave everything else where it is."""
        workspace, finder = self._opened()
        if changes.articles:
            finder.load()
            for article in changes.articles:
                if not finder.holds(article):
                    self.reader.drop_article(article)
            self._show_counts()
            if finder.needs_index:
                self._index()
            else:
                self._count_saved()
        if changes.searches:
            self._with_saved(lambda saved: saved.show())
        if changes.reading:
            finder.mark_read(changes.reading)
            for article in changes.reading:
                self.results.model.fetch_again(finder.place_in_list(article))
        if changes.bookmarks:
            finder.count_bookmarks()
        if changes.bookmarks or changes.articles:
            self._show_bookmarks()
            for article in changes.articles | changes.bookmarks:
                if finder.holds(article) and self.reader.pages.page_of(article):
                    self.reader.refresh(reading.open_article(workspace, article))
            self._show_beside(self.reader.current)

    def _show_counts(self) -> None:
        self.facts.show_articles(self.finder.article_count() if self.finder else 0)

    # The window itself

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours and sizes of *theme*."""
        super().set_theme(theme)
        self.commands.set_theme(theme)
        self.completion.set_theme(theme)

    def show_theme_choice(self, choice: str) -> None:
        """Mark the theme that was chosen in the menu."""
        for name in ("light", "dark", "system"):
            self.commands[f"theme_{name}"].setChecked(name == choice)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.commands["full_screen"].setChecked(self.isFullScreen())

    def _toggle_sentence_numbers(self) -> None:
        self.reader.show_sentence_numbers(self.commands["sentence_numbers"].isChecked())

    def _export_results(self) -> None:
        from sanad.ui.export_flow import ask_for_export  # noqa: PLC0415 - seldom needed

        workspace, finder = self._opened()
        folder, listed = workspace.library.folder, finder.listed_articles()
        ask_for_export(self, self.background, folder, listed, self.toast.say)

    def _print(self) -> None:
        from sanad.ui.print_flow import show_preview  # noqa: PLC0415 - loads the printer

        workspace, finder = self._opened()
        show_preview(self, self.theme, workspace, self._shown, finder.answer)

    def _show_folder(self) -> None:
        folder = self._opened()[0].library.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.messages.show_notice(self.tr("The library is at {folder}").format(folder=folder))

    def _show_palette(self) -> None:
        from sanad.ui.dialogs.palette import PaletteDialog  # noqa: PLC0415 - seldom needed

        PaletteDialog(self.commands, self.theme, self).show()

    def _show_help(self) -> None:
        from sanad.ui.dialogs.help import HelpDialog  # noqa: PLC0415 - seldom needed

        HelpDialog(self.theme, self).show()

    def _add_recent_menu(self) -> None:
        menu = QMenu(self.tr("Recent libraries"), self)
        menu.setToolTipsVisible(True)
        self.top_bar.menus["File"].insertMenu(self.commands["import_files"], menu)
        menu.aboutToShow.connect(
            lambda: self.libraries.fill_recent(
                menu, self.workspace.library.folder if self.workspace else None
            )
        )

    def _show_row_menu(self, place: int, at: QPoint) -> None:
        row = self.results.model.row(place)
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self._open_row(place, False))
        menu.addAction(self.tr("Open in new tab"), lambda: self._open_row(place, True))
        if row.near:
            shown = self.tr("Hide {what}") if row.is_open else self.tr("Show {what}")
            menu.addAction(
                shown.format(what=near_text(row)), lambda: self._toggle_near_duplicates(place)
            )
        menu.addSeparator()
        remove = menu.addAction(
            self.tr("Remove article"),
            lambda: self._guarded(lambda: self._changing().remove_article(row.article)),
        )
        remove.setEnabled(self.commands["remove_article"].isEnabled())
        menu.popup(at)

    def _guarded(self, act: Callable[[], object]) -> None:
        """Do *act*; what cannot be done is said in the bar."""
        try:
            act()
        except SanadError as error:
            self.messages.show_error(str(error))

    def _changing(self) -> Changing:
        self._opened()
        assert self.changing is not None
        return self.changing

    def _opened(self) -> tuple[Workspace, Finder]:
        if self.workspace is None or self.finder is None:
            raise SanadError(self.tr("No library is open; open or make one in the File menu."))
        return self.workspace, self.finder

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember what is open, end what works in the background, and close the library."""
        self.save_layout(session.layout_settings())
        self._leave_workspace()
        self.closed.emit()
        super().closeEvent(event)
