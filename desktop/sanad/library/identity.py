"""Whether a file that is imported is an article that the library has already.

The same article has the same id or address in its metadata, else the same recorded path, else
it is the file of that name which has moved within the folder it was imported from.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import Final

from sanad.library.database import Database, Parameter
from sanad.library.packing import recorded_path, storable
from sanad.library.records import ArticleId, Metadata


class Sameness(Enum):
    """What a file is to the library."""

    NEW = "new"
    VERSION = "version"
    """Another state of an article."""
    DUPLICATE = "duplicate"
    """Byte for byte the newest version of an article."""
    REMOVED = "removed"
    """Byte for byte the newest version of an article that was removed: storing restores it."""


@dataclass(frozen=True, slots=True)
class Same:
    """The article that a file is, if any, and by what it was known."""

    sameness: Sameness
    article: ArticleId | None = None
    known_by: str = ""
    """``content``, ``id``, ``url``, ``path`` or ``name``; empty for a new article."""

    @property
    def is_exact(self) -> bool:
        """Whether there is nothing to store."""
        return self.sameness is Sameness.DUPLICATE


_NEW: Final = Same(Sameness.NEW)


def same_article(
    database: Database, metadata: Metadata, path: PurePath, root: PurePath | None, sha256: str
) -> Same:
    """Return which article the file at *path*, found under *root*, is.

    Articles that are there come before removed ones, the older before the newer.
    """
    for removed in (0, 1):
        article = _first(database, "sha256 = ?", sha256, removed)
        if article is not None:
            sameness = Sameness.REMOVED if removed else Sameness.DUPLICATE
            return Same(sameness, article, "content")
        for known_by, column, stated in (
            ("id", "stated_id", metadata.id),
            ("url", "url", metadata.url),
        ):
            if stated is not None:
                article = _first(database, f"{column} = ?", storable(stated), removed)
                if article is not None:
                    return Same(Sameness.VERSION, article, known_by)
        article = _by_path(database, metadata, path, removed)
        if article is not None:
            return Same(Sameness.VERSION, article, "path")
        article = _moved(database, metadata, path, root, removed)
        if article is not None:
            return Same(Sameness.VERSION, article, "name")
    return _NEW


def _first(database: Database, condition: str, value: Parameter, removed: int) -> ArticleId | None:
    found: ArticleId | None = database.value(
        f"SELECT id FROM article WHERE {condition} AND is_removed = ? ORDER BY id",
        (value, removed),
    )
    return found


# Two files that state different ids are two articles, wherever they lie.
_NO_OTHER_ID: Final = "(stated_id IS NULL OR ? IS NULL OR stated_id = ?)"


def _by_path(
    database: Database, metadata: Metadata, path: PurePath, removed: int
) -> ArticleId | None:
    found: ArticleId | None = database.value(
        f"SELECT id FROM article WHERE path = ? AND is_removed = ? AND {_NO_OTHER_ID} ORDER BY id",
        (recorded_path(path), removed, metadata.id, metadata.id),
    )
    return found


def _moved(
    database: Database, metadata: Metadata, path: PurePath, root: PurePath | None, removed: int
) -> ArticleId | None:
    """Return the one article whose file had this name under *root* and is there no longer."""
    if root is None:
        return None
    rows = database.rows(
        "SELECT id, path FROM article WHERE root = ? AND file_name = ? AND is_removed = ?"
        f" AND {_NO_OTHER_ID}",
        (recorded_path(root), storable(path.name), removed, metadata.id, metadata.id),
    )
    # A file still in its place is another file that happens to have the name (index.txt).
    gone = [ArticleId(article) for article, recorded in rows if not Path(recorded).exists()]
    return gone[0] if len(gone) == 1 else None
