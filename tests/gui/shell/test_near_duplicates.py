"""Near-duplicates stand behind the best of them: counted, opened by key or click, never lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from sanad.library.records import ArticleId
from sanad.search.protocol import Hit
from sanad.ui.app import Desk
from sanad.ui.main_window import MainWindow
from sanad.ui.near_duplicates import RankedHits
from sanad.workspace.importing import import_in_job

TEXT = "\n".join(
    f"Paragraph {n} tells that the water agenda of the delta was signed in town {n}, and that "
    f"engineers number {n} began to measure the {n}th canal with care."
    for n in range(12)
)


def hits(*groups: int | None) -> list[Hit]:
    return [
        Hit(ArticleId(n), 1.0, f"Title {n}", group=None if g is None else ArticleId(g))
        for n, g in enumerate(groups, 1)
    ]


def listed(ranked: RankedHits) -> list[int]:
    return [ranked.row(place).hit.article for place in range(len(ranked))]


def test_only_the_best_of_a_group_has_a_row_and_says_how_many_stand_behind_it():
    ranked = RankedHits(hits(None, 2, None, 2, 2))
    assert listed(ranked) == [1, 2, 3]
    assert ranked.row(1).others == 2
    assert ranked.row(0).others == 0
    assert ranked.places() == {1: 0, 2: 1, 3: 2, 4: 1, 5: 1}


def test_an_opened_group_stands_right_below_its_lead():
    ranked = RankedHits(hits(None, 2, None, 2, 2), {ArticleId(2)})
    assert listed(ranked) == [1, 2, 4, 5, 3]
    assert ranked.row(1).is_open
    assert [ranked.row(place).is_behind for place in range(5)] == [False, False, True, True, False]


def test_an_article_whose_likes_were_not_found_stands_alone():
    assert RankedHits(hits(2, None)).row(0).others == 0


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(1, 4)), max_size=20), st.sets(st.integers(1, 4)))
def test_every_hit_has_a_row_or_is_counted_behind_one(groups: list[int | None], opened: set[int]):
    ranked = RankedHits(hits(*groups), {ArticleId(group) for group in opened})
    rows = [ranked.row(place) for place in range(len(ranked))]
    hidden = sum(row.others for row in rows if not row.is_open)
    assert len(rows) + hidden == len(groups)
    assert len({row.hit.article for row in rows}) == len(rows)
    assert set(ranked.places()) == {row.article for row in hits(*groups)}


@pytest.fixture
def doubled(qtbot, desk: Desk, sample: Path, tmp_path: Path) -> MainWindow:
    """Return a window on a library with three articles that are nearly the same."""
    for n in range(3):
        (tmp_path / f"delta{n}.txt").write_text(
            f"{TEXT}\nEdition {n} of the report ends here.\n", encoding="utf-8"
        )
    import_in_job(sample, sorted(tmp_path.glob("delta*.txt")), lambda *_: True)
    desk.window.show()
    desk.start(sample)
    with qtbot.waitSignal(desk.window.finder.answered):
        desk.window.search_box.ask("canal")
    return desk.window


def test_the_list_counts_all_articles_and_shows_one_row(doubled: MainWindow):
    row = doubled.results.model.row(0)
    assert (doubled.results.model.rowCount(), row.near) == (1, 2)
    spoken = doubled.results.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 near-duplicates" in spoken


def test_right_shows_the_near_duplicates_and_left_hides_them(qtbot, doubled: MainWindow):
    view = doubled.results.view
    doubled.results.mark(0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert doubled.results.model.rowCount() == 3
    assert doubled.results.model.row(2).is_behind
    doubled.results.mark(2)
    assert doubled.facts.result.text() == "result 3 of 3"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert doubled.results.model.rowCount() == 1
    assert doubled.facts.result.text() == "result 1 of 1"


def test_a_click_on_their_number_shows_them_and_opens_no_article(qtbot, doubled: MainWindow):
    view = doubled.results.view
    doubled.grab()
    before = doubled.reader.current
    row = doubled.results.model.row(0)
    box = view.itemDelegate().near_box(view.visualRect(doubled.results.model.index(0)), row)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert doubled.results.model.rowCount() == 3
    assert doubled.reader.current is before


def test_hits_that_are_not_as_written_are_tagged(qtbot, window: MainWindow):
    with qtbot.waitSignal(window.finder.answered):
        window.search_box.ask("organisation")
    rows = [window.results.model.row(n) for n in range(window.results.model.rowCount())]
    assert [row.tag for row in rows] == ["", "", "by word family"]
    assert not window.results.grab().isNull()
