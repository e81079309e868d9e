"""Who and what is named in several articles, by kind, the most named first."""

from collections.abc import Callable, Iterable

from sanad.library.records import EntityId, EntityKind, Mention
from sanad.summaries.briefing import Name, Names, Place
from sanad.text.spans import Span

SURE = 0.55
"""Confidence below which a mention is only a suggestion and is not printed."""

_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.TECHNOLOGY,
)


def names_of(mentions: Iterable[tuple[Mention, Callable[[Span], Place]]]) -> tuple[Names, ...]:
    """Return the names by kind; initiatives have a table of their own and are left out."""
    places: dict[EntityKind, dict[EntityId, list[Place]]] = {kind: {} for kind in _KINDS}
    written: dict[EntityId, str] = {}
    for mention, place_of in mentions:
        if mention.kind in places and mention.confidence >= SURE:
            written.setdefault(mention.entity, mention.name)
            places[mention.kind].setdefault(mention.entity, []).append(place_of(mention.span))
    return tuple(
        Names(
            kind,
            tuple(
                Name(written[entity], len(found), found[0])
                for entity, found in sorted(
                    of_kind.items(), key=lambda item: (-len(item[1]), written[item[0]].casefold())
                )
            ),
        )
        for kind, of_kind in places.items()
        if of_kind
    )
