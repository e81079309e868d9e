"""Asks for answers without ever making the window wait; the latest question wins."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from sanad.search.protocol import Answer, IndexedArticle, Request
from sanad.search.service import Refusal, SearchService
from sanad.workspace.opening import Workspace


class SearchClient(QObject):
    """Numbers the questions; an answer to any but the latest is dropped."""

    answered = Signal(object)
    """An `Answer`."""
    failed = Signal(str)
    completed = Signal(str, object)
    """What was typed, and a list of `Suggestion` for its last word."""
    related_found = Signal(int, object)
    """An article's id and a list of `Related`."""
    matched = Signal(str, object)
    """A name, and the articles that answer its request; None when they could not be found."""
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

    def complete(self, typed: str, limit: int) -> None:
        """Complete the last word of *typed* soon, unless something else is typed first."""

    def relate(self, article: IndexedArticle, limit: int) -> None:
        """Find soon what is related to *article*, unless another one is asked for first."""

    def match(self, name: str, request: Request) -> None:
        """Find soon which articles answer *request*; one at a time."""

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
    _heard_aside = Signal(object, object)
    """What to do with an outcome, and the outcome."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The service speaks on a thread of its own: queued, its answers change threads.
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._heard_aside.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.has_index = (workspace.index_folder / "current").exists()
        self._service = SearchService(workspace.index_folder)

    def complete(self, typed: str, limit: int) -> None:
        """Complete the last word of *typed* soon, unless something else is typed first."""
        self._service.suggest(typed, limit, self._aside(partial(self.completed.emit, typed)))

    def relate(self, article: IndexedArticle, limit: int) -> None:
        """Find soon what is related to *article*, unless another one is asked for first."""
        deliver = partial(self.related_found.emit, article.id)
        self._service.related(article, limit, self._aside(deliver))

    def match(self, name: str, request: Request) -> None:
        """Find soon which articles answer *request*; one at a time."""

        def deliver(outcome: object) -> None:
            self.matched.emit(name, outcome or ())

        self._service.match(request, self._aside(deliver))

    def close(self) -> None:
        """End the service."""
        super().close()
        self._service.close()

    def _send(self, number: int, request: Request) -> None:
        self._service.submit(request, partial(self._heard.emit, number))

    def _aside(self, deliver: Callable[[Any], object]) -> Callable[[object], None]:
        """Return a listener that has *deliver* called in the window's thread."""
        return lambda outcome: self._heard_aside.emit(deliver, outcome)

    def _deliver(self, deliver: Callable[[Any], object], outcome: object) -> None:
        # What nobody waits for is not worth an error: a refusal is an empty answer.
        deliver([] if isinstance(outcome, Refusal) else outcome)
