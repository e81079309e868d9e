"""A library: one folder with its articles and the reader's notebook."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from sanad.errors import LibraryError
from sanad.files import make_private_folder, why
from sanad.library.articles import DATABASE, SUSPECT, ArticleStore
from sanad.library.database import Access, DamagedError
from sanad.library.lock import WriterLock
from sanad.library.manifest import Manifest, is_vacant, is_writable, read_manifest, write_manifest
from sanad.library.notebook import Notebook
from sanad.library.schema import FORMAT, NewerFormatError


class Library:
    """An open library. It is used from one thread; it is a context manager that closes it."""

    def __init__(
        self,
        folder: Path,
        manifest: Manifest,
        *,
        articles: ArticleStore,
        notebook: Notebook,
        read_only: bool,
        lock: WriterLock | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        """Hold what `create`, `open` and `open_for_job` have opened; use those."""
        self.folder = folder
        self.uuid: UUID = manifest.uuid
        self.name = manifest.name
        self.articles = articles
        self.notebook = notebook
        self.read_only = read_only
        self.notes = (*notes, *notebook.notes)
        """What the reader should know about this opening, a sentence each."""
        self._lock = lock

    @classmethod
    def create(cls, folder: Path, name: str) -> Self:
        """Make a library called *name* in *folder*, which is missing or empty, and open it."""
        try:
            _refuse_unless_vacant(folder, name)
            make_private_folder(folder)
            lock = WriterLock.take(folder, name)  # two that make it would make two identities
            try:
                _refuse_unless_vacant(folder, name)
                make_private_folder(folder / "originals")
                write_manifest(folder, Manifest(uuid4(), name, FORMAT))
            finally:
                lock.release()
        except OSError as error:
            raise LibraryError(
                f"The library “{name}” could not be made at {folder}: {why(error)}."
            ) from error
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open the library at *folder*.

        One that cannot be written, or that a newer Sanad wrote, opens read-only and says so in
        `notes`. Raises `LibraryInUseError` when another process writes it, else `LibraryError`.
        """
        manifest = read_manifest(folder)
        if read_only:
            return cls._open_to_read(folder, manifest)
        newer = (
            f"The library “{manifest.name}” was written by a newer version of Sanad; it is open "
            "read-only. Update Sanad to change it."
        )
        if manifest.format > FORMAT:
            return cls._open_to_read(folder, manifest, newer)
        if not is_writable(folder):
            unwritable = f"The library “{manifest.name}” cannot be written at {folder}; "
            return cls._open_to_read(folder, manifest, unwritable + "it is open read-only.")
        try:
            return cls._open_to_write(folder, manifest)
        except NewerFormatError:
            return cls._open_to_read(folder, manifest, newer)

    @classmethod
    def open_for_job(cls, folder: Path) -> Self:
        """Open the library in a process that works for the one that holds it open.

        Articles can be written; the notebook is as it was when this was called.
        """
        manifest = read_manifest(folder)
        articles = ArticleStore(folder, Access.WRITE)
        try:
            notebook = Notebook(folder, Access.READ)
        except BaseException:
            articles.close()
            raise
        return cls(folder, manifest, articles=articles, notebook=notebook, read_only=False)

    def close(self) -> None:
        """Release the library; who wrote it leaves each database as one file."""
        try:
            self.articles.close(into_one_file=self._lock is not None)
            self.notebook.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @classmethod
    def _open_to_write(cls, folder: Path, manifest: Manifest) -> Self:
        try:
            lock = WriterLock.take(folder, manifest.name)
        except OSError as error:
            raise LibraryError(f"{folder} cannot be written: {why(error)}.") from error
        notes: list[str] = []
        try:
            articles = _articles_or_new(folder, notes)
            try:
                notebook = Notebook(folder, Access.WRITE)
            except BaseException:
                articles.close()
                raise
        except BaseException:
            lock.release()
            raise
        return cls(
            folder,
            manifest,
            articles=articles,
            notebook=notebook,
            read_only=False,
            lock=lock,
            notes=notes,
        )

    @classmethod
    def _open_to_read(cls, folder: Path, manifest: Manifest, note: str = "") -> Self:
        access = _access_to_read(folder)
        if not (folder / DATABASE).exists():
            raise DamagedError(
                f"The library “{manifest.name}” at {folder} has lost its {DATABASE}; open it where "
                "it can be written, and the articles are read again from their original files."
            )
        try:
            articles = ArticleStore(folder, access, may_be_newer=True)
        except DamagedError:
            raise
        except LibraryError as error:
            if is_writable(folder) or access is Access.IMMUTABLE:
                raise
            raise LibraryError(
                f"The library “{manifest.name}” was not closed, and {folder} cannot be written to "
                "finish that; copy the folder to a disk of this computer and open it there."
            ) from error
        try:
            notebook = Notebook(folder, access, may_be_newer=True)
        except BaseException:
            articles.close()
            raise
        notes = (note,) if note else ()
        return cls(
            folder, manifest, articles=articles, notebook=notebook, read_only=True, notes=notes
        )


def _refuse_unless_vacant(folder: Path, name: str) -> None:
    if not is_vacant(folder):
        raise LibraryError(f"{folder} is not empty; choose a new folder for the library “{name}”.")


def _articles_or_new(folder: Path, notes: list[str]) -> ArticleStore:
    """Open the articles to write; a damaged database is set aside, all its versions lost."""
    if not (folder / SUSPECT).exists():
        try:
            return ArticleStore(folder, Access.WRITE)
        except DamagedError:
            pass
    path = folder / DATABASE
    aside = folder / "articles.db.damaged"
    try:
        if path.exists():
            path.replace(aside)
            notes.append(
                f"{path} was damaged and is kept as {aside.name}; the articles are read again "
                "from their original files."
            )
        for left in (f"{DATABASE}-wal", f"{DATABASE}-shm", SUSPECT):
            (folder / left).unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError(f"{path} is damaged, and {aside} cannot be written.") from error
    return ArticleStore(folder, Access.WRITE)


def _access_to_read(folder: Path) -> Access:
    if is_writable(folder):
        return Access.READ
    logs = (folder / "articles.db-wal", folder / "notebook.db-wal")
    if any(log.exists() and log.stat().st_size for log in logs):
        return Access.READ  # a writer is at work, or SQLite will say that it cannot read this
    return Access.IMMUTABLE
