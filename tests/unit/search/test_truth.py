"""What a search must find in the seed articles, and what it must say."""

import pytest

from sanad.search.matches import match_spans
from sanad.search.query import parse

ALL = ["000", "001", "002", "003", "004"]


@pytest.mark.parametrize(
    "query", ["longstanding", "long-standing", "long‑standing", "long standing"]
)
def test_every_way_to_write_a_compound_finds_every_other(found, query):
    assert found(query) == ["000", "001", "003"]


@pytest.mark.parametrize(
    "query", ['"Digital Pakistan Policy"', "“Digital Pakistan Policy”", "„Digital Pakistan Policy“"]
)
def test_curly_and_straight_quotes_make_the_same_phrase(found, query):
    assert found(query) == ["000"]


def test_an_acronym_in_capitals_never_finds_the_pronoun(found, ask, seeds):
    assert found("IT") == ["000", "002"]
    answer = ask("IT")
    for article in seeds:
        for span in match_spans(answer.query, article.text, article.boilerplate):
            assert article.text[span.start : span.end] == "IT"


def test_the_pronoun_never_finds_the_acronym(ask, seeds):
    answer = ask("it")
    for article in seeds:
        for span in match_spans(answer.query, article.text, article.boilerplate):
            assert article.text[span.start : span.end].lower() == "it"
            assert article.text[span.start : span.end] != "IT"


def test_a_phrase_with_an_acronym_is_literal(found):
    assert found('"IT minister"') == ["002"]


def test_an_acronym_that_is_nowhere_says_so_and_finds_no_other_word(ask):
    answer = ask("US")
    assert answer.total == 0
    assert any("US in capitals" in note for note in answer.notes)


@pytest.mark.parametrize("query", ["May", "will", "can", "the", "and"])
def test_no_word_is_too_common_to_be_searched(ask, seeds, query):
    holding = {a.id for a in seeds if query.lower() in a.text.lower().split()}
    assert holding <= {hit.article for hit in ask(query).hits}


def test_another_spelling_is_found_and_a_plural_is_marked(ask, found):
    assert found("Organisation") == ["000", "002", "004"]
    levels = {hit.article % 10: hit.is_by_stem for hit in ask("Organisation").hits}
    assert levels == {0: False, 2: False, 4: True}


def test_stems_rank_below_exact_words_and_can_be_turned_off(ask, found):
    answer = ask("generative")
    assert [hit.article % 10 for hit in answer.hits] == [4, 0]
    assert [hit.is_by_stem for hit in answer.hits] == [False, True]
    assert [hit.article for hit in ask("generative", dropped=frozenset({"stem"})).hits] == [4]


def test_using_is_of_the_family_of_use_and_not_of_us(ask):
    stems = [e for e in ask("use").expansions if e.why == "stem"]
    assert "using" in stems[0].forms
    assert "us" not in stems[0].forms


def test_a_minus_excludes_and_a_dash_inside_a_word_does_not(found):
    assert found("digital -china") == ["000", "001", "002", "004"]
    assert found("digital NOT china") == ["000", "001", "002", "004"]
    assert found("Pakistan-Malaysia") == ["001"]
    assert found("Pakistan–Malaysia") == ["001"]


@pytest.mark.parametrize(
    ("query", "files"),
    [
        ("2025-2028", ["000"]),
        ("2025–2028", ["000"]),
        ("FY2025-26", ["003"]),
        ("FY2025‑26", ["003"]),
        ("Tier-Four data centers", ["003"]),
        ("AI-driven", ["000", "004"]),
    ],
)
def test_years_and_compounds_are_found_with_any_dash(found, query, files):
    assert found(query) == files


def test_both_apostrophes_agree(found):
    assert found("Pakistan's") == found("Pakistan’s") == found("Pakistan") == ALL
    assert found('"Pakistan\'s Ministry"') == found('"Pakistan’s Ministry"') == ["003"]


def test_a_broken_query_runs_and_explains_itself(ask):
    answer = ask("AI AND (")
    assert answer.read_as == "AI"
    assert answer.total == 4
    assert len(answer.notes) >= 2


def test_an_unknown_field_is_read_as_words_and_said(ask):
    answer = ask("minister:Khawaja")
    assert answer.read_as == "minister and Khawaja"
    assert "“minister:” is not a field" in answer.notes[0]
    assert sorted(hit.article for hit in answer.hits) == [1, 3]


def test_only_what_matched_is_highlighted(seeds):
    for article in seeds:
        for span in match_spans(parse('"digital transformation"'), article.text):
            assert article.text[span.start : span.end].lower() == "digital transformation"


def test_boilerplate_is_found_last_and_marked(ask):
    answer = ask("WhatsApp")
    assert [hit.in_boilerplate for hit in answer.hits] == [True, True]
    answer = ask("Pakistan AND technology")
    assert not any(hit.in_boilerplate for hit in answer.hits)
    answer = ask('"updates" OR "robots"')
    assert answer.hits[0].article == 2
    assert [hit.in_boilerplate for hit in answer.hits] == [False, True, True, True]


def test_the_line_below_the_box_says_it_in_words(ask):
    assert ask("digital policy place:Malaysia").read_as == (
        "digital and policy, in articles that name Malaysia"
    )
    assert ask("digital policy place:Malaysia").total == 1
