"""Saved searches in the left pane: what is new, opened, renamed and removed by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sanad.ui.app import Desk
from sanad.ui.main_window import MainWindow
from sanad.ui.models.library import Saved
from sanad.workspace.changes import Changes
from sanad.workspace.importing import import_files


def shown(window: MainWindow) -> list[Saved]:
    entries = map(window.library.model.entry, range(window.library.model.rowCount()))
    return [entry for entry in entries if isinstance(entry, Saved)]


def search(qtbot, window: MainWindow, query: str) -> None:
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask(query)


def mark(window: MainWindow, text: str) -> None:
    model = window.library.model
    place = next(n for n in range(model.rowCount()) if model.entry(n).text == text)
    window.library.view.setCurrentIndex(model.index(place))
    window.library.view.setFocus()


@pytest.fixture
def saved(qtbot, window: MainWindow) -> MainWindow:
    """Return the window with the search for *corridor* saved and all articles listed."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    search(qtbot, window, "corridor")
    window.commands["save_search"].trigger()
    assert window.toast.sentence == "Saved “corridor”"
    window.commands["clear_search"].trigger()
    return window


def test_without_a_query_there_is_nothing_to_save(window: MainWindow):
    assert not window.commands["save_search"].isEnabled()


def test_a_saved_search_is_asked_again_by_enter(qtbot, saved: MainWindow):
    mark(saved, "corridor")
    with qtbot.waitSignal(saved.finder.answered):
        qtbot.keyClick(saved.library.view, Qt.Key.Key_Return)
    assert saved.search_box.text() == "corridor"
    assert saved.results.model.rowCount() == 1
    assert shown(saved)[0].is_current


def test_the_same_search_is_saved_once(qtbot, saved: MainWindow):
    search(qtbot, saved, " corridor ")
    saved.commands["save_search"].trigger()
    assert saved.toast.sentence == "Already saved as “corridor”"
    assert len(shown(saved)) == 1


def test_what_came_in_since_the_last_look_is_counted_until_it_is_looked_at(
    qtbot, saved: MainWindow, tmp_path: Path
):
    path = tmp_path / "new.txt"
    path.write_text("A corridor of trees was planted along the new canal.\n", encoding="utf-8")
    report = import_files(saved.workspace.library, [path], lambda *_: True)
    saved.workspace.changes.announce(Changes(articles=report.articles))
    qtbot.waitUntil(lambda: shown(saved)[0].new == 1)
    index = saved.library.model.index(
        next(n for n in range(9) if saved.library.model.entry(n).text == "corridor")
    )
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "corridor, 1 new"
    mark(saved, "corridor")
    qtbot.keyClick(saved.library.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(saved)[0].new == 0)


def test_what_came_in_while_the_window_was_closed_is_new_at_the_next_start(
    qtbot, desk: Desk, saved: MainWindow, tmp_path: Path
):
    path = tmp_path / "new.txt"
    path.write_text("A corridor of trees was planted along the new canal.\n", encoding="utf-8")
    folder = saved.workspace.library.folder
    import_files(saved.workspace.library, [path], lambda *_: True)
    desk._replace_window()
    desk.open(folder)
    qtbot.waitUntil(lambda: [one.new for one in shown(desk.window)] == [1])


def test_f2_renames_it_in_its_row(qtbot, saved: MainWindow):
    mark(saved, "corridor")
    qtbot.keyClick(saved.library.view, Qt.Key.Key_F2)
    editor = saved.library.view.findChild(QLineEdit)
    editor.setText("Corridors")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.text for one in shown(saved)] == ["Corridors"])
    saved.commands["undo"].trigger()
    assert [one.text for one in shown(saved)] == ["corridor"]


def test_del_removes_it_and_no_article_and_undo_brings_it_back(qtbot, saved: MainWindow):
    mark(saved, "corridor")
    qtbot.keyClick(saved.library.view, Qt.Key.Key_Delete)
    assert shown(saved) == []
    assert len(saved.opened.catalogue) == 5
    qtbot.waitUntil(saved.commands["undo"].isEnabled)
    saved.commands["undo"].trigger()
    assert [one.text for one in shown(saved)] == ["corridor"]
