"""Which library a command works on, and the commands that open a window."""

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path

from sanad import settings
from sanad.cli.result import Result, Status, complain
from sanad.errors import LibraryError, LibraryInUseError, SanadError
from sanad.library.database import DamagedError
from sanad.library.manifest import is_vacant, is_writable
from sanad.library.store import Library
from sanad.workspace.opening import Workspace, open_workspace


def library_folder(chosen: Path | None) -> Path:
    """Return the folder of the library to use: *chosen*, ``$SANAD_LIBRARY``, the last one opened.

    Where none of these is given, it is the sample library, made on first use.
    """
    named = chosen or os.environ.get("SANAD_LIBRARY") or settings.load().last_library
    if named:
        return Path(named)
    from sanad.workspace.sample import sample_library

    return sample_library()


def for_reading(chosen: Path | None) -> Workspace:
    """Open the library for a command that changes nothing in it.

    What a crash or damage has taken from its database is read again first, where that can be.
    """
    folder = library_folder(chosen)
    try:
        workspace = open_workspace(folder, read_only=True)
    except DamagedError:
        _repair(folder)
        return _telling(open_workspace(folder, read_only=True))
    try:
        is_behind = workspace.library.articles.is_behind()
    except BaseException:
        workspace.close()
        raise
    if is_behind and is_writable(folder):
        workspace.close()
        with suppress(LibraryInUseError):  # an import is at work: it is not behind, but busy
            _repair(folder)
        workspace = open_workspace(folder, read_only=True)
    return _telling(workspace)


def for_writing(chosen: Path | None, *, may_create: bool) -> Workspace:
    """Open the library for a command that writes; raises `LibraryError` when it cannot be."""
    folder = library_folder(chosen)
    if may_create and _is_vacant(folder):
        Library.create(folder, folder.stem).close()
    workspace = Workspace(Library.open(folder))
    if workspace.library.read_only:
        workspace.close()
        raise LibraryError(f"Nothing was changed. {' '.join(workspace.library.notes)}")
    try:
        _catch_up(workspace.library)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _telling(workspace: Workspace) -> Workspace:
    if workspace.notice:
        complain(workspace.notice)
    return workspace


def _repair(folder: Path) -> None:
    with Library.open(folder) as library:
        if not library.read_only:
            _catch_up(library)


def _catch_up(library: Library) -> None:
    for note in library.notes:
        complain(note)
    if library.articles.is_behind():
        from sanad.workspace.catching_up import catch_up_library

        for note in catch_up_library(library, lambda *_: True).notes:
            complain(note)


def open_window(arguments: argparse.Namespace) -> Result:
    """Open the window, on a library or with files to import."""
    if not has_display():
        raise SanadError(
            "There is no display to open a window on; the other commands need none, see sanad -h."
        )
    from sanad.ui.app import run

    library: Path | None = arguments.library
    path: Path | None = arguments.path
    files: list[Path] = []
    if path is not None and (path / "library.toml").is_file():
        library = path
    elif path is not None:
        if not path.exists():
            raise LibraryError(f"There is nothing at {path}.")
        files = [path]
    return Result(None, (), Status(run(library_folder(library), files)))


def _is_vacant(folder: Path) -> bool:
    try:
        return is_vacant(folder)
    except OSError:
        return False  # opening it says what is there instead


def has_display() -> bool:
    """Whether there is a display: without one Qt does not fail, it ends the process."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def tour(arguments: argparse.Namespace) -> Result:
    """Drive the window through the main job and save a picture of each step."""
    from sanad.ui.tour import take

    pictures = take(arguments.output)
    return Result([str(path) for path in pictures], [str(path) for path in pictures])
