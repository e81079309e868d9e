"""What the reader changes in the library: passages kept, articles removed, and all of it undone."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sanad.bookmarks.model import Bookmark
from sanad.library.records import ArticleId
from sanad.text.spans import Span
from sanad.workspace import keeping, removing
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace

if TYPE_CHECKING:
    from sanad.workspace.importing import ImportReport


class Changing(QObject):
    """Changes one open library; what it did is said in a sentence with an offer to undo it."""

    said = Signal(str, bool)
    """A sentence, and whether it can be undone at once."""
    undo_changed = Signal(bool, bool)
    """Whether there is something to undo, and to redo."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.changes.listen(self._tell_undo_soon)

    def keep(self, article: ArticleId, span: Span) -> Bookmark:
        """Bookmark *span* of *article* and return the bookmark."""
        bookmark = keeping.keep(self._workspace, article, span)
        self.said.emit(self.tr("Passage kept"), True)
        return bookmark

    def change_note(self, id: str, note: str) -> None:
        """Give the bookmark called *id* another note."""
        self._with_bookmark(
            id, lambda bookmark: keeping.change_bookmark(self._workspace, bookmark, note=note)
        )

    def change_tags(self, id: str, tags: Sequence[str]) -> None:
        """Give the bookmark called *id* other tags."""
        self._with_bookmark(
            id, lambda bookmark: keeping.change_bookmark(self._workspace, bookmark, tags=tags)
        )

    def remove_bookmark(self, id: str) -> None:
        """Remove the bookmark called *id*."""

        def remove(bookmark: Bookmark) -> None:
            keeping.remove_bookmark(self._workspace, bookmark)
            self.said.emit(self.tr("Bookmark removed"), True)

        self._with_bookmark(id, remove)

    def remove_article(self, article: ArticleId) -> None:
        """Take *article* out of the library."""
        title = self._workspace.library.articles.article(article).title
        removing.remove_articles(self._workspace, [article])
        self.said.emit(self.tr("Removed “{title}”").format(title=title), True)

    def remember_import(self, report: "ImportReport") -> None:
        """Let undo take out what an import added; new versions of articles stay."""
        added = [row.article for row in report.rows if row.article and row.outcome == "added"]
        if added:
            label = self.tr("Import of {n} articles").format(n=f"{len(added):,}")
            removing.remember_added(self._workspace, added, label)
            self._tell_undo()

    def undo(self) -> None:
        """Take the last change back."""
        label = self._workspace.undo.undo()
        if label:
            self.said.emit(self.tr("Undone: {what}").format(what=label), False)
        self._tell_undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        label = self._workspace.undo.redo()
        if label:
            self.said.emit(self.tr("Done again: {what}").format(what=label), False)
        self._tell_undo()

    def _with_bookmark(self, id: str, act: Callable[[Bookmark], object]) -> None:
        for bookmark in self._workspace.bookmarks.all():
            if bookmark.id == id:
                act(bookmark)

    def _tell_undo_soon(self, _changes: Changes) -> None:
        # The step that announces a change is pushed right after it.
        QTimer.singleShot(0, self, self._tell_undo)

    def _tell_undo(self) -> None:
        undo = self._workspace.undo
        self.undo_changed.emit(undo.undo_label is not None, undo.redo_label is not None)
