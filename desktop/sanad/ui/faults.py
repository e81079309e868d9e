"""Our own bugs: a sentence for the reader, the details in a local log, nothing lost."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from sanad.errors import SanadError

_log = logging.getLogger(__name__)
_LOG_BYTES = 1_000_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

Tell = Callable[[str, str], None]
"""Is told a sentence, and details for whoever is asked for help."""


class FaultLog:
    """Writes what goes wrong to a folder, and tells the window; undone by `close`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "sanad.log"
        self.tell: Tell = lambda _sentence, _details: None
        self._handler = RotatingFileHandler(
            self.path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
        )
        logging.getLogger().addHandler(self._handler)
        self._crashes: TextIO = (folder / "crash.log").open("w", encoding="utf-8")
        faulthandler.enable(self._crashes)
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log *error* and say it in a sentence; ours speaks for itself."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, SanadError):
            _log.warning("%s", error, exc_info=(kind, error, trace))
            self.tell(str(error), details)
            return
        _log.error("unexpected: %s", error, exc_info=(kind, error, trace))
        sentence = f"Something went wrong in Sanad. Your work is kept; details are in {self.path}."
        self.tell(sentence, details)

    def close(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook, threading.excepthook = self._hooks
        faulthandler.disable()
        self._crashes.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _take_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            # Only logged: a window may be touched from its own thread alone.
            trace = (fault.exc_type, fault.exc_value, fault.exc_traceback)
            _log.error("unexpected, in a thread: %s", fault.exc_value, exc_info=trace)
