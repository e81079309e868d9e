"""What is asked of a search index and what it answers, whatever engine is behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from sanad.errors import SanadError
from sanad.library.records import ArticleId, EntityKind, Mention
from sanad.search.tree import Query, Why
from sanad.text.spans import Span

FACETS = ("place", "org", "person", "tech", "initiative", "source", "year")
"""Kinds of facets, in the order they are shown."""

FACET_OF_KIND = {
    EntityKind.PLACE: "place",
    EntityKind.ORGANISATION: "org",
    EntityKind.PERSON: "person",
    EntityKind.TECHNOLOGY: "tech",
    EntityKind.INITIATIVE: "initiative",
}

UNKNOWN = "unknown"
"""Id of the facet value of articles that state no source or no date."""


class IndexRefusedError(SanadError):
    """An index cannot be written, or a batch is not valid."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """All that is searched of one article, at its newest version."""

    id: ArticleId
    version: int
    title: str
    text: str
    """The canonical text."""
    boilerplate: tuple[Span, ...] = ()
    source: str | None = None
    date: str | None = None
    """As precisely as stated: ``2025``, ``2025-06`` or ``2025-06-30``."""
    file_name: str = ""
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes applied together. An article that is put replaces what was indexed under its id."""

    put: Sequence[IndexedArticle] = ()
    delete: Sequence[ArticleId] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """The forms under which one entity or initiative is known, its name first."""

    entity: str
    kind: EntityKind
    forms: tuple[str, ...]
    confirmed: frozenset[str] = frozenset()
    """Forms given by the user: searched even where a single word or a place is only offered."""


@dataclass(frozen=True, slots=True)
class Request:
    """One search."""

    text: str
    sort: str = "relevance"
    """``relevance``, ``date`` (newest first, undated last) or ``title``."""
    limit: int | None = None
    """At most so many hits are returned; `Answer.total` counts all."""
    within: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Chosen facet values: ids by kind. One of a kind's values suffices; all kinds must hold."""
    without: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Excluded facet values: ids by kind."""
    dropped: frozenset[str] = frozenset()
    """Keys of expansions that are not wanted. ``stem`` alone turns all stems off."""
    added: frozenset[str] = frozenset()
    """Keys of offered expansions that are wanted."""
    outside: Mapping[tuple[str, str], frozenset[ArticleId]] = field(default_factory=dict)
    """What the caller found for each ``tag:``, ``status:``, ``has:`` and ``is:`` of the query."""


class Hit(NamedTuple):
    """One article of an answer."""

    article: ArticleId
    score: float
    title: str
    level: int = 0
    """0: found as written (or by spelling or alias), 1: only by stems, 2: only in boilerplate."""
    group: ArticleId | None = None
    """The same in all near-duplicates of one another, found or not; None for an article alone."""

    @property
    def is_by_stem(self) -> bool:
        """Whether it was found only because a word of the same family stands there."""
        return self.level == 1

    @property
    def in_boilerplate(self) -> bool:
        """Whether it was found only with the help of a footer."""
        return self.level == 2


@dataclass(frozen=True, slots=True)
class Expansion:
    """What widens a word of the query, shown as a chip that can be dropped."""

    key: str
    """Stable within a query text: goes into `Request.dropped` or `Request.added`."""
    why: Why
    word: str
    """The words of the query that are widened."""
    forms: tuple[str, ...]
    """What is searched besides, readable."""
    active: bool
    """False: offered or dropped, not searched."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and the number of hits that have it."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Without:
    """What dropping one part of a query that finds nothing would give."""

    part: str
    """The part left out, as typed."""
    text: str
    """The query text without it."""
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found and how it was understood."""

    request: Request
    query: Query
    """As searched: with the forms of every active expansion."""
    read_as: str
    expansions: tuple[Expansion, ...] = ()
    notes: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    """Ranked; all of them unless the request set a limit."""
    total: int = 0
    facets: Mapping[str, Sequence[FacetValue]] = field(default_factory=dict)
    """By kind, most frequent first; the year's value `UNKNOWN` counts undated articles."""
    timeline: Mapping[str, int] = field(default_factory=dict)
    """Hits by month (``2025-03``), in order; by year where only that is stated, and `UNKNOWN`."""
    suggestions: tuple[str, ...] = ()
    """Whole queries that would find something: *did you mean*. Only when nothing was found."""
    dropping: tuple[Without, ...] = ()
    """Only when nothing was found."""
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to complete what is being typed."""

    kind: str
    """``term``, ``entity``, ``initiative`` or ``field``."""
    text: str
    """What replaces the last word of the box."""
    note: str = ""
    """What it is, such as ``organisation`` or a field's meaning."""
    count: int = 0
    """Articles that contain it."""


@dataclass(frozen=True, slots=True)
class Stats:
    """How large an index is."""

    articles: int
    segments: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Health:
    """Whether an index can be trusted; when not, it answers nothing and must be rebuilt."""

    ok: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """One article that is related to another."""

    article: ArticleId
    title: str
    score: float
    reasons: tuple[str, ...]
    """Names and words that both have, the most telling first."""


class SearchIndex(Protocol):
    """An index, embedded or not."""

    def apply(self, batch: Batch) -> None:
        """Make *batch* searchable; all of it or, on an error, nothing."""

    def search(self, request: Request) -> Answer:
        """Answer *request*. A query that cannot be run is explained in `Answer.notes`."""

    def use_aliases(self, aliases: Sequence[Alias]) -> None:
        """Widen queries by *aliases* from now on; replaces what was set before.

        For entities that are not among them the forms found in the articles are used.
        """

    def suggest(self, prefix: str, limit: int = 10) -> list[Suggestion]:
        """Return completions of the last word of *prefix*, best first."""

    def facets(self, request: Request) -> Mapping[str, Sequence[FacetValue]]:
        """Return the facets of *request* without its hits."""

    def related(self, article: IndexedArticle, limit: int = 10) -> list[Related]:
        """Return articles that share telling names and words with *article*, best first."""

    def stats(self) -> Stats:
        """Return how large the index is."""

    def health(self) -> Health:
        """Return whether the index can be trusted."""
