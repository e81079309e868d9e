"""The list of checks that ``./run test`` goes through."""

import importlib.util
import types
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "checks.py"


@pytest.fixture
def checks() -> types.ModuleType:
    """Load the script."""
    spec = importlib.util.spec_from_file_location("checks_script", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_with(checks: types.ModuleType, statuses: dict[str, int], *arguments: str) -> list[str]:
    """Run the checks with the given exit status for some; return the names, in order."""
    seen: list[str] = []

    def call(command: tuple[str, ...], **_: object) -> int:
        words = " ".join(command)
        name = next((name for name in statuses if name in words), "")
        seen.append(words)
        return statuses.get(name, 0)

    checks.subprocess = types.SimpleNamespace(call=call)
    seen.append(f"status {checks.main(arguments)}")
    return seen


def test_one_failed_check_fails_the_whole_and_the_others_still_run(checks, capsys):
    seen = run_with(checks, {"ruff check": 1, "tour": 3})
    assert seen[-1] == "status 1"
    assert len(seen) == 9
    assert "failed: lint, tour" in capsys.readouterr().out


def test_the_tests_come_last_so_that_the_slowest_are_at_the_end(checks, capsys):
    seen = run_with(checks, {})
    assert seen[-1] == "status 0"
    assert "pytest" in seen[-2]
    assert "all passed" in capsys.readouterr().out


def test_arguments_choose_among_the_tests_alone(checks):
    tests, status = run_with(checks, {}, "-k", "anchor")
    assert tests.endswith("pytest -k anchor")
    assert status == "status 0"
