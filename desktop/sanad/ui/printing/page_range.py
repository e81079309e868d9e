"""Reads which pages are wanted: ``1-3, 5``."""

import re

from sanad.errors import SanadError

_RANGE = re.compile(r"(\d*)\s*[-\u2010-\u2015]\s*(\d*)|(\d+)")


def pages_in(written: str, count: int) -> list[int]:
    """Return the numbers that *written* names of *count* pages, ascending; all when it is empty.

    ``3-`` means from page 3 on. Raises `SanadError` with a sentence.
    """
    wanted: set[int] = set()
    for part in filter(None, (part.strip() for part in re.split(r"[,;\u060c]", written))):
        match = _RANGE.fullmatch(part)
        if match is None or part.strip("-") == "":
            raise SanadError(f"\u201c{part}\u201d is not a page: write for example 1-3, 5.")
        first, last, single = match.groups()
        start = int(single or first or 1)
        end = int(single or last or count)
        for number in (start, end):
            if not 1 <= number <= count:
                raise SanadError(f"There is no page {number}: {_has(count)}.")
        if start > end:
            raise SanadError(f"\u201c{part}\u201d runs backwards: write {end}-{start}.")
        wanted.update(range(start, end + 1))
    return sorted(wanted) or list(range(1, count + 1))


def _has(count: int) -> str:
    return "there is 1 page" if count == 1 else f"there are {count} pages"
