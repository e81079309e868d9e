"""J4: dashes and quotation marks never decide what is found."""

import pytest

from sanad.search.protocol import Request
from sanad.workspace.matching import hit_spans
from sanad.workspace.opening import Workspace
from sanad.workspace.searching import search


def found(workspace: Workspace, query: str) -> set[str]:
    """Return the numbers with which the files that answer *query* begin."""
    articles = workspace.library.articles
    answer = search(workspace, Request(text=query))
    return {articles.article(hit.article).file_name[:3] for hit in answer.hits}


@pytest.mark.parametrize("query", ["longstanding", "long-standing", "long\u2011standing"])
def test_a_compound_is_found_however_it_is_joined(workspace: Workspace, query: str):
    assert found(workspace, query) == {"000", "001", "003"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Pakistan-Malaysia", {"001"}),
        ("2025-2028", {"000"}),
        ("2025\u20132028", {"000"}),
        ("FY2025-26", {"003"}),
        ("\u201cDigital Pakistan Policy\u201d", {"000"}),
        ('"Digital Pakistan Policy"', {"000"}),
        ("digital -china", {"000", "001", "002", "004"}),
    ],
)
def test_dashes_and_quotes_mean_the_same_in_every_shape(
    workspace: Workspace, query: str, expected: set[str]
):
    assert found(workspace, query) == expected


def test_either_apostrophe_finds_the_same(workspace: Workspace):
    assert found(workspace, "Pakistan's") == found(workspace, "Pakistan\u2019s")
    assert found(workspace, "Pakistan's")


def test_only_what_matched_is_highlighted(workspace: Workspace):
    answer = search(workspace, Request(text='"digital transformation"'))
    for hit in answer.hits:
        article = workspace.library.articles.article(hit.article)
        text = workspace.library.articles.text(hit.article)
        spans = hit_spans(workspace.library, article, answer.query)
        assert spans
        for span in spans:
            assert text[span.start : span.end].casefold() == "digital transformation"
