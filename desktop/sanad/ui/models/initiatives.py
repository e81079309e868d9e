"""The initiatives of one article as cards, each over the sentences that are its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sanad.initiatives.model import Initiative, Statement, StatusEvent
from sanad.library.records import Article, ArticleId, InitiativeId, Version
from sanad.text.sentences import sentence_at
from sanad.text.spans import Span
from sanad.ui.models.rows import ROW

_HAPPENED, _NOT_YET = "\u25cf", "\u25cb"
_LONGEST_QUOTE = 130
_BEFORE_NAME = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence on an initiative, and what it is the evidence for."""

    number: int
    """Of the sentence, as citations count."""
    span: Span
    sentence: str
    quote: str
    """The sentence, or the part of it around the name."""
    says: tuple[str, ...]
    """The values that rest on it, in words; empty if it only names the initiative."""


@dataclass(frozen=True, slots=True)
class OtherArticle:
    """Another article that names the initiative."""

    article: ArticleId
    title: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the article states about one initiative."""

    initiative: Initiative
    status: str
    """In words; empty when none is stated."""
    statement: Statement | None
    facts: str
    """Parties, kind and years in one line."""
    rows: tuple[Evidence | OtherArticle, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences below the card."""
        return tuple(row for row in self.rows if isinstance(row, Evidence))


def cards(
    initiatives: Sequence[Initiative],
    version: Version,
    others: Mapping[InitiativeId, Sequence[Article]],
) -> list[Card]:
    """Return a card for each of *initiatives*; *others* are the articles that name it too."""
    names = {initiative.id: initiative.name for initiative in initiatives}
    return [
        Card(
            initiative,
            initiative.status,
            initiative.events[-1].statement if initiative.events else None,
            _facts(initiative, names),
            (
                *_evidence(initiative, version),
                *(
                    OtherArticle(article.id, article.title)
                    for article in others.get(initiative.id, ())
                ),
            ),
        )
        for initiative in initiatives
    ]


class InitiativesModel(QAbstractItemModel):
    """Cards at the top level, their rows below; one column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []

    def show_cards(self, cards: list[Card]) -> None:
        """Replace all cards."""
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def index(
        self,
        row: int,
        column: int = 0,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> QModelIndex:
        """Return the index of a card, or of a row below *parent*."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # type: ignore[override]
        """Return the card above a row; nothing is above a card."""
        place = index.internalId()
        return self.createIndex(place - 1, 0, 0) if place else QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of cards, or of the rows below one."""
        if not parent.isValid():
            return len(self.cards)
        return 0 if parent.internalId() else len(self.cards[parent.row()].rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the one column."""
        return 1

    def entry(self, index: QModelIndex | QPersistentModelIndex) -> Card | Evidence | OtherArticle:
        """Return what stands at *index*."""
        place = index.internalId()
        return self.cards[place - 1].rows[index.row()] if place else self.cards[index.row()]

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Answer the text, what a screen reader says, and `ROW`."""
        entry = self.entry(index)
        match role:
            case _ if role == ROW:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return _text(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(entry)
        return None


def _facts(initiative: Initiative, names: Mapping[InitiativeId, str]) -> str:
    parties = ", ".join(dict.fromkeys(party.name for party in initiative.parties))
    years = ", ".join(dict.fromkeys(year.value for year in initiative.years))
    whole = names.get(initiative.parent) if initiative.parent else None
    part = _tr("part of {whole}").format(whole=whole) if whole else ""
    return " · ".join(fact for fact in (parties, initiative.kind, years, part) if fact)


def _evidence(initiative: Initiative, version: Version) -> list[Evidence]:
    says: dict[Span, list[str]] = {span: [] for span in initiative.sentences}
    for event in initiative.events:
        says.setdefault(event.evidence.sentence, []).append(_event(event))
    for year in initiative.years:
        says.setdefault(year.sentence, []).append(year.value)
    for role, words in (("lead", _tr("led by {names}")), ("partner", _tr("with {names}"))):
        named: dict[Span, list[str]] = {}
        for party in initiative.parties:
            if party.role == role:
                named.setdefault(party.evidence.sentence, []).append(party.name)
        for span, names in named.items():
            says.setdefault(span, []).append(words.format(names=", ".join(dict.fromkeys(names))))
    found: list[Evidence] = []
    for span in sorted(says):
        sentence = sentence_at(version.sentences, span.start)
        found.append(
            Evidence(
                sentence.number if sentence else 0,
                span,
                version.text[slice(*span)].strip(),
                _quote(version.text, span, initiative.mentions),
                tuple(dict.fromkeys(says[span])),
            )
        )
    return found


def _event(event: StatusEvent) -> str:
    """Return a status in words, marked by what the sentence does: ● happened, ○ did not yet."""
    mark = _HAPPENED if event.statement is Statement.DONE else _NOT_YET
    hedge = {
        Statement.HOPED: _tr("hoped"),
        Statement.ATTRIBUTED: _tr("as others say"),
    }.get(event.statement, "")
    return " ".join(part for part in (mark, event.status, event.date or "", hedge) if part)


def _quote(text: str, span: Span, mentions: Sequence[Span]) -> str:
    start, end = span
    if end - start > _LONGEST_QUOTE:
        named = next((mention.start for mention in mentions if mention.overlaps(span)), start)
        start = max(start, min(named - _BEFORE_NAME, end - _LONGEST_QUOTE))
        end = min(end, start + _LONGEST_QUOTE)
        start = _word_start(text, start, span.start)
        end = _word_end(text, end, span.end)
    before = "\u2026" if start > span.start else ""
    after = "\u2026" if end < span.end else ""
    return f"\u201c{before}{text[start:end].strip()}{after}\u201d"


def _word_start(text: str, at: int, least: int) -> int:
    blank = text.find(" ", at)
    return at if at <= least or blank < 0 else blank + 1


def _word_end(text: str, at: int, most: int) -> int:
    blank = text.rfind(" ", 0, at + 1)
    return most if at >= most or blank < 0 else blank


def _text(entry: Card | Evidence | OtherArticle) -> str:
    match entry:
        case Card():
            return entry.initiative.name
        case Evidence():
            return entry.quote
        case OtherArticle():
            return entry.title


def _spoken(entry: Card | Evidence | OtherArticle) -> str:
    match entry:
        case Card():
            count = len(entry.evidence)
            sentences = _tr("1 sentence") if count == 1 else _tr("{n} sentences")
            parts = (entry.initiative.name, _spoken_status(entry), entry.facts,
                     sentences.format(n=count))  # fmt: skip
            return ", ".join(part for part in parts if part)
        case Evidence():
            said = "".join(f", {_in_words(words)}" for words in entry.says)
            return _tr("Sentence {n}").format(n=entry.number) + f"{said}: {entry.sentence}"
        case OtherArticle():
            return _tr("Also named in {title}").format(title=entry.title)


def _spoken_status(card: Card) -> str:
    if not card.status:
        return _tr("status not stated")
    return _in_words(f"{_HAPPENED if card.statement is Statement.DONE else _NOT_YET} {card.status}")


def _in_words(marked: str) -> str:
    """Return what is said for a status with its mark."""
    for mark, words in (
        (_HAPPENED, _tr("stated as done:")),
        (_NOT_YET, _tr("not stated as done:")),
    ):
        marked = marked.replace(mark, words)
    return marked


def _tip(entry: Card | Evidence | OtherArticle) -> str:
    match entry:
        case Card():
            aliases = ", ".join(entry.initiative.aliases)
            return _tr("Here also: {forms}").format(forms=aliases) if aliases else ""
        case Evidence():
            return _tr("Go to the sentence")
        case OtherArticle():
            return _tr("Open this article")


def _tr(text: str) -> str:
    return QCoreApplication.translate("InitiativesModel", text)
