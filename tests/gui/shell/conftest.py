"""The whole window on a copy of the sample library; searches run in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from sanad.ui.app import Desk
from sanad.ui.local_search import LocalClient
from sanad.ui.main_window import MainWindow


@pytest.fixture
def desk(qapp: QApplication, qtbot) -> Iterator[Desk]:
    """Return a desk with a window that shows no library yet."""
    desk = Desk(qapp, LocalClient)
    # The screen of the tests is small, and a narrow window has no side panes.
    desk.window.resize(1440, 900)
    yield desk
    desk.window.close()
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(desk: Desk, sample: Path, qtbot) -> MainWindow:
    """Return the window on the sample library."""
    desk.window.show()
    desk.start(sample)
    qtbot.waitUntil(lambda: desk.window.library.model.rowCount() > 8)
    return desk.window
