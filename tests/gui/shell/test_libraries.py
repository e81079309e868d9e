"""The recent libraries, and making one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from sanad import settings
from sanad.errors import LibraryError
from sanad.library.store import Library
from sanad.ui.libraries import Libraries


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def libraries(window: QWidget) -> Libraries:
    return Libraries(window)


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


def test_a_new_library_is_made_where_the_reader_says(
    qtbot, libraries: Libraries, tmp_path: Path, monkeypatch
):
    answer_with(monkeypatch, tmp_path / "Politics")
    with qtbot.waitSignal(libraries.library_chosen) as chosen:
        libraries.ask_for_new()
    assert chosen.args == [tmp_path / "Politics.sanad"]
    with Library.open(tmp_path / "Politics.sanad") as library:
        assert library.name == "Politics"


def test_a_folder_with_files_in_it_is_not_taken_for_a_new_library(
    libraries: Libraries, tmp_path: Path, monkeypatch
):
    (tmp_path / "Full.sanad").mkdir()
    (tmp_path / "Full.sanad" / "letter.txt").write_text("mine", "utf-8")
    answer_with(monkeypatch, tmp_path / "Full.sanad")
    with pytest.raises(LibraryError, match="not empty"):
        libraries.ask_for_new()


def test_recent_libraries_are_offered_and_a_missing_one_can_be_located(
    qtbot, libraries: Libraries, window: QWidget, tmp_path: Path, monkeypatch
):
    here, gone, open_now = (tmp_path / f"{name}.sanad" for name in ("Here", "Gone", "Now"))
    for folder in (here, open_now):
        Library.create(folder, folder.stem).close()
    chosen = settings.Settings(recent_libraries=(open_now, here, gone))
    settings.save(chosen)
    menu = QMenu(window)
    libraries.fill_recent(menu, open_now)
    texts = {entry.text().strip(): entry for entry in menu.actions()}
    assert list(texts) == ["Here", "Gone (not found)", "Locate…"]
    assert not texts["Gone (not found)"].isEnabled()
    with qtbot.waitSignal(libraries.library_chosen) as asked:
        texts["Here"].trigger()
    assert asked.args == [here]
    answer_with(monkeypatch, tmp_path / "Moved.sanad")
    with qtbot.waitSignal(libraries.library_chosen) as asked:
        texts["Locate…"].trigger()
    assert asked.args == [tmp_path / "Moved.sanad"]


def test_cancelling_a_dialog_asks_for_nothing(qtbot, libraries: Libraries, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    with (
        qtbot.assertNotEmitted(libraries.library_chosen),
        qtbot.assertNotEmitted(libraries.files_chosen),
    ):
        libraries.ask_for_library()
        libraries.ask_for_files()
        libraries.ask_for_folder()
