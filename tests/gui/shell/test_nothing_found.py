"""Nothing found: why, what may have been meant, and what less would find, each one press away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sanad.ui.main_window import MainWindow


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    found = window.results.empty.findChildren(QPushButton)
    return {button.accessibleName(): button for button in found if button.isVisible()}


def search(qtbot, window: MainWindow, query: str) -> None:
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask(query)


def test_the_query_that_was_meant_is_one_press_away(qtbot, window: MainWindow):
    search(qtbot, window, "digitall sovereignty")
    with qtbot.waitSignal(window.finder.answered):
        qtbot.mouseClick(buttons(window)["Did you mean digital?"], Qt.MouseButton.LeftButton)
    assert window.search_box.text() == "digital"
    assert window.results.model.rowCount() == 5


def test_what_is_found_without_a_word_is_said_and_one_press_away(qtbot, window: MainWindow):
    search(qtbot, window, "digital sovereignty")
    with qtbot.waitSignal(window.finder.answered):
        qtbot.mouseClick(
            buttons(window)["Without sovereignty: 5 articles"], Qt.MouseButton.LeftButton
        )
    assert window.search_box.text() == "digital"


def test_a_long_query_does_not_widen_the_list(qtbot, window: MainWindow):
    search(qtbot, window, "digital zzyzx")
    before = window.results.width()
    search(qtbot, window, "digital " + "sovereignty" * 20)
    assert window.results.width() == before
    assert window.results.minimumSizeHint().width() <= before


def test_filters_that_leave_nothing_can_be_dropped_alone(qtbot, window: MainWindow):
    search(qtbot, window, "corridor")
    with qtbot.waitSignal(window.finder.answered):
        window.finder.choose_years(("1999",))
    with qtbot.waitSignal(window.finder.answered):
        qtbot.mouseClick(buttons(window)["Drop the filters"], Qt.MouseButton.LeftButton)
    assert window.search_box.text() == "corridor"
    assert window.results.model.rowCount() == 1
