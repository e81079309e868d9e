"""The tables of a library's databases, and the check that a file holds them.

A file's version stands in its ``user_version``. This is the first one; a file with a greater
number was written by a newer Sanad and is only read.
"""

from dataclasses import dataclass
from typing import Final

from sanad.errors import LibraryError
from sanad.library.database import DamagedError, Database

FORMAT: Final = 1
"""The version of the library folder and of both databases."""


class NewerFormatError(LibraryError):
    """A file was written by a newer Sanad: it may be read, and must not be written."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What one kind of database holds."""

    application_id: int
    tables: tuple[str, ...]


ARTICLES: Final = Schema(
    0x53414E41,  # "SANA"
    (
        "CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE article ("
        " id INTEGER PRIMARY KEY, version INTEGER NOT NULL,"
        " title TEXT NOT NULL, title_is_derived INTEGER NOT NULL,"
        " stated_title TEXT, author TEXT, source TEXT, date TEXT, url TEXT, language TEXT,"
        " stated_id TEXT, file_name TEXT NOT NULL, path TEXT NOT NULL, root TEXT,"
        " imported_at TEXT NOT NULL, words INTEGER NOT NULL, sha256 TEXT NOT NULL,"
        " is_removed INTEGER NOT NULL DEFAULT 0)",
        "CREATE INDEX article_sha256 ON article (sha256)",
        "CREATE INDEX article_path ON article (path)",
        "CREATE INDEX article_stated_id ON article (stated_id) WHERE stated_id IS NOT NULL",
        "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL",
        "CREATE INDEX article_root ON article (root, file_name) WHERE root IS NOT NULL",
        # The texts stand apart from what lists need, so that a list reads few pages.
        "CREATE TABLE version ("
        " article INTEGER NOT NULL, number INTEGER NOT NULL, sha256 TEXT NOT NULL,"
        " imported_at TEXT NOT NULL, file_name TEXT NOT NULL, path TEXT NOT NULL, root TEXT,"
        " pipeline INTEGER NOT NULL, sentences TEXT NOT NULL, boilerplate TEXT NOT NULL,"
        " text TEXT NOT NULL, html TEXT NOT NULL, UNIQUE (article, number))",
        # Lines of imports.jsonl whose version is not in this database (any more).
        "CREATE TABLE pending ("
        " place INTEGER PRIMARY KEY, article INTEGER NOT NULL, version INTEGER NOT NULL,"
        " is_removed INTEGER NOT NULL DEFAULT 0, line TEXT NOT NULL, UNIQUE (article, version))",
        # The totals are of what "naming" has, kept up with it: a whole library counts at once.
        "CREATE TABLE entity ("
        " key INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,"
        " mentions INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0,"
        " UNIQUE (id, kind))",
        "CREATE TABLE naming ("
        " entity INTEGER NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,"
        " PRIMARY KEY (entity, article)) WITHOUT ROWID",
        "CREATE INDEX naming_article ON naming (article, entity, mentions)",
        "CREATE TABLE recognised (article INTEGER PRIMARY KEY, mentions TEXT NOT NULL)",
        "CREATE TABLE initiative ("
        " article INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,"
        " kind TEXT NOT NULL, status TEXT NOT NULL, payload TEXT NOT NULL,"
        " PRIMARY KEY (article, place))",
        "CREATE INDEX initiative_id ON initiative (id, article)",
    ),
)

NOTEBOOK: Final = Schema(
    0x53414E4E,  # "SANN"
    (
        "CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        # One tree and no index: reading all rows at opening reads every page that matters.
        "CREATE TABLE entry ("
        " kind TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, value TEXT NOT NULL,"
        " checksum TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID",
    ),
)


def prepare(database: Database, schema: Schema) -> None:
    """Make the tables of *schema* in an empty *database*, and check those of another.

    Raises `NewerFormatError`; `DamagedError` when the file is not one of Sanad's; `LibraryError`
    when something was added to it.
    """
    if _is_empty(database):
        with database.transaction():
            if _is_empty(database):  # not made by another process meanwhile
                for statement in schema.tables:
                    database.run(statement)
                database.run(f"PRAGMA application_id = {schema.application_id}")
                database.run(f"PRAGMA user_version = {FORMAT}")
    check(database, schema)


def check(database: Database, schema: Schema, *, may_be_newer: bool = False) -> None:
    """Check that *database* is of *schema*; raises as `prepare` does."""
    # Triggers and views could act on what Sanad writes; a library has none.
    foreign = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    if database.value("PRAGMA application_id") != schema.application_id:
        raise DamagedError(f"{database.path} is not the file that Sanad made.")
    if database.value(foreign):
        raise LibraryError(
            f"{database.path} contains more than Sanad puts there; it is not opened. If you did "
            "not make this library yourself, do not trust it."
        )
    if not may_be_newer and database.value("PRAGMA user_version") > FORMAT:
        raise NewerFormatError(f"{database.path} was written by a newer version of Sanad.")


def _is_empty(database: Database) -> bool:
    return not database.value("SELECT count(*) FROM sqlite_schema")
