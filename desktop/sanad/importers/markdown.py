"""Markdown files, with what they state about themselves in front matter."""

from dataclasses import replace

from sanad.importers.decoding import decode
from sanad.importers.document import Document
from sanad.importers.front_matter import front_matter
from sanad.text.markdown import render_markdown
from sanad.text.rendering import Rendering, SourceMap
from sanad.text.spans import Span


def read_markdown(content: bytes) -> Document:
    """Return what is in a ``.md`` file."""
    decoded = decode(content)
    front = front_matter(decoded.text)
    rendering = render_markdown(decoded.text[front.length :])
    notes = (decoded.note, *front.notes, rendering.note)
    return Document(
        _below(front.length, rendering),
        front.metadata,
        content,
        decoded.encoding,
        tuple(note for note in notes if note),
    )


def _below(length: int, rendering: Rendering) -> Rendering:
    """Return *rendering* with its way back to a source that begins *length* characters earlier."""
    return replace(rendering, source_map=_MovedMap(rendering.source_map, length))


class _MovedMap(SourceMap):
    __slots__ = ("_by", "_inner")

    def __init__(self, inner: SourceMap, by: int) -> None:
        super().__init__()
        self._inner = inner
        self._by = by

    def source_span(self, span: Span) -> Span | None:
        found = self._inner.source_span(span)
        return found and Span(found.start + self._by, found.end + self._by)
