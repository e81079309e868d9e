"""Asks what is related to the article in view, and drops answers about any other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from sanad.library.records import ArticleId
from sanad.search.protocol import IndexedArticle, Related
from sanad.ui.search_client import SearchClient
from sanad.workspace.reading import OpenArticle

_LISTED = 6


class Relating(QObject):
    """One for each open library."""

    found = Signal(object)
    """A sequence of `Related`, the closest first."""

    def __init__(self, client: SearchClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._article: ArticleId | None = None
        client.related_found.connect(self.take)

    def ask(self, opened: OpenArticle | None) -> None:
        """Find soon what is related to *opened*; nothing is related to None."""
        self._article = opened.article.id if opened else None
        if opened is None:
            self.found.emit(())
            return
        version = opened.version
        asked = IndexedArticle(
            opened.article.id,
            version.number,
            opened.article.title,
            version.text,
            version.boilerplate,
            mentions=opened.mentions,
        )
        self._client.relate(asked, _LISTED)

    def take(self, article: ArticleId, rows: Sequence[Related]) -> None:
        """Hand on what is related to *article* if that is still the one in view."""
        if article == self._article:
            self.found.emit(rows)
