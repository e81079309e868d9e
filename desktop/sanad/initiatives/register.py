"""The register: what all articles together state about each initiative."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sanad.entities.slug import slug, word_set
from sanad.initiatives.model import Initiative
from sanad.library.records import ArticleId, InitiativeId

_SMALL = word_set("the of for on and in to a an")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One initiative with what each article states about it."""

    initiative: InitiativeId
    name: str
    aliases: tuple[str, ...]
    kind: str
    status: str
    """The status of the article read last that states one; empty if none does."""
    articles: Mapping[ArticleId, Initiative]


class Suggestion(NamedTuple):
    """Two rows of which one name contains the other: perhaps the same, never merged unasked."""

    shorter: InitiativeId
    longer: InitiativeId


def register(rows: Iterable[tuple[ArticleId, Initiative]]) -> list[RegisterRow]:
    """Return the rows of the register, in the order in which the initiatives first appear.

    Initiatives are one when their keys are equal, or a name of one has the same words as a name of
    the other, singular or plural, in any order. Ordinals and years are words like any other, so
    that the 4th and the 5th assembly, or the policies of 2018 and 2025, stay apart.
    """
    groups: list[list[tuple[ArticleId, Initiative]]] = []
    by_key: dict[object, list[tuple[ArticleId, Initiative]]] = {}
    for article, initiative in rows:
        keys = [initiative.id, *_words_of_names(initiative)]
        group = next((by_key[key] for key in keys if key in by_key), None)
        if group is None:
            group = []
            groups.append(group)
        group.append((article, initiative))
        for key in keys:
            by_key.setdefault(key, group)
    return [_row(group) for group in groups]


def suggestions(rows: Iterable[RegisterRow]) -> list[Suggestion]:
    """Return the pairs of rows of which one name contains the other and no number differs."""
    words = [(row, words_of_name(row.name)) for row in rows]
    return [
        Suggestion(shorter.initiative, longer.initiative)
        for shorter, few in words
        for longer, many in words
        if len(few) > 1 and few < many and _numbers(few) == _numbers(many)
    ]


def words_of_name(name: str) -> frozenset[str]:
    """Return the words of *name* without small words, in the singular, ``AI`` written out."""
    key = f"-{slug(name)}-".replace("-ai-", "-artificial-intelligence-")
    return frozenset(
        word.removesuffix("s") if len(word) > 3 else word
        for word in key.strip("-").split("-")
        if word not in _SMALL
    )


def _words_of_names(initiative: Initiative) -> list[frozenset[str]]:
    """Return the words of the names with at least two; an acronym alone proves nothing."""
    names = [words_of_name(name) for name in (initiative.name, *_full(initiative))]
    return [words for words in names if len(words) > 1]


def _full(initiative: Initiative) -> list[str]:
    """Return the aliases that say no less than the name: not its short forms."""
    length = len(words_of_name(initiative.name))
    return [alias for alias in initiative.aliases if len(words_of_name(alias)) >= length]


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def _row(group: list[tuple[ArticleId, Initiative]]) -> RegisterRow:
    first = group[0][1]
    seen = {slug(first.name)}
    aliases: list[str] = []
    for _, initiative in group:
        for alias in (initiative.name, *initiative.aliases):
            if slug(alias) not in seen:
                seen.add(slug(alias))
                aliases.append(alias)
    statuses = [initiative.status for _, initiative in group if initiative.status]
    return RegisterRow(
        first.id,
        first.name,
        tuple(aliases),
        first.kind,
        statuses[-1] if statuses else "",
        dict(group),
    )
