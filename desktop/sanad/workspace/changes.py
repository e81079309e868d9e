"""Tells whoever listens what has changed in an open library."""

from collections.abc import Callable
from dataclasses import dataclass

from sanad.library.records import ArticleId


@dataclass(frozen=True, slots=True)
class Changes:
    """What one action changed. Empty parts did not change."""

    articles: frozenset[ArticleId] = frozenset()
    """Articles added, removed, put back or at a new version."""
    bookmarks: frozenset[ArticleId] = frozenset()
    """Articles whose bookmarks changed."""
    reading: frozenset[ArticleId] = frozenset()
    """Articles that were opened for the first time."""
    searches: bool = False
    """Whether searches were saved, renamed or removed."""


class Announcer:
    """Hands every change to its listeners, in the order in which they registered."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changes], None]] = []

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Call *listener* with every change from now on."""
        self._listeners.append(listener)

    def announce(self, changes: Changes) -> None:
        """Tell all listeners of *changes*."""
        for listener in self._listeners:
            listener(changes)
