"""Words of the same family, left out by a switch and by their chip."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from sanad.ui.main_window import MainWindow


def search(qtbot, window: MainWindow, query: str) -> int:
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask(query)
    return window.results.model.rowCount()


def chips(window: MainWindow) -> list[QToolButton]:
    shown = window.read_back.findChildren(QToolButton)
    return [chip for chip in shown if chip.objectName().startswith("stem:")]


def test_exact_words_are_searched_until_it_is_switched_off(qtbot, window: MainWindow):
    assert search(qtbot, window, "organisation") == 3
    with qtbot.waitSignal(window.finder.answered):
        window.commands["exact_words"].trigger()
    assert window.results.model.rowCount() == 2
    window.commands["clear_search"].trigger()
    assert search(qtbot, window, "organisation") == 2
    with qtbot.waitSignal(window.finder.answered):
        window.commands["exact_words"].trigger()
    assert window.results.model.rowCount() == 3


def test_a_dropped_chip_stays_dropped_while_the_query_grows(qtbot, window: MainWindow):
    assert search(qtbot, window, "organisation") == 3
    (chip,) = chips(window)
    with qtbot.waitSignal(window.finder.answered):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.results.model.rowCount() == 2
    assert search(qtbot, window, "organisation digital") == 2
    search(qtbot, window, "digital")
    assert search(qtbot, window, "organisation") == 3
