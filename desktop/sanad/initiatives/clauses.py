"""A sentence as the status rules see it: words, with every mention as one item."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sanad.library.records import EntityKind, Mention
from sanad.text.sentences import Sentence

_WORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*|['\u2019]s\b|[^\w\s]")

COORDINATIONS = frozenset({"and", ",", "with", "including", "well", "as", "alongside", "&"})


class Item(NamedTuple):
    """A word or mark, in small letters, or a mention (then the key is its kind)."""

    key: str
    start: int
    end: int
    mention: Mention | None


def items_of(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> list[Item]:
    """Return the items of a sentence; *mentions* are all of the article, in order."""
    index = bisect_left(mentions, sentence.start, key=lambda mention: mention.start)
    items: list[Item] = []
    position = sentence.start
    while position < sentence.end:
        mention = mentions[index] if index < len(mentions) else None
        stop = min(mention.start, sentence.end) if mention else sentence.end
        items.extend(
            Item(match.group().lower().replace("\u2019", "'"), match.start(), match.end(), None)
            for match in _WORD.finditer(text, position, stop)
        )
        if mention is None or mention.start >= sentence.end:
            break
        items.append(Item(mention.kind, mention.start, mention.end, mention))
        position = max(mention.end, stop)
        index += 1
    return items


def is_initiative(item: Item) -> bool:
    """Whether the item is the name of an initiative."""
    return item.mention is not None and item.mention.kind is EntityKind.INITIATIVE


def is_party(item: Item) -> bool:
    """Whether the item names a country, a place or an organisation."""
    return item.mention is not None and item.mention.kind in {
        EntityKind.PLACE,
        EntityKind.ORGANISATION,
    }
