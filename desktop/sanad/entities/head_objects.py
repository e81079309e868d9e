"""What a head noun takes behind it: ``Ministry of Trade and Industry``, ``Strategy for …``."""

from sanad.entities.gazetteer import Head
from sanad.entities.head_runs import before_role, last_head, trade_end
from sanad.entities.reading import Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

ACTION_ENDINGS = ("tion", "ment", "sion", "ance", "ence", "ity", "ing", "ship", "cy", "fer")
ACTION_WORDS = word_set(
    "freedom right rights access use women girls youth ease field fields area areas"
)
_LISTED_FIELDS = word_set(
    "ministry ministries department committee subcommittee secretariat office commission "
    "council directorate general bureau board faculty school"
)
_PREPOSITIONS = frozenset({"of", "for", "on", "against"})
_RELATIONS = word_set("cooperation partnership peace development security investment")
_OWNERS = word_set("people women children men workers farmers persons writers citizens")
_STUDIES = word_set("studies research dialogue rights")
_MEETING_HEADS = frozenset({"meeting", "session", "round", "edition", "day", "days", "rules"})
_MOST_OBJECTS = 3


def with_object(
    reading: Reading, end: int, head: Head, *, bare: bool, is_numbered: bool = False
) -> int:
    """Return the end of ``of/for/on …`` after the head; *end* itself if it does not belong."""
    if not head.is_initial and not (head.words == ("city",) and reading.key(end) == "for"):
        return end
    preposition = reading.key(end)
    if (
        preposition == "to"
        and head.kind is EntityKind.INITIATIVE
        and reading.is_capital(end + 1)
        and end + 1 not in reading.matches
    ):
        return _title_end(reading, end + 1)
    if preposition not in _PREPOSITIONS:
        return end
    start = end + 1
    if reading.key(start) in {"the", "an", "a"}:
        start += 1
    if head.words[-1] in _MEETING_HEADS and (not is_numbered or reading.is_ordinal(start)):
        return end
    if not (
        reading.is_capital(start)
        or _is_year_span(reading, start)
        or (reading.is_ordinal(start) and reading.is_capital(start + 1))
    ):
        return end
    vocabulary = reading.gazetteer.vocabulary
    if reading.key(start) in vocabulary.days or reading.key(start) in vocabulary.months:
        return end
    if preposition == "of" and reading.is_year(start):
        return end
    role_end = reading.role_at(start)
    if role_end is not None and reading.key(start) != "chief":
        return role_end if head.words[0] == "office" and reading.is_capital(start) else end
    if head.kind is EntityKind.INITIATIVE and not bare and _is_country(reading, start):
        return end
    stop = _object_end(reading, start)
    if head.words[0] == "office" and stop < reading.run_end(start):
        end_of_run = reading.run_end(start)
        if reading.role_at(stop) == end_of_run:
            stop = end_of_run  # "Office of the Information Commissioner"
    if (
        preposition == "for"
        and head.kind is EntityKind.INITIATIVE
        and reading.key(stop) == "'s"
        and reading.is_capital(stop + 1)
        and last_head(reading, stop + 1, reading.run_end(stop + 1)) is None
    ):
        stop = _object_end(reading, stop + 1)  # "Blueprint for Ghana's AI Transformation"
    if reading.key(stop) == "," and (
        head.words[0] in _LISTED_FIELDS or head.kind is EntityKind.INITIATIVE
    ):
        stop = _list_end(reading, stop)
    if reading.key(stop) == "," and head.sort == "agreement":
        stop = _treaty_list_end(reading, stop)
    for _ in range(_MOST_OBJECTS):
        further = _further(reading, stop)
        if further == stop:
            break
        stop = further
    return stop


def _title_end(reading: Reading, start: int) -> int:
    """Return the end of a title whose words are capitalised: ``… to Promote the Transition``."""
    end = reading.run_end(start)
    while True:
        following = end
        while reading.key(following) in {"the", "of", "and", "to", "for", "in", "on", "a"}:
            following += 1
        if following == end or following - end > 2 or not reading.is_capital(following):
            return end
        if reading.role_at(following) is not None:
            return end
        end = reading.run_end(following)


def _is_year_span(reading: Reading, index: int) -> bool:
    return reading.is_year(index) and reading.joins(index + 1) and reading.is_year(index + 1)


def _is_country(reading: Reading, start: int) -> bool:
    """Whether a country alone is spoken of: ``AI strategy of Kenya`` is no longer name."""
    match = reading.matches.get(start)
    if match is None or match[1].rule != "country list":
        return False
    return not reading.is_capital(match[0]) or reading.words.opens[match[0]]


def _object_end(reading: Reading, start: int) -> int:
    """Return the end of one capitalised object, with ``and …`` where it goes on."""
    if reading.is_year(start):
        return start + 1
    end = before_role(reading, start, reading.run_end(start))
    end = _before_person(reading, start, end)
    number = reading.matches.get(end)
    if number is not None and reading.key(end)[0].isdigit() and not reading.words.opens[end]:
        end = number[0]  # "Partnership for Trusted 5G"
    if start in reading.matches:
        end = max(end, reading.matches[start][0])
    elif (
        reading.key(end) == "'s" and reading.key(end - 1) in _OWNERS and reading.is_capital(end + 1)
    ):
        end = before_role(reading, end + 1, reading.run_end(end + 1))
    while reading.key(end) in {"and", "&"} and _goes_on(reading, end + 1):
        following = reading.run_end(end + 1)
        end = _before_person(reading, end + 1, before_role(reading, end + 1, following))
    return end


def _before_person(reading: Reading, start: int, end: int) -> int:
    """Return where a person's name begins after words of trade, else *end*."""
    vocabulary = reading.gazetteer.vocabulary
    for index in range(start + 1, end):
        if (
            reading.key(index) in vocabulary.given_names
            and reading.key(index) not in vocabulary.portfolio
            and reading.key(index - 1) in vocabulary.portfolio
            and index not in reading.matches
            and index + 1 < end
        ):
            return index
    return end


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether the word after ``and`` still belongs to the object before it."""
    if not reading.is_capital(index) or reading.role_at(index) is not None:
        return False
    vocabulary = reading.gazetteer.vocabulary
    if reading.honorifics_end(index) > index:
        return False
    match = reading.matches.get(index)
    if match is not None and match[1].kind is not EntityKind.TECHNOLOGY:
        return False
    key = reading.key(index)
    if key in vocabulary.portfolio:
        end = reading.run_end(index)
        if end - index > 1 and all(
            reading.key(k) in vocabulary.portfolio for k in range(index, end)
        ):
            return True
        found = last_head(reading, index, end)
        return found is None or found[2].is_weak
    if key in vocabulary.given_names or reading.is_acronym(index):
        return False
    end = reading.run_end(index)
    return last_head(reading, index, end) is None and end - index <= 3


def _list_end(reading: Reading, comma: int) -> int:
    """Return the end of ``, Trade and Industry`` from *comma* on; *comma* if no such list."""
    vocabulary = reading.gazetteer.vocabulary
    end = comma
    while reading.key(end) == ",":
        start = end + 1
        is_last = reading.key(start) in {"and", "&"}
        start += is_last
        if not reading.is_capital(start) or reading.key(start) not in vocabulary.portfolio:
            return comma
        stop = trade_end(reading, start)
        if reading.key(stop) in {"and", "&"} and reading.key(stop + 1) in vocabulary.portfolio:
            return trade_end(reading, stop + 1)
        if is_last:
            return stop
        end = stop
    return comma


def _treaty_list_end(reading: Reading, comma: int) -> int:
    """Return the end of ``, Friendship and Cooperation``; *comma* if it is no such list."""
    end = comma
    while (
        reading.key(end) == "," and reading.is_capital(end + 1) and end + 1 not in reading.matches
    ):
        end = reading.run_end(end + 1)
        if reading.key(end) == "and" and reading.is_capital(end + 1):
            return reading.run_end(end + 1)
    return comma


def _further(reading: Reading, end: int) -> int:
    """Return the end of one more ``of/for/in …``; *end* itself if none belongs."""
    preposition = reading.key(end)
    start = end + 1
    if preposition in {"for", "until"} and _is_year_span(reading, start):
        return start + 2
    if preposition in {"until", "towards"} and reading.is_year(start):
        return start + 1
    if reading.key(start) == "the":
        start += 1
    if not reading.is_capital(start) or reading.role_at(start) is not None:
        return end
    if reading.key(start) in reading.gazetteer.vocabulary.months:
        return end
    last = reading.key(end - 1)
    if preposition == "in" and not (
        last in _RELATIONS
        or (
            start not in reading.matches
            and reading.key(start) in reading.gazetteer.vocabulary.portfolio
        )
    ):
        return end
    if preposition not in {"of", "for", "in", "on"}:
        return end
    if preposition in {"for", "on"} and not (last.endswith(ACTION_ENDINGS) or last in _STUDIES):
        return end
    if preposition == "of" and not (
        last.endswith(ACTION_ENDINGS) or last in ACTION_WORDS or reading.head_at(end - 1)
    ):
        return end
    return _object_end(reading, start)
