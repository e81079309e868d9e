"""Look up terms in a sorted vocabulary."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence


def with_prefix(vocabulary: Sequence[str], prefix: str) -> Sequence[str]:
    """Return the terms that begin with *prefix*, in order."""
    first = bisect_left(vocabulary, prefix)
    last = bisect_left(vocabulary, prefix + "\U0010ffff", first)
    return vocabulary[first:last]


def holds(vocabulary: Sequence[str], term: str) -> bool:
    """Whether *term* is in *vocabulary*."""
    at = bisect_left(vocabulary, term)
    return at < len(vocabulary) and vocabulary[at] == term


def one_edit_away(vocabulary: Sequence[str], term: str, alphabet: Iterable[str]) -> list[str]:
    """Return *term* and the terms one edit from it (see `places.is_one_edit_away`), sorted.

    *alphabet* holds every character of the vocabulary: each edit is tried, which looks at fewer
    words than there are.
    """
    cuts = [(term[:n], term[n:]) for n in range(len(term) + 1)]
    tried = {term}
    tried.update(left + right[1:] for left, right in cuts)
    tried.update(left + right[1::-1] + right[2:] for left, right in cuts if len(right) > 1)
    for letter in alphabet:
        tried.update(left + letter + right for left, right in cuts)
        tried.update(left + letter + right[1:] for left, right in cuts)
    return sorted(word for word in tried if holds(vocabulary, word))
