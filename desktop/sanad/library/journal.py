"""A file of JSON lines that only grows, each line durable before it counts."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from sanad.files import open_private, sync_folder

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


class Journal:
    """Appends entries to *path*. Every method raises `OSError` as the system gives it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def size(self) -> int:
        """Return the length of the file in bytes; 0 when there is none."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, entries: Sequence[Mapping[str, Json]]) -> int:
        """Write *entries*, each on its line, and return the size once they are durable.

        When that fails, nothing of them remains.
        """
        is_new = not self.path.exists()
        descriptor = open_private(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        try:
            before = os.fstat(descriptor).st_size
            lines = b"".join(line_of(entry) for entry in entries)
            if before and _last_byte(descriptor, before) != b"\n":
                lines = b"\n" + lines  # ends a line that a crash cut off
            try:
                _write(descriptor, lines)
                os.fsync(descriptor)
            except BaseException:
                os.ftruncate(descriptor, before)
                raise
            after = os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)
        if is_new:
            sync_folder(self.path.parent)
        return after

    def entries(self, start: int = 0) -> Iterator[dict[str, Json]]:
        """Yield the entries from byte *start* on; a line that a crash cut off is passed over."""
        try:
            file = self.path.open("rb")
        except FileNotFoundError:
            return
        with file:
            file.seek(start)
            for line in file:
                try:
                    entry = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(entry, dict):
                    yield entry

    def cut(self, size: int) -> None:
        """Take back everything after the first *size* bytes."""
        os.truncate(self.path, size)


def line_of(entry: Mapping[str, Json]) -> bytes:
    """Return *entry* as one line; equal entries give equal lines."""
    return json.dumps(entry, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def _last_byte(descriptor: int, size: int) -> bytes:
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1)


def _write(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]
