"""``library.toml``: which library a folder holds."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import tomli_w

from sanad.errors import LibraryError
from sanad.files import why, write_whole

NAME = "library.toml"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The identity of a library; it stays when the folder is moved or renamed."""

    uuid: UUID
    name: str
    format: int


def read_manifest(folder: Path) -> Manifest:
    """Return what *folder* says about itself; raises `LibraryError` when it is no library."""
    path = folder / NAME
    try:
        if path.exists() and not path.is_file():  # reading a pipe would wait for ever
            raise ValueError
        stored = tomllib.loads(path.read_text("utf-8"))
        return Manifest(UUID(stored["uuid"]), str(stored["name"]), int(stored["format"]))
    except FileNotFoundError as error:
        if folder.is_dir():
            raise LibraryError(f"{folder} is not a library of Sanad: it has no {NAME}.") from error
        raise LibraryError(
            f"There is no library at {folder}; it may have been moved, or its disk is not there."
        ) from error
    except NotADirectoryError as error:
        raise LibraryError(f"{folder} is a file; a library of Sanad is a folder.") from error
    except OSError as error:
        raise LibraryError(f"The library at {folder} cannot be read: {why(error)}.") from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise LibraryError(
            f"{path} is damaged; put back a copy of this file, the rest of the library is intact."
        ) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of *folder*; raises `OSError`."""
    stored = {"uuid": str(manifest.uuid), "name": manifest.name, "format": manifest.format}
    write_whole(folder / NAME, tomli_w.dumps(stored).encode())


def is_vacant(folder: Path) -> bool:
    """Whether a library can be made at *folder*: it is missing, empty, or has only the beginnings.

    Raises `OSError` when that cannot be seen.

    Beginnings are what a process leaves that is killed before it has written the manifest.
    """
    try:
        found = list(folder.iterdir())
    except FileNotFoundError:
        return not folder.is_symlink()
    return all(
        one.name == "writer.lock"
        or (one.name.startswith(f".{NAME}.") and one.name.endswith(".new"))
        or (one.name == "originals" and one.is_dir() and not any(one.iterdir()))
        for one in found
    )


def is_writable(folder: Path) -> bool:
    """Whether this user may write the files of the library at *folder*."""
    files = (
        NAME,
        "articles.db",
        "notebook.db",
        "imports.jsonl",
        "notebook.journal.jsonl",
        "originals",
    )
    present = (folder / name for name in files if (folder / name).exists())
    effective = os.access in os.supports_effective_ids
    return all(os.access(path, os.W_OK, effective_ids=effective) for path in (folder, *present))
