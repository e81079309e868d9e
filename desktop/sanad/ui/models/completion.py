"""What can be completed of a query, and the rows that offer it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sanad.search.protocol import Suggestion
from sanad.text.fold import folded

OFFER = Qt.ItemDataRole.UserRole
_WORD = re.compile(r'(?:[^\W\d_]+:)?"?[^\s():"]*$')
_QUOTED = re.compile(r'((?:[^\W\d_]+:)?)"([^"]*)$')


@dataclass(frozen=True, slots=True)
class Typed:
    """The end of what stands before the cursor, as far as it can be completed."""

    start: int
    """Where the completion goes in, in code points."""
    asked: str
    """What is asked for."""
    phrase: str = ""
    """Words in open quotation marks, folded: a name must hold them."""
    is_phrase: bool = False
    """Whether the cursor is in a quoted phrase of no field, where only words complete."""

    def fits(self, suggestion: Suggestion) -> bool:
        """Whether *suggestion* continues what was typed."""
        if self.is_phrase:
            return suggestion.kind == "term"
        return self.phrase in folded(suggestion.text)


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what it puts where, and what it is."""

    text: str
    start: int
    """Where *text* replaces what is typed, in code points."""
    kind: str
    """``term``, ``entity``, ``initiative``, ``field`` or ``history``."""
    note: str = ""
    count: int = 0


def typed_before(text: str) -> Typed:
    """Return what of *text*, which stands before the cursor, can be completed."""
    if text.count('"') % 2:
        found = _QUOTED.search(text)
        assert found is not None  # an odd number of marks leaves one that is open
        field, words = found.groups()
        last = words.rsplit(" ", 1)[-1]
        if field:
            return Typed(found.start(), f"{field}{last}", folded(words).strip())
        return Typed(len(text) - len(last), last, is_phrase=True)
    found = _WORD.search(text)
    assert found is not None  # the pattern matches the empty end
    return Typed(found.start(), found.group())


def offers(
    typed: Typed, suggestions: Iterable[Suggestion], queries: Sequence[str], limit: int
) -> list[Offer]:
    """Return the rows for *typed*: *queries* of before first, then what the index suggests."""
    rows = [Offer(query, 0, "history") for query in queries]
    rows += [
        Offer(one.text, typed.start, one.kind, one.note, one.count)
        for one in suggestions
        if typed.fits(one) and _bare(one.text) != _bare(typed.asked)
    ]
    return rows[:limit]


def _bare(text: str) -> str:
    """Return *text* as it is compared: folded, and without quotation marks."""
    return folded(text).replace('"', "")


class CompletionModel(QAbstractListModel):
    """The offers, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    def offer(self, place: int) -> Offer:
        """Return the offer at *place*."""
        return self._offers[place]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of offers."""
        return 0 if parent.isValid() else len(self._offers)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the offer as a value, or as words for a screen reader."""
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (offer.text, self.about(offer)) if part)
            case _ if role == OFFER:
                return offer
        return None

    def about(self, offer: Offer) -> str:
        """Return what *offer* is and how many articles have it, as the end of its row says."""
        match offer.kind:
            case "history":
                kind = self.tr("searched before")
            case "term":
                kind = self.tr("word")
            case _:
                kind = offer.note
        return f"{kind} · {offer.count:,}" if offer.count else kind
