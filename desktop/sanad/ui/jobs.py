"""Background jobs as Qt sees them: what another process says arrives as signals."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from sanad.jobs import Failed, Finished, Job, Message, Progress


class Task(QObject):
    """One job in its own process; signals are emitted in the thread that made the task."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(str, str)
    """A sentence, and details for the log."""
    _heard = Signal(object)

    def __init__(
        self, work: Callable[..., Any], *arguments: object, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        # The job's listener runs in a thread of its own: queued, its messages change threads.
        self._heard.connect(self._sort_out, Qt.ConnectionType.QueuedConnection)
        self._job = Job(work, *arguments, listener=self._heard.emit)

    def ask_to_stop(self) -> None:
        """Ask the job to stop at its next step; what is done is kept."""
        self._job.ask_to_stop()

    def close(self) -> None:
        """End the job at once, because the window closes."""
        self._heard.disconnect(self._sort_out)
        self._job.terminate()

    def _sort_out(self, message: Message) -> None:
        match message:
            case Progress(done, total, note):
                self.progressed.emit(done, total, note)
            case Finished(result):
                self.finished.emit(result)
            case Failed(reason, details):
                self.failed.emit(reason, details)
