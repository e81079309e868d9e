"""Long work in the background, one piece after another, while the window stays in use."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from sanad.ui.jobs import Task


@dataclass(frozen=True, slots=True)
class _Piece:
    title: str
    work: Callable[..., Any]
    arguments: tuple[object, ...]
    then: Callable[[Any], None]
    quietly: bool


class Background(QObject):
    """Runs each piece in its own process; only one at a time writes the index."""

    progressed = Signal(str, int, int)
    """What is being done, how much of it is done, and of how much; 0 is not known."""
    failed = Signal(str, str)
    """A sentence, and details for the log."""
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._piece: _Piece | None = None
        self._waiting: deque[_Piece] = deque()

    @property
    def is_working(self) -> bool:
        """Whether anything is under way."""
        return self._task is not None

    def run(
        self,
        title: str,
        work: Callable[..., Any],
        *arguments: object,
        then: Callable[[Any], None] = lambda _result: None,
        quietly: bool = False,
    ) -> None:
        """Run ``work(*arguments, report)`` and hand its result to *then*.

        *title* says what is done; the note that the work reports comes after it. Work that is
        done *quietly* is shown once it reports that there is something to do.
        """
        self._waiting.append(_Piece(title, work, arguments, then, quietly))
        if self._task is None:
            self._start_next()

    def ask_to_stop(self) -> None:
        """Stop at the next step and forget what waits; what is done is kept."""
        self._waiting.clear()
        if self._task is not None:
            self._task.ask_to_stop()

    def close(self) -> None:
        """End at once, because the window or the library closes."""
        self._waiting.clear()
        if self._task is not None:
            self._task.close()
            self._release()

    def _start_next(self) -> None:
        if not self._waiting:
            self.idle.emit()
            return
        piece = self._piece = self._waiting.popleft()
        task = self._task = Task(piece.work, *piece.arguments, parent=self)
        task.progressed.connect(self._tell)
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        if not piece.quietly:
            self.progressed.emit(piece.title, 0, 0)

    def _tell(self, done: int, total: int, note: str) -> None:
        if self._piece is not None:
            self.progressed.emit(f"{self._piece.title} {note}".rstrip(), done, total)

    def _finish(self, result: object) -> None:
        then = self._piece.then if self._piece else None
        self._release()
        self._start_next()
        if then is not None:
            then(result)

    def _fail(self, reason: str, details: str) -> None:
        self._release()
        self._start_next()
        self.failed.emit(reason, details)

    def _release(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = self._piece = None
