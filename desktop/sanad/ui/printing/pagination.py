"""Cuts one long column into pages, without a line, a table row or a heading left in the lurch."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Chunk(NamedTuple):
    """A part of the column that is not cut, such as a line or a table row; in layout units."""

    top: float
    bottom: float
    keeps_next: bool = False
    """Whether what follows belongs on the same page, as the first paragraph does to its heading."""
    header: tuple[float, float] | None = None
    """The head of the table it belongs to, repeated on a page that begins with it."""


class Band(NamedTuple):
    """A part of the column as it stands on a page."""

    top: float
    bottom: float
    y: float
    """Where its top stands below the page's text area's top."""


def pages_of(chunks: Sequence[Chunk], height: float) -> list[tuple[Band, ...]]:
    """Return the bands of each page, *height* high; at least one page.

    Chunks come from top to bottom. One that is higher than a page is cut.
    """
    pages: list[list[Chunk]] = [[]]
    for group in _groups(chunks, height):
        page = pages[-1]
        if page and _extent(page, group[-1]) > height:
            page = []
            pages.append(page)
        page += group
    return [bands for page in pages for bands in _bands(page, height)]


def _groups(chunks: Sequence[Chunk], height: float) -> Iterator[list[Chunk]]:
    """Yield the runs of chunks that stay together; a run beyond a page's height is given up."""
    group: list[Chunk] = []
    for chunk in chunks:
        group.append(chunk)
        if _extent(group, chunk) > height and len(group) > 1:
            yield from ([one] for one in group[:-1])
            group = [chunk]
        if not chunk.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _extent(page: Sequence[Chunk], last: Chunk) -> float:
    return last.bottom - page[0].top + _header_height(page[0])


def _header_height(first: Chunk) -> float:
    if first.header is None or first.header[0] >= first.top:
        return 0.0
    return first.header[1] - first.header[0]


def _bands(page: Sequence[Chunk], height: float) -> Iterator[tuple[Band, ...]]:
    if not page:
        yield ()
        return
    above = _header_height(page[0])
    header = page[0].header
    bands = [Band(*header, 0.0)] if header and above else []
    top, bottom = page[0].top, page[-1].bottom
    while bottom - top > height - above > 0:
        yield (*bands, Band(top, top + height - above, above))
        top += height - above
    yield (*bands, Band(top, bottom, above))
