from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sanad.library.records import EntityKind
from sanad.search.matches import MatchSpan
from sanad.text.spans import Span
from sanad.ui.panes.reader import ReaderPane


def hits(opened, words: str) -> list[MatchSpan]:
    text, found, at = opened.version.text, [], -1
    while (at := text.find(words, at + 1)) >= 0:
        found.append(MatchSpan(at, at + len(words)))
    return found


def titles(reader) -> list[str]:
    return [page.title for page in reader.pages]


def test_an_article_is_shown_in_one_tab_only(reader, library, qtbot):
    with qtbot.waitSignal(reader.article_shown) as shown:
        reader.show_article(library.malaysia)
    assert shown.args == [library.malaysia]
    reader.show_article(library.short, new_tab=True)
    reader.show_article(library.malaysia, new_tab=True)

    assert titles(reader) == ["Pakistan and Malaysia agree", "A short one"]
    assert reader.current == library.malaysia


def test_without_a_new_tab_the_current_one_shows_the_next_article(reader, library):
    reader.show_article(library.malaysia)
    reader.show_article(library.short)

    assert titles(reader) == ["A short one"]


def test_back_twice_restores_article_scroll_and_hit(reader, library, served):
    served(library.long)
    reader.set_hits(3, hits(library.long, "trade"))
    for _ in range(30):
        reader.next_hit()
    place, first = (
        reader.pages.current.place(),
        reader.pages.current.view.verticalScrollBar().value(),
    )
    assert first > 0
    served(library.malaysia)
    reader.set_hits(2, hits(library.malaysia, "digital"))
    reader.next_hit()
    served(library.short)
    reader.back()
    assert reader.current == library.malaysia
    assert reader.pages.current.hit_position == (2, 3)
    reader.back()

    assert reader.current == library.long
    assert reader.pages.current.view.verticalScrollBar().value() == pytest.approx(first, abs=2)
    assert reader.pages.current.hit_position == (31, 119)
    assert reader.pages.current.place().current == place.current
    reader.forward()
    reader.forward()
    assert reader.current == library.short


def test_back_goes_to_the_tab_that_holds_the_article(reader, library, served, qtbot):
    served(library.malaysia)
    served(library.short, new_tab=True)
    with qtbot.assertNotEmitted(reader.article_requested):
        reader.back()

    assert reader.current == library.malaysia
    assert reader.pages.count() == 2


def test_history_says_where_one_can_go(reader, library, qtbot):
    told = []
    reader.history_changed.connect(lambda back, forward: told.append((back, forward)))
    reader.show_article(library.malaysia)
    reader.show_article(library.short, new_tab=True)
    reader.back()

    assert told[0] == (False, False)
    assert told[-1] == (False, True)


def test_mouse_buttons_go_back(reader, library, served, qtbot):
    served(library.malaysia)
    served(library.short, new_tab=True)
    view = reader.pages.current.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.BackButton, pos=QPoint(50, 300))

    assert reader.current == library.malaysia


def test_hits_are_stepped_through_around_the_end(reader, library, qtbot):
    reader.show_article(library.malaysia)
    reader.set_hits(2, hits(library.malaysia, "digital"))
    told = []
    reader.hit_changed.connect(lambda number, of: told.append((number, of)))

    assert [reader.next_hit() for _ in range(3)] == [True] * 3
    assert told == [(2, 3), (3, 3), (1, 3)]
    assert reader.previous_hit()
    assert told[-1] == (3, 3)


def test_without_hits_there_is_no_next_one(reader, library):
    assert not reader.next_hit()
    reader.show_article(library.malaysia)
    assert not reader.next_hit()


def test_the_first_hit_of_an_opened_result_is_brought_into_view(reader, library):
    reader.show_article(library.long)
    text = library.long.version.text
    at = text.index("Paragraph 90")
    reader.set_hits(3, [MatchSpan(at, at + 9)])

    assert reader.pages.current.view.boxes(at, at + 9)[0].top > 0
    assert reader.pages.current.view.verticalScrollBar().value() > 0


def test_new_hits_while_reading_do_not_move_the_text(reader, library):
    reader.show_article(library.long)
    reader.set_hits(3, hits(library.long, "trade"))
    bar = reader.pages.current.view.verticalScrollBar()
    bar.setValue(2000)
    reader.set_hits(3, hits(library.long, "Paragraph 9"))

    assert bar.value() == 2000


def test_hits_of_another_article_change_nothing(reader, library):
    reader.show_article(library.malaysia)
    reader.set_hits(4, [MatchSpan(0, 3)])

    assert reader.pages.current.hit_position == (0, 0)


def test_the_find_bar_counts_and_steps(reader, library, qtbot):
    reader.show_article(library.malaysia)
    reader.find()
    bar = reader.find_bar
    qtbot.keyClicks(bar.field, "digital")
    assert bar.count.text() == "1 of 6"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 6"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "1 of 6"
    bar.match_case.setChecked(True)
    assert bar.count.text().endswith("of 3")
    bar.whole_words.setChecked(True)
    assert bar.count.text().endswith("of 3")
    bar.field.setText("nowhere")
    assert bar.count.text() == "not found"


def test_closing_the_find_bar_brings_the_hits_of_the_search_back(reader, library, qtbot):
    reader.show_article(library.malaysia)
    reader.set_hits(2, hits(library.malaysia, "ministers"))
    reader.find()
    qtbot.keyClicks(reader.find_bar.field, "digital")
    assert reader.pages.current.hit_position[1] == 6
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)

    assert not reader.find_bar.isVisible()
    assert reader.pages.current.hit_position == (1, 1)
    assert reader.pages.current.view.hasFocus()


def test_stepping_goes_on_with_the_bar_closed(reader, library, qtbot):
    reader.show_article(library.malaysia)
    reader.find()
    qtbot.keyClicks(reader.find_bar.field, "digital")
    qtbot.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)

    assert reader.next_hit()
    assert reader.pages.current.hit_position == (2, 6)


def test_the_find_bar_starts_with_the_selected_words(reader, library):
    reader.show_article(library.malaysia)
    at = library.malaysia.version.text.index("digital")
    reader.pages.current.view.select(Span(at, at + 7))
    reader.find()

    assert reader.find_bar.field.text() == "digital"


def test_a_selection_offers_what_can_be_done_with_it(reader, library, qtbot):
    reader.show_article(library.malaysia)
    span = library.malaysia.version.sentences[1].span
    with qtbot.waitSignal(reader.selection_changed, check_params_cb=lambda s: s is not None):
        reader.pages.current.view.select(span)
    bar = reader.tools.selection_bar
    assert bar.isVisible()
    for choice, signal, expected in (
        ("highlight", reader.bookmark_requested, [span, False]),
        ("note", reader.bookmark_requested, [span, True]),
        ("cite", reader.citation_requested, [span]),
        ("search", reader.search_requested, [library.malaysia.version.text[slice(*span)]]),
    ):
        reader.pages.current.view.select(span)
        with qtbot.waitSignal(signal) as asked:
            bar.buttons[choice].click()
        assert asked.args == expected
    bar.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == library.malaysia.version.text[slice(*span)]


def test_a_library_that_cannot_be_written_offers_no_highlight(reader, library):
    reader.set_writable(False)

    assert reader.tools.selection_bar.buttons["highlight"].isHidden()
    assert not reader.tools.selection_bar.buttons["copy"].isHidden()


def test_highlight_with_note_keeps_first_and_then_writes(reader, library, qtbot):
    opened = library.malaysia
    reader.show_article(opened)
    quote = opened.version.text[:8]
    kept = replace(opened, bookmarks=(library.bookmark(opened, quote),))
    reader.bookmark_requested.connect(lambda span, note: reader.refresh(kept))
    reader.keep(Span(0, 8), with_note=True)
    field = reader.tools.note_editor.field
    assert field.isVisible()
    qtbot.keyClicks(field, "Look this up")
    with qtbot.waitSignal(reader.note_changed) as changed:
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert changed.args == [kept.bookmarks[0].id, "Look this up"]
    assert not reader.tools.note_editor.isVisible()


def test_a_passage_that_is_kept_is_selected_no_longer(reader, library):
    opened = library.malaysia
    reader.show_article(opened)
    reader.pages.current.view.select(Span(0, 8))
    reader.refresh(replace(opened, bookmarks=(library.bookmark(opened, "Malaysia"),)))
    assert reader.selected_span() == Span(0, 8)
    reader.refresh(replace(opened, bookmarks=(library.bookmark(opened, "Pakistan"),)))
    assert reader.selected_span() is None


def test_a_note_that_is_given_up_changes_nothing(reader, library, qtbot):
    opened = replace(
        library.malaysia, bookmarks=(library.bookmark(library.malaysia, "Pakistan", "Old"),)
    )
    reader.show_article(opened)
    reader.edit_note(opened.bookmarks[0].id)
    qtbot.keyClicks(reader.tools.note_editor.field, "New")
    with qtbot.assertNotEmitted(reader.note_changed):
        qtbot.keyClick(reader.tools.note_editor.field, Qt.Key.Key_Escape)

    assert not reader.tools.note_editor.isVisible()


def test_turning_to_another_article_keeps_the_note(reader, library, qtbot):
    opened = replace(library.malaysia, bookmarks=(library.bookmark(library.malaysia, "Pakistan"),))
    reader.show_article(opened)
    reader.edit_note(opened.bookmarks[0].id)
    qtbot.keyClicks(reader.tools.note_editor.field, "Half a thought")
    with qtbot.waitSignal(reader.note_changed) as changed:
        reader.show_article(library.short)

    assert changed.args[1] == "Half a thought"


def test_the_passage_is_the_selection_or_the_sentence_being_read(reader, library):
    assert reader.passage() is None
    reader.show_article(library.malaysia)
    assert reader.passage() == library.malaysia.version.sentences[0].span
    reader.pages.current.view.select(Span(9, 21))
    assert reader.passage() == Span(9, 21)
    assert reader.selected_span() == Span(9, 21)


def test_tabs_close_and_open_again_where_they_were_read(reader, library, served):
    served(library.malaysia)
    served(library.long, new_tab=True)
    bar = reader.pages.current.view.verticalScrollBar()
    bar.setValue(3000)
    reader.close_tab()
    assert titles(reader) == ["Pakistan and Malaysia agree"]
    reader.reopen_tab()

    assert reader.current == library.long
    assert reader.pages.current.view.verticalScrollBar().value() == pytest.approx(3000, abs=2)


def test_closing_the_last_tab_says_that_nothing_is_open(reader, library, qtbot):
    reader.show_article(library.malaysia)
    with qtbot.waitSignal(reader.article_shown) as shown:
        reader.close_tab()

    assert shown.args == [None]
    assert reader.empty.isVisible()
    reader.close_tab()
    reader.back()


def test_the_middle_button_closes_a_tab(reader, library, qtbot):
    reader.show_article(library.malaysia)
    reader.show_article(library.short, new_tab=True)
    strip = reader.pages.strip
    qtbot.mouseClick(strip, Qt.MouseButton.MiddleButton, pos=strip.tabRect(0).center())

    assert titles(reader) == ["A short one"]


def test_moved_tabs_keep_their_articles(reader, library):
    for one in (library.malaysia, library.short, library.long):
        reader.show_article(one, new_tab=True)
    reader.pages.strip.moveTab(2, 0)
    assert titles(reader) == ["A long one", "Pakistan and Malaysia agree", "A short one"]
    assert reader.current == library.long
    reader.select_tab(2)
    assert reader.current == library.short
    reader.next_tab()
    assert reader.current == library.long
    reader.previous_tab()
    assert reader.current == library.short
    reader.select_tab(8)
    assert reader.current == library.short


def test_other_tabs_and_those_after_can_be_closed_together(reader, library):
    for one in (library.malaysia, library.short, library.long):
        reader.show_article(one, new_tab=True)
    reader.pages.strip.close_right_requested.emit(1)
    assert titles(reader) == ["Pakistan and Malaysia agree", "A short one"]
    reader.pages.strip.close_others_requested.emit(0)
    assert titles(reader) == ["Pakistan and Malaysia agree"]


def test_a_session_opens_the_same_tabs_and_asks_only_for_the_one_in_view(
    reader, library, served, qtbot, theme
):
    served(library.malaysia)
    served(library.long, new_tab=True)
    reader.pages.current.view.verticalScrollBar().setValue(2500)
    reader.set_zoom(1.25)
    left, session = reader.pages.current.place(), reader.session()
    for _ in range(2):
        reader.close_tab()
    asked = []
    reader.article_requested.connect(lambda id, span: asked.append(id))
    reader.restore(session)

    assert asked == [3]
    assert titles(reader) == ["Pakistan and Malaysia agree", "A long one"]
    assert reader.pages.current.place().offset == left.offset
    assert reader.zoom == 1.25
    reader.select_tab(0)
    assert asked == [3, 2]
    assert reader.current == library.malaysia


@pytest.mark.parametrize(
    "session", [{}, {"tabs": None}, {"tabs": [7, {}, {"article": "x"}], "current": "a", "zoom": []}]
)
def test_a_session_of_nonsense_opens_nothing(reader, session):
    reader.restore(session)

    assert reader.pages.count() == 0
    assert reader.zoom == 1.0


def test_another_article_shown_in_a_tab_that_waits_begins_at_its_beginning(reader, library):
    reader.restore({"tabs": [{"article": 9, "title": "Awaited", "offset": 20, "below": 0.5}]})
    reader.show_article(library.long)

    assert titles(reader) == ["A long one"]
    assert reader.pages.current.view.verticalScrollBar().value() == 0


def test_an_article_that_is_gone_leaves_no_tab_and_no_way_back(reader, library, served):
    served(library.malaysia)
    served(library.short)
    reader.drop_article(2)
    reader.back()
    assert reader.current == library.short
    reader.drop_article(4)
    assert reader.pages.count() == 0
    reader.reopen_tab()
    assert reader.pages.count() == 0


def test_a_new_version_keeps_the_place(reader, library):
    reader.show_article(library.long)
    reader.pages.current.view.scroll_to(5000, 0.0)
    newer = library.article(
        3, library.long.version.text + "\nA new last paragraph.", "A long one", version=2
    )
    reader.refresh(newer)

    assert reader.current == newer
    assert abs(reader.pages.current.place().offset - 5000) < 80


def test_a_changed_title_reaches_header_and_tab(reader, library):
    reader.show_article(library.malaysia)
    renamed = replace(
        library.malaysia, article=replace(library.malaysia.article, title="Renamed & done")
    )
    reader.refresh(renamed)

    assert reader.pages.current.view.header.title.accessibleName() == "Renamed & done"
    assert reader.pages.strip.tabToolTip(0) == "Renamed & done"


def test_a_place_to_go_to_is_brought_into_view_and_marked(reader, library):
    last = library.long.version.sentences[-1].span
    reader.show_article(library.long, at=last)
    view = reader.pages.current.view

    assert view.layers.flash == last
    assert 0 < view.boxes(*last)[0].top < view.viewport().height()


def test_hovering_a_name_says_what_it_is(reader, library, qtbot):
    reader.show_article(library.malaysia)
    view, mention = reader.pages.current.view, library.malaysia.mentions[0]
    point = view.boxes(*mention.span)[0].rect.center().toPoint()
    qtbot.mouseMove(view.viewport(), point)
    view.mention_hovered.emit(mention, point)
    qtbot.waitUntil(reader.tools.hover_card.isVisible)
    said = " ".join(label.text() for label in reader.tools.hover_card.lines)

    assert mention.name in said
    assert "place" in said
    assert "named 2 times" in said
    assert "place list" in said
    view.mention_hovered.emit(None, point)
    assert not reader.tools.hover_card.isVisible()


def test_clicking_a_name_asks_for_its_entity(reader, library, qtbot):
    reader.show_article(library.malaysia)
    mention = library.malaysia.mentions[0]
    with qtbot.waitSignal(reader.entity_requested) as asked:
        reader.pages.current.view.mention_clicked.emit(mention)

    assert asked.args == [mention.entity]


def test_zoom_goes_in_steps_and_stops(reader, library):
    reader.show_article(library.malaysia)
    for _ in range(30):
        reader.zoom_in()
    assert reader.zoom == 2.8
    for _ in range(30):
        reader.zoom_out()
    assert reader.zoom == 0.6
    reader.zoom_reset()
    assert reader.zoom == 1.0


def test_ctrl_and_the_wheel_change_the_size(reader, library):
    reader.show_article(library.malaysia)
    view = reader.pages.current.view
    for turn, expected in ((120, 1.1), (-120, 1.0)):
        event = QWheelEvent(
            QPointF(50, 50), view.viewport().mapToGlobal(QPointF(50, 50)), QPoint(0, 0),
            QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert reader.zoom == expected


def test_going_to_a_name_leaves_the_current_hit(reader, library):
    reader.show_article(library.malaysia)
    reader.set_hits(2, hits(library.malaysia, "digital"))
    reader.next_hit()
    reader.flash(library.malaysia.mentions[0].span)
    assert reader.pages.current.hit_position == (2, 3)
    third = hits(library.malaysia, "digital")[2]
    reader.flash(third.span)
    assert reader.pages.current.hit_position == (3, 3)


def test_pages_opened_later_look_like_the_others(reader, library):
    reader.set_zoom(1.4)
    reader.visible_kinds({EntityKind.PERSON})
    reader.show_sentence_numbers(True)
    reader.show_article(library.malaysia)
    layers = reader.pages.current.view.layers

    assert layers.kinds == {EntityKind.PERSON}
    assert len(layers.numbers) == len(library.malaysia.version.sentences)


def test_the_tab_key_reaches_tabs_text_and_header_and_leaves(qtbot, theme, library):
    window = QWidget()
    column = QVBoxLayout(window)
    pane, after = ReaderPane(theme), QLineEdit()
    column.addWidget(pane)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    for one in (library.malaysia, library.short):
        pane.show_article(one, new_tab=True)
    pane.setFocus()
    view = pane.pages.current.view
    assert view.hasFocus()
    reached = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    assert reached == [view.header.cite, after, pane.pages.strip, view]


def test_every_control_has_a_name(reader, library):
    reader.show_article(library.malaysia)
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit):
        for widget in reader.findChildren(kind):
            of_qt = widget.metaObject().className() == "QLineEditIconButton"
            if not (of_qt or widget.objectName().startswith(("qt_", "Scroll"))):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
