"""One tab of the reader: an article with the hits in it and the place that is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sanad.library.records import ArticleId
from sanad.text.spans import Span
from sanad.ui.reader.article_view import ArticleView
from sanad.ui.reader.finding import Wanted, find_spans
from sanad.ui.reader.history import Place
from sanad.ui.reader.layers import Hit
from sanad.ui.reader.stepper import Stepper
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle


class Page(QWidget):
    """Holds an article, or only its name until it is asked for (after a restart)."""

    hit_changed = Signal(int, int)
    """Number of the current hit, 0 for none, and how many there are."""

    def __init__(
        self, theme: Theme, article: ArticleId, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.article, self.title = article, title
        self.opened: OpenArticle | None = None
        self.awaited: Place | None = None
        """Where to go when the article arrives."""
        self.view = ArticleView(theme, self)
        self._hits: Stepper[Hit] = Stepper()
        self._found: Stepper[Hit] = Stepper()
        self._wanted = Wanted()
        self._is_finding = False
        self._is_fresh = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_article(self, opened: "OpenArticle") -> None:
        """Show another article, or another version, from its beginning and without hits."""
        self.article, self.title = opened.article.id, opened.article.title
        self.opened = opened
        self._hits = Stepper()
        self._is_fresh = True
        self.view.show_article(opened)
        self._find_again()

    def refresh(self, opened: "OpenArticle") -> None:
        """Take over what has changed beside the text, or a new version; the place is kept."""
        before, self.opened, self.title = self.opened, opened, opened.article.title
        if before is None or before.version.sha256 != opened.version.sha256:
            place = self.place()
            self.show_article(opened)
            self._is_fresh = False
            self.view.scroll_to(place.offset, place.below)
            return
        if before.article != opened.article:
            self.view.fit_header(title_in_text=self.view.show_header(opened))
        self.view.show_layers(opened)

    # Places

    def place(self) -> Place:
        """Return where the article is being read."""
        if self.opened is None:
            return self.awaited or Place(self.article)
        offset, below = self.view.topmost()
        return Place(self.article, offset, below, self._hits.stretches, self._hits.number)

    def go_to(self, place: Place) -> None:
        """Take up reading at *place*, with the hits of then."""
        self._hits = Stepper(place.hits)
        self._hits.choose(place.current)
        self._is_fresh = False
        self._show_hits()
        self.view.scroll_to(place.offset, place.below)

    def go_to_span(self, span: Span) -> None:
        """Bring *span* into view and mark it for a moment; a hit in it becomes current."""
        self._is_fresh = False
        self._active.choose_at(span)
        self._show_hits()
        self.view.flash(*span)

    # Hits

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Mark the *hits* of a search; the first that is in view or after it becomes current."""
        if tuple(hits) == self._hits.stretches:
            self.hit_changed.emit(*self.hit_position)
            return
        self._hits = Stepper(hits)
        current = self._hits.choose_from(self.view.topmost()[0])
        self._show_hits()
        if self._is_fresh and current is not None and not self._is_finding:
            self.view.reveal(current.start, current.end)
        self._is_fresh = False

    def find_words(self, wanted: Wanted) -> None:
        """Mark where *wanted* occurs instead of the hits of the search."""
        self._wanted, self._is_finding = wanted, bool(wanted.words)
        at = self._found.current or self._hits.current
        self._find_again()
        found = self._found.choose_from(at.start if at else self.view.topmost()[0])
        self._show_hits()
        if found is not None and self._is_finding:
            self.view.reveal(found.start, found.end)

    def stop_finding(self) -> None:
        """Mark the hits of the search again; without any, stepping goes on with what was found."""
        self._is_finding = False
        self.view.set_hits(self._hits.stretches, self._hits.current)
        self.hit_changed.emit(*self.hit_position)

    def step(self, by: int) -> bool:
        """Go *by* hits on, around the end; False if there are none."""
        reached = self._active.step(by, self.view.topmost()[0])
        self._show_hits()
        if reached is None:
            return False
        self._is_fresh = False
        self.view.reveal(reached.start, reached.end)
        return True

    @property
    def hit_position(self) -> tuple[int, int]:
        """Number of the current hit, 0 for none, and how many there are."""
        return self._active.number, len(self._active)

    @property
    def _active(self) -> Stepper[Hit]:
        finds = self._is_finding or not self._hits.stretches
        return self._found if finds else self._hits

    def _find_again(self) -> None:
        text = self.opened.version.text if self.opened else ""
        self._found = Stepper(find_spans(text, self._wanted))

    def _show_hits(self) -> None:
        active = self._active
        marked = active.stretches if self._is_finding or active is self._hits else ()
        self.view.set_hits(marked, active.current)
        self.hit_changed.emit(*self.hit_position)
