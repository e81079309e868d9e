"""Other forms of a name within one article: acronyms, short forms, plurals, the bare head noun."""

from collections.abc import Iterable, Iterator

from sanad.entities.reading import PARTICLES, Candidate, Reading
from sanad.entities.rules import CONFIDENCE, SHOWN_FROM
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

Key = tuple[str, ...]
_COMMON_FIRST_NAMES = word_set(
    "syed sayed muhammad mohammad mohammed mohamed abdul abdel abu al el ul bin haji khawaja "
    "sheikh dr maria jean"
)
_MOST_ALIKE = 300
"""Names that share a word; beyond this a collection, not an article, is being read."""
_FOLDED_KINDS = (EntityKind.ORGANISATION, EntityKind.INITIATIVE)


def short_forms(reading: Reading, found: Iterable[Candidate]) -> dict[Key, Candidate]:
    """Return the short forms of the persons named in full; a form of two persons is nobody's."""
    forms: dict[Key, Candidate | None] = {}
    for person in found:
        if person.kind is not EntityKind.PERSON or CONFIDENCE[person.rule] < SHOWN_FROM:
            continue
        keys = tuple(reading.words.keys[person.first : person.end])
        if len(keys) < 2:
            continue
        for form in _forms_of(keys):
            known = forms.get(form, person)
            forms[form] = person if known is not None and known.entity == person.entity else None
    return {form: person for form, person in forms.items() if person is not None}


def _forms_of(keys: Key) -> Iterator[Key]:
    last = keys[-1:]
    at = len(keys) - 1
    while at > 1 and keys[at - 1] in PARTICLES:
        at -= 1
    if at < len(keys) - 1:
        yield keys[at:]
    if len(last[0]) > 1:
        yield last
    if keys[0] not in _COMMON_FIRST_NAMES and len(keys[0]) > 1 and keys[0][-1] != ".":
        yield keys[:1]
    if len(keys) > 2:
        yield keys[:2]
        yield keys[-2:]
    if len(keys) > 3:
        yield keys[:3]
        yield keys[-3:]
    for key in keys[1:-1]:
        if len(key) > 3 and key not in PARTICLES and key not in _COMMON_FIRST_NAMES:
            yield (key,)


def canonical_persons(reading: Reading, found: list[Candidate]) -> dict[str, Candidate]:
    """Return for each person's key the longest name of the same person in the article."""
    persons = [c for c in found if c.kind is EntityKind.PERSON]
    persons.sort(key=lambda c: (c.first - c.end, c.first))
    forms: dict[Key, Candidate] = {}
    canonical: dict[str, Candidate] = {}
    for person in persons:
        keys = tuple(reading.words.keys[person.first : person.end])
        longest = forms.get(keys, person)
        canonical.setdefault(person.entity, longest)
        if longest is person:
            forms.setdefault(keys, person)
            if len(keys) > 1:
                for form in _forms_of(keys):
                    forms.setdefault(form, person)
    return canonical


def singular(keys: Key) -> Key:
    """Return the words with the last one in the singular."""
    last = keys[-1]
    if last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith("s") and not last.endswith("ss") and len(last) > 3:
        last = last[:-1]
    return (*keys[:-1], last)


def contained_names(reading: Reading, found: list[Candidate]) -> dict[str, Candidate]:
    """Return for each key the longer name with the same head that contains it, if only one does.

    ``Digital Policy Dialogue`` is ``Pakistan-Malaysia Digital Policy Dialogue``. Names that
    differ by an ordinal among themselves, or by a version number, stay apart.
    """
    names: dict[str, tuple[Candidate, Key]] = {}
    for candidate in found:
        if candidate.kind in _FOLDED_KINDS and CONFIDENCE[candidate.rule] >= SHOWN_FROM:
            keys = tuple(
                key
                for key in reading.words.keys[candidate.first : candidate.end]
                if key not in {"the", "(", ")"}
            )
            names.setdefault(candidate.entity, (candidate, keys))
    by_word: dict[str, list[str]] = {}
    for entity, (_, keys) in names.items():
        for key in {singular((key,))[0] for key in keys}:
            by_word.setdefault(key, []).append(entity)
    links: dict[str, Candidate] = {}
    for entity, (candidate, keys) in names.items():
        if candidate.rule.endswith("list") or len(keys) < 2 or keys[0][0].isdigit():
            continue
        rarest = min((by_word[singular((key,))[0]] for key in keys), key=len)
        if len(rarest) > _MOST_ALIKE:
            continue
        holders = [
            other
            for key in rarest
            for other, others in (names[key],)
            if key != entity
            and _holds(others, keys)
            and (other.kind is candidate.kind or other.rule == "numbered event")
        ]
        if len(holders) == 1 and not _is_of_another(reading, candidate, holders[0]):
            links[entity] = holders[0]
    return links


def _is_of_another(reading: Reading, short: Candidate, long: Candidate) -> bool:
    """Whether the short name is said to be another country's: ``Ghana's Data Commission``."""
    end = short.first - (reading.key(short.first - 1) == "'s")
    owners = {
        reading.matches[k][1].entity
        for k in range(max(0, end - 4), end)
        if k in reading.matches
        and reading.matches[k][0] == end
        and reading.matches[k][1].kind is EntityKind.PLACE
    }
    named = {
        reading.matches[k][1].entity
        for k in range(long.first, long.end)
        if k in reading.matches and reading.matches[k][1].kind is EntityKind.PLACE
    }
    return bool(owners and named and owners.isdisjoint(named))


def _holds(longer: Key, shorter: Key) -> bool:
    """Whether the longer name is the shorter one with words before it, ``of …`` or a year after."""
    if len(longer) <= len(shorter):
        return False
    for at in range(len(longer) - len(shorter) + 1):
        if singular(longer[at : at + len(shorter)]) == singular(shorter):
            after = longer[at + len(shorter) :]
            if not after:
                return True
            return after[0] in {"of", "for"} or (len(after) <= 2 and all(map(_is_year, after)))
    return False


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit()
