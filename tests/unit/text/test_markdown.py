import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.text.characters import PLACEHOLDER
from sanad.text.html_blocks import safe_address
from sanad.text.markdown import render_markdown
from sanad.text.markdown_bounds import refusal
from sanad.text.spans import Span


def test_headings_emphasis_and_code_become_plain_tags() -> None:
    rendering = render_markdown("# A *new* deal\n\nThe **text** has `code`.\n")
    assert rendering.text == "A new deal\nThe text has code."
    assert rendering.html == (
        "<h1>A <i>new</i> deal</h1><p>The <b>text</b> has <code>code</code>.</p>"
    )
    assert rendering.note == ""


def test_lists_keep_their_bullets_numbers_and_depth() -> None:
    rendering = render_markdown("1. one\n\n    more\n\n2. two\n    - deep\n\n* other\n")
    assert rendering.text == "one\nmore\ntwo\ndeep\nother"
    assert rendering.html == (
        '<ol start="1" style="-qt-list-indent: 1;"><li>one</li></ol>'
        '<p style="-qt-block-indent: 1;">more</p>'
        '<ol start="2" style="-qt-list-indent: 1;"><li>two</li></ol>'
        '<ul style="-qt-list-indent: 2;"><li>deep</li></ul>'
        '<ul style="-qt-list-indent: 1;"><li>other</li></ul>'
    )


def test_a_table_is_a_table_and_each_cell_a_paragraph() -> None:
    rendering = render_markdown("Exports:\n\n| Year | bn |\n|---|--:|\n| 2024 | 3.2 |\n| 2025 |\n")
    assert rendering.text == f"Exports:\nYear\nbn\n2024\n3.2\n2025\n{PLACEHOLDER}\n{PLACEHOLDER}"
    assert '<td align="right"><p>3.2</p></td>' in rendering.html
    assert rendering.html.count("<tr>") == 3


def test_a_table_within_a_table_is_read_out() -> None:
    html = "<table><tr><td>a" * 6 + "</td></tr></table>" * 6
    rendering = render_markdown(f"Text.\n\n{html}\n")
    assert rendering.html.count("<table") == 1
    assert rendering.text == "Text.\na\na\na\na\na\na\n" + PLACEHOLDER


def test_a_table_beyond_the_bound_becomes_paragraphs() -> None:
    rows = "".join(f"| {number} | x |\n" for number in range(2_100))
    rendering = render_markdown("| a | b |\n|---|---|\n" + rows)
    assert "<table" not in rendering.html
    assert rendering.text.startswith("a\nb\n0\nx\n1\nx\n")


def test_a_footnote_mark_is_raised_and_its_note_has_no_way_back() -> None:
    rendering = render_markdown("The policy[^a] holds.\n\n[^a]: See *it*.\n")
    assert rendering.text == "The policy¹ holds.\nSee it."
    assert '<a href="#fn:a">¹</a>' in rendering.html
    assert '<a name="fn:a"></a>See' in rendering.html


def test_images_are_told_and_never_loaded() -> None:
    rendering = render_markdown("![a *chart*](file:///dev/zero) and <img src=x>")
    assert rendering.text == "[image: a *chart*] and [image: no description]"
    assert "<img" not in rendering.html
    assert "file:" not in rendering.html


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/a_(b)?c=1", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("#part-2", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ('https://example.org/"x', False),
        (None, False),
    ],
)
def test_only_harmless_addresses_are_links(href: str | None, kept: bool) -> None:
    assert (safe_address(href) is not None) == kept


def test_nothing_that_runs_or_loads_survives() -> None:
    rendering = render_markdown(
        "<script>alert(1)</script><style>p{}</style>\n\n<b onclick=x style='color:red'>bold</b>"
        "<iframe src=x>in</iframe> [x](javascript:alert)\n\n<svg><p>drawn</p></svg> end"
    )
    assert rendering.text == "bold x\nend"
    assert not re.search(r"onclick|color|script|iframe|svg", rendering.html)


@pytest.mark.parametrize("tag", ["script", "button", "title", "svg"])
def test_an_element_never_closed_does_not_swallow_the_article(tag: str) -> None:
    assert "the end" in render_markdown(f"Begin.\n\n<div><{tag}> the end</div>\n").text


def test_a_comment_is_dropped_unless_it_never_ends() -> None:
    assert render_markdown("one <!-- two --> three").text == "one three"
    assert "the end" in render_markdown("<div>\n<!-- begin <b>the end</b>\n</div>\n").text


def test_what_makes_the_html_parser_raise_is_text() -> None:
    assert render_markdown("a <![x b").text == "a <![x b"
    assert "CDATA" in render_markdown("<![CDATA[x\n\ny").text


def test_code_keeps_its_columns_and_loses_its_blank_lines() -> None:
    rendering = render_markdown("Text:\n\n```\ndef f():\n\n\treturn  1\n```\n")
    assert rendering.text == "Text:\ndef f():\n    return  1"
    assert "<pre>def f():<br>    return  1</pre>" in rendering.html


def test_a_line_break_stays_within_its_paragraph() -> None:
    rendering = render_markdown("one  \ntwo<br><br>three")
    assert rendering.html == "<p>one<br>two<br>three</p>"
    assert rendering.text == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("word [" * 3_000, "brackets"),
        ("[" * 3_000, "brackets"),
        ("[a](" * 3_000, "brackets"),
        ("<a \n\n" * 6_000, "tags"),
        ("# a\n" * 4_000, "headings"),
        ("a\n=\n" * 4_000, "headings"),
        ("> " * 70 + "a", "deeper"),
        ("- " * 70 + "a", "deeper"),
        ("".join("    " * depth + "- a\n" for depth in range(70)), "deeper"),
        ("|" * 70_000, "cells"),
        ("\\][{=\n" * 3_000, "brackets"),
        ("[^1]:_" * 3_000, "notes"),
        ("* * *\n" * 4_000, "rules"),
        ("\n```1." * 6_000, "code blocks"),
        ('"_' * 50_000, "marks"),
        ("a\n" * 50_001, "lines"),
        ("a" * 2_000_001, "longer"),
    ],
)
def test_what_would_take_too_long_is_shown_as_plain_text_and_says_why(
    source: str, reason: str
) -> None:
    rendering = render_markdown(source)
    assert reason in rendering.note
    assert "".join(rendering.text.split()) == "".join(source.split())


def test_nesting_that_the_bounds_do_not_see_is_plain_text_too() -> None:
    source = "a\n:   b\n" * 3_000
    assert refusal(source) == ""
    assert "nests too deep" in render_markdown(source).note
    assert render_markdown("a *b*[^1]\n\n[^1]: c\n").text == "a b¹\nc"


def test_an_article_full_of_links_is_within_the_bounds() -> None:
    paragraph = "See [the report](https://example.org/a) and [the plan][1] by *the ministry*. " * 20
    source = "\n\n".join(["## Part", paragraph] * 100) + "\n\n[1]: https://example.org/b\n"
    assert refusal(source) == ""


def sources(source: str, *quotes: str) -> list[str | None]:
    rendering = render_markdown(source)
    found: list[str | None] = []
    for quote in quotes:
        start = rendering.text.index(quote)
        span = rendering.source_span(Span(start, start + len(quote)))
        found.append(source[span.start : span.end] if span else None)
    return found


def test_the_source_of_a_span_is_found_through_the_syntax() -> None:
    source = (
        "# The deal\r\n\r\nThe **Ministry of [IT](https://example.org/IT)** told *IT* firms"
        "[^1] of AT&amp;T.\r\n\r\n[^1]: A *note* on IT.\r\n\r\n* The end of IT\r\n"
    )
    assert sources(
        source, "The deal", "Ministry of IT", "firms", "AT&T", "note on IT", "The end of IT"
    ) == ["The deal", "Ministry of [IT", "firms", "AT&amp;T", "note* on IT", "The end of IT"]


def test_what_the_source_does_not_hold_has_no_source() -> None:
    assert sources("a ![chart](x.png) b[^1]\n\n[^1]: n\n", "image", "¹") == [None, None]


fragments = st.lists(
    st.sampled_from(
        [
            "alpha ",
            "beta",
            "gamma. ",
            "\n\n",
            "**b**",
            "*i* ",
            "`c  c`",
            "- item\n",
            "1. one\n",
            "> ",
        ]
    )
    | st.sampled_from(["# h ", "|a|b|\n|-|-|\n|1|2|\n", "[l](http://x.org/l) ", "&amp;", "[^1] "])
    | st.sampled_from(
        ["\n\n[^1]: note alpha\n\n", "<b>", "</b>", "\r\n", "    ", "\\*", "_", "alpha"]
    ),
    max_size=40,
).map("".join)


@given(fragments)
def test_a_word_with_a_source_is_the_same_word_there(source: str) -> None:
    rendering = render_markdown(source)
    for word in re.finditer(r"[^\W_¹²³]+", rendering.text):
        span = rendering.source_span(Span(*word.span()))
        assert span is None or source[span.start : span.end] == word.group()


@given(st.lists(st.sampled_from(["alpha", "beta.", "gamma,", "(delta)"]), min_size=1).map(" ".join))
def test_all_of_a_plain_paragraph_has_a_source(source: str) -> None:
    span = render_markdown(source).source_span(Span(0, len(source)))
    assert span == Span(0, len(source))
