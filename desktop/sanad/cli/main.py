"""Runs one command: reads the arguments, opens the library, prints the answer or the error."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence

from sanad.cli import analysing, asking, keeping, opening, setting_up
from sanad.cli.arguments import parser
from sanad.cli.result import Result, Status
from sanad.errors import NotFoundError, SanadError
from sanad.workspace.opening import Workspace

_log = logging.getLogger(__name__)

_WITHOUT_LIBRARY: dict[str, Callable[[argparse.Namespace], Result]] = {
    "analyse": analysing.analyse,
    "selfcheck": setting_up.selfcheck,
    "tour": opening.tour,
    "open": opening.open_window,
    "paths": setting_up.paths,
}
_READING: dict[str, Callable[[Workspace, argparse.Namespace], Result]] = {
    "search": asking.search,
    "show": asking.show,
    "entities": asking.entities,
    "initiatives": asking.initiatives,
    "summary": asking.summary,
    "brief": asking.brief,
    "bookmarks": keeping.bookmarks,
}
_WRITING: dict[str, Callable[[Workspace, argparse.Namespace], Result]] = {
    "import": keeping.import_paths,
    "bookmarks add": keeping.add_bookmark,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command named by *argv* and return its exit status."""
    _speak_utf8()
    arguments = parser().parse_args(argv if argv is not None else sys.argv[1:] or ["open"])
    try:
        result = _run(arguments)
        result.print(getattr(arguments, "format", "text"))
        return result.status
    except NotFoundError as error:
        return _complain(str(error), Status.NOTHING_FOUND)
    except SanadError as error:
        return _complain(str(error), Status.FAILED)
    except KeyboardInterrupt:
        return _complain("Stopped.", Status.FAILED)
    except BrokenPipeError:
        # The reader of our output went away (`sanad search … | head`): nothing to tell anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.DONE
    except Exception as error:  # noqa: BLE001 - the edge: nobody is shown a traceback
        _log.debug("command failed", exc_info=True)
        return _complain(f"Sanad failed: {type(error).__name__}: {error}", Status.FAILED)


def _run(arguments: argparse.Namespace) -> Result:
    command = arguments.command or "open"
    if command == "bookmarks" and arguments.action:
        command = f"bookmarks {arguments.action}"
    if command in _WITHOUT_LIBRARY:
        return _WITHOUT_LIBRARY[command](arguments)
    if command in _WRITING:
        with opening.for_writing(arguments.library, may_create=command == "import") as workspace:
            return _WRITING[command](workspace, arguments)
    with opening.for_reading(arguments.library) as workspace:
        return _READING[command](workspace, arguments)


def _complain(sentence: str, status: Status) -> int:
    print(f"sanad: {sentence}", file=sys.stderr)
    return status


def _speak_utf8() -> None:
    """Print articles in any script wherever the locale is poorer than they are."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
