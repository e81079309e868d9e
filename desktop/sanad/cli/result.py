"""What a command answers, and how it is printed."""

import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TextIO, cast

from sanad.errors import SanadError
from sanad.files import why

_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal would obey instead of showing it."""


class Status(IntEnum):
    """Exit statuses, as documented in ``docs/cli.md``."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    SET_UP = 3
    SOME_REFUSED = 4
    FAILED = 5


class OutputError(SanadError):
    """The answer could not be written where it should go."""


@dataclass(frozen=True, slots=True)
class Result:
    """The same answer twice: as a value for programs and as lines for people."""

    value: object
    """Anything that JSON can hold."""
    lines: Iterable[str]
    status: Status = Status.DONE

    def print(self, style: str) -> None:
        """Print the answer on standard output as ``text`` or as ``json``.

        Raises `BrokenPipeError` when its reader has gone, `OutputError` when it cannot be written.
        """
        if style == "json":
            answer = f"{json.dumps(self.value, ensure_ascii=False, indent=1)}\n"
        else:
            answer = "".join(f"{_one_line(line)}\n" for line in self.lines)
        try:
            if answer:
                _standard_output().write(answer)
                _standard_output().flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"The answer could not be written: {why(error)}.") from error


def complain(sentence: str) -> None:
    """Say on standard error, in one line, what is wrong."""
    # Unheard where standard error is closed or full: the exit status still says it.
    if (errors := cast("TextIO | None", sys.stderr)) is not None:
        with suppress(OSError):
            print(f"sanad: {_one_line(sentence)}", file=errors, flush=True)


def let_go_of_output() -> None:
    """Drop what standard output still holds, so that nothing fails on it again at the end."""
    with suppress(OSError, ValueError, AttributeError):  # closed, or not a file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _standard_output() -> TextIO:
    # None where the caller closed it, whatever its declared type says.
    if (output := cast("TextIO | None", sys.stdout)) is None:
        raise OutputError("The answer could not be written: standard output is closed.")
    return output


def _one_line(text: str) -> str:
    return _CONTROLS.sub("\ufffd", text.replace("\n", " "))
