"""The initiatives of several articles as one table, each once, each value with its sentence."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sanad.initiatives.model import Initiative, Statement
from sanad.summaries.briefing import Place, Register, RegisterLine, Standing, Status, in_words
from sanad.text.spans import Span

if TYPE_CHECKING:
    from sanad.library.records import InitiativeId

PlaceOf = Callable[[Span], Place]

_STANDING = {
    Statement.DONE: Standing.HAPPENED,
    Statement.PLANNED: Standing.PLANNED,
    Statement.HOPED: Standing.UNSURE,
    Statement.ATTRIBUTED: Standing.UNSURE,
}


def register_of(stated: Iterable[tuple[Initiative, PlaceOf]]) -> Register:
    """Return the table of what is *stated*, in the order in which initiatives are first named."""
    together: dict[InitiativeId, list[tuple[Initiative, PlaceOf]]] = {}
    for initiative, place_of in stated:
        together.setdefault(initiative.id, []).append((initiative, place_of))
    return Register(tuple(_line(statements) for statements in together.values()))


def _line(statements: list[tuple[Initiative, PlaceOf]]) -> RegisterLine:
    first = statements[0][0]
    statuses: dict[tuple[str, Standing], Status] = {}
    parties: dict[str, None] = {}
    places: dict[tuple[int, int], Place] = {}
    whens: dict[str, None] = {}
    for initiative, place_of in statements:
        for party in initiative.parties:
            parties.setdefault(party.name)
        whens |= dict.fromkeys(_when(initiative))
        for sentence in _behind(initiative):
            place = place_of(sentence)
            places.setdefault((place.source, place.sentence), place)
        if initiative.events:
            event = initiative.events[-1]
            standing = _STANDING[event.statement]
            place = place_of(event.evidence.sentence)
            statuses.setdefault((event.status, standing), Status(event.status, standing, place))
    if not places:  # nothing is stated of it: where it is named
        named = [(one.sentences[0], place_of) for one, place_of in statements if one.sentences]
        places = {(0, at): place_of(span) for at, (span, place_of) in enumerate(named)}
    return RegisterLine(
        first.name,
        first.kind,
        tuple(parties),
        tuple(statuses.values()),
        ", ".join(whens),
        tuple(places.values()),
    )


def _when(initiative: Initiative) -> list[str]:
    """Return the date of the current status, else the years that are given."""
    date = initiative.events[-1].date if initiative.events else None
    if date:
        return [in_words(date)]
    years = [year.value for year in initiative.years]
    if len(years) == 2 and _is_range(years, initiative):
        return ["\u2013".join(years)]
    return years


def _is_range(years: list[str], initiative: Initiative) -> bool:
    """Whether the initiative's name says that it lasts from one year to the other."""
    written = re.compile(r"\s*[-\u2010-\u2015]\s*".join(map(re.escape, years)))
    return any(written.search(name) for name in (initiative.name, *initiative.aliases))


def _behind(initiative: Initiative) -> list[Span]:
    """Return the sentences that state a value of the line, each once, the status's first."""
    evidence = [event.evidence for event in initiative.events[-1:]]
    if not (initiative.events and initiative.events[-1].date):
        evidence += initiative.years
    evidence += [party.evidence for party in initiative.parties]
    return list(dict.fromkeys(one.sentence for one in evidence))
