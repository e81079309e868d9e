"""Long work in other processes: shown, stopped, and ended with the window."""

import multiprocessing
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sanad import assets
from sanad.ui.app import Desk
from sanad.ui.background import Background
from sanad.ui.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).parent))

import work_pieces


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


def test_work_tells_its_progress_and_hands_over_its_result(qtbot, background: Background):
    told: list[tuple[str, int, int]] = []
    background.progressed.connect(lambda *told_now: told.append(told_now))
    results: list[int] = []
    with qtbot.waitSignal(background.idle, timeout=20_000):
        background.run("Counting", work_pieces.count, 3, then=results.append)
    assert results == [3]
    assert told[0] == ("Counting", 0, 0)
    assert ("Counting number 2", 2, 3) in told


def test_pieces_run_one_after_another(qtbot, background: Background):
    results: list[int] = []
    background.run("First", work_pieces.count, 2, then=results.append)
    background.run("Second", work_pieces.count, 1, then=results.append)
    qtbot.waitSignal(background.idle, timeout=20_000).wait()
    assert results == [2, 1]


def test_quiet_work_without_anything_to_do_is_not_shown(qtbot, background: Background):
    with (
        qtbot.assertNotEmitted(background.progressed),
        qtbot.waitSignal(background.idle, timeout=20_000),
    ):
        background.run("Looking", work_pieces.count, 0, quietly=True)


def test_work_that_fails_says_so_and_the_next_goes_on(qtbot, background: Background):
    results: list[int] = []
    with qtbot.waitSignal(background.failed, timeout=20_000) as failed:
        background.run("Failing", work_pieces.refuse)
        background.run("Next", work_pieces.count, 1, then=results.append)
    assert "ValueError" in failed.args[0]
    qtbot.waitUntil(lambda: results == [1], timeout=20_000)


def test_closing_ends_work_that_would_not_end_by_itself(qtbot, background: Background):
    with qtbot.waitSignal(background.progressed, timeout=20_000):
        background.run("For ever", work_pieces.never_end)
    background.close()
    assert not background.is_working
    assert [one.name for one in multiprocessing.active_children()] == []


@pytest.fixture
def real_window(qtbot, qapp: QApplication, sample: Path) -> Iterator[MainWindow]:
    """Return the window as it is used: with the search service and a job for the index."""
    desk = Desk(qapp)
    desk.window.show()
    desk.start(sample)
    yield desk.window
    desk.window.close()
    desk.window.deleteLater()


def test_the_search_service_answers_and_the_latest_question_wins(qtbot, real_window: MainWindow):
    box, results = real_window.search_box, real_window.results.model
    for query in ("d", "di", "digital", "digital -china"):
        box.ask(query)
    qtbot.waitUntil(
        lambda: (
            real_window.finder.answer is not None
            and real_window.finder.answer.request.text == "digital -china"
        ),
        timeout=20_000,
    )
    assert results.rowCount() == 4


def test_without_an_index_nothing_is_said_not_to_be_found(qtbot, real_window: MainWindow):
    assert real_window.finder.is_waiting
    real_window.search_box.ask("digital")
    assert real_window.results.empty.isVisible()
    assert real_window.finder.answer is None
    qtbot.waitUntil(lambda: real_window.results.model.rowCount() == 5, timeout=20_000)


def test_an_import_runs_in_the_background_and_can_be_undone(
    qtbot, real_window: MainWindow, tmp_path: Path
):
    new = tmp_path / "new.txt"
    new.write_text("Kenya and Nepal agreed on a Digital Tea Forum.", "utf-8")
    real_window.import_paths([new, assets.seeds()[0], tmp_path / "missing.txt"])
    rows = real_window.results.model.rowCount
    qtbot.waitUntil(lambda: rows() == 6, timeout=30_000)
    real_window.search_box.ask("tea forum")
    qtbot.waitUntil(lambda: rows() == 1, timeout=20_000)
    real_window.commands["undo"].trigger()
    real_window.commands["clear_search"].trigger()
    assert rows() == 5
    for dialog in QApplication.topLevelWidgets():
        if "ImportReport" in type(dialog).__name__:
            dialog.close()


def test_closing_while_importing_leaves_no_process_and_a_sound_library(
    qtbot, real_window: MainWindow, tmp_path: Path, sample: Path
):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"Article {number} on Kenya. " * 20, "utf-8")
    real_window.import_paths([tmp_path])
    qtbot.waitUntil(lambda: real_window.facts.is_working, timeout=20_000)
    real_window.close()
    assert [one.name for one in multiprocessing.active_children()] == []
    again = Desk(QApplication.instance())
    again.window.show()
    again.start(sample)
    assert len(again.window.opened.catalogue) >= 5
    again.window.close()
    again.window.deleteLater()
