"""The five seed articles in a real index, and articles made from a text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sanad import assets
from sanad.library.records import ArticleId, EntityId, EntityKind, Mention
from sanad.search.protocol import Answer, Batch, IndexedArticle, Request
from sanad.search.whoosh_index import WhooshIndex, open_index
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.titles import derived_title

NAMES = {
    "Pakistan": ("pakistan", EntityKind.PLACE),
    "Malaysia": ("malaysia", EntityKind.PLACE),
    "China": ("china", EntityKind.PLACE),
    "Kuwait": ("kuwait", EntityKind.PLACE),
    "OIC": ("oic", EntityKind.ORGANISATION),
    "Digital Cooperation Organization": ("dco", EntityKind.ORGANISATION),
    "Hajar El Haddaoui": ("hajar-el-haddaoui", EntityKind.PERSON),
    "Digital Pakistan Policy": ("digital-pakistan-policy", EntityKind.INITIATIVE),
    "blockchain": ("blockchain", EntityKind.TECHNOLOGY),
}


def make_article(number: int, text: str, **others: object) -> IndexedArticle:
    """Return an article of *text*, with the names above as its mentions."""
    mentions = tuple(
        Mention(at, at + len(name), name, kind, EntityId(entity), name, "test", 1.0)
        for name, (entity, kind) in NAMES.items()
        if (at := text.find(name)) >= 0
    )
    values: dict[str, object] = {
        "id": ArticleId(number),
        "version": 1,
        "title": derived_title(text),
        "text": text,
        "boilerplate": tuple(boilerplate_spans(text)),
        "mentions": mentions,
    }
    return IndexedArticle(**{**values, **others})


@pytest.fixture
def article() -> Callable[..., IndexedArticle]:
    """Return an article of a number and a text; keywords set its other values."""
    return make_article


@pytest.fixture(scope="session")
def seeds() -> list[IndexedArticle]:
    """Return the seed articles; those with the number n have the id n, and 000 has 10."""
    return [
        make_article(n or 10, render_plain(path.read_text("utf-8")).text, file_name=path.name)
        for n, path in enumerate(assets.seeds())
    ]


@pytest.fixture
def empty_index(tmp_path: Path) -> Iterator[WhooshIndex]:
    """Return a new index in its own folder."""
    index = open_index(tmp_path / "index")
    yield index
    index.close()


@pytest.fixture(scope="session")
def index(
    seeds: list[IndexedArticle], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WhooshIndex]:
    """Return an index of the seeds, which no test may change."""
    made = open_index(tmp_path_factory.mktemp("seeds") / "index")
    made.apply(Batch(seeds))
    yield made
    made.close()


@pytest.fixture
def ask(index: WhooshIndex) -> Callable[..., Answer]:
    """Return a search of the seeds; keywords go into the request."""
    return lambda text, **request: index.search(Request(text, **request))


@pytest.fixture
def found(ask: Callable[..., Answer]) -> Callable[[str], list[str]]:
    """Return a search of the seeds for the first digits of the files it finds, sorted."""
    return lambda text: sorted(f"{hit.article % 10:03}" for hit in ask(text).hits)
