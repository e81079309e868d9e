"""Files and folders that only their owner reads, written whole or not at all.

Every function raises `OSError` as the system gives it; `why` turns one into words.
"""

import errno
import os
import sys
from pathlib import Path

_REASONS = {
    errno.EACCES: "permission was denied",
    errno.EPERM: "permission was denied",
    errno.EROFS: "it is on a read-only medium",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EIO: "the disk reported an error",
    errno.ENOENT: "it does not exist",
    errno.EEXIST: "a file of that name is in the way",
    errno.ENOTEMPTY: "a folder of that name is in the way",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EFBIG: "it would be too large for this disk",
    errno.ELOOP: "its links lead in a circle",
}


def why(error: OSError) -> str:
    """Return the reason of *error* as the end of a sentence, without a stop."""
    return _REASONS.get(error.errno or 0) or (error.strerror or "the system refused").lower()


def make_private_folder(folder: Path) -> Path:
    """Make *folder*, and what is missing above it, for its owner alone; return it."""
    missing = [folder] if not folder.is_dir() else []
    for parent in folder.parents if missing else ():
        if parent.is_dir():
            break
        missing.append(parent)
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
    return folder


def open_private(path: Path, flags: int) -> int:
    """Open *path* with *flags* of `os.open` and return the descriptor; a new file has mode 0600."""
    return os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path* so that after any crash the old or the new content is there."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(open_private(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in *folder* durable, where the system can (Windows cannot)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems cannot sync a folder
            raise
    finally:
        os.close(descriptor)
