"""The imported files, kept byte for byte under the hash of their content."""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from sanad.errors import NotFoundError
from sanad.files import make_private_folder, open_private, sync_folder

_SHA256 = re.compile(r"[0-9a-f]{64}")
_STAGED = ".staged-"


class Originals:
    """The folder ``originals``. What is staged counts once it is committed.

    Methods raise `OSError` as the system gives it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staged: dict[str, Path] = {}

    def stage(self, content: bytes) -> str:
        """Write *content* aside, unless it is here already, and return its SHA-256."""
        sha256 = sha256_of(content)
        final = self._folder / sha256
        if sha256 in self._staged or (final.is_file() and final.stat().st_size == len(content)):
            return sha256
        make_private_folder(self._folder)
        staged = self._folder / f"{_STAGED}{os.getpid()}-{sha256}"
        self._staged[sha256] = staged
        descriptor = open_private(staged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        return sha256

    def commit(self) -> None:
        """Make everything that is staged durable under its name."""
        if not self._staged:
            return
        for staged in self._staged.values():
            descriptor = os.open(staged, os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        for sha256, staged in self._staged.items():
            staged.replace(self._folder / sha256)
        sync_folder(self._folder)
        self._staged.clear()

    def forget(self) -> None:
        """Drop what is staged."""
        for staged in self._staged.values():
            staged.unlink(missing_ok=True)
        self._staged.clear()

    def sweep(self) -> None:
        """Remove what a process that was killed had staged."""
        with suppress(OSError):  # they do no harm
            for staged in self._folder.glob(f"{_STAGED}*"):
                staged.unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        """Return the path of the original with this hash; raises `NotFoundError`."""
        if not self.has(sha256):
            raise NotFoundError(f"The imported file {sha256} is no longer in {self._folder}.")
        return self._folder / sha256

    def has(self, sha256: str) -> bool:
        """Whether the original with this hash is here."""
        return bool(_SHA256.fullmatch(sha256)) and (self._folder / sha256).is_file()


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
