"""Words folded for comparison, and readable keys made of names."""

import re
from functools import lru_cache

from sanad.text.fold import folded

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=20_000)
def folded_word(word: str) -> str:
    """Return *word* without case and accents, with a straight apostrophe; never empty."""
    lowered = word.translate(_APOSTROPHES).casefold()
    if lowered[-1:] == "'" and len(lowered) > 2:
        lowered = lowered[:-1]
    if lowered.isascii():
        return lowered
    return folded(lowered) or lowered


@lru_cache(maxsize=20_000)
def slug(name: str) -> str:
    """Return the key of *name*, such as ``digital-cooperation-organization``.

    Case, accents, possessive marks and the kind of dash make no difference. A name of letters
    outside ASCII keeps them.
    """
    bare = folded_word(name.strip()).replace("'s ", " ").replace("'", "").replace("&", " and ")
    return _NOT_WORD.sub("-", bare.replace(".", "")).strip("-") or "unnamed"


def word_set(words: str) -> frozenset[str]:
    """Return the blank-separated *words* as a set."""
    return frozenset(words.split())
