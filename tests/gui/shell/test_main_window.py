"""The main job in the real window, on the sample library."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from sanad import assets, settings
from sanad.library.store import Library
from sanad.ui.app import Desk
from sanad.ui.local_search import LocalClient
from sanad.ui.main_window import MainWindow
from sanad.ui.models.library import Facet, Place
from sanad.workspace.importing import import_files
from sanad.workspace.opening import open_workspace

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def search(qtbot, window: MainWindow, query: str) -> None:
    window.search_box.clear()
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask(query)


def titles(window: MainWindow) -> list[str]:
    model = window.results.model
    return [model.row(place).title for place in range(model.rowCount())]


def places(window: MainWindow) -> dict[str, int]:
    entries = map(window.library.model.entry, range(window.library.model.rowCount()))
    return {entry.id: entry.count for entry in entries if isinstance(entry, Place)}


def test_it_begins_with_the_article_that_names_the_most_initiatives(window: MainWindow):
    stated = window.workspace.library.articles.initiative_payloads
    here = len(stated(window.reader.current.article.id))
    assert here == max(len(stated(article)) for article in range(1, 6)) > 1
    assert "Sample" in window.windowTitle()


def test_all_articles_are_listed_with_titles_that_are_no_file_names(window: MainWindow):
    assert len(titles(window)) == 5
    assert not any(title.startswith("00") for title in titles(window))


def test_a_search_lists_hits_says_how_it_was_read_and_marks_the_open_article(
    qtbot, window: MainWindow
):
    search(qtbot, window, "long-standing")
    assert window.results.model.rowCount() == 3
    assert "hit" in window.results.model.row(0).line
    assert window.results.model.row(0).excerpts[0].marks


def test_enter_in_the_box_opens_the_first_hit_at_its_first_mark(qtbot, window: MainWindow):
    search(qtbot, window, "place:Malaysia digital policy")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert "Malaysia" in window.reader.current.article.title
    assert window.facts.hit.text().startswith("hit 1 of ")


def test_f3_steps_through_the_hits_and_alt_down_to_the_next_result(qtbot, window: MainWindow):
    search(qtbot, window, "digital")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    first = window.reader.current.article.id
    window.commands["next_hit"].trigger()
    assert window.facts.hit.text().startswith("hit 2 of ")
    window.commands["next_result"].trigger()
    assert window.reader.current.article.id != first
    window.commands["back"].trigger()
    assert window.reader.current.article.id == first
    assert window.facts.hit.text().startswith("hit 2 of ")


def test_a_facet_narrows_and_its_chip_opens_again(qtbot, window: MainWindow):
    entries = map(window.library.model.entry, range(window.library.model.rowCount()))
    facet = next(e for e in entries if isinstance(e, Facet) and e.text == "South Asia")
    with qtbot.waitSignal(window.finder.answered):
        window.library.facet_toggled.emit(facet.kind, facet.id, False)
    assert window.results.model.rowCount() == facet.count
    with qtbot.waitSignal(window.finder.answered):
        window.read_back.chip_pressed.emit(f"facet\n{facet.kind}\n{facet.id}")
    assert window.results.model.rowCount() == 5


def test_nothing_found_offers_what_would_find_something(qtbot, window: MainWindow):
    search(qtbot, window, "digital zzyzx")
    assert window.results.model.rowCount() == 0
    assert window.results.empty.isVisible()


def test_esc_clears_the_search_then_goes_to_the_article_and_never_quits(qtbot, window: MainWindow):
    window.activateWindow()
    search(qtbot, window, "digital")
    window.commands["find"].trigger()
    assert window.reader.find_bar.isVisible()
    window.commands["step_out"].trigger()
    assert not window.reader.find_bar.isVisible()
    window.commands["step_out"].trigger()
    assert window.search_box.text() == ""
    assert window.results.model.rowCount() == 5
    window.commands["step_out"].trigger()
    assert window.isVisible()
    assert window.reader.isAncestorOf(window.focusWidget())


def test_reading_an_article_counts_it_as_read(qtbot, window: MainWindow):
    assert places(window)["unread"] == 4
    window.results.step(1)
    assert places(window)["unread"] == 3
    window.results.step(-1)
    assert places(window)["unread"] == 3


def test_a_passage_is_kept_listed_and_taken_back(qtbot, window: MainWindow):
    window.commands["bookmark"].trigger()
    assert places(window)["bookmarks"] == 1
    assert window.toast.sentence == "Passage kept"
    window.library.place_requested.emit("bookmarks")
    assert titles(window)[0].startswith("“")
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    window.commands["undo"].trigger()
    assert places(window)["bookmarks"] == 0
    assert window.results.empty.isVisible()


def test_a_removed_article_is_gone_until_undone(qtbot, window: MainWindow):
    title = window.reader.current.article.title
    window.commands["remove_article"].trigger()
    assert title not in titles(window)
    assert window.toast.sentence == f"Removed “{title}”"
    assert places(window)["all"] == 4
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    window.commands["undo"].trigger()
    assert title in titles(window)


def test_the_register_lists_initiatives_with_the_sentence_that_names_them(
    qtbot, window: MainWindow
):
    window.library.place_requested.emit("initiatives")
    assert "Digital Pakistan Policy" in titles(window)
    row = window.results.model.row(titles(window).index("Digital Pakistan Policy"))
    assert row.excerpts[0].marks
    window.results.row_requested.emit(titles(window).index("Digital Pakistan Policy"), False)
    assert window.reader.current.article.id == row.article


def test_copying_with_citation_names_title_source_and_sentence(qtbot, window: MainWindow):
    sentence = window.reader.current.version.sentences[2]
    window.reader.citation_requested.emit(sentence.span)
    copied = QGuiApplication.clipboard().text()
    assert window.reader.current.article.title in copied
    assert f"S{sentence.number}" in copied
    assert "source unknown" in copied


def test_the_theme_is_switched_live_and_remembered(window: MainWindow, desk: Desk):
    window.commands["theme_dark"].trigger()
    assert window.theme.is_dark
    assert window.commands["theme_dark"].isChecked()
    assert not window.commands["theme_light"].isChecked()
    assert settings.load().theme == "dark"


def test_tabs_query_and_zoom_are_there_after_a_restart(
    qtbot, window: MainWindow, desk: Desk, sample: Path, qapp: QApplication
):
    window.results.open_current(new_tab=False)
    window.results.mark(2)
    window.commands["new_tab"].trigger()
    window.commands["zoom_in"].trigger()
    search(qtbot, window, "minister")
    read = window.reader.current.article.title
    window.close()
    again = Desk(qapp, LocalClient)
    qtbot.addWidget(again.window)
    again.window.show()
    again.start(sample)
    assert again.window.reader.current.article.title == read
    assert again.window.reader.pages.count() == 2
    assert again.window.search_box.text() == "minister"
    assert again.window.facts.zoom.text() != "100 %"
    again.window.close()


def test_another_library_takes_the_place_of_the_first(
    qtbot, window: MainWindow, desk: Desk, tmp_path: Path
):
    Library.create(tmp_path / "Empty.sanad", "Empty").close()
    window.library_chosen.emit(tmp_path / "Empty.sanad")
    assert desk.window is not window
    assert "Empty" in desk.window.windowTitle()
    assert desk.window.results.empty.isVisible()
    assert not window.isVisible()
    assert settings.load().recent_libraries[0] == tmp_path / "Empty.sanad"


def test_a_library_that_cannot_be_opened_is_said_and_the_sample_shown(
    qtbot, desk: Desk, tmp_path: Path
):
    desk.window.show()
    desk.start(tmp_path / "nothing here")
    assert str(tmp_path / "nothing here") in desk.window.messages.sentence
    assert desk.window.results.model.rowCount() == 5


def test_a_library_open_elsewhere_is_shown_read_only(qtbot, desk: Desk, sample: Path):
    with open_workspace(sample):
        desk.window.show()
        desk.start(sample)
        assert "read-only" in desk.window.messages.sentence
        assert desk.window.results.model.rowCount() == 5
        assert not desk.window.commands["bookmark"].isEnabled()
        assert not desk.window.commands["import_files"].isEnabled()
        desk.window.close()


def test_dropped_files_are_imported(qtbot, window: MainWindow, tmp_path: Path, monkeypatch):
    asked: list[object] = []
    monkeypatch.setattr(window.background, "run", lambda *asks, **_: asked.append(asks))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/x")])
    event = QDropEvent(
        QPointF(100, 100), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    assert asked[0][3] == [tmp_path]


def test_what_an_import_did_is_reported(qtbot, window: MainWindow, tmp_path: Path):
    files = tmp_path / "files"
    files.mkdir()
    (files / "new.txt").write_text("Kenya agreed with Nepal on a Digital Tea Forum.", "utf-8")
    (files / "same.txt").write_bytes(assets.seeds()[2].read_bytes())
    (files / "empty.txt").write_bytes(b"")
    report = import_files(window.workspace.library, [files], lambda *_: True)
    window.opened.importing.take_report(report)
    assert window.results.model.rowCount() == 6
    assert window.toast.sentence == "Import: 1 added, 1 already there, 1 refused"
    dialog = next(
        one for one in QApplication.topLevelWidgets() if "ImportReport" in type(one).__name__
    )
    assert dialog.isVisible()
    dialog.close()


def test_side_panes_hide_and_show_and_the_layout_is_reset(window: MainWindow):
    window.docks["outline"].close()
    window.commands["side_panes"].trigger()
    assert not window.library.isVisible()
    assert not any(dock.isVisible() for dock in window.docks.values())
    window.commands["side_panes"].trigger()
    assert window.library.isVisible()
    assert window.docks["initiatives"].isVisible()
    assert window.docks["outline"].isHidden()
    window.commands["side_panes"].trigger()
    window.commands["reset_layout"].trigger()
    assert window.library.isVisible()
    assert not window.docks["outline"].isHidden()
    assert window.commands["side_panes"].isChecked()


@pytest.mark.parametrize("name", ["initiatives", "entities", "bookmarks", "outline"])
def test_every_dock_is_brought_forward_by_its_action(window: MainWindow, name: str):
    window.commands[f"show_{name}"].trigger()
    assert not window.docks[name].visibleRegion().isEmpty()


def test_f6_reaches_every_pane_and_comes_round(window: MainWindow):
    window.activateWindow()
    window.search_box.setFocus()
    reached = []
    for _ in range(7):
        window.commands["next_pane"].trigger()
        focused = window.focusWidget()
        panes = (window.library, window.results, window.reader, window.initiatives,
                 window.entities, window.search_box)  # fmt: skip
        reached += [pane for pane in panes if pane is focused or pane.isAncestorOf(focused)]
    assert set(reached) >= {window.library, window.results, window.reader, window.initiatives}
    assert reached.count(window.library) == 2
