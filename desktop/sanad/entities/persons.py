"""Names of persons: after titles and roles, before roles and verbs of speech, by given names."""

from sanad.entities.reading import PARTICLES, Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_LONGEST_NAME = 7
_FIELD_LINKS = frozenset({"and", "&", "of", "the", ",", "for", "/"})


def name_end(reading: Reading, first: int) -> int:
    """Return the end of the person's name that begins at *first*; *first* itself if none does."""
    words = reading.words
    vocabulary = reading.gazetteer.vocabulary
    end = first
    if words.keys[first] == "md" and reading.key(first + 1) == ".":
        end = first + 2  # short for Mohammad
    while end < len(words) and end - first < _LONGEST_NAME:
        if end > first and words.opens[end] and words.keys[end - 2] != "md":
            break
        key, surface = words.keys[end], words.surfaces[end]
        if words.upper[end] and (words.capital[end] or end == first):
            if not surface[0].isalpha() or any(c.isdigit() for c in surface):
                break
            if key in vocabulary.periods and not (end > first and key in _SURNAMES_LIKE_FAITHS):
                break
            if key in vocabulary.months:
                break
            if end > first and is_title_inside(reading, end):
                break
            if end > first and not words.joined[end]:
                if reading.role_at(end) is not None and key not in vocabulary.given_names:
                    break
                if (
                    reading.head_at(end)
                    and not reading.words.surfaces[end].isupper()
                    and (key not in vocabulary.given_names and key not in _SURNAMES_LIKE_HEADS)
                ):
                    break
                if key in vocabulary.portfolio and key not in _SURNAMES_LIKE_TRADES:
                    break
                match = reading.matches.get(end)
                if match is not None and match[1].kind is not EntityKind.PLACE:
                    break
                if match is not None and match[1].rule in {"country list", "demonym"}:
                    break
            end += 1
        elif (words.joined[end] and surface.isalpha() and end > first) or (
            end > first
            and key in PARTICLES
            and words.surfaces[end][0].islower()
            and (reading.is_capital(end + 1) or reading.key(end + 1) in PARTICLES)
            and not words.opens[end + 1]
        ):
            end += 1
        else:
            break
    while end > first and words.keys[end - 1] in PARTICLES and words.surfaces[end - 1][0].islower():
        end -= 1
    return end


def is_title_inside(reading: Reading, index: int) -> bool:
    """Whether a title interrupts the name: ``Tengku Datuk Seri …``."""
    stop = reading.honorifics_end(index)
    return stop > index and (stop - index > 1 or reading.key(index) in {"datuk", "dato"})


_SURNAMES_LIKE_FAITHS = frozenset({"islam", "christian"})
_SURNAMES_LIKE_HEADS = word_set("park lake day fair law bay grant bill post young hall house road")
_SURNAMES_LIKE_TRADES = word_set("law power young child food small land green post")


def may_be_person(reading: Reading, first: int, end: int) -> bool:
    """Whether the words could be a person's name by their looks."""
    vocabulary = reading.gazetteer.vocabulary
    if end <= first:
        return False
    key = reading.key(first)
    if key in vocabulary.portfolio and key not in vocabulary.given_names:
        return False
    if any(
        reading.key(index) in vocabulary.common and reading.key(index) not in vocabulary.given_names
        for index in range(first, end)
        if not reading.joins(index)
    ):
        return False
    match = reading.matches.get(first)
    if match is None:
        return not (end - first == 1 and reading.is_acronym(first))
    _, entry = match
    if entry.kind is not EntityKind.PLACE:
        return False
    return end - first >= 2 and entry.rule not in {"country list", "demonym", "place list"}


def after_honorific(reading: Reading, index: int) -> tuple[list[Candidate], int] | None:
    """Read ``Dr. Abdullah Bin Sharaf Al-Ghamdi`` from its title on."""
    start = reading.honorifics_end(index)
    if start == index or start >= len(reading.words) or index in reading.matches:
        return None  # no honorific, or a known name that begins like one: "Sri Lanka"
    if reading.words.opens[start] or not reading.is_capital_raw(start):
        return None
    role = reading.office_at(start)
    if role is not None:
        return after_role(reading, start)
    if reading.head_at(start) is not None and start - index == 1:
        return None  # "General Assembly"
    end = name_end(reading, start)
    match = reading.matches.get(start)
    is_city = match is not None and match[1].rule == "city list"
    if end == start or not (is_city or may_be_person(reading, start, end)):
        return None
    if reading.head_at(end) is not None and reading.is_capital(end) and end - index <= 2:
        return None  # "General Assembly", "King Saud University"
    return [reading.candidate(start, end, EntityKind.PERSON, "honorific")], end


def after_role(reading: Reading, index: int) -> tuple[list[Candidate], int] | None:
    """Read a role with its field and the name behind it; what the role is *of* is left unread."""
    end = reading.office_at(index)
    if end is None:
        return None
    is_capital = reading.is_capital_raw(index)
    start = field_end(reading, end)
    has_field = start > end
    if reading.key(start) == "," and not has_field and reading.role_at(start + 1) is None:
        named = _after_comma(reading, start)
        if named is not None:
            return named
    title = reading.honorifics_end(start)
    stop = name_end(reading, title) if title < len(reading.words) else title
    if (
        stop > title
        and not reading.words.opens[title]
        and reading.is_capital(title)
        and may_be_person(reading, title, stop)
        and (is_capital or title > start or _is_plausible(reading, title, stop))
    ):
        rule = "honorific" if title > start else "name after a role"
        return [reading.candidate(title, stop, EntityKind.PERSON, rule)], stop
    return [], max(end, start)


def _is_plausible(reading: Reading, first: int, end: int) -> bool:
    """Whether words after a small role (``director Jane Doe``) are a person's name."""
    vocabulary = reading.gazetteer.vocabulary
    return end - first >= 2 or reading.key(first) in vocabulary.given_names


def _after_comma(reading: Reading, comma: int) -> tuple[list[Candidate], int] | None:
    start = reading.honorifics_end(comma + 1)
    if not reading.is_capital(start):
        return None
    end = name_end(reading, start)
    if end - start < 2 or not may_be_person(reading, start, end):
        return None
    if reading.key(end) not in {",", "said", "told", "and"} and start == comma + 1:
        return None
    return [reading.candidate(start, end, EntityKind.PERSON, "name after a role")], end


def field_end(reading: Reading, index: int) -> int:
    """Return the end of ``for Information Technology and Telecommunication`` after a role.

    *index* itself when an organisation or a place follows, which is a name of its own.
    """
    words = reading.words
    vocabulary = reading.gazetteer.vocabulary
    start = index
    if reading.key(start) in {"of", "for", "to"}:
        start += 1
        if reading.key(start) == "the":
            start += 1
    elif reading.key(start) in {"in"} and reading.key(start + 1) == "charge":
        start += 3
    else:
        return index
    end = start
    while end < len(words):
        key = words.keys[end]
        known = reading.matches.get(end)
        if known is not None and known[1].kind is EntityKind.ORGANISATION:
            break
        if key in vocabulary.portfolio and not (end > start and words.opens[end]):
            end += 1
        elif key in _FIELD_LINKS and end > start:
            following = end + 1
            while reading.key(following) in _FIELD_LINKS:
                following += 1
            if reading.key(following) not in vocabulary.portfolio:
                break
            if key == "," and words.surfaces[following][0].islower():
                break
            end = following
        else:
            break
    if end == start:
        return index
    head = reading.head_at(end - 1)
    if (
        head is not None
        and not head[1].is_weak
        and head[1].kind is EntityKind.ORGANISATION
        and reading.key(end - 1) not in vocabulary.portfolio
    ):
        return index
    following_head = reading.head_at(end)
    if following_head is not None and reading.is_capital(end) and not following_head[1].is_weak:
        return index
    return end


def by_given_name(reading: Reading, first: int) -> tuple[list[Candidate], int] | None:
    """Read ``Paula Ingabire``: a known given name and at least one more word."""
    vocabulary = reading.gazetteer.vocabulary
    if reading.key(first) not in vocabulary.given_names and not (
        reading.key(first) == "md" and reading.key(first + 1) == "."
    ):
        return None
    end = name_end(reading, first)
    if end - first < 2 or not may_be_person(reading, first, end):
        return None
    if reading.is_acronym(first) and not reading.is_acronym(end - 1):
        return None
    return [reading.candidate(first, end, EntityKind.PERSON, "given name")], end


def speaks(reading: Reading, end: int) -> bool:
    """Whether the words after a name show a person: ``said``, ``, the minister``, ``, 42,``."""
    vocabulary = reading.gazetteer.vocabulary
    key = reading.key(end)
    if key in SPEECH:
        return True
    if key == ",":
        start = end + 1
        if reading.key(start) in {"a", "an", "the", "its", "their"}:
            start += 1
        if reading.office_at(start) is not None or reading.key(start) in {"who", "who's"}:
            return True
        if reading.key(start) in {"md", "phd"}:
            return True
        k = start
        while k < start + 4 and k < len(reading.words):
            if reading.role_at(k) is not None:
                return True
            if reading.key(k) in {",", ".", "and", "\n"}:
                return False
            if reading.key(k) in vocabulary.periods:
                return False
            k += 1
    return False


SPEECH = word_set(
    "said says told added stated stressed emphasised emphasized explained argued warned "
    "remarked replied recalled acknowledged insisted wrote tweeted commented reiterated vowed "
    "who"
)
