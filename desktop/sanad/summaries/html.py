"""Writes a briefing as HTML of the subset that Qt's rich text knows.

Only classes are given; the stylesheet of whoever shows it says how they look. Everything that comes
from an article or a reader is escaped; a paragraph that begins from right to left says so.
"""

from collections.abc import Sequence
from html import escape
from unicodedata import bidirectional

from sanad.library.records import EntityKind
from sanad.summaries.briefing import (
    Briefing,
    FullText,
    Heading,
    Item,
    Line,
    Name,
    Names,
    Place,
    Quotation,
    Register,
    RegisterLine,
    Remark,
    Source,
    Status,
)
from sanad.summaries.marking import marked_html
from sanad.text.characters import is_right_to_left

KIND_HEADINGS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
    EntityKind.TECHNOLOGY: "Technologies",
    EntityKind.INITIATIVE: "Initiatives",
}
LEGEND = (
    "Every line is taken from an article word for word and carries its place: 1 \u00b62 S9 is "
    "source 1, paragraph 2, sentence 9."
)
SIGNS = "\u25cf\u00a0happened \u00a0 \u25cb\u00a0planned \u00a0 \u25cc\u00a0hoped or attributed"

_ISOLATE, _POP = "\u2068", "\u2069"
_NO_BREAK_SPACE = "\u00a0"
_TIMES = "\u00d7"


def to_html(briefing: Briefing) -> str:
    """Return *briefing* as a whole HTML document without a stylesheet."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(briefing.title)}</title></head>\n<body>\n{body_html(briefing)}\n"
        "</body></html>\n"
    )


def body_html(briefing: Briefing) -> str:
    """Return *briefing* as HTML without the head."""
    writer = _Writer(briefing)
    parts = [
        f"<h1{_direction(briefing.title)}>{escape(briefing.title)}</h1>",
        f'<p class="subtitle"{_direction(briefing.subtitle)}>{escape(briefing.subtitle)}</p>',
    ]
    for section in briefing.sections:
        if section.heading:
            parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += map(writer.item, section.items)
    if briefing.shows_sources and briefing.sources:
        parts += ["<h2>Sources</h2>", _sources(briefing.sources), *_legend(briefing)]
    return "\n".join(parts)


class _Writer:
    """Writes items; knows which sources stand in full, so that places link to sentences there."""

    def __init__(self, briefing: Briefing) -> None:
        items = [item for section in briefing.sections for item in section.items]
        self._in_full = {item.source for item in items if isinstance(item, FullText)}
        self._links = briefing.shows_sources

    def item(self, item: Item) -> str:
        """Return one item of a section."""
        match item:
            case Heading():
                written = self._heading(item)
            case Line():
                written = self._line(item)
            case Quotation():
                written = self._quotation(item)
            case FullText():
                written = f'<div class="article">\n{marked_html(item)}\n</div>'
            case Register():
                written = self._register(item)
            case Names():
                written = self._names(item)
            case Remark():
                written = f'<p class="remark">{escape(item.text)}</p>'
        return written

    def _heading(self, heading: Heading) -> str:
        number = ""
        if heading.source is not None:
            number = " " + self._link(f"#source-{heading.source}", f"[{heading.source}]")
        return f"<h3{_direction(heading.text)}>{escape(heading.text)}{number}</h3>"

    def _line(self, line: Line) -> str:
        also = ", ".join(self._place(place, bracket=False) for place in line.also)
        also = f' <span class="also">also in {also}</span>' if also else ""
        tail = _own(f"{self._place(line.place)}{also}", line.text)
        return (
            f'<p class="line"{_direction(line.text)}>{escape(line.text)}{_NO_BREAK_SPACE}{tail}</p>'
        )

    def _quotation(self, quotation: Quotation) -> str:
        place = (
            self._place(quotation.place)
            if quotation.place
            else '<span class="also">no longer in the article</span>'
        )
        number = f'<span class="number">{quotation.number}</span> ' if quotation.number else ""
        written = (
            f'<p class="quotation"{_direction(quotation.text)}>'
            f'<span title="quotation">{number}{_lines(quotation.text)}</span>'
            f"{_NO_BREAK_SPACE}{_own(place, quotation.text)}</p>"
        )
        tags = " ".join(f"#{tag}" for tag in quotation.tags)
        if quotation.note or tags:
            note = " ".join(filter(None, (_lines(quotation.note), escape(tags))))
            written += (
                f'\n<p class="annotation"{_direction(quotation.note)}>'
                f'<span title="note">{note}</span></p>'
            )
        return written

    def _register(self, register: Register) -> str:
        rows = "\n".join(map(self._register_row, register.lines))
        return (
            '<table class="register" width="100%" cellspacing="0">\n<thead><tr>'
            '<th width="34%">Initiative</th><th width="22%">Parties</th><th width="14%">Status</th>'
            '<th width="16%">When</th><th width="14%">Sentence</th></tr></thead>\n'
            f"{rows}\n</table>"
        )

    def _register_row(self, line: RegisterLine) -> str:
        statuses = "<br>".join(map(_status, line.statuses))
        places = "<br>".join(self._place(place, bracket=False) for place in line.places)
        parties = _own(escape(", ".join(line.parties)), "".join(line.parties))
        cells = (
            f"<td><p{_direction(line.name)}>{escape(line.name)}</p></td>",
            f"<td>{parties or _soft('none stated')}</td>",
            f"<td>{statuses or _soft('none stated')}</td>",
            f"<td>{escape(line.when) or _soft('not stated')}</td>",
            f"<td>{places}</td>",
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _names(self, names: Names) -> str:
        return (
            '<table class="names" width="100%" cellspacing="0"><tr>'
            f'<td width="20%" class="label">{KIND_HEADINGS[names.kind]}</td>'
            f"<td>{', '.join(map(self._name, names.names))}</td></tr></table>"
        )

    def _name(self, name: Name) -> str:
        times = _soft(f" {_TIMES}{name.mentions}") if name.mentions > 1 else ""
        place = self._place(name.place, bracket=False)
        return f"{_own(escape(name.name), name.name)}{times} {place}"

    def _place(self, place: Place, *, bracket: bool = True) -> str:
        written = _unbroken(str(place))
        target = (
            f"#s{place.source}-{place.sentence}"
            if place.source in self._in_full
            else f"#source-{place.source}"
        )
        return self._link(target, f"[{written}]" if bracket else written)

    def _link(self, target: str, written: str) -> str:
        if target.startswith("#source") and not self._links:
            return f'<span class="cite">{written}</span>'
        return f'<a class="cite" href="{target}">{written}</a>'


def _status(status: Status) -> str:
    title = escape(str(status.standing))
    name = title.split(maxsplit=1)[0]
    return (
        f'<span class="status {name}" title="status {name}">'
        f"{_unbroken(f'{status.standing.sign} {escape(status.text)}')}</span>"
    )


def _sources(sources: Sequence[Source]) -> str:
    rows = "\n".join(map(_source, sources))
    return f'<table class="sources" width="100%" cellspacing="0">\n{rows}\n</table>'


def _source(source: Source) -> str:
    title = escape(source.title)
    if source.url and source.url.startswith(("http://", "https://")):
        title = f'<a href="{escape(source.url)}">{title}</a>'
    particulars = " \u00b7 ".join(map(escape, source.particulars))
    return (
        f'<tr><td width="5%" class="number"><a name="source-{source.number}"></a>{source.number}'
        f'</td><td><p class="source"{_direction(source.title)}><b>{title}</b></p>'
        f'<p class="particulars" dir="ltr">{particulars}</p></td></tr>'
    )


def _legend(briefing: Briefing) -> list[str]:
    has_register = any(
        isinstance(item, Register) for section in briefing.sections for item in section.items
    )
    written = f"{LEGEND}<br>{SIGNS}" if has_register else LEGEND
    return [f'<p class="legend" dir="ltr">{written}</p>']


def _soft(written: str) -> str:
    return f'<span class="soft">{written}</span>'


def _own(markup: str, beside: str) -> str:
    """Return *markup* with a direction of its own where *beside* has words from right to left."""
    if any(bidirectional(character) in ("R", "AL") for character in beside):
        return f"{_ISOLATE}{markup}{_POP}"
    return markup


def _unbroken(text: str) -> str:
    return text.replace(" ", _NO_BREAK_SPACE)


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.strip().splitlines()))


def _direction(text: str) -> str:
    return ' dir="rtl"' if is_right_to_left(text) else ""
