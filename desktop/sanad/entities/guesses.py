"""Names that no list and no noun explains: told by what stands around them, or only guessed."""

from sanad.entities.persons import by_given_name, may_be_person, name_end, speaks
from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

INITIATIVE_NOUNS = {
    "programme": "programme", "programmes": "programme", "program": "programme",
    "initiative": "programme", "initiatives": "programme", "project": "programme",
    "projects": "programme", "scheme": "programme", "strategy": "strategy", "vision": "vision",
    "campaign": "programme", "agenda": "agenda", "blueprint": "blueprint", "roadmap": "strategy",
    "drive": "programme", "plan": "programme", "mission": "programme", "fund": "fund",
    "conference": "event", "summit": "event", "forum": "forum", "exhibition": "event",
    "expo": "event", "hackathon": "event", "bootcamp": "programme", "accelerator": "programme",
    "agreement": "agreement", "pact": "agreement", "policy": "policy", "bill": "law", "act": "law",
    "law": "law", "fair": "event", "festival": "event", "framework": "policy",
    "declaration": "agreement", "treaty": "agreement", "corridor": "corridor",
    "partnership": "partnership", "challenge": "programme",
}  # fmt: skip
_TECHNOLOGY_NOUNS = word_set(
    "app application platform system chatbot model models software portal wallet supercomputer chip "
    "chips satellite satellites network processor assistant"
)
_ORGANISATION_NOUNS = word_set(
    "company firm group startup start-up bank newspaper agency regulator operator conglomerate "
    "subsidiary consortium researchers engineers executives shares"
)
_PLACE_NOUNS = word_set(
    "province district city region village town county governorate island port state"
)
_LOCATIVES = word_set("in at from near outside across around visiting")
_CALLED = word_set("called named dubbed titled entitled codenamed branded")
_COUNTRY_PREFIXES = word_set(
    "digital smart e connected startup skill vision invest cyber green innovative creative new "
    "clean discover study open data ai tech code future"
)


def digital_country(reading: Reading, first: int) -> tuple[list[Candidate], int] | None:
    """Read ``Digital Bangladesh``, perhaps with a year: a programme named after its country."""
    if reading.key(first) not in _COUNTRY_PREFIXES:
        return None
    start = first + 1
    while start < first + 3 and reading.is_capital(start) and start not in reading.matches:
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


def organisation_with_place(reading: Reading, first: int) -> tuple[list[Candidate], int] | None:
    """Read ``Huawei Pakistan``: an organisation's branch in a country or city."""
    match = reading.matches.get(first)
    if match is None or match[1].kind is not EntityKind.ORGANISATION:
        return None
    place = reading.matches.get(match[0])
    if place is None or place[1].kind is not EntityKind.PLACE or place[1].rule == "demonym":
        return None
    if reading.words.opens[match[0]] or (
        reading.head_at(place[0]) and reading.is_capital(place[0])
    ):
        return None
    found = reading.candidate(first, place[0], EntityKind.ORGANISATION, "organisation with place")
    return [found], place[0]


def named_by_noun_after(
    reading: Reading, first: int, end: int
) -> tuple[list[Candidate], int] | None:
    """Read ``AI for Science programme`` or ``the DigiSkills scheme`` by the small noun behind."""
    stop = _with_connector(reading, first, end)
    noun = reading.next_word(stop)
    if reading.words.opens[stop - 1] and stop - first == 1:
        return None
    if noun in INITIATIVE_NOUNS and not _is_known_alone(reading, first, stop):
        sort = INITIATIVE_NOUNS[noun]
        return [
            reading.candidate(first, stop, EntityKind.INITIATIVE, "named programme", sort)
        ], stop
    if stop != end:
        return None
    for nouns, kind, rule in (
        (_TECHNOLOGY_NOUNS, EntityKind.TECHNOLOGY, "named technology"),
        (_ORGANISATION_NOUNS, EntityKind.ORGANISATION, "named organisation"),
        (_PLACE_NOUNS, EntityKind.PLACE, "named place"),
    ):
        if noun in nouns and not _is_trade(reading, first, end) and first not in reading.matches:
            return [reading.candidate(first, end, kind, rule)], end
    return None


def _with_connector(reading: Reading, first: int, end: int) -> int:
    """Return the end across ``for``, ``in`` or ``4`` if a programme noun follows at last."""
    if reading.key(end) in {"for", "in", "to", "4", "of", "and"} and reading.is_capital(end + 1):
        match = reading.matches.get(first)
        if match is not None and match[1].kind is not EntityKind.TECHNOLOGY and match[0] == end:
            return end
        if reading.role_at(first) is not None:
            return end
        stop = reading.run_end(end + 1)
        if reading.next_word(stop) in INITIATIVE_NOUNS and reading.key(end) not in {"of", "and"}:
            return stop
    return end


def _is_known_alone(reading: Reading, first: int, end: int) -> bool:
    """Whether the words are nothing but known names or words of trade: ``UNDP``, ``AI``."""
    index = first
    vocabulary = reading.gazetteer.vocabulary
    while index < end:
        match = reading.matches.get(index)
        if match is not None and match[0] <= end and match[1].kind is not EntityKind.INITIATIVE:
            index = match[0]
        elif (
            end - first == 1
            and (reading.key(index) in vocabulary.portfolio or reading.is_acronym(index))
        ) or reading.key(index) in vocabulary.modifiers:
            index += 1
        else:
            return False
    return True


def _is_trade(reading: Reading, first: int, end: int) -> bool:
    portfolio = reading.gazetteer.vocabulary.portfolio
    return all(reading.key(index) in portfolio for index in range(first, end))


def called(reading: Reading, first: int, end: int) -> tuple[list[Candidate], int] | None:
    """Read what a noun before introduces: ``a programme called Ubuntu``, ``the start-up Lelapa``."""
    index = first - 1
    while reading.key(index) in {"\u201c", '"', "\u2018", "the", "a", "an", "as"}:
        index -= 1
    word = reading.key(index)
    noun = word
    if word in _CALLED or (word == "known" and reading.key(index + 1) == "as"):
        noun = next(
            (
                reading.key(k)
                for k in range(index - 1, max(index - 4, -1), -1)
                if reading.key(k) in INITIATIVE_NOUNS
                or reading.key(k) in _TECHNOLOGY_NOUNS
                or reading.key(k) in _ORGANISATION_NOUNS
            ),
            "",
        )
    elif index != first - 1 and reading.key(index) != "of":
        return None
    elif word == "of" and reading.key(index - 1) == "vision" and index != first - 1:
        noun = "vision"
    if not noun or _is_known_alone(reading, first, end) or noun == word == "state":
        return None
    if noun in INITIATIVE_NOUNS and (
        noun != word or noun in {"programme", "initiative", "project"}
    ):
        sort = INITIATIVE_NOUNS[noun]
        return [reading.candidate(first, end, EntityKind.INITIATIVE, "called", sort)], end
    if noun in _TECHNOLOGY_NOUNS:
        return [reading.candidate(first, end, EntityKind.TECHNOLOGY, "called")], end
    if noun in _ORGANISATION_NOUNS and noun not in {"researchers", "engineers", "executives"}:
        return [reading.candidate(first, end, EntityKind.ORGANISATION, "called")], end
    return None


def unknown_run(reading: Reading, first: int, end: int) -> tuple[list[Candidate], int]:
    """Guess at capitalised words that nothing explains."""
    words = reading.words
    if words.in_heading[first]:
        return [], end
    if end - first == 1:
        return _single(reading, first), end
    person = by_given_name(reading, first)
    if person is not None:
        return person
    stop = name_end(reading, first)
    if stop - first >= 2 and may_be_person(reading, first, stop) and stop - first <= 5:
        if reading.is_year(stop) and stop == end:
            return _with_year(reading, first, stop), stop + 1
        if not _is_acronym_or_brand(reading, first, stop):
            rule = "name that speaks" if speaks(reading, stop) else "several unknown words"
            return [reading.candidate(first, stop, EntityKind.PERSON, rule)], stop
    if reading.is_year(end):
        return _with_year(reading, first, end), end + 1
    kind = (
        EntityKind.INITIATIVE if _is_trade(reading, first, first + 1) else EntityKind.ORGANISATION
    )
    rule = "unknown words of trade"
    if kind is EntityKind.INITIATIVE and not _is_trade(reading, first, end) and end - first >= 3:
        rule = "brand with words of trade"
    elif kind is EntityKind.ORGANISATION and _is_acronym_or_brand(reading, first, end):
        rule = "unknown brand"
    return [reading.candidate(first, end, kind, rule, "programme")], end


def _with_year(reading: Reading, first: int, end: int) -> list[Candidate]:
    """``Expo Terra 2027``: most likely an event, or a plan named after its last year."""
    year = int(reading.key(end))
    sort = "vision" if year % 5 == 0 and year >= 2030 else "event"
    return [reading.candidate(first, end + 1, EntityKind.INITIATIVE, "name with a year", sort)]


def _is_acronym_or_brand(reading: Reading, first: int, end: int) -> bool:
    return any(
        reading.is_acronym(i) or is_brand(reading.words.surfaces[i])
        for i in range(first, end)
        if not (i > first and reading.words.surfaces[i].isupper() and end - first == 2)
    )


def is_brand(surface: str) -> bool:
    """Whether capitals stand inside the word, as in ``TraceTogether``, or digits end it."""
    inner = surface[1:]
    if surface.startswith(("Mc", "Mac", "O'", "O\u2019", "De", "Al", "El", "Di", "La", "Le")):
        return False
    return (any(c.isupper() for c in inner) and any(c.islower() for c in surface)) or (
        surface[0].isalpha() and any(c.isdigit() for c in inner) and len(surface) <= 6
    )


def _single(reading: Reading, index: int) -> list[Candidate]:
    words = reading.words
    surface = words.surfaces[index]
    vocabulary = reading.gazetteer.vocabulary
    key = words.keys[index]
    if key in vocabulary.periods or len(surface) < 2 or key in vocabulary.days:
        return []
    if reading.is_year(index + 1) and not reading.joins(index + 1) and not words.opens[index]:
        if key not in vocabulary.months and key not in vocabulary.portfolio:
            return _with_year(reading, index, index + 1)
    if reading.is_acronym(index):
        return [reading.candidate(index, index + 1, EntityKind.ORGANISATION, "unknown acronym")]
    if key in vocabulary.portfolio or reading.role_at(index) is not None or reading.head_at(index):
        return []
    if is_brand(surface):
        return [reading.candidate(index, index + 1, EntityKind.ORGANISATION, "unknown brand")]
    if words.opens[index]:
        if reading.key(index + 1) in {"said", "told", "added"}:
            return [reading.candidate(index, index + 1, EntityKind.PERSON, "unknown single name")]
        return []
    if reading.key(index - 1) in _LOCATIVES:
        place = reading.candidate(index, index + 1, EntityKind.PLACE, "preposition and name")
        return [place]
    kind = EntityKind.PERSON if speaks(reading, index + 1) else EntityKind.ORGANISATION
    return [reading.candidate(index, index + 1, kind, "unknown single name")]
