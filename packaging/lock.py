"""Writes the hash-locked requirements anew from ``pyproject.toml``; needs the ``uv`` command.

A lock names versions and hashes only, never an address: where packages come from is the
business of whoever installs them. Versions already locked stay; ``--upgrade`` renews them,
``--upgrade-package NAME`` one of them.
"""

import subprocess
import sys
from pathlib import Path

_root = Path(__file__).resolve().parents[1]
_compile = (
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header"),
)
# Each lock and what it is made from; a later one keeps to the versions of those before it.
_locks = (
    ("build.txt", ("requirements/build.in",)),
    ("app.txt", ("pyproject.toml",)),
    ("dev.txt", ("pyproject.toml", "--group", "dev")),
)


def main(options: list[str]) -> None:
    """Compile every lock; *options* go to ``uv pip compile``."""
    constraints: list[str] = []
    for name, sources in _locks:
        lock = f"requirements/{name}"
        command = [*_compile, *sources, *constraints, *options, "--output-file", lock]
        subprocess.run(command, cwd=_root, check=True)
        constraints += ["--constraints", lock]


if __name__ == "__main__":
    main(sys.argv[1:])
