"""Asks the search service without ever making the window wait; the latest question wins."""

from PySide6.QtCore import QObject, QTimer, Signal

from sanad.errors import SanadError
from sanad.search.protocol import Request
from sanad.workspace import searching
from sanad.workspace.opening import Workspace


class SearchClient(QObject):
    """Numbers the questions; an answer to any but the latest is dropped."""

    answered = Signal(object)
    """An `Answer`."""
    failed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._number = 0

    def ask(self, request: Request) -> None:
        """Answer *request* soon, unless another one comes first."""
        self._number += 1
        number = self._number
        QTimer.singleShot(0, self, lambda: self._answer(number, request))

    def forget(self) -> None:
        """Drop the answer to whatever is being asked."""
        self._number += 1

    def close(self) -> None:
        """Answer nothing any more."""
        self.forget()

    def _answer(self, number: int, request: Request) -> None:
        if number != self._number:
            return
        try:
            answer = searching.search(self._workspace, request)
        except SanadError as error:
            self.failed.emit(str(error))
            return
        self.answered.emit(answer)
