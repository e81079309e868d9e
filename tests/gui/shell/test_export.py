"""Exporting what is listed, from the menu to the file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from sanad.ui.export_flow import _file_name
from sanad.ui.main_window import MainWindow


def test_the_results_are_saved_where_the_reader_says(qtbot, window: MainWindow, tmp_path: Path):
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask("digital")
    window.commands["export_results"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("digital.csv")
    path = tmp_path / "found.csv"
    with qtbot.waitSignal(window.background.idle, timeout=20_000):
        dialog.fileSelected.emit(str(path))
        dialog.done(QFileDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: window.toast.sentence == "5 results saved in found.csv")
    assert path.read_bytes().count(b"\r\n") >= 6


def test_a_list_that_was_not_searched_can_be_exported_too(window: MainWindow):
    listed = window.finder.listed_articles()
    assert (listed.title, len(listed.hits), listed.query) == ("All articles", 5, None)


def test_without_articles_in_the_list_there_is_nothing_to_export(qtbot, window: MainWindow):
    assert window.commands["export_results"].isEnabled()
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask("zzyzx")
    assert not window.commands["export_results"].isEnabled()
    window.finder.go_to("initiatives")
    assert not window.commands["export_results"].isEnabled()


def test_a_query_makes_a_name_that_every_system_takes():
    assert _file_name('place:"Saudi Arabia" a/b\\c') == "place Saudi Arabia a b c"
    assert _file_name("...") == "results"
