"""One article as the naming rules see it: its words, and what begins at each of them."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sanad.entities.gazetteer import Entry, Gazetteer, Head
from sanad.entities.slug import slug, word_set
from sanad.entities.words import Words
from sanad.library.records import EntityId, EntityKind

PARTICLES = word_set(
    "bin bint binti ibn al el ul ur ud uz de da do dos das del della di du la le van von der "
    "den ten ter zu y e af av abu ben o'"
)
_ORDINAL_WORDS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_JOINED_PARTICIPLES = word_set(
    "based funded led backed driven wide powered style born owned run made supported financed "
    "focused sponsored enabled related hosted built trained listed educated era old designed"
)
_AMOUNT = re.compile(r"(?:FY|RM|Rs|US|KSh|NT|HK|Tk|SR|Rp|Sh)\d+|[A-Z]{3}\d{2,}\Z|[A-Z]\d{3,}")
_NOT_IN_RUNS = frozenset(".,;:!?()[]\u201c\u201d\"\u2018\u2019'\n/\u2013\u2014-*\u2022%$\u20ac")


class Candidate(NamedTuple):
    """A name from word *first* to before word *end*, with the rule that found it."""

    first: int
    end: int
    kind: EntityKind
    rule: str
    entity: EntityId
    name: str
    sort: str = ""


class Named(NamedTuple):
    """The end of a name and the noun that tells what it names."""

    end: int
    head: Head
    rule: str


_LONGEST_RUN = 40
"""Words; more in capitals are a heading or a table, and would be looked at again for each."""


@dataclass(slots=True)
class Reading:
    """The words of an article with the gazetteer at hand; words beyond either end are empty."""

    words: Words
    gazetteer: Gazetteer
    matches: dict[int, tuple[int, Entry]] = field(default_factory=dict)
    """By first word: the word after, and what the gazetteer knows by that form."""
    named_by_head: dict[int, Named | None] = field(default_factory=dict)
    """By first word: the name that a noun in it explains, once it has been looked for."""

    def key(self, index: int) -> str:
        """Return the folded word at *index*, or an empty string outside the text."""
        keys = self.words.keys
        return keys[index] if 0 <= index < len(keys) else ""

    def is_capital(self, index: int) -> bool:
        """Whether the word at *index* may be part of a name by its capital."""
        capital = self.words.capital
        return 0 <= index < len(capital) and capital[index]

    def width(self, first: int, end: int) -> int:
        """Return the number of words that blanks set apart."""
        return sum(not joined for joined in self.words.joined[first + 1 : end]) + 1

    def is_initial(self, index: int) -> bool:
        """Whether the word is an initial with its stop, such as ``J.``."""
        surface = self.words.surfaces[index]
        return len(surface) == 2 and surface[1] == "." and surface[0].isupper()

    def is_ordinal(self, index: int) -> bool:
        """Whether the word is ``5th`` or ``Second``."""
        key = self.key(index)
        if key[:1].isdigit():
            return key.lstrip("0123456789") in {"st", "nd", "rd", "th"}
        return key in _ORDINAL_WORDS and self.is_capital(index)

    def is_year(self, index: int) -> bool:
        """Whether the word is a year that names may carry."""
        key = self.key(index)
        return len(key) == 4 and key.isdigit() and "1945" <= key <= "2100"

    def is_acronym(self, index: int) -> bool:
        """Whether the word is made of two to eight capitals, perhaps with digits or a small s."""
        surface = self.words.surfaces[index].rstrip("s")
        letters = surface.replace(".", "").replace("&", "")
        return (
            2 <= len(letters) <= 8
            and not _AMOUNT.match(letters)
            and letters[0].isupper()
            and letters.isalnum()
            and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)
        )

    def is_calendar(self, index: int) -> bool:
        """Whether the word is a day of the week or a month that is no part of a name."""
        vocabulary = self.gazetteer.vocabulary
        key = self.key(index)
        if key in vocabulary.days:
            return True
        return key in vocabulary.months and (
            not self.is_capital(index + 1) or self.words.opens[index + 1]
        )

    def is_currency(self, index: int) -> bool:
        """Whether the word is the country of a dollar: ``US$``, ``NZ$``."""
        return self.key(index + 1) == "$" and self.words.starts[index + 1] == self.words.ends[index]

    def is_amount(self, index: int) -> bool:
        """Whether the word is a fiscal year or a sum: ``FY2025``, ``RM56``."""
        return _AMOUNT.match(self.words.surfaces[index]) is not None

    def joins(self, index: int) -> bool:
        """Whether a hyphen joins the word to the one before."""
        return 0 <= index < len(self.words.joined) and self.words.joined[index]

    def run_end(self, first: int) -> int:
        """Return the end of the unbroken capitalised words from *first* on, ``&`` included."""
        words = self.words
        end = first + 1
        while end < min(len(words), first + _LONGEST_RUN):
            if words.opens[end] or words.surfaces[end] == "\n":
                break
            if words.joined[end] and words.keys[end].isdigit():
                if len(words.keys[end]) > 2 or not (
                    self.is_acronym(end - 1) or self._takes_number(end - 1)
                ):
                    break
                if words.keys[end - 1] in self.gazetteer.vocabulary.periods:
                    break
            elif words.joined[end] and words.surfaces[end][0].isalpha():
                if not words.capital[end] and not self._closes_joined(end):
                    break
            elif not words.capital[end] and not (
                words.surfaces[end] == "&" and self.is_capital(end + 1)
            ):
                break
            if self.is_calendar(end):
                break
            end += 1
        return end

    def _takes_number(self, index: int) -> bool:
        """Whether an unknown name may carry a number: ``Chandra-7``, but not ``June-7``."""
        return (
            index not in self.matches
            and self.words.surfaces[index].istitle()
            and self.words.keys[index] not in self.gazetteer.vocabulary.months
        )

    def _closes_joined(self, index: int) -> bool:
        """Whether a small word after a hyphen leads on to a capital: ``High-level Body``."""
        if self.words.keys[index] in _JOINED_PARTICIPLES:
            return False
        return self.is_capital(index + 1) or (self.joins(index + 1) and self.is_capital(index + 2))

    def role_at(self, index: int) -> int | None:
        """Return the end of the role that begins at *index* (``Federal Minister``), or None."""
        vocabulary = self.gazetteer.vocabulary
        start = index
        keys = self.words.keys
        while True:
            if start < len(keys) and keys[start] in vocabulary.role_firsts:
                for length in (4, 3, 2, 1):
                    key = tuple(keys[start : start + length])
                    if key in vocabulary.roles:
                        return start + length
            if self.key(start) in vocabulary.modifiers:
                start += 1
                continue
            return None

    def office_at(self, index: int) -> int | None:
        """Return the end of a role with its field in front (``Digital Economy Minister``)."""
        end = self.role_at(index)
        if end is not None:
            return end
        vocabulary = self.gazetteer.vocabulary
        k = index
        while k < index + 8 and (
            self.key(k) in vocabulary.portfolio
            or (
                k > index
                and self.key(k) in {"and", "&"}
                and self.key(k + 1) in vocabulary.portfolio
            )
        ):
            k += 1
            if self.key(k) in _OFFICES:
                return self.role_at(k)
        return None

    def honorifics_end(self, index: int) -> int:
        """Return the word after the honorifics at *index*; *index* itself when there are none."""
        vocabulary = self.gazetteer.vocabulary
        while True:
            if self.key(index) not in vocabulary.honorific_firsts or not self.words.upper[index]:
                return index
            for length in (3, 2, 1):
                key = tuple(self.words.keys[index : index + length])
                if key in vocabulary.honorifics:
                    index += length
                    if self.key(index) == "." and self.is_capital_raw(index + 1):
                        index += 1
                    break
            else:
                return index

    def is_capital_raw(self, index: int) -> bool:
        """Whether the word is written with a capital, for whatever reason."""
        upper = self.words.upper
        return 0 <= index < len(upper) and upper[index]

    def head_at(self, index: int) -> tuple[int, Head] | None:
        """Return the end of the head noun that begins at *index*, and the noun."""
        if not self.is_capital_raw(index):
            return None
        for head in self.gazetteer.vocabulary.heads.get(self.words.keys[index], ()):
            end = index + len(head.words)
            if len(head.words) == 1 or tuple(self.words.keys[index:end]) == head.words:
                return end, head
        return None

    def next_word(self, index: int) -> str:
        """Return the folded word at *index*, looking through a closing quotation mark."""
        key = self.key(index)
        return self.key(index + 1) if key in {"\u201d", '"', "\u2019"} else key

    def candidate(
        self, first: int, end: int, kind: EntityKind, rule: str, sort: str = ""
    ) -> Candidate:
        """Return a candidate named by its own words."""
        name = canonical_name(self.words.surface(first, end))
        return Candidate(first, end, kind, rule, entity_id(name), name, sort)

    def known(self, first: int, end: int, entry: Entry) -> Candidate:
        """Return a candidate for what the gazetteer knows."""
        return Candidate(first, end, entry.kind, entry.rule, entry.entity, entry.name, entry.sort)


_OFFICES = word_set(
    "minister ministers secretary commissioner chief director adviser advisor envoy tsar czar "
    "ambassador officer coordinator spokesperson spokesman spokeswoman undersecretary"
)


def canonical_name(surface: str) -> str:
    """Return *surface* with plain hyphens and blanks and without a bracket inside it."""
    name = surface
    for mark in "\u2010\u2011\u2012":
        name = name.replace(mark, "-")
    if "(" in name:
        before, _, rest = name.partition("(")
        name = before + rest.partition(")")[2]
    return " ".join(name.split())


def entity_id(name: str) -> EntityId:
    """Return the key of a name; ``AI`` and ``Artificial Intelligence`` have the same."""
    key = f"-{slug(name)}-".replace("-ai-", "-artificial-intelligence-").strip("-")
    return EntityId(key)


def is_break(surface: str) -> bool:
    """Whether a mark ends any run of names."""
    return surface in _NOT_IN_RUNS
