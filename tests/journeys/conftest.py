"""The sample library, made once for all journeys and copied for each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanad.workspace.opening import Workspace, open_workspace
from sanad.workspace.sample import sample_library


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        return sample_library(folder)


@pytest.fixture
def sample(_sample: Path, tmp_path: Path) -> Path:
    """Return the folder of a fresh sample library."""
    return Path(shutil.copytree(_sample, tmp_path / _sample.name))


@pytest.fixture
def workspace(sample: Path) -> Iterator[Workspace]:
    with open_workspace(sample) as opened:
        yield opened
