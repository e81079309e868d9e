"""Every control has a name, is reached by keyboard, shows its focus, and fits at 200 %."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget

from sanad.ui.app import Desk
from sanad.ui.main_window import MainWindow
from sanad.ui.theme import Theme


def shown(window: QWidget) -> Iterator[QWidget]:
    """Return the widgets on screen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def controls(window: QWidget) -> list[QWidget]:
    """Return the widgets on screen that take the focus by keyboard."""
    return [
        widget
        for widget in shown(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


def spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


@pytest.fixture
def searched(qtbot, window: MainWindow) -> MainWindow:
    window.resize(1440, 900)
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask("digital policy")
    window.messages.show_error("Something went wrong.", "details")
    window.commands["find"].trigger()
    window.toast.say("Removed", "Undo", lambda: None)
    return window


def test_every_control_has_a_spoken_name(searched: MainWindow):
    unnamed = [describe(widget) for widget in controls(searched) if not spoken_name(widget)]
    assert unnamed == []


def test_every_dialog_names_its_controls(qtbot, searched: MainWindow):
    for id in ("help", "palette", "print"):
        before = set(QApplication.topLevelWidgets())
        searched.commands[id].trigger()
        dialogs = [
            one
            for one in set(QApplication.topLevelWidgets()) - before
            if isinstance(one, QDialog) and not isinstance(one, QMenu)
        ]
        assert dialogs, id
        for dialog in dialogs:
            assert [describe(one) for one in controls(dialog) if not spoken_name(one)] == []
            dialog.close()


def test_tab_reaches_every_control(qtbot, searched: MainWindow):
    chain, widget = set(), searched.search_box
    for _ in range(2_000):
        chain.add(widget)
        widget = widget.nextInFocusChain()
    assert [describe(one) for one in controls(searched) if one not in chain] == []


def test_every_control_looks_different_with_the_focus(qtbot, searched: MainWindow):
    searched.activateWindow()
    qtbot.waitUntil(searched.isActiveWindow)
    searched.results.mark(0)
    alike = []
    for widget in controls(searched):
        searched.setFocus()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.grab().toImage() == without:
            alike.append(describe(widget))
    assert alike == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut_off(qtbot, searched: MainWindow, desk: Desk, scale: float):
    theme = Theme.load("light", scale)
    desk.look._app.setFont(theme.interface_font())
    desk.look._app.setStyleSheet(theme.stylesheet())
    searched.set_theme(theme)
    searched.resize(round(1440 * scale), round(900 * scale))
    searched.reset_layout()
    QApplication.processEvents()
    cut = [describe(widget) for widget in shown(searched) if is_cut(widget)]
    desk.look.choose("light")
    assert cut == []


def is_cut(widget: QWidget) -> bool:
    """Whether a label or a button has less room than its text takes."""
    fitting: Callable[[QWidget], bool] = lambda one: one.toolTip() == one.accessibleName() != ""  # noqa: E731
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.text() or fitting(widget):
        return False
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    return needed.height() > widget.height() + 1 or needed.width() > widget.width() + 1
