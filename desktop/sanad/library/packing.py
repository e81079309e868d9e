"""Turns recorded values into columns and back."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Final

from sanad.library.database import Row
from sanad.library.records import (
    Article,
    ArticleId,
    EntityId,
    EntityKind,
    Mention,
    Metadata,
    Version,
)
from sanad.text.sentences import Sentence
from sanad.text.spans import Span

ARTICLE_COLUMNS: Final = (
    "id, version, title, title_is_derived, stated_title, author, source, date, url, language,"
    " stated_id, file_name, path, imported_at, words, is_removed"
)
VERSION_COLUMNS: Final = "article, number, text, html, sentences, boilerplate, sha256, imported_at"

_UNSTATED: Final = Metadata()
_NOTHING: Final = (None,) * 7
"""Most files state nothing: their articles share one value."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What an importer read and rendered, ready to be stored."""

    article: ArticleId | None
    """The article of which this is a new version; None for a new article."""
    text: str
    html: str
    sentences: Sequence[Sentence]
    boilerplate: Sequence[Span]
    metadata: Metadata
    title: str
    title_is_derived: bool
    path: PurePath
    root: PurePath | None
    """The folder that was imported, when the file was found in one."""
    content: bytes
    """The file, byte for byte."""
    imported_at: datetime
    """With its time zone."""
    file_name: str = ""
    """Empty means: the last part of ``path``."""
    pipeline: int = 1
    """Which state of Sanad's rendering made ``text``."""


def storable(text: str) -> str:
    """Return *text* without lone surrogates, which file names may have and SQLite refuses."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def recorded_path(path: PurePath) -> str:
    """Return *path* as it is recorded: absolute, links left as they are."""
    return storable(os.path.abspath(path))  # noqa: PTH100 - absolute() would keep the ".."


def storable_or_none(text: str | None) -> str | None:
    """Return `storable` of *text*; None stays None."""
    return None if text is None else storable(text)


def stated(metadata: Metadata) -> tuple[str | None, ...]:
    """Return the columns ``stated_title`` to ``stated_id``."""
    values = (
        metadata.title,
        metadata.author,
        metadata.source,
        metadata.date,
        metadata.url,
        metadata.language,
        metadata.id,
    )
    return tuple(storable_or_none(value) for value in values)


def article_of(row: Row) -> Article:
    """Return the article in *row*, which has `ARTICLE_COLUMNS`."""
    stated = row[4:11]
    return Article(
        row[0],
        row[1],
        row[2],
        bool(row[3]),
        _UNSTATED if stated == _NOTHING else Metadata(*stated),
        row[11],
        row[12],
        datetime.fromisoformat(row[13]),
        row[14],
        bool(row[15]),
    )


def version_of(row: Row) -> Version:
    """Return the version in *row*, which has `VERSION_COLUMNS`."""
    article, number, text, html, sentences, boilerplate, sha256, imported_at = row
    return Version(
        article,
        number,
        text,
        html,
        _sentences(sentences),
        _spans(boilerplate),
        sha256,
        datetime.fromisoformat(imported_at),
    )


def pack_sentences(sentences: Iterable[Sentence]) -> str:
    """Return *sentences*, which are numbered from 1, as paragraph, start, end, paragraph, …."""
    flat = [value for one in sentences for value in (one.paragraph, one.start, one.end)]
    return json.dumps(flat, separators=(",", ":"))


def pack_spans(spans: Iterable[Span]) -> str:
    """Return *spans* as start, end, start, …."""
    flat = [value for span in spans for value in (span.start, span.end)]
    return json.dumps(flat, separators=(",", ":"))


def pack_mentions(mentions: Sequence[Mention]) -> str:
    """Return *mentions* with each entity and each rule written once, the surfaces left out."""
    entities = list(dict.fromkeys((one.kind.value, one.entity, one.name) for one in mentions))
    rules = list(dict.fromkeys((one.rule, one.confidence) for one in mentions))
    entity_at = {entity: place for place, entity in enumerate(entities)}
    rule_at = {rule: place for place, rule in enumerate(rules)}
    flat = [
        value
        for one in mentions
        for value in (
            one.start,
            one.end,
            entity_at[one.kind.value, one.entity, one.name],
            rule_at[one.rule, one.confidence],
        )
    ]
    packed = {"entities": entities, "rules": rules, "mentions": flat}
    return json.dumps(packed, separators=(",", ":"))


def mentions_of(packed: str, text: str) -> list[Mention]:
    """Return the mentions in *packed*, with their surfaces from *text*."""
    stored = json.loads(packed)
    entities = [(EntityKind(kind), EntityId(id), name) for kind, id, name in stored["entities"]]
    rules = stored["rules"]
    found: list[Mention] = []
    flat = iter(stored["mentions"])
    for start, end, entity_place, rule_place in zip(flat, flat, flat, flat, strict=True):
        kind, entity, name = entities[entity_place]
        rule, confidence = rules[rule_place]
        found.append(Mention(start, end, text[start:end], kind, entity, name, rule, confidence))
    return found


def _sentences(packed: str) -> tuple[Sentence, ...]:
    flat = iter(json.loads(packed))
    triples = enumerate(zip(flat, flat, flat, strict=True), start=1)
    return tuple(Sentence(number, *triple) for number, triple in triples)


def _spans(packed: str) -> tuple[Span, ...]:
    flat = iter(json.loads(packed))
    return tuple(Span(start, end) for start, end in zip(flat, flat, strict=True))
