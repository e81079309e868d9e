"""What an importer makes of one file."""

from dataclasses import dataclass

from sanad.library.records import Metadata
from sanad.text.rendering import Rendering


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read and rendered."""

    rendering: Rendering
    metadata: Metadata
    content: bytes
    """The file, byte for byte."""
    encoding: str
    """Python's name of the encoding in which ``content`` was read."""
    notes: tuple[str, ...] = ()
    """What a reader should know about the reading, a sentence each."""
