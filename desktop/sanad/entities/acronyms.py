"""Acronyms in brackets and the names they stand for (after Schwartz and Hearst, 2003)."""

from typing import NamedTuple

from sanad.entities.context import INITIATIVE_NOUNS
from sanad.entities.reading import Candidate, Reading
from sanad.entities.rules import CONFIDENCE, SHOWN_FROM
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_SMALL = word_set("of the and for on in to a an & de la e y et des")
_NAMED_KINDS = frozenset({EntityKind.ORGANISATION, EntityKind.INITIATIVE})
_NO_ACRONYMS = word_set("phd md retd mp mep msc mba rtd ret us uk eu un ai ict it")
_REPLACED = frozenset({"unknown acronym", "city list, in context"})
_PERIODS_BACK = 12


class Definition(NamedTuple):
    """An acronym at one word, and the words it abbreviates."""

    acronym: int
    first: int
    end: int


def definitions(reading: Reading) -> list[Definition]:
    """Return the acronyms that brackets define, in order."""
    words = reading.words
    found: list[Definition] = []
    for index, surface in enumerate(words.surfaces):
        if surface != "(" or index == 0:
            continue
        acronym = index + 1
        if reading.key(acronym) in {"\u201c", '"', "the"}:
            acronym += 1
        if acronym >= len(words) or not _looks_short(reading, acronym):
            continue
        if reading.key(acronym + 1) not in {")", "\u201d", '"', ",", ";"}:
            continue
        first = long_form(reading, index, words.surfaces[acronym])
        if first is not None:
            found.append(Definition(acronym, first, index))
    return found


def _said_for_short(reading: Reading) -> list[int]:
    """Return the acronyms in ``…, RDC for short`` and ``…, or RDC``, behind a comma."""
    words = reading.words
    found = []
    for index, key in enumerate(words.keys):
        if key != ",":
            continue
        acronym = index + 1 + (reading.key(index + 1) == "or")
        after = [reading.key(k) for k in range(acronym + 1, acronym + 3)]
        is_named = after == ["for", "short"] or (acronym > index + 1 and after[:1] == [","])
        if is_named and acronym < len(words) and _looks_short(reading, acronym):
            found.append(acronym)
    return found


def _looks_short(reading: Reading, index: int) -> bool:
    surface = reading.words.surfaces[index]
    letters = surface.replace(".", "").replace("&", "")
    return (
        2 <= len(letters) <= 10
        and surface[0].isalpha()
        and sum(c.isupper() for c in letters) >= 2
        and letters.isalnum()
    )


def long_form(reading: Reading, bracket: int, acronym: str) -> int | None:
    """Return the first word of the name before *bracket* that *acronym* abbreviates, or None.

    Letters are matched from the last to the first; the first must begin a word.
    """
    words = reading.words
    letters = [c.lower() for c in acronym if c.isalnum()]
    if letters[-1:] == ["s"] and acronym[-1] == "s" and len(letters) > 2:
        letters.pop()
    initials = _by_initials(reading, bracket, letters)
    if initials is not None:
        return initials
    index = bracket - 1
    lowest = max(0, bracket - min(len(letters) + 5, len(letters) * 2) - 1)
    position = len(letters) - 1
    while position >= 0 and index >= lowest:
        key = words.keys[index]
        if words.surfaces[index] in {".", "\n", ";", ")"}:
            return None
        at = len(key) - 1
        while at >= 0 and position >= 0:
            if key[at] == letters[position] and (position > 0 or at == 0):
                if position == 0:
                    return index if words.surfaces[index][0].isalpha() else None
                position -= 1
            at -= 1
        index -= 1
    return None


def _by_initials(reading: Reading, bracket: int, letters: list[str]) -> int | None:
    """Return where the initials of the words before *bracket* spell the acronym exactly."""
    for skips_small in (True, False):
        position = len(letters) - 1
        index = bracket - 1
        while index >= max(0, bracket - _PERIODS_BACK):
            key = reading.words.keys[index]
            if not key[0].isalnum() and key not in {"&", "'s", ","}:
                break
            small = key in _SMALL or not key[0].isalnum()
            if small and (skips_small or key[0] != letters[position]):
                index -= 1
                continue
            if key[0] != letters[position]:
                break
            if position == 0:
                return index
            position -= 1
            index -= 1
    return None


def with_definitions(
    reading: Reading, found: list[Candidate], defined: list[Definition]
) -> tuple[list[Candidate], dict[str, Candidate]]:
    """Return the candidates with long forms added, and what each defined acronym stands for."""
    meanings: dict[str, Candidate] = {}
    by_end = {c.end: c for c in found}
    inside = {k for c in found for k in range(c.first + 1, c.end - 1)}
    longer_ones: list[Candidate] = []
    for definition in defined:
        surface = reading.words.surfaces[definition.acronym].replace(".", "")
        ending = by_end.get(definition.end)
        if ending is None and definition.acronym in inside:
            continue  # an acronym inside a name belongs to the name
        if ending is None or (
            ending.first > definition.first and ending.kind is not EntityKind.TECHNOLOGY
        ):
            longer = _long_candidate(reading, definition, ending)
            if longer is not None:
                longer_ones.append(longer)
                ending = longer
        if ending is not None and ending.rule == "several unknown words":
            body = ending._replace(kind=EntityKind.ORGANISATION, rule="long form of an acronym")
            longer_ones.append(body)
            ending = body
        if ending is not None:
            meanings.setdefault(surface, ending)
    if longer_ones:
        taken = {k for c in longer_ones for k in range(c.first, c.end)}
        found = [c for c in found if taken.isdisjoint(range(c.first, c.end))]
        found.extend(longer_ones)
    ends = {c.end: c for c in found if c.kind in _NAMED_KINDS}
    for acronym in _said_for_short(reading):
        comma = acronym - 1 - (reading.key(acronym - 1) == "or")
        if comma in ends:
            meanings.setdefault(_letters(reading, acronym), ends[comma])
    _read_reversed(reading, found, meanings)
    for short in _bracket_names(reading, found):
        found.append(short)
        if short.end - short.first == 1 and _looks_short(reading, short.first):
            meanings.setdefault(_letters(reading, short.first), ends[short.first - 1])
    found.sort()
    return found, meanings


def _letters(reading: Reading, index: int) -> str:
    return reading.words.surfaces[index].replace(".", "")


def _read_reversed(
    reading: Reading, found: list[Candidate], meanings: dict[str, Candidate]
) -> None:
    """Add ``RDC (Rural Data Commission)`` to *meanings*: the long form in the bracket."""
    for long in found:
        if long.kind not in _NAMED_KINDS or reading.key(long.first - 1) != "(":
            continue
        acronym = long.first - 2
        if acronym < 0 or reading.key(long.end) != ")" or not _looks_short(reading, acronym):
            continue
        letters = _letters(reading, acronym).lower()
        if letters[0] == reading.key(long.first)[0] and long.end - long.first > 1:
            meanings.setdefault(_letters(reading, acronym), long)


def _bracket_names(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Return the short names in brackets behind a long one: ``Undersecretariat … (Subtel)``."""
    ends = {c.end: c for c in found if c.kind in {EntityKind.ORGANISATION, EntityKind.INITIATIVE}}
    taken = {
        k
        for c in found
        for k in range(c.first, c.end)
        if CONFIDENCE[c.rule] >= SHOWN_FROM and c.rule not in _REPLACED
    }
    added = []
    for end, long in ends.items():
        index = end + 1
        stop = index + 1
        while reading.joins(stop) or reading.key(stop) in {"ii", "iii", "iv"}:
            stop += 1
        is_open = reading.key(end) == "(" and reading.key(stop) == ")"
        if not is_open or (index in taken and stop == index + 1):
            continue
        if len(reading.key(index)) < 2:
            continue
        if reading.key(index) in _NO_ACRONYMS or CONFIDENCE[long.rule] < SHOWN_FROM:
            continue
        match = reading.matches.get(index)
        if reading.is_capital_raw(index) and (match is None or match[1].rule == "city list"):
            added.append(
                Candidate(index, stop, long.kind, "bracket name", long.entity, long.name, long.sort)
            )
    firsts = {c.first for c in added}
    found[:] = [c for c in found if c.first not in firsts]
    return added


def _long_candidate(
    reading: Reading, definition: Definition, ending: Candidate | None
) -> Candidate | None:
    first, end = definition.first, definition.end
    if not reading.is_capital_raw(first) and not reading.is_ordinal(first):
        return None
    capitals = sum(reading.is_capital_raw(k) for k in range(first, end))
    if capitals * 2 < end - first:
        return None
    match = reading.gazetteer.match(reading.words, definition.acronym)
    kind, sort = EntityKind.ORGANISATION, ""
    noun = reading.next_word(definition.acronym + 2)
    if noun in INITIATIVE_NOUNS:
        kind, sort = EntityKind.INITIATIVE, INITIATIVE_NOUNS[noun]
    elif ending is not None:
        kind, sort = ending.kind, ending.sort
    elif match is not None:
        kind, sort = match[1].kind, match[1].sort
    else:
        for k in range(end - 1, first - 1, -1):
            head = reading.head_at(k)
            if head is not None and head[1].kind is not None:
                kind, sort = head[1].kind, head[1].sort
                if not head[1].is_weak:
                    break
    if kind in {EntityKind.PLACE, EntityKind.PERSON} and ending is not None:
        kind = EntityKind.ORGANISATION
    return reading.candidate(first, end, kind, "long form of an acronym", sort)
