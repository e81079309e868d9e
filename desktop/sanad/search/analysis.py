"""How text becomes the terms that are searched; index, query and highlight all use this.

On top of `sanad.text.tokens`: where an acronym in capitals would fold to a small word (``IT``,
``US``), only its form in capitals is a term, so that *it* and *IT* never find each other. Terms
carry no stems: wider forms are looked up when a query runs, where they can be shown and dropped.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sanad.search.tree import Form
from sanad.text.fold import folded
from sanad.text.spans import Span
from sanad.text.tokens import is_acronym, tokens

SMALL_WORDS = frozenset((
    "a", "aids", "all", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can",
    "did", "do", "for", "from", "go", "had", "has", "have", "he", "her", "him", "his", "how", "i",
    "if", "in", "into", "is", "it", "its", "let", "may", "me", "might", "more", "most", "must",
    "my", "no", "nor", "not", "now", "of", "off", "on", "one", "or", "our", "out", "own", "per",
    "she", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "they",
    "this", "thus", "to", "too", "two", "up", "upon", "us", "was", "we", "well", "were", "what",
    "when", "where", "which", "who", "whom", "why", "will", "with", "yes", "yet", "you", "your",
))  # fmt: skip
"""Words whose capitals are another word: ``US``, ``IT``, ``WHO``, ``AIDS``."""


@dataclass(slots=True)
class Stream:
    """The terms of one text in order, by position, and where they stand.

    A *solid* term stands at one position. A *joined* one is a compound read as one word
    (``longstanding`` for *long-standing*) and covers the positions of its parts.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    """Start and end in the text of the word at each position."""
    solid: dict[str, list[int]] = field(default_factory=dict)
    joined: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """First and last position of each place."""
    length: int = 0
    """How many positions hold a word."""

    def places(self, term: str) -> list[tuple[int, int]]:
        """Return first and last position of each place where *term* stands."""
        solid = [(p, p) for p in self.solid.get(term, ())]
        joined = self.joined.get(term)
        return solid + joined if joined else solid

    def span(self, place: tuple[int, int]) -> Span:
        """Return where in the text the positions of *place* stand."""
        return Span(self.spans[place[0]][0], self.spans[place[1]][1])


def stream(text: str) -> Stream:
    """Return the terms of *text*."""
    return split_stream(text, ())[0]


def split_stream(text: str, aside: Sequence[Span]) -> tuple[Stream, Stream]:
    """Return the terms of *text* outside and inside the spans *aside*.

    Both count the positions of the whole text, so that no phrase leaps over what was left out.
    """
    body, footer = Stream(), Stream()
    ordered = sorted(aside)
    starts = [span.start for span in ordered]
    spans: list[tuple[int, int]] = []
    joined: list[tuple[Stream, str, int, int]] = []
    target, solid, plain = body, body.solid, ""
    for position, term, start, end, is_joined in tokens(text):
        if starts:
            n = bisect_right(starts, start)
            target = footer if n and start < ordered[n - 1].end else body
            solid = target.solid
        if is_joined:
            joined.append((target, term, position, end))
            continue
        if position == len(spans):
            spans.append((start, end))
            target.length += 1
            plain = term
        elif plain in SMALL_WORDS:
            solid[plain].pop()
        if term in solid:
            solid[term].append(position)
        else:
            solid[term] = [position]
    for target, term, first, end in joined:
        last = first
        while last + 1 < len(spans) and spans[last + 1][1] <= end:
            last += 1
        target.joined.setdefault(term, []).append((first, last))
    body.spans = footer.spans = spans
    return body, footer


def forms(text: str) -> tuple[Form, ...]:
    """Return what matches *text* exactly: its words in order first, then other ways to write it.

    The other ways are each compound in one word and each acronym by its capitals.
    """
    words: list[str] = []
    swaps: list[tuple[int, int, str]] = []
    starts: list[int] = []
    for position, term, start, end, is_joined in tokens(text):
        if is_joined:
            swaps.append((position, end, term))
        elif position == len(words):
            words.append(term)
            starts.append(start)
        elif term.lower() in SMALL_WORDS:
            words[position] = term
        elif is_acronym(term):
            swaps.append((position, end, term))
    if not words:
        return ()
    found = [tuple(words)]
    whole, untouched = list(words), len(words)
    for position, end, term in sorted(swaps, reverse=True):
        last = bisect_right(starts, end - 1)
        found.append((*words[:position], term, *words[last:]))
        if last <= untouched:
            whole[position:last] = [term]
            untouched = position
    found.append(tuple(whole))
    return tuple(Form(terms) for terms in dict.fromkeys(found))


def phrase_forms(text: str) -> tuple[Form, ...]:
    """Return what matches a quoted *text*: its `forms`, and any two words written in one."""
    found = forms(text)
    if not found:
        return ()
    words = found[0].terms
    for n, (left, right) in enumerate(pairwise(words)):
        if left.isalpha() and right.isalpha() and not is_acronym(left + right):
            found += (Form((*words[:n], left + right, *words[n + 2 :])),)
    return tuple(dict.fromkeys(found))


def plain_terms(text: str) -> tuple[str, ...]:
    """Return the words of *text* in order, without compounds in one word."""
    found = forms(text)
    return found[0].terms if found else ()


def folded_value(text: str) -> str:
    """Return *text* folded, for values that are compared whole."""
    return " ".join(folded(text).split())


def is_told_by_capitals(terms: Iterable[str]) -> bool:
    """Whether one of *terms* is an acronym that only its capitals tell from a small word."""
    return any(term.lower() in SMALL_WORDS and is_acronym(term) for term in terms)
