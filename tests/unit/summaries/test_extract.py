"""Which sentences make a summary."""

from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.summaries.extract import summarise
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import Sentence, sentences


def summary(source: str, **options: object) -> list[str]:
    text = render_plain(source).text
    chosen = summarise(text, sentences(text), boilerplate_spans(text), **options)  # type: ignore[arg-type]
    return [text[one.start : one.end] for one in chosen]


def lines_of_seed(make: ModuleType, number: int, **options: object) -> list[str]:
    version = make.seed(number).version
    chosen = summarise(version.text, version.sentences, version.boilerplate, **options)
    return [version.text[one.start : one.end] for one in chosen]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 1.0])
def test_a_summary_is_sentences_of_the_source_in_its_order(
    make: ModuleType, number: int, share: float
) -> None:
    version = make.seed(number).version
    chosen = summarise(version.text, version.sentences, version.boilerplate, share=share)
    assert chosen
    assert set(chosen) <= set(version.sentences)
    assert [one.number for one in chosen] == sorted({one.number for one in chosen})


@pytest.mark.parametrize("share", [0.3, 0.5, 1.0])
def test_the_offer_that_002_makes_three_times_appears_once(make: ModuleType, share: float) -> None:
    lines = lines_of_seed(make, 2, share=share)
    assert sum("cutting-edge technologies" in line for line in lines) == 1


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("number", range(5))
def test_footers_and_link_stubs_stay_out(make: ModuleType, number: int, share: float) -> None:
    text = " ".join(lines_of_seed(make, number, share=share))
    for footer in ("WhatsApp", "Everyday Headlines", "Do Follow Link"):
        assert footer not in text


def test_the_summary_of_004_is_not_the_same_claim_again_and_again(make: ModuleType) -> None:
    lines = lines_of_seed(make, 4)
    assert sum("will help" in line for line in lines) <= 3
    assert sum("stronger" in line for line in lines) == 1
    assert sum("get training" in line or "learn new skills" in line for line in lines) == 1
    assert 4 <= len(lines) <= 9


def test_a_longer_summary_is_asked_for_by_share_or_by_count(make: ModuleType) -> None:
    assert len(lines_of_seed(make, 0, limit=3)) == 3
    assert len(lines_of_seed(make, 0, limit=1)) == 1
    assert lines_of_seed(make, 0, limit=0) == []
    short, long = lines_of_seed(make, 0, share=0.1), lines_of_seed(make, 0, share=0.8)
    assert len(short) < len(long)


def test_the_same_article_gives_the_same_summary(make: ModuleType) -> None:
    assert lines_of_seed(make, 4) == lines_of_seed(make, 4)


@pytest.mark.parametrize("source", ["", " \n\n ", "***", "42"])
def test_nothing_to_say_gives_no_summary_or_the_little_there_is(source: str) -> None:
    assert summary(source) in ([], [source.strip()])


def test_an_article_of_one_paragraph_is_summarised() -> None:
    only = "Kazakhstan adopted a concept for the development of artificial intelligence."
    assert summary(only) == [only]


def test_headings_questions_and_stubs_are_chosen_only_when_there_is_nothing_else() -> None:
    source = (
        "The effects of the new policy\n"
        "Will the ministry of technology publish the policy on digital trade this year? He agreed. "
        "The ministry will publish the policy on digital trade in June."
    )
    assert summary(source, share=1.0) == [
        "The ministry will publish the policy on digital trade in June."
    ]
    assert summary("Why the new policy matters", share=1.0) == ["Why the new policy matters"]


def test_the_same_sentence_twice_appears_once() -> None:
    said = "The council approved the agreement on cross-border data flows."
    other = "Members of the forum met ministers of trade in Jakarta on Friday."
    assert summary(f"{said} {other}\n{said}", share=1.0) == [said, other]


def test_urdu_is_summarised_too() -> None:
    source = (
        "وفاقی کابینہ نے قومی مصنوعی ذہانت پالیسی کی منظوری دے دی ہے۔ "
        "پالیسی کا مقصد مصنوعی ذہانت کے شعبے میں روزگار پیدا کرنا ہے۔ "
        "کیا یہ پالیسی مصنوعی ذہانت کے شعبے کو بدل دے گی؟"
    )
    lines = summary(source, share=1.0)
    assert len(lines) == 2
    assert not any("؟" in line for line in lines)


def test_a_book_is_summarised_in_at_most_a_hundred_lines_unless_more_are_asked_for() -> None:
    random = Random(5)
    subjects = [f"w{random.randrange(10**6)}" for _ in range(400)]
    source = "\n".join(f"Of {' '.join(random.sample(subjects, 9))}." for _ in range(800))
    assert len(summary(source, share=1.0)) == 100
    assert len(summary(source, limit=300)) == 300


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_gives_some_of_its_sentences(source: str) -> None:
    text = render_plain(source).text
    numbered = sentences(text)
    chosen = summarise(text, numbered, boilerplate_spans(text), share=0.5)
    assert all(isinstance(one, Sentence) for one in chosen)
    assert set(chosen) <= set(numbered)
    assert chosen == sorted(chosen)
