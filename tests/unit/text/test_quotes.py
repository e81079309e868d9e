"""A quote is found by its words, not by its typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.text.quotes import find_quote

TEXT = "Malaysia\u2019s long\u2011standing  plan, \u201cMyDigital\u201d, grew. The plan, grew."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Malaysia's long-standing plan", "Malaysia\u2019s long\u2011standing  plan"),
        ('"mydigital"', "\u201cMyDigital\u201d"),
        ("MyDigital", "MyDigital"),
        ("Long-Standing\nPlan", "long\u2011standing  plan"),
    ],
)
def test_typography_does_not_matter(quote: str, found: str):
    (span,) = find_quote(TEXT, quote)
    assert TEXT[span.start : span.end] == found


def test_every_place_is_found():
    assert len(find_quote(TEXT, "plan,")) == 2


@pytest.mark.parametrize("quote", ["", "  ", "MyDigital plan", "\u00ad"])
def test_what_is_not_said_is_not_found(quote: str):
    assert find_quote(TEXT, quote) == []


@given(st.text(min_size=1), st.text(), st.text())
def test_a_text_says_what_it_contains(quote: str, before: str, after: str):
    text = before + quote + after
    found = find_quote(text, quote)
    if quote.strip():
        assert found
    for span in found:
        assert 0 <= span.start < span.end <= len(text)
