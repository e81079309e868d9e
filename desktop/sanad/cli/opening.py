"""Which library a command works on, and the commands that open a window."""

import argparse
import os
from pathlib import Path

from sanad import settings
from sanad.cli.result import Result, Status
from sanad.errors import LibraryError
from sanad.library.store import Library
from sanad.workspace.catching_up import catch_up_library, is_behind
from sanad.workspace.opening import Workspace, open_workspace
from sanad.workspace.sample import sample_library


def library_folder(chosen: Path | None) -> Path:
    """Return the folder of the library to use: *chosen*, ``$SANAD_LIBRARY``, the last one opened.

    Where none of these is given, it is the sample library, made on first use.
    """
    named = chosen or os.environ.get("SANAD_LIBRARY") or settings.load().last_library
    return Path(named) if named else sample_library()


def for_reading(chosen: Path | None) -> Workspace:
    """Open the library for a command that changes nothing in it."""
    return open_workspace(library_folder(chosen), read_only=True)


def for_writing(chosen: Path | None, *, may_create: bool) -> Workspace:
    """Open the library for a command that writes; raises `LibraryError` when it cannot be."""
    folder = library_folder(chosen)
    if may_create and not folder.exists():
        Library.create(folder, folder.stem).close()
    workspace = Workspace(Library.open(folder))
    if workspace.library.read_only:
        workspace.close()
        raise LibraryError(f"Nothing was changed. {' '.join(workspace.library.notes)}")
    if is_behind(workspace.library):
        catch_up_library(workspace.library, lambda *_: True)
    return workspace


def open_window(arguments: argparse.Namespace) -> Result:
    """Open the window, on a library or with files to import."""
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


def tour(arguments: argparse.Namespace) -> Result:
    """Drive the window through the main job and save a picture of each step."""
    from sanad.ui.tour import take

    pictures = take(arguments.output)
    return Result([str(path) for path in pictures], [str(path) for path in pictures])
