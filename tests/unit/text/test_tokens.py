import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.assets import seeds
from sanad.text.fold import folded
from sanad.text.tokens import Token, is_acronym, tokens


def terms(text: str) -> list[str]:
    return [token.term for token in tokens(text)]


def places(text: str) -> list[tuple[int, str]]:
    return [(token.position, token.term) for token in tokens(text)]


@pytest.mark.parametrize("form", ["long-standing", "long‑standing", "long–standing"])
def test_a_hyphen_compound_is_its_parts_and_joined(form: str) -> None:
    assert tokens(f"a {form} tie") == [
        Token(0, "a", 0, 1, False),
        Token(1, "long", 2, 6, False),
        Token(1, "longstanding", 2, 15, True),
        Token(2, "standing", 7, 15, False),
        Token(3, "tie", 16, 19, False),
    ]


def test_a_fiscal_year_is_found_with_and_without_a_blank() -> None:
    assert places("FY2025‑26") == [(0, "fy"), (0, "fy2025"), (1, "2025"), (2, "26")]


def test_a_range_of_numbers_is_not_joined() -> None:
    assert terms("2025–2028") == ["2025", "2028"]


@pytest.mark.parametrize("whole", ["5G", "G20", "2.5", "6g"])
def test_letters_and_digits_stay_whole(whole: str) -> None:
    assert terms(whole) == [whole.lower()]


def test_capitals_with_digits_are_no_acronym_so_that_other_spellings_find_them() -> None:
    assert terms("COVID19") == ["covid19"]
    assert terms("COVID-19") == ["covid", "COVID", "covid19", "19"]


def test_numbers_lose_the_comma_of_thousands_and_dates_split() -> None:
    assert terms("2,000 and 1,234.5") == ["2000", "and", "1234.5"]
    assert terms("30.05.2024") == ["30", "05", "2024"]


@pytest.mark.parametrize("written", ["IT", "IT’s", "IT-driven"])
def test_an_acronym_in_capitals_has_a_term_the_pronoun_lacks(written: str) -> None:
    assert "IT" in terms(f"The {written} sector")
    assert "IT" not in terms("it is what it is. It was. its")


def test_dotted_acronyms_are_the_undotted_ones_but_never_the_pronoun() -> None:
    assert places("the U.S. said") == [(0, "the"), (1, "u.s"), (1, "US"), (2, "said")]
    assert places("the U.A.E. said") == [(0, "the"), (1, "uae"), (1, "UAE"), (2, "said")]
    assert "us" not in terms("U.S.")
    assert "US" in terms("the US said")


def test_the_plural_of_an_acronym_is_the_acronym_too() -> None:
    assert terms("SMEs") == ["smes", "SME"]


def test_a_line_in_capitals_has_no_acronyms() -> None:
    assert not any(map(is_acronym, terms("WORLD LEADERS ADOPT IT")))
    assert "DCO" in terms("WORLD LEADERS ADOPT IT\nThe DCO met.")


def test_possessives_are_dropped_and_other_apostrophes_close_up() -> None:
    assert terms("Pakistan’s Qur’an countries' d'Ivoire") == [
        "pakistan", "quran", "countries", "divoire",
    ]  # fmt: skip


def test_footnote_marks_and_emphasis_marks_are_no_part_of_a_word() -> None:
    assert terms("policy¹ _word_ snake_case") == ["policy", "word", "snake", "case"]


def test_marks_and_joiners_inside_arabic_words_do_not_part_them() -> None:
    assert terms("الهَيْئَةُ ہوں\u200cگے العربيــة") == [
        folded("الهيئة"), folded("ہوںگے"), folded("العربية"),
    ]  # fmt: skip


def test_words_of_a_dash_or_a_web_address_follow_one_another() -> None:
    assert terms("word—word moitt.gov.pk.") == ["word", "word", "moitt", "gov", "pk"]


texts = st.lists(
    st.sampled_from(
        ["long-standing", "U.S.", "IT", "FY2025", "2,000", "’s", "’", ".", " ", "\n", "-", "¹", "_"]
    )
    | st.sampled_from(["SHOUTED WORDS", "é", "ہ\u200cے", "&", "5G", "(AI)", "3.5", "\ud800", " "])
    | st.text(max_size=6),
    max_size=30,
).map("".join)


@given(texts)
def test_tokens_come_in_order_and_stand_for_what_they_cover(text: str) -> None:
    found = tokens(text)
    assert [token.position for token in found] == sorted(token.position for token in found)
    assert sorted({token.position for token in found}) == list(
        range(found[-1].position + 1 if found else 0)
    )
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        assert token.term
        own = "".join(char for char in folded(text[token.start : token.end]) if char.isalnum())
        term = "".join(char for char in token.term if char.isalnum())
        assert own.startswith(term.lower()[:64])
        assert is_acronym(token.term) or folded(token.term) == token.term


@given(texts, texts)
def test_tokens_of_a_paragraph_do_not_depend_on_its_neighbours(one: str, other: str) -> None:
    both = terms(one + "\n" + other)
    assert both == terms(one) + terms(other)


def test_one_search_finds_the_three_spellings_in_the_seeds() -> None:
    texts_by_name = {path.name[:3]: path.read_text(encoding="utf-8") for path in seeds()}
    joined = [name for name, text in texts_by_name.items() if "longstanding" in terms(text)]
    assert joined == ["000", "001", "003"]
    assert [name for name, text in texts_by_name.items() if "IT" in terms(text)] == ["000", "002"]
    assert [name for name, text in texts_by_name.items() if "US" in terms(text)] == []
