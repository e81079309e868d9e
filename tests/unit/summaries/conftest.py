"""What the tests of summaries share."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """Return the module that makes articles: ``make.reading(text)``, ``make.seed(2)``."""
    path = Path(__file__).with_name("readings.py")
    spec = importlib.util.spec_from_file_location("readings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
