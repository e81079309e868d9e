"""Which sentences of two articles state the same."""

import pytest

from sanad.summaries.repeats import Repeats

FIGURES = "Figures show that foreign direct investment dropped 25% in the first five months."


def same(one: str, other: str) -> bool:
    repeats = Repeats()
    repeats.add((1, 1), one)
    repeats.add((2, 4), other)
    found = repeats.of((1, 1))
    assert repeats.of((2, 4)) == ([(1, 1)] if found else [])
    return found == [(2, 4)]


@pytest.mark.parametrize(
    "other",
    [
        FIGURES,
        "Recent figures show that foreign direct investment dropped 25% in the first five months.",
        "The figures showed foreign direct investments dropping 25% in the first five months",
    ],
)
def test_a_sentence_in_slightly_other_words_states_the_same(other: str) -> None:
    assert same(FIGURES, other)


@pytest.mark.parametrize(
    "other",
    [
        FIGURES.replace("25", "20"),
        "Pakistan and China have reaffirmed their commitment to deepen digital cooperation.",
        "Foreign direct investment dropped.",
        "",
    ],
)
def test_other_figures_or_another_subject_is_another_statement(other: str) -> None:
    assert not same(FIGURES, other)


def test_agreements_with_two_countries_are_two_statements() -> None:
    assert not same(
        "Pakistan and Malaysia have agreed to establish a policy dialogue on digital trade.",
        "Pakistan and China have agreed to finance a research centre for digital trade.",
    )


def test_a_sentence_that_was_not_taken_in_repeats_nothing() -> None:
    assert Repeats().of((1, 1)) == []
