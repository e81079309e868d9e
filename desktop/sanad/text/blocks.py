"""Blocks of styled runs: the one form that both canonical text and safe HTML are written from."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sanad.text.characters import NO_BREAK_SPACE, is_right_to_left

LONGEST_PARAGRAPH = 20_000
"""In characters; Qt lays out longer paragraphs too slowly to scroll."""
LONGEST_WORD = 2_000


class Run(NamedTuple):
    """Text in one style."""

    text: str
    styles: tuple[str, ...] = ()
    """Tags from the inside out, such as ``("i", "b")``."""
    href: str | None = None


@dataclass(slots=True)
class Block:
    """A paragraph, or a code block with its line breaks."""

    kind: str
    """``p``, ``h1`` to ``h6``, ``pre``, ``li``, ``td``, ``th``, ``dt``, ``dd`` or ``quote``."""
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as shown, with no-break spaces."""
        return "".join(run.text for run in self.runs)


def canonical_text(blocks: Iterable[Block]) -> str:
    """Return the text that all offsets count in."""
    return "\n".join(block.text for block in blocks).replace(NO_BREAK_SPACE, " ")


def safe_html(blocks: Iterable[Block]) -> str:
    """Return HTML of plain tags; colours, fonts and margins are the stylesheet's."""
    return "\n".join(_block_html(block) for block in blocks)


def _block_html(block: Block) -> str:
    inner = "".join(map(_run_html, block.runs))
    direction = ' dir="rtl"' if is_right_to_left(block.text) else ""
    return f"<{block.kind}{direction}>{inner}</{block.kind}>"


def _run_html(run: Run) -> str:
    inner = html.escape(run.text, quote=False)
    for style in run.styles:
        inner = f"<{style}>{inner}</{style}>"
    if run.href is not None:
        inner = f'<a href="{html.escape(run.href)}">{inner}</a>'
    return inner


def display_parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches into which a paragraph is split so that it can be laid out.

    Each is at most `LONGEST_PARAGRAPH` long and has no word beyond `LONGEST_WORD`; between two of
    them lies one blank, or nothing within a word.
    """
    start = 0
    while len(text) - start > LONGEST_WORD:
        end = _part_end(text, start)
        yield start, end
        start = end + (text[end : end + 1] == " ")
    if start < len(text):
        yield start, len(text)


def _part_end(text: str, start: int) -> int:
    """Return where the part that begins at *start* ends."""
    at, limit = start, start + LONGEST_PARAGRAPH
    while at < len(text):
        blank = text.find(" ", at, at + LONGEST_WORD + 1)
        word_end = blank if blank >= 0 else min(len(text), at + LONGEST_WORD)
        if word_end > limit:
            return at - 1
        if blank < 0:
            return word_end
        at = blank + 1
    return len(text)
