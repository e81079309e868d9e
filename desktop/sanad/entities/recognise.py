"""The recogniser: from the words of an article to its mentions."""

from collections.abc import Sequence

from sanad.entities.acronyms import definitions, with_definitions
from sanad.entities.aliases import canonical_persons, contained_names, short_forms, singular
from sanad.entities.gazetteer import Gazetteer
from sanad.entities.headlines import without_described
from sanad.entities.lists import alike_in_lists
from sanad.entities.naming import candidates
from sanad.entities.reading import Candidate, Reading
from sanad.entities.rules import CONFIDENCE, SHOWN_FROM
from sanad.entities.words import words_of
from sanad.library.records import EntityKind, Mention
from sanad.text.sentences import Sentence
from sanad.text.spans import Span

Key = tuple[str, ...]


class Recogniser:
    """Finds names in articles. Holds nothing of the articles it has read."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def mentions(
        self, text: str, sentences: Sequence[Sentence], boilerplate: Sequence[Span]
    ) -> list[Mention]:
        """Return the mentions in *text*, in order, none overlapping; the outermost name wins.

        Those with a confidence below `SHOWN_FROM` are suggestions. Nothing is found inside
        *boilerplate*.
        """
        vocabulary = self._gazetteer.vocabulary
        words = words_of(
            text, sentences, boilerplate, vocabulary.not_names, vocabulary.not_names_in_headings
        )
        reading = Reading(words, self._gazetteer)
        found = without_described(reading, candidates(reading))
        found, meanings = with_definitions(reading, found, definitions(reading))
        found = _with_acronyms(reading, found, meanings)
        found = _with_neighbours(reading, found)
        found = _with_short_forms(reading, found)
        found = _with_repeats(reading, found)
        found = _linked(reading, found)
        found = _with_bare_heads(reading, found)
        return [_mention(reading, candidate) for candidate in found]


def _mention(reading: Reading, candidate: Candidate) -> Mention:
    words = reading.words
    start, end = words.starts[candidate.first], words.end_of(candidate.end - 1)
    return Mention(
        start,
        end,
        words.text[start:end],
        candidate.kind,
        candidate.entity,
        candidate.name,
        candidate.rule,
        CONFIDENCE[candidate.rule],
    )


def _alias(reading: Reading, of: Candidate, first: int, end: int, rule: str) -> Candidate:
    return Candidate(first, end, of.kind, rule, of.entity, of.name, of.sort)


def _merged(found: list[Candidate], added: list[Candidate]) -> list[Candidate]:
    """Return both, in order; an added one takes the place of weaker ones that it overlaps."""
    if not added:
        return found
    result = sorted([*found, *added], key=lambda c: (c.first, -CONFIDENCE[c.rule], c.first - c.end))
    kept: list[Candidate] = []
    for candidate in result:
        if kept and candidate.first < kept[-1].end:
            previous = kept[-1]
            is_longer = candidate.end - candidate.first > previous.end - previous.first
            if CONFIDENCE[candidate.rule] > CONFIDENCE[previous.rule] and (
                is_longer or CONFIDENCE[previous.rule] < SHOWN_FROM
            ):
                kept[-1] = candidate
            continue
        kept.append(candidate)
    return kept


def _covered(found: list[Candidate], least: float = SHOWN_FROM) -> set[int]:
    """Return the words inside names with a confidence of at least *least*."""
    return {
        index
        for candidate in found
        if CONFIDENCE[candidate.rule] >= least
        for index in range(candidate.first, candidate.end)
    }


def _with_acronyms(
    reading: Reading, found: list[Candidate], meanings: dict[str, Candidate]
) -> list[Candidate]:
    """Mark every use of an acronym that brackets define; the article overrules the lists."""
    if not meanings:
        return found
    by_span = {(c.first, c.end): c for c in found}
    inside = {k: c for c in found if c.end - c.first > 1 for k in range(c.first, c.end)}
    changed: list[Candidate] = []
    replaced: set[Candidate] = set()
    for index, surface in enumerate(reading.words.surfaces):
        form = surface.replace(".", "")
        meant = meanings.get(form) or (meanings.get(form[:-1]) if form.endswith("s") else None)
        if meant is None or index in inside or index in range(meant.first, meant.end):
            continue
        known = by_span.get((index, index + 1))
        if known is not None and known.entity == meant.entity:
            continue
        if known is not None:
            replaced.add(known)
        changed.append(_alias(reading, meant, index, index + 1, "bracket acronym"))
    return _merged([c for c in found if c not in replaced], changed)


def _with_neighbours(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Read a lone unknown name beside a sure organisation as one: ``Serpro and Dataprev``."""
    result = alike_in_lists(reading, found)
    for k, candidate in enumerate(found):
        if candidate.rule not in _UNSURE and candidate.rule != "several unknown words":
            continue
        before = result[k - 1] if k else None
        after = found[k + 1] if k + 1 < len(found) else None
        beside_before = (
            before is not None
            and before.end == candidate.first - 1
            and reading.key(before.end) in {"and", ",", "&"}
        )
        beside_after = (
            after is not None
            and after.first - candidate.end in {1, 2}
            and reading.key(candidate.end) in {"and", ","}
            and reading.key(after.first - 1) in {"and", ",", "the"}
        )
        if candidate.rule in _UNSURE and (
            (beside_before and before and _is_organisation(before))
            or (beside_after and after and _is_organisation(after))
        ):
            result[k] = candidate._replace(
                kind=EntityKind.ORGANISATION, rule="beside an organisation"
            )
        elif (
            beside_before
            and before
            and before.kind is EntityKind.PLACE
            and candidate.rule in {"unknown single name", "several unknown words"}
            and reading.key(before.first - 1) in {"in", "and", ","}
            and not reading.is_capital(candidate.end)
            and reading.key(before.end) != ","
        ):
            result[k] = candidate._replace(kind=EntityKind.PLACE, rule="beside a place")
    return result


_UNSURE = frozenset({"unknown single name", "unknown acronym", "unknown brand"})


def _is_organisation(candidate: Candidate) -> bool:
    return (
        candidate.kind is EntityKind.ORGANISATION
        and CONFIDENCE[candidate.rule] >= 0.6
        and candidate.rule not in _UNSURE
    )


def _with_short_forms(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    forms = short_forms(reading, found)
    if not forms:
        return found
    words = reading.words
    firsts: dict[str, list[Key]] = {}
    for form in forms:
        firsts.setdefault(form[0], []).append(form)
    for known in firsts.values():
        known.sort(key=len, reverse=True)
    covered = _covered(found) - {
        c.first for c in found if c.rule == "company by context" and c.end - c.first == 1
    }
    added: list[Candidate] = []
    index = 0
    while index < len(words):
        if index in covered or not reading.is_capital_raw(index):
            index += 1
            continue
        step = 1
        for form in firsts.get(words.keys[index], ()):
            end = index + len(form)
            if tuple(words.keys[index:end]) == form and not any(
                k in covered for k in range(index, end)
            ):
                if reading.is_capital(end) and not words.opens[end] and end not in covered:
                    continue
                person = forms[form]
                added.append(_alias(reading, person, index, end, "short form of a person"))
                step = len(form)
                break
        index += step
    return _merged(found, added)


def _with_repeats(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Let a sure name decide on the same words elsewhere, in headings and at sentence openings."""
    words = reading.words
    strong: dict[Key, Candidate] = {}
    for candidate in found:
        confidence = CONFIDENCE[candidate.rule]
        if confidence < 0.7 or candidate.rule in {"demonym", "short form of a person"}:
            continue
        if candidate.kind in {EntityKind.TECHNOLOGY} and candidate.rule.endswith("list"):
            continue
        keys = tuple(words.keys[candidate.first : candidate.end])
        if len(keys) == 1 and confidence < 0.85 and len(keys[0]) < 4:
            continue
        known = strong.get(keys)
        if known is None or CONFIDENCE[known.rule] < confidence:
            strong[keys] = candidate
    firsts: dict[str, list[Key]] = {}
    for keys in strong:
        firsts.setdefault(keys[0], []).append(keys)
    covered = _covered(found)
    at = {c.first: c for c in found}
    added: list[Candidate] = []
    dropped: set[Candidate] = set()
    for index, key in enumerate(words.keys):
        for keys in sorted(firsts.get(key, ()), key=len, reverse=True):
            end = index + len(keys)
            if tuple(words.keys[index:end]) != keys or not reading.is_capital_raw(index):
                continue
            best = strong[keys]
            here = at.get(index)
            if here is not None and here.end == end:
                weaker = CONFIDENCE[here.rule] < CONFIDENCE[best.rule]
                is_hidden = CONFIDENCE[here.rule] < SHOWN_FROM
                if weaker and (is_hidden or (here.kind, here.entity) != (best.kind, best.entity)):
                    dropped.add(here)
                    added.append(_alias(reading, best, index, end, "same as elsewhere"))
                break
            if any(k in covered for k in range(index, end)):
                continue
            if best.kind is EntityKind.PLACE and not _is_town_again(reading, best, index, end):
                continue
            added.append(_alias(reading, best, index, end, "same as elsewhere"))
            break
    return _merged([c for c in found if c not in dropped], added)


def _is_town_again(reading: Reading, best: Candidate, first: int, end: int) -> bool:
    """Whether a town that only its surroundings told stands here as well, alone."""
    if best.rule not in _TOLD_PLACES:
        return False
    words = reading.words
    if words.in_heading[first]:
        return True
    return not (
        (reading.is_capital(first - 1) and not words.opens[first])
        or (reading.is_capital(end) and not words.opens[end])
    )


_TOLD_PLACES = frozenset(
    {
        "dateline",
        "town and country",
        "place noun",
        "compass and name",
        "described",
        "city list, in context",
        "named place",
    }
)


def _linked(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Give the forms of one name one key: persons, contained names, plurals."""
    persons = canonical_persons(reading, found)
    plurals: dict[Key, Candidate] = {}
    links = contained_names(reading, found)
    result: list[Candidate] = []
    for candidate in found:
        target = candidate
        if candidate.kind is EntityKind.PERSON:
            target = persons.get(candidate.entity, candidate)
        elif candidate.kind is not EntityKind.PLACE and candidate.end - candidate.first > 1:
            keys = singular(tuple(reading.words.keys[candidate.first : candidate.end]))
            target = plurals.setdefault(keys, candidate)
            if target.kind is not candidate.kind:
                target = candidate
        holder = links.get(target.entity)
        if holder is not None:
            target = holder
        if target.entity != candidate.entity:
            sort = target.sort or candidate.sort
            result.append(
                Candidate(
                    candidate.first,
                    candidate.end,
                    target.kind,
                    candidate.rule,
                    target.entity,
                    target.name,
                    sort,
                )
            )
        else:
            result.append(candidate)
    return result


def _with_bare_heads(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Read ``the Compact`` or ``the Commission`` as the one name with that head noun."""
    heads: dict[str, dict[str, Candidate]] = {}
    words = reading.words
    for candidate in found:
        if candidate.kind not in {EntityKind.ORGANISATION, EntityKind.INITIATIVE}:
            continue
        if CONFIDENCE[candidate.rule] < 0.8 or candidate.end - candidate.first < 2:
            continue
        for k in range(candidate.first, candidate.end):
            head = reading.head_at(k)
            if head is not None and head[0] - k == 1:
                heads.setdefault(words.keys[k], {}).setdefault(candidate.entity, candidate)
    if not heads:
        return found
    covered = {k for c in found for k in range(c.first, c.end)}
    added = []
    for index, key in enumerate(words.keys):
        if key not in heads or index in covered or not words.surfaces[index][0].isupper():
            continue
        if reading.key(index - 1) != "the" or words.in_heading[index] or len(heads[key]) != 1:
            continue
        if reading.is_capital(index + 1) or reading.key(index + 1) in {"of", "for", "on"}:
            continue
        (full,) = heads[key].values()
        if full.first < index:
            added.append(_alias(reading, full, index, index + 1, "short form"))
    return _merged(found, added)
