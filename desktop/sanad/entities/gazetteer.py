"""What is known of the world before any article is read: names, technologies and word lists.

All of it comes from the readable tables of ``resources/gazetteer``. Names are found through the
first word of each form, longest form first.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from sanad.assets import resource
from sanad.entities.slug import folded_word, slug
from sanad.entities.words import Words, words_of
from sanad.library.records import EntityId, EntityKind

_NOTHING: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """One thing that the gazetteer knows."""

    kind: EntityKind
    entity: EntityId
    name: str
    rule: str
    sort: str = ""
    """The kind of an initiative; ``in context`` for a place that shares its name with others."""


class Form(NamedTuple):
    """One way of writing an entry, as the words that follow the first."""

    rest: tuple[str, ...]
    entry: Entry
    surfaces: tuple[str, ...] | None
    """Written exactly so; None when case makes no difference."""


class Head(NamedTuple):
    """A noun that tells what a name is the name of, such as ``Ministry`` or ``Policy``."""

    words: tuple[str, ...]
    kind: EntityKind | None
    """None: the name of something that is no entity, such as an index or a street."""
    sort: str
    is_initial: bool
    """Whether ``of …`` may follow it."""
    is_weak: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word lists; all words folded."""

    honorifics: frozenset[tuple[str, ...]]
    roles: frozenset[tuple[str, ...]]
    honorific_firsts: frozenset[str]
    role_firsts: frozenset[str]
    modifiers: frozenset[str]
    portfolio: frozenset[str]
    given_names: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    not_names: frozenset[str]
    """Words that are no name where they open a sentence."""
    not_names_in_headings: frozenset[str]
    common: frozenset[str]
    """Common nouns of news reports."""
    periods: frozenset[str]
    """Capitalised words that name nothing we list: ``COVID``, ``GDP``, ``Q1``."""
    heads: dict[str, tuple[Head, ...]]
    """By first word, longest first."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The forms of all entries, by their first word, and the vocabulary."""

    forms: dict[str, tuple[Form, ...]]
    vocabulary: Vocabulary
    demonyms: frozenset[str]

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Return the gazetteer of the tables in *folder*, by default those of the application."""
        folder = folder or resource("gazetteer")
        forms: dict[str, list[Form]] = {}
        demonyms: set[str] = set()
        for surface, entry, is_exact in _entries(folder):
            if entry.rule == "demonym":
                demonyms.add(surface)
            _add(forms, surface, entry, is_exact=is_exact)
        return cls(
            {first: _longest_first(found) for first, found in forms.items()},
            _vocabulary(folder),
            frozenset(demonyms),
        )

    def match(self, words: Words, index: int) -> tuple[int, Entry] | None:
        """Return the longest form that begins at word *index*: the word after it, and its entry."""
        keys = words.keys
        second = keys[index + 1] if index + 1 < len(keys) else ""
        for rest, entry, surfaces in self.forms.get(keys[index], ()):
            end = index + 1 + len(rest)
            if rest and (rest[0] != second or tuple(keys[index + 1 : end]) != rest):
                continue
            if surfaces is None or _is_written(words.surfaces[index:end], surfaces):
                return end, entry
        return None


def _is_written(found: list[str], surfaces: tuple[str, ...]) -> bool:
    """Whether capitals stand where they must; small letters may be capitals, as in headings."""
    for word, surface in zip(found, surfaces, strict=True):
        if surface[1:].islower():
            if surface[0].isupper() and not word[0].isupper():
                return False
        elif sum(c.isupper() for c in surface) > 1:
            if word.replace(".", "") != surface.replace(".", ""):
                return False
        elif surface[0].isupper() and not word[0].isupper():
            return False
    return True


def _entries(folder: Path) -> Iterator[tuple[str, Entry, bool]]:
    """Yield each form with its entry and whether its capitals matter; the surest come first."""
    place = EntityKind.PLACE
    for row in _rows(folder, "countries.csv"):
        entry = Entry(place, _id(row["name"]), row["name"], "country list")
        for form in _split(row["name"], row["variants"]):
            yield form, entry, True
        for form in _split(row["urdu"]):
            yield form, entry, False
        for form in _split(row["demonyms"]):
            yield form, entry._replace(rule="demonym"), True
    for row in _rows(folder, "places.csv"):
        entry = Entry(place, _id(row["name"]), row["name"], "place list")
        for form in _split(row["name"], row["variants"]):
            yield form, entry, True
        for form in _split(row["demonyms"]):
            yield form, entry._replace(rule="demonym"), True
    for row in _rows(folder, "organisations.csv"):
        entry = Entry(EntityKind.ORGANISATION, _id(row["name"]), row["name"], "organisation list")
        for form in _split(row["name"], row["variants"]):
            yield form, entry, True
    for row in _rows(folder, "initiatives.csv"):
        entry = Entry(
            EntityKind.INITIATIVE, _id(row["name"]), row["name"], "initiative list", row["kind"]
        )
        for form in _split(row["name"], row["variants"]):
            yield form, entry, True
    for row in _rows(folder, "technologies.csv"):
        rule = "general technology" if row["match"] == "opt" else "technology list"
        entry = Entry(EntityKind.TECHNOLOGY, _id(row["name"]), row["name"], rule)
        for form in _with_plurals(_split(row["name"], row["variants"])):
            is_exact = row["match"] == "case" or sum(c.isupper() for c in form) > 1
            yield form, entry, is_exact
    cities = sorted(_rows(folder, "cities.csv"), key=lambda row: -int(row["population"] or 0))
    for row in sorted(cities, key=lambda row: not row["known"]):
        sort = "" if row["known"] else "in context"
        entry = Entry(place, _id(row["name"]), row["name"], "city list", sort)
        for form in _split(row["name"], row["variants"]):
            yield form, entry, True


def _add(forms: dict[str, list[Form]], surface: str, entry: Entry, *, is_exact: bool) -> None:
    """Add a form unless a surer table has it already."""
    words = _words(surface)
    if not words:
        return
    first, *rest = (folded_word(word) for word in words)
    form = Form(tuple(rest), entry, tuple(words) if is_exact else None)
    known = forms.setdefault(first, [])
    if all(other.rest != form.rest or other.surfaces != form.surfaces for other in known):
        known.append(form)


def _words(surface: str) -> list[str]:
    if surface.isalpha():
        return [surface]
    return words_of(surface, (), (), _NOTHING, _NOTHING).surfaces


def _with_plurals(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        if form.endswith("y") and form[-2:-1] not in "aeiou":
            yield form[:-1] + "ies"
        elif not form.endswith("s") and form[-1:].isalpha():
            yield form + "s"


def _longest_first(forms: list[Form]) -> tuple[Form, ...]:
    return tuple(sorted(forms, key=lambda form: -len(form.rest)))


def _vocabulary(folder: Path) -> Vocabulary:
    titles: dict[str, set[tuple[str, ...]]] = {}
    for row in _rows(folder, "titles.csv"):
        key = tuple(folded_word(word) for word in _words(row["word"]) if word != ".")
        titles.setdefault(row["sort"], set()).add(key)
    words: dict[str, set[str]] = {}
    for row in _rows(folder, "words.csv"):
        words.setdefault(row["sort"], set()).add(folded_word(row["word"]))
    heads: dict[str, list[Head]] = {}
    for row in _rows(folder, "heads.csv"):
        key = tuple(folded_word(word) for word in _words(row["word"]))
        kind = None if row["kind"] == "NONE" else EntityKind(row["kind"])
        head = Head(
            key,
            kind,
            row["sort"],
            row["position"] in {"both", "initial"},
            row["position"] == "weak",
        )
        heads.setdefault(key[0], []).append(head)
    return Vocabulary(
        honorifics=frozenset(titles["honorific"]),
        roles=frozenset(titles["role"]),
        honorific_firsts=frozenset(key[0] for key in titles["honorific"]),
        role_firsts=frozenset(key[0] for key in titles["role"]),
        modifiers=frozenset(word for key in titles["modifier"] for word in key),
        portfolio=frozenset(word for key in titles["portfolio"] for word in key),
        given_names=frozenset(
            folded_word(word)
            for row in _rows(folder, "given_names.csv")
            for name in row["names"].split()
            for word in _words(name)[:1]
        ),
        months=frozenset(words["month"]),
        days=frozenset(words["day"]),
        not_names=frozenset().union(*(words[s] for s in ("function", "verb", "noun", "day"))),
        not_names_in_headings=frozenset(words["function"] | words["verb"]),
        common=frozenset(words["noun"]),
        periods=frozenset(words["period"]),
        heads={
            first: tuple(sorted(found, key=lambda head: -len(head.words)))
            for first, found in heads.items()
        },
    )


def _id(name: str) -> EntityId:
    return EntityId(slug(name))


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _split(*fields: str) -> list[str]:
    return [form for field in fields for form in field.split("|") if form]
