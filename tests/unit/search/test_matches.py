"""What is marked in a text is what made it a hit."""

import pytest

from sanad.search.matches import match_spans
from sanad.search.query import parse

TEXT = "Ghana opened a data centre. The centre serves Accra; data stay in Ghana."


def marked(query: str, title: str | None = None) -> list[str]:
    spans = match_spans(parse(query), TEXT, title=title)
    return [TEXT[span.start : span.end] for span in spans]


@pytest.mark.parametrize("title", [None, "A title about something else"])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("data -togo", ["data", "data"]),
        ("data NOT (togo OR benin)", ["data", "data"]),
        ("centre -lagos OR togo", ["centre", "centre"]),
        ('"data centre"', ["data centre"]),
    ],
)
def test_only_what_made_it_a_hit_is_marked(query: str, expected: list[str], title: str | None):
    assert marked(query, title) == expected


def test_what_is_negated_and_there_makes_no_hit():
    assert marked("data -accra") == []
    assert marked("data -senegal", title="Senegal and Ghana") == []


def test_a_side_of_or_that_does_not_hold_is_not_marked():
    assert marked("(accra centre) OR (data togo)", title="Ghana") == ["centre", "centre", "Accra"]
