"""Search in the window's own process: for tests, and where no other process can be started."""

from PySide6.QtCore import QObject, QTimer

from sanad.errors import SanadError
from sanad.search.protocol import IndexedArticle, Request
from sanad.ui.search_client import SearchClient
from sanad.workspace import searching
from sanad.workspace.indexing import update_index
from sanad.workspace.opening import Workspace


class LocalClient(SearchClient):
    """Searches when the window has nothing else to do; keeps the index up to date itself."""

    needs_index = False

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def complete(self, typed: str, limit: int) -> None:
        """Complete the last word of *typed*."""
        found = update_index(self._workspace.library).suggest(typed, limit)
        QTimer.singleShot(0, self, lambda: self.completed.emit(typed, found))

    def relate(self, article: IndexedArticle, limit: int) -> None:
        """Find what is related to *article*."""
        found = update_index(self._workspace.library).related(article, limit)
        QTimer.singleShot(0, self, lambda: self.related_found.emit(article.id, found))

    def match(self, name: str, request: Request) -> None:
        """Find which articles answer *request*."""
        answer = searching.search(self._workspace, request)
        found = tuple(hit.article for hit in answer.hits)
        QTimer.singleShot(0, self, lambda: self.matched.emit(name, found))

    def _send(self, number: int, request: Request) -> None:
        QTimer.singleShot(0, self, lambda: self._search(number, request))

    def _search(self, number: int, request: Request) -> None:
        if self.is_latest(number):
            try:
                self._take(number, searching.search(self._workspace, request))
            except SanadError as error:
                self.failed.emit(str(error))
