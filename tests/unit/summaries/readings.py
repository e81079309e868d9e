"""Articles as the workspace would hand them out, made from plain text."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from sanad import assets
from sanad.bookmarks.model import Bookmark
from sanad.initiatives.model import Evidence, Initiative, Party, Statement, StatusEvent
from sanad.library.records import (
    Article,
    ArticleId,
    EntityId,
    EntityKind,
    InitiativeId,
    Mention,
    Metadata,
    Version,
)
from sanad.text.anchors import anchor_of
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.rendering import Rendering
from sanad.text.sentences import sentence_at, sentences
from sanad.text.spans import Span
from sanad.text.titles import derived_title

IMPORTED = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with everything that is known of it."""

    article: Article
    version: Version
    mentions: tuple[Mention, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()


def reading(
    source: str,
    number: int = 1,
    *,
    metadata: Metadata | None = None,
    names: dict[str, EntityKind] | None = None,
    kept: dict[str, str] | None = None,
    initiatives: tuple[tuple[str, str, Statement], ...] = (),
    years: tuple[str, ...] = ("2018",),
    rendering: Rendering | None = None,
    file_name: str = "",
) -> ReadArticle:
    """Return an article of *source*.

    *names* are mentioned wherever they occur, *kept* passages have notes, and *initiatives* are
    name, status and statement, evidenced by the first sentence with the name, and with those
    *years* that the text has.
    """
    rendering = rendering or render_plain(source)
    text = rendering.text
    numbered = sentences(text)
    metadata = metadata or Metadata()
    file_name = file_name or f"article-{number}.txt"
    article = Article(
        ArticleId(number),
        1,
        metadata.title or derived_title(text),
        metadata.title is None,
        metadata,
        file_name,
        PurePath(file_name),
        IMPORTED,
        len(text.split()),
    )
    version = Version(
        ArticleId(number),
        1,
        text,
        rendering.html,
        numbered,
        tuple(boilerplate_spans(text)),
        hashlib.sha256(source.encode()).hexdigest(),
        IMPORTED,
    )
    return ReadArticle(
        article,
        version,
        tuple(_mentions(text, names or {})),
        tuple(_initiative(text, numbered, *one, years=years) for one in initiatives),
        tuple(_bookmark(text, number, passage, note) for passage, note in (kept or {}).items()),
    )


def seed(number: int, **more: object) -> ReadArticle:
    """Return the seed article ``00<number>_….txt``."""
    path = assets.seeds()[number]
    source = path.read_text(encoding="utf-8")
    return reading(source, number + 1, file_name=path.name, **more)  # type: ignore[arg-type]


def _mentions(text: str, names: dict[str, EntityKind]) -> list[Mention]:
    found: list[Mention] = []
    for name, kind in names.items():
        at = text.find(name)
        while at >= 0:
            entity = EntityId(name.casefold().replace(" ", "-"))
            end = at + len(name)
            found.append(Mention(at, end, name, kind, entity, name, "list", 0.98))
            at = text.find(name, end)
    return sorted(found, key=lambda one: one.start)


def _initiative(
    text: str,
    numbered: tuple[object, ...],
    name: str,
    status: str,
    statement: Statement,
    *,
    years: tuple[str, ...],
) -> Initiative:
    at = text.index(name)
    sentence = sentence_at(numbered, at)  # type: ignore[arg-type]
    assert sentence is not None
    evidence = Evidence(status, sentence.span, "test")
    events = (StatusEvent(status, statement, None, evidence),) if status else ()
    return Initiative(
        InitiativeId(name.casefold().replace(" ", "-")),
        name,
        (),
        "policy",
        tuple(Evidence(year, sentence.span, "year") for year in years if year in text),
        (Party(EntityId("pakistan"), "Pakistan", "lead", evidence),),
        events,
        (Span(at, at + len(name)),),
        (sentence.span,),
    )


def _bookmark(text: str, number: int, passage: str, note: str) -> Bookmark:
    at = text.index(passage)
    anchor = anchor_of(text, Span(at, at + len(passage)))
    note, _, tags = note.partition("#")
    return Bookmark(
        f"{number:032x}",
        ArticleId(number),
        1,
        anchor,
        note.strip(),
        tuple(tags.split("#")) if tags else (),
        "",
        IMPORTED,
    )
