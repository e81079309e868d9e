"""One SQLite file of a library: opened safely, its errors put into sentences."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any, Final

from sanad.errors import LibraryError
from sanad.files import open_private, why

Row = tuple[Any, ...]
Parameter = str | bytes | int | float | None

_BUSY_MILLISECONDS: Final = 10_000
"""How long a change waits for another process of the same library, such as an import."""


class DamagedError(LibraryError):
    """A file of the library cannot be read as the database it should be."""


class Access(Enum):
    """How a database is opened."""

    WRITE = "rwc"
    READ = "ro"
    """Beside a program that may be writing."""
    IMMUTABLE = "ro&immutable=1"
    """On a medium that nobody writes; WAL cannot be used there."""


class Database:
    """A connection in autocommit mode; every error of SQLite arrives as a `LibraryError`."""

    def __init__(
        self,
        path: Path,
        access: Access,
        *,
        synchronous: str = "NORMAL",
        on_damage: Callable[[], None] | None = None,
    ) -> None:
        """Open *path*; a missing file is made when *access* is to write.

        *synchronous* is ``NORMAL`` (a power cut may lose the last commits) or ``FULL``. *on_damage*
        is called when the file turns out to be damaged, now or later.
        """
        self.path = path
        self._on_damage = on_damage
        if access is Access.WRITE:  # SQLite gives its -wal and -shm the mode of this file
            try:
                os.close(open_private(path, os.O_RDWR | os.O_CREAT))
            except OSError as error:
                raise LibraryError(f"{path} cannot be opened: {why(error)}.") from error
        uri = f"{path.absolute().as_uri()}?mode={access.value}"
        with self._in_words():
            self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            try:
                self._prepare(access, synchronous)
            except BaseException:
                self._connection.close()
                raise

    def rows(self, sql: str, parameters: Sequence[Parameter] = ()) -> list[Row]:
        """Return all rows that *sql* selects."""
        with self._in_words():
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Parameter] = ()) -> Row | None:
        """Return the first row that *sql* selects, or None."""
        with self._in_words():
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Sequence[Parameter] = ()) -> Any:  # noqa: ANN401
        """Return the first column of the first row that *sql* selects; None without a row."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def run(self, sql: str, parameters: Sequence[Parameter] = ()) -> int:
        """Change rows as *sql* says and return how many were changed."""
        with self._in_words():
            return self._connection.execute(sql, parameters).rowcount

    def run_many(self, sql: str, parameters: Iterable[Sequence[Parameter]]) -> None:
        """Change rows as *sql* says, once for each of *parameters*."""
        with self._in_words():
            self._connection.executemany(sql, parameters)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do what follows wholly or not at all; others wait, or are waited for, at the start."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._undo("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let what follows read one state of the file, whatever others write meanwhile."""
        self.run("BEGIN")
        try:
            yield
        finally:
            self._undo("ROLLBACK")

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Within a transaction, do what follows wholly or not at all."""
        self.run("SAVEPOINT step")
        try:
            yield
        except BaseException:
            self._undo("ROLLBACK TO step")
            self._undo("RELEASE step")
            raise
        self.run("RELEASE step")

    @contextmanager
    def intact(self) -> Iterator[None]:
        """Take values from rows: what has not the form in which it was stored is damage."""
        try:
            yield
        except (ValueError, TypeError, LookupError) as error:
            raise self._noticed(_damaged(self.path)) from error

    def leave_wal(self) -> None:
        """Put everything into the one file, if no other process is using it."""
        try:
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.Error:
            return  # the next one to close will do it; the WAL is as durable until then

    def close(self) -> None:
        """Close the connection; closing twice does no harm."""
        self._connection.close()

    def _prepare(self, access: Access, synchronous: str) -> None:
        run = self._connection.execute
        run(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        run("PRAGMA trusted_schema = OFF")
        run("PRAGMA cell_size_check = ON")
        run("PRAGMA temp_store = MEMORY")
        if access is Access.WRITE:
            run("PRAGMA journal_mode = WAL").fetchone()
            run(f"PRAGMA synchronous = {synchronous}")
        run("SELECT count(*) FROM sqlite_schema").fetchone()  # a damaged file shows here

    def _undo(self, sql: str) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute(sql)
        except sqlite3.Error:
            return  # SQLite rolls back by itself at the next opening

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._noticed(_sentence(error, self.path)) from error

    def _noticed(self, error: LibraryError) -> LibraryError:
        if self._on_damage is not None and isinstance(error, DamagedError):
            self._on_damage()
        return error


_SENTENCES: Final = {
    sqlite3.SQLITE_FULL: "The disk is full; nothing was changed in {}.",
    sqlite3.SQLITE_BUSY: "{} is being written by an import; nothing was changed, try again.",
    sqlite3.SQLITE_LOCKED: "{} is being written by an import; nothing was changed, try again.",
    sqlite3.SQLITE_READONLY: "{} cannot be written to; nothing was changed.",
    sqlite3.SQLITE_IOERR: "The disk reported an error at {}; nothing was changed.",
    sqlite3.SQLITE_CANTOPEN: "{} cannot be opened; check that it is there and may be read.",
}


def _sentence(error: sqlite3.Error, path: Path) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the family
    # Text that is no UTF-8 has no code of its own.
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "decode" in str(error):
        return _damaged(path)
    if code in _SENTENCES:
        return LibraryError(_SENTENCES[code].format(path))
    return LibraryError(f"{path} could not be used ({error}).")


def _damaged(path: Path) -> DamagedError:
    return DamagedError(f"{path} is damaged and cannot be read.")
