import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sanad.ui.reader.finding import Wanted, find_spans

TEXT = "A long\u2011standing tie. LONG-STANDING ties; longstanding. Cafe and caf\u00e9."


def found(words: str, **how: bool) -> list[str]:
    return [TEXT[slice(*span)] for span in find_spans(TEXT, Wanted(words, **how))]


def test_dashes_case_and_accents_count_as_for_a_search():
    assert found("long-standing") == ["long\u2011standing", "LONG-STANDING"]
    assert found("cafe") == ["Cafe", "caf\u00e9"]


def test_matching_case_takes_every_letter_as_typed():
    assert found("Cafe", match_case=True) == ["Cafe"]
    assert found("long-standing", match_case=True) == []


def test_whole_words_leave_out_parts_of_words():
    assert found("tie") == ["tie", "tie"]
    assert found("tie", whole_words=True) == ["tie"]
    assert found("standing", whole_words=True) == ["standing", "STANDING"]


def test_blanks_alone_find_nothing():
    assert found(" ") == []
    assert found("") == []


@given(st.text("ab \u0628\u064b\ufb01\U0001f600-", max_size=60), st.text("ab \ufb01", max_size=3))
def test_every_match_is_inside_the_text_and_none_overlap(text, words):
    spans = find_spans(text, Wanted(words))

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text("abAB ", max_size=60), st.text("abAB", min_size=1, max_size=3))
def test_matching_case_equals_a_naive_scan(text, words):
    naive = [match.span() for match in re.finditer(re.escape(words), text)]

    assert list(find_spans(text, Wanted(words, match_case=True))) == naive
