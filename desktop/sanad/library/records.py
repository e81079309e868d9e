"""The values a library records: articles, their versions, and what was recognised in them.

All offsets count code points of a version's canonical text.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from sanad.text.sentences import Sentence
from sanad.text.spans import Span

ArticleId = NewType("ArticleId", int)
"""Counts from 1 within its library and is never given to another article."""

EntityId = NewType("EntityId", str)
"""A readable key, such as ``digital-cooperation-organization``; the same in every article."""

InitiativeId = NewType("InitiativeId", str)

SHOWN_FROM = 0.55
"""Confidence from which a mention is shown as one; what lies below is a suggestion."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file states about itself. ``None`` means that it states nothing."""

    title: str | None = None
    author: str | None = None
    source: str | None = None
    date: str | None = None
    """Publication date as precisely as stated: ``2025``, ``2025-06`` or ``2025-06-30``."""
    url: str | None = None
    language: str | None = None
    id: str | None = None
    """An identifier that the file gives itself; the first mark of being the same article."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its title and metadata, at its newest version."""

    id: ArticleId
    version: int
    title: str
    title_is_derived: bool
    """Whether the title was taken from the text because the file states none."""
    metadata: Metadata
    file_name: str
    path: str
    """Where the file was when it was imported; it may be gone, or of another system's form."""
    imported_at: datetime
    words: int
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article's text. Versions count from 1 and never change once stored."""

    article: ArticleId
    number: int
    text: str
    """The canonical text."""
    html: str
    """Safe HTML whose plain text, as Qt lays it out, equals ``text``."""
    sentences: tuple[Sentence, ...]
    boilerplate: tuple[Span, ...]
    sha256: str
    """Of the imported file's bytes, in hexadecimal; the name of the file in ``originals/``."""
    imported_at: datetime


class EntityKind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "PERSON"
    ORGANISATION = "ORG"
    PLACE = "PLACE"
    TECHNOLOGY = "TECH"
    INITIATIVE = "INIT"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a span of one version's text, and why it was taken for one."""

    start: int
    end: int
    surface: str
    """The text at the span, as written."""
    kind: EntityKind
    entity: EntityId
    name: str
    """The entity's canonical name."""
    rule: str
    """Name of the rule that recognised it, such as ``bracket acronym``."""
    confidence: float
    """Measured precision of the rule, 0 to 1."""

    @property
    def span(self) -> Span:
        """Where the mention stands."""
        return Span(self.start, self.end)

    @property
    def is_suggestion(self) -> bool:
        """Whether the rule is too unsure for the name to be shown as a mention."""
        return self.confidence < SHOWN_FROM


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity with how often it is named."""

    kind: EntityKind
    entity: EntityId
    name: str
    mentions: int
    articles: int
