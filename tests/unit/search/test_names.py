"""Names recognised in the seed articles find each other, and each widening can be dropped."""

from pathlib import Path

import pytest

from sanad import assets
from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.library.records import ArticleId
from sanad.search.memory_index import MemoryIndex
from sanad.search.protocol import IndexedArticle, Request
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences


@pytest.fixture(scope="module")
def library():
    recogniser = Recogniser(Gazetteer.load())
    articles = [read(recogniser, n or 10, path) for n, path in enumerate(assets.seeds())]
    return MemoryIndex(articles)


def read(recogniser: Recogniser, number: int, path: Path) -> IndexedArticle:
    text = render_plain(path.read_text("utf-8")).text
    footers = tuple(boilerplate_spans(text))
    mentions = tuple(recogniser.mentions(text, sentences(text), footers))
    return IndexedArticle(ArticleId(number), 1, "", text, footers, mentions=mentions)


def found(index, text, **request):
    return sorted(f"{h.article % 10:03}" for h in index.search(Request(text, **request)).hits)


@pytest.mark.parametrize(
    ("query", "files"),
    [
        ("CPEC", ["003"]),
        ("China-Pakistan Economic Corridor", ["003"]),
        ("OIC", ["002"]),
        ("Organization of Islamic Cooperation", ["002"]),
        ("DCO", ["000"]),
        ("Digital Cooperation Organization", ["000", "002"]),
        ("Hajar El Haddaoui", ["000"]),
        ("IT", ["000", "002"]),
        ("Organisation", ["000", "002", "004"]),
        ("digital -china", ["000", "001", "002", "004"]),
    ],
)
def test_the_seed_articles_are_found_by_each_name(library, query, files):
    assert found(library, query) == files


@pytest.mark.parametrize("query", ["CPEC", "OIC", "DCO"])
def test_an_acronym_shows_its_name_as_a_chip(library, query):
    chips = [e for e in library.search(Request(query)).expansions if e.why == "alias"]
    assert any(chip.active for chip in chips)


def test_dropping_the_chip_narrows_the_search(library):
    answer = library.search(Request("CPEC corridor", dropped=frozenset({"alias"})))
    assert not any(chip.active for chip in answer.expansions if chip.why == "alias")
