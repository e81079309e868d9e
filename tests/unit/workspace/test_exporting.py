"""Results as files: a table that a spreadsheet only shows, and Markdown that says what is there."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sanad.errors import LibraryError
from sanad.search.protocol import Request
from sanad.workspace import exporting, searching
from sanad.workspace.exporting import Listed, plain_cell
from sanad.workspace.opening import Workspace


def found(workspace: Workspace, query: str) -> Listed:
    answer = searching.search(workspace, Request(query))
    return Listed(query, answer.read_as, answer.query, answer.hits)


def going_on(*_progress: object) -> bool:
    return True


def export(workspace: Workspace, query: str, path: Path) -> str:
    folder = workspace.library.folder
    exporting.export_in_job(folder, found(workspace, query), path, going_on)
    return path.read_bytes().decode("utf-8-sig")


def test_the_table_has_a_row_for_each_hit_in_the_order_of_the_list(
    workspace: Workspace, tmp_path: Path
):
    text = export(workspace, "organisation", tmp_path / "hits.csv")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows[0] == list(exporting.HEADINGS)
    assert [row[5] for row in rows[1:]] == ["as written", "as written", "by word family"]
    assert "\r\n" in text
    assert all(len(row) == len(rows[0]) for row in rows)
    assert all("rgani" in row[-1] for row in rows[1:])


def test_a_spreadsheet_reads_it_as_utf_8(workspace: Workspace, tmp_path: Path):
    export(workspace, "digital", tmp_path / "hits.csv")
    assert (tmp_path / "hits.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0"])
def test_no_cell_starts_a_formula(start: str):
    assert plain_cell(f"{start}1+1") == f"'{start}1+1"
    assert plain_cell("1=1") == "1=1"


def test_markdown_names_the_query_and_quotes_the_passages(workspace: Workspace, tmp_path: Path):
    text = export(workspace, "corridor", tmp_path / "hits.md")
    assert text.startswith("# corridor\n\nRead as: corridor\n\n1 article in ")
    assert "**Corridor**" in text
    html = MarkdownIt().render(text)
    assert "<ol>" in html
    assert "<blockquote>" in html
    assert "<strong>Corridor</strong>" in html


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=40))
def test_markdown_shows_any_text_as_it_is(text: str):
    text = " ".join(text.split())
    shown = MarkdownIt().render(f"{exporting._escaped(text)}\n")
    plain = shown.replace("<p>", "").replace("</p>", "").strip()
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, char)
    if "&" not in text and set(text) - {"=", " "}:
        assert plain == text


def test_a_file_that_cannot_be_written_is_named(workspace: Workspace, tmp_path: Path):
    with pytest.raises(LibraryError, match="missing"):
        export(workspace, "digital", tmp_path / "missing" / "hits.csv")


def test_what_is_stopped_leaves_no_file(workspace: Workspace, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(exporting, "_STEP", 1)
    path = tmp_path / "hits.csv"
    folder, listed = workspace.library.folder, found(workspace, "digital")
    assert exporting.export_in_job(folder, listed, path, lambda *_: False) is None
    assert not path.exists()
