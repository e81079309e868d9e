"""The pane of the initiatives that the open article names: status, parties, years, evidence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sanad.ui.delegates.initiatives import InitiativeDelegate
from sanad.ui.empty_state import EmptyState
from sanad.ui.models.initiatives import Card, Evidence, InitiativesModel, OtherArticle, cards
from sanad.ui.reader.row_view import RowTree
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sanad.library.records import Article, ArticleId, InitiativeId
    from sanad.workspace.reading import OpenArticle


class InitiativesPane(QWidget):
    """Every value rests on a sentence, and every sentence is one click away."""

    sentence_requested = Signal(int, object)
    """The id of the article and the span of the sentence."""
    article_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("initiatives")
        self._article: ArticleId | None = None
        self.model = InitiativesModel(self)
        self.view = RowTree(self.tr("Initiatives"), self)
        self._delegate = InitiativeDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.chosen.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._repaint)
        self.empty = EmptyState(theme)
        self.empty.setProperty("surface", "panel")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.view)
        self.show_article(None, {})

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_article(
        self,
        opened: "OpenArticle | None",
        other_articles: "Mapping[InitiativeId, Sequence[Article]]",
    ) -> None:
        """List the initiatives of *opened*, and for each the other articles that name it."""
        same = opened is not None and opened.article.id == self._article
        kept = self._kept() if same else set()
        scrolled = self.view.verticalScrollBar().value() if same else 0
        current = self.view.currentIndex().row() if same else -1
        self._article = opened.article.id if opened else None
        found = cards(opened.initiatives, opened.version, other_articles) if opened else []
        self.model.show_cards(found)
        for row, card in enumerate(found):
            opens = card.initiative.id in kept if same else row == 0 or len(found) <= 2
            self.view.setExpanded(self.model.index(row), opens)
        if current >= 0:
            self.view.setCurrentIndex(self.model.index(current))
        self.view.verticalScrollBar().setValue(scrolled)
        if opened is None:
            self.empty.say("initiatives", self.tr("Open an article to see its initiatives"))
        else:
            self.empty.say("initiatives", self.tr("No initiative is named in this article"))
        self._stack.setCurrentWidget(self.view if found else self.empty)

    def mark(self, initiative: str) -> None:
        """Make the card of the initiative with this id current, and open it."""
        for row, card in enumerate(self.model.cards):
            if card.initiative.id == initiative:
                index = self.model.index(row)
                self.view.setExpanded(index, True)
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)

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

    def _open_card(self, index: QModelIndex, card: Card) -> None:
        """Open the card and go to its first sentence; on its mark, only open or close it."""
        point = self.view.viewport().mapFromGlobal(QCursor.pos())
        on_mark = self._delegate.chevron(self.view.visualRect(index)).contains(point)
        if on_mark and self.view.underMouse():
            self.view.setExpanded(index, not self.view.isExpanded(index))
            return
        self.view.setExpanded(index, True)
        if card.evidence:
            self.sentence_requested.emit(self._article, card.evidence[0].span)

    def _repaint(self) -> None:
        # The tint covers a card and all rows below it, not the current row alone.
        self.view.viewport().update()
