"""The way through the articles: how each was left, and back to it and forward again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sanad.library.records import ArticleId
from sanad.ui.reader.history import History, Place

if TYPE_CHECKING:
    from sanad.ui.reader.page import Page
    from sanad.ui.reader.pages import Pages


class Visits(QObject):
    """Turns *pages* to where reading has been; asks for an article that has no page any more."""

    changed = Signal(bool, bool)
    """Whether one can go back, and forward."""
    article_requested = Signal(int)

    def __init__(self, pages: "Pages") -> None:
        super().__init__(pages)
        self._pages = pages
        self._history = History()
        self._going: Place | None = None
        """Where to go when the article that was asked for arrives."""

    def leave(self) -> None:
        """Remember how the article in view is left."""
        page = self._pages.current
        if page is not None and page.opened is not None:
            self._history.update(page.place())

    def arrive(self, page: "Page") -> None:
        """Put the article of *page* on the way, after the one that was left last."""
        self._history.visit(page.place())
        self._tell()

    def back(self) -> None:
        """Go back to the article before, as it was left."""
        self.leave()
        self._go(self._history.back())

    def forward(self) -> None:
        """Go forward again."""
        self.leave()
        self._go(self._history.forward())

    def take_place(self, page: "Page", article: ArticleId) -> Place | None:
        """Return where *article*, which arrives on *page*, was left; None if it is new there."""
        places = (self._going, page.awaited)
        self._going, page.awaited = None, None
        return next((place for place in places if place and place.article == article), None)

    def forget(self, article: ArticleId) -> None:
        """Leave an article that is gone out of the way."""
        self._history.forget(article)
        if self._going is not None and self._going.article == article:
            self._going = None
        self._tell()

    def _go(self, place: Place | None) -> None:
        if place is None:
            return
        self._tell()
        page = self._pages.page_of(place.article)
        if page is None or page.opened is None:
            self._going = place
            self.article_requested.emit(place.article)
            return
        self._pages.turn_to_page(page)
        page.go_to(place)

    def _tell(self) -> None:
        self.changed.emit(self._history.can_go_back, self._history.can_go_forward)
