"""Lets Ctrl+C in the terminal close the window as if its owner had."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Interrupt(QObject):
    """Tells when the terminal asks the program to end; undone by `close`.

    Qt's loop leaves Python no turn to run a signal's handler in, so the signal is made to write to
    a pair of sockets that Qt listens to. They are local to the process.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._old_descriptor = signal.set_wakeup_fd(self._theirs.fileno())
        self._old_handler = signal.signal(signal.SIGINT, self._handle)

    def close(self) -> None:
        """Give signals back to Python."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_descriptor)
        signal.signal(signal.SIGINT, self._old_handler)
        self._ours.close()
        self._theirs.close()

    def _read(self) -> None:
        self._ours.recv(64)  # returning from here, Python runs the handler below

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self.asked.emit()
