"""The real window, as a person has it in front of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from sanad.ui.app import Desk
from sanad.ui.local_search import LocalClient
from sanad.ui.main_window import MainWindow


@pytest.fixture
def desks(qapp: QApplication) -> Iterator[list[Desk]]:
    """Collect the desks that a journey makes, and close their windows after it."""
    made: list[Desk] = []
    yield made
    for desk in made:
        desk.window.close()
        desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qapp: QApplication, desks: list[Desk], sample: Path, qtbot) -> MainWindow:
    """Return the window on the sample library, in front and with the focus."""
    return opened(qapp, desks, sample, qtbot)


def opened(qapp: QApplication, desks: list[Desk], library: Path | None, qtbot) -> MainWindow:
    """Return a window on *library* (None: as on the very first start)."""
    desk = Desk(qapp, LocalClient)
    desks.append(desk)
    desk.window.resize(1440, 900)
    desk.window.show()
    desk.start(library)
    desk.window.activateWindow()
    qtbot.waitUntil(lambda: desk.window.reader.current is not None)
    qtbot.waitUntil(desk.window.isActiveWindow)
    return desk.window
