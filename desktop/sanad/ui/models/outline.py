"""Headings and paragraphs of one article, each by its first words."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from html import unescape
from operator import attrgetter

from sanad.library.records import Version
from sanad.text.spans import Span
from sanad.ui.models.rows import RowsModel

_FIRST_WORDS = 90
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph or heading."""

    number: int
    """Of the paragraph, from 1."""
    text: str
    """Its first words."""
    span: Span
    """Its first sentence, or the whole of it if it has none."""
    level: int
    """1 to 6 for a heading, 0 for a paragraph."""


def parts(version: Version) -> list[Part]:
    """Return the paragraphs of *version* in order."""
    headings = [
        (" ".join(unescape(_TAG.sub("", inner)).split()), int(level))
        for level, inner in _HEADING.findall(version.html)
    ]
    first = {sentence.paragraph: sentence.span for sentence in reversed(version.sentences)}
    found: list[Part] = []
    start = 0
    for number, line in enumerate(version.text.split("\n"), start=1):
        level = 0
        if headings and " ".join(line.split()) == headings[0][0]:
            level = headings.pop(0)[1]
        words = line.strip("\u200b \t")
        if words:
            span = first.get(number, Span(start, start + len(line)))
            found.append(Part(number, words[:_FIRST_WORDS], span, level))
        start += len(line) + 1
    return found


class OutlineModel(RowsModel[Part]):
    """One row for each paragraph."""

    def row_of(self, paragraph: int) -> int:
        """Return the row of the paragraph with this number, -1 if there is none."""
        row = bisect_left(self.rows, paragraph, key=attrgetter("number"))
        return row if row < len(self.rows) and self.rows[row].number == paragraph else -1

    def text(self, row: Part) -> str:
        """Return its first words."""
        return row.text

    def spoken(self, row: Part) -> str:
        """Return whether it is a heading and of which level, its number, and its first words."""
        what = self.tr("Heading {level}, paragraph {n}") if row.level else self.tr("Paragraph {n}")
        return f"{what.format(level=row.level, n=row.number)}: {row.text}"
