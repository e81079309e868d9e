"""Content words: what a sentence is about, in a form in which two sentences can be compared."""

import re

from sanad.text.fold import folded
from sanad.text.stop_words import stop_words

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ings", "ing", "edly",
    "ies", "ied", "es", "ed", "s",
)  # fmt: skip
_SHORTEST_STEM = 4


def content_words(text: str) -> list[str]:
    """Return the stems of the words of *text* that are not stop words, in order.

    Inflected forms and spelling variants of one word mostly share a stem; a stem is no word and is
    never shown.
    """
    stop = stop_words()
    return [
        _stem(word)
        for word in (_without_possessive(match) for match in _WORD.findall(folded(text)))
        if word not in stop and (len(word) > 1 or word.isdigit())
    ]


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
