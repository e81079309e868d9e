"""Opening a library: by one writer, by readers, on any medium, and never by mistake."""

import errno
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sanad.errors import LibraryError, LibraryInUseError, SanadError
from sanad.library.lock import WriterLock
from sanad.library.store import Library

from .conftest import version_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="mode bits and users of POSIX")


def sentence(error) -> str:
    text = str(error.value)
    assert isinstance(error.value, SanadError)
    assert "\n" not in text
    assert text.endswith(".")
    return text


@contextmanager
def unprivileged() -> Iterator[None]:
    """Be a user whom mode bits concern; root is not."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public():
    """Make a library outside the private temporary folder, which others could not enter."""
    above = Path(tempfile.mkdtemp(prefix="sanad-test-"))
    above.chmod(0o755)
    folder = above / "Public.sanad"
    with Library.create(folder, "Public") as library:
        library.articles.add(version_of())
        library.notebook.put("bookmark", "b", {"note": "kept"})
    yield folder
    shutil.rmtree(above)


def make_read_only(folder: Path) -> None:
    for path in folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    folder.chmod(0o555)


def test_a_library_is_a_folder_of_these_files(folder):
    with Library.create(folder, "Ministry of نوٹس") as library:
        library.articles.add(version_of())
        library.notebook.put("bookmark", "b", {})
        uuid = library.uuid
    assert {path.name for path in folder.iterdir()} == {
        "library.toml",
        "articles.db",
        "originals",
        "imports.jsonl",
        "notebook.db",
        "notebook.journal.jsonl",
        "writer.lock",
    }
    with Library.open(folder) as again:
        assert again.uuid == uuid
        assert again.name == "Ministry of نوٹس"
        assert again.notes == ()
        assert not again.read_only


@posix
def test_all_of_it_is_for_its_owner_alone(library, folder):
    library.articles.add(version_of())
    library.notebook.put("bookmark", "b", {})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_folder_with_something_in_it_is_not_made_a_library(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(LibraryError) as error:
        Library.create(tmp_path, "Ministry")
    assert "is not empty" in sentence(error)
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError) as error:
        Library.create(tmp_path / "file", "Ministry")
    assert "could not be made" in sentence(error)


def test_what_is_no_library_is_said_to_be_none(tmp_path):
    (tmp_path / "file").write_text("")
    for path, words in [
        (tmp_path / "nowhere", "There is no library at"),
        (tmp_path, "has no library.toml"),
        (tmp_path / "file", "is a file"),
    ]:
        with pytest.raises(LibraryError) as error:
            Library.open(path)
        assert words in sentence(error)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


@pytest.mark.parametrize("content", ["", "uuid = 3", 'uuid = "x"\nname = "a"\nformat = 1', "]["])
def test_a_damaged_manifest_is_one_sentence(library, folder, content):
    library.close()
    (folder / "library.toml").write_text(content)
    with pytest.raises(LibraryError) as error:
        Library.open(folder)
    assert "library.toml is damaged" in sentence(error)


def test_a_second_writer_is_told_who_writes_and_may_read(library, folder):
    library.articles.add(version_of())
    with pytest.raises(LibraryInUseError) as error:
        Library.open(folder)
    assert f"open in another window of Sanad (process {os.getpid()})" in sentence(error)
    with Library.open(folder, read_only=True) as second:
        assert second.read_only
        assert second.articles.count() == 1
        library.articles.add(version_of("More.", path="/b.txt"))
        assert second.articles.count() == 2
    library.close()
    with Library.open(folder) as later:
        assert not later.read_only


def test_a_job_writes_articles_while_the_window_holds_the_library(library, folder):
    with Library.open_for_job(folder) as job:
        job.articles.add(version_of())
        assert library.articles.count() == 1
        library.articles.add(version_of("More.", path="/b.txt"))
        assert job.articles.count() == 2
        with pytest.raises(LibraryError, match="nothing was kept"):
            job.notebook.put("bookmark", "b", {})
    library.notebook.put("bookmark", "b", {})
    assert [article.id for article in library.articles.articles()] == [1, 2]


def test_closing_leaves_whole_files_that_a_read_only_medium_can_show(library, folder):
    library.articles.add(version_of())
    library.notebook.put("bookmark", "b", {})
    library.close()
    library.close()
    assert not list(folder.glob("*-wal"))
    with closing(sqlite3.connect(folder / "articles.db")) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@posix
def test_a_library_that_cannot_be_written_opens_to_be_read(public):
    make_read_only(public)
    before = sorted(public.iterdir())
    with unprivileged(), Library.open(public) as library:
        assert library.read_only
        assert "cannot be written" in library.notes[0]
        assert library.articles.text(library.articles.find("dco").id).startswith("Pakistan")
        assert library.articles.original(library.articles.find("1").id).read_bytes()
        assert library.notebook.get("bookmark", "b") == {"note": "kept"}
        with pytest.raises(LibraryError, match="read-only"):
            library.articles.remove(library.articles.find("1").id)
        with pytest.raises(LibraryError, match="read-only"):
            library.notebook.delete("bookmark", "b")
    with unprivileged(), Library.open(public, read_only=True) as library:
        assert library.articles.count() == 1
    assert sorted(public.iterdir()) == before


@posix
def test_a_library_that_was_not_closed_asks_for_a_place_to_be_written(public, tmp_path):
    with Library.open(public) as library:
        library.articles.add(version_of("More.", path="/b.txt"))
        for name in ("articles.db", "articles.db-wal"):
            shutil.copy(public / name, tmp_path / name)
    for name in ("articles.db", "articles.db-wal"):
        shutil.copy(tmp_path / name, public / name)
    make_read_only(public)
    with unprivileged(), pytest.raises(LibraryError) as error:
        Library.open(public)
    assert "was not closed" in sentence(error)
    shutil.copytree(public, tmp_path / "Copy.sanad")
    for path in (tmp_path / "Copy.sanad", *(tmp_path / "Copy.sanad").rglob("*")):
        path.chmod(0o700)
    with Library.open(tmp_path / "Copy.sanad") as library:
        assert library.articles.count() == 2


@posix
def test_a_library_that_may_not_be_read_is_one_sentence(public):
    public.chmod(0o000)
    with unprivileged(), pytest.raises(LibraryError) as error:
        Library.open(public)
    assert "permission was denied" in sentence(error)
    public.chmod(0o700)


@pytest.mark.parametrize("file", ["library.toml", "articles.db", "notebook.db"])
def test_a_library_of_a_newer_sanad_is_only_read(library, folder, file):
    library.articles.add(version_of())
    library.notebook.put("bookmark", "b", {"note": "kept"})
    library.close()
    path = folder / file
    if path.suffix == ".toml":
        path.write_text(path.read_text().replace("format = 1", "format = 2"))
    else:
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("PRAGMA user_version = 2")
    with Library.open(folder) as again:
        assert again.read_only
        assert "newer version of Sanad" in again.notes[0]
        assert again.articles.count() == 1
        assert again.notebook.get("bookmark", "b") == {"note": "kept"}


def test_a_library_with_foreign_triggers_is_not_opened(library, folder):
    library.close()
    with closing(sqlite3.connect(folder / "articles.db")) as raw, raw:
        raw.execute("CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM article; END")
    with pytest.raises(LibraryError) as error:
        Library.open(folder)
    assert "contains more than Sanad puts there" in sentence(error)


def test_a_hash_that_leads_out_of_the_library_is_not_followed(library, folder):
    article = library.articles.add(version_of()).id
    (folder / "secret").write_text("secret")
    library.close()
    with closing(sqlite3.connect(folder / "articles.db")) as raw, raw:
        raw.execute("UPDATE version SET sha256 = '../secret'")
    with Library.open(folder) as again, pytest.raises(SanadError, match="no longer in"):
        again.articles.original(article)


def test_a_library_can_be_moved(library, folder, tmp_path):
    library.articles.add(version_of())
    library.close()
    moved = folder.rename(tmp_path / "Elsewhere.sanad")
    with Library.open(moved) as again:
        assert again.name == "Ministry"
        assert again.articles.original(again.articles.find("1").id).is_file()


def test_a_lock_needs_no_room_on_the_disk(library, folder, monkeypatch):
    library.close()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("sanad.library.lock.os.write", full)
    lock = WriterLock.take(folder, "Ministry")
    with pytest.raises(LibraryInUseError):
        WriterLock.take(folder, "Ministry")
    lock.release()
