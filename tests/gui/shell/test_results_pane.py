"""The results list: any number of rows, fetched when they are seen, all by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from sanad.library.records import ArticleId
from sanad.text.spans import Span
from sanad.ui.models.results import Excerpt, Row
from sanad.ui.panes.results import ResultsPane
from sanad.ui.theme import Theme


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme.load("light")


@pytest.fixture
def fetched() -> list[int]:
    return []


@pytest.fixture
def pane(qtbot, theme: Theme, fetched: list[int]) -> ResultsPane:
    def row_at(place: int) -> Row:
        fetched.append(place)
        excerpt = Excerpt("the digital policy of the country", (Span(4, 11),))
        return Row(ArticleId(place + 1), f"Article {place}", "Dawn · 2025", (excerpt,))

    pane = ResultsPane(theme)
    qtbot.addWidget(pane)
    pane.resize(320, 700)
    pane.show_rows("Results", 100_000, row_at, with_excerpts=True)
    pane.show()
    qtbot.waitExposed(pane)
    pane.grab()
    return pane


def test_only_rows_on_screen_are_fetched(pane: ResultsPane, fetched: list[int]):
    assert pane.model.rowCount() == 100_000
    assert 0 < len(set(fetched)) < 20
    pane.view.scrollToBottom()
    pane.grab()
    assert max(fetched) == 99_999
    assert len(set(fetched)) < 40


def test_a_row_is_fetched_once_while_it_stays_on_screen(pane: ResultsPane, fetched: list[int]):
    before = len(fetched)
    pane.grab()
    pane.grab()
    assert len(fetched) == before


def test_all_rows_are_equally_high(pane: ResultsPane):
    heights = {pane.view.visualRect(pane.model.index(place)).height() for place in range(5)}
    assert len(heights) == 1


def test_enter_asks_for_the_marked_row_and_ctrl_enter_for_a_new_tab(qtbot, pane: ResultsPane):
    pane.mark(3)
    with qtbot.waitSignal(pane.row_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == [3, False]
    with qtbot.waitSignal(pane.row_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [3, True]


@pytest.mark.parametrize(
    ("button", "new_tab"), [(Qt.MouseButton.LeftButton, False), (Qt.MouseButton.MiddleButton, True)]
)
def test_a_click_asks_for_the_row_and_a_middle_click_for_a_new_tab(
    qtbot, pane: ResultsPane, button: Qt.MouseButton, new_tab: bool
):
    point = pane.view.visualRect(pane.model.index(1)).center()
    with qtbot.waitSignal(pane.row_requested) as asked:
        qtbot.mouseClick(pane.view.viewport(), button, pos=point)
    assert asked.args == [1, new_tab]


def test_stepping_goes_on_from_the_marked_row_and_stops_at_the_end(qtbot, pane: ResultsPane):
    with qtbot.waitSignal(pane.row_requested) as asked:
        pane.step(1)
    assert asked.args == [0, False]
    with qtbot.waitSignal(pane.row_requested) as asked:
        pane.step(1)
    assert asked.args == [1, False]
    pane.mark(99_999)
    with qtbot.assertNotEmitted(pane.row_requested):
        pane.step(1)


def test_marked_words_are_painted_in_the_colour_of_hits(pane: ResultsPane, theme: Theme):
    picture = pane.grab().toImage()
    hit = theme.colour("hit").rgb()
    painted = sum(
        picture.pixel(x, y) == hit
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    assert painted > 50


def test_a_row_reads_aloud_as_title_line_and_snippet(pane: ResultsPane):
    spoken = pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Article 0. Dawn · 2025. the digital policy of the country"


def test_an_empty_list_shows_why(pane: ResultsPane):
    pane.empty.say("search", "Nothing found")
    pane.show_rows("Results", 0, lambda _: pytest.fail("no row to fetch"), with_excerpts=False)
    assert pane.empty.isVisible()
    assert not pane.view.isVisible()


def test_the_model_keeps_qts_rules(pane: ResultsPane):
    tester = QAbstractItemModelTester(
        pane.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    pane.show_rows("Results", 3, lambda place: Row(ArticleId(place), "t", "l"), with_excerpts=False)
    pane.model.forget()
    assert tester.model() is pane.model


def test_a_very_long_title_and_emoji_are_painted_without_harm(pane: ResultsPane):
    text = "\N{PILE OF POO} policy \u06a9 " * 300
    row = Row(
        ArticleId(1), "title " * 500, text, (Excerpt(text, (Span(2, 8), Span(9_000, 9_009))),)
    )
    pane.show_rows("Results", 1, lambda _: row, with_excerpts=True)
    assert not pane.grab().isNull()


def test_a_row_that_has_changed_is_fetched_again(pane: ResultsPane, fetched: list[int]):
    fetched.clear()
    pane.model.fetch_again(1)
    pane.grab()
    assert fetched == [1]
