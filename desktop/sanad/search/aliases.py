"""The names under which each entity is known, as far as the articles tell."""

from collections.abc import Iterable

from sanad.library.records import EntityKind, Mention
from sanad.search.analysis import plain_terms
from sanad.search.protocol import FACET_OF_KIND, Alias
from sanad.search.reader import SUREST, Record

MOST_FORMS = 20
"""Forms of one entity at most, the most frequent ones."""

_KIND_OF_FACET = {facet: kind for kind, facet in FACET_OF_KIND.items()}
_Row = tuple[str, EntityKind, str, Iterable[str]]
"""Entity, its kind and name, and forms of one article."""


def alias_table(mentions: Iterable[Mention]) -> list[Alias]:
    """Return the entities with more than one form among *mentions*, by their ids."""
    return _table(
        (m.entity, m.kind, m.name, (m.surface,)) for m in mentions if m.confidence >= SUREST
    )


def recorded_aliases(records: Iterable[Record | None]) -> list[Alias]:
    """Return the entities with more than one form in an index, by their ids."""
    return _table(
        (entity, _KIND_OF_FACET[kind], name, forms)
        for record in records
        if record is not None
        for kind, entity, name, forms in record.named
        if forms
    )


def is_telling(form: str) -> bool:
    """Whether *form* names something by itself: more than one word, or an acronym in capitals."""
    return len(plain_terms(form)) > 1 or (form.isupper() and sum(map(str.isalpha, form)) > 1)


def _table(rows: Iterable[_Row]) -> list[Alias]:
    """Return the aliases in *rows*; forms that fold to the same words are one."""
    names: dict[str, tuple[EntityKind, str]] = {}
    counts: dict[str, dict[str, int]] = {}
    for entity, kind, name, forms in rows:
        names.setdefault(entity, (kind, name))
        known = counts.setdefault(entity, {})
        for form in forms:
            known[form] = known.get(form, 0) + 1
    found = []
    for entity in sorted(counts):
        kind, name = names[entity]
        distinct = {plain_terms(name): name}
        for form in sorted(counts[entity], key=lambda form: (-counts[entity][form], form)):
            if (terms := plain_terms(form)) and len(distinct) <= MOST_FORMS:
                distinct.setdefault(terms, form)
        if len(distinct) > 1:
            found.append(Alias(entity, kind, tuple(distinct.values())))
    return found
