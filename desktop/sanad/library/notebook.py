"""What the reader made: bookmarks, notes, reading state. None of it can be derived again.

Order of a change: the line in the journal, durable; the commit, durable; only then it counts. All
entries are read and checked once, at opening, and answered from memory after that.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar, cast

from sanad.errors import LibraryError
from sanad.files import why, write_whole
from sanad.library import salvage
from sanad.library.database import Access, DamagedError, Database
from sanad.library.journal import Journal, Json, line_of
from sanad.library.salvage import Entries, checksum, delete_line, put_line
from sanad.library.schema import NOTEBOOK, check, prepare

Made = TypeVar("Made")


class Notebook:
    """Entries by kind and id, each a JSON object, in the order in which they were made."""

    def __init__(self, folder: Path, access: Access, *, may_be_newer: bool = False) -> None:
        """Open the notebook and repair it; raises `LibraryError` or `NewerFormatError`.

        Without the right to write, entries are those of this moment, and repaired in memory only.
        """
        self._path: Final = folder / "notebook.db"
        self._journal = Journal(folder / "notebook.journal.jsonl")
        self._database: Database | None = None
        self._entries: Entries = {}
        self._made: dict[tuple[str, str], object] = {}
        self._digest = 0
        self._last_place = 0
        self.notes: list[str] = []
        """What had to be repaired at opening, a sentence each."""
        with self._in_words("read"):
            if access is Access.WRITE:
                self._open_to_write()
            else:
                self._read(access, may_be_newer=may_be_newer)

    def put(self, kind: str, id: str, value: Mapping[str, Json]) -> None:
        """Keep *value* under *kind* and *id*; it is durable when this returns.

        Raises `LibraryError` when it cannot be kept; then nothing has changed.
        """
        text = salvage.text_of(value)
        if self._entries.get(kind, {}).get(id) == text:
            return
        with self._change(put_line(kind, id, text)) as database:
            database.run(
                "INSERT INTO entry (kind, id, place, value, checksum)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE"
                " SET value = excluded.value, checksum = excluded.checksum",
                (kind, id, self._last_place + 1, text, f"{checksum(kind, id, text):016x}"),
            )
            self._set_digest(self._changed_digest(kind, id, text))
        self._last_place += 1
        self._digest = self._changed_digest(kind, id, text)
        self._entries.setdefault(kind, {})[id] = text
        self._made.pop((kind, id), None)

    def delete(self, kind: str, id: str) -> None:
        """Forget the entry, if there is one, as durably as `put` keeps."""
        if id not in self._entries.get(kind, {}):
            return
        with self._change(delete_line(kind, id)) as database:
            database.run("DELETE FROM entry WHERE kind = ? AND id = ?", (kind, id))
            self._set_digest(self._changed_digest(kind, id, None))
        self._digest = self._changed_digest(kind, id, None)
        del self._entries[kind][id]
        self._made.pop((kind, id), None)

    def get(self, kind: str, id: str) -> dict[str, Json] | None:
        """Return the value kept under *kind* and *id*, or None."""
        text = self._entries.get(kind, {}).get(id)
        return None if text is None else json.loads(text)

    def all(self, kind: str) -> list[tuple[str, dict[str, Json]]]:
        """Return the ids and values of *kind*, in the order in which they were made."""
        return [(id, json.loads(text)) for id, text in self._entries.get(kind, {}).items()]

    def made(self, kind: str, make: Callable[[str, Mapping[str, Json]], Made]) -> list[Made]:
        """Return ``make(id, value)`` of all entries of *kind*, in the order of `all`.

        Each is made once until its entry changes, so it has to be a value that cannot change.
        """
        entries = self._entries.get(kind, {})
        for id, text in entries.items():
            if (kind, id) not in self._made:
                self._made[kind, id] = make(id, json.loads(text))
        return [cast("Made", self._made[kind, id]) for id in entries]

    def close(self) -> None:
        """Close the database, put into one file."""
        if self._database is not None:
            self._database.leave_wal()
            self._database.close()
            self._database = None

    @contextmanager
    def _change(self, line: Mapping[str, Json]) -> Iterator[Database]:
        """Make *line* and the changes of the block durable, both or neither."""
        database = self._database
        if database is None:
            raise LibraryError(f"{self._path} is open read-only; nothing was kept.")
        with self._in_words("written"):
            before = self._journal.size()
            after = self._journal.append([line])
        try:
            with database.transaction():
                yield database
                self._set_state("journal_size", after)
        except BaseException:
            with self._in_words("written"):
                self._journal.cut(before)
            raise

    def _open_to_write(self) -> None:
        try:
            self._database = self._opened()
            repaired = self._load(self._database)
        except DamagedError:
            self._set_aside()
            self._database = self._opened()
            self._load(self._database)
            repaired = True
        except BaseException:
            if self._database is not None:
                self._database.close()
            raise
        if repaired:
            self._store_all(self._database)

    def _opened(self) -> Database:
        database = Database(self._path, Access.WRITE, synchronous="FULL")
        try:
            prepare(database, NOTEBOOK)
        except BaseException:
            database.close()
            raise
        return database

    def _read(self, access: Access, *, may_be_newer: bool) -> None:
        if not self._path.exists():
            self._entries = salvage.replayed({}, self._journal.entries())
            return
        try:
            database = Database(self._path, access)
            try:
                check(database, NOTEBOOK, may_be_newer=may_be_newer)
                self._load(database)
            finally:
                database.close()
        except DamagedError:
            self._entries = salvage.replayed({}, self._journal.entries())
            self.notes.append(f"{self._path} is damaged; what you see comes from its journal.")

    def _load(self, database: Database) -> bool:
        """Read all entries; return whether they differ from what *database* holds."""
        with database.snapshot():
            rows, digest, damaged = salvage.read_rows(database)
            last_place = database.value("SELECT max(place) FROM entry")
            state: dict[str, int] = dict(database.rows("SELECT name, value FROM state"))
        contained = state.get("journal_size", 0)
        self._entries = rows
        self._digest = digest
        self._last_place = last_place if isinstance(last_place, int) else 0
        changed = False
        if damaged or digest != state.get("digest", 0):
            self._entries = salvage.completed(rows, self._journal.entries())
            restored = salvage.difference(rows, self._entries)
            changed = True
            if damaged or restored:
                self._report_damage(damaged, restored)
        if self._journal.size() > contained:  # a crash before the commit, or an older database
            before = self._entries
            self._entries = salvage.replayed(before, self._journal.entries(contained))
            if salvage.difference(before, self._entries) > 1 and not self.notes:
                self.notes.append(
                    f"{self._path} was older than its journal, and was brought up to date."
                )
            changed = True
        if changed:
            self._digest = salvage.digest_of(self._entries)
        return changed or self._journal.size() < contained

    def _report_damage(self, damaged: list[dict[str, Json]], restored: int) -> None:
        note = f"{self._path} was damaged: {restored} entries were brought back from its journal"
        aside = Journal(self._path.with_name("notebook.damaged.jsonl"))
        if damaged and self._database is not None:
            aside.append(damaged)
            note += f", {len(damaged)} damaged rows are kept in {aside.path.name}"
        self.notes.append(note + ".")

    def _store_all(self, database: Database) -> None:
        """Make *database* and, when it is too short, the journal say what was loaded."""
        if self._journal.size() < self._contained(database):
            lines = (line_of(line) for line in salvage.put_lines(self._entries))
            write_whole(self._journal.path, b"".join(lines))
        rows = [
            (kind, id, place, text, f"{checksum(kind, id, text):016x}")
            for place, (kind, id, text) in enumerate(salvage.flat(self._entries), start=1)
        ]
        self._last_place = len(rows)
        with database.transaction():
            database.run("DELETE FROM entry")
            database.run_many(
                "INSERT INTO entry (kind, id, place, value, checksum) VALUES (?, ?, ?, ?, ?)", rows
            )
            self._set_digest(self._digest)
            self._set_state("journal_size", self._journal.size())

    def _contained(self, database: Database) -> int:
        return database.value("SELECT value FROM state WHERE name = 'journal_size'") or 0

    def _changed_digest(self, kind: str, id: str, text: str | None) -> int:
        before = self._entries.get(kind, {}).get(id)
        digest = self._digest
        for value in (before, text):
            if value is not None:
                digest ^= checksum(kind, id, value)
        return digest

    def _set_digest(self, digest: int) -> None:
        self._set_state("digest", digest)

    def _set_state(self, name: str, value: int) -> None:
        if self._database is not None:
            self._database.run("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def _set_aside(self) -> None:
        if self._database is not None:
            self._database.close()
        aside = self._path.with_name("notebook.db.damaged")
        self._path.replace(aside)
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self.notes.append(
            f"{self._path} was damaged; its entries were brought back from the journal, and the "
            f"damaged file is kept as {aside.name}."
        )

    @contextmanager
    def _in_words(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise LibraryError(
                f"{self._path.parent} could not be {what}: {why(error)}. Nothing was changed."
            ) from error
