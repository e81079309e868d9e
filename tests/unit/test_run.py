"""The ``run`` script: what it does when, and what it says when it cannot."""

import ast
import importlib.machinery
import importlib.util
import json
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "run"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Load the script as it would be in a checkout at ``tmp_path``, with small locks."""
    loader = importlib.machinery.SourceFileLoader("run_script", str(SCRIPT))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_loader("run_script", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    scripts = tmp_path / ".venv" / "bin"
    places = {"ROOT": tmp_path, "VENV": tmp_path / ".venv", "SCRIPTS": scripts}
    places |= {"NOTE": tmp_path / ".venv" / "set-up.json", "PYTHON": scripts / "python"}
    for name, path in places.items():
        monkeypatch.setattr(module, name, path)
    (tmp_path / "requirements").mkdir()
    for name in ("build", "app", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    return module


@pytest.fixture
def steps(run: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record what is set up, in order, without making or installing anything."""
    done: list[str] = []

    def make_venv() -> None:
        done.append("venv")
        run.SCRIPTS.mkdir(parents=True, exist_ok=True)
        if not run.PYTHON.exists():
            run.PYTHON.symlink_to(sys.executable)

    monkeypatch.setattr(run, "make_venv", make_venv)
    monkeypatch.setattr(run, "install", done.append)
    return done


def test_the_first_start_makes_the_environment_and_the_second_does_nothing(run, steps):
    run.prepare_environment(testing=False)
    assert steps == ["venv", "build", "app", "project"]
    run.prepare_environment(testing=False)
    assert len(steps) == 4


def test_the_tests_add_what_only_developers_need(run, steps):
    run.prepare_environment(testing=False)
    run.prepare_environment(testing=True)
    assert steps == ["venv", "build", "app", "project", "dev"]


def test_a_changed_lock_installs_that_lock_alone(run, steps):
    run.prepare_environment(testing=True)
    (run.ROOT / "requirements" / "app.txt").write_text("app==2\n", "utf-8")
    run.prepare_environment(testing=True)
    assert steps[5:] == ["app"]


def test_a_moved_checkout_gets_a_new_environment(run, steps):
    run.prepare_environment(testing=False)
    note = json.loads(run.NOTE.read_text("utf-8"))
    run.NOTE.write_text(json.dumps(note | {"venv": "/elsewhere/.venv"}), "utf-8")
    run.prepare_environment(testing=False)
    assert steps[4:] == ["venv", "build", "app", "project"]


def test_an_environment_whose_python_went_away_is_made_anew(run, steps):
    run.prepare_environment(testing=False)
    run.PYTHON.unlink()
    run.prepare_environment(testing=False)
    assert steps[4:] == ["venv", "build", "app", "project"]


def test_an_interrupted_installation_is_made_anew(run, steps, monkeypatch):
    def interrupted(step: str) -> None:
        if step == "app":
            raise KeyboardInterrupt
        steps.append(step)

    with monkeypatch.context() as patch:
        patch.setattr(run, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run.prepare_environment(testing=False)
    run.prepare_environment(testing=False)
    assert steps == ["venv", "build", "venv", "build", "app", "project"]


def test_a_damaged_note_counts_as_none(run, steps):
    run.prepare_environment(testing=False)
    run.NOTE.write_text("{half a no", "utf-8")
    run.prepare_environment(testing=False)
    assert steps[4:] == ["venv", "build", "app", "project"]


@pytest.mark.skipif(os.name == "nt", reason="the other start is written for POSIX locks")
def test_two_starts_at_once_set_up_one_after_the_other(run):
    with run.alone(), (run.ROOT / ".venv.lock").open("a") as file:
        assert not run.try_lock(file.fileno())
    with (run.ROOT / ".venv.lock").open("a") as file:
        assert run.try_lock(file.fileno())


def test_an_old_python_is_refused_in_one_sentence(run, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert run.main([]) == 3
    said = capsys.readouterr().err
    assert "needs Python 3.11 or newer" in said
    assert "3.9" in said
    assert said.count("\n") == 1


def test_the_script_is_read_by_python_3_8():
    assert ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("arguments", "display", "command"),
    [
        ([], {"DISPLAY": ":0"}, ["open"]),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, ["open"]),
        ([], {}, ["tour", "--output", "tour"]),
        (["search", "two words"], {}, ["search", "two words"]),
    ],
)
def test_what_is_started_depends_on_the_display(run, monkeypatch, arguments, display, command):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in display.items():
        monkeypatch.setenv(name, value)
    started: list[list[str]] = []

    def call(line: list[str], *_: object, **_options: object) -> int:
        started.append(line)
        return 0

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "hand_over", call)
    monkeypatch.setattr(run.subprocess, "call", call)
    assert run.start(arguments[0] if arguments else "open", arguments, os.environ) == 0
    assert started == [[str(run.SCRIPTS / "sanad"), *command]]


def test_an_explicit_window_without_display_is_refused(run, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(run.SetUpError, match="no display"):
        run.prepare_qt({})


def test_qt_is_probed_once_and_again_when_system_packages_change(run, steps, monkeypatch):
    run.prepare_environment(testing=False)
    probes: list[object] = []
    monkeypatch.setattr(run, "probe_qt", lambda environment: probes.append(environment) or "")
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    monkeypatch.setattr(run, "system_state", lambda: "before")
    run.prepare_qt(offscreen)
    run.prepare_qt(offscreen)
    assert len(probes) == 1
    monkeypatch.setattr(run, "system_state", lambda: "after")
    run.prepare_qt(offscreen)
    assert len(probes) == 2
    assert not run.needs_new_venv(run.read_note())


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there is no root here")
@pytest.mark.parametrize("root", [True, False])
def test_missing_libraries_are_installed_by_root_and_named_to_others(
    run, monkeypatch, root, capsys
):
    complaints = ["libEGL.so.1: cannot open shared object file", ""]
    commands: list[list[str]] = []
    monkeypatch.setattr(run, "probe_qt", lambda _environment: complaints.pop(0))
    monkeypatch.setattr(run, "read_note", dict)
    monkeypatch.setattr(run, "write_note", lambda _note: None)
    monkeypatch.setattr(run, "is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(run, "run_step", lambda command, _failure: commands.append(command))
    if root:
        run.prepare_qt({"QT_QPA_PLATFORM": "offscreen"})
        assert commands[0] == ["apt-get", "update"]
        assert set(run.QT_PACKAGES) < set(commands[1])
        assert "libxcb-cursor0" not in commands[1]
        assert "Installing system packages: libgl1" in capsys.readouterr().err
    else:
        with pytest.raises(run.SetUpError, match=r"sudo apt-get install .* libegl1"):
            run.prepare_qt({"QT_QPA_PLATFORM": "offscreen"})
        assert commands == []


def test_a_failed_step_shows_what_it_said_and_why_it_matters(run, capsys):
    with pytest.raises(run.SetUpError, match="It was not made"):
        run.run_step([sys.executable, "-c", "raise SystemExit('no space')"], "It was not made.")
    assert "no space" in capsys.readouterr().err


def test_the_probe_tells_the_cause_not_the_list_of_plugins(run, monkeypatch):
    words = (
        "qt.qpa.plugin: From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the plugin.\n"
        "This application failed to start.\nAvailable platform plugins are: offscreen, xcb.\n"
    )
    ended = subprocess.CompletedProcess([], -6, stderr=words)
    monkeypatch.setattr(run.subprocess, "run", lambda *_arguments, **_options: ended)
    assert "xcb-cursor0" in run.probe_qt({})
