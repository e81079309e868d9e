"""What must hold for every file that is kept in the repository."""

import hashlib
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("build", "app", "dev")
SEEDS = {
    "000_6620ac574b3885f0.txt": "3852f885cc19a377d7252a177eae33d3c25ffa18fbc1f6c4931b1680883adf32",
    "001_1fc15af41153fc5b.txt": "65e6e266547a564fe558ddebd725c59c7db89abbd6c5a0149b23f9924725ea16",
    "002_32d2bec9b9fb3ccb.txt": "25cabe3eede2416d7af3350ffc466040e60ef5175456d7c0c97b6be7ace0dec0",
    "003_ae03224f8f189a43.txt": "36a999784644df04f95f2f6cdf72ac0fd78cd7333303afd4a014b3968c28b1f3",
    "004_022f238d5487da86.txt": "4ae958762221859029ef092c627b4aa68e2a2041ce2143780c8b13b8e08c50b4",
}
# Written in two halves, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    "pypi" + r"\.org|python" + r"hosted|--(extra-)?index" + "-url|--find" + "-links"
)
OWN_MACHINE = re.compile(r"(?<![\w.~-])/(?:" + "home|root|Users|work|farm" + r")/[\w.]")


def kept_files() -> list[Path]:
    """Return the files of the repository; in a copy without git, all that git would not ignore."""
    if shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if listed.returncode == 0:
            paths = [ROOT / os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]
            return [path for path in paths if path.is_file()]
    tops = ("desktop", "resources", "seeds", "tests", "packaging", "requirements", "docs")
    return [path for top in tops for path in (ROOT / top).rglob("*") if path.is_file()]


def texts() -> list[tuple[str, str]]:
    """Return the path, relative to the top, and the content of each file that is text."""
    found = []
    for path in kept_files():
        content = path.read_bytes()
        if b"\0" not in content:
            found.append((path.relative_to(ROOT).as_posix(), content.decode("utf-8", "replace")))
    assert len(found) > 50
    return found


def locked(name: str) -> dict[str, str]:
    """Return the version of each package that the lock called *name* holds."""
    lock = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


def test_no_file_holds_the_address_of_a_package_index():
    assert [path for path, text in texts() if REGISTRIES.search(text)] == []


def test_no_file_holds_a_path_of_the_machine_it_was_written_on():
    found = {path: OWN_MACHINE.findall(text) for path, text in texts()}
    assert {path: paths for path, paths in found.items() if paths} == {}


def test_the_sample_articles_are_byte_for_byte_as_given():
    present = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").glob("*.txt")
    }
    assert present == SEEDS


@pytest.mark.parametrize("folder", ["packaging", "resources", "seeds", "tests"])
def test_folders_beside_the_package_are_no_packages(folder):
    assert (ROOT / folder).is_dir()
    assert list((ROOT / folder).rglob("__init__.py")) == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_with_hashes_and_names_no_address(name):
    lock = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert "://" not in lock
    entries = re.split(r"^(?=\S)", re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE), flags=re.M)
    for entry in filter(None, entries):
        assert re.match(r"[\w.-]+==[\w.]+[^\n]*\\\n", entry), entry
        assert "--hash=sha256:" in entry


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "app": project["project"]["dependencies"],
        "dev": project["dependency-groups"]["dev"] + project["project"]["dependencies"],
        "build": project["build-system"]["requires"],
    }
    for name, requirements in asked.items():
        for requirement in map(Requirement, requirements):
            version = locked(name)[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), (name, requirement)


def test_the_locks_agree_on_every_version():
    app, build, dev = locked("app"), locked("build"), locked("dev")
    for other in (app, build):
        common = other.keys() & dev.keys()
        assert {name: other[name] for name in common} == {name: dev[name] for name in common}


def test_the_application_needs_no_tool_of_its_developers():
    assert locked("app").keys() == {
        *("markdown", "platformdirs", "pyside6-essentials", "pyyaml", "shiboken6", "tomli-w"),
        "whoosh",
    }


def test_documents_lead_to_files_that_exist():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name} leads to {target}"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permission")
@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_the_scripts_can_be_executed(script):
    assert os.access(ROOT / script, os.X_OK)
