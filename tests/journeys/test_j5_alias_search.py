"""J5: either name of an organisation or initiative finds the articles of the other, visibly."""

from pathlib import Path

import pytest

from sanad.search.protocol import Answer, Request
from sanad.search.tree import Why
from sanad.workspace.importing import import_files
from sanad.workspace.opening import Workspace
from sanad.workspace.searching import search

SHORT = "The OIC and the DCO met in Jeddah. CPEC was not discussed.\n"


@pytest.fixture
def library(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Return the sample library with an article that has short forms alone."""
    file = tmp_path / "short.txt"
    file.write_text(SHORT, "utf-8")
    import_files(workspace.library, [file], lambda *_: True)
    return workspace


def files(workspace: Workspace, answer: Answer) -> set[str]:
    article = workspace.library.articles.article
    return {
        article(hit.article).file_name.split("_")[0].removesuffix(".txt") for hit in answer.hits
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("CPEC", {"003", "short"}),
        ('"China-Pakistan Economic Corridor"', {"003"}),
        ("China-Pakistan Economic Corridor", {"003", "short"}),
        ("OIC", {"002", "short"}),
        ("Organization of Islamic Cooperation", {"002", "short"}),
        ("DCO", {"000", "short"}),
        ("Digital Cooperation Organization", {"000", "short"}),
    ],
)
def test_each_name_finds_the_articles_of_the_other(
    library: Workspace, query: str, expected: set[str]
):
    assert files(library, search(library, Request(text=query))) >= expected


def test_the_chip_names_the_other_form_and_dropping_it_narrows(library: Workspace):
    answer = search(library, Request(text="Digital Cooperation Organization"))
    chip = next(one for one in answer.expansions if one.why is Why.ALIAS and one.active)
    assert "DCO" in chip.forms
    narrowed = search(library, Request(text=answer.request.text, dropped=frozenset({chip.key})))
    assert "short" not in files(library, narrowed)
    assert "000" in files(library, narrowed)
