from hypothesis import given
from hypothesis import strategies as st

from sanad.assets import seeds
from sanad.text.blocks import LONGEST_PARAGRAPH, LONGEST_WORD
from sanad.text.fold import folded
from sanad.text.plain import render_plain
from sanad.text.spans import Span

lines = st.lists(
    st.sampled_from(
        [
            "word",
            " ",
            "  ",
            "\t",
            "\u00a0",
            "\u202f",
            "\r\n",
            "\n",
            "\r",
            "\u2028",
            "\x0b",
            "é",
            "😀",
        ]
    )
    | st.sampled_from(["\x00", "\x81", "\ufeff", "\ufffc", "\ufffe", "اردو ", "<b>", "&amp;", "**"])
    | st.text(max_size=4),
    max_size=40,
).map("".join)


def without_blanks(text: str) -> str:
    return "".join(folded(text).split())


def test_a_line_is_a_paragraph_and_no_character_is_syntax() -> None:
    source = "# No heading *here*\r\n\r\n  <b>1 &amp; 2</b> | 3  \r\n- last."
    assert render_plain(source).text == "# No heading *here*\n<b>1 &amp; 2</b> | 3\n- last."
    assert "<p>&lt;b&gt;1 &amp;amp; 2&lt;/b&gt; | 3</p>" in render_plain(source).html


def test_a_headline_is_a_heading_and_other_lines_are_not() -> None:
    assert render_plain("Ministers sign a pact\n\nThey met in Baku.").html == (
        "<h1>Ministers sign a pact</h1><p>They met in Baku.</p>"
    )
    assert "<h1>" not in render_plain("They met in Baku.\nThen they left.").html


def test_a_short_line_between_full_paragraphs_is_a_subheading() -> None:
    paragraph = "The ministry published the plan, which has five parts and a budget. " * 3
    article = f"{paragraph}\n{{}}\n{paragraph}"
    assert "<h2>What comes next</h2>" in render_plain(article.format("What comes next")).html
    assert "<h2>" not in render_plain(article.format("It starts in May.")).html
    assert "<h2>" not in render_plain(f"{paragraph}\nRobotics\nBlockchain\n{paragraph}").html


def test_a_paragraph_from_right_to_left_says_so() -> None:
    assert render_plain("AI: اردو").html == "<p>AI: اردو</p>"
    assert render_plain("(1) اردو AI.").html == '<p dir="rtl">(1) اردو AI.</p>'


def test_controls_and_non_characters_go_and_broken_ones_are_marked() -> None:
    assert render_plain("a\x00\ufffcb\ufdd0 \ufeffc\ud800\U0001ffff").text == "ab c\ufffd"


def test_text_decoded_as_latin_1_by_mistake_gets_its_quotes_back() -> None:
    assert render_plain("Pakistan\x92s \x93plan\x94").text == "Pakistan’s “plan”"


def test_no_break_spaces_hold_in_the_html_and_are_blanks_in_the_text() -> None:
    rendering = render_plain("Rs.\u00a05 bn\u202fnow \u00a0 here")
    assert rendering.text == "Rs. 5 bn now here"
    assert rendering.html == "<p>Rs.\u00a05 bn\u00a0now here</p>"


def test_nothing_makes_nothing() -> None:
    assert render_plain(" \r\n\u200b\n\x00").text == ""
    assert render_plain("").html == ""


def test_long_paragraphs_and_words_are_split_for_display() -> None:
    text = render_plain("word " * 10_000 + "x" * 5_000).text
    assert max(map(len, text.split("\n"))) <= LONGEST_PARAGRAPH
    assert max(map(len, text.split())) <= LONGEST_WORD
    assert text.replace("\n", " ").count("word") == 10_000
    assert text.count("x") == 5_000


def test_the_source_of_a_span_is_found_in_a_file_with_windows_lines() -> None:
    source = "Title\r\n\r\n  The  Digital\u00a0Pakistan\r\nPolicy"
    rendering = render_plain(source)
    assert rendering.text == "Title\nThe Digital Pakistan\nPolicy"
    span = rendering.source_span(Span(rendering.text.index("Digital"), len(rendering.text)))
    assert span is not None
    assert source[span.start : span.end] == "Digital\u00a0Pakistan\r\nPolicy"
    assert rendering.source_span(Span(3, 3)) is None
    assert rendering.source_span(Span(0, 999)) is None


@given(lines, st.data())
def test_the_source_of_every_span_folds_to_the_span(source: str, data: st.DataObject) -> None:
    rendering = render_plain(source)
    text = rendering.text
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = rendering.source_span(span)
    assert found is not None
    visible = render_plain(source[found.start : found.end]).text
    assert without_blanks(text[span.start : span.end]) == without_blanks(visible)


@given(lines)
def test_canonical_text_has_no_blank_paragraph_and_no_blank_twice(source: str) -> None:
    text = render_plain(source).text
    assert text == text.strip()
    assert all(paragraph == paragraph.strip() != "" for paragraph in text.split("\n")) or not text
    assert "  " not in text
    assert render_plain(text).text == text


def test_the_seeds_come_through_word_for_word() -> None:
    for path in seeds():
        source = path.read_bytes().decode()
        assert render_plain(source).text.split() == source.split()
