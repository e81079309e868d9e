"""The commands that write: import files, bookmark passages; and the list of bookmarks."""

import argparse
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sanad.bookmarks.model import Bookmark
from sanad.cli.result import Result, Status, complain
from sanad.errors import NotFoundError
from sanad.library.records import Article
from sanad.workspace.opening import Workspace


def import_paths(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """Import files and folders; refused files are named and the rest is kept."""
    from sanad.workspace.importing import Outcome, import_files

    with _until_interrupted() as report_progress:
        report = import_files(workspace.library, arguments.paths, report_progress)
    value = {
        "library": str(workspace.library.folder),
        "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
        "files": [
            {
                "path": str(row.path),
                "outcome": row.outcome.value,
                "reason": row.reason,
                "article": row.article,
                "title": row.title,
            }
            for row in report.rows
        ],
    }
    lines = [
        f"{row.outcome.value:<10}{row.path.name}{f' — {row.reason}' if row.reason else ''}"
        for row in report.rows
    ]
    if not report.rows:
        return Result(value, ["There are no files to import there."], Status.NOTHING_FOUND)
    if report.was_stopped:
        complain("Stopped; the files that are listed were read, and what is imported is kept.")
    refused = report.count(Outcome.SKIPPED) + report.count(Outcome.FAILED)
    is_partial = refused or report.was_stopped
    return Result(value, lines, Status.SOME_REFUSED if is_partial else Status.DONE)


def bookmarks(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """List the bookmarks of the library."""
    articles = {
        article.id: article for article in workspace.library.articles.articles(include_removed=True)
    }
    kept = [(bookmark, articles.get(bookmark.article)) for bookmark in workspace.bookmarks.all()]
    return Result(
        [_value(bookmark, article) for bookmark, article in kept],
        [line for bookmark, article in kept for line in _lines(bookmark, article)]
        or ["No passage is bookmarked in this library."],
        Status.DONE if kept else Status.NOTHING_FOUND,
    )


def add_bookmark(workspace: Workspace, arguments: argparse.Namespace) -> Result:
    """Bookmark the passage that reads as the quote, dashes and quotation marks apart."""
    article = workspace.library.articles.find(arguments.article)
    text = workspace.library.articles.text(article.id)
    from sanad.text.quotes import find_quote

    found = find_quote(text, arguments.quote)
    if not found:
        raise NotFoundError(f"“{article.title}” does not say “{arguments.quote}”.")
    if len(found) > 1:
        raise NotFoundError(f"“{article.title}” says that {len(found)} times; give a longer quote.")
    from sanad.workspace.keeping import keep

    bookmark = keep(workspace, article.id, found[0], arguments.note, arguments.tags)
    return Result(_value(bookmark, article), _lines(bookmark, article))


@contextmanager
def _until_interrupted() -> Iterator[Callable[[int, int, str], bool]]:
    """Give a report that asks to stop after Ctrl+C; a second Ctrl+C stops at once."""
    interrupted: list[int] = []

    def note(number: int, _: object) -> None:
        if interrupted:
            raise KeyboardInterrupt
        interrupted.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda *_: not interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def _value(bookmark: Bookmark, article: Article | None) -> dict[str, object]:
    return {
        "id": bookmark.id,
        "article": bookmark.article,
        "file": article.file_name if article else None,
        "title": article.title if article else None,
        "version": bookmark.version,
        "start": bookmark.span.start,
        "end": bookmark.span.end,
        "quote": bookmark.anchor.quote,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "created": bookmark.created_at.isoformat(),
    }


def _lines(bookmark: Bookmark, article: Article | None) -> list[str]:
    title = article.title if article else "(this article is not in the library)"
    lines = [f"{bookmark.article}  {title}", f"   “{bookmark.anchor.quote}”"]
    if bookmark.note:
        lines.append(f"   note: {bookmark.note}")
    if bookmark.tags:
        lines.append(f"   tags: {', '.join(bookmark.tags)}")
    return lines
