"""What a sentence is about."""

import pytest

from sanad.summaries.words import content_words


def test_stop_words_are_left_out_and_forms_of_a_word_are_one() -> None:
    assert content_words("The ministers of the region") == content_words("A minister, regions")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pakistan’s investments", "Pakistan's investment"),
        ("long‑standing", "long-standing"),
        ("FINANCING", "financed"),
        ("پاكستان", "پاکستان"),
    ],
)
def test_spelling_does_not_make_another_word(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_figures_are_words() -> None:
    assert content_words("25% in 2025") == ["25", "2025"]


@pytest.mark.parametrize("text", ["", "of the and", "اور کے کی", "…"])
def test_some_texts_are_about_nothing(text: str) -> None:
    assert content_words(text) == []
