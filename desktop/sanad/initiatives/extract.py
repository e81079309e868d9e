"""From the mentions of an article to its initiatives, every value with its sentence."""

import re
from collections.abc import Sequence

from sanad.entities.rules import SHOWN_FROM
from sanad.entities.slug import slug
from sanad.initiatives.clauses import Item, items_of
from sanad.initiatives.dates import Date, date_for, dates_of
from sanad.initiatives.kinds import head_kind, kind_of
from sanad.initiatives.model import Evidence, Initiative, Party, Statement, StatusEvent
from sanad.initiatives.parties import parties_in
from sanad.initiatives.status import Reported, status_of
from sanad.library.records import EntityId, EntityKind, InitiativeId, Mention
from sanad.text.sentences import Sentence, sentence_at

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20[0-9]|2100)\d?(?!\d)")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)(?:\s+\w+)?\s*[,:\u201c\"\u2018]?\s*$")
_YEARS_BEHIND = re.compile(r"[\u201d\"\u2019]?\s*\(((?:19|20)\d\d)(?:[-\u2013](20\d\d))?\)")
_WEAK = 0.5


def initiatives(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[Initiative]:
    """Return the initiatives in the order of their first mention, every value with its sentence.

    *mentions* are those of the article in order; suggestions among them are left out. A relative
    date (``last month``) is never resolved.
    """
    sure = [mention for mention in mentions if mention.confidence >= SHOWN_FROM]
    named: dict[EntityId, list[Mention]] = {}
    for mention in sure:
        if mention.kind is EntityKind.INITIATIVE or _is_partnership(mention):
            named.setdefault(mention.entity, []).append(mention)
    read: dict[int, tuple[list[Item], list[Date]]] = {}
    return [_initiative(text, sentences, sure, entity, own, read) for entity, own in named.items()]


def _is_partnership(mention: Mention) -> bool:
    """Whether an organisation is an initiative as well, such as a global partnership."""
    return mention.kind is EntityKind.ORGANISATION and head_kind(mention.name) == "partnership"


def _initiative(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entity: EntityId,
    own: Sequence[Mention],
    read: dict[int, tuple[list[Item], list[Date]]],
) -> Initiative:
    name = own[0].name
    kind = kind_of(entity, name, _following(text, own))
    strong: list[StatusEvent] = []
    weak: list[StatusEvent] = []
    parties: dict[tuple[str, str], Party] = {}
    years: dict[str, Evidence] = {}
    naming: list[Sentence] = []
    for mention in own:
        sentence = sentence_at(sentences, mention.start)
        if sentence is None:
            continue
        is_new = not naming or naming[-1] != sentence
        if is_new:
            naming.append(sentence)
        for year in _YEAR.findall(mention.surface):
            if len(year) == 4:
                years.setdefault(year, Evidence(year, sentence.span, "in the name"))
        bracketed = _YEARS_BEHIND.match(text, mention.end)
        if bracketed:
            for year in filter(None, bracketed.groups()):
                years.setdefault(year, Evidence(year, sentence.span, "in brackets after the name"))
        if sentence.number not in read:
            items = items_of(text, sentence, mentions)
            read[sentence.number] = (items, dates_of(items))
        items, dates = read[sentence.number]
        at = next(k for k, item in enumerate(items) if item.mention is mention)
        reported = status_of(items, at, kind)
        if reported is not None:
            event = _event(items, dates, at, reported, sentence)
            (strong if reported.strength >= _WEAK else weak).append(event)
        before = _YEAR_BEFORE.search(text, sentence.start, mention.start)
        if before and kind not in {"event", "forum"} and not years:
            years.setdefault(
                before.group(1), Evidence(before.group(1), sentence.span, "year before the name")
            )
        if is_new or reported is not None:
            cue = reported.cue if reported is not None else None
            for party in parties_in(items, at, sentence, kind, cue, mentions):
                if party.entity != entity and (party.entity, "lead") not in parties:
                    parties.setdefault((party.entity, party.role), party)
    events = _ordered(strong or weak[:1])
    for event in events:
        if event.date is not None:
            year = event.date[:4]
            years.setdefault(year, Evidence(year, event.evidence.sentence, "date of a status"))
    if not any(role == "lead" for _, role in parties) and kind not in {"event", "forum"}:
        only = _only_country(mentions, naming)
        if only is not None:
            parties[(only.entity, "lead")] = only
    return Initiative(
        id=InitiativeId(entity),
        name=name,
        aliases=_aliases(name, own),
        kind=kind,
        years=tuple(years.values()),
        parties=tuple(parties.values()),
        events=events,
        mentions=tuple(mention.span for mention in own),
        sentences=tuple(sentence.span for sentence in naming),
        parent=None,
    )


def _following(text: str, own: Sequence[Mention]) -> str:
    """Return the small noun after any of the mentions (``Digital Pakistan vision``)."""
    for mention in own:
        match = re.match(r"[\u201d\"\u2019']?\s+([a-z]+)", text[mention.end : mention.end + 30])
        if match and kind_of("", match.group(1)) and head_kind(match.group(1)):
            return match.group(1)
    return ""


def _aliases(name: str, own: Sequence[Mention]) -> tuple[str, ...]:
    """Return the other forms in the article, each once, in the order of the text."""
    seen = {slug(name)}
    aliases = []
    for mention in own:
        key = slug(mention.surface)
        if key not in seen:
            seen.add(key)
            aliases.append(mention.surface)
    return tuple(aliases)


def _event(
    items: Sequence[Item], dates: Sequence[Date], at: int, reported: Reported, sentence: Sentence
) -> StatusEvent:
    return StatusEvent(
        reported.status,
        reported.statement,
        date_for(items, dates, reported.cue, at),
        Evidence(reported.status, sentence.span, reported.rule),
    )


def _ordered(events: Sequence[StatusEvent]) -> tuple[StatusEvent, ...]:
    """Return the events with what is planned before what was done; the last one is current.

    Within each group dated events stand in the order of their dates, others as in the text.
    """
    unique = {(e.status, e.date): e for e in reversed(events)}
    kept = [e for e in events if unique[(e.status, e.date)] is e]
    return tuple(
        sorted(
            kept,
            key=lambda e: (e.statement in {Statement.DONE, Statement.ATTRIBUTED}, e.date or ""),
        )
    )


def _only_country(mentions: Sequence[Mention], naming: Sequence[Sentence]) -> Party | None:
    """Return the one country that the naming sentences speak of as the lead, if there is one."""
    countries: dict[EntityId, tuple[Mention, Sentence]] = {}
    for sentence in naming:
        for mention in mentions:
            if (
                sentence.start <= mention.start < sentence.end
                and mention.kind is EntityKind.PLACE
                and mention.rule in {"country list", "demonym"}
            ):
                countries.setdefault(mention.entity, (mention, sentence))
    if len(countries) != 1:
        return None
    ((mention, sentence),) = countries.values()
    evidence = Evidence(mention.name, sentence.span, "only country in its sentences")
    return Party(mention.entity, mention.name, "lead", evidence)
