"""Chooses the sentences that say most of an article: TextRank, then repeats taken out.

TextRank as in Mihalcea & Tarau (2004): sentences are nodes, shared content words are edges. Nothing
is written or cut: a summary is a choice of whole sentences.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sanad.summaries.words import content_words
from sanad.text.sentences import Sentence
from sanad.text.spans import Span

DEFAULT_SHARE = 0.3
"""Part of an article's sentences that a summary keeps when nothing else is said."""

_DAMPING = 0.85
_ROUNDS = 30
_SETTLED = 1e-5
_MOST_RANKED = 250
"""Sentences that are ranked by graph; a book's others are ranked by frequency, in linear time."""
_MOST_BY_SHARE = 100
"""A share of a very long text is still a summary; only a count asks for more."""
_REPEAT = 0.42
"""Shared weight from which the shorter of two sentences of one article counts as said already."""
_PHRASE_REPEAT = 0.2
"""The same for two sentences that also share a phrase."""
_NAME_WEIGHT = 0.3
_VARIETY = 0.5
"""How much a sentence loses by being like a chosen one, against its rank."""
_LEAST_WORDS = 4
_HEADLINE_WORDS = 12
_STOPS = frozenset(".!\u2026\u3002\uff01\u06d4")
_QUESTIONS = frozenset("?\u061f\uff1f")
_NAME = re.compile(r"(?<=\w[ \-\u2010-\u2014(])[^\W\d_a-z]\w*")
_CLOSERS = "\"'\u201d\u2019\u00bb\u203a)]\u300d\u300f"


def summarise(
    text: str,
    sentences: Sequence[Sentence],
    boilerplate: Sequence[Span],
    *,
    share: float = DEFAULT_SHARE,
    limit: int | None = None,
) -> list[Sentence]:
    """Return the sentences that say most of *text*, in its order.

    *share* (0 to 1) of the sentences fit to be chosen, at least one and at most a hundred; *limit*
    sentences when it is given. There may be fewer, since what was said is not said again. Sentences
    that touch boilerplate are never chosen; headings, questions and stubs only when the article has
    nothing else. The same input gives the same summary.
    """
    candidates = _candidates(text, sentences, boilerplate)
    wanted = limit if limit is not None else _count_of_share(share, len(candidates))
    if wanted <= 0 or not candidates:
        return []
    chosen = _chosen(_ranked(candidates), wanted, _Likeness(candidates))
    return sorted(candidate.sentence for candidate in chosen)


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    words: frozenset[str]
    names: frozenset[str]
    """Those of *words* that are written as parts of names."""
    phrases: frozenset[tuple[str, ...]]
    """Runs of three content words that are not all part of names."""
    length: int
    """Content words, repeats included."""


def _candidates(
    text: str, sentences: Sequence[Sentence], boilerplate: Sequence[Span]
) -> list[_Candidate]:
    own = [one for one in sentences if not any(span.overlaps(one.span) for span in boilerplate)]
    alone = {one for one, count in Counter(s.paragraph for s in sentences).items() if count == 1}
    full: list[_Candidate] = []
    short: list[_Candidate] = []
    seen: set[frozenset[str]] = set()
    for sentence in own:
        written = text[sentence.start : sentence.end]
        words = content_words(written)
        names = frozenset(content_words(" ".join(_NAME.findall(written))))
        runs = zip(words, words[1:], words[2:], strict=False)
        phrases = frozenset(run for run in runs if not names.issuperset(run))
        candidate = _Candidate(sentence, frozenset(words), names, phrases, len(words))
        if candidate.words in seen:
            continue
        seen.add(candidate.words)
        if _is_full(written, words, stands_alone=sentence.paragraph in alone):
            full.append(candidate)
        elif words:
            short.append(candidate)
    return full or short


def _is_full(written: str, words: Collection[str], *, stands_alone: bool) -> bool:
    """Whether a sentence is neither a question nor a heading nor a stub."""
    last = written.rstrip(_CLOSERS + " ")[-1:]
    if last in _QUESTIONS or len(words) < _LEAST_WORDS:
        return False
    return last in _STOPS or not stands_alone or len(written.split()) > _HEADLINE_WORDS


def _count_of_share(share: float, candidates: int) -> int:
    if candidates == 0 or share <= 0:
        return 0
    return max(1, min(round(share * candidates), _MOST_BY_SHARE))


def _chosen(
    ranked: list[tuple[_Candidate, float]], wanted: int, likeness: "_Likeness"
) -> list[_Candidate]:
    """Return the *wanted* candidates that say most and least of what others say already.

    Maximal marginal relevance as in Carbonell & Goldstein (1998); scores count from 0 to 1.
    """
    chosen: list[_Candidate] = []
    left = ranked[:_MOST_RANKED]
    said = [0.0] * len(left)
    while left and len(chosen) < wanted:
        best = max(range(len(left)), key=lambda i: left[i][1] - _VARIETY * said[i])
        candidate = left[best][0]
        chosen.append(candidate)
        kept = [i for i in range(len(left)) if not likeness.is_repeat(left[i][0], candidate)]
        said = [max(said[i], likeness.of(left[i][0], candidate)) for i in kept]
        left = [left[i] for i in kept]
    for candidate, _ in ranked[_MOST_RANKED:]:
        if len(chosen) >= wanted:
            break
        if not any(likeness.is_repeat(candidate, other) for other in chosen):
            chosen.append(candidate)
    return chosen


def _ranked(candidates: list[_Candidate]) -> list[tuple[_Candidate, float]]:
    """Return *candidates* with a score from 0 to 1, the most telling first.

    Those beyond the first `_MOST_RANKED` have no score of their own.
    """
    if len(candidates) > _MOST_RANKED:
        by_frequency = _by_frequency(candidates)
        head = sorted(by_frequency[:_MOST_RANKED], key=lambda one: one.sentence.number)
        return _ranked(head) + [(one, 0.0) for one in by_frequency[_MOST_RANKED:]]
    scores = _textrank(candidates)
    highest = max(scores)
    order = sorted(range(len(candidates)), key=lambda i: (-round(scores[i], 9), i))
    return [(candidates[i], scores[i] / highest) for i in order]


def _by_frequency(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return *candidates* by how often their words occur in other sentences, per word."""
    occurrences = Counter(word for one in candidates for word in one.words)
    return sorted(
        candidates,
        key=lambda one: (
            -round(_sum_of_logs(one.words, occurrences) / math.sqrt(one.length or 1), 9),
            one.sentence.number,
        ),
    )


def _sum_of_logs(words: frozenset[str], occurrences: Counter[str]) -> float:
    return sum(math.log(occurrences[word]) for word in words)


def _textrank(candidates: list[_Candidate]) -> list[float]:
    """Return one score a candidate; they sum to one."""
    count = len(candidates)
    logs = [math.log(one.length) if one.length > 1 else 0.0 for one in candidates]
    edges: list[list[tuple[int, float]]] = [[] for _ in candidates]
    for i, one in enumerate(candidates):
        for j in range(i):
            shared = len(one.words & candidates[j].words)
            if shared and logs[i] and logs[j]:
                weight = shared / (logs[i] + logs[j])
                edges[i].append((j, weight))
                edges[j].append((i, weight))
    flows = [
        [(j, _DAMPING * weight / total) for j, weight in neighbours]
        for neighbours in edges
        for total in (sum(weight for _, weight in neighbours),)
    ]
    scores = [1 / count] * count
    for _ in range(_ROUNDS):
        settled = [(1 - _DAMPING) / count] * count
        for score, flow in zip(scores, flows, strict=True):
            for j, part in flow:
                settled[j] += score * part
        change = sum(abs(new - old) for new, old in zip(settled, scores, strict=True))
        scores = settled
        if change < _SETTLED:
            break
    return scores


class _Likeness:
    """How much of one sentence another one says.

    Words of many sentences count for little, and so do names: two sentences about the same people
    may state different things.
    """

    def __init__(self, candidates: list[_Candidate]) -> None:
        occurrences = Counter(word for one in candidates for word in one.words)
        count = len(candidates)
        self._weights = {word: math.log(1 + count / often) for word, often in occurrences.items()}
        self._totals = {one.sentence: self._weight(one.words, one.names) for one in candidates}

    def of(self, one: _Candidate, other: _Candidate) -> float:
        """Return the part of the lighter sentence's weight that both share, 0 to 1."""
        lighter = min(self._totals[one.sentence], self._totals[other.sentence])
        shared = one.words & other.words
        if not shared or not lighter:
            return 0.0
        return min(1.0, self._weight(shared, one.names | other.names) / lighter)

    def is_repeat(self, one: _Candidate, other: _Candidate) -> bool:
        """Whether one of the two says nothing that the other does not."""
        least = _REPEAT if one.phrases.isdisjoint(other.phrases) else _PHRASE_REPEAT
        return self.of(one, other) >= least

    def _weight(self, words: frozenset[str], names: frozenset[str]) -> float:
        # In a fixed order, since sums of floats depend on it and sets have none.
        weights = self._weights
        return sum(weights[word] * (_NAME_WEIGHT if word in names else 1) for word in sorted(words))
