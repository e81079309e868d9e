"""What a Markdown file states about itself: YAML between two lines ``---`` at its top."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from sanad.importers.dates import stated_date
from sanad.library.records import Metadata

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING: Final = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_LONGEST: Final = 64_000
"""Characters; front matter is a few lines, what is longer is not read as such."""
_DEEPEST: Final = 8
_LONGEST_VALUE: Final = 1_000

_KEYS: Final = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "source": ("source", "publisher", "publication", "site"),
    "date": ("date", "published", "pubdate", "publication_date", "date_published"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "language": ("language", "lang"),
    "id": ("id", "guid", "identifier", "doi"),
}
"""Fields of `Metadata`, and the keys that state them, the first found deciding."""

_NOTHING: Final = frozenset(("", "~", "null", "none", "n/a", "unknown"))
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What would act instead of being seen: control characters, and those that turn a line around."""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_URL: Final = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata of a file and where its text begins."""

    metadata: Metadata
    length: int
    """Characters before the text; 0 when there is no front matter."""
    notes: tuple[str, ...] = ()


NONE: Final = FrontMatter(Metadata(), 0)


def front_matter(source: str) -> FrontMatter:
    """Return what *source* states at its top; what cannot be read is noted and stays text."""
    opening = _OPENING.match(source)
    closing = opening and _CLOSING.search(source, opening.end(), opening.end() + _LONGEST)
    if opening is None or closing is None:
        return NONE
    stated = source[opening.end() : closing.start()]
    try:
        values = _loaded(stated)
    except (yaml.YAMLError, RecursionError, ValueError):
        note = "What stands between the lines --- at its top is not YAML; it is kept as text."
        return FrontMatter(Metadata(), 0, (note,))
    if values is None:  # a rule and some text: no front matter
        return NONE
    metadata, notes = _metadata(values)
    return FrontMatter(metadata, closing.end(), notes)


def _loaded(stated: str) -> Mapping[str, object] | None:
    """Return the mapping in *stated*, its scalars as written; None when it holds another thing."""
    depth = 0
    for event in yaml.parse(stated, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            raise ValueError  # the way to make a small file large; metadata has no use for it
        if depth > _DEEPEST:
            raise ValueError
    # The base loader keeps each scalar as it is written: 2025-06 is no number, NO no falsehood.
    values = yaml.load(stated, Loader=yaml.CBaseLoader)
    if values is None or values == "":
        return {}
    return values if isinstance(values, dict) else None


def _metadata(values: Mapping[str, object]) -> tuple[Metadata, tuple[str, ...]]:
    by_key = {
        str(key).strip().casefold().replace("-", "_").replace(" ", "_"): value
        for key, value in values.items()
    }
    notes: list[str] = []
    fields: dict[str, str | None] = {}
    for field, keys in _KEYS.items():
        stated = next((text for key in keys if (text := _text(by_key.get(key)))), None)
        fields[field] = stated and _checked(field, stated, notes)
    return Metadata(**fields), tuple(notes)


def _checked(field: str, stated: str, notes: list[str]) -> str | None:
    checked: str | None = stated
    match field:
        case "date":
            checked = stated_date(stated)
        case "url":
            checked = stated if _URL.fullmatch(stated) else None
        case "language":
            checked = stated if _LANGUAGE.fullmatch(stated) else None
    if checked is None:
        shown = stated if len(stated) <= 40 else stated[:39] + "…"
        notes.append(f"Its {field} “{shown}” cannot be understood and is left unknown.")
    return checked


def _text(value: object) -> str | None:
    """Return *value* as one line: a list joined by ``; ``, of a mapping its name."""
    match value:
        case str():
            text = " ".join(_UNSEEN.sub(" ", value).split())
        case list():
            text = "; ".join(part for item in value if (part := _text(item)))
        case {"name": named} | {"title": named}:
            text = _text(named) or ""
        case _:
            return None
    return None if text.casefold() in _NOTHING else text[:_LONGEST_VALUE]
