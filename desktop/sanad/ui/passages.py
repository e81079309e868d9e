"""Keeps and cites passages of the article in view, and lists all that are kept."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from sanad.bookmarks.model import Bookmark
from sanad.text.spans import Span
from sanad.ui.catalogue import Catalogue
from sanad.ui.changing import Changing
from sanad.ui.citation import cited
from sanad.ui.frame import Frame
from sanad.ui.models.bookmarks import BookmarkRow
from sanad.ui.showing import Showing
from sanad.workspace import reading
from sanad.workspace.opening import Workspace


class Passages(QObject):
    """Takes passages from the reader to the bookmarks and the clipboard."""

    def __init__(
        self,
        workspace: Workspace,
        catalogue: Catalogue,
        changing: Changing,
        showing: Showing,
        frame: Frame,
    ) -> None:
        super().__init__(frame)
        self._workspace = workspace
        self._catalogue = catalogue
        self._changing = changing
        self._showing = showing
        self._reader = frame.reader
        self._bookmarks = frame.bookmarks
        self._dock = frame.docks["bookmarks"]
        self._facts = frame.facts
        self._toast = frame.toast

    def keep(self, span: Span, _with_note: bool = False) -> Bookmark | None:
        """Bookmark *span* of the article in view."""
        article = self._showing.article
        return self._changing.keep(article, span) if article is not None else None

    def keep_selected(self, *, with_note: bool) -> None:
        """Bookmark what is selected, or the sentence being read; perhaps write a note to it."""
        span = self._reader.passage()
        bookmark = self.keep(span) if span is not None else None
        if bookmark is not None and with_note:
            self._reader.edit_note(bookmark.id)

    def cite(self, span: Span | None) -> None:
        """Copy *span* of the article in view with where it stands; an empty one has no quote."""
        shown = self._showing.shown
        if shown is not None and span is not None:
            passage = span if span.end > span.start else None
            text = cited(shown.article, shown.version, passage)
            QGuiApplication.clipboard().setText(text)
            self._toast.say(self.tr("Copied with citation"))

    def cite_selected(self) -> None:
        """Copy what is selected with where it stands."""
        self.cite(self._reader.selected_span())

    def list_kept(self) -> None:
        """List every kept passage, and say how many are adrift."""
        placed, adrift = reading.kept_passages(self._workspace)
        rows = [*self._rows(adrift, is_adrift=True), *self._rows(placed, is_adrift=False)]
        self._bookmarks.show_bookmarks(rows, self._showing.article)
        self._dock.set_count(len(rows))
        self._facts.show_attention(sum(row.is_adrift for row in rows))

    def show_adrift(self) -> None:
        """Show the passages that cannot be said to stand anywhere in the present text."""
        self._dock.bring_forward()
        self._bookmarks.show_adrift()

    def _rows(self, bookmarks: Sequence[Bookmark], *, is_adrift: bool) -> list[BookmarkRow]:
        return [
            BookmarkRow(bookmark, self._catalogue.article(bookmark.article), is_adrift)
            for bookmark in bookmarks
            if bookmark.article in self._catalogue
        ]
