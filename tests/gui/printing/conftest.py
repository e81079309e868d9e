"""What the tests of printing share."""

import importlib.util
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from sanad.library.records import EntityKind
from sanad.summaries.briefing import Briefing
from sanad.summaries.compose import Contents, briefing_of_article, briefing_of_summaries
from sanad.ui.printing.pages import Pages, Paper
from sanad.ui.theme import Theme

MADE_ON = date(2026, 11, 21)
NAMES = {"Pakistan": EntityKind.PLACE, "DCO": EntityKind.ORGANISATION}
KEPT = {"a pivotal leadership role": "Whose words? #check", "Saudi Arabia in 2020": ""}


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """Return the module that makes articles: ``make.reading(text)``, ``make.seed(2)``."""
    path = Path(__file__).parents[2] / "unit" / "summaries" / "readings.py"
    spec = importlib.util.spec_from_file_location("readings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """Return the theme of daylight."""
    return Theme.load("light")


@pytest.fixture
def article(make: ModuleType) -> Briefing:
    """Return the first seed in full, with marks and a note."""
    reading = make.seed(0, names=NAMES, kept=KEPT)
    contents = Contents(underlines=True, names=True)
    return briefing_of_article(reading, contents, library="Sample", made_on=MADE_ON)


@pytest.fixture
def digest(make: ModuleType) -> Briefing:
    """Return a digest of all seeds."""
    readings = [make.seed(number, names=NAMES) for number in range(5)]
    return briefing_of_summaries(
        readings,
        Contents(names=True),
        title="Digital partnerships",
        library="Sample",
        made_on=MADE_ON,
    )


@pytest.fixture
def lay_out(theme: Theme) -> Callable[..., Pages]:
    """Return what lays a briefing out on A4, or on another paper."""

    def pages(briefing: Briefing, paper: Paper = Paper.A4) -> Pages:
        return Pages(briefing, theme, paper)

    return pages
