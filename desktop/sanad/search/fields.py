"""The fields of an article that are searched, as streams of terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sanad.library.records import EntityKind
from sanad.search.analysis import Stream, split_stream, stream
from sanad.search.protocol import IndexedArticle
from sanad.search.tree import Field

TITLE, BODY, FOOTER = "title", "body", "footer"
"""The parts of `Field.TEXT`; boilerplate is kept apart from the body as ``footer``."""

ENTITY_FIELDS = ("person", "org", "place", "tech", "initiative")
STREAMS = (TITLE, BODY, FOOTER, *ENTITY_FIELDS, "source", "file")
"""All streams of an article, by name."""

_OF_KIND = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "org",
    EntityKind.PLACE: "place",
    EntityKind.TECHNOLOGY: "tech",
    EntityKind.INITIATIVE: "initiative",
}
_GAP = 1_000
"""Positions between two names in one stream: more than any phrase or NEAR can span."""


def streams_of(asked: Field) -> tuple[str, ...]:
    """Return the names of the streams in which a leaf of the field *asked* is searched."""
    match asked:
        case Field.TEXT:
            return (TITLE, BODY, FOOTER)
        case Field.ENTITY:
            return ENTITY_FIELDS
        case _:
            return (asked.value,)


@dataclass(slots=True)
class ArticleTerms:
    """An article's streams by name, and its date."""

    streams: dict[str, Stream] = field(default_factory=dict)
    date: str | None = None


def analysed(article: IndexedArticle) -> ArticleTerms:
    """Return all that is searched of *article*."""
    body, footer = split_stream(article.text, article.boilerplate)
    found = ArticleTerms({TITLE: stream(article.title), BODY: body, FOOTER: footer}, article.date)
    names: dict[str, dict[str, None]] = {}
    for mention in article.mentions:
        known = names.setdefault(_OF_KIND[mention.kind], {})
        known[mention.name] = known[mention.surface] = None
    for kind, forms in names.items():
        found.streams[kind] = _apart(forms)
    found.streams["source"] = stream(article.source or "")
    found.streams["file"] = stream(article.file_name.replace("_", " ").replace(".", " "))
    return found


def _apart(texts: Iterable[str]) -> Stream:
    """Return one stream of all *texts*, with gaps between that no phrase crosses.

    Its spans have no meaning.
    """
    whole = Stream()
    base = 0
    for text in texts:
        part = stream(text)
        for term, positions in part.solid.items():
            whole.solid.setdefault(term, []).extend(base + p for p in positions)
        for term, places in part.joined.items():
            whole.joined.setdefault(term, []).extend((base + a, base + b) for a, b in places)
        whole.length += part.length
        base += len(part.spans) + _GAP
    return whole
