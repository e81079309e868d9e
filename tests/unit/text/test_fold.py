import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.text.fold import DROPPED, fold, folded

characters = st.characters() | st.sampled_from(list("‑–—’‘“”é\u0301ßﬁİıØ½™ۂ۵٣ـآ가が"))
texts = st.text(characters | st.sampled_from(list(DROPPED)), max_size=80)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("long‑standing", "long-standing"),
        ("Pakistan–Malaysia", "pakistan-malaysia"),
        ("Pakistan’s", "pakistan's"),
        ("“vision”", '"vision"'),
        ("Luleå", "LULEA"),
        ("Türkiye", "Turkiye"),
        ("Philémon", "Phile\u0301mon"),
        ("oﬃce", "office"),
        ("coop\u00aderation", "cooperation"),
        ("Shaza\u00a0Fatima\u202fKhawaja", "shaza fatima khawaja"),
        ("قومي مصنوعي ذہانت پاليسي", "قومی مصنوعی ذہانت پالیسی"),
        ("كابينہ", "کابینہ"),
        ("الهَيْئَةُ السُّعُودِيَّةُ", "الهيئة السعودية"),
        ("العربيــة", "العربية"),
        ("ہوں\u200cگے", "ہوںگے"),
        ("۲۰۲۵", "2025"),
        ("٢٠٢٥", "2025"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
    ],
)
def test_what_a_reader_calls_the_same_word_folds_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Malaysia", "Indonesia"), ("d\u200bigital", "digital"), ("हिंदी", "हंदा"), ("が", "か")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(texts, st.integers(0, 80))
def test_a_slice_folds_to_a_slice(text: str, cut: int) -> None:
    assert folded(text[:cut]) + folded(text[cut:]) == folded(text)


@given(texts)
def test_every_folded_character_knows_its_original(text: str) -> None:
    form, offsets = fold(text)
    assert form == folded(text)
    assert len(offsets) == len(form) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)
    for char, offset in zip(form, offsets, strict=False):
        assert char in folded(text[offset])


@given(texts)
def test_case_never_matters(text: str) -> None:
    assert folded(text.casefold()) == folded(folded(text.casefold()))


def test_controls_and_lone_surrogates_fold_to_nothing() -> None:
    assert folded("a\x00b\ud800c\x85") == "abc "
