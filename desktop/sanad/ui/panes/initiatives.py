"""The pane of the initiatives that the open article names: status, parties, years, evidence."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

from sanad.ui.delegates.initiatives import InitiativeDelegate
from sanad.ui.models.initiatives import Card, Evidence, InitiativesModel, OtherArticle, cards
from sanad.ui.panes.side import SidePane, Way
from sanad.ui.reader.row_view import RowTree
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sanad.library.records import Article, ArticleId, InitiativeId
    from sanad.workspace.reading import OpenArticle


class InitiativesPane(SidePane):
    """Every value rests on a sentence, and every sentence is one click away."""

    sentence_requested = Signal(int, object)
    """The id of the article and the span of the sentence."""
    article_requested = Signal(int)
    initiative_requested = Signal(str)
    """The name of an initiative to search the library for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("initiatives", theme, parent)
        self._article: ArticleId | None = None
        self.model = InitiativesModel(self)
        self.view = RowTree(self.tr("Initiatives"), self)
        self._cards = InitiativeDelegate(theme, self.view)
        self._set_up(self.view, self._cards, self.model)
        self.view.chosen.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._repaint)
        self.show_article(None, {})

    def show_article(
        self,
        opened: "OpenArticle | None",
        other_articles: "Mapping[InitiativeId, Sequence[Article]]",
    ) -> None:
        """List the initiatives of *opened*, and for each the other articles that name it."""
        same = opened is not None and opened.article.id == self._article
        kept = self._kept() if same else set()
        scrolled = self.view.verticalScrollBar().value() if same else 0
        current = self._place_of(self.view.currentIndex()) if same else ()
        self._article = opened.article.id if opened else None
        found = cards(opened.initiatives, opened.version, other_articles) if opened else []
        self.model.show_cards(found)
        for row, card in enumerate(found):
            opens = card.initiative.id in kept if same else row == 0 or len(found) <= 2
            self.view.setExpanded(self.model.index(row), opens)
        if current:
            self.view.setCurrentIndex(self._index_at(current))
        self.view.verticalScrollBar().setValue(scrolled)
        if opened is None:
            self.empty.say("initiatives", self.tr("Open an article to see its initiatives"))
        else:
            self.empty.say("initiatives", self.tr("No initiative is named in this article"))
        self._show_rows(bool(found))

    def holds(self, initiative: str) -> bool:
        """Say whether there is a card for the initiative with this id."""
        return any(card.initiative.id == initiative for card in self.model.cards)

    def mark(self, initiative: str) -> None:
        """Make the card of the initiative with this id current, and open it."""
        for row, card in enumerate(self.model.cards):
            if card.initiative.id == initiative:
                self.view.setExpanded(self.model.index(row), True)
                self._go_to_row(row)

    def _place_of(self, index: QModelIndex) -> tuple[int, ...]:
        """Return the rows that lead to *index*, from the top."""
        if not index.isValid():
            return ()
        return (*self._place_of(index.parent()), index.row())

    def _index_at(self, place: tuple[int, ...]) -> QModelIndex:
        index = QModelIndex()
        for row in place:
            index = self.model.index(row, 0, index)
        return index

    def _kept(self) -> set[str]:
        return {
            card.initiative.id
            for row, card in enumerate(self.model.cards)
            if self.view.isExpanded(self.model.index(row))
        }

    def _choose(self, index: QModelIndex, _back: bool) -> None:
        entry = self.model.entry(index)
        match entry:
            case Card():
                self._open_card(index, entry)
            case Evidence():
                self.sentence_requested.emit(self._article, entry.span)
            case OtherArticle():
                self.article_requested.emit(entry.article)

    def _ways(self, index: QModelIndex) -> Iterable[Way]:
        entry = self.model.entry(index)
        go = Way("right", self.tr("Go to the sentence"), lambda: self._choose(index, False))
        match entry:
            case Card():
                name = entry.initiative.name
                yield Way("search", self.tr("Search the library for it"),
                          lambda: self.initiative_requested.emit(name))  # fmt: skip
                if entry.evidence:
                    yield go
                yield _copy(self.tr("Copy the name"), name)
            case Evidence():
                yield go
                yield _copy(self.tr("Copy the sentence"), entry.sentence)
            case OtherArticle():
                yield go._replace(text=self.tr("Open this article"))

    def _open_card(self, index: QModelIndex, card: Card) -> None:
        """Open the card and go to its first sentence; on its mark, only open or close it."""
        point = self.view.viewport().mapFromGlobal(QCursor.pos())
        on_mark = self._cards.chevron(self.view.visualRect(index)).contains(point)
        if on_mark and self.view.underMouse():
            self.view.setExpanded(index, not self.view.isExpanded(index))
            return
        self.view.setExpanded(index, True)
        if card.evidence:
            self.sentence_requested.emit(self._article, card.evidence[0].span)

    def _repaint(self) -> None:
        # The tint covers a card and all rows below it, not the current row alone.
        self.view.viewport().update()


def _copy(text: str, words: str) -> Way:
    return Way("copy", text, lambda: QGuiApplication.clipboard().setText(words))
