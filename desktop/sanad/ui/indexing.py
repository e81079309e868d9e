"""Keeps the index of an open library up to date, in the background."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sanad.ui import work
from sanad.ui.background import Background
from sanad.ui.finder import Finder
from sanad.ui.guard import Guard
from sanad.workspace.opening import Workspace


class Indexing(QObject):
    """One for each open library."""

    renewed = Signal()
    """There is an index, and what was searched is being asked again if it changed."""
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        finder: Finder,
        background: Background,
        guard: Guard,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._finder = finder
        self._background = background
        self._guard = guard
        self._was_remade = False

    def begin(self) -> None:
        """Read what a crash has lost, while the rest is shown, or make the index if need be."""
        library = self._workspace.library
        if not library.read_only and library.articles.lost():
            self._run(
                self.tr("Reading lost articles again"),
                work.read_lost_articles,
                then=self._take_lost_articles,
            )
        elif self._finder.needs_index:
            self.update()

    def update(self) -> None:
        """Bring the index up to date, and ask again when it is."""
        self._run(
            self.tr("Updating the index"), work.update_index, then=self._take_index, quietly=True
        )

    def make_again(self) -> None:
        """Make an index that turned out to be missing or broken, but only once."""
        if self._was_remade:
            self.failed.emit(self.tr("The index cannot be used; restart Sanad to search."))
            return
        self._was_remade = True
        self._finder.wait_for_index()
        self.update()

    def _run(
        self,
        title: str,
        job: Callable[..., object],
        *,
        then: Callable[..., None],
        quietly: bool = False,
    ) -> None:
        folder = self._workspace.library.folder
        self._background.run(title, job, folder, then=self._guard.slot(then), quietly=quietly)

    def _take_lost_articles(self, _nothing: None) -> None:
        self._finder.load()
        self._take_index(has_changed=True)

    def _take_index(self, has_changed: bool) -> None:
        self._finder.use_index(has_changed=has_changed)
        self.renewed.emit()
