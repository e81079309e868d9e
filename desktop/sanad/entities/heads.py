"""Names told by a noun in them: ``National AI Policy 2025``, ``Ministry of Trade and Industry``."""

from sanad.entities.gazetteer import Head
from sanad.entities.head_objects import ACTION_ENDINGS, ACTION_WORDS, with_object
from sanad.entities.head_runs import before_role, head_run, last_head, trade_end, with_number
from sanad.entities.reading import Candidate, Named, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_LAW_OR_PLAN = word_set("law policy strategy programme event fund agreement")
_NUMBERED = word_set("law act resolution decree project directive regulation order bill")
_GENERIC_ACTS = word_set(
    "edition version session meeting round phase implementation launch adoption publication "
    "signing presentation introduction approval ratification opening closing execution"
)
_FOREIGN_LINKS = word_set("de do da del des du di la dos das della e y et para pour le")
_MEMBERS = word_set("unions union workers deputies labour labor employers")
_UNIONS = Head(("congress",), EntityKind.ORGANISATION, "", is_initial=True, is_weak=False)
_SERVICES = frozenset({"service", "department", "directorate", "force"})
_BEFORE_NAMES = word_set("project plan programa operation mission proyecto projeto projet exercise")
_FOR_GOOD = frozenset({"tech", "data", "ict", "innovation", "technology"})
_PROJECT = Head(("project",), EntityKind.INITIATIVE, "programme", is_initial=True, is_weak=False)
_CONNECTORS = frozenset({"and", "&", "of", "for", "in", "on", "to"})
_WATERS = frozenset({"gulf", "strait", "sea", "bay", "isle"})
_VENUE_WORDS = frozenset({"convention", "conference", "exhibition"})
_PROJECT_NOUNS = frozenset(
    {"project", "programme", "program", "scheme", "initiative", "exercise", "drill"}
)


def name_by_head(reading: Reading, first: int) -> Named | None:
    """Return the longest name from word *first* on that one of its nouns explains, or None."""
    known = reading.named_by_head
    if first not in known:
        known[first] = _read_name(reading, first)
    return known[first]


def _read_name(reading: Reading, first: int) -> Named | None:
    run = head_run(reading, first)
    members = _congress_of(reading, run)
    if members > run:
        return Named(members, _UNIONS, "head noun with object")
    found = last_head(reading, first, run)
    if found is None:
        return _joint(reading, first, run)
    at, end, head = found
    bare = at == first
    if not bare and reading.key(end - 1) in _VENUE_WORDS:
        venue = _joint(reading, first, run)
        if venue is not None:
            return venue
    if head.kind is EntityKind.PLACE and reading.key(first) in _BEFORE_NAMES and not bare:
        return Named(end, _PROJECT, "head noun")  # "Project Green Island"
    if bare and reading.words.in_heading[first]:
        return None
    if head.is_weak:
        joint = _joint(reading, first, run)
        if joint is not None:
            return joint
    rule = "weak head noun" if head.is_weak else "head noun"
    is_numbered = reading.key(first)[:1].isdigit() and at == first + 1
    extended = with_object(reading, end, head, bare=bare, is_numbered=is_numbered)
    if extended > end:
        end, rule = extended, "head noun with object"
    elif bare and (numbered := _bare_with_name(reading, end, head)) > end:
        return Named(numbered, head, "head noun")
    elif bare and not (len(head.words) >= 3 and not reading.words.opens[first]):
        return _joint(reading, first, run)
    elif reading.is_ordinal(first) and at == first + 1 and not head.is_initial:
        return None  # "Second Meeting"
    if head.kind is EntityKind.INITIATIVE and not bare and rule == "head noun":
        end = _with_second_head(reading, end)
        if head.sort == "law" and reading.key(end) == "of" and reading.is_year(end + 1):
            end += 2
    if head.words[-1] in _SERVICES and not bare:
        end = _with_field_behind(reading, end)
    if head.sort == "event" and rule == "head noun":
        end = _with_venue(reading, end)
    if head.kind is EntityKind.ORGANISATION and not bare and rule == "head noun":
        end = _with_country(reading, end)
    return Named(with_number(reading, end), head, rule)


def _bare_with_name(reading: Reading, end: int, head: Head) -> int:
    """Return the end of ``Project BRIDGE`` or ``Agenda 2063``; *end* itself if it is none."""
    if head.sort == "prefix" and head.kind is EntityKind.ORGANISATION:
        return _foreign_name(reading, end)
    if head.sort == "hazard" and reading.is_capital(end):
        return end + 1  # "Hurricane Beryl"
    if head.sort in {"prefix", "water"} and head.kind is EntityKind.PLACE:
        return _with_place_name(reading, end)
    if head.kind is not EntityKind.INITIATIVE:
        return end
    if reading.words.opens[end - 1] and not _opens_numbered(reading, end, head):
        return end
    if reading.is_year(end) and head.sort in {"vision", "agenda", "programme", "strategy", "event"}:
        return with_number(reading, end)
    number = end + (reading.key(end) in {"no", "number"})
    number += reading.key(number) == "."
    if (
        head.words[-1] in _NUMBERED
        and reading.key(number)[:1].isdigit()
        and (number > end or not reading.is_year(number))
    ):
        while reading.joins(number + 1) and reading.key(number + 1).isdigit():
            number += 1  # "Law 05-20"
        if reading.key(number + 1) == "/" and reading.key(number + 2).isdigit():
            number += 2  # "Bill 2338/2023"
        is_dated = reading.key(number + 1) == "of" and reading.is_year(number + 2)
        return number + 3 if is_dated else number + 1
    if head.words[0] not in _BEFORE_NAMES:
        return end
    stop = end
    while reading.is_capital(stop) and not reading.words.opens[stop] and stop - end < 3:
        if reading.role_at(stop) is not None:
            break
        stop += 1
    return stop


def _opens_numbered(reading: Reading, end: int, head: Head) -> bool:
    """Whether ``Law No. 32048`` or ``Project BRIDGE`` opens the sentence."""
    if head.words[-1] in _NUMBERED and reading.key(end) in {"no", "number"}:
        return True
    return (
        head.words[0] in {"project", "operation"}
        and not reading.words.in_heading[end - 1]
        and reading.is_capital(end)
        and (reading.is_acronym(end) or reading.head_at(end) is None)
        and reading.key(end) not in reading.gazetteer.vocabulary.portfolio
    )


def _foreign_name(reading: Reading, end: int) -> int:
    """Return the end of ``Banco do Brasil`` or ``Compagnie Solaire`` behind its first word."""
    while True:
        following = end
        while following - end < 2 and reading.key(following) in _FOREIGN_LINKS:
            following += 1
        if not reading.is_capital(following) or reading.words.opens[following]:
            return end
        if reading.role_at(following) is not None or reading.words.in_heading[following]:
            return end
        end = following + 1


def _congress_of(reading: Reading, end: int) -> int:
    """Return the end of ``Congress of South African Trade Unions``; *end* if it is none."""
    start = end + 1 + (reading.key(end + 1) == "the")
    if reading.key(end - 1) != "congress" or reading.key(end) != "of":
        return end
    if not reading.is_capital(start):
        return end
    stop = reading.run_end(start)
    return stop if reading.key(stop - 1) in _MEMBERS else end


def _with_place_name(reading: Reading, end: int) -> int:
    """Return the end of ``Mount Kenya``, ``St Lucia`` or ``Lake Turkana``."""
    is_short = reading.key(end) == "." and reading.key(end - 1) in {"st", "mt", "ft"}
    end += is_short
    if (
        not reading.is_capital_raw(end)
        or (reading.words.opens[end] and not is_short)
        or reading.is_acronym(end)
    ):
        return end - is_short
    if reading.role_at(end) is not None or reading.head_at(end) is not None:
        return end
    if reading.key(end) in reading.gazetteer.vocabulary.portfolio:
        return end
    stop = end + 1
    while reading.joins(stop):
        stop += 1
    return stop


def _with_second_head(reading: Reading, end: int) -> int:
    """Return the end of ``… Strategy and Action Plan``: a second bare head behind ``and``."""
    if reading.key(end) not in {"and", "&"} or not reading.is_capital(end + 1):
        return end
    second = reading.head_at(end + 1)
    if second is None or second[1].kind is not EntityKind.INITIATIVE or second[1].is_weak:
        return end
    return end if reading.is_capital(second[0]) else second[0]


def _with_country(reading: Reading, end: int) -> int:
    """Return the end with the country in ``Solar Solutions Namibia``."""
    match = reading.matches.get(end)
    if match is None or match[1].rule != "country list" or reading.words.opens[end]:
        return end
    is_last = not reading.is_capital(match[0]) and not reading.joins(match[0])
    return match[0] if is_last and reading.key(match[0]) != "'s" else end


def _with_field_behind(reading: Reading, end: int) -> int:
    """Return the end of ``Fire Service and Civil Defence``: fields without a noun of their own."""
    stop = reading.run_end(end + 1) if reading.is_capital(end + 1) else end
    if reading.key(end) not in {"and", "&"} or not 2 <= stop - end - 1 <= 3:
        return end
    portfolio = reading.gazetteer.vocabulary.portfolio
    is_field = all(reading.key(k) in portfolio for k in range(end + 1, stop))
    return stop if is_field and last_head(reading, end + 1, stop) is None else end


def _with_venue(reading: Reading, end: int) -> int:
    """Return the end with the place in ``ICT Week Uzbekistan 2024``, which no word sets apart."""
    match = reading.matches.get(end)
    if match is None or match[1].kind is not EntityKind.PLACE or reading.words.opens[end]:
        return end
    if match[1].rule == "demonym" or reading.is_capital(match[0]):
        return end
    return match[0]


def _joint(reading: Reading, first: int, end: int) -> Named | None:
    """Return ``Science and Technology Policy`` or ``Prevention of Electronic Crimes Act``."""
    connector = reading.key(end)
    if connector == "," and end - first == 1:
        return _listed_fields(reading, first)
    start = end + 1
    if reading.key(start) == "the" and connector != "and":
        start += 1
    if connector not in _CONNECTORS or not reading.is_capital(start):
        return None
    match = reading.matches.get(first)
    if match is not None and match[0] >= end and match[1].kind is not EntityKind.TECHNOLOGY:
        return None
    last = reading.key(end - 1)
    if last in _GENERIC_ACTS:
        return None
    portfolio = reading.gazetteer.vocabulary.portfolio
    is_trade = last in portfolio or last.endswith(("tion", "ment", "ance"))
    is_action = last.endswith(ACTION_ENDINGS) or last in ACTION_WORDS
    if connector == "for" and (last in _FOR_GOOD or match is not None):
        is_action = True  # "AI for Good Summit"
    if not (is_trade if connector in {"and", "&"} else is_action):
        return None
    if connector in {"and", "&"} and reading.key(start) not in portfolio:
        return None
    run = before_role(reading, start, reading.run_end(start))
    found = last_head(reading, start, run)
    if found is None or found[0] == start or found[2].is_weak or found[2].kind is None:
        return None
    if connector not in {"and", "&"} and found[2].sort not in _LAW_OR_PLAN:
        return None
    stop = with_object(reading, found[1], found[2], bare=False)
    return Named(with_number(reading, stop), found[2], "head noun with object")


def _listed_fields(reading: Reading, first: int) -> Named | None:
    """Return ``Ports, Customs and Free Zone Corporation``."""
    portfolio = reading.gazetteer.vocabulary.portfolio
    index = first
    while reading.is_capital(index) and reading.key(index) in portfolio and index - first < 12:
        stop = trade_end(reading, index)
        if reading.key(stop) == ",":
            index = stop + 1
            continue
        if reading.key(stop) not in {"and", "&"}:
            return None
        run = reading.run_end(stop + 1) if reading.is_capital(stop + 1) else stop
        found = last_head(reading, stop + 1, run) if run > stop else None
        if found is None or found[2].kind is not EntityKind.ORGANISATION or found[2].is_weak:
            return None
        return Named(found[1], found[2], "head noun with object")
    return None


def candidate_by_head(reading: Reading, first: int, named: Named) -> Candidate | None:
    """Return the candidate of a name by its head; None if it names nothing we list."""
    kind, sort = named.head.kind, named.head.sort
    if kind is None:
        return None
    if named.head.words == ("assembly",) and reading.is_ordinal(first):
        kind, sort = EntityKind.INITIATIVE, "event"
    if named.head.words == ("assembly",) and reading.is_year(named.end - 1):
        kind, sort = EntityKind.INITIATIVE, "event"
    if (
        kind is EntityKind.PLACE
        and named.rule == "head noun with object"
        and reading.key(first) not in _WATERS
    ):
        kind = EntityKind.ORGANISATION  # "City for Science and Technology"
    if kind is not EntityKind.INITIATIVE and reading.key(named.end) in _PROJECT_NOUNS:
        kind, sort = EntityKind.INITIATIVE, "programme"
    rule = "place noun" if kind is EntityKind.PLACE else named.rule
    return reading.candidate(first, named.end, kind, rule, sort)
