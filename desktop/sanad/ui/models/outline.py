"""Headings and paragraphs of one article, each by its first words."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sanad.library.records import Version
from sanad.text.spans import Span

ROW = Qt.ItemDataRole.UserRole + 1
"""A `Part`."""

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


class OutlineModel(QAbstractListModel):
    """One row for each paragraph."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.parts: list[Part] = []

    def show_parts(self, parts: list[Part]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.parts = parts
        self.endResetModel()

    def row_of(self, paragraph: int) -> int:
        """Return the row of the paragraph with this number, -1 if there is none."""
        for row, part in enumerate(self.parts):
            if part.number == paragraph:
                return row
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.parts)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Answer the first words, what a screen reader says, and `ROW`."""
        part = self.parts[index.row()]
        match role:
            case _ if role == ROW:
                return part
            case Qt.ItemDataRole.DisplayRole:
                return part.text
            case Qt.ItemDataRole.AccessibleTextRole:
                what = _tr("Heading") if part.level else _tr("Paragraph {n}")
                return what.format(n=part.number) + f": {part.text}"
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("OutlineModel", text)
