"""Who leads an initiative and who takes part, each with its sentence."""

from collections.abc import Iterator, Sequence

from sanad.entities.slug import slug, word_set
from sanad.initiatives.clauses import Item, is_initiative, is_party
from sanad.initiatives.model import Evidence, Party
from sanad.library.records import EntityId, EntityKind, Mention
from sanad.text.sentences import Sentence

_NEVER_IN_NAMES = frozenset(
    {
        "demonym",
        "city list",
        "city list, in context",
        "dateline",
        "dateline agency",
        "town and country",
        "place noun",
        "compass and name",
    }
)
"""Rules of names that are no party where they stand inside an initiative's name."""
_LINKS = frozenset({"and", ",", "&", "-", "\u2013", "/"})
_SKIPPED = word_set("the a an its own new first federal national recent flagship inaugural")
_ACTIVE_REACH = 14
_SURE = 0.8
_LONGEST_FORM = 8


class NamedParties:
    """The countries and organisations that an article names, by the words of their forms."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._by_words: dict[tuple[str, ...], Mention] = {}
        for mention in mentions:
            if (
                mention.kind in {EntityKind.PLACE, EntityKind.ORGANISATION}
                and mention.rule not in _NEVER_IN_NAMES
                and mention.confidence >= _SURE
                and mention.surface[0].isupper()
            ):
                self._by_words.setdefault(tuple(slug(mention.surface).split("-")), mention)

    def within(self, name: str) -> Iterator[Mention]:
        """Yield those whose form stands within *name*, from left to right, the longest first."""
        words = slug(name).split("-")
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + _LONGEST_FORM), start, -1):
                mention = self._by_words.get(tuple(words[start:end]))
                if mention is not None:
                    yield mention
                    start = end - 1
                    break
            start += 1


def parties_in(
    items: Sequence[Item],
    name: int,
    sentence: Sentence,
    kind: str,
    cue: int | None,
    named: NamedParties,
) -> Iterator[Party]:
    """Yield the parties that one sentence states for the initiative at item *name*."""
    yield from _in_name(items[name], sentence, named)
    owner = _owner(items, name)
    if owner is not None:
        yield _party(owner, "lead", sentence, "possessive")
    if cue is not None and cue < name:
        yield from _subjects(items, cue, sentence)
    yield from _agents(items, name, sentence)
    if kind in {"event", "forum", "dialogue"}:
        yield from _hosts(items, name, sentence)


def _party(mention: Mention, role: str, sentence: Sentence, rule: str) -> Party:
    return Party(mention.entity, mention.name, role, Evidence(mention.name, sentence.span, rule))


def _in_name(item: Item, sentence: Sentence, named: NamedParties) -> Iterator[Party]:
    assert item.mention is not None
    for mention in named.within(item.mention.surface):
        yield _party(mention, "lead", sentence, "in the name")


def _owner(items: Sequence[Item], name: int) -> Mention | None:
    """Return the owner in ``Malaysia's X`` and ``Kenya's new X``."""
    index = name - 1
    while index > max(-1, name - 4) and items[index].key in _SKIPPED:
        index -= 1
    if index > 0 and items[index].key in {"'s", "'"} and is_party(items[index - 1]):
        return items[index - 1].mention
    return None


def _subjects(items: Sequence[Item], cue: int, sentence: Sentence) -> Iterator[Party]:
    """Yield the parties that act: ``Pakistan and Malaysia have agreed … to establish``."""
    index = cue - 1
    lowest = max(dateline_end(items) - 1, cue - _ACTIVE_REACH)
    while index > lowest:
        item = items[index]
        if item.key in {";", ".", "\u2014"} or is_initiative(item):
            return
        if is_party(item) and item.mention is not None and item.mention.rule != "demonym":
            after = items[index + 1].key if index + 1 < len(items) else ""
            before = items[index - 1].key if index else ""
            if after != "'s" and before not in {
                "in",
                "at",
                "from",
                "to",
                "with",
                "of",
                "for",
                "on",
                "near",
                "across",
                "outside",
                "via",
            }:
                yield _party(item.mention, "lead", sentence, "acts in the sentence")
                further = index - 1
                while further > 0 and items[further].key in _LINKS | {"the"}:
                    further -= 1
                    other = items[further]
                    if is_party(other) and other.mention is not None:
                        yield _party(other.mention, "lead", sentence, "acts in the sentence")
                        further -= 1
                return
        index -= 1


def _agents(items: Sequence[Item], name: int, sentence: Sentence) -> Iterator[Party]:
    """Yield ``by the Y``, ``led by Y``, ``with Y`` behind the name."""
    for index in range(name + 1, min(len(items) - 1, name + 12)):
        key = items[index].key
        if key in {";", ".", "while", "but"} or is_initiative(items[index]):
            return
        if key not in {"by", "with"}:
            continue
        target = index + 1
        while target < len(items) and items[target].key in {"the", "a", "its"}:
            target += 1
        if target < len(items) and is_party(items[target]):
            mention = items[target].mention
            assert mention is not None
            role = "lead" if key == "by" else "partner"
            yield _party(mention, role, sentence, f"{key} …")


def _hosts(items: Sequence[Item], name: int, sentence: Sentence) -> Iterator[Party]:
    """Yield the places in which an event is held."""
    index = name + 1
    last = min(len(items), name + 14)
    while index < last:
        item = items[index]
        if item.key in {";", "."} or is_initiative(item):
            return
        if item.key == "in" and index + 1 < len(items) and is_party(items[index + 1]):
            target = index + 1
            while target < len(items) and (is_party(items[target]) or items[target].key == ","):
                mention = items[target].mention
                if mention is not None and mention.rule == "country list":
                    yield _party(mention, "partner", sentence, "held in")
                target += 1
            return
        index += 1


def dateline_end(items: Sequence[Item]) -> int:
    """Return the item behind the dash of ``GENEVA (Reuters) -``; 0 if there is no dateline."""
    if not items or not is_party(items[0]):
        return 0
    for index in range(1, min(len(items), 14)):
        key = items[index].key
        if key in {"-", "\u2013", "\u2014"} or (key == ":" and index < 9):
            return index + 1
        if key.isalpha() and key.islower() and key not in _DATELINE_WORDS:
            return 0
    return 0


_DATELINE_WORDS = word_set(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july "
    "august september october november december th st nd rd monday tuesday wednesday thursday "
    "friday saturday sunday"
)


def names_the_country(items: Sequence[Item], cue: int) -> bool:
    """Whether ``the country`` or ``the government`` acts in the sentence before the cue."""
    return any(
        items[index].key in {"country", "government"} and items[index - 1].key == "the"
        for index in range(max(1, cue - 6), cue)
    )


def parent_in(items: Sequence[Item], name: int) -> EntityId | None:
    """Return the initiative that the one at *name* is ``part of``, if the sentence says so."""
    for index in range(name + 1, min(len(items) - 2, name + 8)):
        if items[index].key == "part" and items[index + 1].key == "of":
            target = index + 2 + (items[index + 2].key in {"the", "a", "its"})
            if target < len(items) and is_initiative(items[target]):
                mention = items[target].mention
                assert mention is not None
                return mention.entity
        if is_initiative(items[index]):
            return None
    return None
