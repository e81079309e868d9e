"""Searches an open library: from the box to the list of results, and back to saved searches."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from sanad.ui.actions import action, text_of
from sanad.ui.commands import Commands
from sanad.ui.emptiness import explain_empty_place, explain_no_hits, explain_waiting
from sanad.ui.finder import Finder
from sanad.ui.frame import Frame
from sanad.ui.guard import Guard
from sanad.ui.listing import Listing
from sanad.ui.question import EXACT
from sanad.ui.saved_searches import SavedSearches
from sanad.workspace.search_history import SearchHistory


class Searching(QObject):
    """Shows what the finder lists, and words for it what is asked elsewhere than in the box."""

    def __init__(
        self,
        finder: Finder,
        saved: SavedSearches,
        history: SearchHistory,
        frame: Frame,
        commands: Commands,
        guard: Guard,
    ) -> None:
        super().__init__(frame)
        self._finder = finder
        self._saved = saved
        self._history = history
        self._box = frame.search_box
        self._results = frame.results
        self._facts = frame.facts
        self._toast = frame.toast
        self._commands = commands
        self._guard = guard

    def show_listing(self, listing: Listing) -> None:
        """List *listing*, or explain why it is empty."""
        if not listing.count:
            self._explain_emptiness(listing.notes)
        finder = self._finder
        self._results.show_rows(
            listing.title,
            listing.count,
            listing.row_at,
            with_excerpts=listing.has_excerpts,
            total=listing.total,
            notes=listing.notes if listing.count else (),
        )
        self._results.show_sort(finder.request.sort, searching=finder.is_searching,
                                possible=finder.can_sort)  # fmt: skip
        self._commands.set_possible("hits", possible=bool(listing.count) and finder.can_sort)

    def show_result(self, place: int, of: int) -> None:
        """Tell in the line of facts which result is marked; a row of all articles is none."""
        self._facts.show_result(place if self._finder.is_searching else -1, of)

    def note_answer(self) -> None:
        """Let what is on screen no longer count as new."""
        finder = self._finder
        self._commands.set_possible("query", possible=finder.answer is not None)
        self._commands["exact_words"].setChecked(EXACT in finder.request.dropped)
        self._saved.look(finder.request, finder.answer)

    def search_for(self, query: str) -> None:
        """Search for *query* as if it were typed."""
        self._box.ask(" ".join(query.split()))
        self._box.setFocus()

    def search_for_entity(self, _entity: str, name: str) -> None:
        """List the articles that name an entity."""
        self.search_for(f'entity:"{name}"')

    def search_for_initiative(self, name: str) -> None:
        """List the articles that name an initiative."""
        self.search_for(f'initiative:"{name}"')

    def go_to_place(self, place: str) -> None:
        """List everything at *place* in place of what was searched."""
        self._box.clear()
        self._finder.go_to(place)

    def clear(self) -> None:
        """Drop query and filters."""
        self.go_to_place("all")

    def take_words_exactly(self) -> None:
        """Search words of the same family too, or leave them out, as the action is checked."""
        self._finder.take_words_exactly(exact=self._commands["exact_words"].isChecked())

    def toggle_near_duplicates(self, place: int) -> None:
        """Show or hide the near-duplicates of the row at *place*."""
        self._finder.toggle_near_duplicates(self._results.model.row(place).article)
        self._results.mark(place)

    def save(self) -> None:
        """Save the search whose answer is listed."""
        if self._finder.answer is not None:
            self._saved.save(self._finder.request, self._finder.answer)

    def ask_saved(self, id: str) -> None:
        """Search what was saved as *id*."""
        request = self._saved.request_of(id)
        if request is not None:
            self._box.setText(request.text)
            self._finder.ask_again(request)

    def remember(self) -> None:
        """Remember the query that led somewhere, once the article is on screen."""
        if self._finder.is_searching:
            remember = partial(self._history.remember, self._finder.request.text)
            QTimer.singleShot(0, self, lambda: self._guard.do(remember))

    def clear_history(self) -> None:
        """Forget all queries that were remembered."""
        self._history.clear()
        self._toast.say(self.tr("Search history cleared"))

    def _explain_emptiness(self, notes: Sequence[str]) -> None:
        finder, empty = self._finder, self._results.empty
        if finder.is_searching and finder.is_waiting:
            explain_waiting(empty)
        elif finder.answer is not None:
            explain_no_hits(
                empty,
                notes,
                finder.answer,
                self.search_for,
                self._guard.slot(finder.drop_filters),
                self._guard.slot(self.clear),
            )
        else:
            ways = [
                (text_of(action(id)), self._commands[id].trigger)
                for id in ("import_files", "import_folder")
                if self._commands[id].isEnabled()
            ]
            explain_empty_place(empty, finder.place, ways)
