"""Where pages end."""

from hypothesis import given
from hypothesis import strategies as st

from sanad.ui.printing.pagination import Band, Chunk, pages_of

HEIGHT = 100.0


def column(*heights: float, keep: tuple[int, ...] = (), gap: float = 2.0) -> list[Chunk]:
    chunks: list[Chunk] = []
    top = 5.0
    for number, height in enumerate(heights):
        chunks.append(Chunk(top, top + height, keeps_next=number in keep))
        top += height + gap
    return chunks


def contents(chunks: list[Chunk]) -> list[list[int]]:
    """Return the numbers of the chunks on each page."""
    return [
        [
            number
            for number, chunk in enumerate(chunks)
            for band in bands
            if band.top <= chunk.top and chunk.bottom <= band.bottom
        ]
        for bands in pages_of(chunks, HEIGHT)
    ]


def test_nothing_fills_one_page() -> None:
    assert pages_of([], HEIGHT) == [()]


def test_what_fits_stays_on_one_page() -> None:
    assert contents(column(40, 30, 20)) == [[0, 1, 2]]


def test_a_chunk_that_does_not_fit_goes_to_the_next_page_whole() -> None:
    chunks = column(60, 30, 30)
    assert contents(chunks) == [[0, 1], [2]]
    assert pages_of(chunks, HEIGHT)[1] == (Band(chunks[2].top, chunks[2].bottom, 0.0),)


def test_a_heading_goes_with_what_it_heads() -> None:
    assert contents(column(60, 20, 30, keep=(1,))) == [[0], [1, 2]]
    assert contents(column(60, 10, 10, 30, keep=(1, 2))) == [[0], [1, 2, 3]]


def test_a_run_that_fits_on_no_page_is_given_up_rather_than_lost() -> None:
    chunks = column(50, 50, 50, 50, keep=(0, 1, 2))
    assert [number for page in contents(chunks) for number in page] == [0, 1, 2, 3]


def test_the_head_of_a_table_is_repeated_on_the_next_page() -> None:
    head = Chunk(0, 10, keeps_next=True)
    rows = [Chunk(10 + 30 * n, 40 + 30 * n, header=(0, 10)) for n in range(5)]
    first, second = pages_of([head, *rows], HEIGHT)
    assert first == (Band(0, 100, 0.0),)
    assert second == (Band(0, 10, 0.0), Band(100, 160, 10.0))


def test_a_chunk_higher_than_a_page_is_cut() -> None:
    pages = pages_of(column(30, 250), HEIGHT)
    assert [band.bottom - band.top for bands in pages[1:] for band in bands] == [100, 100, 50]


@given(
    st.lists(st.tuples(st.floats(1, 140), st.booleans()), max_size=30),
    st.floats(0, 8),
)
def test_every_chunk_stands_once_and_no_page_is_too_full(
    rows: list[tuple[float, bool]], gap: float
) -> None:
    keep = tuple(number for number, (_, keeps) in enumerate(rows) if keeps)
    chunks = column(*(height for height, _ in rows), keep=keep, gap=gap)
    pages = pages_of(chunks, HEIGHT)
    for bands in pages:
        assert sum(band.bottom - band.top for band in bands) <= HEIGHT + 0.001
    standing = [number for page in contents(chunks) for number in page]
    assert standing == [n for n, chunk in enumerate(chunks) if n in standing]
    assert all(n in standing for n, (height, _) in enumerate(rows) if height <= HEIGHT - 0.001)
