"""Marks in an article's HTML stand exactly where the canonical text says."""

import html
import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.library.records import EntityKind
from sanad.summaries.briefing import FullText, Mark
from sanad.summaries.marking import marked_html
from sanad.text.markdown import render_markdown
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences
from sanad.text.spans import Span


def full(source: str, *marks: Mark, body_start: int = 0) -> FullText:
    rendering = render_plain(source)
    return FullText(1, rendering.text, rendering.html, sentences(rendering.text), marks, body_start)


def shown(markup: str) -> str:
    without_numbers = re.sub(r"<sup.*?</sup>", "", markup)
    in_lines = re.sub(
        r"(</(?:p|h[1-6]|li|td|th|table)>\u200b?)(?=.)", r"\1\n", without_numbers, flags=re.DOTALL
    )
    return html.unescape(re.sub(r"<[^>]+>", "", in_lines))


def marked(markup: str, name: str) -> list[str]:
    """Return what stands within spans called *name*; a span without others within."""
    return [
        shown(inner) for inner in re.findall(rf'<span class="{name}"[^>]*>(.*?)</span>', markup)
    ]


def test_a_name_is_marked_where_it_stands() -> None:
    text = "Officials of the DCO & others met."
    written = marked_html(full(text, Mark(Span(17, 20), EntityKind.ORGANISATION)))
    assert marked(written, "organisation") == ["DCO"]
    assert shown(written) == text


def test_a_name_within_a_kept_passage_is_marked_twice() -> None:
    text = "The DCO met in Kuwait."
    written = marked_html(
        full(text, Mark(Span(0, 11), None, 1), Mark(Span(4, 7), EntityKind.ORGANISATION))
    )
    inner = '<span class="organisation" title="organisation">DCO</span>'
    assert f'<span class="kept" title="kept">{inner}</span>' in written
    assert written.count('<sup class="note">') == 1
    assert "met</span><sup" in written


def test_a_passage_over_two_paragraphs_is_marked_in_both() -> None:
    written = marked_html(full("One here.\nTwo there.", Mark(Span(4, 13), None)))
    assert marked(written, "kept") == ["here.", "Two"]


def test_sentences_and_paragraphs_can_be_linked_to() -> None:
    written = marked_html(full("One here. Two there.\nThree."))
    assert re.findall(r'name="([^"]+)"', written) == ["s1-1", "p1-1", "s1-2", "s1-3", "p1-2"]
    assert '<a name="s1-2"></a>Two there.' in written


def test_a_headline_that_repeats_the_title_is_left_out() -> None:
    text = "Ministers meet in Baku\nThe ministers met on Friday."
    written = marked_html(full(text, body_start=23))
    assert shown(written).strip() == "The ministers met on Friday."


def test_html_that_does_not_fit_the_text_is_replaced_by_the_text() -> None:
    odd = FullText(1, "What was said.", "<p>Something else.</p>", sentences("What was said."))
    assert shown(marked_html(odd)) == "What was said."
    cut = FullText(1, "What was said. More.", "<p>What was said.</p>", ())
    assert shown(marked_html(cut)) == "What was said. More."


def test_nothing_of_an_article_becomes_markup() -> None:
    text = "<script>alert(1)</script> <img src=file:///dev/zero> & <b>bold</b>"
    written = marked_html(full(text, Mark(Span(3, 20), None)))
    assert shown(written) == text
    assert not re.search(r"<(script|img|b)\b", written)


@pytest.mark.parametrize("number", range(5))
def test_every_mention_of_the_seeds_is_marked_as_written(make: ModuleType, number: int) -> None:
    names = {"Pakistan": EntityKind.PLACE, "digital": EntityKind.TECHNOLOGY}
    article = make.seed(number, names=names)
    marks = tuple(Mark(one.span, one.kind) for one in article.mentions)
    version = article.version
    written = marked_html(FullText(1, version.text, version.html, version.sentences, marks))
    assert len(marked(written, "place")) == version.text.count("Pakistan")
    assert len(marked(written, "technology")) == version.text.count("digital")
    assert shown(written).split() == version.text.split()


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4),
)
def test_any_marks_in_any_text_leave_its_words_as_they_are(
    source: str, ends: list[tuple[int, int]]
) -> None:
    text = render_plain(source).text
    marks = [
        Mark(Span(min(a, b), max(a, b)), None) for a, b in ends if a != b and max(a, b) <= len(text)
    ]
    assert shown(marked_html(full(source, *marks))).split() == text.split()


MARKDOWN = """# Talks

They *met* in [Baku](https://example.org/a) on **Friday**:

- one & two
- three

| Name | When |
|------|------|
| Fund | 2025 |

    code  <b>
"""


def test_lists_tables_and_styles_of_an_article_stay_as_they_are() -> None:
    rendering = render_markdown(MARKDOWN)
    text = rendering.text
    marks = tuple(
        Mark(Span(text.index(word), text.index(word) + len(word)), EntityKind.PLACE)
        for word in ("met in Baku", "Fund", "code")
    )
    full = FullText(1, text, rendering.html, sentences(text), marks)
    written = marked_html(full)
    assert marked(written, "place") == ["met", " in ", "Baku", "Fund", "code"]
    assert shown(written).split() == text.split()
    assert '<table class="data" cellspacing="0"><thead><tr><th>' in written
    assert '<a href="https://example.org/a">' in written
