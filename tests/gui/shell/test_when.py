"""The histogram of years: what it counts, and years chosen with the mouse and by key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from sanad.search.protocol import FacetValue
from sanad.ui.app import Desk
from sanad.ui.main_window import MainWindow
from sanad.ui.models.library import Facet, Heading
from sanad.ui.models.when import MOST_BARS, When, when_of
from sanad.workspace.importing import import_in_job

SHIFT = Qt.KeyboardModifier.ShiftModifier
YEARS = {"a": "2020", "b": "2022-03", "c": "2022-03-04", "d": "2025"}


def values(**counts: int) -> list[FacetValue]:
    return [FacetValue(id.strip("y"), id.strip("y"), count) for id, count in counts.items()]


def test_years_without_articles_have_a_place_and_the_undated_stand_apart():
    when = when_of(values(y2022=2, y2020=1, unknown=3), {"2022"})
    assert [(bar.first, bar.count, bar.is_chosen) for bar in when.bars] == [
        (2020, 1, False),
        (2021, 0, False),
        (2022, 2, True),
    ]
    assert when.undated == 3
    assert when.spoken() == (
        "When: 2020–2022 · 3 articles, most in 2022 · 2 articles, 3 undated, only 2022 · 2 articles"
    )


def test_without_any_date_there_is_nothing_to_show():
    assert when_of(values(unknown=5), ()) is None


@given(st.dictionaries(st.integers(1, 2999), st.integers(1, 9), min_size=1, max_size=30))
def test_however_many_years_few_bars_hold_every_article_once(counts: dict[int, int]):
    found = [FacetValue(f"{year:04}", str(year), count) for year, count in counts.items()]
    when = when_of(found, ())
    assert len(when.bars) <= MOST_BARS + 1
    assert sum(bar.count for bar in when.bars) == sum(counts.values())
    ids = [id for bar in when.bars for id in bar.ids]
    assert len(set(ids)) == len(ids)
    assert {f"{year:04}" for year in counts} <= set(ids)


@pytest.fixture
def dated(qtbot, desk: Desk, sample: Path, tmp_path: Path) -> MainWindow:
    """Return a window on the sample library with four more articles that have a date."""
    for name, date in YEARS.items():
        text = f"---\ntitle: Canal {name}\ndate: {date}\n---\n\nThe canal {name} was measured.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    import_in_job(sample, sorted(tmp_path.glob("?.md")), lambda *_: True)
    desk.window.show()
    desk.start(sample)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    qtbot.waitUntil(lambda: place(desk.window) >= 0)
    return desk.window


def place(window: MainWindow) -> int:
    model = window.library.model
    return next((n for n in range(model.rowCount()) if isinstance(model.entry(n), When)), -1)


def shown(window: MainWindow) -> When:
    when = window.library.model.entry(place(window))
    assert isinstance(when, When)
    return when


def point_of(window: MainWindow, bar: int) -> QPoint:
    view = window.library.view
    index = window.library.model.index(place(window))
    view.scrollTo(index)
    rect = view.visualRect(index)
    delegate = view.itemDelegate()
    at = [
        x
        for x in range(rect.left(), rect.right())
        if delegate.when.bar_at(rect, shown(window), QPoint(x, rect.top() + 8)) == bar
    ]
    return QPoint(at[len(at) // 2], rect.top() + 8)


def brush(qtbot, window: MainWindow, first: int, last: int) -> None:
    viewport = window.library.view.viewport()
    start, end = point_of(window, first), point_of(window, last)
    button = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(window.finder.answered):
        qtbot.mousePress(viewport, button, pos=start)
        qtbot.mouseMove(viewport, end)
        qtbot.mouseRelease(viewport, button, pos=end)


def mark(window: MainWindow) -> None:
    window.library.view.setCurrentIndex(window.library.model.index(place(window)))
    window.library.view.setFocus()


def test_all_articles_are_counted_by_year(dated: MainWindow):
    when = shown(dated)
    assert [bar.count for bar in when.bars] == [1, 0, 2, 0, 0, 1]
    assert when.undated == 5
    entries = map(dated.library.model.entry, range(dated.library.model.rowCount()))
    assert not any(isinstance(one, Facet) and one.kind == "year" for one in entries)
    assert dated.library.model.entry(place(dated) - 1) == Heading("When")


def test_dragging_over_years_lists_only_these_and_one_chip_says_so(qtbot, dated: MainWindow):
    brush(qtbot, dated, 2, 5)
    assert dated.results.model.rowCount() == 3
    assert shown(dated).chosen == (2, 5)
    assert [bar.count for bar in shown(dated).bars] == [1, 0, 2, 0, 0, 1]
    (chip,) = [
        button
        for button in dated.read_back.findChildren(QToolButton)
        if "2022–2025" in button.text()
    ]
    with qtbot.waitSignal(dated.finder.answered):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert dated.results.model.rowCount() == 9


def test_the_bar_under_the_mouse_tells_its_year(dated: MainWindow):
    index = dated.library.model.index(place(dated))
    hint = dated.library.view.brush.hint(index, point_of(dated, 2))
    assert hint == "2022 · 2 articles"
    below = dated.library.view.visualRect(index).bottomLeft()
    assert dated.library.view.brush.hint(index, below) == ""


def test_the_chosen_year_clicked_again_lists_all(qtbot, dated: MainWindow):
    brush(qtbot, dated, 2, 2)
    assert dated.results.model.rowCount() == 2
    brush(qtbot, dated, 2, 2)
    assert dated.results.model.rowCount() == 9


def test_years_are_chosen_with_the_arrows_shift_and_enter(qtbot, dated: MainWindow):
    view = dated.library.view
    mark(dated)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.itemDelegate().brushed == (2, 3)
    with qtbot.waitSignal(dated.finder.answered):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert dated.results.model.rowCount() == 2
    assert isinstance(dated.library.model.entry(view.currentIndex().row()), When)


def test_the_undated_are_the_last_stop_of_the_arrows(qtbot, dated: MainWindow):
    view = dated.library.view
    mark(dated)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(dated.finder.answered):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert dated.results.model.rowCount() == 5
    assert shown(dated).undated_is_chosen


def test_escape_leaves_the_years_and_keeps_the_search(qtbot, dated: MainWindow):
    with qtbot.waitSignal(dated.finder.answered):
        dated.search_box.ask("canal")
    view = dated.library.view
    mark(dated)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.itemDelegate().brushed is None
    assert dated.search_box.text() == "canal"
    assert not dated.library.grab().isNull()
