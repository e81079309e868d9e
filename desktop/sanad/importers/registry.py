"""Which files can be imported, and how: by the ending of their names."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sanad.errors import InputRefusedError
from sanad.files import why
from sanad.importers.decoding import binary_format
from sanad.importers.document import Document
from sanad.importers.markdown import read_markdown
from sanad.importers.plain import read_plain
from sanad.library.manifest import NAME as LIBRARY_MANIFEST

_MB: Final = 1_000_000

__all__ = ["ENDINGS", "Document", "files_under", "read"]


@dataclass(frozen=True, slots=True)
class _Format:
    read: Callable[[bytes], Document]
    most_bytes: int


_PLAIN: Final = _Format(read_plain, 10 * _MB)
_MARKDOWN: Final = _Format(read_markdown, 5 * _MB)

_FORMATS: Final[Mapping[str, _Format]] = {
    ".txt": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
}

ENDINGS: Final = tuple(_FORMATS)
"""The endings of files that can be imported, in small letters, with the dot."""


def read(path: Path, name: str = "") -> Document:
    """Return the document in the file at *path*; raises `InputRefusedError`, in one sentence.

    *name* stands for the file's own name where the file has another, as in ``originals/``.
    """
    name = name or path.name
    content = _content(path, name)
    if not content.strip(b"\0\t\n\v\f\r "):
        raise InputRefusedError(f"{name} is empty; nothing was imported.")
    format = _FORMATS.get(Path(name).suffix.lower())
    found = binary_format(content)
    if format is None:
        is_a = f"is {found}" if found else "has another ending"
        raise InputRefusedError(
            f"{name} {is_a}; Sanad imports text files named .txt or .md. Nothing was imported."
        )
    if found:
        ending = Path(name).suffix
        raise InputRefusedError(f"{name} is {found} named {ending}; nothing was imported.")
    if len(content) > format.most_bytes:
        raise InputRefusedError(
            f"{name} is larger than {format.most_bytes // _MB} MB, the most that Sanad imports of "
            "such a file; nothing was imported."
        )
    document = format.read(content)
    if not document.rendering.text:
        raise InputRefusedError(f"{name} has no text in it; nothing was imported.")
    return document


def files_under(path: Path) -> Iterator[Path]:
    """Yield *path* itself if it is no folder, else the files below it in the order of their names.

    Hidden files, links to folders and libraries of Sanad are passed over. A folder that cannot be
    read is yielded itself, so that reading it says why.
    """
    if not _is(path, stat.S_ISDIR):
        yield path
        return
    unreadable: list[Path] = []
    for folder, folders, names in os.walk(
        path, onerror=lambda error: unreadable.append(Path(error.filename))
    ):
        here = Path(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not _is(here / name / LIBRARY_MANIFEST, stat.S_ISREG)
        )
        yield from (here / name for name in sorted(names) if not name.startswith("."))
    yield from unreadable


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether *path* is of *kind*; what cannot be looked at is not."""
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):  # unlike Path.is_dir, also when a folder above it is closed
        return False


def _content(path: Path, name: str) -> bytes:
    """Return the content of a file, cut off where it is too large for any format."""
    most = max(format.most_bytes for format in _FORMATS.values())
    try:
        if _is(path, stat.S_ISDIR):
            next(path.iterdir(), None)  # says why when it cannot be read
            raise InputRefusedError(f"{name} is a folder, not a file; nothing was imported.")
        # Without waiting: opening a pipe would otherwise wait for somebody to write to it.
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise InputRefusedError(f"{name} is a device, not a file; nothing was imported.")
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise InputRefusedError(f"{path} does not exist; nothing was imported.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        reason = why(error) if isinstance(error, OSError) else "its name is not one"
        raise InputRefusedError(
            f"{name} cannot be read: {reason}. Nothing was imported."
        ) from error
    return content
