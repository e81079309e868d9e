"""Who leads an initiative and who takes part, each with its sentence."""

from collections.abc import Iterator, Sequence

from sanad.entities.slug import slug, word_set
from sanad.initiatives.clauses import Item, is_initiative, is_party
from sanad.initiatives.model import Evidence, Party
from sanad.library.records import EntityKind, Mention
from sanad.text.sentences import Sentence

_LINKS = frozenset({"and", ",", "&", "-", "\u2013", "/"})
_SKIPPED = word_set("the a an its own new first federal national recent flagship inaugural")
_ACTIVE_REACH = 14


def parties_in(
    items: Sequence[Item],
    name: int,
    sentence: Sentence,
    kind: str,
    cue: int | None,
    mentions: Sequence[Mention],
) -> Iterator[Party]:
    """Yield the parties that one sentence states for the initiative at item *name*."""
    yield from _in_name(items[name], sentence, mentions)
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


def _in_name(item: Item, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Party]:
    """Yield the countries and organisations of the article whose names the name holds."""
    assert item.mention is not None
    words = f"-{slug(item.mention.surface)}-"
    seen: set[str] = set()
    for mention in mentions:
        if mention.kind not in {EntityKind.PLACE, EntityKind.ORGANISATION}:
            continue
        if mention.entity in seen or mention.rule == "demonym" or mention.confidence < 0.8:
            continue
        if f"-{slug(mention.surface)}-" in words and mention.surface[0].isupper():
            seen.add(mention.entity)
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
    lowest = max(-1, cue - _ACTIVE_REACH)
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
                if mention is not None and mention.kind is EntityKind.PLACE:
                    yield _party(mention, "partner", sentence, "held in")
                target += 1
            return
        index += 1
