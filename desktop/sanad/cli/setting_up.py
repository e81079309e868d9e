"""The commands that look at the installation: paths and selfcheck."""

import argparse
import importlib.metadata
import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from sanad import __version__, assets, settings
from sanad.cli.opening import has_display, library_folder
from sanad.cli.result import Result, Status
from sanad.entities.gazetteer import Gazetteer
from sanad.library.store import Library
from sanad.search.protocol import Request
from sanad.workspace import searching
from sanad.workspace.importing import import_files
from sanad.workspace.opening import Workspace, index_folder


def paths(arguments: argparse.Namespace) -> Result:
    """Say where library, index, settings and logs lie."""
    folder = library_folder(arguments.library)
    with Library.open(folder, read_only=True) as library:
        value = {
            "library": str(folder),
            "index": str(index_folder(library)),
            "settings": str(settings.config_folder()),
            "data": str(settings.data_folder()),
            "logs": str(settings.log_folder()),
            "resources": str(assets.resource("")),
        }
    return Result(value, [f"{name:<10}{path}" for name, path in value.items()])


def selfcheck(arguments: argparse.Namespace) -> Result:
    """Try each part that an installation can lack; status 5 when one does not work."""
    rows = [(name, *_outcome(check)) for name, check in _checks()]
    value = [{"check": name, "works": works, "detail": detail} for name, works, detail in rows]
    lines = [f"{'ok' if works else 'FAILED':<8}{name}: {detail}" for name, works, detail in rows]
    return Result(value, lines, Status.DONE if all(row[1] for row in rows) else Status.FAILED)


def _checks() -> Iterator[tuple[str, Callable[[], str]]]:
    yield "program", lambda: f"Sanad {__version__}, Python {sys.version.split()[0]}"
    yield "packages", _packages
    yield "resources", _resources
    yield "main job", _main_job
    yield "window", _window


def _outcome(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except Exception as error:  # noqa: BLE001 - a check reports whatever is wrong
        return False, f"{type(error).__name__}: {error}"


def _packages() -> str:
    names = ("PySide6-Essentials", "Whoosh", "Markdown", "PyYAML")
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)


def _resources() -> str:
    Gazetteer.load()
    icons = list(assets.resource("icons").glob("*.svg"))
    if not icons or len(assets.seeds()) != 5:
        raise FileNotFoundError(f"icons or sample articles are missing under {assets.resource('')}")
    return f"{len(icons)} icons, {len(assets.seeds())} sample articles, gazetteer"


def _main_job() -> str:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.create(Path(folder, "Check.sanad"), "Check") as library,
    ):
        import_files(library, assets.seeds(), lambda *_: True)
        answer = searching.search(Workspace(library), Request(text="longstanding"))
        names = len(library.articles.entity_counts())
        searching.forget_index(library)
    if answer.total != 3 or not names:
        raise RuntimeError(f"“longstanding” found {answer.total} of 3 articles, {names} names")
    return f"imported 5 articles, found 3 by “longstanding”, {names} names recognised"


def _window() -> str:
    if importlib.util.find_spec("PySide6") is None:
        return "not tried: Qt is not installed, the command line works without it"
    if not has_display():
        return "not tried: there is no display, the command line works without one"
    # In a child process, since a missing system library ends the process instead of raising.
    command = [sys.executable, "-c", "from sanad.ui.app import probe; print(probe())"]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    if run.returncode:
        raise RuntimeError((run.stderr.strip().splitlines() or ["no window could be made"])[-1])
    return run.stdout.strip()
