"""The sample library: a copy of the seed articles in the user's data folder."""

import shutil
from pathlib import Path

from sanad import assets, settings
from sanad.library.store import Library
from sanad.workspace.importing import import_files

_NAME = "Sample.sanad"


def sample_library(parent: Path | None = None) -> Path:
    """Return the folder of the sample library, made now if it is not there yet.

    It lies in *parent*, or else in the user's data folder.
    """
    folder = (parent or settings.data_folder()) / _NAME
    if not (folder / "library.toml").is_file():
        _make(folder)
    return folder


def _make(folder: Path) -> None:
    # Made aside and renamed, so that a library cut short is never taken for the whole sample.
    aside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    with Library.create(aside, "Sample") as library:
        import_files(library, assets.seeds(), lambda *_: True)
    aside.rename(folder)
