"""Asks which library to open, and offers the recent ones."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from sanad import settings
from sanad.library.store import Library

_SUFFIX = ".sanad"
_TEXT_FILES = "*.txt *.md *.markdown"


class Libraries(QObject):
    """The dialogs of the File menu; what they are for is said by signals."""

    library_chosen = Signal(object)
    """The folder of a library to open."""
    files_chosen = Signal(object)
    """A list of paths to import."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_for_new(self) -> None:
        """Make an empty library where the reader says; raises `LibraryError`."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("New library"),
            str(Path.home() / f"Library{_SUFFIX}"),
            self.tr("Sanad library (*.sanad)"),
        )
        if name:
            folder = Path(name)
            if folder.suffix != _SUFFIX:
                folder = folder.with_name(folder.name + _SUFFIX)
            Library.create(folder, folder.stem).close()
            self.library_chosen.emit(folder)

    def ask_for_library(self, start: Path | None = None) -> None:
        """Open the library whose folder the reader shows."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open library"), str(start or Path.home())
        )
        if name:
            self.library_chosen.emit(Path(name))

    def ask_for_files(self) -> None:
        """Import the files the reader shows."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import files"),
            str(Path.home()),
            self.tr("Text and Markdown ({suffixes});;All files (*)").format(suffixes=_TEXT_FILES),
        )
        if names:
            self.files_chosen.emit([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Import the folder the reader shows."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import folder"), str(Path.home())
        )
        if name:
            self.files_chosen.emit([Path(name)])

    def fill_recent(self, menu: QMenu, current: Path | None) -> None:
        """Fill *menu* with the recent libraries; one that is gone can be located."""
        menu.clear()
        recent = [folder for folder in settings.load().recent_libraries if folder != current]
        for folder in recent:
            if (folder / "library.toml").is_file():
                entry = menu.addAction(folder.stem)
                entry.setToolTip(str(folder))
                entry.triggered.connect(
                    lambda _checked=False, folder=folder: self.library_chosen.emit(folder)
                )
            else:
                self._offer_to_locate(menu, folder)
        menu.setEnabled(bool(recent))

    def _offer_to_locate(self, menu: QMenu, folder: Path) -> None:
        missing = menu.addAction(self.tr("{name} (not found)").format(name=folder.stem))
        missing.setEnabled(False)
        locate = menu.addAction(self.tr("    Locate…"))
        locate.setToolTip(str(folder))
        start = next((parent for parent in folder.parents if parent.is_dir()), Path.home())
        locate.triggered.connect(lambda _checked=False, start=start: self.ask_for_library(start))
