"""Every test of the window has the application that the window would have."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Make it before a test can make a lesser one, since a process can have one only."""
