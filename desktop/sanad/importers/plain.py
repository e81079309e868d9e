"""Plain text files: a line is a paragraph, and the file states nothing about itself."""

from sanad.importers.decoding import decode
from sanad.importers.document import Document
from sanad.library.records import Metadata
from sanad.text.plain import render_plain


def read_plain(content: bytes) -> Document:
    """Return what is in a ``.txt`` file."""
    decoded = decode(content)
    notes = (decoded.note,) if decoded.note else ()
    return Document(render_plain(decoded.text), Metadata(), content, decoded.encoding, notes)
