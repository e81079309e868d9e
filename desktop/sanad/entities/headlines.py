"""Headlines that capitalise every word: their verbs, and the deals they only describe."""

from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_DESCRIBING = word_set(
    "deal pact plan law bill agreement project policy strategy programme program drive scheme "
    "partnership treaty accord rules fund tax summit push talks cooperation framework package"
)
_LONGEST_DESCRIPTION = 3


def lower_headline_verbs(reading: Reading) -> None:
    """Take the capital from what is a verb by its place: ``Oman Clinches Solar Deal``."""
    words = reading.words
    portfolio = reading.gazetteer.vocabulary.portfolio
    for end, entry in list(reading.matches.values()):
        if entry.kind is not EntityKind.PLACE or entry.rule == "demonym":
            continue
        if end + 1 >= len(words) or not words.in_heading[end] or end in reading.matches:
            continue
        key = words.keys[end]
        if (
            key.endswith("s")
            and len(key) > 3
            and key not in portfolio
            and words.surfaces[end].istitle()
            and reading.head_at(end) is None
            and words.surfaces[end + 1] != "\n"
        ):
            words.capital[end] = False


def without_described(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """Return *found* without what headlines describe: ``Seal Rail Deal``, named nowhere else."""
    return [c for c in found if not _is_described(reading, c)]


def _is_described(reading: Reading, candidate: Candidate) -> bool:
    words = reading.words
    first, end = candidate.first, candidate.end
    if (
        candidate.kind is not EntityKind.INITIATIVE
        or not words.in_heading[first]
        or candidate.rule not in {"head noun", "weak head noun"}
        or end - first > _LONGEST_DESCRIPTION
        or words.keys[end - 1] not in _DESCRIBING
        or any(k in reading.matches or reading.is_acronym(k) for k in range(first, end))
    ):
        return False
    keys = words.keys[first:end]
    return not any(
        key == keys[0] and words.keys[k : k + len(keys)] == keys and not words.in_heading[k]
        for k, key in enumerate(words.keys)
    )
