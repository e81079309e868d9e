"""The open pages, a tab for each, and the ones closed last."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sanad.library.records import ArticleId
from sanad.ui.reader.page import Page
from sanad.ui.reader.tabs import TabStrip
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.ui.reader.history import Place

_KEPT_CLOSED = 20


class Pages(QWidget):
    """Keeps the order of tabs and pages the same; shows *empty* when there is none."""

    turned = Signal(object)
    """The `Page` now in view, or None."""
    turning = Signal()
    """Another page is about to come into view; the one in view is still whole."""
    changed = Signal()
    """A tab was opened, closed, moved or renamed."""

    def __init__(
        self,
        theme: Theme,
        empty: QWidget,
        make_page: Callable[[ArticleId, str], Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_page = make_page
        self._pages: list[Page] = []
        self._closed: list[tuple[Place, str]] = []
        self.strip = TabStrip(theme, self)
        self._stack = QStackedWidget(self)
        self._empty = empty
        self._stack.addWidget(empty)
        self._current: Page | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.strip.hide()
        self.strip.currentChanged.connect(self.turn_to)
        self.strip.tabMoved.connect(self._follow_move)
        self.strip.close_requested.connect(self.close_page)
        self.strip.close_others_requested.connect(self._close_others)
        self.strip.close_right_requested.connect(self._close_right)
        self.strip.reopen_requested.connect(self.reopen)

    def count(self) -> int:
        """Return the number of tabs."""
        return len(self._pages)

    def __iter__(self) -> Iterator[Page]:
        return iter(self._pages)

    @property
    def current(self) -> Page | None:
        """The page in view."""
        return self._current

    @property
    def index(self) -> int:
        """The place of the page in view, from 0; -1 without any."""
        return self._pages.index(self._current) if self._current else -1

    def page_of(self, article: ArticleId) -> Page | None:
        """Return the page that holds *article*."""
        return next((page for page in self._pages if page.article == article), None)

    def add(self, article: ArticleId, title: str, at: int | None = None) -> Page:
        """Open a tab behind the current one, or at the place *at*, without turning to it."""
        page = self._make_page(article, title)
        at = self.index + 1 if at is None else min(at, len(self._pages))
        self._pages.insert(at, page)
        self._stack.addWidget(page)
        header = page.view.header
        stops = (self.strip, page.view, header.address, header.cite)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._quietly(lambda: self.strip.insert(at, title))
        self.strip.show()
        self.changed.emit()
        return page

    def rename(self, page: Page) -> None:
        """Take over the page's title."""
        self.strip.set_title(self._pages.index(page), page.title)
        self.changed.emit()

    def turn_to(self, index: int) -> None:
        """Bring the page at *index* into view; nothing happens if there is none."""
        if not 0 <= index < len(self._pages) or self._pages[index] is self._current:
            return
        self.turning.emit()
        self._show(self._pages[index])

    def turn_to_page(self, page: Page) -> None:
        """Bring *page* into view."""
        self.turn_to(self._pages.index(page))

    def turn_by(self, by: int) -> None:
        """Turn *by* tabs on, around the end."""
        if self._pages:
            self.turn_to((self.index + by) % len(self._pages))

    def close_page(self, index: int) -> None:
        """Close the tab at *index*; its neighbour comes into view."""
        if not 0 <= index < len(self._pages):
            return
        page = self._pages[index]
        if page is self._current:
            self.turning.emit()
        self._closed = [*self._closed, (page.place(), page.title)][-_KEPT_CLOSED:]
        self._remove(page)

    def drop(self, article: ArticleId) -> None:
        """Close the tab of an article that is gone, and forget that it was open."""
        self._closed = [entry for entry in self._closed if entry[0].article != article]
        if page := self.page_of(article):
            self._remove(page)

    def reopen(self) -> Page | None:
        """Open the tab closed last again; its page is empty until its article arrives."""
        while self._closed:
            place, title = self._closed.pop()
            self.strip.can_reopen = bool(self._closed)
            if self.page_of(place.article) is None:
                page = self.add(place.article, title)
                page.awaited = place
                self.turn_to_page(page)
                return page
        return None

    def _remove(self, page: Page) -> None:
        index = self._pages.index(page)
        self._pages.remove(page)
        self._quietly(lambda: self.strip.removeTab(index))
        self.strip.can_reopen = bool(self._closed)
        self.strip.setVisible(bool(self._pages))
        if page is self._current:
            near = self._pages[min(index, len(self._pages) - 1)] if self._pages else None
            self._show(near)
        self._stack.removeWidget(page)
        page.deleteLater()
        self.changed.emit()

    def _show(self, page: Page | None) -> None:
        self._current = page
        self._stack.setCurrentWidget(page or self._empty)
        self._quietly(lambda: self.strip.setCurrentIndex(self.index))
        self.turned.emit(page)

    def _follow_move(self, start: int, end: int) -> None:
        self._pages.insert(end, self._pages.pop(start))
        self.changed.emit()

    def _close_others(self, index: int) -> None:
        self.turn_to(index)
        for other in [page for page in self._pages if page is not self._current]:
            self.close_page(self._pages.index(other))

    def _close_right(self, index: int) -> None:
        for other in self._pages[index + 1 :]:
            self.close_page(self._pages.index(other))

    def _quietly(self, change: Callable[[], object]) -> None:
        blocked = self.strip.blockSignals(True)
        change()
        self.strip.blockSignals(blocked)
