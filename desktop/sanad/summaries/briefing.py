"""The values of a briefing: what is printed, exported or shown, each line with its place.

A briefing holds no widgets and no markup (apart from an article's own safe HTML), so that print,
PDF, HTML and Markdown are made of the same thing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sanad.library.records import ArticleId, EntityKind
from sanad.text.sentences import Sentence
from sanad.text.spans import Span

_MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the source's number in this briefing, paragraph and sentence, from 1."""

    source: int
    paragraph: int
    sentence: int
    span: Span
    """In the canonical text of the source."""
    last: int | None = None
    """The sentence in which a passage of several ends; None where one sentence is all."""

    def __str__(self) -> str:
        until = "" if self.last is None else f"\u2013{self.last}"
        return f"{self.source} \u00b6{self.paragraph} S{self.sentence}{until}"


@dataclass(frozen=True, slots=True)
class Source:
    """An article that lines are taken from. ``None`` is *unknown*, never a guess."""

    number: int
    article: ArticleId
    title: str
    author: str | None
    publisher: str | None
    date: str | None
    url: str | None
    file_name: str
    imported_at: datetime
    sha256: str

    @property
    def particulars(self) -> tuple[str, ...]:
        """Return what is known of the source, in words, unknown things said to be unknown."""
        return (
            *([self.author] if self.author else []),
            self.publisher or "source unknown",
            in_words(self.date) if self.date else "date unknown",
            self.file_name,
            f"imported {day(self.imported_at)}",
            f"sha256 {self.sha256[:12]}",
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; *source* when what follows is taken from one source."""

    text: str
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a source, word for word."""

    text: str
    place: Place
    also: tuple[Place, ...] = ()
    """Where other sources state the same."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage the reader kept. *place* is None when the text no longer has it."""

    text: str
    place: Place | None
    note: str = ""
    tags: tuple[str, ...] = ()
    number: int | None = None
    """Of the mark in the full text that this note belongs to."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article's full text that is shown marked: a kept passage or a name."""

    span: Span
    kind: EntityKind | None
    """None for a kept passage."""
    number: int | None = None
    """Of a kept passage with a note."""


@dataclass(frozen=True, slots=True)
class FullText:
    """An article's whole text with its own headings, lists and tables."""

    source: int
    text: str
    html: str
    """Safe HTML whose plain text is *text*."""
    sentences: tuple[Sentence, ...]
    marks: tuple[Mark, ...] = ()
    body_start: int = 0
    """Offset behind a headline that repeats the briefing's title; 0 when there is none."""


class Standing(StrEnum):
    """How sure a status is, as the sentence speaks of it."""

    HAPPENED = "happened"
    PLANNED = "planned"
    UNSURE = "hoped or attributed"

    @property
    def sign(self) -> str:
        """A sign that tells the standings apart without colour."""
        return {"happened": "\u25cf", "planned": "\u25cb"}.get(self.value, "\u25cc")


@dataclass(frozen=True, slots=True)
class Status:
    """A status of an initiative and the sentence that states it."""

    text: str
    standing: Standing
    place: Place | None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """An initiative as the sources of the briefing state it."""

    name: str
    kind: str
    parties: tuple[str, ...]
    statuses: tuple[Status, ...]
    """Different ones only, in the order of the sources; empty when none is stated."""
    when: str
    """In words; empty when no date is stated."""
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """A table of initiatives."""

    lines: tuple[RegisterLine, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """An entity, how often it is named in the sources, and where first."""

    name: str
    mentions: int
    place: Place


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of one kind, the most named first."""

    kind: EntityKind
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of the application's own: it says what is missing, never what a source says."""

    text: str


Item = Heading | Line | Quotation | FullText | Register | Names | Remark


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a briefing. Without a heading it follows the title at once."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """Something to print: its parts and the numbered sources they are taken from."""

    title: str
    subtitle: str
    library: str
    made_on: date
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    shows_sources: bool = True

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the sections, in order."""
        return tuple(section.heading for section in self.sections if section.heading)


def day(moment: date | datetime) -> str:
    """Return *moment* as ``21 Nov 2026``, in every locale."""
    return f"{moment.day} {_MONTHS.split()[moment.month - 1][:3]} {moment.year}"


def long_day(moment: date | datetime) -> str:
    """Return *moment* as ``21 November 2026``, in every locale."""
    return f"{moment.day} {_MONTHS.split()[moment.month - 1]} {moment.year}"


def in_words(stated: str) -> str:
    """Return ``2025-06-30`` as ``30 Jun 2025``, less precise dates as precisely as stated."""
    parts = stated.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return stated
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return stated
    month = _MONTHS.split()[int(parts[1]) - 1][:3] if len(parts) > 1 else ""
    number = str(int(parts[2])) if len(parts) > 2 else ""
    return " ".join(part for part in (number, month, parts[0]) if part)
