"""Finds sentences of different articles that state the same."""

import math
from collections import defaultdict

from sanad.summaries.words import content_words

Key = tuple[int, int]
"""Number of the source and number of the sentence."""

_SAME = 0.7
"""Part of all content words of two sentences that both have, from which they state the same."""
_LEAST_WORDS = 4


class Repeats:
    """Sentences by their content words.

    Sentences with different figures never state the same, and very short ones are not compared.
    """

    def __init__(self) -> None:
        self._words: dict[Key, frozenset[str]] = {}
        self._with_word: dict[str, list[Key]] = defaultdict(list)

    def add(self, key: Key, sentence: str) -> None:
        """Take in one sentence."""
        words = frozenset(content_words(sentence))
        if len(words) < _LEAST_WORDS:
            return
        self._words[key] = words
        for word in words:
            self._with_word[word].append(key)

    def of(self, key: Key) -> list[Key]:
        """Return the other sentences that state the same as *key*, in order of their keys."""
        words = self._words.get(key)
        if words is None:
            return []
        # Who shares 70 % of the words has at least one of the rarest 30 %: no other is looked at.
        rarest = sorted(words, key=lambda word: (len(self._with_word[word]), word))
        looked_at = rarest[: len(words) - math.ceil(_SAME * len(words)) + 1]
        candidates = {other for word in looked_at for other in self._with_word[word]} - {key}
        return sorted(other for other in candidates if _same(words, self._words[other]))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    if len(one & other) / len(one | other) < _SAME:
        return False
    return _figures(one) == _figures(other)


def _figures(words: frozenset[str]) -> set[str]:
    return {word for word in words if word[0].isdigit()}
