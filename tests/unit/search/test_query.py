"""The query language: what is typed, how it is read, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.search.query import MAX_CHARACTERS, MAX_DEPTH, MAX_TERMS, parse
from sanad.search.tree import And, Field, Fuzzy, Near, Not, Or, Outside, Prefix, Term, leaves
from sanad.search.wording import read_as, typed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("digital policy", "digital and policy"),
        ("digital AND policy", "digital and policy"),
        ("cloud OR robots", "cloud or robots"),
        ("cloud OR robots AI", "cloud or (robots and AI)"),
        ("(cloud OR robots) AI", "(cloud or robots) and AI"),
        ("digital -china", "digital, without china"),
        ("digital \u2013china", "digital, without china"),
        ("digital NOT china NOT oil", "digital, without china or oil"),
        ("digital -(china OR oil)", "digital, without (china or oil)"),
        ("-china", "all articles, without china"),
        ("Pakistan - Malaysia", "Pakistan and Malaysia"),
        ('"Digital Pakistan" IT', "“Digital Pakistan” and IT (in capitals)"),
        ("coop*", "words that begin with coop"),
        ("minister~", "words at most one letter away from minister"),
        ("climate NEAR/5 policy", "climate and policy within 5 words"),
        ('"climate policy"~5', "“climate” and “policy” within 5 words"),
        ("title:digital", "with digital in the title"),
        ("place:Malaysia digital", "digital, in articles that name Malaysia"),
        ("org:OIC", "in articles that name OIC as an organisation"),
        ("organisation:OIC", "in articles that name OIC as an organisation"),
        (
            "place:(China OR Malaysia)",
            "in articles that name China or in articles that name Malaysia",
        ),
        ("source:Dawn", "published by Dawn"),
        ("file:003", "from files named 003"),
        ("date:2025", "dated 2025"),
        ("date:2024..2025-06", "dated 2024 to June 2025"),
        ("date:2024..", "dated 2024 or later"),
        ("date:..2025-06-03", "dated 3 June 2025 or before"),
        ("date:unknown", "with no date stated"),
        ("tag:risk is:unread", "tagged risk, that are unread"),
    ],
)
def test_the_read_back_line_says_how_a_query_is_read(text, words):
    query = parse(text)
    assert read_as(query) == words
    assert query.notes == ()


@pytest.mark.parametrize("text", ["and", "or", "the", "not", "near"])
def test_small_letters_are_words_not_operators(text):
    assert isinstance(parse(text).root, Term)


@pytest.mark.parametrize(
    ("text", "words", "note"),
    [
        ("AI AND (", "AI", "not closed"),
        ("AI OR", "AI", "OR has nothing after it"),
        ("OR AI", "AI", "OR has nothing before it"),
        ("AND AI", "AI", "AND has nothing before it"),
        ("AI NOT", "AI", "NOT has nothing after it"),
        ("AI NEAR", "AI", "NEAR has nothing after it"),
        ("AI )", "AI", "closes nothing"),
        ("AI ()", "AI", "holds nothing"),
        ('AI "', "AI", "not closed"),
        ("AI place:", "AI", "place: has no value"),
        ("minister:Khawaja", "minister and Khawaja", "not a field"),
        ("AI &&& policy", "AI and policy", "no letter or figure"),
        ("cloud or robots", "cloud, “or” and robots", "OR in capitals"),
        ("coop* NEAR/3 AI", "words that begin with coop and AI", "read as AND"),
    ],
)
def test_what_is_read_otherwise_is_said(text, words, note):
    query = parse(text)
    assert read_as(query) == words
    assert any(note in sentence for sentence in query.notes), query.notes


@pytest.mark.parametrize(
    "text",
    [
        "a" * (MAX_CHARACTERS + 1),
        " ".join(f"w{n}" for n in range(MAX_TERMS + 1)),
        "(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1),
        "-(" * (MAX_DEPTH + 1) + "a",
        "NOT " * 40 + "a",
        "*a*",
        "*",
        "a*",
        "dig*tal",
        "aa* bb* cc* dd*",
        "word~9",
        "word~2",
        "ab~",
        "word1~ word2~ word3~ word4~",
        "a NEAR/5000 b",
        '"a b"~0',
        "date:yesterday",
        "date:2025-13",
        "date:2025..2024",
    ],
)
def test_what_is_over_a_bound_is_refused_in_one_sentence(text):
    query = parse(text)
    assert query.root is None
    assert len(query.notes) == 1
    assert query.notes[0].endswith(".")
    assert len(query.notes[0]) < 200


def test_a_colon_in_an_address_or_a_time_is_no_field():
    assert parse("https://moitt.gov.pk").notes == ()
    assert parse("12:30").notes == ()


def test_the_tree_has_the_fields_of_its_leaves():
    root = parse("title:(cloud OR robots) coop* word~ tag:risk").root
    assert isinstance(root, And)
    either, beginning, similar, outside = root.nodes
    assert isinstance(either, Or)
    assert [leaf.field for leaf in leaves(either)] == [Field.TITLE, Field.TITLE]
    assert isinstance(beginning, Prefix)
    assert isinstance(similar, Fuzzy)
    assert outside == Outside("tag", "risk")


def test_near_joins_words_and_phrases():
    root = parse('climate NEAR/3 "digital policy"').root
    assert isinstance(root, Near)
    assert [part.text for part in root.parts] == ["climate", "digital policy"]
    root = parse("a NEAR/3 b NEAR/3 c").root
    assert isinstance(root, Near)
    assert [part.text for part in root.parts] == ["a", "b", "c"]


def test_leaves_tell_what_is_negated():
    root = parse("a -(b OR NOT c)").root
    assert [leaf.text for leaf in leaves(root)] == ["a", "c"]
    assert [leaf.text for leaf in leaves(root, negated=True)] == ["b"]


def test_not_twice_is_nothing():
    assert parse("NOT -digital").root == parse("digital").root
    assert isinstance(parse("NOT digital").root, Not)


SYNTAX = st.lists(
    st.sampled_from(
        ["digital", "policy", "IT", "AND", "OR", "NOT", "-", "(", ")", '"', "NEAR/3", "title:",
         "place:", "date:", "2025", "*", "~", "~5", "co*", "co~", " ", " ", "x:", "\u201c",
         "\u200f", "&"]
    )
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(SYNTAX, st.text(max_size=60)))
def test_no_text_makes_the_parser_fail(text):
    query = parse(text)
    assert all(note.endswith(".") for note in query.notes)
    assert (query.root is None) == (read_as(query) == "")


@settings(max_examples=200, deadline=None)
@given(SYNTAX)
def test_a_query_written_out_again_is_read_the_same(text):
    root = parse(text).root
    if root is not None:
        assert read_as(parse(typed(root))) == read_as(parse(text))
