"""Plain text as an article: a line is a paragraph, and no character of it is syntax."""

from collections.abc import Iterator

from sanad.text import characters
from sanad.text.blocks import Block, Run, canonical_text, display_parts, safe_html
from sanad.text.rendering import Piece, Rendering, SourceMap
from sanad.text.titles import headline, is_subheading


def render_plain(source: str) -> Rendering:
    """Return canonical text and HTML of a decoded ``.txt`` file.

    A headline becomes ``<h1>``, a short line between two full paragraphs ``<h2>``.
    """
    blocks: list[Block] = []
    pieces: list[Piece] = []
    offset = 0
    for line, line_pieces in _lines(source):
        for start, end in display_parts(line):
            if blocks:
                source_from = pieces[-1].source_end if pieces else 0
                pieces.append(Piece(offset, offset + 1, source_from, source_from))
                offset += 1
            blocks.append(Block("p", [Run(line[start:end])]))
            pieces.extend(_moved(line_pieces, start, end, offset))
            offset += end - start
    text = canonical_text(blocks)
    if blocks and headline(text) is not None:
        blocks[0].kind = "h1"
    for before, block, behind in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if is_subheading(before.text, block.text, behind.text):
            block.kind = "h2"
    return Rendering(text, safe_html(blocks), source_map=SourceMap(_breaks_filled(pieces)))


def _lines(source: str) -> Iterator[tuple[str, list[Piece]]]:
    """Yield each line that shows something, cleaned and stripped, with its pieces."""
    start = 0
    for line_break in characters.LINE_BREAK.finditer(source):
        yield from _line(source, start, line_break.start())
        start = line_break.end()
    yield from _line(source, start, len(source))


def _line(source: str, start: int, end: int) -> Iterator[tuple[str, list[Piece]]]:
    raw = source[start:end]
    parts: list[str] = []
    pieces: list[Piece] = []
    length = done = 0
    for odd in characters.ODD.finditer(raw):
        for source_from, source_to, shown in (
            (done, odd.start(), raw[done : odd.start()]),
            (odd.start(), odd.end(), characters.replacement(odd.group())),
        ):
            if shown:
                pieces.append(
                    Piece(length, length + len(shown), start + source_from, start + source_to)
                )
                parts.append(shown)
                length += len(shown)
        done = odd.end()
    if done < len(raw):
        pieces.append(Piece(length, length + len(raw) - done, start + done, end))
        parts.append(raw[done:])
    line = "".join(parts)
    if not characters.is_blank(line):
        left = len(line) - len(line.lstrip())
        line = line.strip()
        yield line, list(_moved(pieces, left, left + len(line), 0))


def _moved(pieces: list[Piece], start: int, end: int, to: int) -> Iterator[Piece]:
    """Yield what of *pieces* lies within ``[start, end)``, shifted so that it begins at *to*."""
    for piece in pieces:
        first, last = max(piece.start, start), min(piece.end, end)
        if first >= last:
            continue
        source_start, source_end = piece.source_start, piece.source_end
        if piece.end - piece.start == source_end - source_start:
            source_start += first - piece.start
            source_end -= piece.end - last
        yield Piece(first - start + to, last - start + to, source_start, source_end)


def _breaks_filled(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a paragraph break covers the source between its neighbours."""
    for index, piece in enumerate(pieces):
        if piece.source_start == piece.source_end and index + 1 < len(pieces):
            yield piece._replace(source_end=pieces[index + 1].source_start)
        else:
            yield piece
