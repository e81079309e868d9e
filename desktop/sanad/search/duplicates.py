"""Near-duplicates: articles that share most of their wording.

An article's *sketch* is the smallest hashes of its four-word runs (a bottom-k sketch, Cohen &
Kaplan 2007); two sketches tell what share of the runs two articles have in common.
"""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from itertools import islice
from zlib import crc32

from sanad.search.analysis import Stream

RUN = 4
"""Words of one run."""
SIZE = 64
"""Hashes of a sketch at most: the share is known to about one part in sixteen."""
ALIKE = 0.6
"""Share of common runs from which two articles are near-duplicates."""
_COMPARED = 12
"""How many first hashes decide whether two articles are compared at all."""
_COMMON = 2
"""So many of them must be the same, which at a share of 0.6 fails for one pair in 3,000."""
_CROWD = 50
"""Articles remembered under one hash at most: a phrase that all have tells nothing."""
_TRIES = 12
"""Articles that one is compared with at most, those with most first hashes in common first."""

Sketch = tuple[int, ...]


def sketch(body: Stream) -> Sketch:
    """Return the sketch of an article's body, in ascending order; empty for a very short one."""
    words = [""] * len(body.spans)
    for term, positions in body.solid.items():
        for position in positions:
            words[position] = term
    words = [word for word in words if word]
    shifted = (islice(words, n, None) for n in range(RUN))
    hashes = {crc32(" ".join(run).encode()) for run in zip(*shifted, strict=False)}
    return tuple(nsmallest(SIZE, hashes))


def shared(one: Sketch, other: Sketch) -> float:
    """Return the estimated share of runs that two articles have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    smallest = sorted({*one, *other})[:SIZE]
    return len({*one}.intersection(other, smallest)) / len(smallest)


def _are_alike(one: Sketch, other: Sketch) -> bool:
    # What two sketches have in common bounds the share from above, and is soon counted.
    bound = ALIKE * max(len(one), len(other))
    return len({*one}.intersection(other)) >= bound and shared(one, other) >= ALIKE


def groups(sketches: Sequence[Sketch | None]) -> list[int | None]:
    """Return for each article the first article of its group; None when nothing is like it.

    Articles are alike when they share `ALIKE` of their runs; a group holds all that are alike to
    one another through others.
    """
    leader = list(range(len(sketches)))
    buckets: dict[int, list[int]] = {}
    same: dict[Sketch, int] = {}
    for number, mine in enumerate(sketches):
        if not mine:
            continue
        twin = same.setdefault(mine, number)
        if twin != number:  # neither compared nor remembered: a thousand copies cost as one
            leader[number] = _leader(leader, twin)
            continue
        for other in _candidates(mine, buckets):
            first, second = _leader(leader, number), _leader(leader, other)
            if first != second and _are_alike(mine, sketches[other] or ()):
                leader[max(first, second)] = min(first, second)
        for value in mine[:_COMPARED]:
            crowd = buckets.setdefault(value, [])
            if len(crowd) < _CROWD:
                crowd.append(number)
    found = [_leader(leader, number) for number in range(len(sketches))]
    sizes: dict[int, int] = {}
    for first in found:
        sizes[first] = sizes.get(first, 0) + 1
    return [first if sizes[first] > 1 else None for first in found]


def _candidates(mine: Sketch, buckets: dict[int, list[int]]) -> list[int]:
    common = Counter(other for value in mine[:_COMPARED] for other in buckets.get(value, ()))
    return [other for other, count in common.most_common(_TRIES) if count >= _COMMON]


def _leader(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number
