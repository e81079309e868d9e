import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.text.sentences import Sentence, sentence_at, sentences

CASES = [
    line
    for line in (Path(__file__).parents[2] / "data" / "sentence-cases.txt").read_text().splitlines()
    if line and not line.startswith("#")
]


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


def article(case: str) -> tuple[str, list[str]]:
    """Return the text of a case and its sentences, all between blank, paragraph and no blank."""
    parts = re.split(r" \|([¶~]?) ", case)
    glue = {"": " ", "¶": "\n", "~": ""}
    text = parts[0] + "".join(
        glue[mark] + sentence for mark, sentence in zip(parts[1::2], parts[2::2], strict=True)
    )
    return text, parts[::2]


@pytest.mark.parametrize("case", CASES)
def test_a_hard_case_is_split_where_a_reader_would(case: str) -> None:
    text, expected = article(case)
    assert split(text) == expected


def test_there_are_as_many_hard_cases_as_the_rules_were_measured_on() -> None:
    assert len(CASES) >= 74


def test_sentences_are_numbered_in_the_article_and_paragraphs_by_line() -> None:
    text = "One. Two.\n\u200b\nThree."
    assert sentences(text) == (
        Sentence(1, 1, 0, 4),
        Sentence(2, 1, 5, 9),
        Sentence(3, 3, 12, 18),
    )


def test_the_sentence_at_an_offset_contains_it_or_is_the_nearest_before() -> None:
    text = "One.  Two."
    found = sentences(text)
    assert sentence_at(found, 0) == found[0]
    assert sentence_at(found, 5) == found[0]
    assert sentence_at(found, 6) == found[1]
    assert sentence_at(found, 99) == found[1]
    assert sentence_at((), 3) is None
    assert sentence_at(sentences("  One."), 0) is None


texts = st.lists(
    st.sampled_from([*"aB1 .!?…\n\"'“”()[]۔؟。", "Dr.", "U.S.", " The ", "e.g.", "\u200b"])
    | st.characters(),
    max_size=60,
).map("".join)


@given(texts)
def test_sentences_cover_all_that_can_be_seen_in_order(text: str) -> None:
    found = sentences(text)
    assert [sentence.number for sentence in found] == list(range(1, len(found) + 1))
    end = 0
    for sentence in found:
        assert end <= sentence.start < sentence.end
        assert not text[end : sentence.start].strip("\u200b\ufeff\n \t\xa0").strip()
        assert "\n" not in text[sentence.start : sentence.end]
        assert sentence.paragraph == text.count("\n", 0, sentence.start) + 1
        end = sentence.end
    assert not text[end:].strip("\u200b\ufeff\n \t\xa0").strip()


@given(texts)
def test_every_offset_within_a_sentence_leads_back_to_it(text: str) -> None:
    found = sentences(text)
    for sentence in found:
        assert sentence_at(found, sentence.start) == sentence
        assert sentence_at(found, sentence.end - 1) == sentence
