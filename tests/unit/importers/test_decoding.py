"""Text comes out of bytes as it was written, and a guess is called one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.importers.decoding import binary_format, decode

TEXT = "Pakistan’s “digital” policy – نئی پالیسی 😀\r\nSecond line"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_unicode_is_read_without_a_guess(encoding, named):
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.note) == (TEXT, named, "")
    assert binary_format(TEXT.encode(encoding)) is None


def test_the_other_byte_order_is_read_by_its_mark():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_windows_1252_is_read_and_noted_as_a_guess():
    decoded = decode("Pakistan’s “digital” policy – café".encode("cp1252"))
    assert decoded.text == "Pakistan’s “digital” policy – café"
    assert decoded.encoding == "cp1252"
    assert "Windows-1252, which is a guess" in decoded.note


def test_bytes_without_a_meaning_are_shown_as_such_and_noted():
    decoded = decode(b"caf\xe9 and \x81")
    assert decoded.text == "café and \ufffd"
    assert "Some bytes are not Windows-1252" in decoded.note


def test_a_text_that_was_cut_in_a_letter_stays_unicode():
    decoded = decode("نئی پالیسی".encode()[:-1])
    assert decoded.text == "نئی پالیس\ufffd"
    assert decoded.encoding == "utf-8"
    assert "not UTF-8" in decoded.note


def test_a_torn_utf_16_file_is_read_as_far_as_it_goes():
    decoded = decode("text".encode("utf-16")[:-1])
    assert decoded.text == "tex\ufffd"
    assert decoded.note


@given(st.text())
def test_any_unicode_text_comes_back(text):
    written = text.encode("utf-8", "replace")
    if not written.startswith((b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")):
        assert decode(written).text == written.decode()


@given(st.binary(max_size=300))
def test_any_bytes_give_text(content):
    decoded = decode(content)
    assert decoded.text.encode("utf-8", "strict") is not None
