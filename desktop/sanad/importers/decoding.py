"""Turns the bytes of a text file into text, and tells text from what only has its name."""

import codecs
from dataclasses import dataclass
from typing import Final

_BYTE_ORDER_MARKS: Final = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FORMATS: Final = (
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b\x08", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!\x1a\x07", "a compressed file (RAR)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound recording (MP3)"),
    (b"OggS", "a sound recording (Ogg)"),
)
"""First bytes, and what a file is that begins with them."""

_NEEDS_CONTROLS: Final = (b"BZh", b"ID3", b"OggS")
"""These marks are letters that a text may begin with: they count beside control characters only."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS: Final = 0.02
"""Share of control characters from which a file is taken for binary."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, with its line breaks as they are."""

    text: str
    encoding: str
    note: str = ""
    """Why the text may be wrong, as a sentence; mostly empty."""


def binary_format(content: bytes) -> str | None:
    """Return what *content* is when it is no text (``an image (PNG)``), else None."""
    controls = _share_of_controls(content)
    for mark, name in _FORMATS:
        if content.startswith(mark) and (controls or mark not in _NEEDS_CONTROLS):
            return name
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "an image (WebP)"
    if content[4:8] == b"ftyp":
        return "a film or an image (MP4)"
    if any(content.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS):
        return None
    if b"\0" in content or controls > _MOST_CONTROLS:
        return "a binary file"
    return None


def decode(content: bytes) -> Decoded:
    """Return the text of *content*.

    A byte order mark decides; else it is UTF-8 if it can be, and otherwise taken for Windows-1252,
    which the note then says. Bytes that have no meaning become U+FFFD.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        if _is_utf8_but_for_a_few(content):
            return _decoded(content, "utf-8")
    guessed = _decoded(content, "cp1252")
    guess = "Its encoding is not stated; it was read as Windows-1252, which is a guess."
    return Decoded(guessed.text, "cp1252", f"{guess} {guessed.note}".strip())


def _decoded(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        name = {"cp1252": "Windows-1252"}.get(encoding, encoding.removesuffix("-sig").upper())
        return Decoded(text, encoding, f"Some bytes are not {name} and are shown as \ufffd.")
    return Decoded(text, encoding)


def _is_utf8_but_for_a_few(content: bytes) -> bool:
    """Whether a few bytes spoil a text that otherwise has real UTF-8 sequences.

    A download that was cut off, say: as Windows-1252 all its other letters would be wrong.
    """
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole >= 4 * broken


def _share_of_controls(content: bytes) -> float:
    head = content[:65536]
    return 1 - len(head.translate(None, _CONTROLS)) / len(head) if head else 0.0
