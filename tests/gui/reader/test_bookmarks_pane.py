from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from sanad.ui.panes.bookmarks import BookmarkRow, BookmarksPane
from sanad.ui.theme import Theme


@pytest.fixture
def pane(in_sight, theme) -> BookmarksPane:
    return in_sight(BookmarksPane(theme))


@pytest.fixture
def rows(library) -> list[BookmarkRow]:
    malaysia, long = library.malaysia, library.long
    later = library.bookmark(malaysia, "Both ministers", "", "dialogue")
    first = library.bookmark(malaysia, "Officials noted", "Check it", "malaysia", "digital")
    other = library.bookmark(long, "Paragraph 7 speaks")
    return [
        BookmarkRow(replace(later, created_at=later.created_at + timedelta(days=1)),
                    malaysia.article),
        BookmarkRow(first, malaysia.article),
        BookmarkRow(replace(other, created_at=other.created_at + timedelta(days=2)), long.article),
    ]  # fmt: skip


def quotes(pane: BookmarksPane) -> list[str]:
    return [pane.model.index(row).data() for row in range(pane.model.rowCount())]


def test_the_article_lists_its_own_in_the_order_of_the_text(pane, rows):
    pane.show_bookmarks(rows, 2)

    assert quotes(pane) == ["Officials noted", "Both ministers"]


def test_the_library_lists_all_the_newest_first(pane, rows):
    pane.show_bookmarks(rows, 2)
    pane.everywhere.click()

    assert quotes(pane) == ["Paragraph 7 speaks", "Both ministers", "Officials noted"]
    pane.here.click()
    assert len(quotes(pane)) == 2


def test_the_filter_looks_at_quote_note_tags_and_title(pane, rows, qtbot):
    pane.show_bookmarks(rows, 2)
    pane.everywhere.click()
    for words, expected in (
        ("check", ["Officials noted"]),
        ("DIALOGUE", ["Both ministers"]),
        ("a long", ["Paragraph 7 speaks"]),
        ("ministers", ["Both ministers"]),
    ):
        pane.filter.setText(words)
        assert quotes(pane) == expected
    pane.filter.setText("nowhere")
    assert pane.empty.isVisible()


def test_enter_goes_to_the_passage(pane, rows, qtbot):
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[1].bookmark.id)
    with qtbot.waitSignal(pane.passage_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert asked.args == [2, rows[1].bookmark.span]


def test_a_passage_that_was_not_found_again_is_never_pointed_at(pane, rows, qtbot):
    pane.show_bookmarks([rows[0], replace(rows[1], is_adrift=True)], 2)
    spoken = pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Officials noted. Not found in the present text. Note: Check it")
    with qtbot.waitSignal(pane.passage_requested) as asked:
        pane.view.chosen.emit(pane.model.index(0), False)

    assert asked.args == [2, None]


def test_a_note_is_written_by_keys_alone(pane, rows, qtbot):
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[1].bookmark.id)
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    field = pane.note_editor.field
    assert field.toPlainText() == "Check it"
    qtbot.keyClicks(field, "Checked")
    with qtbot.waitSignal(pane.note_changed) as changed:
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert changed.args == [rows[1].bookmark.id, "Checked"]


def test_ctrl_enter_and_del_are_not_left_to_the_window(pane, rows, qtbot):
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[1].bookmark.id)
    ctrl = Qt.KeyboardModifier.ControlModifier
    for widget, key, modifier in (
        (pane.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (pane.note_editor.field, Qt.Key.Key_Return, ctrl),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()


def test_tags_are_written_parted_by_commas(pane, rows, qtbot):
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[1].bookmark.id)
    qtbot.keyClick(pane.view, Qt.Key.Key_T)
    field = pane.tags_editor.field
    assert field.toPlainText() == "malaysia, digital"
    qtbot.keyClicks(field, "trade, , two words")
    with qtbot.waitSignal(pane.tags_changed) as changed:
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert changed.args == [rows[1].bookmark.id, ("trade", "two words")]


def test_del_asks_to_remove(pane, rows, qtbot):
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[0].bookmark.id)
    with qtbot.waitSignal(pane.remove_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)

    assert asked.args == [rows[0].bookmark.id]


def test_a_library_that_cannot_be_written_changes_nothing(pane, rows, qtbot):
    pane.set_writable(False)
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[0].bookmark.id)
    with qtbot.assertNotEmitted(pane.remove_requested):
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
        qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    assert not pane.note_editor.isVisible()
    menu = pane.menu(pane.model.index(0))
    assert [action.isEnabled() for action in menu.actions()] == [True, True, False, False, False]
    menu.close()


def test_the_menu_copies_the_passage(pane, rows):
    pane.show_bookmarks(rows, 2)
    menu = pane.menu(pane.model.index(0))
    menu.actions()[1].trigger()
    menu.close()

    assert QGuiApplication.clipboard().text() == "Officials noted"


def test_marking_a_bookmark_of_another_article_turns_to_the_library(pane, rows):
    pane.show_bookmarks(rows, 2)
    pane.filter.setText("officials")
    pane.mark(rows[2].bookmark.id)

    assert pane.view.currentIndex().data() == "Paragraph 7 speaks"


def test_showing_bookmarks_anew_keeps_the_mark(pane, rows):
    pane.show_bookmarks(rows, 2)
    pane.mark(rows[0].bookmark.id)
    pane.show_bookmarks(rows[:1], 2)

    assert pane.view.currentIndex().data() == "Both ministers"


def test_empty_states_say_how_to_keep_a_passage(pane, rows):
    pane.show_bookmarks([], 2)
    assert pane.empty.isVisible()
    pane.show_bookmarks(rows, 4)
    assert pane.empty.isVisible()
    assert pane.everywhere.isVisible()


def test_it_paints_at_any_width_in_both_themes(pane, rows, library):
    urdu = library.article(7, "\u067e\u0627\u06a9\u0633\u062a\u0627\u0646 \u0645\u06cc\u06ba")
    mark = library.bookmark(urdu, "\u067e\u0627\u06a9\u0633\u062a\u0627\u0646", "note", "tag")
    pane.show_bookmarks([*rows, BookmarkRow(mark, urdu.article)], 2)
    pane.everywhere.click()
    for name in ("light", "dark"):
        pane.set_theme(Theme.load(name, scale=2.0))
        for width in (130, 312, 700):
            pane.resize(width, 600)
            assert not pane.grab().isNull()


def test_what_is_adrift_comes_first_and_is_found_at_once(pane, rows):
    adrift = replace(rows[0], is_adrift=True)
    pane.show_bookmarks([adrift, *rows[1:]], 3)
    assert quotes(pane) == ["Paragraph 7 speaks"]
    pane.filter.setText("paragraph")
    pane.show_adrift()

    assert quotes(pane) == ["Both ministers", "Paragraph 7 speaks", "Officials noted"]
    assert pane.view.currentIndex().row() == 0


def test_another_article_comes_into_view_with_its_own(pane, rows):
    pane.show_bookmarks(rows, 2)
    pane.show_article(3)

    assert quotes(pane) == ["Paragraph 7 speaks"]
