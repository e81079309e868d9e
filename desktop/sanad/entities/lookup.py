"""What the gazetteer knows of the words of an article, before any rule names things."""

from sanad.entities.gazetteer import Entry
from sanad.entities.reading import Reading
from sanad.library.records import EntityKind


def look_up(reading: Reading) -> None:
    """Fill in all that the gazetteer knows, longest form first, none inside another."""
    gazetteer, words, matches = reading.gazetteer, reading.words, reading.matches
    forms = gazetteer.forms
    index = 0
    covered = 0
    for index, key in enumerate(words.keys):
        if key in forms and index >= covered:
            match = gazetteer.match(words, index)
            if (
                match is not None
                and not _is_part_of_word(reading, index, match)
                and not reading.is_currency(index)
            ):
                matches[index] = match
                covered = match[0]


def _is_part_of_word(reading: Reading, index: int, match: tuple[int, Entry]) -> bool:
    """Whether hyphens tie a form into something else: ``non-AI`` may stay, ``Al-Jordan`` not."""
    end, entry = match
    if entry.kind is EntityKind.TECHNOLOGY:
        return (
            reading.joins(index)
            and reading.words.surfaces[index - 1][0].isupper()
            and (not reading.is_acronym(index))
        )
    if reading.joins(index):
        before = reading.words.surfaces[index - 1]
        return (
            before[0].isupper()
            and (index - 1) not in reading.matches
            and not _ends_match(reading, index)
        )
    return reading.joins(end) and reading.is_capital_raw(end) and end not in _starts(reading, end)


def _ends_match(reading: Reading, index: int) -> bool:
    return any(
        k in reading.matches and reading.matches[k][0] == index
        for k in range(max(0, index - 5), index)
    )


def _starts(reading: Reading, end: int) -> tuple[int, ...]:
    """Return *end* in a tuple if a known form begins there: ``India-Japan``, ``Asia-Pacific``."""
    if reading.gazetteer.match(reading.words, end) is not None or reading.head_at(end) is not None:
        return (end,)
    return () if reading.words.surfaces[end].istitle() else (end,)
