"""J6: reading and moving about by the keyboard alone; back means back to the very place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sanad.text.fold import folded
from sanad.ui.app import Desk
from sanad.ui.main_window import MainWindow

from .conftest import opened

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(qtbot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focus: QWidget = window.focusWidget() or window
    qtbot.keyClick(focus, key, modifiers)


def search(qtbot, window: MainWindow, query: str) -> None:
    press(qtbot, window, Qt.Key.Key_L, CONTROL)
    qtbot.keyClicks(window.focusWidget(), query)
    qtbot.waitUntil(
        lambda: window.finder.answer is not None and window.finder.answer.request.text == query
    )
    press(qtbot, window, Qt.Key.Key_Return)
    first = window.finder.answer.hits[0].article
    qtbot.waitUntil(lambda: window.reader.current.article.id == first)


def scroll(window: MainWindow) -> int:
    return window.reader.pages.current.view.verticalScrollBar().value()


def test_hits_results_and_history_are_stepped_by_keys(window: MainWindow, qtbot):
    search(qtbot, window, "digital")
    first = window.reader.current.article.id
    for _ in range(6):
        press(qtbot, window, Qt.Key.Key_F3)
    here, hit = scroll(window), window.facts.hit.text()
    assert hit.startswith("hit 7 of ")

    press(qtbot, window, Qt.Key.Key_Down, ALT)
    second = window.reader.current.article.id
    assert second == window.finder.answer.hits[1].article
    press(qtbot, window, Qt.Key.Key_F3)
    second_hit = window.facts.hit.text()
    press(qtbot, window, Qt.Key.Key_Down, ALT)
    assert window.reader.current.article.id == window.finder.answer.hits[2].article

    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert (window.reader.current.article.id, window.facts.hit.text()) == (second, second_hit)
    press(qtbot, window, Qt.Key.Key_Left, ALT)
    assert (window.reader.current.article.id, window.facts.hit.text()) == (first, hit)
    assert scroll(window) == here
    press(qtbot, window, Qt.Key.Key_Right, ALT)
    assert (window.reader.current.article.id, window.facts.hit.text()) == (second, second_hit)


def test_an_entity_is_followed_to_another_article(window: MainWindow, qtbot):
    search(qtbot, window, "Beijing")
    followed = next(one for one in window.reader.current.mentions if "Khawaja" in one.name)
    window.entities.entity_requested.emit(followed.entity, followed.name)
    qtbot.waitUntil(lambda: window.finder.answer.total == 2)
    others = {hit.article for hit in window.finder.answer.hits}
    assert window.reader.current.article.id in others


def test_the_find_bar_counts_what_stands_in_the_text(window: MainWindow, qtbot):
    search(qtbot, window, "Malaysia")
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(window.focusWidget(), "policy")
    expected = folded(window.reader.current.version.text).count("policy")
    qtbot.waitUntil(lambda: window.facts.hit.text().endswith(f" of {expected}"))
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.reader.find_bar.isVisible()
    assert window.isVisible()


def test_tabs_come_back_after_a_restart(
    window: MainWindow, qapp: QApplication, desks: list[Desk], sample: Path, qtbot
):
    search(qtbot, window, "Malaysia")
    search(qtbot, window, "Beijing")
    press(qtbot, window, Qt.Key.Key_L, CONTROL)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return, CONTROL)
    tabs = [page.article for page in window.reader.pages]
    shown = window.reader.current.article.id
    window.close()

    again = opened(qapp, desks, sample, qtbot)
    assert [page.article for page in again.reader.pages] == tabs
    assert again.reader.current.article.id == shown


def test_a_passage_is_kept_by_keys_and_still_there_after_a_restart(
    window: MainWindow, qapp: QApplication, desks: list[Desk], sample: Path, qtbot
):
    search(qtbot, window, "MyDigital")
    press(qtbot, window, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: len(window.reader.current.bookmarks) == 1)
    kept = window.reader.current.bookmarks[0]
    window.close()

    again = opened(qapp, desks, sample, qtbot)
    search(qtbot, again, "MyDigital")
    assert again.reader.current.bookmarks == (kept,)
    press(qtbot, again, Qt.Key.Key_B, CONTROL)
    assert again.bookmarks.isVisible()
