"""How an article lies in Whoosh: a stream of terms per field, and one stored record.

A field's terms come analysed, not as text. Positions are kept as 32-bit numbers; a joined term is
marked with ``=`` and has the first and last position of each place.
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sanad.search.analysis import Stream
from sanad.search.engine import ID, STORED, FieldType, Format, Schema
from sanad.search.fields import STREAMS, ArticleTerms
from sanad.search.places import Place
from sanad.search.protocol import IndexedArticle
from sanad.search.reader import Record, record_of

JOINED = "="
_NUMBER = "I"


class PlacesFormat(Format):  # type: ignore[misc]
    """Positions as bytes, written and read by this module."""

    def word_values(self, value: object, analyzer: object, **_: object) -> Iterator[Any]:
        """Refuse: terms come analysed."""
        raise NotImplementedError


class StreamField(FieldType):  # type: ignore[misc]
    """A field that is given a `Stream` instead of text."""

    def __init__(self) -> None:
        self.format = PlacesFormat()
        self.analyzer = None
        self.stored = self.unique = False
        # Lengths are not used, but without them Whoosh looks for their file at every posting.
        self.scorable = True
        self.vector = None

    def index(self, value: Stream, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield term, count, weight and positions of each term."""
        for term, positions in value.solid.items():
            if positions:
                count = len(positions)
                yield term.encode(), count, float(count), array(_NUMBER, positions).tobytes()
        for term, places in value.joined.items():
            ends = array(_NUMBER, [end for place in places for end in place])
            yield (JOINED + term).encode(), len(places), float(len(places)), ends.tobytes()


def schema() -> Schema:
    """Return the schema of every index."""
    fields = {name: StreamField() for name in STREAMS}
    return Schema(id=ID(unique=True), record=STORED(), **fields)


def document_of(article: IndexedArticle, terms: ArticleTerms) -> dict[str, object]:
    """Return the fields of *article*."""
    fields: dict[str, object] = {
        name: stream for name, stream in terms.streams.items() if stream.length
    }
    fields["id"] = str(article.id)
    fields["record"] = tuple(record_of(article, terms))
    return fields


def read_record(stored: Sequence[Any]) -> Record:
    """Return the record that a document stores."""
    return Record(*stored)


def read_places(solid: bytes, joined: bytes) -> list[Place]:
    """Return the places behind the stored bytes of a term, solid and joined."""
    positions, ends = array(_NUMBER), array(_NUMBER)
    positions.frombytes(solid)
    ends.frombytes(joined)
    return [(p, p) for p in positions] + list(zip(ends[::2], ends[1::2], strict=True))
