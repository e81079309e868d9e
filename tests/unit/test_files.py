"""A file is written whole or not at all."""

import errno
import os
import stat

import pytest

from sanad.files import make_private_folder, why, write_whole


def test_writing_whole_replaces_the_old_content(tmp_path):
    path = tmp_path / "manifest"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["manifest"]  # noqa: PTH208 - hidden names too
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_content_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "manifest"
    write_whole(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        write_whole(path, b"new")
    assert why(caught.value) == "the disk is full"
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["manifest"]  # noqa: PTH208


def test_folders_above_are_made_for_the_owner_and_others_are_left_alone(tmp_path):
    mode = tmp_path.stat().st_mode
    inner = make_private_folder(tmp_path / "one" / "two")
    assert stat.S_IMODE(inner.stat().st_mode) == 0o700
    assert stat.S_IMODE(inner.parent.stat().st_mode) == 0o700
    assert tmp_path.stat().st_mode == mode


def test_an_unknown_reason_is_told_in_the_words_of_the_system():
    assert why(OSError(errno.EPIPE, "Broken pipe")) == "broken pipe"
    assert why(OSError()) == "the system refused"
