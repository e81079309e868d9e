"""Say a query in words: the line under the search box."""

from collections.abc import Mapping, Sequence

from sanad.search.analysis import is_told_by_capitals
from sanad.search.tree import (
    And,
    DateRange,
    Field,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Prefix,
    Query,
    Term,
    Undated,
)

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NAMING = {
    Field.ENTITY: "in articles that name {}",
    Field.PERSON: "in articles that name {} as a person",
    Field.ORGANISATION: "in articles that name {} as an organisation",
    Field.PLACE: "in articles that name {}",
    Field.TECHNOLOGY: "in articles that name {} as a technology",
    Field.INITIATIVE: "in articles that name {} as an initiative",
    Field.TITLE: "with {} in the title",
    Field.SOURCE: "published by {}",
    Field.FILE: "from files named {}",
}
_LONGEST = 80
"""Characters of one word or phrase that are said at most."""
_SAID = ("and", "or", "not", "without", "in", "with")
"""Words that the line itself uses."""
_OUTSIDE = {
    "tag": "tagged {}",
    "status": "with an initiative of status {}",
    "has": "that have a {}",
    "is": "that are {}",
}
_FACETS = {
    "place": "place",
    "org": "organisation",
    "person": "person",
    "tech": "technology",
    "initiative": "initiative",
    "source": "source",
    "year": "year",
}


def read_as(
    query: Query,
    within: Mapping[str, Sequence[str]] | None = None,
    without: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Return *query* and the chosen facet values in words; empty when nothing is searched."""
    pieces = []
    if query.root is not None:
        pieces.append(_top(query.root))
    for kind, values in (within or {}).items():
        if values:
            pieces.append(f"only {_FACETS.get(kind, kind)} {_listed(values, 'or')}")
    for kind, values in (without or {}).items():
        if values:
            pieces.append(f"not {_FACETS.get(kind, kind)} {_listed(values, 'or')}")
    return ", ".join(pieces)


def _top(node: Node) -> str:
    """Say the words first, then the fields, then what is left out."""
    nodes = node.nodes if isinstance(node, And) else (node,)
    words = [n for n in nodes if not _is_condition(n) and not isinstance(n, Not)]
    conditions = [n for n in nodes if _is_condition(n)]
    excluded = [n for n in nodes if isinstance(n, Not)]
    pieces = []
    if words:
        pieces.append(_listed([_said(n, inside="and" if len(nodes) > 1 else "") for n in words]))
    elif excluded and not conditions:
        pieces.append("all articles")
    pieces.extend(_said(n) for n in conditions)
    if excluded:
        pieces.append("without " + _listed([_said(n.node, inside="not") for n in excluded], "or"))
    return ", ".join(pieces)


def _is_condition(node: Node) -> bool:
    """Whether *node* asks about the article rather than for words of its text."""
    match node:
        case Term(field=field) | Prefix(field=field) | Fuzzy(field=field) | Near(field=field):
            return field is not Field.TEXT
        case DateRange() | Undated() | Outside():
            return True
        case _:
            return False


def _said(node: Node, inside: str = "") -> str:
    match node:
        case And(nodes):
            said = _listed([_said(n, "and") for n in nodes])
            return f"({said})" if inside else said
        case Or(nodes):
            said = _listed([_said(n, "or") for n in nodes], "or")
            return f"({said})" if inside else said
        case Not(inner):
            return f"not {_said(inner, 'not')}"
        case _:
            return _leaf(node)


def _leaf(leaf: Leaf) -> str:  # noqa: PLR0911  (one for each kind of leaf)
    match leaf:
        case Term(field=field):
            return _in_field(_word(leaf), field)
        case Prefix(_, prefix, field):
            return _in_field(f"words that begin with {shown(prefix)}", field)
        case Fuzzy(text, _, field):
            return _in_field(f"words at most one letter away from {shown(text)}", field)
        case Near(parts, distance, field):
            names = [_word(part) for part in parts]
            return _in_field(f"{_listed(names)} within {distance} words", field)
        case DateRange(first, last):
            return _dated(first, last)
        case Undated():
            return "with no date stated"
        case Outside(field, value):
            return _OUTSIDE[field].format(shown(value))


def _word(term: Term) -> str:
    """Return words as typed; a phrase in quotes; what only its capitals tell says so."""
    text = shown(term.text)
    if term.quoted or term.text in _SAID:
        return f"“{text}”"
    told = is_told_by_capitals(term.forms[0].terms)
    return f"{text} (in capitals)" if told else text


def _in_field(said: str, field: Field) -> str:
    return _NAMING[field].format(said) if field in _NAMING else said


def _dated(first: str | None, last: str | None) -> str:
    if first == last and first is not None:
        return f"dated {_day(first)}"
    if first is None:
        return f"dated {_day(last or '')} or before"
    if last is None:
        return f"dated {_day(first)} or later"
    return f"dated {_day(first)} to {_day(last)}"


def _day(stated: str) -> str:
    """Return ``June 2025`` for ``2025-06``."""
    year, _, rest = stated.partition("-")
    month, _, day = rest.partition("-")
    return " ".join(filter(None, (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year)))


def _listed(names: Sequence[str], last: str = "and") -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def shown(text: str) -> str:
    """Return *text* fit for a sentence: on one line, printable, not too long."""
    printable = "".join(c if c.isprintable() else " " for c in text).strip()
    return printable if len(printable) <= _LONGEST else printable[: _LONGEST - 1] + "…"


def worded(leaf: Leaf) -> str:
    """Return one leaf in words."""
    return _leaf(leaf)


def typed(node: Node, inside: str = "") -> str:  # noqa: PLR0911  (one for each kind)
    """Return *node* in the query language, so that it can be typed again."""
    match node:
        case And(nodes):
            said = " ".join(typed(child, "and") for child in nodes)
            return f"({said})" if inside else said
        case Or(nodes):
            said = " OR ".join(typed(child, "or") for child in nodes)
            return f"({said})" if inside else said
        case Not(inner):
            return "-" + typed(inner, "not")
        case Term(text, _, quoted, field):
            return _prefixed(f'"{text}"' if quoted else text, field)
        case Prefix(text, _, field):
            return _prefixed(text, field)
        case Fuzzy(text, _, field):
            return _prefixed(f"{text}~", field)
        case Near(parts, distance, field):
            said = f" NEAR/{distance} ".join(typed(part) for part in parts)
            return f"{field}:({said})" if field is not Field.TEXT else said
        case DateRange(first, last):
            return f"date:{first}" if first == last else f"date:{first or ''}..{last or ''}"
        case Undated():
            return "date:unknown"
        case Outside(field_name, value):
            return f'{field_name}:"{value}"'


def _prefixed(said: str, field: Field) -> str:
    return said if field is Field.TEXT else f"{field}:{said}"
