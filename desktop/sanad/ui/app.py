"""Starts the application: the one place that builds its long-lived objects."""

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sanad import __version__, settings
from sanad.errors import SanadError
from sanad.ui.faults import FaultLog
from sanad.ui.icons import application_icon
from sanad.ui.interrupt import Interrupt
from sanad.ui.main_window import MainWindow
from sanad.ui.search_client import SearchClient, ServiceClient
from sanad.ui.session import layout_settings
from sanad.ui.theme_choice import ThemeChoice
from sanad.workspace.opening import Workspace, open_workspace

_log = logging.getLogger(__name__)


def run(library_folder: Path | None, files: Sequence[Path] = ()) -> int:
    """Open the window on a library, import *files* into it, and return the exit status.

    Without a folder, or with one that cannot be opened, it is the sample library.
    """
    # Nothing that is made while starting is garbage; looking for it costs a tenth of the start.
    gc.disable()
    app = application()
    faults = FaultLog(settings.log_folder())
    interrupt = Interrupt()
    try:
        desk = Desk(app)
        interrupt.asked.connect(desk.close)
        faults.tell = desk.tell
        desk.window.show()
        # The window is painted before the library is read.
        QTimer.singleShot(0, desk.window, lambda: _start(desk, library_folder, files))
        return app.exec()
    finally:
        interrupt.close()
        faults.close()


def _start(desk: "Desk", library_folder: Path | None, files: Sequence[Path]) -> None:
    desk.start(library_folder, files)
    gc.freeze()
    gc.enable()


def probe() -> str:
    """Build a window without showing it; return a sentence on what it is made with."""
    import PySide6  # noqa: PLC0415 - only its version is wanted

    desk = Desk(application())
    desk.window.deleteLater()
    return f"Qt {PySide6.__version__}, platform {QApplication.platformName()}"


def application() -> QApplication:
    """Return the application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("sanad")
    app.setApplicationDisplayName("Sanad")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("sanad")
    app.setStyle("Fusion")
    app.setWindowIcon(application_icon())
    return app


class Desk:
    """The window with the settings it is used with."""

    def __init__(
        self, app: QApplication, make_client: Callable[[Workspace], SearchClient] = ServiceClient
    ) -> None:
        self._make_client = make_client
        self.settings = settings.load()
        self.look = ThemeChoice(app, self.settings.theme, app)
        self.window = self._built_window()

    def start(self, folder: Path | None, files: Sequence[Path] = ()) -> None:
        """Open the library at *folder*, or the sample one, and import *files* into it."""
        if self.settings.note:
            self.window.messages.show_notice(self.settings.note)
        if folder is None or not self.open(folder):
            self._open_sample()
        if files:
            self.window.import_paths(files)

    def open(self, folder: Path) -> bool:
        """Show the library at *folder*; False, and a sentence, when that cannot be done."""
        shown = self.window.workspace
        if shown is not None and shown.library.folder == folder:
            return True
        try:
            workspace = open_workspace(folder)
        except SanadError as error:
            self.window.messages.show_error(str(error))
            return False
        if shown is not None:
            self._replace_window()
        self.window.show_workspace(workspace)
        self._save(settings.with_library(settings.load(), folder))
        return True

    def close(self) -> None:
        """Close the window that is open now."""
        self.window.close()

    def tell(self, sentence: str, details: str) -> None:
        """Say what went wrong."""
        self.window.messages.show_error(sentence, details)

    def _built_window(self) -> MainWindow:
        window = MainWindow(self.look.theme, self._make_client)
        window.restore_layout(layout_settings())
        window.reader.set_zoom(self.settings.reading_zoom)
        window.show_theme_choice(self.look.choice)
        self.look.changed.connect(window.set_theme)
        window.theme_chosen.connect(self._choose_theme)
        window.library_chosen.connect(self.open)
        window.closed.connect(self._save)
        return window

    def _replace_window(self) -> None:
        """Put a new window in the old one's place, since all that was open belonged to that one."""
        old = self.window
        old.save_layout(layout_settings())
        self.window = self._built_window()
        self.window.show()
        old.close()
        old.deleteLater()

    def _open_sample(self) -> None:
        from sanad.workspace.sample import sample_library  # noqa: PLC0415 - loads the importers

        said = self.window.messages.sentence
        try:
            self.open(sample_library())
        except SanadError as error:
            said = said or str(error)
        if said:
            self.window.messages.show_error(said)

    def _choose_theme(self, choice: str) -> None:
        self.look.choose(choice)
        self.window.show_theme_choice(choice)
        self._save()

    def _save(self, changed: settings.Settings | None = None) -> None:
        chosen = replace(
            changed or self.settings,
            theme=self.look.choice,
            reading_zoom=self.window.reader.zoom,
        )
        if chosen == self.settings:
            return
        self.settings = chosen
        try:
            settings.save(chosen)
        except SanadError as error:
            _log.warning("%s", error)
            self.window.messages.show_error(str(error))
