"""Generations of an index in its private cache folder, each with a manifest of its files.

``current`` names the generation in use. A rebuild is written aside into a new one; the switch is
one rename. An index is code to its engine (it unpickles), so that a folder which others could
write to, or a file which the manifest does not vouch for, is never opened.
"""

import json
import os
import shutil
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from sanad.search.engine import FileLock, try_for

FORMAT = 3
"""Changes whenever analysis, schema or the meaning of a stored value does."""

_MANIFEST = "manifest.json"
_CURRENT = "current"
_BLOCK = 1 << 20


class DamagedIndexError(Exception):
    """What lies in an index folder cannot be trusted; the message says why."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file's size in bytes and its BLAKE2b digest in hexadecimal."""

    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation consists of after its latest commit."""

    revision: int
    """Counts the commits of the generation."""
    files: dict[str, FileMark]


class Generations:
    """The generations under one folder, of which one is current."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """The private folder that holds them."""
        return self._folder

    def current(self) -> Path | None:
        """Return the folder of the current generation; None when there is none yet.

        Raises `DamagedIndexError` when the folder is not private or its mark is unreadable.
        """
        if not self._folder.exists():
            return None
        _check_private(self._folder)
        mark = self._folder / _CURRENT
        if not mark.exists():
            return None
        try:
            name = mark.read_text("ascii").strip()
        except (OSError, UnicodeError) as error:
            raise DamagedIndexError(f"{mark.name} cannot be read") from error
        found = self._folder / name
        if not name.startswith("generation-") or not name[11:].isdigit() or not found.is_dir():
            raise DamagedIndexError("the current generation is missing")
        return found

    def create(self) -> Path:
        """Make the folder of a new generation, not current yet, and return it."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        number = max((int(p.name[11:]) for p in self._all()), default=0) + 1
        made = self._folder / f"generation-{number}"
        made.mkdir(mode=0o700)
        return made

    def switch(self, generation: Path) -> None:
        """Make *generation* current and remove the others."""
        _write_whole(self._folder / _CURRENT, generation.name.encode("ascii") + b"\n")
        for other in self._all():
            if other != generation:
                shutil.rmtree(other, ignore_errors=True)  # a reader may hold it open on Windows

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock under which a commit becomes visible and an index is opened."""
        lock = FileLock(str(self._folder / "lock"))
        lock.acquire(blocking=True)
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def writing(self, patience: float) -> Iterator[None]:
        """Be the only writer; raises `OSError` when another one is at work for *patience* seconds.

        Without it, whoever switches first would remove the generation another is writing.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(str(self._folder / "writer"))
        if not try_for(lock.acquire, timeout=patience, delay=0.05):
            raise TimeoutError("another program is writing it")
        try:
            yield
        finally:
            lock.release()

    def _all(self) -> list[Path]:
        return [p for p in self._folder.glob("generation-*") if p.name[11:].isdigit()]


def read_manifest(generation: Path) -> Manifest:
    """Return the manifest of *generation*; raises `DamagedIndexError` when it has none."""
    try:
        read = json.loads((generation / _MANIFEST).read_bytes())
        if read["format"] != FORMAT:
            raise DamagedIndexError("the index was made by another version of Sanad")
        if read["files_digest"] != _digest_of(read["files"]):
            raise DamagedIndexError("the manifest is damaged")
        files = {name: FileMark(size, digest) for name, (size, digest) in read["files"].items()}
        return Manifest(int(read["revision"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedIndexError("the manifest cannot be read") from error


def write_manifest(generation: Path, previous: Manifest | None) -> Manifest:
    """Record the files of *generation* durably and return the manifest.

    Segment files never change: what *previous* vouches for keeps its digest, so that damage
    since then still shows.
    """
    files = {}
    for path in sorted(generation.iterdir()):
        if not path.is_file() or not _belongs(path.name):
            continue
        known = previous.files.get(path.name) if previous else None
        if known is None:
            _flush(path)
            known = mark_of(path)
        files[path.name] = known
    made = Manifest(previous.revision + 1 if previous else 1, files)
    listed = {name: [mark.size, mark.digest] for name, mark in files.items()}
    content = {
        "format": FORMAT,
        "revision": made.revision,
        "files": listed,
        "files_digest": _digest_of(listed),
    }
    _write_whole(generation / _MANIFEST, json.dumps(content, indent=1).encode())
    return made


def check_files(generation: Path, manifest: Manifest, known: Collection[str] = ()) -> None:
    """Raise `DamagedIndexError` unless *generation* holds exactly what *manifest* lists.

    The content of files named in *known* was checked before and is not read again.
    """
    present = {p.name for p in generation.iterdir() if _belongs(p.name)}
    if strangers := sorted(present - manifest.files.keys()):
        raise DamagedIndexError(f"{strangers[0]} is not in the manifest")
    for name, mark in manifest.files.items():
        path = generation / name
        try:
            if path.stat().st_size != mark.size:
                raise DamagedIndexError(f"{name} has another size than recorded")
            if name not in known and mark_of(path) != mark:
                raise DamagedIndexError(f"{name} is damaged")
        except OSError as error:
            raise DamagedIndexError(f"{name} cannot be read") from error


def mark_of(path: Path) -> FileMark:
    """Return size and digest of the file at *path*."""
    digest = blake2b(digest_size=32)
    size = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return FileMark(size, digest.hexdigest())


def _belongs(name: str) -> bool:
    """Whether *name* is a file the engine would read: not a lock, not a leftover."""
    return name.endswith((".seg", ".toc"))


def _digest_of(files: dict[str, list[object]]) -> str:
    return blake2b(json.dumps(files, sort_keys=True).encode(), digest_size=32).hexdigest()


def _check_private(folder: Path) -> None:
    if folder.is_symlink():
        raise DamagedIndexError("the index folder is a link")
    if os.name == "posix":
        about = folder.stat()
        if about.st_uid != os.getuid() or stat.S_IMODE(about.st_mode) & 0o077:
            raise DamagedIndexError("the index folder is not private")


def _flush(path: Path) -> None:
    """Make the content of *path* durable."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _write_whole(path: Path, content: bytes) -> None:
    """Replace the file at *path* by one rename, durably."""
    aside = path.with_name(path.name + ".new")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
