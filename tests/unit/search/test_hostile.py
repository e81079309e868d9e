"""Hostile queries end in an answer or in a sentence, whatever was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.search.matches import match_spans
from sanad.search.protocol import Request

HOSTILE = [
    "*", "*a*", "?", "a*b*c*", "**", "~", "~~~", "a~~", "word~9", "word~-1", "word~1.5", "word^99",
    "^", "[a TO z]", "[* TO *]", "{a TO z}", "r'(a+)+$'", "/(a+)+$/", "a && b", "a || b", "!a",
    "+a +b", "-", "--", "---a", "- - a", "NOT", "NOT NOT", "AND", "OR OR", "NEAR", "NEAR/",
    "NEAR/0", "NEAR/99999999999", "a NEAR NEAR b", '"', '""', '"" ""', '"a', '"a"~', '"a"~5',
    '"a b"~99999999', "(", ")", "()", "(()", "((((a", ":", "::", "title:", "title::a",
    "title:title:a", "date:", "date:9999-99-99", "date:..", "date:2025...", "date:(2024 OR -2025)",
    "tag:", 'tag:"', "x:y:z", "http://a.b/c?d=e&f=g#h", "' OR 1=1 --", "<script>", "%00", "\\",
    "\\*", "\x00", "\x1b[31m",
    "\u202e\u202d", "\ufeff", "\ud800", "\U0010ffff", "e\u0301" * 200, "\u0301" * 300, "\u200b",
    "\u2028", "a\nb\rc", "-" * 500, '"' * 501, "(" * 500, ")" * 500, "a " * 500, "NOT " * 250,
    "-(" * 250, "a OR " * 200, "a NEAR/5 " * 100, "title:" * 150, "a" * 1000, "a" * 100_000,
    "aa* " * 20, "aaa~ " * 20, '"a b" ' * 100, "\u0627" * 900, "1" * 1000, "1,000" * 150,
]  # fmt: skip
PIECES = st.sampled_from(
    ["digital", "IT", "Pakistan", "the", "AND", "OR", "NOT", "NEAR/3", "NEAR", "-", "(", ")", '"',
     "“", "~", "*", ":", "title:", "place:", "date:", "tag:", "..", "2025", "di*", "digitl~", " ",
     " ", "\n", "\u200c", "پالیسی", "-pakistan", "\ud800"]
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_answered_or_refused_in_sentences(index, seeds, text):
    answer = index.search(Request(text))
    assert answer.total == len(answer.hits)
    assert all(note.endswith((".", "?")) and len(note) < 300 for note in answer.notes)
    assert answer.total or answer.notes or not text.strip(' -"\x00\u202e\u202d\ufeff\u200b\u2028')
    for article in seeds[:1]:
        match_spans(answer.query, article.text, article.boilerplate)
    assert index.health().ok
    index.suggest(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_mixture_of_syntax_fails(index, seeds, text):
    answer = index.search(Request(text, within={"place": ("pakistan",)}, sort="date"))
    assert all(note.endswith(".") for note in answer.notes)
    assert index.health().ok
    for article in seeds:
        spans = match_spans(answer.query, article.text, article.boilerplate, title=article.title)
        assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
