"""One writer at a time: the lock on a library folder.

The system drops the lock when its process ends, however it ends. The file stays.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from sanad.errors import LibraryError, LibraryInUseError
from sanad.files import open_private, why

_NAME: Final = "writer.lock"
_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK)

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 1 << 30
    """A byte beyond the content, which others may then read."""

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write a library, held until it is released or the process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, folder: Path, name: str) -> Self:
        """Lock the library called *name* at *folder*.

        Raises `LibraryInUseError` when another program has it, `OSError` when the folder cannot
        be written, and `LibraryError` when its disk has no locks.
        """
        descriptor = open_private(folder / _NAME, os.O_RDWR | os.O_CREAT)
        try:
            _lock(descriptor)
        except OSError as error:
            owner = _owner(descriptor)
            os.close(descriptor)
            if error.errno in _HELD:
                raise LibraryInUseError(
                    f"The library “{name}” is open in another window of Sanad{owner}; "
                    "close it there before you change it here."
                ) from error
            raise LibraryError(
                f"The library “{name}” cannot be locked at {folder}: {why(error)}. "
                "Copy the folder to a disk of this computer and open it there."
            ) from error
        with suppress(OSError):  # only for the sentence that others read; a full disk has no room
            os.ftruncate(descriptor, 0)
            os.write(descriptor, b"%d" % os.getpid())
        return cls(descriptor)

    def release(self) -> None:
        """Let others write; releasing twice does no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _owner(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    written = os.read(descriptor, 20)
    return f" (process {written.decode()})" if written.isdigit() else ""
