"""Runs one command: reads the arguments, opens the library, prints the answer or the error."""

import argparse
import io
import logging
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from sanad.cli import opening
from sanad.cli.arguments import parser
from sanad.cli.result import OutputError, Result, Status, complain, let_go_of_output
from sanad.errors import NotFoundError, SanadError
from sanad.library.database import DamagedError
from sanad.offline import refuse_connections

_log = logging.getLogger(__name__)

# Named, and loaded when they run, since no command needs all that the others do.
_WITHOUT_LIBRARY: Final = {
    "analyse": "analysing.analyse",
    "selfcheck": "setting_up.selfcheck",
    "tour": "opening.tour",
    "open": "opening.open_window",
    "paths": "setting_up.paths",
}
_READING: Final = {
    "search": "searching.search",
    "show": "asking.show",
    "entities": "asking.entities",
    "initiatives": "asking.initiatives",
    "summary": "asking.summary",
    "brief": "asking.brief",
    "bookmarks": "keeping.bookmarks",
}
_WRITING: Final = {
    "import": "keeping.import_paths",
    "bookmarks add": "keeping.add_bookmark",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command named by *argv* and return its exit status."""
    refuse_connections()
    _speak_utf8()
    logging.getLogger("sanad").addHandler(logging.NullHandler())  # errors are told in sentences
    arguments = parser().parse_args(argv if argv is not None else sys.argv[1:] or ["open"])
    style = getattr(arguments, "format", "text")
    try:
        result = _failing_in_words(arguments)
        result.print(style)
        return result.status
    except BrokenPipeError:
        # The reader of our output went away (`sanad search … | head`): nothing to tell anyone.
        let_go_of_output()
        return Status.DONE
    except OutputError as error:
        let_go_of_output()
        complain(str(error))
        return Status.FAILED


def _failing_in_words(arguments: argparse.Namespace) -> Result:
    """Run the command; whatever goes wrong is a sentence, and ``null`` for programs."""
    try:
        return _run(arguments)
    except NotFoundError as error:
        complain(str(error))
        return Result(None, (), Status.NOTHING_FOUND)
    except SanadError as error:
        complain(str(error))
    except KeyboardInterrupt:
        complain("Stopped.")
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge: nobody is shown a traceback
        _log.debug("command failed", exc_info=True)
        complain(f"Sanad failed: {type(error).__name__}: {error}")
    return Result(None, (), Status.FAILED)


def _run(arguments: argparse.Namespace) -> Result:
    try:
        return _run_once(arguments)
    except DamagedError:
        # Met in the middle of the work: opening again makes anew what can be made anew.
        return _run_once(arguments)


def _run_once(arguments: argparse.Namespace) -> Result:
    command = arguments.command or "open"
    if command == "bookmarks" and arguments.action:
        command = f"bookmarks {arguments.action}"
    if command in _WITHOUT_LIBRARY:
        return _function(_WITHOUT_LIBRARY[command])(arguments)
    if command in _WRITING:
        with opening.for_writing(arguments.library, may_create=command == "import") as workspace:
            return _function(_WRITING[command])(workspace, arguments)
    with opening.for_reading(arguments.library) as workspace:
        return _function(_READING[command])(workspace, arguments)


def _function(name: str) -> Callable[..., Result]:
    module, _, function = name.partition(".")
    found: Callable[..., Result] = getattr(import_module(f"sanad.cli.{module}"), function)
    return found


def _speak_utf8() -> None:
    """Print articles in any script wherever the locale is poorer than they are."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
