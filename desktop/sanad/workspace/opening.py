"""Opens a library: for reading and writing, or read-only when another program writes to it."""

from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from sanad.bookmarks.keep import Bookmarks
from sanad.errors import LibraryError, LibraryInUseError
from sanad.library.store import Library
from sanad.settings import cache_folder
from sanad.workspace.changes import Announcer
from sanad.workspace.undo import UndoStack


@dataclass(slots=True)
class Workspace:
    """An open library with what belongs to this sitting: listeners and what can be undone."""

    library: Library
    notice: str | None = None
    """What the reader should know of this opening, such as why it is read-only; mostly None."""
    changes: Announcer = field(default_factory=Announcer)
    undo: UndoStack = field(default_factory=UndoStack)

    @property
    def bookmarks(self) -> Bookmarks:
        """The bookmarks kept in the library's notebook."""
        return Bookmarks(self.library.notebook)

    @property
    def index_folder(self) -> Path:
        """Where this library's index is cached; never inside the library."""
        return index_folder(self.library)

    def close(self) -> None:
        """Release the library. The workspace cannot be used afterwards."""
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def index_folder(library: Library) -> Path:
    """Return the private folder in which the index of *library* is cached."""
    return cache_folder(library.uuid) / "index"


def open_workspace(folder: Path, *, read_only: bool = False) -> Workspace:
    """Open the library at *folder*.

    A library that another program writes to, or that lies on a medium that cannot be written,
    opens read-only with a notice. Raises `LibraryError` when there is no library to open.
    """
    try:
        library = Library.open(folder, read_only=read_only)
    except LibraryInUseError as error:
        library = Library.open(folder, read_only=True)
        return Workspace(library, f"{error} It is open read-only here.")
    return Workspace(library, " ".join(library.notes) or None)


def writable(workspace: Workspace) -> Library:
    """Return the library for a change to it; raises `LibraryError` when it is open read-only."""
    if workspace.library.read_only:
        raise LibraryError(
            f"Nothing was changed: the library “{workspace.library.name}” is open read-only."
        )
    return workspace.library
