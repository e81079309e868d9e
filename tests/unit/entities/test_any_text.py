"""Whatever the text, recognition ends, keeps its offsets and invents nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.initiatives.extract import initiatives
from sanad.text.sentences import sentences

PIECES = st.sampled_from(
    [
        "the",
        "of",
        "and",
        "for",
        "in",
        "The",
        "Ministry",
        "Policy",
        "National",
        "AI",
        "5G",
        "Kenya",
        "São",
        "Paulo",
        "“",
        "”",
        "(",
        ")",
        ",",
        ".",
        "-",
        "–",
        "’s",
        "\n",
        "2025",
        "5th",
        "Minister",
        "Dr.",
        "said",
        "launched",
        "Digital",
        "OIC",
        "U.S.",
        "e",
        "Mongolia",
        "bin",
        "Al",
        "پاکستان",
        "中国",
        "́",
        "ـ",
        "No.",
        "Act",
        "Authority",
        "(PTA)",
        "told",
        "Monday",
        "March",
        "3",
        "million",
    ]
)


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Gazetteer.load())


def check(recogniser, text):
    found = sentences(text)
    mentions = recogniser.mentions(text, found, ())
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        assert mention.entity
        end = mention.end
    for row in initiatives(text, found, mentions):
        assert row.mentions
        assert all(0 <= span.start < span.end <= len(text) for span in row.sentences)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", ""]))
def test_words_in_any_order(recogniser, pieces, blank):
    check(recogniser, blank.join(pieces))


def test_an_accent_alone_is_a_word_like_any_other(recogniser):
    check(recogniser, "\u0301 (PTA) \u0301 Kenya")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_characters(recogniser, text):
    check(recogniser, text)


def test_boilerplate_anywhere_is_skipped(recogniser):
    text = "Kenya won. Uganda lost. Ghana won."
    (first, second, third) = sentences(text)
    found = recogniser.mentions(text, sentences(text), (second.span,))
    assert [m.surface for m in found] == ["Kenya", "Ghana"]
    assert first.end < second.start < third.start
