"""Writes a briefing as Markdown: the same lines, places and sources as its HTML."""

import re

from sanad.summaries.briefing import (
    Briefing,
    FullText,
    Heading,
    Item,
    Line,
    Mark,
    Names,
    Place,
    Quotation,
    Register,
    RegisterLine,
    Remark,
    Source,
)
from sanad.summaries.html import KIND_HEADINGS, LEGEND, SIGNS

_SYNTAX = re.compile(r"([\\`*_{}\[\]#])")
_LINE_START = re.compile(r"^(\s*\d*)([-+.)])(?=\s|-)", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def to_markdown(briefing: Briefing) -> str:
    """Return *briefing* as Markdown; the texts of articles hold no syntax of their own in it."""
    blocks = [f"# {_plain(briefing.title)}", f"*{_plain(briefing.subtitle)}*"]
    for section in briefing.sections:
        if section.heading:
            blocks.append(f"## {_plain(section.heading)}")
        blocks += filter(None, map(_item, section.items))
    if briefing.shows_sources and briefing.sources:
        blocks += ["## Sources", "\n".join(map(_source, briefing.sources)), _legend(briefing)]
    return "\n\n".join(blocks) + "\n"


def _item(item: Item) -> str:
    match item:
        case Heading():
            number = f" \\[{item.source}\\]" if item.source is not None else ""
            written = f"### {_plain(item.text)}{number}"
        case Line():
            written = f"{_plain(item.text)} {_place(item.place)}{_also(item.also)}"
        case Quotation():
            written = _quotation(item)
        case FullText():
            written = _full_text(item)
        case Register():
            written = _register(item)
        case Names():
            names = ", ".join(
                f"{_plain(name.name)}{f' x{name.mentions}' if name.mentions > 1 else ''} "
                f"{_place(name.place)}"
                for name in item.names
            )
            written = f"**{KIND_HEADINGS[item.kind]}:** {names}"
        case Remark():
            written = f"*{_plain(item.text)}*"
    return written


def _quotation(quotation: Quotation) -> str:
    place = _place(quotation.place) if quotation.place else "(no longer in the article)"
    number = f"({quotation.number}) " if quotation.number else ""
    lines = [f"{number}{_plain(quotation.text)} {place}"]
    note = " ".join([quotation.note.strip(), *(f"#{tag}" for tag in quotation.tags)]).strip()
    if note:
        lines += ["", f"Note: {_plain(note)}"]
    return "\n".join(f"> {line}".rstrip() for line in "\n".join(lines).split("\n"))


def _full_text(full: FullText) -> str:
    """Return the paragraphs of the text; kept passages are bold."""
    text = full.text
    kept = [mark for mark in full.marks if mark.kind is None]
    parts: list[str] = []
    at = full.body_start
    for mark in kept:
        if mark.span.start < at:
            continue
        parts += [_plain(text[at : mark.span.start]), _kept(text, mark)]
        at = mark.span.end
    parts.append(_plain(text[at:]))
    return "".join(parts).replace("\n", "\n\n").strip()


def _kept(text: str, mark: Mark) -> str:
    inner = _plain(text[mark.span.start : mark.span.end])
    number = f" ({mark.number})" if mark.number is not None else ""
    return "\n".join(f"**{line}**" for line in inner.split("\n") if line) + number


def _register(register: Register) -> str:
    head = ["| Initiative | Parties | Status | When | Sentence |", "|---|---|---|---|---|"]
    return "\n".join(head + [_register_row(line) for line in register.lines])


def _register_row(line: RegisterLine) -> str:
    statuses = "; ".join(f"{one.standing.sign} {one.text}" for one in line.statuses)
    cells = (
        _plain(line.name),
        _plain(", ".join(line.parties)) or "none stated",
        _plain(statuses) or "none stated",
        _plain(line.when) or "not stated",
        ", ".join(map(str, line.places)),
    )
    return f"| {' | '.join(cell.replace(chr(10), ' ') for cell in cells)} |"


def _source(source: Source) -> str:
    url = f" \u00b7 <{source.url}>" if source.url and _is_web(source.url) else ""
    particulars = _plain(" \u00b7 ".join(source.particulars))
    return f"{source.number}. **{_plain(source.title)}** \u00b7 {particulars}{url}"


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://")) and not re.search(r"[\s<>]", url)


def _legend(briefing: Briefing) -> str:
    items = [item for section in briefing.sections for item in section.items]
    signs = f" {SIGNS}" if any(isinstance(item, Register) for item in items) else ""
    return f"*{LEGEND}{signs}*"


def _place(place: Place) -> str:
    return f"\\[{place}\\]"


def _also(places: tuple[Place, ...]) -> str:
    return f" (also in {', '.join(map(str, places))})" if places else ""


def _plain(text: str) -> str:
    """Return *text* so that no character of it is Markdown or HTML."""
    escaped = _SYNTAX.sub(r"\\\1", text)
    escaped = _ENTITY.sub("&amp;", escaped)
    for character, entity in (("<", "&lt;"), (">", "&gt;"), ("|", "&#124;")):
        escaped = escaped.replace(character, entity)
    return _LINE_START.sub(r"\1\\\2", escaped)
