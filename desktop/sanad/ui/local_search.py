"""Search in the window's own process: for tests, and where no other process can be started."""

from PySide6.QtCore import QObject, QTimer

from sanad.errors import SanadError
from sanad.search.protocol import Request
from sanad.ui.search_client import SearchClient
from sanad.workspace import searching
from sanad.workspace.opening import Workspace


class LocalClient(SearchClient):
    """Searches when the window has nothing else to do; keeps the index up to date itself."""

    needs_index = False

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def _send(self, number: int, request: Request) -> None:
        QTimer.singleShot(0, self, lambda: self._search(number, request))

    def _search(self, number: int, request: Request) -> None:
        if self.is_latest(number):
            try:
                self._take(number, searching.search(self._workspace, request))
            except SanadError as error:
                self.failed.emit(str(error))
