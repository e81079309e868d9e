"""Search in the window's own process: for tests, and where no other process can be started."""

from collections.abc import Callable

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
        self._is_closed = False

    def complete(self, typed: str, limit: int) -> None:
        """Complete the last word of *typed*."""
        self._soon(
            lambda: self.completed.emit(
                typed, update_index(self._workspace.library).suggest(typed, limit)
            )
        )

    def relate(self, article: IndexedArticle, limit: int) -> None:
        """Find what is related to *article*."""
        self._soon(
            lambda: self.related_found.emit(
                article.id, update_index(self._workspace.library).related(article, limit)
            )
        )

    def match(self, name: str, request: Request) -> None:
        """Find which articles answer *request*."""

        def find() -> None:
            answer = searching.search(self._workspace, request)
            self.matched.emit(name, tuple(hit.article for hit in answer.hits))

        self._soon(find)

    def close(self) -> None:
        """Answer nothing any more."""
        super().close()
        self._is_closed = True

    def _soon(self, act: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, lambda: self._safely(act))

    def _safely(self, act: Callable[[], None]) -> None:
        if not self._is_closed:
            try:
                act()
            except SanadError as error:
                self.failed.emit(str(error))

    def _send(self, number: int, request: Request) -> None:
        QTimer.singleShot(0, self, lambda: self._search(number, request))

    def _search(self, number: int, request: Request) -> None:
        if self.is_latest(number):
            try:
                self._take(number, searching.search(self._workspace, request))
            except SanadError as error:
                self.failed.emit(str(error))
