"""Families of English words: those that one stem and one spelling make the same."""

from collections.abc import Sequence
from functools import lru_cache

from sanad.search.engine import EnglishStemmer
from sanad.search.spelling import american, spellings
from sanad.search.vocabulary import with_prefix

_SHORTEST = 3
"""Letters a word has at least to be stemmed."""

_stemmer = EnglishStemmer()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Porter2 stem of *word* (folded) in its American spelling."""
    return str(_stemmer.stem(american(word)))


def has_family(word: str) -> bool:
    """Whether *word* is one that is stemmed: a plain word in small Latin letters."""
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha() and word.islower()


def family(word: str, vocabulary: Sequence[str]) -> list[str]:
    """Return the words of the sorted *vocabulary* with the stem of *word*, without its spellings.

    Looked for among the words that begin as all spellings of *word* do, which a stem changes at
    its last letter only.
    """
    if not has_family(word):
        return []
    own = spellings(word)
    wanted = stem(word)
    beginning = wanted[:-1]
    while not all(spelling.startswith(beginning) for spelling in own):
        beginning = beginning[:-1]
    return [
        term
        for term in with_prefix(vocabulary, beginning)
        if term not in own and has_family(term) and stem(term) == wanted
    ]
