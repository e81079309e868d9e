"""``imports.jsonl``: what was imported and removed, in order. Article ids come from here.

The database knows up to which byte it contains the log. What stands behind that was made durable
by a process that then died, or belongs to a database that is lost; such versions wait in the
table ``pending`` until they are read again from ``originals/``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, TypeGuard

from sanad.files import write_whole
from sanad.library.database import Database
from sanad.library.journal import Journal, Json, line_of
from sanad.library.packing import NewVersion, recorded_path, storable
from sanad.library.records import ArticleId

Line = Mapping[str, Json]


def import_line(article: ArticleId, version: int, sha256: str, new: NewVersion) -> Line:
    """Return the line that says that *new* became a version of *article*."""
    return {
        "what": "import",
        "article": article,
        "version": version,
        "sha256": sha256,
        "file": storable(new.file_name or new.path.name),
        "path": recorded_path(new.path),
        "root": None if new.root is None else recorded_path(new.root),
        "at": new.imported_at.isoformat(),
        "pipeline": new.pipeline,
    }


def removal_line(article: ArticleId, *, removed: bool) -> Line:
    """Return the line that says that *article* was removed, or brought back."""
    what = "remove" if removed else "restore"
    return {"what": what, "article": article, "at": datetime.now(UTC).isoformat()}


@dataclass(frozen=True, slots=True)
class Lost:
    """A version that the log has and the database has not."""

    article: ArticleId
    version: int
    sha256: str
    file_name: str
    path: PurePath
    root: PurePath | None
    imported_at: datetime
    is_removed: bool


def lost(database: Database) -> list[Lost]:
    """Return the versions that wait to be read again, in the order of their import."""
    rows = database.rows("SELECT line, is_removed FROM pending ORDER BY place")
    return [_lost(json.loads(line), is_removed=bool(removed)) for line, removed in rows]


def lost_as(database: Database, sha256: str) -> Lost | None:
    """Return the first version that waits to be read again from the original with this hash."""
    row = database.row(
        "SELECT line, is_removed FROM pending WHERE json_extract(line, '$.sha256') = ?"
        " ORDER BY place LIMIT 1",
        (sha256,),
    )
    return None if row is None else _lost(json.loads(row[0]), is_removed=bool(row[1]))


def found(database: Database, one: Lost) -> None:
    """Within a transaction, note that *one* is in *database* again."""
    database.run(
        "DELETE FROM pending WHERE article = ? AND version = ?", (one.article, one.version)
    )


def is_settled(database: Database, log: Journal) -> bool:
    """Whether *database* contains the whole of *log* and no more."""
    return log.size() == _contained(database)


def settle(database: Database, log: Journal) -> None:
    """Within a transaction, note as pending what only *log* has, and log what only is here."""
    contained = _contained(database)
    if log.size() > contained:
        for line in log.entries(contained):
            _note(database, line)
    elif log.size() < contained:  # the file was lost or cut off: write it again
        write_whole(log.path, b"".join(line_of(line) for line in _lines(database)))
    set_contained(database, log.size())


def set_contained(database: Database, size: int) -> None:
    """Record that *database* contains the first *size* bytes of the log."""
    database.run("INSERT OR REPLACE INTO state VALUES ('log_size', ?)", (size,))


def _contained(database: Database) -> int:
    return database.value("SELECT value FROM state WHERE name = 'log_size'") or 0


def _note(database: Database, line: dict[str, Any]) -> None:
    article = line.get("article")
    if not _is_number(article):
        return
    match line.get("what"):
        case "import" if _is_number(line.get("version")):
            database.run(
                "INSERT OR IGNORE INTO pending (article, version, line)"
                " SELECT ?1, ?2, ?3 WHERE NOT EXISTS"
                " (SELECT 1 FROM version WHERE article = ?1 AND number = ?2)",
                (article, line["version"], json.dumps(line)),
            )
            _mark_removed(database, article, removed=False)  # an import brings back
        case "remove" | "restore" as what:
            _mark_removed(database, article, removed=what == "remove")


def _is_number(value: object) -> TypeGuard[int]:
    """Whether *value* can be the number of an article or a version."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value < 1 << 53


def _lost(line: dict[str, Any], *, is_removed: bool) -> Lost:
    root = line.get("root")
    try:
        imported_at = datetime.fromisoformat(line["at"])
    except (KeyError, TypeError, ValueError):
        imported_at = datetime.fromtimestamp(0, UTC)
    return Lost(
        ArticleId(line["article"]),
        line["version"],
        str(line.get("sha256", "")),
        str(line.get("file", "")),
        PurePath(str(line.get("path", ""))),
        PurePath(root) if isinstance(root, str) else None,
        imported_at,
        is_removed,
    )


def _mark_removed(database: Database, article: int, *, removed: bool) -> None:
    for table, column in (("pending", "article"), ("article", "id")):
        database.run(
            f"UPDATE {table} SET is_removed = ? WHERE {column} = ?",
            (int(removed), article),
        )


def _lines(database: Database) -> list[Line]:
    lines: list[Line] = [
        {
            "what": "import",
            "article": article,
            "version": number,
            "sha256": sha256,
            "file": file_name,
            "path": path,
            "root": root,
            "at": imported_at,
            "pipeline": pipeline,
        }
        for article, number, sha256, file_name, path, root, imported_at, pipeline in database.rows(
            "SELECT article, number, sha256, file_name, path, root, imported_at, pipeline"
            " FROM version ORDER BY imported_at, article, number"
        )
    ]
    lines += (json.loads(line) for (line,) in database.rows("SELECT line FROM pending"))
    removed = database.rows(
        "SELECT id FROM article WHERE is_removed UNION SELECT article FROM pending WHERE is_removed"
    )
    lines += (removal_line(article, removed=True) for (article,) in removed)
    return lines
