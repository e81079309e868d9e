"""Places: what a list may claim only in the right surroundings, datelines, ``Kutaisi, Georgia``."""

from sanad.entities.gazetteer import Entry
from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_LOCATIVES = word_set("in at from near outside across to around of")
_COMPASS = word_set(
    "north south east west northern southern eastern western northeast northwest southeast "
    "southwest north-east north-west south-east south-west central upper lower"
)
_PREFIXES = word_set("grand greater new san santa sao los las el")
_AUXILIARIES = word_set("can will may does did is are was should could would")
_DASHES = frozenset("\u2013\u2014-:(/")


def is_placed(reading: Reading, first: int, end: int) -> bool:
    """Whether the surroundings speak for a place rather than a person of the same name."""
    before = reading.key(first - 1)
    if before in _LOCATIVES:
        return not reading.is_capital(end) or reading.words.opens[end]
    if reading.key(end) == ",":
        after = reading.matches.get(end + 1)
        if after is not None and after[1].kind is EntityKind.PLACE:
            return True
    if before in {",", "and"}:
        return any(
            stop == first - 1 and entry.kind is EntityKind.PLACE and entry.rule != "demonym"
            for stop, entry in (
                reading.matches[k] for k in range(max(0, first - 4), first) if k in reading.matches
            )
        )
    return reading.key(end) == "-based" or (reading.joins(end) and reading.key(end) == "based")


def dateline(reading: Reading, first: int) -> tuple[list[Candidate], int] | None:
    """Read ``KIGALI -`` or ``Lusaka, 3 May —`` where a paragraph begins."""
    words = reading.words
    if first and words.surfaces[first - 1] != "\n":
        return None
    end = first
    while end < len(words) and words.surfaces[end][0].isupper() and end - first < 4:
        if end > first and end in reading.matches and first not in reading.matches:
            break
        end += 1
    if end == first or words.surfaces[first].lower() in {"update", "breaking", "exclusive"}:
        return None
    match = reading.matches.get(first)
    if match is not None and match[1].kind is EntityKind.PLACE and match[1].rule != "demonym":
        known_end, entry = match
        if _closes_dateline(reading, known_end):
            place = reading.known(first, known_end, _in_dateline(entry))
            return _with_agency(reading, place)
        return None
    is_upper = all(
        words.surfaces[k].isupper() and words.surfaces[k].isalpha() and len(words.surfaces[k]) > 2
        for k in range(first, end)
    )
    if not _closes_dateline(reading, end) or (reading.key(end) == ":" and not is_upper):
        return None
    if not is_upper and not _has_date_before_dash(reading, end):
        return None
    head = reading.head_at(end - 1)
    if head is not None and head[1].kind is not EntityKind.PLACE:
        return None
    found = reading.candidate(first, end, EntityKind.PLACE, "dateline")
    return _with_agency(reading, found._replace(name=found.name.title()))


def _with_agency(reading: Reading, place: Candidate) -> tuple[list[Candidate], int]:
    """Return the place of a dateline, its region and the agency in brackets, if unknown."""
    places = [place, *_region(reading, place.end)]
    for bracket in range(place.end, min(place.end + 7, len(reading.words))):
        if reading.key(bracket) != "(":
            continue
        end = bracket + 1
        while reading.is_capital_raw(end):
            end += 1
        if reading.key(end) == ")" and end > bracket + 1 and bracket + 1 not in reading.matches:
            agency = reading.candidate(bracket + 1, end, EntityKind.ORGANISATION, "dateline agency")
            return [*places, agency], end
    return places, places[-1].end


def _region(reading: Reading, comma: int) -> list[Candidate]:
    """Return the region in ``PULANG, East Java -``, as a list of at most one."""
    first = comma + 1
    if reading.key(comma) != "," or not reading.is_capital(first) or reading.is_calendar(first):
        return []
    match = reading.matches.get(first)
    if match is not None:
        is_place = match[1].kind is EntityKind.PLACE and match[1].rule != "demonym"
        return [reading.known(first, match[0], _in_dateline(match[1]))] if is_place else []
    end = reading.run_end(first)
    if end - first > 3 or reading.key(end) not in _DASHES | {","}:
        return []
    return [reading.candidate(first, end, EntityKind.PLACE, "dateline")]


def _in_dateline(entry: Entry) -> Entry:
    return entry._replace(rule="dateline" if entry.sort == "in context" else entry.rule)


def _closes_dateline(reading: Reading, end: int) -> bool:
    if reading.key(end) in _DASHES:
        return (
            reading.key(end) != "(" or _has_date_before_dash(reading, end) or _agency(reading, end)
        )
    return reading.key(end) in {",", "."} and _has_date_before_dash(reading, end)


def _agency(reading: Reading, end: int) -> bool:
    """Whether a bracket closes soon, and not in the middle of a sentence."""
    for k in range(end + 2, end + 6):
        if reading.key(k) == ")":
            after = reading.words.surfaces[k + 1] if k + 1 < len(reading.words) else ""
            return not after[:1].islower()
    return False


def _has_date_before_dash(reading: Reading, end: int) -> bool:
    """Whether a dash follows within a few words that hold only a date, a country or an agency."""
    months = reading.gazetteer.vocabulary.months
    saw_month = False
    for k in range(end, min(end + 10, len(reading.words))):
        key = reading.key(k)
        if key in {"\u2013", "\u2014", "-"}:
            return True
        if key in {"\n", "the", "and"}:
            return False
        saw_month |= key in months
        if key == ":" and saw_month:
            return True
    return False


def compass_place(reading: Reading, first: int, end: int) -> Candidate | None:
    """Read ``South Kivu`` or ``in Grand Bassam``: a part of the world and an unknown name."""
    key = reading.key(first)
    is_placed_so = reading.key(first - 1) in _LOCATIVES
    if key not in _COMPASS and not (key in _PREFIXES and is_placed_so):
        return None
    if not 2 <= end - first <= 3 or reading.words.in_heading[first] or reading.key(end) == "'s":
        return None
    vocabulary = reading.gazetteer.vocabulary
    if any(
        reading.key(k) in vocabulary.portfolio
        or reading.key(k) in vocabulary.common
        or reading.is_acronym(k)
        or reading.head_at(k) is not None
        for k in range(first + 1, end)
    ):
        return None
    return reading.candidate(first, end, EntityKind.PLACE, "compass and name")


def is_question(reading: Reading, first: int) -> bool:
    """Whether an auxiliary opens a question: ``Can Ankara lead?``, ``Will Lusaka follow?``."""
    if reading.key(first) not in _AUXILIARIES or not reading.words.opens[first]:
        return False
    for index in range(first + 1, min(first + 60, len(reading.words))):
        key = reading.key(index)
        if key == "?":
            return True
        if key in {".", "\n", "!"}:
            return False
    return False


def town_and_country(reading: Reading, first: int, end: int) -> tuple[list[Candidate], int] | None:
    """Read an unknown town before its country: ``Kutaisi, Georgia``."""
    if reading.key(end) != "," or end - first > 3:
        return None
    after = reading.matches.get(end + 1)
    if after is None or after[1].rule not in {"country list", "place list"}:
        return None
    if reading.key(first - 1) not in _LOCATIVES or reading.key(first - 1) == "of":
        return None
    if reading.key(after[0]) not in {",", ".", "\n", "", ")", "on", "last", "this", "where"}:
        return None
    return [reading.candidate(first, end, EntityKind.PLACE, "town and country")], end
