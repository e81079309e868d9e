"""The sample library: a copy of the seed articles in the user's data folder."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sanad import assets, settings
from sanad.errors import LibraryError, LibraryInUseError
from sanad.files import make_private_folder, why
from sanad.library.lock import WriterLock
from sanad.library.manifest import NAME as MANIFEST
from sanad.library.store import Library
from sanad.workspace.importing import import_files

_NAME: Final = "Sample.sanad"
_PATIENCE: Final = 60.0
"""Seconds to wait for another process that is making it."""
_PAUSE: Final = 0.05


def sample_library(parent: Path | None = None) -> Path:
    """Return the folder of the sample library, made now if it is not there yet.

    It lies in *parent*, or else in the user's data folder. Raises `LibraryError` when it cannot be
    made there.
    """
    folder = (parent or settings.data_folder()) / _NAME
    if not (folder / MANIFEST).is_file():
        try:
            make_private_folder(folder.parent)
            with _alone(folder.parent):
                if not (folder / MANIFEST).is_file():
                    _make(folder)
        except OSError as error:
            raise LibraryError(
                f"The sample library could not be made at {folder}: {why(error)}."
            ) from error
    return folder


def _make(folder: Path) -> None:
    # Made aside and renamed, so that a library cut short is never taken for the whole sample.
    aside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    with Library.create(aside, "Sample") as library:
        import_files(library, assets.seeds(), lambda *_: True)
    aside.rename(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time do what follows; the others wait for it."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            lock = WriterLock.take(folder, "Sample")
            break
        except LibraryInUseError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
    try:
        yield
    finally:
        lock.release()
