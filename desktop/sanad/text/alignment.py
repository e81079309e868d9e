"""Where in a Markdown source the characters of the canonical text stand.

Words are aligned by what they follow and precede: a run of words that both texts hold only once is
a fixed point, and the gaps between fixed points are aligned the same way with shorter runs. What a
converter moved, such as footnotes, is found by a second search among what is left.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from sanad.text.rendering import Piece, SourceMap
from sanad.text.spans import Span

_WORD = re.compile("[^\\W_\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+")
_SYNTAX = re.compile(
    r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=[\s)])"  # the address of a link
    r"|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*$"  # the definition of one
    r"|\[\^[^\]\s]+\]:?"  # the mark of a footnote
    r"|<(?!https?:|mailto:)[/!?a-zA-Z][^<>]*>|&(?:#\w+|[a-zA-Z]\w*);"
    r"|^[ >]*(?:\d+[.)]|[-*+])[ ]|^[ ]*(?:```|~~~).*$",
    re.MULTILINE,
)
_RUNS = (6, 3, 1)


class AlignedMap(SourceMap):
    """A source map that is worked out when first asked."""

    def __init__(self, text: str, source: str) -> None:
        super().__init__()
        self._text, self._source = text, source

    def source_span(self, span: Span) -> Span | None:
        """Return the source of *span*, None when its first or last character has none."""
        return self._aligned.source_span(span)

    @cached_property
    def _aligned(self) -> SourceMap:
        return SourceMap(_pieces(self._text, self._source))


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def _pieces(text: str, source: str) -> Iterator[Piece]:
    words, others = _words(text), _source_words(source)
    pairs = _aligned_words(words, others)
    last = _Word("", 0, 0)
    last_found, expected = last, 0
    for index, other in sorted(pairs.items()):
        word, found = words[index], others[other]
        if index == expected and found.start >= last_found.end:
            yield from _gap(text, source, Piece(last.end, word.start, last_found.end, found.start))
        yield Piece(word.start, word.end, found.start, found.end)
        last, last_found, expected = word, found, index + 1
    if expected == len(words):
        yield from _gap(text, source, Piece(last.end, len(text), last_found.end, len(source)))


def _gap(text: str, source: str, gap: Piece) -> Iterator[Piece]:
    """Yield what is alike at both ends of the marks between two aligned words."""
    start, end, source_start, source_end = gap
    head = tail = 0
    room = min(end - start, source_end - source_start)
    while head < room and text[start + head] == source[source_start + head]:
        head += 1
    while tail < room - head and text[end - 1 - tail] == source[source_end - 1 - tail]:
        tail += 1
    yield Piece(start, start + head, source_start, source_start + head)
    yield Piece(end - tail, end, source_end - tail, source_end)


def _words(text: str) -> list[_Word]:
    return [_Word(match.group(), *match.span()) for match in _WORD.finditer(text)]


def _source_words(source: str) -> list[_Word]:
    """Return the words of the source that are no syntax."""
    found: list[_Word] = []
    done = 0
    for syntax in _SYNTAX.finditer(source):
        found.extend(_between(source, done, syntax.start()))
        done = syntax.end()
    found.extend(_between(source, done, len(source)))
    return found


def _between(source: str, start: int, end: int) -> Iterator[_Word]:
    for match in _WORD.finditer(source, start, end):
        yield _Word(match.group(), *match.span())


def _aligned_words(words: list[_Word], others: list[_Word]) -> dict[int, int]:
    """Return for each word that has one the number of its word in the source."""
    left, right = [word.text for word in words], [word.text for word in others]
    pairs = _Aligner(left, right).pairs(begin_together=True)
    taken = set(pairs.values())
    rest = [index for index in range(len(left)) if index not in pairs]
    other_rest = [index for index in range(len(right)) if index not in taken]
    moved = _Aligner([left[index] for index in rest], [right[index] for index in other_rest]).pairs(
        begin_together=False
    )
    pairs.update((rest[index], other_rest[other]) for index, other in moved.items())
    return pairs


class _Region(NamedTuple):
    """Words ``[start, end)`` and the words of the source among which they are looked for."""

    start: int
    end: int
    other_start: int
    other_end: int
    begin_together: bool
    """Whether the first words are known to stand at one place, and so may be compared."""
    end_together: bool


class _Aligner:
    """Pairs the words of two texts that correspond, in one order."""

    def __init__(self, left: list[str], right: list[str]) -> None:
        self._left, self._right = left, right
        self._pairs: dict[int, int] = {}

    def pairs(self, *, begin_together: bool) -> dict[int, int]:
        """Return the number of the right word for each left word that has one."""
        whole = _Region(0, len(self._left), 0, len(self._right), begin_together, False)
        self._align(whole, level=0)
        return self._pairs

    def _align(self, region: _Region, level: int) -> None:
        region = self._without_ends(region)
        start, end, other_start, other_end, begin_together, end_together = region
        if start >= end or other_start >= other_end or level >= len(_RUNS):
            return
        for index, other in self._fixed_points(region, _RUNS[level]):
            gap = _Region(start, index, other_start, other, begin_together, True)
            self._align(gap, level + 1)
            start, other_start, begin_together = index, other, True
        last = _Region(start, end, other_start, other_end, begin_together, end_together)
        self._align(last, level + 1)

    def _without_ends(self, region: _Region) -> _Region:
        """Pair the words at the ends of *region* as far as they are alike; return the rest."""
        left, right = self._left, self._right
        start, end, other_start, other_end, begin_together, end_together = region
        while begin_together and start < end and other_start < other_end:
            if left[start] != right[other_start]:
                break
            self._pairs[start] = other_start
            start, other_start = start + 1, other_start + 1
        while end_together and start < end and other_start < other_end:
            if left[end - 1] != right[other_end - 1]:
                break
            end, other_end = end - 1, other_end - 1
            self._pairs[end] = other_end
        return region._replace(start=start, end=end, other_start=other_start, other_end=other_end)

    def _fixed_points(self, region: _Region, length: int) -> list[tuple[int, int]]:
        """Return the places of runs that both sides hold once, as many as are in one order."""
        ours = _unique_runs(self._left, region.start, region.end, length)
        theirs = _unique_runs(self._right, region.other_start, region.other_end, length)
        return _longest_increasing(
            sorted((ours[run], theirs[run]) for run in ours.keys() & theirs.keys())
        )


def _unique_runs(words: list[str], start: int, end: int, length: int) -> dict[str, int]:
    places: dict[str, int] = {}
    repeated: set[str] = set()
    for index in range(start, end - length + 1):
        run = " ".join(words[index : index + length])
        if run in places:
            repeated.add(run)
        places[run] = index
    for run in repeated:
        del places[run]
    return places


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of *pairs*, sorted by their first, whose second increase too."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, other) in enumerate(pairs):
        place = bisect_left(tails, other)
        before[index] = ends[place - 1] if place else -1
        if place == len(tails):
            tails.append(other)
            ends.append(index)
        else:
            tails[place], ends[place] = other, index
    chosen: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]
