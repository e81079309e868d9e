"""Where a leaf of the query stands among the positions of one text.

The index asks this of stored positions, the highlight of a fresh analysis; the answer is the same.
"""

from collections.abc import Callable, Iterable, Sequence

Place = tuple[int, int]
"""First and last position, both inclusive."""

PlacesOf = Callable[[str], Sequence[Place]]
"""The places of one term in the text looked at; empty when it does not stand there."""


def sequence_places(terms: Sequence[str], places_of: PlacesOf) -> list[Place]:
    """Return where *terms* follow one another without a gap, in order."""
    chains = list(places_of(terms[0]))
    for term in terms[1:]:
        if not chains:
            return []
        starts: dict[int, list[int]] = {}
        for first, last in chains:
            starts.setdefault(last + 1, []).append(first)
        chains = [
            (begin, last) for first, last in places_of(term) for begin in starts.get(first, ())
        ]
    return sorted(chains)


def near_places(parts: Sequence[Iterable[Place]], distance: int) -> list[Place]:
    """Return the places of all *parts* that stand together, in order.

    Together is: one place of every part, the last beginning at most *distance* positions after
    the first ends.
    """
    marked = sorted((place, number) for number, places in enumerate(parts) for place in places)
    together: set[Place] = set()
    for at, ((_, last), _) in enumerate(marked):
        window = []
        for place, number in marked[at:]:
            if place[0] - last > distance:
                break
            window.append((place, number))
        if len({number for _, number in window}) == len(parts):
            together.update(place for place, _ in window)
    return sorted(together)


def is_one_edit_away(word: str, term: str) -> bool:
    """Whether one letter more, less, other or swapped with its neighbour makes *term* of *word*.

    True as well when they are the same.
    """
    if abs(len(word) - len(term)) > 1:
        return False
    start = _same(word, term)
    a, b = word[start:], term[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]


def _same(word: str, term: str) -> int:
    """Return how many leading letters *word* and *term* share."""
    for n, (x, y) in enumerate(zip(word, term, strict=False)):
        if x != y:
            return n
    return min(len(word), len(term))
