"""Imports into an open library in the background, and reports what became of each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sanad.ui import work
from sanad.ui.background import Background
from sanad.ui.changing import Changing
from sanad.ui.frame import Frame
from sanad.ui.guard import Guard
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace

if TYPE_CHECKING:
    from sanad.workspace.importing import ImportReport


class Importing(QObject):
    """One for each open library."""

    article_requested = Signal(int)
    """An article is to be opened from the report."""

    def __init__(
        self,
        workspace: Workspace,
        changing: Changing,
        background: Background,
        frame: Frame,
        guard: Guard,
    ) -> None:
        super().__init__(frame)
        self._workspace = workspace
        self._changing = changing
        self._background = background
        self._frame = frame
        self._guard = guard

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import the files at and under *paths*; a library that is read-only says so."""
        if self._workspace.library.read_only:
            why = self._workspace.notice or self.tr("The library is open read-only.")
            sentence = self.tr("Nothing was imported. {why}").format(why=why)
            self._frame.messages.show_error(sentence)
            return
        self._background.run(
            self.tr("Importing"),
            work.import_paths,
            self._workspace.library.folder,
            list(paths),
            then=self._guard.slot(self.take_report),
        )

    def take_report(self, report: "ImportReport") -> None:
        """Show what was imported; the report comes up by itself where a file was refused."""
        from sanad.ui.dialogs.import_report import has_refusals, summary_of  # noqa: PLC0415

        self._workspace.changes.announce(Changes(articles=report.articles))
        self._changing.remember_import(report)
        if has_refusals(report):
            self._show_report(report)
        self._frame.toast.say(
            self.tr("Import: {summary}").format(summary=summary_of(report)),
            self.tr("Show report"),
            lambda: self._show_report(report),
        )

    def _show_report(self, report: "ImportReport") -> None:
        from sanad.ui.dialogs.import_report import ImportReportDialog  # noqa: PLC0415

        dialog = ImportReportDialog(report, self._frame.theme, self._frame)
        dialog.article_requested.connect(self.article_requested)
        dialog.show()
