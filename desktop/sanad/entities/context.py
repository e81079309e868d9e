"""What the words around an unknown name say it is: ``the start-up X``, ``X, a state portal``."""

from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

INITIATIVE_NOUNS = {
    "programme": "programme",
    "programmes": "programme",
    "program": "programme",
    "initiative": "programme",
    "initiatives": "programme",
    "project": "programme",
    "projects": "programme",
    "scheme": "programme",
    "strategy": "strategy",
    "vision": "vision",
    "campaign": "programme",
    "agenda": "agenda",
    "blueprint": "blueprint",
    "roadmap": "strategy",
    "drive": "programme",
    "plan": "programme",
    "mission": "programme",
    "fund": "fund",
    "conference": "event",
    "summit": "event",
    "forum": "forum",
    "exhibition": "event",
    "expo": "event",
    "hackathon": "event",
    "bootcamp": "programme",
    "accelerator": "programme",
    "agreement": "agreement",
    "pact": "agreement",
    "policy": "policy",
    "bill": "law",
    "act": "law",
    "law": "law",
    "fair": "event",
    "festival": "event",
    "framework": "policy",
    "declaration": "agreement",
    "treaty": "agreement",
    "corridor": "corridor",
    "partnership": "partnership",
    "challenge": "programme",
    "cable": "programme",
    "exercise": "event",
    "exercises": "event",
    "drill": "event",
    "drills": "event",
    "manoeuvres": "event",
    "crusade": "programme",
}
_TECHNOLOGY_NOUNS = word_set(
    "app application platform system chatbot model models software portal wallet "
    "supercomputer chip chips satellite satellites processor assistant sign-on browser engine "
    "tool super-app gateway dashboard database registry"
)
_ORGANISATION_NOUNS = word_set(
    "company firm group startup start-up bank newspaper agency regulator operator "
    "conglomerate subsidiary consortium giant maker chipmaker carrier developer ngo provider "
    "broadcaster daily weekly magazine think-tank nonprofit charity watchdog retailer lender "
    "manufacturer airline contractor foundation venture unicorn arm affiliate organisation "
    "organization institute university union association news distributor incubator lab "
    "supplier outlet cluster"
)
_PEOPLE_OF = word_set("researchers engineers executives shares shareholders employees staff")
_PLACE_NOUNS = word_set(
    "province district city region village town county governorate island port state capital "
    "suburb desert salt river valley basin peninsula mountains coast oasis plateau islands delta "
    "lake estuary highlands"
)
_CALLED = word_set("called named dubbed titled entitled codenamed branded")
_STOPS = word_set(
    "of for that which who in from with founded based led and , . ; ( run built backed owned "
    "by at on to as where whose developed created used modelled is was has will said"
)
_COMPASS = word_set("north south east west northeast northwest southeast southwest near outside")
_LAUNCHING = word_set(
    "launch launched launches launching unveil unveiled unveils introduce introduced "
    "introduces propose proposed adopt adopted adopts approve approved sign signed announce "
    "announced inaugurate inaugurated implement implemented implementing under roll rolled "
    "rolling drop dropped presented endorse endorsed endorses ratified ratify joined join "
    "establish established"
)
_SURE_LAUNCHING = word_set("launch launched launches unveil unveiled unveils implement implemented")
_BUILT_ON = word_set("based built runs running modelled hosted trained")
_BETWEEN = word_set(
    "training incentive digital national government state mobile online pilot flagship cloud "
    "payment payments messaging news research funding education innovation cooperation "
    "support grant identity health learning development investment regional"
)
_HEADS_OF = word_set(
    "executive ceo founder president chairman chair head director co-founder chief"
)


def _kind_of_noun(noun: str) -> tuple[EntityKind, str] | None:
    if noun in INITIATIVE_NOUNS:
        return EntityKind.INITIATIVE, INITIATIVE_NOUNS[noun]
    if noun in _TECHNOLOGY_NOUNS:
        return EntityKind.TECHNOLOGY, ""
    if noun in _ORGANISATION_NOUNS or noun in _PEOPLE_OF:
        return EntityKind.ORGANISATION, ""
    if noun in _PLACE_NOUNS:
        return EntityKind.PLACE, ""
    return None


_AFTER_RULES = {
    EntityKind.INITIATIVE: "named programme",
    EntityKind.TECHNOLOGY: "named technology",
    EntityKind.ORGANISATION: "named organisation",
    EntityKind.PLACE: "named place",
}


def told_by_context(reading: Reading, first: int, end: int) -> Candidate | None:
    """Return the unknown words as what their surroundings say they are, or None."""
    for rule in (
        noun_after,
        noun_before,
        apposition,
        office_of,
        takes_place,
        foundation,
        object_of_launch,
    ):
        found = rule(reading, first, end)
        if found is not None:
            return found
    return None


def noun_after(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``AI for Science programme`` or ``the Bulikula system`` by the small noun behind."""
    stop = _with_connector(reading, first, end)
    told = _kind_of_noun(reading.next_word(stop))
    if told is None and reading.key(stop) in _BETWEEN:
        told = _kind_of_noun(reading.key(stop + 1))
    if told is None or reading.is_capital(stop):
        return None
    if stop - first == 1 and reading.key(first) in reading.gazetteer.vocabulary.periods:
        return None
    kind, sort = told
    if stop - first == 1 and reading.words.opens[first]:
        return None
    if kind is EntityKind.INITIATIVE:
        if _is_known_alone(reading, first, stop):
            return None
    elif stop != end or is_trade(reading, first, end) or first in reading.matches:
        return None
    return reading.candidate(first, stop, kind, _AFTER_RULES[kind], sort)


def _with_connector(reading: Reading, first: int, end: int) -> int:
    """Return the end across ``for``, ``in`` or ``to`` if a programme noun follows at last."""
    if reading.key(end) not in {
        "for",
        "in",
        "to",
        "4",
        "a",
        "your",
        "my",
        "every",
    } or not reading.is_capital(end + 1):
        return end
    match = reading.matches.get(first)
    if match is not None and match[1].kind is not EntityKind.TECHNOLOGY and match[0] == end:
        return end
    if reading.role_at(first) is not None:
        return end
    stop = reading.run_end(end + 1)
    return stop if reading.next_word(stop) in INITIATIVE_NOUNS else end


def _is_known_alone(reading: Reading, first: int, end: int) -> bool:
    """Whether the words are nothing but known names or words of trade: ``UNDP``, ``AI``."""
    index = first
    vocabulary = reading.gazetteer.vocabulary
    while index < end:
        match = reading.matches.get(index)
        if match is not None and match[0] <= end and match[1].kind is not EntityKind.INITIATIVE:
            index = match[0]
        elif (
            reading.key(index) in vocabulary.modifiers
            or reading.key(index) in vocabulary.periods
            or (
                end - first == 1
                and (
                    reading.key(index) in vocabulary.portfolio
                    or (reading.is_acronym(index) and not reading.joins(index + 1))
                )
            )
        ):
            index += 1
        else:
            return False
    return True


def is_trade(reading: Reading, first: int, end: int) -> bool:
    """Whether all words are those of ministries and programmes, such as ``Digital Economy``."""
    portfolio = reading.gazetteer.vocabulary.portfolio
    return all(reading.key(index) in portfolio for index in range(first, end))


def noun_before(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``a programme called Ubuntu``, ``the start-up Lelapa``, ``the city of Solo``."""
    index = first - 1
    quoted = False
    while reading.key(index) in {"\u201c", '"', "\u2018"}:
        index -= 1
        quoted = True
    if reading.key(index) in {"the", "a", "an", "as"} and reading.key(index - 1) in _CALLED | {
        "known",
        "of",
        "as",
    }:
        index -= 1
    word = reading.key(index)
    is_title = reading.is_capital(index) and not (quoted and word in INITIATIVE_NOUNS)
    if is_title or (reading.words.opens[first] and not quoted):
        return None
    noun = word
    named = False
    if word in _CALLED | {"known"} or (word == "as" and reading.key(index - 1) == "known"):
        named = True
        noun = next(
            (
                reading.key(k)
                for k in range(index - 1, max(index - 5, -1), -1)
                if _kind_of_noun(reading.key(k)) is not None
            ),
            "",
        )
    elif word == "of":
        noun = reading.key(index - 1)
        if noun not in _PLACE_NOUNS and not (noun == "vision" and index != first - 1):
            return None
    told = _kind_of_noun(noun)
    if told is None or _is_known_alone(reading, first, end):
        return None
    kind, sort = told
    if kind is EntityKind.INITIATIVE and not (
        named or quoted or word == "of" or noun in {"programme", "initiative", "project", "scheme"}
    ):
        return None
    if noun in _PEOPLE_OF or (kind is EntityKind.PLACE and noun == "state" and word != "of"):
        return None
    if kind is EntityKind.ORGANISATION and end - first >= 2 and not named:
        key = reading.key(first)
        if key in reading.gazetteer.vocabulary.given_names:
            return None
    return reading.candidate(first, end, kind, "called", sort)


def apposition(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``Alat, a PIF company`` and ``Malham, north of the capital``."""
    if reading.key(end) != ",":
        return None
    start = end + 1
    if reading.key(start) in _COMPASS:
        return reading.candidate(first, end, EntityKind.PLACE, "described")
    if reading.key(start) not in {"a", "an", "the", "its", "another", "one"}:
        return None
    told = None
    for index in range(start + 1, min(start + 9, len(reading.words))):
        key = reading.key(index)
        if reading.role_at(index) is not None:
            return None
        if key in _STOPS:
            break
        told = _kind_of_noun(key) or told
    if told is None:
        return None
    kind, sort = told
    if kind is EntityKind.INITIATIVE and is_trade(reading, first, end):
        return None
    return reading.candidate(first, end, kind, "described", sort)


def office_of(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``chief executive of Indosat``."""
    if reading.key(first - 1) != "of" or reading.key(first - 2) not in _HEADS_OF:
        return None
    if is_trade(reading, first, end):
        return None
    return reading.candidate(first, end, EntityKind.ORGANISATION, "office of")


def takes_place(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``ITCN Asia will be held`` as an event."""
    following = [reading.key(k) for k in range(end, end + 4)]
    is_event = (
        ("held" in following[1:3] and following[0] in {"will", "was", "is", "to"})
        or following[:2] in (["took", "place"], ["takes", "place"], ["kicked", "off"])
        or following[:3] in (["will", "take", "place"], ["will", "kick", "off"])
        or (following[0] == "," and following[1] in {"held", "hosted"})
    )
    if not is_event or is_trade(reading, first, end):
        return None
    return reading.candidate(first, end, EntityKind.INITIATIVE, "takes place", "event")


def foundation(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``based on MOSIP`` as a technology."""
    if reading.key(first - 1) != "on" or reading.key(first - 2) not in _BUILT_ON:
        return None
    return reading.candidate(first, end, EntityKind.TECHNOLOGY, "named technology")


def object_of_launch(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``proposed the Digital Omnibus``: unknown words that something was done to."""
    if end - first < 2:
        return None
    index = first - 1
    saw_article = False
    while index >= 0 and reading.key(index) in {"the", "a", "its", "new", "\u201c", '"', "an"}:
        saw_article = True
        index -= 1
    if reading.key(index) not in _LAUNCHING or reading.is_capital(index):
        return None
    if not saw_article and not is_trade(reading, first, first + 1):
        by_verb = reading.key(index) in _SURE_LAUNCHING or (
            reading.key(index) == "introduced" and reading.key(end) == "in"
        )
        if not by_verb or reading.key(first) in reading.gazetteer.vocabulary.given_names:
            return None
    return reading.candidate(first, end, EntityKind.INITIATIVE, "object of a launch", "programme")
