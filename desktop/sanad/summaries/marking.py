"""Marks stretches of an article's safe HTML: kept passages, names, and where sentences begin.

The HTML of a version and its canonical text hold the same characters in the same order; they are
walked side by side, so that offsets of the text find their place between the tags.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import pairwise

from sanad.library.records import EntityKind
from sanad.summaries.briefing import FullText, Mark
from sanad.text.characters import is_right_to_left

KIND_NAMES = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PLACE: "place",
    EntityKind.TECHNOLOGY: "technology",
    EntityKind.INITIATIVE: "initiative",
}
KEPT = "kept"
_THIN_SPACE = "\u2009"

_DROPPED_WITH_CONTENT = frozenset(("script", "style", "head", "title"))
_HEAD_ROW = re.compile(r"(<table\b[^>]*>\s*)(<tr>\s*(?:<th\b.*?</th>\s*)+</tr>)", re.DOTALL)
"""A row of heads, which print repeats on the next page when it is told that it is one."""
_TABLE = '<table class="data" cellspacing="0">'
_EMPTY = frozenset(("br", "hr", "img", "col", "wbr"))


class _MisalignedError(ValueError):
    """The HTML does not hold the characters of the text."""


def marked_html(full: FullText) -> str:
    """Return the HTML of *full* from its `body_start`, marked.

    Sentence 9 of source 1 can be linked to as ``#s1-9``; paragraph 2 begins at the name ``p1-2``.
    Marks are ``span`` elements whose title says what they are; behind a kept passage with a note
    stands the number of its note. HTML that does not fit the text is replaced by the bare text.
    """
    try:
        return _Walker(full).walk(full.html)
    except _MisalignedError:
        return _Walker(full).walk("".join(map(_paragraph, full.text.split("\n"))))


def _paragraph(line: str) -> str:
    direction = ' dir="rtl"' if is_right_to_left(line) else ""
    return f"<p{direction}>{html.escape(line, quote=False)}</p>"


class _Walker(HTMLParser):
    def __init__(self, full: FullText) -> None:
        super().__init__(convert_charrefs=True)
        self._text = full.text
        self._at = 0
        self._body_start = full.body_start
        self._depth = 0
        self._dropped = 0
        self._out: list[str] = []
        self._names = _names(full)
        self._coming = sorted(full.marks, key=lambda mark: mark.span, reverse=True)
        self._active: list[Mark] = []
        edges = {edge for mark in full.marks for edge in mark.span}
        self._cuts = sorted(edges.union(self._names))

    def walk(self, source: str) -> str:
        """Return *source* marked; raises `_MisalignedError` when it does not hold the text."""
        self.feed(source)
        self.close()
        if self._text[self._at :].strip():
            raise _MisalignedError
        return _HEAD_ROW.sub(r"\1<thead>\2</thead>", "".join(self._out))

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _DROPPED_WITH_CONTENT:
            self._dropped += 1
        elif not self._dropped:
            self._depth += tag not in _EMPTY
            self._out.append(_TABLE if tag == "table" else self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if not self._dropped and tag not in _DROPPED_WITH_CONTENT:
            self._out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED_WITH_CONTENT:
            self._dropped = max(0, self._dropped - 1)
        elif not self._dropped:
            self._out.append(f"</{tag}>")
            self._depth -= 1
            if self._depth == 0 and 0 < self._body_start <= self._at + 1:
                self._out.clear()
                self._body_start = 0

    def handle_data(self, data: str) -> None:
        if self._dropped or self._took_verbatim(data):
            return
        start = self._at
        piece: list[str] = []
        for character, offset in self._aligned(data):
            if offset != start and piece and self._is_cut(offset):
                self._write(start, "".join(piece), offset)
                piece.clear()
            if not piece:
                start = offset
            piece.append(character)
        if piece:
            self._write(start, "".join(piece), self._at)

    def _is_cut(self, offset: int) -> bool:
        at = bisect_left(self._cuts, offset)
        return at < len(self._cuts) and self._cuts[at] == offset

    def _took_verbatim(self, data: str) -> bool:
        """Write *data* at once if it stands in the text just so, as it mostly does."""
        start = self._at
        while self._text.startswith("\n", start) and not data[:1].isspace():
            start += 1
        if not self._text.startswith(data, start):
            return False
        self._at = end = start + len(data)
        first, last = bisect_right(self._cuts, start), bisect_left(self._cuts, end)
        for left, right in pairwise([start, *self._cuts[first:last], end]):
            self._write(left, self._text[left:right], right)
        return True

    def _aligned(self, data: str) -> Iterator[tuple[str, int]]:
        """Yield the characters of *data* with their offsets in the text."""
        text = self._text
        for character in data:
            at = self._at
            if character.isspace():
                self._at += at < len(text) and text[at].isspace() and text[at] != "\n"
            else:
                while at < len(text) and text[at].isspace():
                    at += 1
                if at == len(text) or text[at] != character:
                    raise _MisalignedError
                self._at = at + 1
            yield character, at

    def _write(self, start: int, written: str, end: int) -> None:
        while self._coming and self._coming[-1].span.start <= start:
            self._active.append(self._coming.pop())
        self._active = [mark for mark in self._active if mark.span.end > start]
        inner = "".join(self._names.pop(start, ())) + html.escape(written, quote=False)
        for mark in sorted(self._active, key=lambda mark: mark.kind is None):
            name = KEPT if mark.kind is None else KIND_NAMES[mark.kind]
            inner = f'<span class="{name}" title="{name}">{inner}</span>'
        for mark in self._active:
            if mark.number is not None and mark.span.end == end:
                inner += f'<sup class="note">{_THIN_SPACE}{mark.number}</sup>'
        self._out.append(inner)


def _names(full: FullText) -> dict[int, list[str]]:
    """Return the anchors to write before the character at an offset."""
    names: dict[int, list[str]] = defaultdict(list)
    paragraph = 0
    for sentence in full.sentences:
        # Of several names at one place Qt makes only the first one a target in a PDF.
        names[sentence.start].append(f'<a name="s{full.source}-{sentence.number}"></a>')
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            names[sentence.start].append(f'<a name="p{full.source}-{paragraph}"></a>')
    return names
