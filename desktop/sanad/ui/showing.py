"""Shows articles of an open library: in the reader, and beside it what belongs to them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from sanad.errors import NotFoundError
from sanad.library.records import ArticleId
from sanad.text.spans import Span
from sanad.ui.catalogue import Catalogue
from sanad.ui.finder import Finder
from sanad.ui.frame import Frame
from sanad.ui.relating import Relating
from sanad.workspace import reading
from sanad.workspace.opening import Workspace
from sanad.workspace.reading import OpenArticle


class Showing(QObject):
    """Knows which article is in view."""

    row_opened = Signal()
    """A row of the list has led to an article."""

    def __init__(
        self,
        workspace: Workspace,
        catalogue: Catalogue,
        finder: Finder,
        relating: Relating,
        frame: Frame,
    ) -> None:
        super().__init__(frame)
        self._workspace = workspace
        self._catalogue = catalogue
        self._finder = finder
        self._relating = relating
        self._frame = frame
        self._reader = frame.reader
        self._results = frame.results
        self.shown: OpenArticle | None = None
        """The article in view; None where none is open."""

    @property
    def article(self) -> ArticleId | None:
        """The id of the article in view."""
        return self.shown.article.id if self.shown else None

    @property
    def chosen(self) -> ArticleId | None:
        """The article marked in the list where that has the focus, else the one in view."""
        if self.shown is not None and self._results.view.hasFocus() and self._results.current >= 0:
            return self._results.model.row(self._results.current).article
        return self.article

    def open(self, article: int, span: Span | None = None, *, new_tab: bool = False) -> None:
        """Open *article*, at *span* if there is one; raises `NotFoundError`."""
        id = ArticleId(article)
        try:
            opened = reading.open_article(self._workspace, id)
        except NotFoundError:
            self._reader.drop_article(id)
            raise
        self._reader.show_article(opened, new_tab=new_tab, at=span)

    def open_related(self, article: int, new_tab: bool) -> None:
        """Open an article that is related to the one in view."""
        self.open(article, new_tab=new_tab)

    def open_row(self, place: int, new_tab: bool) -> None:
        """Open the article of the row at *place* in the list."""
        row = self._results.model.row(place)
        self.open(row.article, row.span, new_tab=new_tab)
        self.row_opened.emit()

    def show_beside(self, opened: OpenArticle | None) -> None:
        """Fill the panes that belong to the article in view."""
        self.shown = opened
        frame = self._frame
        frame.entities.show_article(opened)
        frame.outline.show_article(opened)
        self.relate()
        names = len({mention.entity for mention in opened.mentions}) if opened else None
        frame.docks["entities"].set_count(names)
        frame.docks["initiatives"].set_count(len(opened.initiatives) if opened else None)
        others = self._catalogue.others_naming(opened) if opened else {}
        frame.initiatives.show_article(opened, others)
        frame.bookmarks.show_article(self.article)
        language = opened.article.metadata.language if opened else None
        frame.facts.language.setText(language or "")
        if opened is not None:
            self.show_hits()
            self._results.mark(self._finder.place_in_list(opened.article.id))
            reading.mark_read(self._workspace, opened.article.id)

    def show_hits(self) -> None:
        """Mark the hits of what is searched in the article in view."""
        if self.article is not None:
            self._reader.set_hits(self.article, self._finder.hit_spans(self.article))

    def mark_in_list(self) -> None:
        """Mark the article in view in a list of articles."""
        if self.article is not None and (self._finder.is_searching or self._finder.can_sort):
            self._results.mark(self._finder.place_in_list(self.article))

    def relate(self) -> None:
        """Ask what is related to the article in view, once there is an index that can say."""
        self._relating.ask(None if self._finder.is_waiting else self.shown)

    def show_entity(self, entity: str) -> None:
        """Show what a name in the text stands for: the card of an initiative, else an entity."""
        frame = self._frame
        is_card = frame.initiatives.holds(entity)
        dock = frame.docks["initiatives" if is_card else "entities"]
        dock.show()
        dock.raise_()
        (frame.initiatives if is_card else frame.entities).mark(entity)

    def drop_removed(self, articles: Iterable[ArticleId]) -> None:
        """Close those of *articles* that are no longer in the library."""
        for article in articles:
            if article not in self._catalogue:
                self._reader.drop_article(article)

    def refresh(self, articles: Iterable[ArticleId]) -> None:
        """Show anew those of *articles* that are open, and what is beside the one in view."""
        for article in articles:
            if article in self._catalogue and self._reader.holds(article):
                self._reader.refresh(reading.open_article(self._workspace, article))
        self.show_beside(self._reader.current)
