from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.assets import seeds
from sanad.text.boilerplate import boilerplate_spans, repeated_lines
from sanad.text.plain import render_plain
from sanad.text.spans import Span

BODY = "The minister opened the session and spoke about the plan at length.\n"


def marked(text: str) -> list[str]:
    return [text[span.start : span.end] for span in boilerplate_spans(text)]


def test_the_footers_and_stubs_of_the_seeds_are_marked_and_nothing_else() -> None:
    found = {path.name[:3]: marked(render_plain(path.read_text("utf-8")).text) for path in seeds()}
    footer = (
        "Follow the SPIN IDG WhatsApp Channel for updates across the Smart Pakistan Insights "
        "Network covering all of Pakistan’s technology ecosystem."
    )
    assert found == {
        "000": [footer],
        "001": [footer],
        "002": [],
        "003": [],
        "004": [
            "(Do Follow Link: https://moitt.gov.pk)",
            "Follow the latest News Updates only on Everyday Headlines",
        ],
    }


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Twitter @example",
        "Please subscribe to our newsletter.",
        "Sign up for our daily briefing",
        "Copyright © 2024 Example Media",
        "© 2025 Example. All rights reserved.",
        "Also read: Minister meets envoy",
        "Read more: What the budget means",
        "Click here to read the report",
        "Share this article",
        "Stay tuned for updates.",
        "For more news, visit our website.",
        "The post Ministers sign deal appeared first on Example.",
        "Download our app for the latest.",
        "Join our WhatsApp channel",
        "Tags: AI, Pakistan",
        "Get the latest news in your inbox",
        "Facebook Twitter LinkedIn",
        "Privacy Policy | Terms of Use | Contact us",
        "This article was originally published in Example.",
        "(With inputs from agencies)",
        "➡️ Follow our channel",
        "مزید پڑھیں: نئی پالیسی",
    ],
)
def test_a_call_or_notice_at_the_end_is_boilerplate(line: str) -> None:
    assert marked(BODY + line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up talks are planned for May in Baku.",
        "Following the meeting, ministers signed a memorandum.",
        "Follow the money through the accounts, she said, and the pattern is clear.",
        "Follow Pakistan's lead on WhatsApp, the envoy told the members.",
        "Copyright law needs reform, experts say.",
        "Share prices fell sharply on Monday.",
        "Subscribers rose by 5 percent in the second quarter.",
        "Comments on the draft are due by May 5.",
        "Email and internet services were suspended.",
        "Joining the forum, the ministry pledged support.",
        "Privacy policy reform tops the agenda",
        "With input from Malaysia, the ministry will draft a policy.",
        "Related laws will be amended.",
        "Sign languages are taught in schools.",
        "Read together, the two policies form a strategy.",
        "Images of the satellite were released.",
    ],
)
def test_an_ordinary_sentence_that_begins_alike_is_not(line: str) -> None:
    assert marked(BODY + line) == []
    assert marked(line + "\n" + BODY) == []


def test_a_call_amid_a_long_article_is_a_sentence_of_it() -> None:
    text = BODY * 9 + "Follow us on Twitter\n" + BODY * 9
    assert marked(text) == []
    assert marked(text.replace("Follow us", "Also read: us")) == ["Also read: us on Twitter"]


def test_an_article_of_nothing_else_is_left_to_be_read() -> None:
    assert marked("Follow us on Twitter") == []


def test_lines_that_many_articles_share_are_repeated_and_may_be_marked() -> None:
    texts = [f"Article {number}.\nThe Example Desk brings you this." for number in range(3)]
    repeated = repeated_lines(texts)
    assert repeated == {"The Example Desk brings you this."}
    assert repeated_lines(texts[:2]) == set()
    assert boilerplate_spans(texts[0], repeated) == (Span(11, 44),)


@given(st.lists(st.sampled_from([*"ab.()\n ", "(Advertisement)", "Share this\n", "Also read: x"])))
def test_spans_come_in_order_and_none_overlap(parts: list[str]) -> None:
    spans = boilerplate_spans("".join(parts))
    assert list(spans) == sorted(spans)
    for one, other in pairwise(spans):
        assert one.end <= other.start
