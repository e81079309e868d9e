"""A file is read, or refused in one sentence; nothing else can happen."""

import os
import socket
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.errors import InputRefusedError
from sanad.importers.registry import ENDINGS, files_under, read
from sanad.library.records import Metadata
from sanad.text.spans import Span

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path, name=""):
    with pytest.raises(InputRefusedError) as error:
        read(path, name)
    text = str(error.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_a_text_file_states_nothing_about_itself(tmp_path):
    source = "First line.\r\nSecond – line.\r\n"
    document = read(write(tmp_path, "a.txt", source))
    assert document.rendering.text == "First line.\nSecond – line."
    assert document.metadata == Metadata()
    assert document.content == source.encode()
    assert document.encoding == "utf-8"
    assert document.notes == ()


def test_offsets_lead_back_to_the_file_below_its_front_matter(tmp_path):
    source = "---\r\ntitle: A title\r\n---\r\n\r\nPakistan joins the *DCO* Council.\r\n"
    document = read(write(tmp_path, "a.md", source))
    text = document.rendering.text
    start = text.index("Council")
    span = document.rendering.source_span(Span(start, start + len("Council")))
    assert source[slice(*span)] == "Council"
    assert "title" not in text
    assert document.metadata.title == "A title"


def test_the_ending_decides_in_any_case(tmp_path):
    assert read(write(tmp_path, "A.TXT", "*a* text")).rendering.text == "*a* text"
    assert read(write(tmp_path, "A.Md", "*a* text")).rendering.text == "a text"
    assert read(write(tmp_path, "b.markdown", "*a* text")).rendering.text == "a text"
    assert ".md" in ENDINGS


def test_an_original_is_read_under_the_name_it_had(tmp_path):
    path = write(tmp_path, "0a1b2c", "*a* text")
    assert read(path, "a.md").rendering.text == "a text"
    assert "0a1b2c" not in refusal(path, "a.doc")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("holiday.txt", PNG, "holiday.txt is an image (PNG) named .txt; nothing was imported."),
        ("holiday.md", b"\xff\xd8\xff\xe0\0\x10JFIF", "is an image (JPEG) named .md"),
        ("a.txt", b"%PDF-1.7\n%text all the same", "a.txt is a PDF document named .txt"),
        ("a.txt", b"PK\x03\x04" + b"word/document.xml", "is a ZIP archive or an office document"),
        ("a.txt", b"RIFF\x10\0\0\0WEBPVP8 ", "is an image (WebP)"),
        ("a.txt", b"\0\0\0\x18ftypmp42", "is a film"),
        ("a.txt", b"some text\0and more", "a.txt is a binary file named .txt"),
        ("a.txt", bytes(range(1, 9)) * 30, "is a binary file"),
        ("a.txt", "text".encode("utf-16-le"), "is a binary file"),
        ("a.txt", b"", "a.txt is empty; nothing was imported."),
        ("a.md", b" \r\n\t ", "a.md is empty"),
        ("a.txt", b"\xef\xbb\xbf\r\n", "has no text in it"),
        ("a.md", b"---\ntitle: only this\n---\n", "a.md has no text in it"),
        ("a.txt", b"\0" * 400, "a.txt is empty"),
        ("report.pdf", b"%PDF-1.7", "report.pdf is a PDF document; Sanad imports text files"),
        ("data.csv", b"a,b", "data.csv has another ending; Sanad imports text files named .txt"),
        ("README", b"text", "README has another ending"),
        ("big.md", b"word " * 1_000_001, "big.md is larger than 5 MB"),
        ("big.txt", b"word " * 2_000_001, "big.txt is larger than 10 MB"),
        ("big.txt", PNG + b"\0" * 20_000_000, "big.txt is an image (PNG)"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_says_why(tmp_path, name, content, words):
    assert words in refusal(write(tmp_path, name, content))


@pytest.mark.parametrize(
    "text", ["BZh is a word here", "ID3 tags explained", "MZ", "GIF is a format"]
)
def test_a_text_may_begin_like_a_binary_file(tmp_path, text):
    assert read(write(tmp_path, "a.txt", text)).rendering.text == text


def test_what_is_not_there_or_no_file_says_so(tmp_path):
    assert refusal(tmp_path / "gone.txt").endswith("gone.txt does not exist; nothing was imported.")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert "folder.txt is a folder" in refusal(folder)
    write(tmp_path, "file", "text")
    assert "part of its path is not a folder" in refusal(tmp_path / "file" / "a.txt")
    assert "its name is too long" in refusal(tmp_path / ("a" * 300 + ".txt"))
    assert "cannot be read" in refusal(tmp_path / "a\0b.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and sockets as files")
def test_a_pipe_or_device_is_refused_and_never_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a device, not a file" in refusal(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert "is a device, not a file" in refusal(tmp_path / "zero.txt")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    assert "lead in a circle" in refusal(tmp_path / "circle.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        assert "cannot be read" in refusal(tmp_path / "socket.txt")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200), ending=st.sampled_from(ENDINGS))
def test_any_bytes_are_read_or_refused(tmp_path, content, ending):
    path = write(tmp_path, f"any{ending}", content)
    try:
        document = read(path)
    except InputRefusedError as error:
        assert str(error).startswith("any")  # noqa: PT017 - reading is as good
    else:
        assert document.content == content
        assert document.rendering.text


def test_a_folder_is_walked_in_order_without_what_is_hidden(tmp_path):
    for name in (
        "b.txt",
        "a/2.txt",
        "a/10.md",
        "a/.hidden.txt",
        ".git/x.txt",
        "c/d/e.txt",
        "x.pdf",
    ):
        write(tmp_path, name, "text")
    write(tmp_path, "My.sanad/library.toml", "")
    write(tmp_path, "My.sanad/originals/0a", "text")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    found = [str(path.relative_to(tmp_path)) for path in files_under(tmp_path)]
    assert found == ["b.txt", "x.pdf", "a/10.md", "a/2.txt", "c/d/e.txt"]


def test_a_single_path_stands_for_itself_even_when_it_is_missing(tmp_path):
    assert list(files_under(tmp_path / "gone.txt")) == [tmp_path / "gone.txt"]
    hidden = write(tmp_path, ".named.txt", "text")
    assert list(files_under(hidden)) == [hidden]


def test_a_name_that_is_too_long_for_the_disk_is_refused(tmp_path):
    path = tmp_path / ("x" * 300 + ".txt")
    assert list(files_under(path)) == [path]
    assert "its name is too long" in refusal(path)
