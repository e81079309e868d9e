"""``sanad search``: every article that answers, why it does, and what would answer instead."""

import argparse
from collections.abc import Iterator

from sanad.cli.result import Result, Status
from sanad.library.records import Article
from sanad.search.matches import MatchSpan
from sanad.search.protocol import Answer, Expansion, Hit, Request
from sanad.search.snippets import Snippet
from sanad.workspace import searching
from sanad.workspace.matching import spans_and_snippets
from sanad.workspace.opening import Workspace

_Row = tuple[Hit, Article, tuple[MatchSpan, ...], tuple[Snippet, ...]]


def search(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """Search the library; the best hits first, each with its matches and snippets."""
    text = " ".join(arguments.query)
    answer = searching.search(workspace, Request(text=text))
    rows = list(_rows(workspace, answer, arguments.limit))
    value = {
        "query": text,
        "read_as": answer.read_as,
        "notes": list(answer.notes),
        "expansions": [_expansion(one) for one in answer.expansions],
        "total": answer.total,
        "took_ms": round(answer.milliseconds, 1),
        "hits": [_hit(row) for row in rows],
        "facets": {
            kind: [{"id": one.id, "name": one.name, "count": one.count} for one in values]
            for kind, values in answer.facets.items()
        },
        "suggestions": list(answer.suggestions),
        "dropping": [
            {"part": one.part, "query": one.text, "total": one.total} for one in answer.dropping
        ],
    }
    return Result(
        value, list(_lines(answer, rows)), Status.DONE if answer.total else Status.NOTHING_FOUND
    )


def _rows(workspace: Workspace, answer: Answer, limit: int | None) -> Iterator[_Row]:
    for hit in answer.hits[:limit]:
        article = workspace.library.articles.article(hit.article)
        yield hit, article, *spans_and_snippets(workspace.library, article, answer.query)


def _expansion(expansion: Expansion) -> dict[str, object]:
    return {
        "key": expansion.key,
        "why": expansion.why.value,
        "word": expansion.word,
        "forms": list(expansion.forms),
        "active": expansion.active,
    }


def _hit(row: _Row) -> dict[str, object]:
    hit, article, spans, snippets = row
    return {
        "article": article.id,
        "file": article.file_name,
        "title": article.title,
        "score": round(hit.score, 4),
        "snippets": [snippet.text for snippet in snippets],
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "why": span.why.value,
                "in_boilerplate": span.in_boilerplate,
            }
            for span in spans
        ],
        "in_boilerplate": hit.in_boilerplate,
        "group": hit.group,
    }


def _lines(answer: Answer, rows: list[_Row]) -> Iterator[str]:
    yield f"Read as: {answer.read_as}"
    for one in answer.expansions:
        if one.active:
            yield f"Also searched: {one.word} → {', '.join(one.forms)} ({one.why.value})"
    yield from answer.notes
    yield f"{answer.total} {'article' if answer.total == 1 else 'articles'}"
    for query in answer.suggestions:
        yield f"Did you mean: {query}"
    for without in answer.dropping:
        yield f"Without {without.part}: {without.total} ({without.text})"
    for hit, article, _, snippets in rows:
        yield ""
        yield f"{article.id:>4}  {article.title}{'  (in a footer)' if hit.in_boilerplate else ''}"
        for snippet in snippets:
            yield f"      {snippet.text}"
