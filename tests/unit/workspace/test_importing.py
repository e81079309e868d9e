"""An import keeps what it could store, whatever happens to the rest, and says which is which."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanad.cli.main import main
from sanad.errors import LibraryError
from sanad.library.store import Library
from sanad.workspace import importing
from sanad.workspace.catching_up import catch_up_library
from sanad.workspace.importing import Outcome, import_files

GOING_ON = lambda *_: True  # noqa: E731


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "Work.sanad", "Work") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1, 7):
        (folder / f"{number}.txt").write_text(f"Kenya signed pact number {number}.\n", "utf-8")
    return sorted(folder.iterdir())


def outcomes(report: importing.ImportReport) -> list[str]:
    return [row.outcome.value for row in report.rows]


def test_a_file_that_cannot_be_stored_does_not_take_its_batch_along(
    library: Library, files: list[Path], monkeypatch: pytest.MonkeyPatch
):
    add = library.articles.add

    def poisoned(new):
        if new.path.name == "3.txt":
            raise ValueError("poison")
        return add(new)

    monkeypatch.setattr(library.articles, "add", poisoned)
    report = import_files(library, files, GOING_ON)
    assert outcomes(report) == ["added", "added", "failed", "added", "added", "added"]
    assert library.articles.count() == 5
    assert "poison" in report.rows[2].reason


def test_a_disk_that_fills_up_on_the_way_leaves_what_was_stored_and_names_the_rest(
    library: Library, files: list[Path], monkeypatch: pytest.MonkeyPatch
):
    add = library.articles.add

    def full(new):
        if new.path.name >= "5":
            raise LibraryError("The disk is full.")
        return add(new)

    monkeypatch.setattr(library.articles, "add", full)
    monkeypatch.setattr(importing, "_BATCH", 2)
    report = import_files(library, files, GOING_ON)
    assert outcomes(report) == ["added"] * 4 + ["failed"] * 2
    assert [row.path for row in report.rows] == files
    assert library.articles.count() == 4
    with pytest.raises(LibraryError, match="full"):  # nothing stored: nothing to report on
        import_files(library, files[4:], GOING_ON)


def test_an_interrupted_import_keeps_what_it_has_read(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):  # fmt: skip
    read = importing.read

    def interrupted(path):
        if path.name == "2.txt":
            signal.raise_signal(signal.SIGINT)
        return read(path)

    monkeypatch.setattr(importing, "read", interrupted)
    at = ["--library", str(tmp_path / "Own.sanad")]
    assert main(["import", *map(str, files), *at]) == 4
    printed = capsys.readouterr()
    assert printed.out.count("added") == 2
    assert printed.err.startswith("sanad: Stopped")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert main(["search", "Kenya", *at]) == 0


def test_what_a_library_lost_with_its_originals_gets_its_old_number_when_it_is_imported_again(
    library: Library, files: list[Path]
):
    import_files(library, files, GOING_ON)
    library.articles.remove(library.articles.find("2").id)
    before = {one.file_name: one.id for one in library.articles.articles(include_removed=True)}
    library.close()
    (library.folder / "articles.db").unlink()
    shutil.rmtree(library.folder / "originals")
    with Library.open(library.folder) as opened:
        assert opened.articles.count() == 0
        assert not opened.articles.is_behind()  # nothing can be read again
        report = import_files(opened, files[::-1], GOING_ON)
        assert report.count(Outcome.ADDED) == 6
        after = {one.file_name: one.id for one in opened.articles.articles()}
        assert after == before
        assert opened.articles.lost() == []
        assert ("Kenya", 6) in [(one.name, one.articles) for one in opened.articles.entity_counts()]


def test_what_is_read_again_is_recognised_in_the_same_step(
    library: Library, files: list[Path], monkeypatch: pytest.MonkeyPatch
):
    import_files(library, files, GOING_ON)
    library.close()
    (library.folder / "articles.db").unlink()
    monkeypatch.setattr("sanad.library.rebuild._BATCH", 2)
    asked: list[int] = []

    def stop_after_one_batch(done: int, total: int, name: str) -> bool:
        asked.append(done)
        return done < 2

    with Library.open(library.folder) as opened:
        catch_up_library(opened, stop_after_one_batch)
        assert opened.articles.count() == 2
        assert all(opened.articles.mentions(one.id) for one in opened.articles.articles())
        catch_up_library(opened, GOING_ON)
        assert all(opened.articles.mentions(one.id) for one in opened.articles.articles())
        assert opened.articles.count() == 6
    assert asked == [0, 2]
