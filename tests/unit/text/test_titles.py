import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.assets import seeds
from sanad.text.plain import render_plain
from sanad.text.titles import derived_title, headline


def test_the_seeds_have_titles_that_read_like_titles() -> None:
    titles = [derived_title(render_plain(path.read_text("utf-8")).text) for path in seeds()]
    assert titles == [
        "Pakistan is preparing to assume a pivotal leadership role in the global technology "
        "landscape…",
        "Pakistan and Malaysia have agreed to strengthen collaboration in the digital sector…",
        "Syed Amin Ul Haque … stated that Pakistan would like to further solidify its strategic "
        "engagement…",
        "Pakistan and China have reaffirmed their commitment to deepen cooperation in digital "
        "investment…",
        "Pakistan’s new technology policy is all about Global AI Partnerships",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "EU and Japan deepen digital work",
        "Who owns the data?",
        "World leaders adopt Pact",
        "AI: now!",
    ],
)
def test_a_short_first_line_without_a_stop_is_the_headline(line: str) -> None:
    text = f"{line}\nThe report begins here and goes on for a while."
    assert headline(text) == line
    assert derived_title(text) == line


@pytest.mark.parametrize(
    "line",
    [
        "A sentence with its stop.",
        "By Amina Yusuf",
        "June 3, 2025",
        "Monday, 3 June 2025",
        "2025-06-03",
        "https://example.org/article",
        "* * *",
        "An opening clause,",
        "word " * 30,
    ],
)
def test_other_first_lines_are_no_headline(line: str) -> None:
    assert headline(f"{line}\nThe report begins here and goes on for a while.") is None


def test_a_text_of_one_line_has_no_headline_but_a_title() -> None:
    assert headline("Ministers meet") is None
    assert derived_title("Ministers meet") == "Ministers meet"
    assert derived_title("") == ""
    assert derived_title("\u200b") == ""


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The council met in Baku.", "The council met in Baku"),
        (
            "ISLAMABAD (APP) - The cabinet approved the policy on Monday.",
            "The cabinet approved the policy on Monday",
        ),
        (
            "NEW YORK, July 20 (Xinhua) -- The assembly adopted the text.",
            "The assembly adopted the text",
        ),
        (
            "In Beijing last month, the planning minister told reporters that the corridor would "
            "take in technology, energy and trade in its next stage.",
            "In Beijing last month, the planning minister told reporters…",
        ),
        (
            "The regulator has published rules for the use of data in hospitals, which take effect "
            "in May next year and bind every provider.",
            "The regulator has published rules for the use of data in hospitals…",
        ),
    ],
)
def test_a_title_is_a_whole_clause_of_the_first_sentence(sentence: str, title: str) -> None:
    assert derived_title(sentence + " More follows.") == title


def test_bylines_and_footers_give_no_title() -> None:
    text = "By Amina Yusuf\nFollow us on Facebook for updates\nThe council met in Baku."
    assert derived_title(text) == "The council met in Baku"


@given(st.text(st.sampled_from("abcd ,.;–\n…اب"), max_size=400))
def test_a_title_is_one_line_of_bounded_length(text: str) -> None:
    title = derived_title(text)
    assert "\n" not in title
    assert len(title) <= 121
    assert title == title.strip()
