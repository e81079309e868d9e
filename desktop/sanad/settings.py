"""What the reader has set, and where Sanad keeps its own files.

Settings are one TOML file in the user's configuration folder. It is written whole or not at
all; keys that this version does not know are kept for the one that does.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Final
from uuid import UUID

import platformdirs
import tomli_w

from sanad.errors import SanadError
from sanad.files import make_private_folder, why, write_whole

APP: Final = "sanad"
THEMES: Final = ("system", "light", "dark")
PAPERS: Final = ("", "A4", "Letter")
LEAST_ZOOM: Final = 0.5
MOST_ZOOM: Final = 4.0
RECENT_LIBRARIES: Final = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; a new instance holds the defaults."""

    theme: str = "system"
    """One of `THEMES`."""
    reading_zoom: float = 1.0
    """Factor on the size of the reading type, `LEAST_ZOOM` to `MOST_ZOOM`."""
    last_library: Path | None = None
    """The library that was open last; None before the first one."""
    recent_libraries: tuple[Path, ...] = ()
    """At most `RECENT_LIBRARIES`, the newest first."""
    paper: str = ""
    """One of `PAPERS`; empty means: as the locale has it."""
    show_sentence_numbers: bool = False
    restore_session: bool = True
    other: Mapping[str, object] = field(default_factory=dict, hash=False)
    """Keys of the file that this version does not know."""
    note: str = field(default="", compare=False)
    """What could not be read when these settings were loaded, as a sentence; never saved."""


def load() -> Settings:
    """Return the settings of the user; what cannot be read is left at its default, with a note.

    A file that is no TOML is set aside, as ``settings.damaged.toml``.
    """
    path = settings_file()
    try:
        stored = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings(
            note=f"The settings in {path} cannot be read: {why(error)}. The defaults are used."
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return Settings(note=_set_aside(path))
    return _from_toml(stored, path)


def save(settings: Settings) -> None:
    """Write *settings* durably; raise `SanadError` when the file cannot be written."""
    stored = {**settings.other, **_to_toml(settings)}
    try:
        write_whole(config_folder() / settings_file().name, tomli_w.dumps(stored).encode())
    except OSError as error:
        raise SanadError(
            f"The settings could not be saved in {settings_file()}: {why(error)}."
        ) from error


def with_library(settings: Settings, folder: Path) -> Settings:
    """Return *settings* with *folder* as the last library and first among the recent ones."""
    others = (recent for recent in settings.recent_libraries if recent != folder)
    recent = (folder, *others)[:RECENT_LIBRARIES]
    return replace(settings, last_library=folder, recent_libraries=recent)


def settings_file() -> Path:
    """Return the path of the settings; the file may not exist yet."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.toml"


def config_folder() -> Path:
    """Return the folder of the settings, made when missing."""
    return _folder(platformdirs.user_config_path(APP, appauthor=False))


def cache_folder(library: UUID) -> Path:
    """Return the folder of what can be made again for *library*, such as its index."""
    return _folder(platformdirs.user_cache_path(APP, appauthor=False) / str(library))


def data_folder() -> Path:
    """Return the folder for libraries that Sanad makes itself, such as the sample library."""
    return _folder(platformdirs.user_data_path(APP, appauthor=False))


def log_folder() -> Path:
    """Return the folder of the log files."""
    return _folder(platformdirs.user_log_path(APP, appauthor=False))


def _folder(path: Path) -> Path:
    if not path.is_absolute():  # without a home, "~" would be made wherever Sanad was started
        raise SanadError(f"There is no place for {path}: this account has no home folder.")
    try:
        return make_private_folder(path)
    except OSError as error:
        raise SanadError(f"The folder {path} could not be made: {why(error)}.") from error


def _set_aside(path: Path) -> str:
    aside = path.with_name("settings.damaged.toml")
    try:
        path.replace(aside)
    except OSError as error:
        return f"The settings in {path} are damaged and could not be set aside: {why(error)}."
    return f"The settings in {path} were damaged; they are kept as {aside.name}, defaults are used."


def _text_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def checked(value: object) -> str:
        if isinstance(value, str) and value in choices:
            return value
        raise ValueError

    return checked


def _zoom(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return min(max(float(value), LEAST_ZOOM), MOST_ZOOM)
    raise ValueError


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError


def _path(value: object) -> Path:
    if isinstance(value, str) and value:
        return Path(value)
    raise ValueError


def _paths(value: object) -> tuple[Path, ...]:
    if isinstance(value, list):
        return tuple(_path(item) for item in value)[:RECENT_LIBRARIES]
    raise ValueError


_READERS: Final[Mapping[str, Callable[[object], object]]] = {
    "theme": _text_of(THEMES),
    "reading_zoom": _zoom,
    "last_library": _path,
    "recent_libraries": _paths,
    "paper": _text_of(PAPERS),
    "show_sentence_numbers": _switch,
    "restore_session": _switch,
}


def _from_toml(stored: Mapping[str, object], path: Path) -> Settings:
    known: dict[str, object] = {}
    refused: list[str] = []
    for name, value in stored.items():
        if (read := _READERS.get(name)) is None:
            continue
        try:
            known[name] = read(value)
        except ValueError:
            refused.append(name)
    note = ""
    if refused:
        note = f"In {path}, {', '.join(refused)} cannot be understood; the default is used."
    other = {name: value for name, value in stored.items() if name not in _READERS}
    return replace(Settings(other=other, note=note), **known)  # type: ignore[arg-type]


def _to_toml(settings: Settings) -> dict[str, object]:
    stored: dict[str, object] = {}
    for name in (each.name for each in fields(settings) if each.name in _READERS):
        value = getattr(settings, name)
        if isinstance(value, tuple):
            value = [str(item) for item in value]
        if value is not None:  # TOML has no null: an absent key is the default
            stored[name] = str(value) if isinstance(value, Path) else value
    return stored
