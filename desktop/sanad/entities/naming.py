"""Walk through an article and let the rules name what they find, the surest rule first."""

import re

from sanad.entities.companies import company, names_business
from sanad.entities.context import noun_after, told_by_context
from sanad.entities.gazetteer import Entry
from sanad.entities.guesses import (
    compound,
    digital_country,
    ends_with_known,
    is_brand,
    unknown_run,
)
from sanad.entities.head_runs import with_number
from sanad.entities.headlines import lower_headline_verbs
from sanad.entities.heads import candidate_by_head, name_by_head
from sanad.entities.lookup import look_up
from sanad.entities.numbered import numbered, numbered_bill
from sanad.entities.persons import (
    after_honorific,
    after_role,
    by_given_name,
    is_title_inside,
    may_be_person,
    name_end,
    speaks,
)
from sanad.entities.places import (
    compass_place,
    dateline,
    is_placed,
    is_question,
    town_and_country,
)
from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_VERSION = re.compile(r"[2-9]\.0\Z")
_SINGLE_PLACES_IN_NAMES = frozenset({"country list", "place list", "city list"})
_ADJECTIVES = word_set(
    "general state national global international regional special joint country federal "
    "presidential royal union executive senior digital group"
)
_SURNAMES = word_set(
    "grant day park law hall house lake bay bill post fair banks pact show storm road"
)
_NEWSPAPERS = word_set(
    "times post herald tribune gazette journal daily star guardian nation sun standard telegraph "
    "observer mirror chronicle examiner news citizen mail independent globe"
)
_SURE_NOUNS = word_set("project programme program scheme initiative drive campaign")
_LETTERS = frozenset("eimdu")
_HEAD_FIRST = frozenset(
    {"ministry", "department", "parliament", "embassy", "cabinet", "directorate"}
)


def candidates(reading: Reading) -> list[Candidate]:
    """Return what the rules name, in order, none overlapping."""
    look_up(reading)
    lower_headline_verbs(reading)
    found: list[Candidate] = []
    index = 0
    count = len(reading.words)
    vocabulary = reading.gazetteer.vocabulary
    small_starts = vocabulary.role_firsts | vocabulary.modifiers
    upper, keys, matches = reading.words.upper, reading.words.keys, reading.matches
    while index < count:
        key = keys[index]
        if not (
            upper[index]
            or index in matches
            or key in small_starts
            or "0" <= key[:1] <= "9"
            or key in _LETTERS
        ):
            index += 1
            continue
        if key == "the" and index not in matches and not _begins_newspaper(reading, index):
            index += 1
            continue
        named, end = _named_at(reading, index)
        found.extend(named)
        index = max(end, index + 1, named[-1].end if named else 0)
    return found


def _begins_newspaper(reading: Reading, index: int) -> bool:
    """Whether the article belongs to the name, as in ``The Astana Times``."""
    if not reading.is_capital(index) or not reading.is_capital(index + 1):
        return reading.is_acronym(index)
    named = name_by_head(reading, index + 1)
    return named is not None and reading.key(named.end - 1) in _NEWSPAPERS


def _named_at(reading: Reading, index: int) -> tuple[list[Candidate], int]:
    words = reading.words
    if not words.upper[index]:
        return _named_by_small(reading, index)
    placed = dateline(reading, index)
    if placed is not None:
        return placed
    titled = after_honorific(reading, index)
    if titled is not None and titled[0]:
        return titled
    return _capitalised(reading, index)


def _named_by_small(reading: Reading, index: int) -> tuple[list[Candidate], int]:
    """Name what begins with a small word or a number."""
    first = reading.words.surfaces[index][0]
    match = reading.matches.get(index)
    if match is not None and not (first.isdigit() and reading.is_capital(match[0])):
        return [reading.known(index, *match)], match[0]
    if first.isdigit():
        return numbered(reading, index) or ([], index + 1)
    if len(reading.words.surfaces[index]) == 1 and reading.joins(index + 1):
        branded = _lettered(reading, index)
        if branded is not None:
            return [branded], branded.end
    vocabulary = reading.gazetteer.vocabulary
    key = reading.words.keys[index]
    if key in vocabulary.role_firsts or key in vocabulary.modifiers:
        return after_role(reading, index) or ([], index + 1)
    return [], index + 1


def _lettered(reading: Reading, index: int) -> Candidate | None:
    """Read ``e-Mongolia``: a letter joined to a name."""
    if reading.words.surfaces[index] not in _LETTERS or not reading.is_capital_raw(index + 1):
        return None
    told = noun_after(reading, index, index + 2)
    return told or reading.candidate(index, index + 2, EntityKind.TECHNOLOGY, "named technology")


def _capitalised(reading: Reading, index: int) -> tuple[list[Candidate], int]:
    special = numbered_bill(reading, index) or _twofold(reading, index)
    if special is not None:
        return [special], special.end
    match = reading.matches.get(index)
    named = name_by_head(reading, index) if _may_begin_name(reading, index) else None
    if (
        named is not None
        and named.head.words[-1] in _SURNAMES
        and reading.key(index) in reading.gazetteer.vocabulary.given_names
        and not reading.key(named.end - 1)[:1].isdigit()
    ):
        named = None
    office = reading.office_at(index)
    is_office = (
        named is None
        or named.head.kind is None
        or (office is not None and (office > named.end or not _is_adjective(reading, index)))
    )
    role = after_role(reading, index) if is_office and office is not None else None
    if role is not None:
        return role
    if named is not None and (match is None or named.end > match[0]):
        return _headed(reading, index, named.end)
    if match is None:
        return _unlisted(reading, index)
    return _listed(reading, index, match)


def _twofold(reading: Reading, index: int) -> Candidate | None:
    """Read ``the ISEAS - Yusof Ishak Institute``: an acronym, a dash and the name with its noun."""
    if reading.key(index + 1) not in {"-", "\u2013", "\u2014"} or not reading.is_acronym(index):
        return None
    before = reading.words.surfaces[index - 1] if index else ""
    named = name_by_head(reading, index + 2) if reading.is_capital(index + 2) else None
    if not before.islower() or named is None or named.head.kind is not EntityKind.ORGANISATION:
        return None
    return reading.candidate(index, named.end, EntityKind.ORGANISATION, "head noun")


def _is_adjective(reading: Reading, index: int) -> bool:
    """Whether a role's word may as well begin a name: ``General Assembly``, ``State Bank``."""
    return reading.key(index) in _ADJECTIVES or reading.role_at(index) is None


def _may_begin_name(reading: Reading, index: int) -> bool:
    if reading.is_capital(index):
        return True
    # A common word that opens a sentence may still be a name's first: "Digital Services Act".
    return (
        reading.words.opens[index]
        and reading.is_capital(index + 1)
        and (
            reading.key(index) in reading.gazetteer.vocabulary.portfolio
            or reading.head_at(index) is not None
        )
    )


def _headed(reading: Reading, index: int, end: int) -> tuple[list[Candidate], int]:
    """Return the name with its head, without a demonym that only says whose ministry it is."""
    named = name_by_head(reading, index)
    assert named is not None
    match = reading.matches.get(index)
    if match is not None and match[0] < end and reading.key(match[0]) in _HEAD_FIRST:
        inner = name_by_head(reading, match[0])
        if inner is not None and inner.end == end:
            found = candidate_by_head(reading, match[0], inner)
            before = [reading.known(index, *match)]
            return before + ([found] if found else []), end
    found = candidate_by_head(reading, index, named)
    return ([found] if found else []), end


def _listed(reading: Reading, index: int, match: tuple[int, Entry]) -> tuple[list[Candidate], int]:
    """Return what a list knows, or a longer name that it begins."""
    end, entry = match
    if reading.is_capital(end) and not reading.words.opens[end] and entry.kind is EntityKind.PLACE:
        inner = name_by_head(reading, end)
        named = candidate_by_head(reading, end, inner) if inner is not None else None
        if named is not None and reading.key(end) not in _HEAD_FIRST:
            rule, sort = named.rule, named.sort
            return [reading.candidate(index, named.end, named.kind, rule, sort)], named.end
    if entry.rule == "city list":
        placed = is_placed(reading, index, end)
        if not placed and entry.sort == "in context":
            return _unlisted(reading, index)
        if not placed and reading.key(index) in reading.gazetteer.vocabulary.given_names:
            person = by_given_name(reading, index)
            if person is not None:
                return person
        if entry.sort == "in context":
            entry = entry._replace(rule="city list, in context")
    if reading.is_capital(index):
        country = digital_country(reading, index)
        if country is not None and country[1] > end:
            return country
        longer = compound(reading, index, (end, entry))
        if longer is not None:
            return [longer], longer.end
        if entry.kind is EntityKind.TECHNOLOGY:
            programme = noun_after(reading, index, reading.run_end(index))
            if programme is not None and programme.end > end:
                return [programme], programme.end
    found = reading.known(index, end, entry)
    if (
        entry.kind is EntityKind.ORGANISATION
        and reading.is_year(end)
        and reading.is_acronym(index)
        and end - index == 1
        and not reading.joins(end)
        and not reading.joins(end + 1)
    ):
        meeting = reading.candidate(
            index, end + 1, EntityKind.INITIATIVE, "name with a year", "event"
        )
        return [meeting], end + 1
    numbered = with_number(reading, end) if entry.kind is EntityKind.INITIATIVE else end
    if numbered > end:
        end = numbered
        found = reading.candidate(index, end, entry.kind, entry.rule, entry.sort)
    return [found], end


def _unlisted(reading: Reading, index: int) -> tuple[list[Candidate], int]:
    """Name capitalised words that no list knows."""
    if is_question(reading, index) or names_business(reading, index):
        return [], index + 1
    if not reading.is_capital(index) and not _opens_with_name(reading, index):
        return [], index + 1
    if reading.is_calendar(index):
        return [], index + 1
    if reading.is_currency(index):
        return [], index + 1
    if reading.is_amount(index):
        return [], reading.run_end(index)
    end = _unknown_end(reading, index)
    if is_brand(reading.words.surfaces[index]) and end == index + 1:
        end = _with_version(reading, end)
    if reading.key(index) in reading.gazetteer.vocabulary.periods and (
        end == index + 1 or reading.joins(index + 1)
    ):
        return [], end
    country = digital_country(reading, index)
    if country is not None:
        return country
    person = by_given_name(reading, index)
    if person is not None and person[1] >= end:
        if reading.key(index - 1) == "the" and reading.key(person[1]) in _SURE_NOUNS:
            programme = noun_after(reading, index, person[1])
            if programme is not None:
                return [programme], programme.end
        return person
    placed = town_and_country(reading, index, end)
    if placed is not None:
        return placed
    compass = compass_place(reading, index, end)
    if compass is not None:
        return [compass], compass.end
    if end - index >= 2 and _VERSION.match(reading.key(end)) and not reading.words.opens[end]:
        version = reading.candidate(
            index, end + 1, EntityKind.INITIATIVE, "name with a version", "programme"
        )
        return [version], version.end
    found = ends_with_known(reading, index, end) or told_by_context(reading, index, end)
    if found is None and (end - index == 1 or not _is_person_like(reading, index, end)):
        found = company(reading, index, end)
    if found is not None:
        return [found], found.end
    if end - index >= 2:
        stop = name_end(reading, index)
        if stop - index >= 2 and speaks(reading, stop) and may_be_person(reading, index, stop):
            found_person = reading.candidate(index, stop, EntityKind.PERSON, "name that speaks")
            return [found_person], stop
    elif reading.key(end) in {"bin", "binti", "ibn", "van", "von", "de", "al", "ul", "el", "bint"}:
        stop = name_end(reading, index)
        if stop > end:
            return [
                reading.candidate(index, stop, EntityKind.PERSON, "several unknown words")
            ], stop
    return unknown_run(reading, index, end)


def _is_person_like(reading: Reading, first: int, end: int) -> bool:
    return may_be_person(reading, first, end) and name_end(reading, first) == end


def _with_version(reading: Reading, end: int) -> int:
    """Return the end with the small number in ``MareNostrum 5``."""
    key = reading.key(end)
    if key.isdigit() and len(key) <= 2 and reading.key(end + 1) in {",", ".", ")", "and", ";"}:
        return end + 1
    return end


def _opens_with_name(reading: Reading, index: int) -> bool:
    vocabulary = reading.gazetteer.vocabulary
    return (
        reading.words.opens[index]
        and reading.key(index) in vocabulary.given_names
        and reading.is_capital(index + 1)
    )


def _unknown_end(reading: Reading, index: int) -> int:
    """Return the end of the run before the next known name or role."""
    end = reading.run_end(index)
    for k in range(index + 1, end):
        if is_title_inside(reading, k):
            return k
        match = reading.matches.get(k)
        if match is not None and match[1].sort != "in context" and not reading.joins(k):
            if match[1].rule == "city list" and reading.key(index) in (
                reading.gazetteer.vocabulary.given_names
            ):
                continue
            return k
        if (
            reading.words.capital[k]
            and reading.role_at(k) is not None
            and (reading.key(k) not in reading.gazetteer.vocabulary.given_names)
        ):
            return k
    return end
