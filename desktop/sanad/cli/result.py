"""What a command answers, and how it is printed."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Status(IntEnum):
    """Exit statuses, as documented in ``docs/cli.md``."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    SET_UP = 3
    SOME_REFUSED = 4
    FAILED = 5


@dataclass(frozen=True, slots=True)
class Result:
    """The same answer twice: as a value for programs and as lines for people."""

    value: object
    """Anything that JSON can hold."""
    lines: Iterable[str]
    status: Status = Status.DONE

    def print(self, style: str) -> None:
        """Print the answer on standard output as ``text`` or as ``json``."""
        if style == "json":
            json.dump(self.value, sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
        else:
            sys.stdout.writelines(f"{line}\n" for line in self.lines)
