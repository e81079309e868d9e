"""What was open when the window closed, kept with the library; the layout with the user."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QSettings

from sanad import settings
from sanad.errors import SanadError
from sanad.workspace.opening import Workspace

_KIND, _ID = "session", "window"


@dataclass(frozen=True, slots=True)
class Session:
    """Tabs and positions as the reader tells them, and what was searched."""

    reader: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def load(workspace: Workspace) -> Session:
    """Return what was open last in this library; empty when nothing is known."""
    stored = workspace.library.notebook.get(_KIND, _ID) or {}
    reader, query = stored.get("reader"), stored.get("query")
    return Session(
        reader if isinstance(reader, dict) else {}, query if isinstance(query, str) else ""
    )


def save(workspace: Workspace, session: Session) -> None:
    """Remember *session*; a library that cannot be written to is left as it is."""
    if workspace.library.read_only or session == load(workspace):
        return
    try:
        workspace.library.notebook.put(
            _KIND, _ID, {"reader": session.reader, "query": session.query}
        )
    except SanadError:
        # The window is closing, and nothing of the reader's own is lost with its tabs.
        return


def layout_settings() -> QSettings:
    """Return where size and arrangement of the window are remembered."""
    path = settings.config_folder() / "window.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)
