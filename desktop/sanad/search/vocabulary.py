"""Look up terms in a sorted vocabulary."""

from bisect import bisect_left
from collections.abc import Sequence


def with_prefix(vocabulary: Sequence[str], prefix: str) -> Sequence[str]:
    """Return the terms that begin with *prefix*, in order."""
    first = bisect_left(vocabulary, prefix)
    last = bisect_left(vocabulary, prefix + "\U0010ffff", first)
    return vocabulary[first:last]


def holds(vocabulary: Sequence[str], term: str) -> bool:
    """Whether *term* is in *vocabulary*."""
    at = bisect_left(vocabulary, term)
    return at < len(vocabulary) and vocabulary[at] == term
