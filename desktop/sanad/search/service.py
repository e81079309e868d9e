"""Search in a process of its own: warm, never making the window wait, ended when it overruns.

Of several requests only the latest is answered. The process is started again when it dies or when
one query takes longer than the deadline; that query is then refused in a sentence.
"""

import gc
import logging
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sanad.errors import SanadError
from sanad.library.records import ArticleId
from sanad.offline import refuse_connections
from sanad.search.protocol import (
    Alias,
    Answer,
    IndexedArticle,
    Related,
    Request,
    SearchIndex,
    Suggestion,
)

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_log = logging.getLogger(__name__)

DEADLINE = 2.0
"""Seconds that one query may take."""
_PATIENCE = 0.5
"""Seconds a query may take once a newer one waits."""
_START = 60.0
"""Seconds until a new process must have read the index."""
_STEP = 0.05
"""Seconds between two looks at whether anything newer is wanted."""
_IDLE = 5.0
"""Seconds without a request after which the process looks for changes of the index."""
_DEATHS = 3
"""Times in a row that a process may die on one request before that request is refused."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered, in a sentence."""

    reason: str
    index_is_damaged: bool = False
    """Whether the index must be rebuilt before anything can be answered."""


@dataclass(frozen=True, slots=True)
class _Aliases:
    aliases: Sequence[Alias]


@dataclass(frozen=True, slots=True)
class _Completion:
    prefix: str
    limit: int


@dataclass(frozen=True, slots=True)
class _Relations:
    article: IndexedArticle
    limit: int


@dataclass(frozen=True, slots=True)
class _Matching:
    request: Request


_Question = Request | _Completion | _Relations | _Matching
_BY_HASTE: tuple[type[_Question], ...] = (Request, _Completion, _Relations, _Matching)
"""Of several questions that wait, the first kind is answered first."""


@dataclass(frozen=True, slots=True)
class _Task:
    question: _Question
    listener: Callable[[object], None]
    deaths: int = 0


class SearchService:
    """Answers requests from the index in *folder*. Listeners are called on the service's thread."""

    def __init__(self, folder: Path, *, deadline: float = DEADLINE) -> None:
        """Start the process; it reads the index while the caller goes on."""
        self._folder = folder
        self._deadline = deadline
        self._changed = threading.Condition()
        self._wanted: dict[type, _Task] = {}
        self._aliases: Sequence[Alias] | None = None
        self._is_closing = False
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._run, name="search service", daemon=True)
        self._thread.start()

    def submit(self, request: Request, listener: Callable[[Answer | Refusal], None]) -> None:
        """Answer *request* unless another comes before it is done."""
        self._want(request, listener)

    def suggest(
        self, prefix: str, limit: int, listener: Callable[[list[Suggestion] | Refusal], None]
    ) -> None:
        """Complete the last word of *prefix* unless another is asked before it is done."""
        self._want(_Completion(prefix, limit), listener)

    def related(
        self,
        article: IndexedArticle,
        limit: int,
        listener: Callable[[list[Related] | Refusal], None],
    ) -> None:
        """Find what is related to *article* unless another is asked before it is done."""
        self._want(_Relations(article, limit), listener)

    def match(
        self, request: Request, listener: Callable[[tuple[ArticleId, ...] | Refusal], None]
    ) -> None:
        """Find the articles that answer *request*, beside what `submit` is asked for."""
        self._want(_Matching(request), listener)

    def use_aliases(self, aliases: Sequence[Alias]) -> None:
        """Widen queries by *aliases* from now on."""
        with self._changed:
            self._aliases = tuple(aliases)
            self._changed.notify()

    def close(self) -> None:
        """End the process; no listener is called any more. Takes less than half a second."""
        with self._changed:
            self._is_closing = True
            self._wanted.clear()
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout=0.4)

    # -- the service's thread -----------------------------------------------------------------

    def _want(self, question: _Question, listener: Callable[..., None]) -> None:
        with self._changed:
            if self._is_closing:
                return
            self._wanted[type(question)] = _Task(question, listener)
            self._changed.notify()

    def _run(self) -> None:
        sent: Sequence[Alias] | None = None
        while True:
            try:
                connection = self._connection
                if connection is None:
                    connection, sent = self._start(), None
                if connection is None and not self._is_closing:
                    self._give_up()
                    continue
                task, aliases = self._next(sent)
                if connection is None or self._is_closing:
                    break
                if aliases is not sent:
                    connection.send(_Aliases(aliases or ()))
                    sent = aliases
                if task is not None:
                    self._ask(connection, task)
            except (EOFError, OSError):  # OSError: it died in the middle of a message
                _log.warning("The search process died and is started again")
                self._stop()
        self._stop()

    def _give_up(self) -> None:
        """Refuse what is wanted, since no process can be started, and wait for the next wish."""
        self._stop()
        with self._changed:
            tasks = list(self._wanted.values())
            self._wanted.clear()
        for task in tasks:
            self._tell(task, Refusal("The search could not be started; please try again."))
        with self._changed:
            while not (self._is_closing or self._wanted):
                self._changed.wait()

    def _next(self, sent: Sequence[Alias] | None) -> tuple[_Task | None, Sequence[Alias] | None]:
        """Wait for something to do."""
        with self._changed:
            while not (self._is_closing or self._wanted or self._aliases is not sent):
                self._changed.wait()
            kind = next((kind for kind in _BY_HASTE if kind in self._wanted), None)
            return (self._wanted.pop(kind) if kind else None), self._aliases

    def _ask(self, connection: Connection, task: _Task) -> None:
        """Send *task* and wait for its answer; end the process when it takes too long."""
        started = time.monotonic()
        try:
            connection.send(task.question)
            while not connection.poll(_STEP):
                taken = time.monotonic() - started
                if self._is_closing:
                    return
                if self._is_outdated(task) and taken > _PATIENCE:
                    self._stop()
                    return
                if taken > self._deadline:
                    self._stop()
                    self._tell(task, _too_long(task, self._deadline))
                    return
            outcome = connection.recv()
        except (EOFError, OSError):
            self._retry(task)
            raise
        if not self._is_outdated(task):
            self._tell(task, outcome)

    def _retry(self, task: _Task) -> None:
        """Ask *task* again after the process died, but not for ever."""
        again = replace(task, deaths=task.deaths + 1)
        if again.deaths >= _DEATHS:
            self._tell(task, Refusal("The search ended unexpectedly; this query was given up."))
            return
        with self._changed:
            self._wanted.setdefault(type(task.question), again)

    def _is_outdated(self, task: _Task) -> bool:
        return self._is_closing or type(task.question) in self._wanted

    def _tell(self, task: _Task, outcome: object) -> None:
        if not self._is_closing:
            task.listener(outcome)

    def _start(self) -> Connection | None:
        """Start a process and wait until it has read the index; None when it did not."""
        context = multiprocessing.get_context("spawn")
        mine, its = context.Pipe()
        process = context.Process(
            target=_serve, args=(its, self._folder), name="sanad-search", daemon=True
        )
        self._connection, self._process = mine, process
        process.start()
        its.close()
        until = time.monotonic() + _START
        while not self._is_closing and time.monotonic() < until:
            if mine.poll(_STEP):
                try:
                    mine.recv()
                except (EOFError, OSError):
                    _log.warning("The search process died while it started")
                    return None
                return mine
        return None

    def _stop(self) -> None:
        """End the process, whatever it does."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            if self._process.pid is not None:
                self._process.kill()
                self._process.join()
            self._process.close()
            self._process = None


def _too_long(task: _Task, deadline: float) -> Refusal:
    if isinstance(task.question, Request):
        return Refusal(
            f"The search for “{task.question.text[:80]}” was stopped after {deadline:g} seconds; "
            "a query with fewer or longer words is faster."
        )
    return Refusal("The search took too long and was stopped.")


def _answered(index: SearchIndex, question: _Question) -> object:
    match question:
        case Request():
            return index.search(question)
        case _Completion(prefix, limit):
            return index.suggest(prefix, limit)
        case _Relations(article, limit):
            return index.related(article, limit)
        case _Matching(request):
            return tuple(hit.article for hit in index.search(request).hits)


def _serve(connection: Connection, folder: Path) -> None:
    """Answer questions until the other end is closed; the process's whole life."""
    refuse_connections()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the window, which ends this
    from sanad.search.whoosh_index import open_index  # noqa: PLC0415 - the window never loads it

    index = open_index(folder)
    index.warm()
    # What was read stays: collecting it again and again would cost up to 80 ms a query.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        connection.send("ready")
        while True:
            if not connection.poll(_IDLE):
                index.refresh()
                continue
            question = connection.recv()
            if isinstance(question, _Aliases):
                index.use_aliases(question.aliases)
                continue
            outcome: object
            try:
                index.refresh()
                outcome = _answered(index, question)
            except SanadError as error:
                outcome = Refusal(str(error), index_is_damaged=not index.health().ok)
            connection.send(outcome)
    except (EOFError, OSError):
        return  # nobody listens any more
