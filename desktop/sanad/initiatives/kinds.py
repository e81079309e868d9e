"""What kind of initiative a name tells: by its head noun, or as listed."""

import csv
import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from sanad.assets import resource
from sanad.entities.slug import folded_word, slug
from sanad.initiatives.model import KINDS


class _Tables(NamedTuple):
    listed: MappingProxyType[str, str]
    heads: MappingProxyType[str, str]
    """Kind by head noun, folded; several words are joined by a blank."""


@cache
def _tables() -> _Tables:
    with resource("gazetteer/initiatives.csv").open(encoding="utf-8", newline="") as file:
        listed = {slug(row["name"]): row["kind"] for row in csv.DictReader(file)}
    with resource("gazetteer/heads.csv").open(encoding="utf-8", newline="") as file:
        heads = {
            folded_word(row["word"]): row["sort"]
            for row in csv.DictReader(file)
            if row["kind"] == "INIT"
        }
    return _Tables(MappingProxyType(listed), MappingProxyType(heads))


_BILL = re.compile(r"(?:P[LE][A-Z]?|H\.?[RB]|S\.?B|R\.?A)\.? ?(?:No\.? ?)?\d")
"""A bill named by its number: ``PL 2338/2023``."""

EVENT_KINDS = frozenset({"event", "forum", "dialogue"})


def kind_of(entity: str, name: str, following: str = "") -> str:
    """Return one of `KINDS` for an initiative; *following* is the small noun after its name."""
    tables = _tables()
    if entity in tables.listed:
        return tables.listed[entity]
    kind = head_kind(name)
    if kind in KINDS:
        return kind
    kind = tables.heads.get(following, "")
    if kind in KINDS:
        return kind
    return _by_look(name)


@lru_cache(maxsize=10_000)
def head_kind(name: str) -> str:
    """Return the kind told by the head noun of *name*, or an empty string."""
    heads = _tables().heads
    words = [
        folded_word(word.strip(",.;:")) for word in name.replace("(", " ").replace(")", " ").split()
    ]
    cut = next(
        (i for i, word in enumerate(words) if i and word in {"of", "for", "on", "against", "in"}),
        len(words),
    )
    for part in (words[:cut], words):
        for end in range(len(part), 0, -1):
            for length in (3, 2, 1):
                if end >= length and " ".join(part[end - length : end]) in heads:
                    return heads[" ".join(part[end - length : end])]
    if words and words[0][:1].isdigit() and "assembly" in words:
        return "event"
    return ""


def _by_look(name: str) -> str:
    words = name.split()
    if _BILL.match(name):
        return "law"
    last = words[-1]
    if last.isdigit() and len(last) == 4:
        return "vision" if int(last) % 5 == 0 and int(last) >= 2030 else "event"
    return "programme"
