"""Kept is kept: through crashes, damage and a lost database."""

import json
import random
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.errors import LibraryError
from sanad.library.database import Access
from sanad.library.notebook import Notebook

ENTRIES = {
    f"b{n}": {"note": f"Note {n}: é نوٹ", "n": n, "tags": ["a", None, 1.5]} for n in range(8)
}


@pytest.fixture
def notebook(tmp_path):
    notebook = Notebook(tmp_path, Access.WRITE)
    for id, value in ENTRIES.items():
        notebook.put("bookmark", id, value)
    yield notebook
    notebook.close()


def reopened(folder, access=Access.WRITE):
    notebook = Notebook(folder, access)
    notebook.close()
    return notebook


def raw(folder, *statements):
    with closing(sqlite3.connect(folder / "notebook.db")) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_what_is_put_is_there_again_in_its_order(notebook, tmp_path):
    notebook.put("reading", "1", {"paragraph": 3})
    notebook.put("bookmark", "b0", {"note": "changed"})
    notebook.delete("bookmark", "b1")
    notebook.delete("bookmark", "never there")
    notebook.close()
    again = reopened(tmp_path)
    expected = {**ENTRIES, "b0": {"note": "changed"}}
    del expected["b1"]
    assert again.all("bookmark") == list(expected.items())
    assert again.get("reading", "1") == {"paragraph": 3}
    assert again.get("bookmark", "b1") is None
    assert again.all("session") == []
    assert again.notes == []


def test_what_is_handed_out_is_not_what_is_kept(notebook):
    notebook.get("bookmark", "b0")["note"] = "spoiled"
    assert notebook.get("bookmark", "b0") == ENTRIES["b0"]


def test_putting_the_same_again_writes_nothing(notebook, tmp_path):
    size = (tmp_path / "notebook.journal.jsonl").stat().st_size
    notebook.put("bookmark", "b0", dict(reversed(ENTRIES["b0"].items())))
    assert (tmp_path / "notebook.journal.jsonl").stat().st_size == size


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.text(st.characters(exclude_categories=["Cs"])),
    id=st.text(st.characters(exclude_categories=["Cs"])),
    value=st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
    ),
)  # fmt: skip
def test_any_value_comes_back(notebook, tmp_path, kind, id, value):
    notebook.put(kind, id, value)
    other = Notebook(tmp_path, Access.READ)
    assert other.get(kind, id) == value
    assert other.notes == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entry SET value = replace(value, 'Note', 'Nots') WHERE id = 'b3'",
        "UPDATE entry SET id = 'b9' WHERE id = 'b3'",
        "UPDATE entry SET kind = 'bookmarl' WHERE id = 'b3'",
        "UPDATE entry SET checksum = '00' WHERE id = 'b3'",
        "UPDATE entry SET value = x'ff00fe' WHERE id = 'b3'",
        "DELETE FROM entry WHERE id = 'b3'",
        "UPDATE state SET value = 7 WHERE name = 'digest'",
        "UPDATE state SET value = 0 WHERE name = 'journal_size'",
        "DELETE FROM state",
        "DELETE FROM entry",
    ],
)
def test_a_damaged_row_is_brought_back_from_the_journal(notebook, tmp_path, damage):
    notebook.close()
    raw(tmp_path, damage)
    seen = Notebook(tmp_path, Access.READ)
    assert dict(seen.all("bookmark")) == ENTRIES
    again = reopened(tmp_path)
    assert dict(again.all("bookmark")) == ENTRIES
    if "entry" in damage:
        assert len(again.notes) == 1
        assert "notebook.db was damaged" in again.notes[0]
    assert reopened(tmp_path).notes == []


def test_a_damaged_row_of_which_the_journal_knows_nothing_is_not_thrown_away(notebook, tmp_path):
    notebook.close()
    (tmp_path / "notebook.journal.jsonl").write_bytes(b"")
    reopened(tmp_path)
    raw(tmp_path, "UPDATE entry SET value = 'torn' WHERE id = 'b3'")
    (tmp_path / "notebook.journal.jsonl").write_bytes(b"")
    again = reopened(tmp_path)
    assert len(again.all("bookmark")) == len(ENTRIES) - 1
    kept = (tmp_path / "notebook.damaged.jsonl").read_text()
    assert json.loads(kept)["value"] == "torn"
    assert "1 damaged rows are kept in notebook.damaged.jsonl" in again.notes[0]


@pytest.mark.parametrize("content", [b"", b"not a database" * 400, None])
def test_a_lost_or_ruined_database_is_made_again_from_the_journal(notebook, tmp_path, content):
    notebook.put("bookmark", "b0", {"note": "changed"})
    notebook.delete("bookmark", "b1")
    notebook.close()
    path = tmp_path / "notebook.db"
    path.unlink() if content is None else path.write_bytes(content)
    expected = {**ENTRIES, "b0": {"note": "changed"}}
    del expected["b1"]
    if content != b"":
        assert dict(Notebook(tmp_path, Access.READ).all("bookmark")) == expected
    again = reopened(tmp_path)
    assert dict(again.all("bookmark")) == expected
    assert len(again.notes) == 1
    assert reopened(tmp_path).notes == []


def test_random_bits_never_change_an_entry_in_silence(notebook, tmp_path):
    notebook.close()
    path = tmp_path / "notebook.db"
    whole = path.read_bytes()
    journal = (tmp_path / "notebook.journal.jsonl").read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(whole)
        place = chance.randrange(100, len(whole))  # the header beyond SQLite's own checks
        damaged[place] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        (tmp_path / "notebook.journal.jsonl").write_bytes(journal)
        assert dict(reopened(tmp_path).all("bookmark")) == ENTRIES


def test_a_lost_journal_is_written_again(notebook, tmp_path):
    notebook.close()
    journal = tmp_path / "notebook.journal.jsonl"
    journal.unlink()
    reopened(tmp_path)
    (tmp_path / "notebook.db").unlink()
    assert dict(reopened(tmp_path).all("bookmark")) == ENTRIES


def test_a_torn_last_line_is_passed_over_and_the_next_one_is_whole(notebook, tmp_path):
    notebook.close()
    with (tmp_path / "notebook.journal.jsonl").open("ab") as journal:
        journal.write(b'{"op":"put","kind":"bookm')
    again = Notebook(tmp_path, Access.WRITE)
    again.put("bookmark", "new", {"note": "after"})
    again.close()
    (tmp_path / "notebook.db").unlink()
    assert dict(reopened(tmp_path).all("bookmark")) == {**ENTRIES, "new": {"note": "after"}}


def test_a_line_without_its_commit_is_carried_out(notebook, tmp_path):
    notebook.close()
    before = (tmp_path / "notebook.db").read_bytes()
    again = Notebook(tmp_path, Access.WRITE)
    again.put("bookmark", "new", {"note": "after"})
    again.close()
    (tmp_path / "notebook.db").write_bytes(before)
    assert reopened(tmp_path).get("bookmark", "new") == {"note": "after"}


@pytest.mark.parametrize("place", ["fsync", "commit"])
def test_what_could_not_be_kept_is_not_there_later(notebook, tmp_path, monkeypatch, place):
    if place == "fsync":
        monkeypatch.setattr("os.fsync", _full)
        expected = "the disk is full"
    else:
        monkeypatch.setattr("sanad.library.database.Database.run", _full)
        expected = "No space"
    with pytest.raises((LibraryError, OSError), match=expected):
        notebook.put("bookmark", "new", {"note": "lost"})
    monkeypatch.undo()
    assert notebook.get("bookmark", "new") is None
    notebook.put("bookmark", "later", {})
    notebook.close()
    again = reopened(tmp_path)
    assert again.get("bookmark", "new") is None
    assert again.get("bookmark", "later") == {}
    assert again.notes == []


def test_without_the_right_to_write_nothing_is_kept(notebook, tmp_path):
    other = Notebook(tmp_path, Access.READ)
    assert dict(other.all("bookmark")) == ENTRIES
    with pytest.raises(LibraryError, match="open read-only; nothing was kept"):
        other.put("bookmark", "new", {})
    with pytest.raises(LibraryError, match="open read-only; nothing was kept"):
        other.delete("bookmark", "b0")


def _full(*_):
    raise OSError(28, "No space left on device")
