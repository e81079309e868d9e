"""The list of checks that ``./run test`` goes through."""

import contextlib
import importlib.util
import sys
import types
from collections.abc import Iterator
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
    """Run the checks with the given exit status for some; return the commands, in order."""
    seen: list[str] = []

    def call(command: tuple[str, ...], **_: object) -> int:
        words = " ".join(command)
        seen.append(words)
        return next((statuses[name] for name in statuses if name in words), 0)

    @contextlib.contextmanager
    def beside(command: tuple[str, ...], output: Path) -> Iterator[object]:
        output.write_text("the ten slowest", "utf-8")
        yield types.SimpleNamespace(wait=lambda: call(command))

    checks._beside = beside
    checks.subprocess = types.SimpleNamespace(call=call)
    seen.append(f"status {checks.main(arguments)}")
    return seen


def test_one_failed_check_fails_the_whole_and_the_others_still_run(checks, capsys):
    seen = run_with(checks, {"ruff check": 1, "tour": 3})
    assert seen[-1] == "status 1"
    assert len(seen) == 9
    assert "failed: lint, tour" in capsys.readouterr().out


def test_failed_tests_fail_the_whole(checks, capsys):
    assert run_with(checks, {"pytest": 1})[-1] == "status 1"
    assert "failed: tests" in capsys.readouterr().out


def test_the_report_of_the_tests_is_shown_last(checks, capsys):
    assert run_with(checks, {})[-1] == "status 0"
    *_, report, outcome = capsys.readouterr().out.splitlines()
    assert report == "the ten slowest"
    assert "all passed" in outcome


def test_arguments_choose_among_the_tests_alone(checks):
    tests, status = run_with(checks, {}, "-k", "anchor")
    assert tests.endswith("pytest -k anchor")
    assert status == "status 0"


def test_what_runs_beside_the_checks_ends_with_them(checks, tmp_path):
    waiting = (sys.executable, "-c", "import time; time.sleep(600)")
    with checks._beside(waiting, tmp_path / "out.txt") as process:
        assert process.poll() is None
    assert process.returncode is not None
