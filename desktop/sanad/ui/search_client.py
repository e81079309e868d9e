"""Asks for answers without ever making the window wait; the latest question wins."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from sanad.search.protocol import Answer, Request
from sanad.search.service import Refusal, SearchService
from sanad.workspace.opening import Workspace


class SearchClient(QObject):
    """Numbers the questions; an answer to any but the latest is dropped."""

    answered = Signal(object)
    """An `Answer`."""
    failed = Signal(str)
    index_missed = Signal()
    """The index cannot be used and must be made again."""

    needs_index = True
    """Whether somebody else must keep the index up to date."""
    has_index = True
    """Whether there is an index that can answer already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0

    def ask(self, request: Request) -> None:
        """Answer *request* soon, unless another one comes first."""
        self._number += 1
        self._send(self._number, request)

    def forget(self) -> None:
        """Drop the answer to whatever is being asked."""
        self._number += 1

    def is_latest(self, number: int) -> bool:
        """Whether nothing was asked after question *number*."""
        return number == self._number

    def close(self) -> None:
        """Answer nothing any more."""
        self.forget()

    def _send(self, number: int, request: Request) -> None:
        raise NotImplementedError

    def _take(self, number: int, outcome: Answer | Refusal) -> None:
        if not self.is_latest(number):
            return
        if isinstance(outcome, Answer):
            self.answered.emit(outcome)
        elif outcome.index_is_damaged:
            self.index_missed.emit()
        else:
            self.failed.emit(outcome.reason)


class ServiceClient(SearchClient):
    """Searches in the service's own process."""

    _heard = Signal(int, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The service speaks on a thread of its own: queued, its answers change threads.
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.has_index = (workspace.index_folder / "current").exists()
        self._service = SearchService(workspace.index_folder)

    def close(self) -> None:
        """End the service."""
        super().close()
        self._service.close()

    def _send(self, number: int, request: Request) -> None:
        self._service.submit(request, partial(self._heard.emit, number))
