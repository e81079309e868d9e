"""Which pages are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.errors import SanadError
from sanad.ui.printing.page_range import pages_in


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("  ", [1, 2, 3, 4, 5]),
        ("2", [2]),
        ("1-3, 5", [1, 2, 3, 5]),
        ("1–2", [1, 2]),
        ("4-", [4, 5]),
        ("-2", [1, 2]),
        ("5,1, 1", [1, 5]),
        ("3-3;", [3]),
    ],
)
def test_pages_are_read_as_people_write_them(written: str, numbers: list[int]) -> None:
    assert pages_in(written, 5) == numbers


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("9", "There is no page 9: there are 5 pages."),
        ("0", "There is no page 0: there are 5 pages."),
        ("2-9", "There is no page 9: there are 5 pages."),
        ("3-1", "“3-1” runs backwards: write 1-3."),
        ("all", "“all” is not a page: write for example 1-3, 5."),
        ("-", "“-” is not a page: write for example 1-3, 5."),
    ],
)
def test_what_is_no_page_is_said_in_a_sentence(written: str, sentence: str) -> None:
    with pytest.raises(SanadError) as refusal:
        pages_in(written, 5)
    assert str(refusal.value) == sentence


@given(st.text(max_size=12), st.integers(1, 9))
def test_any_text_gives_pages_that_exist_or_a_refusal(written: str, count: int) -> None:
    try:
        numbers = pages_in(written, count)
    except SanadError:
        return
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= set(range(1, count + 1))
