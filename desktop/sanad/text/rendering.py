"""What a source file becomes: canonical text and safe HTML, and the way back to the source."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sanad.text.spans import Span


class Piece(NamedTuple):
    """A stretch of canonical text and the stretch of the source it was made from.

    Of equal length, they correspond character by character; otherwise only as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class SourceMap:
    """Pieces in the order of the text; what none of them covers has no place in the source."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._pieces = _merged(pieces)

    def source_span(self, span: Span) -> Span | None:
        """Return the source of *span*, None when its first or last character has none."""
        if span.start >= span.end:
            return None
        first, last = self._piece_at(span.start), self._piece_at(span.end - 1)
        if first is None or last is None:
            return None
        start, end = first.source_start, last.source_end
        if first.end - first.start == first.source_end - first.source_start:
            start += span.start - first.start
        if last.end - last.start == last.source_end - last.source_start:
            end -= last.end - span.end
        return Span(start, end) if start <= end else None

    def _piece_at(self, offset: int) -> Piece | None:
        index = bisect_right(self._pieces, offset, key=_start) - 1
        if index < 0 or self._pieces[index].end <= offset:
            return None
        return self._pieces[index]


@dataclass(frozen=True, slots=True)
class Rendering:
    """Canonical text and safe HTML of one source, made together.

    ``QTextDocument.setHtml(html).toPlainText() == text``. Paragraphs of the text are separated by
    one newline, none is empty, and no blank leads or trails.
    """

    text: str
    html: str
    note: str = ""
    """Why the source is shown otherwise than its format asks, in one sentence; mostly empty."""
    source_map: SourceMap = field(default_factory=SourceMap, repr=False, compare=False)

    def source_span(self, span: Span) -> Span | None:
        """Return *span* in offsets of the decoded source, as read with ``newline=""``.

        None when it cannot be said where in the source the span begins or ends.
        """
        return self.source_map.source_span(span)


def _start(piece: Piece) -> int:
    return piece.start


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces, neighbours that correspond character by character made one."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and _is_exact(piece) and _is_exact(merged[-1]):
            last = merged[-1]
            if last.end == piece.start and last.source_end == piece.source_start:
                merged[-1] = Piece(last.start, piece.end, last.source_start, piece.source_end)
                continue
        if piece.start < piece.end:
            merged.append(piece)
    return merged


def _is_exact(piece: Piece) -> bool:
    return piece.end - piece.start == piece.source_end - piece.source_start
