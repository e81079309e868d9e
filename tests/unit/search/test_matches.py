"""Highlights and snippets stand where the query matched, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.search.matches import match_spans
from sanad.search.query import parse
from sanad.search.snippets import LONGEST, snippets
from sanad.search.tree import Why
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences
from sanad.text.spans import Span


def marked(query, text, **others):
    return [text[s.start : s.end] for s in match_spans(parse(query), text, **others)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("longstanding", "a long-standing tie", ["long-standing"]),
        ("long-standing", "a longstanding tie", ["longstanding"]),
        ('"longstanding tie"', "a long-standing tie", ["long-standing tie"]),
        ('"a long-standing tie"', "a longstanding tie", ["a longstanding tie"]),
        ("IT", "it is IT, and it is", ["IT"]),
        ("it", "it is IT, and it is", ["it", "it"]),
        ("Pakistan", "Pakistan’s and Pakistan's", ["Pakistan’s", "Pakistan's"]),
        ('"long standing tie"', "a longstanding tie", ["longstanding tie"]),
        ('"a b"', "a b a, b", ["a b", "a, b"]),
        ("a -b", "a c", ["a"]),
        ("(a OR b) c", "a c", ["a", "c"]),
        ("a OR b", "b a", ["b", "a"]),
        ("dig*", "digital dig digit", ["digital", "dig", "digit"]),
        ("minster~", "the minister", ["minister"]),
        ("b NEAR/2 e", "a b c d e f b c e", ["e", "b", "e"]),
        ("title:a b", "a b", ["b"]),
        ("place:a b", "a b", ["b"]),
        ("fy 2025", "in FY2025-26", ["FY", "2025"]),
        ("Lulea", "in Luleå, Sweden", ["Luleå"]),
        ("cooperation", "coop\u00aderation", ["coop\u00aderation"]),
        ("office", "the o\ufb03ce", ["o\ufb03ce"]),
        ("G20", "the G20 met", ["G20"]),
        ("U.S.", "the U.S. said", ["U.S."]),
    ],
)
def test_matches_are_the_characters_of_the_text(query, text, found):
    assert marked(query, text) == found


def test_of_alternatives_only_those_that_hold_are_marked():
    assert marked("(a b) OR c", "a c", title="") == ["c"]


def test_a_word_in_the_title_only_does_not_hide_the_others():
    assert marked("alpha beta", "beta here", title="Alpha") == ["beta"]
    assert marked("alpha beta", "beta here", title="Gamma") == []


def test_matches_in_boilerplate_say_so():
    text = "Body text.\nFollow us on WhatsApp"
    footer = (text.index("Follow"), len(text))
    spans = match_spans(parse("text OR WhatsApp"), text, [Span(*footer)])
    assert [span.in_boilerplate for span in spans] == [False, True]


def test_the_forms_of_an_answer_tell_exact_from_stem(ask, seeds):
    answer = ask("Organisation")
    text = next(a.text for a in seeds if a.id == 4)
    spans = match_spans(answer.query, text)
    assert {text[s.start : s.end] for s in spans} == {"organizations"}
    assert {(span.why, span.exact) for span in spans} == {(Why.STEM, False)}
    text = next(a.text for a in seeds if a.id == 2)
    (span,) = match_spans(answer.query, text)
    assert (span.why, span.exact) == (Why.VARIANT, True)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c-d", "IT", "\n", "e."])).map(" ".join))
def test_matches_are_in_order_and_never_overlap(text):
    spans = match_spans(parse('a OR "a b" OR cd OR IT OR (b NEAR/3 c)'), text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)


def shown(query, text):
    footers = boilerplate_spans(text)
    spans = match_spans(parse(query), text, footers)
    return snippets(text, spans, sentences(text), footers)


def test_snippets_mark_the_matches_within_them():
    text = "First one. The cloud is here. Nothing. A cloud of robots and clouds."
    found = shown("cloud OR robots", text)
    assert [s.sentence for s in found] == [2, 4]
    assert [[s.text[a:b] for a, b in s.marks] for s in found] == [["cloud"], ["cloud", "robots"]]


def test_a_footer_is_no_snippet_where_the_body_matches(seeds):
    text = next(a.text for a in seeds if a.id == 10)
    found = shown("Pakistan", text)
    assert len(found) == 3
    assert not any("Follow the SPIN" in snippet.text for snippet in found)
    (only,) = shown("WhatsApp", text)
    assert only.in_boilerplate


def test_a_long_sentence_is_cut_around_its_match():
    text = "word " * 200 + "needle " + "word " * 200
    (found,) = shown("needle", text)
    assert len(found.text) <= LONGEST + 2
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    ((start, end),) = found.marks
    assert found.text[start:end] == "needle"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .\n\u06d4", max_size=400), st.sampled_from(["a", "ab", '"a b"']))
def test_snippets_hold_their_marks_for_any_text(text, query):
    for snippet in shown(query, text):
        for start, end in snippet.marks:
            assert 0 <= start < end <= len(snippet.text)
