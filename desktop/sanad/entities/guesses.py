"""Names that no list, no noun and no context explains: compounds of known names, and guesses."""

from sanad.entities.context import INITIATIVE_NOUNS, is_trade, told_by_context
from sanad.entities.gazetteer import Entry
from sanad.entities.head_runs import with_number
from sanad.entities.persons import by_given_name, may_be_person, name_end, speaks
from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_LOCATIVES = word_set("in at from near outside across around visiting")
_COUNTRY_PREFIXES = word_set(
    "digital smart e connected startup skill vision invest cyber green innovative creative "
    "new clean discover study open data ai tech code future"
)
_NOT_LOCATED = word_set(
    "invest invests invested investing investment stake stakes share shares interest "
    "interested confidence trust written fluent majored trained skilled coded programmed "
    "believe believes faith stakes position role"
)
_AFTER_TOWN = word_set(
    ". , ; : ) on last this next where for to with after during and is was will that when since by"
)
_MODEL_WORDS = frozenset({"gpt", "llm"})
_CURRENCIES = word_set(
    "franc francs rupee rupees dollar dollars riyal riyals dirham dirhams dinar dinars"
)
_COMPANY_WORDS = word_set("international global technology technologies research digital energy")
_NATION_WORDS = frozenset({"nation", "government", "economy", "society", "new"})
_AMOUNTS = word_set("million billion trillion crore lakh")
_INNER_CAPITALS = (
    *("Mc", "Mac", "De", "Al", "El", "Di", "La", "Le"),
    *("O'", "O\u2019", "D'", "D\u2019"),
)


def digital_country(reading: Reading, first: int) -> tuple[list[Candidate], int] | None:
    """Read ``Digital Bangladesh``, perhaps with a year: a programme named after its country."""
    if reading.key(first) not in _COUNTRY_PREFIXES:
        return None
    start = first + 1
    if reading.key(start) in _NATION_WORDS and reading.is_capital(start):
        start += 1
    match = reading.matches.get(start)
    if match is None or match[1].rule not in {"country list", "city list", "place list"}:
        return None
    if reading.key(first) == "new" and not reading.is_year(match[0]):
        return None
    end = match[0]
    if reading.is_capital(end) and not reading.words.opens[end]:
        return None
    end += reading.is_year(end)
    sort = INITIATIVE_NOUNS.get(reading.next_word(end), "programme")
    found = reading.candidate(first, end, EntityKind.INITIATIVE, "digital country", sort)
    return [found], end


def compound(reading: Reading, first: int, match: tuple[int, Entry]) -> Candidate | None:
    """Read a known name and unknown words behind it as one: ``Tallinn Mechanism``."""
    end, entry = match
    stop = _unknown_stop(reading, end)
    if entry.kind is EntityKind.ORGANISATION and stop == end and _is_company_word(reading, end):
        stop = end + 1
    place = reading.matches.get(stop)
    if (
        entry.kind is EntityKind.INITIATIVE
        and place is not None
        and stop == end
        and place[1].kind is EntityKind.PLACE
        and place[1].rule != "demonym"
        and not reading.words.opens[stop]
        and not reading.is_capital(place[0])
    ):
        last = with_number(reading, place[0])
        return reading.candidate(first, last, entry.kind, "initiative with more words", entry.sort)
    if (
        entry.kind is EntityKind.PLACE
        and place is not None
        and stop == end
        and reading.key(end) in _MODEL_WORDS
        and not reading.words.opens[end]
    ):
        return reading.candidate(first, place[0], EntityKind.TECHNOLOGY, "named technology")
    if (
        entry.kind is EntityKind.ORGANISATION
        and place is not None
        and place[1].kind is EntityKind.PLACE
        and place[1].rule != "demonym"
        and reading.is_capital(stop)
        and not reading.words.opens[stop]
        and not (reading.head_at(place[0]) and reading.is_capital(place[0]))
    ):
        return reading.candidate(
            first, place[0], EntityKind.ORGANISATION, "organisation with place"
        )
    if stop == end or entry.rule == "demonym":
        return None
    person = by_given_name(reading, end)
    if person is not None or (speaks(reading, stop) and entry.kind is EntityKind.PLACE):
        return None
    told = told_by_context(reading, first, stop)
    if told is not None:
        return told
    if entry.kind is EntityKind.ORGANISATION:
        return reading.candidate(
            first, stop, EntityKind.ORGANISATION, "organisation with more words"
        )
    if entry.kind is EntityKind.INITIATIVE:
        return reading.candidate(first, stop, entry.kind, "initiative with more words", entry.sort)
    if entry.kind is EntityKind.PLACE and not reading.words.in_heading[first]:
        return reading.candidate(first, stop, EntityKind.ORGANISATION, "place with more words")
    return None


def _is_company_word(reading: Reading, index: int) -> bool:
    return (
        reading.key(index) in _COMPANY_WORDS
        and reading.is_capital(index)
        and not reading.words.opens[index]
        and not reading.is_capital(index + 1)
    )


def _is_nameless(reading: Reading, index: int) -> bool:
    vocabulary = reading.gazetteer.vocabulary
    return reading.key(index) in vocabulary.common and not is_brand(reading.words.surfaces[index])


def _unknown_stop(reading: Reading, index: int) -> int:
    """Return the end of the unknown capitalised words that follow directly at *index*."""
    vocabulary = reading.gazetteer.vocabulary
    start = index
    while (
        reading.is_capital(index)
        and not reading.words.opens[index]
        and (
            index not in reading.matches
            or (reading.matches[index][1].kind is EntityKind.TECHNOLOGY and index > start)
        )
        and not _is_nameless(reading, index)
        and reading.role_at(index) is None
        and reading.honorifics_end(index) == index
        and reading.key(index) not in vocabulary.months
        and not reading.words.in_heading[index]
        and index - start < 4
    ):
        index += 1
    if index == start + 1 and reading.joins(start):
        return start
    return index


def ends_with_known(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``Satu Data Indonesia`` and ``Indosat Ooredoo Hutchison``: unknown words, then known."""
    match = reading.matches.get(end)
    if match is None or reading.words.opens[end] or not reading.is_capital(end):
        return None
    if reading.role_at(first) is not None or reading.words.in_heading[first]:
        return None
    stop, entry = match
    key = reading.key(first)
    if key in reading.gazetteer.vocabulary.given_names or is_trade(reading, first, end):
        return None
    if reading.key(end - 1) in reading.gazetteer.vocabulary.periods:
        return None
    if entry.kind is EntityKind.ORGANISATION and reading.words.surfaces[end].istitle():
        stop = _unknown_stop(reading, stop)
        return reading.candidate(
            first, stop, EntityKind.ORGANISATION, "organisation with more words"
        )
    if entry.kind is EntityKind.TECHNOLOGY and reading.key(end) in _MODEL_WORDS:
        return reading.candidate(first, stop, EntityKind.TECHNOLOGY, "named technology")
    if entry.rule == "city list" and end - first == 1 and speaks(reading, stop):
        return reading.candidate(first, stop, EntityKind.PERSON, "name before a role")
    if (
        entry.kind is EntityKind.TECHNOLOGY
        and reading.words.surfaces[end].istitle()
        and reading.is_capital(stop - 1)
    ):
        return reading.candidate(
            first, stop, EntityKind.ORGANISATION, "unknown words with a known name"
        )
    if entry.rule in {"country list", "place list"} and not reading.is_capital(stop):
        told = told_by_context(reading, first, stop)
        return told or reading.candidate(
            first, stop, EntityKind.ORGANISATION, "unknown words with a known name"
        )
    return None


def unknown_run(reading: Reading, first: int, end: int) -> tuple[list[Candidate], int]:
    """Guess at capitalised words that nothing explains."""
    words = reading.words
    if words.in_heading[first]:
        return [], end
    if end - first == 1:
        return _single(reading, first), end
    if reading.width(first, end) == 1:
        return _hyphenated(reading, first, end), end
    person = by_given_name(reading, first)
    if person is not None:
        return person
    stop = name_end(reading, first)
    if 2 <= stop - first <= 5 and may_be_person(reading, first, stop):
        if reading.is_year(stop) and stop == end:
            return _with_year(reading, first, stop), stop + 1
        if not has_brand(reading, first, stop):
            if reading.key(first - 1) in {"the", "a", "an"} and not words.opens[first]:
                found = reading.candidate(
                    first, end, EntityKind.ORGANISATION, "unknown words after an article"
                )
                return [found], end
            return [
                reading.candidate(first, stop, EntityKind.PERSON, _person_rule(reading, stop))
            ], stop
    if reading.is_year(end):
        return _with_year(reading, first, end), end + 1
    return [_trade_or_brand(reading, first, end)], end


def _person_rule(reading: Reading, stop: int) -> str:
    return "name that speaks" if speaks(reading, stop) else "several unknown words"


def _trade_or_brand(reading: Reading, first: int, end: int) -> Candidate:
    """Words of trade are more often a programme than an organisation."""
    if is_trade(reading, first, first + 1):
        whole = is_trade(reading, first, end) or end - first < 3
        rule = "unknown words of trade" if whole else "brand with words of trade"
        return reading.candidate(first, end, EntityKind.INITIATIVE, rule, "programme")
    rule = "unknown brand" if has_brand(reading, first, end) else "unknown words of trade"
    return reading.candidate(first, end, EntityKind.ORGANISATION, rule)


def _with_year(reading: Reading, first: int, end: int) -> list[Candidate]:
    """``Expo Terra 2027``: most likely an event, or a plan named after its last year."""
    year = int(reading.key(end))
    sort = "vision" if year % 5 == 0 and year >= 2030 else "event"
    return [reading.candidate(first, end + 1, EntityKind.INITIATIVE, "name with a year", sort)]


def has_brand(reading: Reading, first: int, end: int) -> bool:
    """Whether an acronym or an inner capital among the words speaks against a person."""
    return any(
        reading.is_acronym(i) or is_brand(reading.words.surfaces[i])
        for i in range(first, end)
        if not (i > first and len(reading.words.surfaces[i]) > 3 and end - first == 2)
    )


def is_brand(surface: str) -> bool:
    """Whether capitals stand inside the word, as in ``TraceTogether``, or digits end it."""
    inner = surface[1:]
    if surface.startswith(_INNER_CAPITALS):
        return False
    if any(c.isupper() for c in inner) and any(c.islower() for c in surface):
        return True
    return surface[0].isalpha() and any(c.isdigit() for c in inner) and len(surface) <= 6


def _hyphenated(reading: Reading, first: int, end: int) -> list[Candidate]:
    """Guess at one word with hyphens; a party before a state (``R-Texas``) is only the state."""
    match = reading.gazetteer.match(reading.words, end - 1)
    if len(reading.words.surfaces[first]) == 1:
        return [reading.known(end - 1, *match)] if match is not None else []
    if reading.key(first - 1) in _LOCATIVES:
        rule = "in a town" if reading.key(first - 1) in {"in", "at"} else "preposition and name"
        return [reading.candidate(first, end, EntityKind.PLACE, rule)]
    if any(reading.key(k) in reading.gazetteer.vocabulary.portfolio for k in range(first, end)):
        return []
    rule = "unknown brand" if has_brand(reading, first, end) else "unknown single name"
    return [reading.candidate(first, end, EntityKind.ORGANISATION, rule)]


def _is_in_town(reading: Reading, index: int) -> bool:
    """Whether ``in`` stands before the name and the clause ends or a date follows behind it."""
    if reading.key(index - 1) != "in" or reading.key(index - 2) in _NOT_LOCATED:
        return False
    after = reading.key(index + 1)
    return (
        after in _AFTER_TOWN
        or reading.is_calendar(index + 1)
        or after in (reading.gazetteer.vocabulary.months)
    )


def _is_agreement(reading: Reading, index: int) -> bool:
    """Whether an acronym is a treaty's: ``AKFTA``, or ``… trade agreement (AKTA)``."""
    if reading.words.surfaces[index].endswith(("FTA", "CEPA", "ECPA")):
        return True
    noun = reading.key(index - 2)
    return (
        reading.key(index - 1) == "("
        and reading.key(index + 1) == ")"
        and not reading.is_capital(index - 2)
        and INITIATIVE_NOUNS.get(noun) == "agreement"
    )


def _single(reading: Reading, index: int) -> list[Candidate]:
    words = reading.words
    surface, key = words.surfaces[index], words.keys[index]
    vocabulary = reading.gazetteer.vocabulary
    if key in vocabulary.periods or len(surface) < 2 or key in vocabulary.days:
        return []
    named_year = reading.is_year(index + 1) and not reading.joins(index + 1)
    if (
        named_year
        and not words.opens[index]
        and key not in vocabulary.months | vocabulary.portfolio
    ):
        return _with_year(reading, index, index + 1)
    if reading.is_acronym(index):
        after = reading.key(index + 1)
        if after in _AMOUNTS or after in _CURRENCIES or after[:1].isdigit():
            return []
        if _is_agreement(reading, index):
            pact = reading.candidate(
                index, index + 1, EntityKind.INITIATIVE, "agreement by its letters", "agreement"
            )
            return [pact]
        return [reading.candidate(index, index + 1, EntityKind.ORGANISATION, "unknown acronym")]
    if key in vocabulary.portfolio or reading.role_at(index) is not None or reading.head_at(index):
        return []
    if is_brand(surface):
        if reading.key(index + 1) in _AMOUNTS or any(c.isdigit() for c in surface):
            return []
        return [reading.candidate(index, index + 1, EntityKind.ORGANISATION, "unknown brand")]
    if words.opens[index]:
        if reading.key(index + 1) in {"and", ","} and reading.is_capital(index + 2):
            name = reading.candidate(
                index, index + 1, EntityKind.ORGANISATION, "unknown single name"
            )
            return [name]
        if reading.key(index + 1) in {"said", "told", "added"}:
            return [reading.candidate(index, index + 1, EntityKind.PERSON, "unknown single name")]
        return []
    if _is_in_town(reading, index):
        return [reading.candidate(index, index + 1, EntityKind.PLACE, "in a town")]
    if reading.key(index - 1) in _LOCATIVES:
        return [reading.candidate(index, index + 1, EntityKind.PLACE, "preposition and name")]
    kind = EntityKind.PERSON if speaks(reading, index + 1) else EntityKind.ORGANISATION
    return [reading.candidate(index, index + 1, kind, "unknown single name")]
