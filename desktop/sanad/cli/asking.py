"""The commands that only read: show, entities, initiatives, summary and brief."""

import argparse
from collections.abc import Sequence

from sanad.cli.result import Result, Status
from sanad.errors import InputRefusedError, NotFoundError
from sanad.library.records import Article, Version
from sanad.text.sentences import Sentence
from sanad.workspace.opening import Workspace


def show(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """Print an article with its numbered sentences."""
    article, version = _article(workspace, arguments.article)
    value = {
        **_about(article),
        "version": version.number,
        "imported": version.imported_at.isoformat(),
        "text": version.text,
        "sentences": [
            {"number": one.number, "paragraph": one.paragraph, "start": one.start, "end": one.end}
            for one in version.sentences
        ],
    }
    return Result(value, _numbered(article, version, version.sentences))


def entities(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """List the people, organisations, places and technologies that the library names."""
    counts = workspace.library.articles.entity_counts()
    return Result(
        [
            {
                "id": one.entity,
                "type": one.kind.value,
                "name": one.name,
                "mentions": one.mentions,
                "articles": one.articles,
            }
            for one in counts
        ],
        [f"{one.kind.value:<7}{one.mentions:>5}{one.articles:>5}  {one.name}" for one in counts]
        or ["Nobody and nothing is named in this library."],
        Status.DONE if counts else Status.NOTHING_FOUND,
    )


def initiatives(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """List the register of initiatives with the articles behind each row."""
    from sanad.workspace import reading

    rows = reading.initiative_register(workspace)
    value = [
        {
            "id": row.initiative,
            "name": row.name,
            "aliases": list(row.aliases),
            "kind": row.kind,
            "status": row.status,
            "articles": [
                {
                    "article": article,
                    "years": [year.value for year in one.years],
                    "status": one.status,
                    "lead": [party.name for party in one.parties if party.role == "lead"],
                    "partners": [party.name for party in one.parties if party.role == "partner"],
                    "evidence": [list(span) for span in one.sentences],
                }
                for article, one in row.articles.items()
            ],
        }
        for row in rows
    ]
    lines = [
        f"{row.kind:<12}{row.status or 'not stated':<12}{row.name}"
        f"  [{', '.join(str(article) for article in row.articles)}]"
        for row in rows
    ]
    return Result(
        value,
        lines or ["No initiative is named in this library."],
        Status.DONE if rows else Status.NOTHING_FOUND,
    )


def summary(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """Print the sentences that carry an article, each with its number."""
    from sanad.summaries.extract import summarise

    article, version = _article(workspace, arguments.article)
    chosen = summarise(version.text, version.sentences, version.boilerplate, share=arguments.share)
    value = {
        **_about(article),
        "sentences": [
            {
                "number": one.number,
                "paragraph": one.paragraph,
                "start": one.start,
                "end": one.end,
                "text": version.text[one.start : one.end],
            }
            for one in chosen
        ],
    }
    lines = [article.title, _facts(article), ""]
    lines += [
        f"¶{one.paragraph} S{one.number}  {version.text[one.start : one.end]}" for one in chosen
    ]
    return Result(value, lines, Status.DONE if chosen else Status.NOTHING_FOUND)


def brief(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """Write a briefing on some articles as a PDF. This one needs Qt."""
    if arguments.pdf.exists() and not arguments.pdf.is_file():
        raise InputRefusedError(f"{arguments.pdf} is no file; nothing was written.")
    if arguments.query is not None:
        from sanad.search.protocol import Request
        from sanad.workspace import searching

        answer = searching.search(workspace, Request(text=arguments.query))
        ids = [hit.article for hit in answer.hits]
        title = f"Results for {arguments.query}"
        if not ids:
            raise NotFoundError(f"No article answers “{arguments.query}”; nothing was written.")
    else:
        store = workspace.library.articles
        chosen = [store.find(reference) for reference in arguments.articles]
        ids = [article.id for article in chosen]
        title = chosen[0].title if len(chosen) == 1 else f"{len(chosen)} articles"
    from sanad.ui.printing.pdf import write_pdf
    from sanad.workspace import briefing

    book = briefing.of_summaries(workspace, ids, title)
    pages = write_pdf(book, arguments.pdf, arguments.paper or "")
    value = {"file": str(arguments.pdf), "pages": pages, "articles": ids}
    return Result(value, [f"{arguments.pdf}: {pages} {'page' if pages == 1 else 'pages'}"])


def _article(workspace: Workspace, reference: str) -> tuple[Article, Version]:
    article = workspace.library.articles.find(reference)
    return article, workspace.library.articles.version(article.id)


def _numbered(article: Article, version: Version, sentences: Sequence[Sentence]) -> list[str]:
    return [
        article.title,
        _facts(article),
        "",
        *(
            f"¶{one.paragraph} S{one.number}  {version.text[one.start : one.end]}"
            for one in sentences
        ),
    ]


def _about(article: Article) -> dict[str, object]:
    return {
        "article": article.id,
        "file": article.file_name,
        "title": article.title,
        "title_is_derived": article.title_is_derived,
        "author": article.metadata.author,
        "source": article.metadata.source,
        "date": article.metadata.date,
        "url": article.metadata.url,
    }


def _facts(article: Article) -> str:
    metadata = article.metadata
    return (
        f"{metadata.source or 'source unknown'} · {metadata.date or 'date unknown'} · "
        f"{article.words} words · {article.file_name}"
    )
