"""Runs every check and test of the project, as ``./run test`` does once it has set up.

All of them run even when one fails, so that one start tells everything. The tests run beside the
other checks and are shown after them, for their report ends with the ten slowest. With
arguments, only the tests run, and get them.
"""

import contextlib
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_root = Path(__file__).resolve().parents[1]
_scripts = Path(sysconfig.get_path("scripts"))
_sources = (".", "run")  # ``run`` has no suffix, so it is named


def main(arguments: Sequence[str]) -> int:
    """Run the checks, or the tests that *arguments* choose; return 1 when any fails."""
    pytest = (sys.executable, "-m", "pytest", *arguments)
    if arguments:
        return 0 if _passes("tests", pytest) else 1
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sanad-checks-") as name:
        folder = Path(name)
        with _beside(pytest, folder / "tests.txt") as tests:
            checks = _checks(folder)
            failed = [name for name, command in checks.items() if not _passes(name, command)]
            print("\n== tests, which run since the start: wait for their end", flush=True)
            if tests.wait():
                failed.append("tests")
        print((folder / "tests.txt").read_text("utf-8", "replace"))
    outcome = f"failed: {', '.join(failed)}" if failed else "all passed"
    took = time.monotonic() - started
    print(f"{', '.join([*checks, 'tests'])}: {outcome} ({took:.0f} s)")
    return 1 if failed else 0


@contextlib.contextmanager
def _beside(command: Sequence[str], output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run *command* at the top of the checkout while the block runs; it ends with the block."""
    with output.open("wb") as file:
        process = subprocess.Popen(command, cwd=_root, stdout=file, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.terminate()
            process.wait()


def _checks(folder: Path) -> dict[str, Sequence[str]]:
    """Return the command of each check; what a check writes goes below *folder*."""
    python, ruff, sanad = sys.executable, str(_scripts / "ruff"), str(_scripts / "sanad")
    return {
        "lint": (ruff, "check", *_sources),
        "format": (ruff, "format", "--check", *_sources),
        "types": (python, "-m", "mypy"),
        "types of scripts": (python, "-m", "mypy", "run", *_scripts_of_packaging()),
        "layers": (str(_scripts / "lint-imports"),),
        "wheel": (python, "packaging/check_wheel.py"),
        "tour": (sanad, "tour", "--output", str(folder / "tour")),
    }


def _scripts_of_packaging() -> list[str]:
    return [str(path.relative_to(_root)) for path in sorted((_root / "packaging").rglob("*.py"))]


def _passes(name: str, command: Sequence[str]) -> bool:
    """Run *command* at the top of the checkout and return whether its exit status is 0."""
    print(f"\n== {name}: {' '.join(command)}", flush=True)
    started = time.monotonic()
    status = subprocess.call(command, cwd=_root)
    if status:
        print(f"== {name} failed with status {status}", flush=True)
    print(f"== {name}: {time.monotonic() - started:.1f} s", flush=True)
    return status == 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
