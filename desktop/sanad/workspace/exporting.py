"""Results of a search as a file: a table for spreadsheets, or Markdown to read and paste."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sanad.errors import LibraryError
from sanad.files import why, write_whole
from sanad.library.records import Article
from sanad.library.store import Library
from sanad.search.protocol import Hit
from sanad.search.snippets import Snippet
from sanad.search.tree import Query
from sanad.text.spans import Span
from sanad.workspace.matching import spans_and_snippets

HEADINGS = (
    "Place", "Title", "Source", "Date", "File", "Found", "Hits", "Near-duplicate of", "Passages",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
_SYNTAX = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_LINE_START = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))(?=\s|$)")
_STEP = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """What is exported: hits in their order, and how they were asked for."""

    title: str
    read_as: str
    """The query in words; empty for a list that was not searched."""
    query: Query | None
    hits: Sequence[Hit]


@dataclass(frozen=True, slots=True)
class ExportedHit:
    """One row of an export."""

    place: int
    """From 1."""
    article: Article
    found: str
    """``as written``, ``by word family`` or ``in a footer``; empty without a query."""
    hits: int
    near: int
    """The place of the better hit that it nearly repeats; 0 for none."""
    passages: tuple[Snippet, ...]


def export_in_job(
    library_folder: Path, listed: Listed, path: Path, report: Callable[..., bool]
) -> int | None:
    """Write *listed* to *path*, by its suffix as Markdown or CSV; return the number of hits.

    Nothing is written when it is stopped; then None is returned.
    """
    with Library.open(library_folder, read_only=True) as library:
        rows = []
        for row in exported(library, listed):
            rows.append(row)
            if row.place % _STEP == 0 and not report(row.place, len(listed.hits)):
                return None
        name = library.name
    is_markdown = path.suffix.lower() in {".md", ".markdown"}
    content = as_markdown(listed, rows, name) if is_markdown else "\ufeff" + as_csv(rows)
    try:
        write_whole(path, content.encode())
    except OSError as error:
        raise LibraryError(f"The results could not be saved in {path}: {why(error)}.") from error
    return len(rows)


def exported(library: Library, listed: Listed) -> Iterator[ExportedHit]:
    """Return the rows of *listed*, read one by one."""
    leads: dict[int, int] = {}
    for place, hit in enumerate(listed.hits, 1):
        article = library.articles.article(hit.article)
        lead = leads.setdefault(hit.group, place) if hit.group is not None else place
        near = lead if lead != place else 0
        if listed.query is None or listed.query.root is None:
            yield ExportedHit(place, article, "", 0, near, ())
            continue
        spans, passages = spans_and_snippets(library, article, listed.query)
        found = "in a footer" if hit.in_boilerplate else "by word family"
        yield ExportedHit(
            place,
            article,
            found if hit.level else "as written",
            len(spans),
            near,
            passages,
        )


def as_csv(rows: Sequence[ExportedHit]) -> str:
    """Return *rows* as CSV (RFC 4180); no cell starts a formula in a spreadsheet."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(HEADINGS)
    for row in rows:
        about = row.article.metadata
        cells = (
            str(row.place), row.article.title, about.source or "", about.date or "",
            row.article.file_name, row.found, str(row.hits) if row.found else "",
            str(row.near or ""), " … ".join(one.text for one in row.passages),
        )  # fmt: skip
        writer.writerow([plain_cell(cell) for cell in cells])
    return target.getvalue()


def plain_cell(text: str) -> str:
    """Return *text* so that a spreadsheet takes it for text and never for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_markdown(listed: Listed, rows: Sequence[ExportedHit], library: str) -> str:
    """Return *rows* as a numbered list, each with its passages as quotations, matches in bold."""
    lines = [f"# {_escaped(listed.title)}", ""]
    if listed.read_as:
        lines += [f"Read as: {_escaped(listed.read_as)}", ""]
    count = f"{len(rows):,} article" + ("" if len(rows) == 1 else "s")
    lines += [f"{count} in {_escaped(library)}", ""]
    for row in rows:
        lines += _markdown_of(row)
    return "\n".join(lines).rstrip() + "\n"


def _markdown_of(row: ExportedHit) -> list[str]:
    about = row.article.metadata
    facts = [about.source or "source unknown", about.date or "undated", row.article.file_name]
    if row.found:
        facts.append("1 hit" if row.hits == 1 else f"{row.hits:,} hits")
    if row.found not in ("", "as written"):
        facts.append(row.found)
    if row.near:
        facts.append(f"near-duplicate of {row.near}")
    indent = " " * len(f"{row.place}. ")
    lines = [
        f"{row.place}. **{_escaped(row.article.title)}**  ",
        f"{indent}{' · '.join(_escaped(fact) for fact in facts)}",
        "",
    ]
    for passage in row.passages:
        lines += [f"{indent}> {_marked(passage)}", ""]
    return lines


def _marked(passage: Snippet) -> str:
    """Return the text of *passage* with its matches in bold."""
    parts, at = [], 0
    for mark in (*passage.marks, Span(len(passage.text), len(passage.text))):
        parts.append(_escaped(passage.text[at : mark.start], at_line_start=at == 0))
        if match := passage.text[mark.start : mark.end].strip():
            parts.append(f"**{_escaped(match, at_line_start=False)}**")
        at = mark.end
    return "".join(parts)


def _escaped(text: str, *, at_line_start: bool = True) -> str:
    """Return *text* in one line that Markdown shows as it is."""
    text = _SYNTAX.sub(r"\\\1", text.replace("\n", " "))
    if not at_line_start:
        return text
    return _AT_LINE_START.sub(
        lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text
    )
