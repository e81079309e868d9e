"""The saved searches of an open library, and how many articles are new in each."""

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from sanad.library.records import ArticleId
from sanad.search.protocol import Answer, Request
from sanad.ui.models.library import Saved
from sanad.ui.search_client import SearchClient
from sanad.workspace import saved_searches as keeping
from sanad.workspace.opening import Workspace
from sanad.workspace.saved_searches import SavedSearch


class SavedSearches(QObject):
    """Counts one search after the other, in the search process, while nobody waits."""

    listed = Signal(object)
    """A list of `Saved`, in the order in which they were saved."""
    said = Signal(str, bool)
    """A sentence, and whether it can be undone at once."""

    def __init__(
        self, workspace: Workspace, client: SearchClient, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._client = client
        self._found: dict[str, frozenset[ArticleId]] = {}
        self._waiting: deque[str] = deque()
        self._asked: str | None = None
        self._request = Request("")
        client.matched.connect(self._take_match)

    def count(self) -> None:
        """Ask anew what each search finds; the library or its index has changed."""
        self._waiting = deque(saved.id for saved in self._all())
        self._ask_next()

    def close(self) -> None:
        """Ask nothing more; the library is being closed."""
        self._waiting.clear()
        self._client.matched.disconnect(self._take_match)

    def show(self) -> None:
        """List the searches as they are now."""
        self.listed.emit(
            [
                Saved(
                    saved.id,
                    saved.name,
                    new=len(self._found.get(saved.id, frozenset()) - saved.seen),
                    is_current=keeping.same_question(saved.request, self._request),
                )
                for saved in self._all()
            ]
        )

    def request_of(self, id: str) -> Request | None:
        """Return what the search called *id* asks; None when it is gone."""
        saved = self._get(id)
        return saved.request if saved else None

    def look(self, request: Request, answer: Answer | None) -> None:
        """Take note that *answer* to *request* is on screen: nothing in it is new any more."""
        self._request = request
        if answer is not None:
            for saved in self._all():
                if keeping.same_question(saved.request, request):
                    found = frozenset(hit.article for hit in answer.hits)
                    self._found[saved.id] = found
                    keeping.mark_seen(self._workspace, saved, found)
        self.show()

    def save(self, request: Request, answer: Answer) -> None:
        """Save *request*, which *answer* answers, under the words it was asked in."""
        for saved in self._all():
            if keeping.same_question(saved.request, request):
                self.said.emit(self.tr("Already saved as “{name}”").format(name=saved.name), False)
                return
        name = request.text.strip() or answer.read_as
        found = frozenset(hit.article for hit in answer.hits)
        kept = keeping.save_search(self._workspace, name, request, found)
        self._found[kept.id] = found
        self.said.emit(self.tr("Saved “{name}”").format(name=kept.name), True)

    def rename(self, id: str, name: str) -> None:
        """Give the search called *id* another name."""
        self._with(id, lambda saved: keeping.rename_search(self._workspace, saved, name))

    def remove(self, id: str) -> None:
        """Forget the search called *id*."""

        def remove(saved: SavedSearch) -> None:
            keeping.remove_search(self._workspace, saved)
            self.said.emit(self.tr("Removed “{name}”").format(name=saved.name), True)

        self._with(id, remove)

    def _ask_next(self) -> None:
        while self._asked is None and self._waiting:
            saved = self._get(self._waiting.popleft())
            if saved is not None:
                self._asked = saved.id
                self._client.match(saved.id, saved.request)

    def _take_match(self, id: str, articles: Sequence[ArticleId]) -> None:
        self._found[id] = frozenset(articles)
        if id == self._asked:
            self._asked = None
            self._ask_next()
        self.show()

    def _with(self, id: str, act: Callable[[SavedSearch], None]) -> None:
        saved = self._get(id)
        if saved is not None:
            act(saved)

    def _get(self, id: str) -> SavedSearch | None:
        return next((saved for saved in self._all() if saved.id == id), None)

    def _all(self) -> list[SavedSearch]:
        return keeping.saved_searches(self._workspace)
