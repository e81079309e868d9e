"""Work that tests send to another process; it must be found there by its name."""

import time
from collections.abc import Callable


def count(upto: int, report: Callable[..., bool]) -> int:
    for done in range(upto):
        if not report(done, upto, f"number {done}"):
            return done
    return upto


def never_end(report: Callable[..., bool]) -> None:
    while True:
        report(0, 0, "still at it")
        time.sleep(0.01)


def refuse(report: Callable[..., bool]) -> None:
    raise ValueError("no")
