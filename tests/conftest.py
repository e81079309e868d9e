"""Fixtures that every test may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanad.workspace.opening import Workspace, open_workspace
from sanad.workspace.sample import sample_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, cache and data of every test in its own temporary folder."""
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.delenv("SANAD_LIBRARY", raising=False)


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        return sample_library(folder)


@pytest.fixture
def sample(_sample: Path, tmp_path: Path) -> Path:
    """Return the folder of a fresh copy of the sample library."""
    return Path(shutil.copytree(_sample, tmp_path / _sample.name))


@pytest.fixture
def workspace(sample: Path) -> Iterator[Workspace]:
    """Open a fresh copy of the sample library."""
    with open_workspace(sample) as opened:
        yield opened
