"""Names told by a noun in them: ``National AI Policy 2025``, ``Ministry of Trade and Industry``."""

from typing import NamedTuple

from sanad.entities.gazetteer import Head
from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_LISTED_FIELDS = word_set(
    "ministry ministries department committee subcommittee secretariat office commission council "
    "directorate directorate general bureau board faculty school"
)
_INSTITUTION_PREPOSITIONS = frozenset({"of", "for", "on", "against"})
_INITIATIVE_PREPOSITIONS = frozenset({"of", "for", "on", "against"})
_ACTION_ENDINGS = ("tion", "ment", "sion", "ance", "ence", "ity", "ing", "ship", "cy", "fer")
_ACTION_WORDS = word_set("freedom right rights access use women girls youth ease")
_LAW_OR_PLAN = word_set("law policy strategy programme event fund agreement")
_RELATIONS = word_set("cooperation partnership peace development security investment")
_MEETING_HEADS = frozenset({"meeting", "session", "round", "edition", "day", "days", "rules"})
_YEARED_LAWS = frozenset({"act", "bill", "ordinance", "rules", "regulations", "order"})
_NUMBERED = frozenset("law act resolution decree project directive regulation order bill".split())
_GENERIC_ACTS = frozenset(
    "edition version session meeting round phase implementation launch adoption publication signing "
    "presentation introduction approval ratification opening closing execution".split()
)
_PROJECT_NOUNS = frozenset({"project", "programme", "program", "scheme", "initiative"})
_MOST_OBJECTS = 3


class Named(NamedTuple):
    """The end of a name and the noun that tells what it names."""

    end: int
    head: Head
    rule: str


def name_by_head(reading: Reading, first: int) -> Named | None:
    """Return the longest name from word *first* on that one of its nouns explains, or None."""
    run = _run(reading, first)
    found = _last_head(reading, first, run)
    if found is None:
        return _joint(reading, first, run)
    at, end, head = found
    bare = at == first
    rule = "weak head noun" if head.is_weak else "head noun"
    extended = _with_object(reading, end, head, bare=bare)
    if extended > end:
        end, rule = extended, "head noun with object"
    elif bare and (numbered := _bare_with_name(reading, end, head)) > end:
        return Named(numbered, head, "head noun")
    elif bare and not (len(head.words) >= 3 and not reading.words.opens[first]):
        return _joint(reading, first, run)
    elif reading.is_ordinal(first) and at == first + 1 and not head.is_initial:
        return None  # "Second Meeting"
    if head.sort == "event" and rule == "head noun":
        end = _with_venue(reading, end)
    return Named(with_number(reading, end), head, rule)


def _bare_with_name(reading: Reading, end: int, head: Head) -> int:
    """Return the end of ``Project BRIDGE`` or ``Agenda 2063``; *end* itself if it is none."""
    if head.sort == "hazard" and reading.is_capital(end):
        return end + 1  # "Hurricane Beryl"
    if head.kind is not EntityKind.INITIATIVE or reading.words.opens[end - 1]:
        return end
    if reading.is_year(end) and head.sort in {"vision", "agenda", "programme", "strategy", "event"}:
        return with_number(reading, end)
    number = end + (reading.key(end) in {"no", "number"})
    number += reading.key(number) == "."
    if head.words[-1] in _NUMBERED and reading.key(number)[:1].isdigit():
        if number > end or len(reading.key(number)) != 4 or not reading.is_year(number):
            return number + 1
    if head.words[0] not in {"project", "plan", "programa", "operation", "mission"}:
        return end
    stop = end
    while reading.is_capital(stop) and not reading.words.opens[stop] and stop - end < 3:
        if reading.role_at(stop) is not None:
            break
        stop += 1
    return stop


def _with_venue(reading: Reading, end: int) -> int:
    """Return the end with the place in ``ICT Week Uzbekistan 2024``, which no word sets apart."""
    match = reading.matches.get(end)
    if match is None or match[1].kind is not EntityKind.PLACE or reading.words.opens[end]:
        return end
    if match[1].rule == "demonym" or reading.is_capital(match[0]):
        return end
    return match[0]


def _run(reading: Reading, first: int) -> int:
    """Return the end of the capitalised run, across an acronym in brackets within a name."""
    end = first if not reading.is_capital(first) else reading.run_end(first)
    if end == first:  # an ordinal or a year in front
        end = reading.run_end(first + 1) if reading.is_capital(first + 1) else first + 1
    end = _before_role(reading, first, end)
    years = with_number(reading, end) if reading.is_year(end) else end
    if years > end and reading.is_capital(years) and not reading.words.opens[years]:
        rest = _before_role(reading, years, reading.run_end(years))
        if _last_head(reading, years, rest) is not None:
            end = rest  # "DCO 2025–2028 Four-Year Agenda"
    if (
        reading.key(end) == "("
        and reading.key(end + 2) == ")"
        and reading.is_acronym(end + 1)
        and reading.is_capital(end + 3)
        and end - first >= 2
    ):
        rest = _before_role(reading, end + 3, reading.run_end(end + 3))
        if _last_head(reading, end + 3, rest) is not None:
            return rest
    return end


def _before_role(reading: Reading, first: int, end: int) -> int:
    """Return where a role interrupts the run (``Huawei Pakistan CEO …``), else its end."""
    for index in range(first + 1, end):
        if reading.words.capital[index]:
            role_end = reading.role_at(index)
            if role_end is not None and not (role_end < end and reading.head_at(role_end)):
                return index
    return end


def _last_head(reading: Reading, first: int, end: int) -> tuple[int, int, Head] | None:
    """Return the last head noun of the run; a weak one only if there is no other."""
    strong: tuple[int, int, Head] | None = None
    weak: tuple[int, int, Head] | None = None
    index = first
    while index < end:
        found = reading.head_at(index)
        if found is None or (found[0] > end and "of" not in found[1].words):
            index += 1
            continue
        if index == first and strong is None and not found[1].is_initial:
            index = found[0]
            continue
        if found[1].is_weak:
            weak = (index, *found)
        else:
            strong = (index, *found)
        index = found[0]
    if strong is not None:
        return strong
    if weak is not None and weak[0] - first >= 1 and not _is_only_trade(reading, first, weak[0]):
        return weak
    return None


def _is_only_trade(reading: Reading, first: int, end: int) -> bool:
    portfolio = reading.gazetteer.vocabulary.portfolio
    return all(reading.key(index) in portfolio for index in range(first, end))


def _with_object(reading: Reading, end: int, head: Head, *, bare: bool) -> int:
    """Return the end of ``of/for/on …`` after the head; *end* itself if it does not belong."""
    if not head.is_initial and not (head.words == ("city",) and reading.key(end) == "for"):
        return end
    preposition = reading.key(end)
    if (
        preposition == "to"
        and head.kind is EntityKind.INITIATIVE
        and reading.is_capital(end + 1)
        and end + 1 not in reading.matches
    ):
        return _title_end(reading, end + 1)
    allowed = (
        _INITIATIVE_PREPOSITIONS
        if head.kind is EntityKind.INITIATIVE
        else _INSTITUTION_PREPOSITIONS
    )
    if preposition not in allowed:
        return end
    start = end + 1
    if head.kind is EntityKind.INITIATIVE and head.words[-1] in _MEETING_HEADS:
        return end
    if reading.key(start) in {"the", "an", "a"}:
        start += 1
    if not (
        reading.is_capital(start)
        or _is_year_span(reading, start)
        or (reading.is_ordinal(start) and reading.is_capital(start + 1))
    ):
        return end
    vocabulary = reading.gazetteer.vocabulary
    if reading.key(start) in vocabulary.days or reading.key(start) in vocabulary.months:
        return end
    if preposition == "of" and reading.is_year(start):
        return end
    if reading.role_at(start) is not None and reading.key(start) not in {"chief"}:
        return end
    if head.kind is EntityKind.INITIATIVE and not bare and _is_country(reading, start):
        return end
    stop = _object_end(reading, start)
    if reading.key(stop) == "," and head.words[0] in _LISTED_FIELDS:
        stop = _list_end(reading, stop)
    for _ in range(_MOST_OBJECTS):
        further = _further(reading, stop, is_field=head.words[0] in _LISTED_FIELDS)
        if further == stop:
            break
        stop = further
    return stop


def _title_end(reading: Reading, start: int) -> int:
    """Return the end of a title whose words are capitalised: ``… to Promote the Transition``."""
    end = reading.run_end(start)
    while True:
        following = end
        while reading.key(following) in {"the", "of", "and", "to", "for", "in", "on", "a"}:
            following += 1
        if following == end or following - end > 2 or not reading.is_capital(following):
            return end
        if reading.role_at(following) is not None:
            return end
        end = reading.run_end(following)


def _is_year_span(reading: Reading, index: int) -> bool:
    return reading.is_year(index) and reading.joins(index + 1) and reading.is_year(index + 1)


def _is_country(reading: Reading, start: int) -> bool:
    """Whether a country alone is spoken of: ``AI strategy of Kenya`` is no longer name."""
    match = reading.matches.get(start)
    if match is None or match[1].rule != "country list":
        return False
    return not reading.is_capital(match[0]) or reading.words.opens[match[0]]


def _object_end(reading: Reading, start: int) -> int:
    """Return the end of one capitalised object, with ``and …`` where it goes on."""
    if reading.is_year(start):
        return start + 1
    end = _before_role(reading, start, reading.run_end(start))
    end = _before_person(reading, start, end)
    while reading.key(end) in {"and", "&"} and _goes_on(reading, end + 1):
        following = reading.run_end(end + 1)
        end = _before_person(reading, end + 1, _before_role(reading, end + 1, following))
    return end


def _before_person(reading: Reading, start: int, end: int) -> int:
    """Return where a person's name begins after words of trade, else *end*."""
    vocabulary = reading.gazetteer.vocabulary
    for index in range(start + 1, end):
        if (
            reading.key(index) in vocabulary.given_names
            and reading.key(index) not in vocabulary.portfolio
            and reading.key(index - 1) in vocabulary.portfolio
            and index not in reading.matches
            and index + 1 < end
        ):
            return index
    return end


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether the word after ``and`` still belongs to the object before it."""
    if not reading.is_capital(index) or reading.role_at(index) is not None:
        return False
    vocabulary = reading.gazetteer.vocabulary
    if reading.honorifics_end(index) > index:
        return False
    match = reading.matches.get(index)
    if match is not None and match[1].kind is not EntityKind.TECHNOLOGY:
        return False
    key = reading.key(index)
    if key in vocabulary.portfolio:
        end = reading.run_end(index)
        found = _last_head(reading, index, end)
        return found is None or found[2].is_weak
    if key in vocabulary.given_names or reading.is_acronym(index):
        return False
    return name_by_head(reading, index) is None and reading.run_end(index) - index <= 3


def _list_end(reading: Reading, comma: int) -> int:
    """Return the end of ``, Trade and Industry`` from *comma* on; *comma* if no such list."""
    vocabulary = reading.gazetteer.vocabulary
    end = comma
    while reading.key(end) == ",":
        start = end + 1
        is_last = reading.key(start) in {"and", "&"}
        start += is_last
        if not reading.is_capital(start) or reading.key(start) not in vocabulary.portfolio:
            return comma
        stop = _trade_end(reading, start)
        if reading.key(stop) in {"and", "&"} and reading.key(stop + 1) in vocabulary.portfolio:
            return _trade_end(reading, stop + 1)
        if is_last:
            return stop
        end = stop
    return comma


def _trade_end(reading: Reading, start: int) -> int:
    vocabulary = reading.gazetteer.vocabulary
    end = start
    while reading.is_capital(end) and reading.key(end) in vocabulary.portfolio:
        end += 1
    return end


def _further(reading: Reading, end: int, *, is_field: bool) -> int:
    """Return the end of one more ``of/for/in …``; *end* itself if none belongs."""
    preposition = reading.key(end)
    start = end + 1
    if preposition in {"for", "until"} and _is_year_span(reading, start):
        return start + 2
    if preposition in {"until", "towards"} and reading.is_year(start):
        return start + 1
    if reading.key(start) == "the":
        start += 1
    if not reading.is_capital(start) or reading.role_at(start) is not None:
        return end
    if reading.key(start) in reading.gazetteer.vocabulary.months:
        return end
    last = reading.key(end - 1)
    if preposition == "in" and not (
        last in _RELATIONS
        or (is_field and reading.key(start) in reading.gazetteer.vocabulary.portfolio)
    ):
        return end
    if preposition not in {"of", "for", "in", "on"}:
        return end
    if preposition in {"for", "on"} and not last.endswith(_ACTION_ENDINGS):
        return end
    if preposition == "of" and not (
        last.endswith(_ACTION_ENDINGS) or last in _ACTION_WORDS or reading.head_at(end - 1)
    ):
        return end
    return _object_end(reading, start)


def _joint(reading: Reading, first: int, end: int) -> Named | None:
    """Return ``Science and Technology Policy`` or ``Prevention of Electronic Crimes Act``."""
    connector = reading.key(end)
    if connector == "," and end - first == 1:
        return _listed_fields(reading, first)
    start = end + 1
    if reading.key(start) == "the" and connector != "and":
        start += 1
    if connector not in {"and", "&", "of", "for", "in", "on"} or not reading.is_capital(start):
        return None
    match = reading.matches.get(first)
    if match is not None and match[0] >= end and match[1].kind is not EntityKind.TECHNOLOGY:
        return None
    last = reading.key(end - 1)
    if last in _GENERIC_ACTS:
        return None
    portfolio = reading.gazetteer.vocabulary.portfolio
    is_trade = last in portfolio
    is_action = last.endswith(_ACTION_ENDINGS) or last in _ACTION_WORDS
    if not (is_trade if connector in {"and", "&"} else is_action):
        return None
    if connector in {"and", "&"} and reading.key(start) not in portfolio:
        return None
    run = _before_role(reading, start, reading.run_end(start))
    found = _last_head(reading, start, run)
    if found is None or found[0] == start or found[2].is_weak or found[2].kind is None:
        return None
    if connector not in {"and", "&"} and found[2].sort not in _LAW_OR_PLAN:
        return None
    stop = _with_object(reading, found[1], found[2], bare=False)
    return Named(with_number(reading, stop), found[2], "head noun with object")


def _listed_fields(reading: Reading, first: int) -> Named | None:
    """Return ``Ports, Customs and Free Zone Corporation``."""
    portfolio = reading.gazetteer.vocabulary.portfolio
    index = first
    while reading.is_capital(index) and reading.key(index) in portfolio and index - first < 12:
        stop = _trade_end(reading, index)
        if reading.key(stop) == ",":
            index = stop + 1
            continue
        if reading.key(stop) not in {"and", "&"}:
            return None
        run = reading.run_end(stop + 1) if reading.is_capital(stop + 1) else stop
        found = _last_head(reading, stop + 1, run) if run > stop else None
        if found is None or found[2].kind is not EntityKind.ORGANISATION or found[2].is_weak:
            return None
        return Named(found[1], found[2], "head noun with object")
    return None


def with_number(reading: Reading, end: int) -> int:
    """Return the end with a year, a span of years or a version that belongs to the name."""
    words = reading.words
    if end >= len(words) or words.opens[end]:
        return end
    key = reading.key(end)
    if key == "," and reading.is_year(end + 1) and reading.key(end - 1) in _YEARED_LAWS:
        return end + 2
    if reading.is_year(end):
        if reading.joins(end + 1) and reading.key(end + 1).isdigit():
            return end + 2
        return end + 1
    if key in {"ii", "iii", "iv"} and words.surfaces[end].isupper():
        return end + 1
    if key.replace(".", "").isdigit() and "." in key and len(key) <= 4:
        return end + 1
    return end


def candidate_by_head(reading: Reading, first: int, named: Named) -> Candidate | None:
    """Return the candidate of a name by its head; None if it names nothing we list."""
    kind, sort = named.head.kind, named.head.sort
    if kind is None:
        return None
    if kind is EntityKind.ORGANISATION and named.head.words == ("assembly",):
        if reading.is_ordinal(first):
            kind, sort = EntityKind.INITIATIVE, "event"
    if kind is EntityKind.PLACE and named.rule == "head noun with object":
        kind = EntityKind.ORGANISATION  # "City for Science and Technology"
    if kind is EntityKind.ORGANISATION and reading.key(named.end) in _PROJECT_NOUNS:
        kind, sort = EntityKind.INITIATIVE, "programme"
    rule = "place noun" if kind is EntityKind.PLACE else named.rule
    return reading.candidate(first, named.end, kind, rule, sort)
