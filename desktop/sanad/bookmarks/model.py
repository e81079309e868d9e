"""A bookmark: a passage of one version of an article, kept with what the reader said on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sanad.errors import LibraryError
from sanad.library.journal import Json
from sanad.library.records import ArticleId
from sanad.text.anchors import Anchor
from sanad.text.spans import Span


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A kept passage. Its anchor's offsets count in the text of ``version``."""

    id: str
    """32 hexadecimal digits, the same for ever."""
    article: ArticleId
    version: int
    anchor: Anchor
    note: str
    """What the reader wrote, in Markdown."""
    tags: tuple[str, ...]
    """In the order given, none twice."""
    colour: str
    """A name that the reader chose, such as ``claim``; empty for the usual one."""
    created_at: datetime

    @property
    def span(self) -> Span:
        """Where the passage stands in the text of ``version``."""
        return Span(self.anchor.start, self.anchor.end)


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return *tags* without blanks around them, empty ones, and repetitions in any case."""
    found = {" ".join(tag.split()).casefold(): " ".join(tag.split()) for tag in reversed([*tags])}
    return tuple(tag for tag in reversed(found.values()) if tag)


def to_value(bookmark: Bookmark) -> dict[str, Json]:
    """Return *bookmark*, without its id, as the notebook keeps it."""
    anchor = bookmark.anchor
    return {
        "article": bookmark.article,
        "version": bookmark.version,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "colour": bookmark.colour,
        "created_at": bookmark.created_at.isoformat(),
    }


def from_value(id: str, value: Mapping[str, Json]) -> Bookmark:
    """Return the bookmark that the notebook keeps as *value* under *id*.

    What was said on the passage may be absent; raises `LibraryError` when the passage is.
    """
    match value:
        case {
            "article": int(article),
            "version": int(version),
            "quote": str(quote),
            "prefix": str(prefix),
            "suffix": str(suffix),
            "start": int(start),
            "end": int(end),
            "created_at": str(created_at),
        }:
            tags = value.get("tags")
            return Bookmark(
                id,
                ArticleId(article),
                version,
                Anchor(quote, prefix, suffix, start, end),
                str(value.get("note") or ""),
                tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
                str(value.get("colour") or ""),
                datetime.fromisoformat(created_at),
            )
    raise LibraryError(
        f"The bookmark {id} is kept in a form that this version of Sanad does not know; update it."
    )
