"""J18: every control has a name, can be reached by keyboard, and is not clipped when enlarged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from sanad.ui.main_window import MainWindow


def reachable(window: MainWindow) -> list[QWidget]:
    """Return what the Tab key visits in the window, once round."""
    start = window.search_box
    visited: list[QWidget] = [start]
    widget = start.nextInFocusChain()
    while widget is not start:
        can = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if can and widget.isVisible() and widget.isEnabled() and widget.window() is window:
            visited.append(widget)
        widget = widget.nextInFocusChain()
    return visited


def test_every_control_has_a_name(window: MainWindow):
    nameless = [
        (type(widget).__name__, widget.objectName(), type(widget.parent()).__name__)
        for widget in reachable(window)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_main_panes_are_reached_by_tab(window: MainWindow):
    visited = reachable(window)
    for pane in (window.search_box, window.library, window.results, window.reader,
                 window.initiatives, window.entities):  # fmt: skip
        assert any(pane is one or pane.isAncestorOf(one) for one in visited), pane


def test_f6_goes_round_the_panes(window: MainWindow, qtbot):
    seen: list[QWidget] = []
    for _ in range(8):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    panes = (window.library, window.results, window.reader, window.initiatives, window.entities)
    for pane in panes:
        assert any(pane is one or pane.isAncestorOf(one) for one in seen), pane


def clipped(window: MainWindow) -> list[str]:
    """Return the texts of labels and buttons that are wider or higher than their room."""
    texts = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not (
            widget.isVisible() and widget.height()
        ):
            continue
        text = widget.text()
        if isinstance(widget, QToolButton) and (
            widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        ):
            continue
        if not text or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        size = QFontMetrics(widget.font()).size(Qt.TextFlag.TextShowMnemonic, text)
        if size.width() > widget.width() + 1 or size.height() > widget.height() + 1:
            texts.append(f"{text} {size.toTuple()} in {widget.size().toTuple()}")
    return texts


def test_nothing_is_clipped(window: MainWindow):
    assert clipped(window) == []


_AT_200 = """
import os, sys
from pathlib import Path
sys.path.insert(0, str(Path({tests!r}).parent))
from PySide6.QtTest import QTest
from tests.journeys.test_j18_accessibility import clipped
from sanad.ui.app import Desk, application
from sanad.ui.local_search import LocalClient
desk = Desk(application(), LocalClient)
desk.window.resize(1440, 900)
desk.window.show()
desk.start(Path({library!r}))
QTest.qWait(200)
assert desk.window.devicePixelRatioF() == 2.0 or {fonts!r}
print(clipped(desk.window))
desk.window.close()
"""


@pytest.mark.parametrize("fonts", [False, True])
def test_nothing_is_clipped_at_200_percent(sample: Path, fonts: bool):
    tests = str(Path(__file__).parents[1])
    code = _AT_200.format(library=str(sample), tests=tests, fonts=fonts)
    # Either the whole screen is scaled, or the text alone, by the resolution it is drawn for.
    scale = {"QT_FONT_DPI": "192"} if fonts else {"QT_SCALE_FACTOR": "2"}
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | scale,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "[]"), run.stderr
