"""Builds the wheel, installs it in a fresh environment and runs its ``sanad selfcheck`` there.

What passes in the checkout may lack in the wheel: a resource not packed, a dependency that only
the developers' tools bring. The fresh environment holds the locked packages of the application
and nothing else, and its folder, home and current directory know nothing of the checkout.
"""

import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_root = Path(__file__).resolve().parents[1]
# Where each folder of the checkout lies in the wheel.
_parts = {
    "desktop/sanad": "sanad",
    "resources": "sanad/_data/resources",
    "seeds": "sanad/_data/seeds",
}


def main() -> int:
    """Build, install and check; return the exit status of the first step that fails, or 0."""
    with tempfile.TemporaryDirectory(prefix="sanad-wheel-") as name:
        folder = Path(name)
        environment = _clean_environment(folder)
        # The source distribution is built first and the wheel from it: both must be complete.
        build = ("-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(_root))
        _run((sys.executable, *build), folder, environment)
        [wheel] = (folder / "dist").glob("*.whl")
        _compare_contents(wheel)
        venv.create(folder / "venv")
        scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        # The pip of this environment, for a system's Python may have none to give to another.
        pip = (sys.executable, "-m", "pip", "--python", str(scripts / "python"))
        install = (*pip, "install", "--quiet", "--no-input")
        lock = str(_root / "requirements" / "app.txt")
        _run((*install, "--require-hashes", "--requirement", lock), folder, os.environ)
        _run((*install, "--no-deps", "--no-index", str(wheel)), folder, os.environ)
        _run((*pip, "check"), folder, os.environ)
        _run((str(scripts / "sanad"), "selfcheck"), folder, environment)
        print(f"{wheel.name} ({wheel.stat().st_size / 1e6:.1f} MB) passes its selfcheck.")
    return 0


def _clean_environment(folder: Path) -> dict[str, str]:
    """Return the environment without what leads Python here, and with a home in *folder*."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("SANAD_LIBRARY", None)
    home = folder / "home"
    homes = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    home.mkdir()
    return {**kept, **homes, "HOME": str(home)}


def _compare_contents(wheel: Path) -> None:
    """Raise when the wheel lacks a file that the package, resources or seeds have, or differs."""
    packed = zipfile.ZipFile(wheel)
    for here, there in _parts.items():
        for path in (_root / here).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                name = f"{there}/{path.relative_to(_root / here).as_posix()}"
                if name not in packed.namelist() or packed.read(name) != path.read_bytes():
                    raise SystemExit(f"The wheel does not hold {path.relative_to(_root)} as it is.")


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Run *command* in *folder*; end with its exit status when it is not 0."""
    status = subprocess.call(command, cwd=folder, env=environment)
    if status:
        print(f"{' '.join(command)}: exit status {status}", file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    sys.exit(main())
