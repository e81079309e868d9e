"""Completion while typing: offered under the box, taken by key or click, never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sanad.search.protocol import Suggestion
from sanad.ui.completion import Completion
from sanad.ui.main_window import MainWindow
from sanad.ui.models.completion import Offer, offers, typed_before
from sanad.ui.theme import Theme


def offered(window: MainWindow) -> list[str]:
    model = window.completion.model
    return [model.offer(place).text for place in range(model.rowCount())]


def type_in(qtbot, window: MainWindow, text: str) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.search_box.setFocus()
    window.search_box.clear()
    qtbot.waitUntil(lambda: not window.completion.is_shown)
    with qtbot.waitSignal(window.completion.wanted):
        qtbot.keyClicks(window.search_box, text)
    qtbot.waitUntil(lambda: window.completion.is_shown)


@pytest.mark.parametrize(
    ("text", "start", "asked"),
    [
        ("digital pol", 8, "pol"),
        ("digital (pol", 9, "pol"),
        ("place:Mal", 0, "place:Mal"),
        ('digital place:"Saudi Ar', 8, "place:Ar"),
        ('"digital pol', 9, "pol"),
        ("digital ", 8, ""),
        ("ڈیجیٹل پال", 7, "پال"),
    ],
)
def test_the_last_word_before_the_cursor_is_completed(text: str, start: int, asked: str):
    typed = typed_before(text)
    assert (typed.start, typed.asked) == (start, asked)


def test_in_a_quoted_name_only_names_with_these_words_fit():
    typed = typed_before('place:"Saudi Ar')
    assert typed.fits(Suggestion("entity", 'place:"Saudi Arabia"'))
    assert not typed.fits(Suggestion("entity", 'place:"United Arab Emirates"'))


def test_typing_offers_fields_names_and_words_with_their_kind_and_count(qtbot, window: MainWindow):
    type_in(qtbot, window, "mala")
    assert 'place:"Malaysia"' in offered(window)
    place = offered(window).index('place:"Malaysia"')
    model = window.completion.model
    spoken = model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == 'place:"Malaysia", place · 1'
    type_in(qtbot, window, "plac")
    assert "place:" in offered(window)


def test_tab_takes_the_first_offer_and_searches_it(qtbot, window: MainWindow):
    type_in(qtbot, window, "digital mala")
    first = offered(window)[0]
    qtbot.keyClick(window.search_box, Qt.Key.Key_Tab)
    assert window.search_box.text() == f"digital {first} "
    assert window.finder.request.text == window.search_box.text()
    assert window.search_box.hasFocus()
    assert not window.completion.is_shown


def test_the_arrows_mark_and_enter_takes(qtbot, window: MainWindow):
    type_in(qtbot, window, "mala")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Down)
    second = offered(window)[1]
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.search_box.text().strip() == second
    assert window.search_box.hasFocus()


def test_enter_without_a_mark_opens_the_first_result(qtbot, window: MainWindow):
    type_in(qtbot, window, "malaysia")
    qtbot.waitUntil(lambda: window.finder.answer is not None)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert not window.completion.is_shown
    assert "Malaysia" in window.reader.current.article.title


def test_escape_closes_the_list_and_leaves_the_query(qtbot, window: MainWindow):
    type_in(qtbot, window, "mala")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert not window.completion.is_shown
    assert window.search_box.text() == "mala"
    assert window.finder.request.text == "mala"


def test_a_click_takes_an_offer(qtbot, window: MainWindow):
    type_in(qtbot, window, "mala")
    view = window.completion.view
    text = offered(window)[0]
    point = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.search_box.text().strip() == text


def test_the_list_goes_away_with_the_focus(qtbot, window: MainWindow):
    type_in(qtbot, window, "mala")
    window.library.setFocus()
    assert not window.completion.is_shown


def test_an_answer_to_older_text_is_dropped(qtbot, qapp: object):
    box = QLineEdit()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    completion = Completion(box, Theme.load("light"), box)
    qtbot.keyClicks(box, "pol")
    completion.show_suggestions("po", [Suggestion("term", "poland")])
    assert not completion.is_shown
    completion.show_suggestions("pol", [Suggestion("term", "policy", count=4)])
    assert completion.is_shown
    assert completion.model.offer(0) == Offer("policy", 0, "term", "", 4)


def test_suggestions_that_come_after_enter_do_not_lie_over_the_answer(qtbot, window: MainWindow):
    type_in(qtbot, window, "malaysi")
    with qtbot.waitSignal(window.finder._client.completed):
        qtbot.keyClicks(window.search_box, "a")
        window.completion.close()
        qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert not window.completion.is_shown


def test_what_is_typed_in_full_is_not_offered(qtbot, window: MainWindow):
    typed = typed_before("place:Malaysia")
    same = Suggestion("entity", 'place:"Malaysia"', "place", 1)
    assert offers(typed, [same], [], 9) == []


def test_a_search_that_led_to_an_article_is_offered_again_until_cleared(qtbot, window: MainWindow):
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask("digital corridor")
    window.results.open_first()
    qtbot.waitUntil(lambda: window.opened.history.queries == ("digital corridor",))
    type_in(qtbot, window, "corr")
    assert offered(window)[0] == "digital corridor"
    window.commands["clear_history"].trigger()
    type_in(qtbot, window, "corr")
    assert "digital corridor" not in offered(window)
    assert window.toast.sentence == "Search history cleared"
