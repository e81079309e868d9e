"""A library to work on, and versions to put into it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sanad.library.articles import NewVersion
from sanad.library.records import EntityId, EntityKind, Mention, Metadata
from sanad.library.store import Library
from sanad.text.sentences import sentences
from sanad.text.spans import Span


def version_of(
    text="Pakistan joins the DCO.",
    *,
    article=None,
    path="/press/dco.txt",
    metadata=None,
    root=None,
    content=None,
    title="Pakistan joins",
):
    return NewVersion(
        article=article,
        text=text,
        html=f"<p>{text}</p>",
        sentences=sentences(text),
        boilerplate=(Span(0, 8),),
        metadata=metadata or Metadata(),
        title=title,
        title_is_derived=metadata is None or metadata.title is None,
        path=Path(path),
        root=root and Path(root),
        content=text.encode() if content is None else content,
        imported_at=datetime(2026, 11, 21, 10, 30, tzinfo=UTC),
    )


def mention_of(text, surface, kind=EntityKind.ORGANISATION, *, name="", rule="name", sure=0.9):
    start = text.index(surface)
    name = name or surface
    entity = EntityId(name.lower().replace(" ", "-"))
    return Mention(start, start + len(surface), surface, kind, entity, name, rule, sure)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Ministry.sanad"


@pytest.fixture
def library(folder):
    with Library.create(folder, "Ministry") as library:
        yield library


@pytest.fixture
def articles(library):
    return library.articles
