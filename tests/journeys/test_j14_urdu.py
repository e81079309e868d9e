"""J14: an Urdu article is found from either keyboard, with or without marks, and marked rightly."""

from pathlib import Path

import pytest

from sanad.search.protocol import Request
from sanad.workspace.importing import import_files
from sanad.workspace.matching import hit_spans
from sanad.workspace.opening import Workspace
from sanad.workspace.searching import search

ARTICLE = (
    "وفاقی کابینہ نے قومی مصنوعی ذہانت پالیسی ۲۰۲۵ کی منظوری دے دی۔\n"
    "وزیر نے کہا کہ ہم صدارت میں شراکت دار ہوں\u200cگے، "
    "اور Digital Pakistan کا دفتر لاہور میں ہوگا۔\n"
)
ARABIC_KEYBOARD = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه"})


@pytest.fixture
def library(workspace: Workspace, tmp_path: Path) -> Workspace:
    file = tmp_path / "urdu.txt"
    file.write_text(ARTICLE, "utf-8")
    import_files(workspace.library, [file], lambda *_: True)
    return workspace


def marked(workspace: Workspace, query: str) -> list[str]:
    """Return what is marked in the one article that *query* finds."""
    answer = search(workspace, Request(text=query))
    (hit,) = answer.hits
    article = workspace.library.articles.article(hit.article)
    assert article.file_name == "urdu.txt"
    text = workspace.library.articles.text(hit.article)
    return [
        text[one.start : one.end] for one in hit_spans(workspace.library, article, answer.query)
    ]


@pytest.mark.parametrize("word", ["ذہانت", "کابینہ", "پالیسی"])
def test_either_keyboard_finds_and_marks_the_word(library: Workspace, word: str):
    assert marked(library, word) == [word]
    assert marked(library, word.translate(ARABIC_KEYBOARD)) == [word]


def test_marks_of_vowels_do_not_matter(library: Workspace):
    assert marked(library, "ذِہَانَت") == ["ذہانت"]


@pytest.mark.parametrize("query", ["ہوں گے", '"ہوں گے"', "ہوں\u200cگے"])
def test_the_joiner_does_not_matter(library: Workspace, query: str):
    assert "".join(marked(library, query)).replace("\u200c", "").replace(" ", "") == "ہوںگے"


@pytest.mark.parametrize("year", ["2025", "۲۰۲۵", "٢٠٢٥"])
def test_digits_of_every_script_are_the_same(library: Workspace, year: str):
    files = {
        library.library.articles.article(hit.article).file_name
        for hit in search(library, Request(text=f"{year} کابینہ")).hits
    }
    assert files == {"urdu.txt"}


def test_an_english_name_within_is_found_and_marked_in_place(library: Workspace):
    assert marked(library, "لاہور Digital") == ["Digital", "لاہور"]
