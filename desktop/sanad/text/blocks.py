"""Blocks of styled runs: the one form that both canonical text and safe HTML are written from.

The HTML is of plain tags; colours, fonts and margins are the reader's stylesheet's. Each block
becomes one paragraph of Qt's document, in which a table cell begins a paragraph too.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from sanad.text.characters import NO_BREAK_SPACE, PLACEHOLDER, is_right_to_left

LONGEST_PARAGRAPH = 20_000
"""In characters; Qt lays out longer paragraphs too slowly to scroll."""
LONGEST_WORD = 2_000
MOST_ROWS = 2_000
MOST_COLUMNS = 40


class Run(NamedTuple):
    """Text in one style; a newline in it is a line break within the paragraph."""

    text: str
    styles: tuple[str, ...] = ()
    """Tags from the inside out, such as ``("i", "b")``."""
    href: str | None = None


class Item(NamedTuple):
    """The place of a block in a list."""

    depth: int
    number: int
    """Counts from 1; 0 in a list of bullets."""
    is_first: bool
    """Whether the block begins the item, and so bears its bullet or number."""


class Cell(NamedTuple):
    """The place of a block in a table."""

    table: int
    row: int
    column: int
    is_header: bool = False
    align: str = ""
    """``left``, ``center``, ``right`` or empty."""


@dataclass(slots=True)
class Block:
    """A paragraph, or a code block with its lines."""

    kind: str
    """A tag: ``p``, ``h1`` to ``h6``, ``pre``, ``dt`` or ``dd``; or ``gap`` for a placeholder."""
    runs: list[Run] = field(default_factory=list)
    quote: bool = False
    item: Item | None = None
    cell: Cell | None = None
    names: list[str] = field(default_factory=list)
    """Targets of the article's own links."""

    @property
    def text(self) -> str:
        """The text as shown, with no-break spaces."""
        return "".join(run.text for run in self.runs)


def laid_out(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks fit for display: long paragraphs split, tables regular and set apart."""
    result: list[Block] = []
    short = [part for block in blocks for part in _short_parts(block)]
    for table, group in groupby(short, key=lambda block: block.cell and block.cell.table):
        members = list(group)
        rows = _rows(members) if table is not None else []
        if not rows:
            result.extend(replace(block, cell=None) for block in members)
            continue
        if not result:
            result.append(_placeholder())
        result.extend(_plain_in_cell(block) for row in rows for cell in row for block in cell)
        result.append(_placeholder())
    return result


def canonical_text(blocks: Iterable[Block]) -> str:
    """Return the text that all offsets count in."""
    return "\n".join(block.text for block in blocks).replace(NO_BREAK_SPACE, " ")


def safe_html(blocks: Sequence[Block]) -> str:
    """Return HTML whose plain text, as Qt lays it out, is the canonical text."""
    targets = {
        run.href[1:]
        for block in blocks
        for run in block.runs
        if run.href and run.href.startswith("#")
    }
    parts: list[str] = []
    for table, group in groupby(blocks, key=lambda block: block.cell and block.cell.table):
        if table is None:
            parts.append(_flow_html(group, targets))
        else:
            parts.append(_table_html(list(group), targets))
    return "".join(parts)


_BREAK = re.compile("[ \n]")


def display_parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches into which a paragraph is split so that it can be laid out.

    Each is at most `LONGEST_PARAGRAPH` long and has no word beyond `LONGEST_WORD`; between two of
    them lies one blank or line break, or nothing within a word.
    """
    start = 0
    while len(text) - start > LONGEST_WORD:
        end = _part_end(text, start)
        yield start, end
        start = end + (text[end : end + 1] in (" ", "\n"))
    if start < len(text):
        yield start, len(text)


def _part_end(text: str, start: int) -> int:
    at, limit = start, start + LONGEST_PARAGRAPH
    while at < len(text):
        blank = _BREAK.search(text, at, at + LONGEST_WORD + 1)
        word_end = blank.start() if blank else min(len(text), at + LONGEST_WORD)
        if word_end > limit:
            return at - 1
        if blank is None:
            return word_end
        at = blank.end()
    return len(text)


def _short_parts(block: Block) -> Iterator[Block]:
    text = block.text
    if len(text) <= LONGEST_WORD:
        yield block
        return
    for start, end in display_parts(text):
        if text[start:end].strip():
            part = replace(block, runs=list(_slice(block.runs, start, end)))
            if start and block.item:
                part.item = block.item._replace(is_first=False)
            yield part


def _slice(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield run._replace(text=text)
        at += len(run.text)


def _plain_in_cell(block: Block) -> Block:
    """Return *block* without list or quotation, around which Qt makes paragraphs of its own."""
    return replace(block, kind="pre" if block.kind == "pre" else "p", quote=False, item=None)


def _placeholder(cell: Cell | None = None) -> Block:
    return Block("p" if cell else "gap", [Run(PLACEHOLDER)], cell=cell)


def _rows(blocks: list[Block]) -> list[list[list[Block]]]:
    """Return the blocks by row and column, every row of one length; [] when it is no table."""
    cells: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell:
            cells.setdefault((block.cell.row, block.cell.column), []).append(block)
    numbers = sorted({row for row, _ in cells})
    columns = max((column for _, column in cells), default=-1) + 1
    if len(numbers) > MOST_ROWS or columns > MOST_COLUMNS or not columns:
        return []
    table = blocks[0].cell.table if blocks[0].cell else 0
    return [
        [
            cells.get((row, column)) or [_placeholder(Cell(table, row, column))]
            for column in range(columns)
        ]
        for row in numbers
    ]


def _table_html(blocks: list[Block], targets: set[str]) -> str:
    rows = (_row_html(row, targets) for row in _rows(blocks))
    return '<table border="1" cellspacing="0" cellpadding="4">' + "".join(rows) + "</table>"


def _row_html(row: list[list[Block]], targets: set[str]) -> str:
    parts: list[str] = []
    for blocks in row:
        cell = blocks[0].cell
        tag = "th" if cell and cell.is_header else "td"
        align = f' align="{cell.align}"' if cell and cell.align else ""
        parts.append(f"<{tag}{align}>{_flow_html(blocks, targets)}</{tag}>")
    return f"<tr>{''.join(parts)}</tr>"


def _flow_html(blocks: Iterable[Block], targets: set[str]) -> str:
    parts: list[str] = []
    for (quote, depth, ordered), group in groupby(blocks, key=_wrapper):
        members = list(group)
        inner = "".join(_block_html(block, targets) for block in members)
        if depth:
            tag = "ol" if ordered else "ul"
            number = members[0].item.number if members[0].item else 0
            start = f' start="{number}"' if ordered else ""
            inner = f'<{tag}{start} style="-qt-list-indent: {depth};">{inner}</{tag}>'
        parts.append(f"<blockquote>{inner}</blockquote>" if quote else inner)
    return "".join(parts)


def _wrapper(block: Block) -> tuple[bool, int, bool]:
    """Return what the block stands in: a quotation, a list of which depth, a numbered one."""
    if _is_bulleted(block) and block.item:
        return block.quote, block.item.depth, block.item.number > 0
    return block.quote, 0, False


def _is_bulleted(block: Block) -> bool:
    return block.item is not None and block.item.is_first and block.kind == "p"


def _block_html(block: Block, targets: set[str]) -> str:
    names = "".join(
        f'<a name="{html.escape(name)}"></a>' for name in block.names if name in targets
    )
    inner = names + "".join(map(_run_html, block.runs))
    if block.kind == "gap":  # behind a table, Qt takes bare text into the paragraph it makes there
        return inner
    tag = "li" if _is_bulleted(block) else block.kind
    direction = ' dir="rtl"' if is_right_to_left(block.text) else ""
    style = ""
    if block.item and tag != "li":
        style = f' style="-qt-block-indent: {block.item.depth};"'
    return f"<{tag}{direction}{style}>{inner}</{tag}>"


def _run_html(run: Run) -> str:
    inner = html.escape(run.text, quote=False).replace("\n", "<br>")
    for style in run.styles:
        inner = f"<{style}>{inner}</{style}>"
    if run.href is not None:
        inner = f'<a href="{html.escape(run.href)}">{inner}</a>'
    return inner
