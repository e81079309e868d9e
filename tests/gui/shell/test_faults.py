"""Our own bugs end in a sentence and a log, never in a traceback on the screen."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanad.errors import SanadError
from sanad.ui.faults import FaultLog


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def faults(tmp_path: Path, told: list[tuple[str, str]]) -> Iterator[FaultLog]:
    log = FaultLog(tmp_path)
    log.tell = lambda sentence, details: told.append((sentence, details))
    yield log
    log.close()


def raise_and_hook(error: Exception) -> None:
    try:
        raise error
    except (SanadError, ZeroDivisionError) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_unexpected_error_is_a_sentence_with_the_details_in_the_log(
    faults: FaultLog, told: list[tuple[str, str]]
):
    raise_and_hook(ZeroDivisionError("no"))
    ((sentence, details),) = told
    assert "Traceback" not in sentence
    assert str(faults.path) in sentence
    assert "ZeroDivisionError" in details
    assert "ZeroDivisionError" in faults.path.read_text("utf-8")


def test_an_error_of_ours_speaks_for_itself(faults: FaultLog, told: list[tuple[str, str]]):
    raise_and_hook(SanadError("The library is full."))
    assert told[0][0] == "The library is full."


def test_closing_gives_the_hooks_back(tmp_path: Path):
    before = sys.excepthook, list(logging.getLogger().handlers)
    FaultLog(tmp_path).close()
    assert (sys.excepthook, logging.getLogger().handlers) == before
