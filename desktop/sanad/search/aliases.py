"""The names under which each entity is known, as far as the articles tell."""

from collections.abc import Iterable

from sanad.library.records import EntityKind, Mention
from sanad.search.analysis import plain_terms
from sanad.search.protocol import Alias

MOST_FORMS = 20
"""Forms of one entity at most, the most frequent ones."""


def alias_table(
    mentions: Iterable[Mention], surest: float = 0.55, dropped: frozenset[str] = frozenset()
) -> list[Alias]:
    """Return the entities with more than one form among *mentions*, by their ids.

    A mention below the confidence *surest* is only a suggestion and tells nothing. Forms that
    fold to the same words are one. *dropped* holds entity ids that were hidden.
    """
    names: dict[str, tuple[EntityKind, str]] = {}
    forms: dict[str, dict[tuple[str, ...], tuple[int, str]]] = {}
    for mention in mentions:
        if mention.confidence < surest or mention.entity in dropped:
            continue
        names.setdefault(mention.entity, (mention.kind, mention.name))
        known = forms.setdefault(mention.entity, {})
        terms = plain_terms(mention.surface)
        if terms:
            count, form = known.get(terms, (0, mention.surface))
            known[terms] = (count + 1, form)
    found = []
    for entity in sorted(forms):
        kind, name = names[entity]
        known = {terms: row for terms, row in forms[entity].items() if terms != plain_terms(name)}
        if known:
            common = sorted(known.values(), key=lambda row: (-row[0], row[1]))[:MOST_FORMS]
            found.append(Alias(entity, kind, (name, *(form for _, form in common))))
    return found


def is_telling(form: str) -> bool:
    """Whether *form* names something by itself: more than one word, or an acronym in capitals."""
    return len(plain_terms(form)) > 1 or (form.isupper() and sum(map(str.isalpha, form)) > 1)
