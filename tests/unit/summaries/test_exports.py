"""A briefing as HTML and as Markdown: the same lines, places and sources, nothing run or loaded."""

import html
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.initiatives.model import Statement
from sanad.library.records import EntityKind, Metadata
from sanad.summaries.briefing import Briefing, Remark, Section
from sanad.summaries.compose import (
    EVERYTHING,
    Contents,
    briefing_of_article,
    briefing_of_bookmarks,
    briefing_of_summaries,
)
from sanad.summaries.html import to_html
from sanad.summaries.markdown import to_markdown

GOLDEN = Path(__file__).parent / "golden"
MADE_ON = date(2026, 11, 21)
ENGLISH = (
    "The government launched the Digital Policy in 2018. "
    "Research & trade *grew* by <5%> in the north [1].\n"
    "Will it last? Ministers of Kuwait and Pakistan hope to agree on a Data Fund."
)
URDU = "وفاقی کابینہ نے ڈیجیٹل پالیسی 2025 (Digital Policy) کی منظوری دے دی ہے۔"
HOSTILE = '<script>alert(1)</script><img src="file:///dev/zero">'


def small_briefing(make: ModuleType) -> Briefing:
    """Return a briefing with one of each kind of item."""
    first = make.reading(
        ENGLISH,
        metadata=Metadata(
            title="Policy & trade",
            source="The Daily",
            date="2026-02",
            url="https://example.org/a?b=1&c=2",
        ),
        names={"Kuwait": EntityKind.PLACE, "Pakistan": EntityKind.PLACE},
        kept={"Ministers of Kuwait": "Which *ones*? #ask"},
        initiatives=(
            ("Digital Policy", "launched", Statement.DONE),
            ("Data Fund", "agreed", Statement.HOPED),
        ),
    )
    second = make.reading(URDU, 2)
    return briefing_of_summaries(
        [first, second],
        Contents(share=1.0, names=True),
        title="Two policies",
        library="Sample",
        made_on=MADE_ON,
    )


@pytest.mark.parametrize(
    ("name", "write"), [("briefing.html", to_html), ("briefing.md", to_markdown)]
)
def test_a_small_briefing_is_written_as_it_was(make: ModuleType, name: str, write) -> None:
    assert write(small_briefing(make)) == (GOLDEN / name).read_text(encoding="utf-8")


def test_both_forms_say_the_same(make: ModuleType) -> None:
    briefing = small_briefing(make)
    rendered = markdown.markdown(to_markdown(briefing), extensions=["tables"])
    for line in (
        "The government launched the Digital Policy in 2018.",
        "Research & trade *grew* by <5%> in the north [1].",
        "Ministers of Kuwait",
        "Which *ones*? #ask",
        "hoped or attributed",
        URDU,
        "[1 ¶1 S1]",
        "The Daily · Feb 2026",
    ):
        assert line in shown(to_html(briefing))
        assert line in shown(rendered)


def test_urdu_lines_run_from_right_to_left_and_places_keep_their_own_direction(
    make: ModuleType,
) -> None:
    written = to_html(small_briefing(make))
    (line,) = re.findall(r'<p class="line" dir="rtl">(.*?)</p>', written)
    assert re.search("\u2068<a .*\\[2\u00a0¶1\u00a0S1\\]</a>\u2069$", line)


def test_places_link_to_the_sentence_when_the_article_is_printed_in_full(make: ModuleType) -> None:
    article = make.reading(ENGLISH, kept={"in 2018": "Checked."})
    written = to_html(briefing_of_article(article, library="Sample", made_on=MADE_ON))
    assert '<a class="cite" href="#s1-1">' in written
    assert '<a name="s1-1"></a>' in written


def test_places_link_to_the_source_otherwise(make: ModuleType) -> None:
    written = to_html(small_briefing(make))
    assert 'href="#source-1"' in written
    assert '<a name="source-1"></a>' in written
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in written


def test_nothing_links_to_sources_that_are_left_out(make: ModuleType) -> None:
    article = make.reading(ENGLISH)
    briefing = briefing_of_summaries(
        [article], Contents(sources=False), library="Sample", made_on=MADE_ON
    )
    assert "#source" not in to_html(briefing)
    assert "Sources" not in to_html(briefing)
    assert "Sources" not in to_markdown(briefing)


@pytest.mark.parametrize("write", [to_html, to_markdown])
def test_nothing_of_an_article_or_a_reader_becomes_markup(make: ModuleType, write) -> None:
    article = make.reading(
        f"The minister said {HOSTILE} twice on Friday.",
        metadata=Metadata(title=HOSTILE, source=HOSTILE, author=HOSTILE, url="javascript:alert(1)"),
        names={"minister": EntityKind.PERSON},
        kept={"The minister": HOSTILE},
        initiatives=(("said", HOSTILE, Statement.DONE),),
    )
    for briefing in (
        briefing_of_article(article, EVERYTHING, library=HOSTILE, made_on=MADE_ON),
        briefing_of_summaries([article], EVERYTHING, library=HOSTILE, made_on=MADE_ON),
        briefing_of_bookmarks([article], EVERYTHING, library=HOSTILE, made_on=MADE_ON),
        Briefing(HOSTILE, "", "", MADE_ON, (Section(HOSTILE, (Remark(HOSTILE),)),), ()),
    ):
        written = write(briefing)
        if write is to_markdown:
            written = markdown.markdown(written, extensions=["tables"])
        assert not re.search(r"<(script|img)\b", written)
        assert 'href="javascript' not in written


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=60))
def test_any_sentence_survives_markdown(text: str) -> None:
    briefing = Briefing("T", "S", "L", MADE_ON, (Section("", (Remark(f"x{text}x"),)),), ())
    rendered = markdown.markdown(to_markdown(briefing))
    assert shown(rendered).split()[2:] == f"x{text}x".split()


def shown(markup: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", "", markup))
    return text.replace("\u00a0", " ")
