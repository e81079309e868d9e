"""The library pane: places to go and facets to narrow by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from sanad.ui.models.library import Facet, Heading, More, Place
from sanad.ui.panes.library import LibraryPane
from sanad.ui.theme import Theme


@pytest.fixture
def pane(qtbot, qapp: object) -> LibraryPane:
    pane = LibraryPane(Theme.load("dark"))
    qtbot.addWidget(pane)
    pane.resize(200, 600)
    pane.show_places(
        [Place("all", "All articles", 5, is_current=True), Place("unread", "Unread", 3)]
    )
    values = [Facet("place", f"p{n}", f"Place {n}", 20 - n) for n in range(10)]
    pane.show_facets({"place": ("Places", values), "person": ("People", [])})
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def row_of(pane: LibraryPane, text: str) -> int:
    return next(row for row in range(pane.model.rowCount()) if pane.model.entry(row).text == text)


def click(qtbot, pane: LibraryPane, text: str, *, ctrl: bool = False) -> None:
    point = pane.view.visualRect(pane.model.index(row_of(pane, text))).center()
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, keys, point)


def test_a_group_without_values_is_left_out(pane: LibraryPane):
    headings = [
        entry.text
        for entry in map(pane.model.entry, range(pane.model.rowCount()))
        if isinstance(entry, Heading)
    ]
    assert headings == ["Library", "Places"]


def test_a_click_demands_a_value_and_ctrl_click_excludes_it(qtbot, pane: LibraryPane):
    with qtbot.waitSignal(pane.facet_toggled) as asked:
        click(qtbot, pane, "Place 1")
    assert asked.args == ["place", "p1", False]
    with qtbot.waitSignal(pane.facet_toggled) as asked:
        click(qtbot, pane, "Place 2", ctrl=True)
    assert asked.args == ["place", "p2", True]


def test_a_place_is_reached_by_keyboard(qtbot, pane: LibraryPane):
    pane.view.setCurrentIndex(pane.model.index(row_of(pane, "All articles")))
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.place_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == ["unread"]


def test_a_long_group_shows_its_rest_on_demand(qtbot, pane: LibraryPane):
    assert pane.model.rowCount() == 1 + 2 + 1 + 6 + 1
    click(qtbot, pane, "4 more…")
    assert isinstance(pane.model.entry(pane.model.rowCount() - 1), More)
    assert pane.model.rowCount() == 1 + 2 + 1 + 10 + 1
    click(qtbot, pane, "Show fewer")
    assert pane.model.rowCount() == 1 + 2 + 1 + 6 + 1


def test_the_mark_stays_on_its_value_when_counts_change(pane: LibraryPane):
    pane.view.setCurrentIndex(pane.model.index(row_of(pane, "Place 3")))
    pane.show_facets({"place": ("Places", [Facet("place", "p3", "Place 3", 1)])})
    assert pane.model.entry(pane.view.currentIndex().row()).text == "Place 3"


def test_a_facet_reads_aloud_with_its_count_and_choice(pane: LibraryPane):
    chosen = [Facet("place", "p", "Malaysia", 4, choice="without")]
    pane.show_facets({"place": ("Places", chosen)})
    index = pane.model.index(row_of(pane, "Malaysia"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Malaysia, 4 articles, excluded"
    assert not pane.grab().isNull()


def test_the_longest_bar_belongs_to_the_largest_count(pane: LibraryPane):
    shares = {
        entry.text: entry.share
        for entry in map(pane.model.entry, range(pane.model.rowCount()))
        if isinstance(entry, Facet)
    }
    assert shares["Place 0"] == 1
    assert shares["Place 4"] == pytest.approx(16 / 20)


def test_the_model_keeps_qts_rules(pane: LibraryPane):
    tester = QAbstractItemModelTester(
        pane.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    pane.show_facets({})
    assert tester.model() is pane.model
