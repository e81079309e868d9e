"""Brings files into the open library while it stays in use."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sanad.ui.jobs import Task
from sanad.workspace.importing import ImportReport, import_in_job


class ImportFlow(QObject):
    """One import at a time; files that come meanwhile wait for their turn."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    """An `ImportReport`."""
    failed = Signal(str, str)
    """A sentence, and details for the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._waiting: list[tuple[Path, Sequence[Path]]] = []

    @property
    def is_running(self) -> bool:
        """Whether files are being imported."""
        return self._task is not None

    def start(self, library_folder: Path, paths: Sequence[Path]) -> None:
        """Import the files at and under *paths*."""
        if self._task is not None:
            self._waiting.append((library_folder, paths))
            return
        task = Task(import_in_job, library_folder, list(paths), parent=self)
        task.progressed.connect(self.progressed)
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        self._task = task
        self.progressed.emit(0, 0, "")

    def ask_to_stop(self) -> None:
        """Stop at the next file; what is imported stays."""
        self._waiting.clear()
        if self._task is not None:
            self._task.ask_to_stop()

    def close(self) -> None:
        """End at once, because the window or the library closes."""
        self._waiting.clear()
        if self._task is not None:
            self._task.close()
            self._task = None

    def _finish(self, report: ImportReport) -> None:
        self._release()
        self.finished.emit(report)
        self._start_next()

    def _fail(self, reason: str, details: str) -> None:
        self._release()
        self.failed.emit(reason, details)
        self._start_next()

    def _release(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None

    def _start_next(self) -> None:
        if self._waiting:
            self.start(*self._waiting.pop(0))
