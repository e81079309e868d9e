"""Runs one long piece of work in a process of its own, and listens to it.

A process, since importing and indexing are pure Python and would hold the interpreter lock of the
window. One process for each job, since ending the process is then the whole of ending the work.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Final

from sanad.errors import SanadError
from sanad.offline import refuse_connections

GRACE: Final = 2.0
"""Seconds that work which was asked to stop has until it is ended."""
_LAST_WORD: Final = 0.2
"""Seconds between the signal that a process may catch and the one that it may not."""

_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` units are finished; ``note`` says at what the work is."""

    done: int
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """The work returned ``result``, perhaps early because it was asked to stop."""

    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised an error, or its process died."""

    reason: str
    """For the reader, a sentence."""
    details: str = ""
    """For the log: a traceback, when there is one."""


Message = Progress | Finished | Failed
Report = Callable[..., bool]
"""``report(done, total, note="")``; False asks the work to return what it has."""


class Job:
    """Work in progress. Its messages arrive on a thread of the job, the last one exactly once."""

    def __init__(
        self,
        work: Callable[..., object],
        *args: object,
        listener: Callable[[Message], None],
    ) -> None:
        """Start ``work(*args, report)`` in a new process.

        *work* and *args* are pickled, so *work* is a top-level function.
        """
        self._listener = listener
        self._is_silenced = False
        self._has_overrun = False
        self._timer: threading.Timer | None = None
        self._ending = threading.Lock()
        self._channel, theirs = _spawn.Pipe(duplex=True)
        # Not daemonic: a daemonic process may not have children of its own.
        self._process = _spawn.Process(target=_run, args=(theirs, work, args), name="sanad-job")
        try:
            self._process.start()
        except BaseException:
            self._channel.close()
            raise
        finally:
            theirs.close()  # the child has the only other end: its death reads as end of file
        self._thread = threading.Thread(target=self._listen, name="job-listener", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the last message is still to come."""
        return self._thread.is_alive()

    def ask_to_stop(self, grace: float = GRACE) -> None:
        """Ask the work to return what it has; its process is ended after *grace* seconds."""
        with contextlib.suppress(OSError):  # it has just ended by itself
            self._channel.send("stop")
        if self._timer is None and self.is_running:
            self._timer = threading.Timer(grace, self._overrun)
            self._timer.daemon = True
            self._timer.start()

    def terminate(self) -> None:
        """End the work and every process it started; no message arrives after this returns."""
        self._is_silenced = True
        self._end()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout=_LAST_WORD)

    def _overrun(self) -> None:
        self._has_overrun = True
        self._end()

    def _end(self) -> None:
        with self._ending:
            if self._process.is_alive():
                _signal_group(self._process.pid, signal.SIGTERM)
                self._process.terminate()
                wait([self._process.sentinel], _LAST_WORD)
                if sys.platform != "win32":
                    _signal_group(self._process.pid, signal.SIGKILL)
                self._process.kill()
            self._process.join()

    def _listen(self) -> None:
        try:
            message = self._next()
            while isinstance(message, Progress):
                self._tell(message)
                message = self._next()
        finally:
            if self._timer is not None:
                self._timer.cancel()
        wait([self._process.sentinel], GRACE)  # a work that is done has nothing left to do
        self._end()
        self._channel.close()
        self._tell(message)

    def _next(self) -> Message:
        try:
            message = self._channel.recv()
        except (EOFError, OSError):  # OSError: it died in the middle of a message
            return self._died()
        except Exception as error:  # noqa: BLE001 - what it sent cannot be made here
            return _mistake(error)
        return message if isinstance(message, Progress | Finished | Failed) else self._died()

    def _died(self) -> Failed:
        if self._has_overrun:
            return Failed("The work was stopped; what was finished before is kept.")
        wait([self._process.sentinel], _LAST_WORD)
        with self._ending:
            if sys.platform != "win32" and self._process.exitcode is None:
                _signal_group(self._process.pid, signal.SIGKILL)  # what it started dies with it
            self._process.join(_LAST_WORD)
            code = self._process.exitcode
        return Failed(
            "The work ended unexpectedly; what was finished before is kept.", f"exit code {code}"
        )

    def _tell(self, message: Message) -> None:
        if not self._is_silenced:
            self._listener(message)


def _signal_group(leader: int | None, number: int) -> None:
    """Signal the process *leader* and those it started, where the system has groups of them."""
    if sys.platform != "win32" and leader is not None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, number)


def _mistake(error: BaseException) -> Failed:
    reason = f"The work was stopped by a mistake in Sanad ({type(error).__name__}: {error})."
    return Failed(reason, "".join(traceback.format_exception(error)))


def _run(channel: Connection, work: Callable[..., object], args: tuple[object, ...]) -> None:
    refuse_connections()
    if sys.platform != "win32":
        os.setpgid(0, 0)  # so that this process can be ended together with its children
    stop = threading.Event()
    threading.Thread(target=_heed, args=(channel, stop), name="job-orders", daemon=True).start()

    def report(done: int, total: int, note: str = "") -> bool:
        try:
            channel.send(Progress(done, total, note))
        except OSError:  # nobody listens any more
            stop.set()
        return not stop.is_set()

    message: Message
    try:
        message = Finished(work(*args, report))
    except SanadError as error:
        message = Failed(str(error), traceback.format_exc())
    except Exception as error:  # noqa: BLE001 - the edge of the process: the parent decides
        message = _mistake(error)
    with contextlib.suppress(OSError):
        try:
            channel.send(message)
        except (TypeError, AttributeError, ValueError, pickle.PicklingError) as error:
            channel.send(_mistake(error))  # the result cannot be pickled


def _heed(channel: Connection, stop: threading.Event) -> None:
    """Wait for the order to stop; without a parent, end after the grace that it would give."""
    try:
        channel.recv()
        stop.set()
        channel.recv()
    except (EOFError, OSError):
        stop.set()
        threading.Event().wait(GRACE)
        if sys.platform != "win32":
            _signal_group(os.getpid(), signal.SIGKILL)
        os._exit(1)
