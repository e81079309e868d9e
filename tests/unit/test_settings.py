"""Settings survive, and nothing in their file can stop Sanad."""

import stat
import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from sanad import settings as room
from sanad.errors import SanadError
from sanad.settings import Settings, load, save, settings_file, with_library


def write(content: str | bytes) -> None:
    room.config_folder()
    settings_file().write_bytes(content.encode() if isinstance(content, str) else content)


def test_without_a_file_the_defaults_hold():
    assert load() == Settings()
    assert load().note == ""


def test_what_is_saved_is_loaded_again(tmp_path):
    settings = Settings(
        theme="dark",
        reading_zoom=1.25,
        last_library=tmp_path / "Ministry نوٹس.sanad",
        recent_libraries=(tmp_path / "a", tmp_path / "b"),
        paper="Letter",
        show_sentence_numbers=True,
        restore_session=False,
    )
    save(settings)
    assert load() == settings


def test_keys_of_another_version_are_kept():
    write('theme = "dark"\nlanguage = "ur"\n[window]\nstate = 3\n')
    save(replace(load(), theme="light"))
    assert load().other == {"language": "ur", "window": {"state": 3}}
    assert load().theme == "light"


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe\x00", b"\x00" * 40, b"<html>", b"x = " + b"[" * 20_000]
)
def test_a_damaged_file_is_set_aside_with_a_note(content):
    write(content)
    settings = load()
    assert settings == Settings()
    assert "damaged" in settings.note
    assert settings_file().with_name("settings.damaged.toml").read_bytes() == content
    assert load().note == ""


def test_one_value_that_makes_no_sense_leaves_the_others():
    write('theme = "purple"\nreading_zoom = "big"\nrestore_session = false\nrecent_libraries = 3\n')
    settings = load()
    assert settings == Settings(restore_session=False)
    assert "theme" in settings.note
    assert "reading_zoom" in settings.note


def test_the_zoom_stays_within_its_bounds():
    write("reading_zoom = 900")
    assert load().reading_zoom == room.MOST_ZOOM


def test_a_folder_in_place_of_the_file_is_a_note_and_no_crash():
    room.config_folder()
    settings_file().mkdir()
    assert "cannot be read" in load().note
    with pytest.raises(SanadError, match=r"could not be saved in .*settings\.toml"):
        save(Settings())


def test_a_file_in_place_of_the_folder_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "blocked").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "blocked"))
    with pytest.raises(SanadError, match="could not be made: a file of that name is in the way"):
        save(Settings())


def test_recent_libraries_are_ten_and_the_newest_is_first():
    settings = Settings()
    for number in range(14):
        settings = with_library(settings, Path(f"/libraries/{number}"))
    settings = with_library(settings, Path("/libraries/9"))
    assert settings.last_library == Path("/libraries/9")
    assert len(settings.recent_libraries) == room.RECENT_LIBRARIES
    assert settings.recent_libraries[:3] == tuple(Path(f"/libraries/{n}") for n in (9, 13, 12))
    assert len(set(settings.recent_libraries)) == len(settings.recent_libraries)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_folders_and_files_are_for_their_owner_alone():
    save(Settings())
    library = UUID(int=7)
    for folder in (
        room.config_folder(),
        room.cache_folder(library),
        room.cache_folder(library).parent,
        room.data_folder(),
        room.log_folder(),
    ):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600


def test_saving_leaves_nothing_else_behind():
    save(Settings())
    save(Settings(theme="dark"))
    assert [path.name for path in room.config_folder().iterdir()] == ["settings.toml"]


def test_an_account_without_a_home_gets_no_folder_named_after_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/sanad"))
    with pytest.raises(SanadError, match="no home folder"):
        room.data_folder()
    assert not list(tmp_path.glob("~*"))
