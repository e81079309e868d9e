"""Finds what is typed in the find bar in the text of one article."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sanad.text.fold import Folded, fold, folded

_MOST = 20_000


class Found(NamedTuple):
    """Where the wanted words stand, half-open, in code points."""

    start: int
    end: int

    @property
    def exact(self) -> bool:
        """Always: nothing else is looked for."""
        return True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find, and how."""

    words: str = ""
    match_case: bool = False
    """Letter by letter as typed; otherwise letters, dashes and marks count as for a search."""
    whole_words: bool = False


def find_spans(text: str, wanted: Wanted) -> tuple[Found, ...]:
    """Return where *wanted* occurs in *text*, in order, none overlapping, 20,000 at most."""
    if not wanted.words.strip():
        return ()
    if wanted.match_case:
        found = _occurrences(text, wanted.words, wanted.whole_words)
        return tuple(islice((Found(start, end) for start, end in found), _MOST))
    searched = _fold(text)
    found = _occurrences(searched.text, folded(wanted.words), wanted.whole_words)
    offsets = searched.offsets
    return tuple(
        islice((Found(offsets[start], offsets[end - 1] + 1) for start, end in found), _MOST)
    )


def _occurrences(text: str, words: str, whole: bool) -> Iterator[tuple[int, int]]:
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not whole or (_is_edge(text, start) and _is_edge(text, end)):
            yield start, end
            start = text.find(words, end)
        else:
            start = text.find(words, start + 1)


def _is_edge(text: str, offset: int) -> bool:
    """Say whether no word runs across *offset*."""
    return not (0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum())


@lru_cache(maxsize=2)
def _fold(text: str) -> Folded:
    return fold(text)
