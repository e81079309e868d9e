"""Puts a briefing together: an article, summaries of one or several, or kept passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from sanad.bookmarks.model import Bookmark
from sanad.initiatives.model import Initiative
from sanad.library.records import Article, Mention, Version
from sanad.summaries.briefing import (
    Briefing,
    FullText,
    Heading,
    Item,
    Line,
    Mark,
    Place,
    Quotation,
    Remark,
    Section,
    Source,
    long_day,
)
from sanad.summaries.extract import DEFAULT_SHARE, summarise
from sanad.summaries.names import SURE, names_of
from sanad.summaries.register import register_of
from sanad.summaries.repeats import Repeats
from sanad.text.anchors import locate
from sanad.text.sentences import sentence_at
from sanad.text.spans import Span


class Reading(Protocol):
    """An article at one version with what is known of it, such as the workspace hands out."""

    @property
    def article(self) -> Article:
        """The article with its title and metadata."""

    @property
    def version(self) -> Version:
        """The version whose text is taken."""

    @property
    def mentions(self) -> Sequence[Mention]:
        """What is named in it, in order."""

    @property
    def initiatives(self) -> Sequence[Initiative]:
        """What it states about initiatives."""

    @property
    def bookmarks(self) -> Sequence[Bookmark]:
        """The passages kept in it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a briefing."""

    share: float = DEFAULT_SHARE
    """Part of each article's sentences that its summary keeps."""
    limit: int | None = None
    """Sentences a summary has at most for each article; None leaves it to *share*."""
    highlights: bool = True
    """Kept passages are marked in an article's full text."""
    underlines: bool = False
    """Names are underlined by kind in an article's full text."""
    notes: bool = True
    """The reader's notes, and in a summary the kept passages, are printed."""
    initiatives: bool = True
    names: bool = False
    sources: bool = True


EVERYTHING = Contents(underlines=True, names=True)


def briefing_of_article(
    reading: Reading, contents: Contents | None = None, *, library: str, made_on: date
) -> Briefing:
    """Return *reading* in full, its marks and notes as *contents* asks."""
    contents = contents or Contents()
    sources = _sources([reading])
    kept = _quotations(reading, 1)
    numbered = [
        (span, Quotation(quote.text, quote.place, quote.note, quote.tags, number))
        for number, (span, quote) in enumerate(
            ((span, quote) for span, quote in kept if quote.note or quote.tags), start=1
        )
    ]
    numbers = {span: quote.number for span, quote in numbered} if contents.notes else {}
    marks: list[Mark] = []
    if contents.highlights:
        marks += [Mark(span, None, numbers.get(span)) for span, _ in kept if span is not None]
    if contents.underlines:
        marks += [Mark(one.span, one.kind) for one in reading.mentions if one.confidence >= SURE]
    version, title = reading.version, sources[0].title
    items: list[Item] = [
        FullText(
            1,
            version.text,
            version.html,
            version.sentences,
            tuple(sorted(marks, key=lambda mark: mark.span)),
            _end_of_title(version.text, title),
        )
    ]
    if not version.text.strip():
        items = [Remark("This article has no text.")]
    sections = [Section("", tuple(items))]
    if contents.notes and numbered:
        sections.append(Section("Notes", tuple(quote for _, quote in numbered)))
    return Briefing(
        title,
        _subtitle("Article", library, made_on),
        library,
        made_on,
        (*sections, *_tables([reading], contents)),
        sources,
        contents.sources,
    )


def briefing_of_summaries(
    readings: Sequence[Reading],
    contents: Contents | None = None,
    *,
    title: str = "",
    library: str,
    made_on: date,
) -> Briefing:
    """Return a digest of *readings* in their order, what several state said once.

    Without a *title* a single article's own is taken.
    """
    contents = contents or Contents()
    sources = _sources(readings)
    sections = [Section("Summary", tuple(_digest(readings, sources, contents)))]
    kept = _kept(readings, sources) if contents.notes else ()
    if kept:
        sections.append(Section("Kept passages", kept))
    what = "Summary" if len(readings) == 1 else f"Summary of {len(readings)} articles"
    return Briefing(
        title or (sources[0].title if len(sources) == 1 else "Summary"),
        _subtitle(what, library, made_on),
        library,
        made_on,
        (*sections, *_tables(readings, contents)),
        sources,
        contents.sources,
    )


def briefing_of_bookmarks(
    readings: Sequence[Reading],
    contents: Contents | None = None,
    *,
    title: str = "Kept passages",
    library: str,
    made_on: date,
) -> Briefing:
    """Return the passages kept in *readings*, article by article, with their notes.

    Articles in which nothing is kept are left out.
    """
    contents = contents or Contents()
    readings = [reading for reading in readings if reading.bookmarks]
    sources = _sources(readings)
    passages = _kept(readings, sources, with_notes=contents.notes)
    empty = (Remark("No passage has been kept yet."),)
    count = sum(len(reading.bookmarks) for reading in readings)
    what = f"{count} {'passage' if count == 1 else 'passages'}"
    return Briefing(
        title,
        _subtitle(what, library, made_on),
        library,
        made_on,
        (Section("", passages or empty), *_tables(readings, contents)),
        sources,
        contents.sources,
    )


def _sources(readings: Sequence[Reading]) -> tuple[Source, ...]:
    return tuple(
        Source(
            number,
            reading.article.id,
            reading.article.title or reading.article.file_name,
            reading.article.metadata.author,
            reading.article.metadata.source,
            reading.article.metadata.date,
            reading.article.metadata.url,
            reading.article.file_name,
            reading.version.imported_at,
            reading.version.sha256,
        )
        for number, reading in enumerate(readings, start=1)
    )


def _digest(
    readings: Sequence[Reading], sources: Sequence[Source], contents: Contents
) -> list[Item]:
    """Return the lines of each article under its title; a line stated before is not repeated."""
    if not readings:
        return [Remark("There is no article to summarise.")]
    repeats = Repeats()
    for source, reading in zip(sources, readings, strict=True):
        for sentence in reading.version.sentences:
            repeats.add((source.number, sentence.number), _written(reading, sentence.span))
    shown: set[tuple[int, int]] = set()
    items: list[Item] = []
    for source, reading in zip(sources, readings, strict=True):
        if len(readings) > 1:
            items.append(Heading(source.title, source.number))
        version = reading.version
        chosen = summarise(
            version.text,
            version.sentences,
            version.boilerplate,
            share=contents.share,
            limit=contents.limit,
        )
        new = [one for one in chosen if (source.number, one.number) not in shown]
        for sentence in new:
            same = repeats.of((source.number, sentence.number))
            elsewhere = [key for key in same if key[0] != source.number]
            shown.update(elsewhere)
            also = tuple(
                _place(
                    readings[other - 1], other, readings[other - 1].version.sentences[n - 1].span
                )
                for other, n in elsewhere
            )
            place = _place(reading, source.number, sentence.span)
            items.append(Line(_written(reading, sentence.span), place, also))
        if not chosen:
            items.append(Remark("This article has no sentence to show."))
        elif not new:
            items.append(Remark("What it says in short is said above."))
    return items


def _kept(
    readings: Sequence[Reading], sources: Sequence[Source], *, with_notes: bool = True
) -> tuple[Item, ...]:
    items: list[Item] = []
    for source, reading in zip(sources, readings, strict=True):
        quotations = [quote for _, quote in _quotations(reading, source.number)]
        if quotations and len(readings) > 1:
            items.append(Heading(source.title, source.number))
        items += (
            quote if with_notes else Quotation(quote.text, quote.place) for quote in quotations
        )
    return tuple(items)


def _quotations(reading: Reading, source: int) -> list[tuple[Span | None, Quotation]]:
    """Return the kept passages in the order of the text; those it no longer has come last."""
    found: list[tuple[Span | None, Quotation]] = []
    for bookmark in reading.bookmarks:
        span = _where(bookmark, reading.version)
        place = _place(reading, source, span) if span else None
        found.append((span, Quotation(bookmark.anchor.quote, place, bookmark.note, bookmark.tags)))
    return sorted(found, key=lambda one: (one[0] is None, one[0] or Span(0, 0)))


def _where(bookmark: Bookmark, version: Version) -> Span | None:
    span = bookmark.span
    if bookmark.version == version.number:
        return span
    return locate(bookmark.anchor, version.text)


def _tables(readings: Sequence[Reading], contents: Contents) -> list[Section]:
    sections: list[Section] = []
    if contents.initiatives:
        register = register_of(
            [
                (initiative, partial(_place, reading, number))
                for number, reading in enumerate(readings, start=1)
                for initiative in reading.initiatives
            ]
        )
        none = "No initiative is named in " + (
            "this article." if len(readings) == 1 else "these articles."
        )
        sections.append(Section("Initiatives", (register if register.lines else Remark(none),)))
    if contents.names:
        names = names_of(
            [
                (mention, partial(_place, reading, number))
                for number, reading in enumerate(readings, start=1)
                for mention in reading.mentions
            ]
        )
        if names:
            sections.append(Section("Names", names))
    return sections


def _place(reading: Reading, source: int, span: Span) -> Place:
    sentence = sentence_at(reading.version.sentences, span.start)
    if sentence is None:
        return Place(source, 1, 1, span)
    last = sentence_at(reading.version.sentences, max(span.start, span.end - 1)) or sentence
    until = last.number if last.number > sentence.number else None
    return Place(source, sentence.paragraph, sentence.number, span, until)


def _written(reading: Reading, span: Span) -> str:
    return reading.version.text[span.start : span.end]


def _subtitle(what: str, library: str, made_on: date) -> str:
    return " \u00b7 ".join((what, f"library {library}", long_day(made_on)))


def _end_of_title(text: str, title: str) -> int:
    """Return the offset behind a first paragraph that is *title*, else 0."""
    first, newline, _ = text.partition("\n")
    return len(first) + 1 if newline and first.strip() == title.strip() else 0
