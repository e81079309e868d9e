"""What was searched in a library, kept with the user and not with the library.

A query is a private thing: it is not handed on with the library's folder, and what is cleared is
gone, which the notebook's journal could not promise.
"""

import json
from pathlib import Path
from uuid import UUID

from sanad import settings
from sanad.errors import SanadError
from sanad.files import make_private_folder, why, write_whole
from sanad.text.fold import folded

KEPT = 50
"""Queries that are remembered."""


class SearchHistory:
    """The last fifty queries of one library, the newest first."""

    def __init__(self, library: UUID) -> None:
        """Read what was remembered; a file that cannot be read counts as empty."""
        # The folder is made with the first query: one that cannot be made hinders no reading.
        self._path = settings.settings_file().parent / "searches" / f"{library}.json"
        self._queries = _read(self._path)

    @property
    def queries(self) -> tuple[str, ...]:
        """All queries, the newest first."""
        return self._queries

    def like(self, typed: str, limit: int) -> list[str]:
        """Return at most *limit* queries with a word that begins as *typed* does, newest first.

        Nothing typed is like all of them; a query that is typed in full is left out.
        """
        start = folded(typed.strip())
        found = [
            query
            for query in self._queries
            if (text := folded(query)) != start and (text.startswith(start) or f" {start}" in text)
        ]
        return found[:limit]

    def remember(self, query: str) -> None:
        """Put *query* first; raises `SanadError` when it cannot be written."""
        query = " ".join(query.split())
        if not query or self._queries[:1] == (query,):
            return
        others = (one for one in self._queries if folded(one) != folded(query))
        self._queries = (query, *others)[:KEPT]
        try:
            make_private_folder(self._path.parent)
            write_whole(self._path, json.dumps(self._queries, ensure_ascii=False).encode())
        except OSError as error:
            raise SanadError(
                f"The search could not be remembered in {self._path}: {why(error)}."
            ) from error

    def clear(self) -> None:
        """Forget every query, also on disk; raises `SanadError` when the file stays."""
        self._queries = ()
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise SanadError(
                f"The searches in {self._path} could not be removed: {why(error)}."
            ) from error


def _read(path: Path) -> tuple[str, ...]:
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(stored, list):
        return ()
    return tuple(one for one in stored if isinstance(one, str))[:KEPT]
