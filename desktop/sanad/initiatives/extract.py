"""From the mentions of an article to its initiatives, every value with its sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.entities.rules import SHOWN_FROM
from sanad.entities.slug import slug
from sanad.initiatives.clauses import Item, items_of
from sanad.initiatives.cues import Reported
from sanad.initiatives.dates import Date, date_for, dates_of
from sanad.initiatives.followers import told_next
from sanad.initiatives.kinds import head_kind, kind_of
from sanad.initiatives.model import Evidence, Initiative, Party, Statement, StatusEvent
from sanad.initiatives.participles import and_then
from sanad.initiatives.parties import (
    NamedParties,
    dateline_end,
    names_the_country,
    parent_in,
    parties_in,
)
from sanad.initiatives.status import status_of
from sanad.library.records import EntityId, EntityKind, InitiativeId, Mention
from sanad.text.sentences import Sentence, sentence_at

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-7]\d)(?!\d)")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)(?:\s+\w+)?\s*[,:\u201c\"\u2018]?\s*$")
_YEARS_BEHIND = re.compile(r"[\u201d\"\u2019]?\s*\(((?:19|20)\d\d)(?:[-\u2013](20\d\d))?\)")
_CALLED = re.compile(
    r"\s*(?:\([^)]{1,12}\))?,\s+an?\s+(?:[\w-]+\s+){0,3}?(partnership|agreement|forum|fund|law|treaty)\b"
)
_GOES_ON = re.compile(r"(?:It|The|This|First|Originally|Initially|[A-Z][a-z]+(?:ed|wn|en|lt|nd))\b")
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
    article = _Article(text, sentences, sure, NamedParties(sure))
    return [_initiative(article, entity, own) for entity, own in named.items()]


def _is_partnership(mention: Mention) -> bool:
    """Whether an organisation is an initiative as well, such as a global partnership."""
    return (
        mention.kind is EntityKind.ORGANISATION
        and "Partnership" in mention.name
        and head_kind(mention.name) == "partnership"
    )


@dataclass(slots=True)
class _Article:
    """What the extraction of one article shares: its sentences read into items, once each."""

    text: str
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    named: NamedParties
    read: dict[int, tuple[list[Item], list[Date]]] = field(default_factory=dict)

    def items(self, sentence: Sentence) -> tuple[list[Item], list[Date]]:
        """Return the items and dates of a sentence."""
        if sentence.number not in self.read:
            items = items_of(self.text, sentence, self.mentions)
            self.read[sentence.number] = (items, dates_of(items))
        return self.read[sentence.number]

    def country_before(self, sentence: Sentence) -> Mention | None:
        """Return the first country of the nearest sentence before, in the same paragraph."""
        for number in range(sentence.number - 2, -1, -1):
            earlier = self.sentences[number]
            if earlier.paragraph != sentence.paragraph:
                return None
            for item in self.items(earlier)[0]:
                if item.mention is not None and item.mention.rule == "country list":
                    return item.mention
        return None


@dataclass(slots=True)
class _Findings:
    """What the sentences that name one initiative state."""

    strong: list[StatusEvent] = field(default_factory=list)
    weak: list[StatusEvent] = field(default_factory=list)
    parties: dict[tuple[str, str], Party] = field(default_factory=dict)
    years: dict[str, Evidence] = field(default_factory=dict)
    naming: list[Sentence] = field(default_factory=list)
    parent: EntityId | None = None


def _initiative(article: _Article, entity: EntityId, own: Sequence[Mention]) -> Initiative:
    name = own[0].name
    kind = kind_of(entity, name, _following(article.text, own))
    if kind == "programme":
        kind = head_kind(_apposition(article.text, own)) or kind
    found = _Findings()
    for mention in own:
        sentence = sentence_at(article.sentences, mention.start)
        if sentence is not None:
            _read_mention(article, found, mention, sentence, kind)
    events = _ordered(found.strong or found.weak[:1])
    for event in events:
        if event.date is not None:
            year = event.date[:4]
            found.years.setdefault(
                year, Evidence(year, event.evidence.sentence, "date of a status")
            )
    has_lead = any(role == "lead" for _, role in found.parties)
    if not has_lead and kind not in {"event", "forum"}:
        only = _only_country(article, found.naming)
        if only is not None:
            found.parties[only.entity, "lead"] = only
    return Initiative(
        id=InitiativeId(entity),
        name=name,
        aliases=_aliases(name, own),
        kind=kind,
        years=tuple(found.years.values()),
        parties=tuple(found.parties.values()),
        events=events,
        mentions=tuple(mention.span for mention in own),
        sentences=tuple(sentence.span for sentence in found.naming),
        parent=InitiativeId(found.parent) if found.parent else None,
    )


def _read_mention(
    article: _Article, found: _Findings, mention: Mention, sentence: Sentence, kind: str
) -> None:
    is_new = not found.naming or found.naming[-1] != sentence
    if is_new:
        found.naming.append(sentence)
    _read_years(article.text, found.years, mention, sentence, kind)
    items, dates = article.items(sentence)
    at = next(k for k, item in enumerate(items) if item.mention is mention)
    found.parent = found.parent or parent_in(items, at)
    reported = status_of(items, at, kind)
    if reported is not None:
        event = _event(items, dates, at, reported, sentence)
        (found.strong if reported.strength >= _WEAK else found.weak).append(event)
        second = and_then(items, at, reported.cue)
        if second is not None:
            later = [date for date in dates if date.first > second.cue]
            found.strong.append(_event(items, later, second.cue, second, sentence))
    _read_next(article, found, items, at, sentence, kind)
    if not is_new and reported is None:
        return
    cue = reported.cue if reported is not None else None
    parties = [*parties_in(items, at, sentence, kind, cue, article.named)]
    if cue is not None and cue < at and names_the_country(items, cue):
        country = article.country_before(sentence)
        if country is not None:
            evidence = Evidence(country.name, sentence.span, "the country named before")
            parties.append(Party(country.entity, country.name, "lead", evidence))
    for party in parties:
        if party.entity != mention.entity and (party.entity, "lead") not in found.parties:
            found.parties.setdefault((party.entity, party.role), party)


def _read_next(
    article: _Article,
    found: _Findings,
    items: Sequence[Item],
    at: int,
    sentence: Sentence,
    kind: str,
) -> None:
    """Add what the next sentence says of the initiative without its name."""
    if sentence.number >= len(article.sentences):
        return
    following = article.sentences[sentence.number]
    if not _GOES_ON.match(article.text, following.start):
        return
    told = told_next(items, at, article.items(following)[0], kind)
    if told is not None:
        reread, place, reported = told
        event = _event(reread, dates_of(reread), place, reported, following)
        (found.strong if reported.strength >= _WEAK else found.weak).append(event)


def _read_years(
    text: str, years: dict[str, Evidence], mention: Mention, sentence: Sentence, kind: str
) -> None:
    for year in _YEAR.findall(mention.surface):
        years.setdefault(year, Evidence(year, sentence.span, "in the name"))
    bracketed = _YEARS_BEHIND.match(text, mention.end)
    if bracketed:
        for year in filter(None, bracketed.groups()):
            years.setdefault(year, Evidence(year, sentence.span, "in brackets after the name"))
    before = _YEAR_BEFORE.search(text, sentence.start, mention.start)
    if before and kind not in {"event", "forum"} and not years:
        year = before.group(1)
        years.setdefault(year, Evidence(year, sentence.span, "year before the name"))


def _following(text: str, own: Sequence[Mention]) -> str:
    """Return the small noun after any of the mentions (``Digital Pakistan vision``)."""
    for mention in own:
        match = re.match(r"[\u201d\"\u2019']?\s+([a-z]+)", text[mention.end : mention.end + 30])
        if match and kind_of("", match.group(1)) and head_kind(match.group(1)):
            return match.group(1)
    return ""


def _apposition(text: str, own: Sequence[Mention]) -> str:
    """Return the noun in ``the X Initiative, a partnership between …``, or an empty string."""
    for mention in own:
        match = _CALLED.match(text, mention.end)
        if match:
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
            key=lambda e: (
                e.statement in {Statement.DONE, Statement.ATTRIBUTED} and e.status != "proposed",
                e.date or "",
            ),
        )
    )


def _only_country(article: _Article, naming: Sequence[Sentence]) -> Party | None:
    """Return the one country that the naming sentences speak of as the lead, if there is one."""
    countries: dict[EntityId, tuple[Mention, Sentence]] = {}
    for sentence in naming:
        items = article.items(sentence)[0]
        for item in items[dateline_end(items) :]:
            mention = item.mention
            if mention is not None and mention.rule in {"country list", "demonym"}:
                countries.setdefault(mention.entity, (mention, sentence))
    if len(countries) != 1:
        return None
    ((mention, sentence),) = countries.values()
    evidence = Evidence(mention.name, sentence.span, "only country in its sentences")
    return Party(mention.entity, mention.name, "lead", evidence)
