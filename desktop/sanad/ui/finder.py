"""Finds: turns the box, the facets and the places to go into lists, and says how it read them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from sanad.errors import SanadError
from sanad.library.records import Article, ArticleId
from sanad.search.matches import MatchSpan
from sanad.search.protocol import Answer, FacetValue, Hit, Request
from sanad.ui import listing, question
from sanad.ui.catalogue import Catalogue
from sanad.ui.listing import Listing
from sanad.ui.models.library import Place
from sanad.ui.models.results import Row
from sanad.ui.models.when import when_of
from sanad.ui.near_duplicates import RankedHits
from sanad.ui.search_client import SearchClient
from sanad.workspace import reading
from sanad.workspace.exporting import Listed
from sanad.workspace.matching import hit_spans
from sanad.workspace.opening import Workspace

_COUNTED = 25
"""Hits are counted in so many articles at most: each must be read for it."""


class Finder(QObject):
    """Everything that is listed in one open library, without a widget."""

    listed = Signal(object)
    """A `Listing`."""
    read_back = Signal(str, object, str)
    """How the query was read, a list of chips, and what was found."""
    opened_all = Signal()
    """Nothing is searched any more."""
    years_counted = Signal(object)
    """A `When`, or None where nothing has a date."""
    facets_counted = Signal(object)
    """Heading and facets by kind, as `LibraryPane.show_facets` takes them."""
    places_counted = Signal(object)
    """A list of `Place`."""
    answered = Signal()
    """The hits of the open article may be others now."""
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        catalogue: Catalogue,
        client: SearchClient,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._catalogue = catalogue
        self._client = client
        self._names: dict[tuple[str, str], str] = {}
        self._places: dict[ArticleId, int] = {}
        self._initiatives = 0
        self._opened_groups: set[ArticleId] = set()
        self.request = Request("")
        self.answer: Answer | None = None
        self.place = "all"
        self.is_waiting = not client.has_index
        """Whether the index is still being made."""
        client.setParent(self)
        client.answered.connect(self._take_answer)
        client.failed.connect(self.failed)

    def load(self) -> None:
        """Read anew what the library holds, and list again what was asked for."""
        self._catalogue.load()
        self.refresh()

    def refresh(self) -> None:
        """List again what was asked for."""
        self._count_places()
        if question.is_open(self.request):
            self._client.forget()
            self.answer = None
            self.listed.emit(self._listing_of_place())
            self.opened_all.emit()
            self.answered.emit()
            # After the rows are painted: a large library takes a moment to count.
            QTimer.singleShot(0, self, lambda: self._safely(self._count_all_facets))
        elif self.is_waiting:
            self._client.forget()
            self.answer = None
            self.listed.emit(Listing(self.tr("Results"), 0, self._no_row))
        else:
            self._client.ask(self.request)

    def wait_for_index(self) -> None:
        """Answer nothing until `use_index`: there is no index that could be trusted."""
        self.is_waiting = True
        self.refresh()

    def use_index(self, *, has_changed: bool) -> None:
        """Answer from the index from now on; what is searched is asked again if it changed."""
        if self.is_waiting or has_changed:
            self.is_waiting = False
            if self.is_searching:
                self._client.ask(self.request)

    def close(self) -> None:
        """Stop asking; the library is being closed."""
        self._client.close()

    @property
    def needs_index(self) -> bool:
        """Whether the index must be brought up to date when articles have changed."""
        return self._client.needs_index

    @property
    def is_searching(self) -> bool:
        """Whether less than everything is asked for."""
        return not question.is_open(self.request)

    @property
    def can_sort(self) -> bool:
        """Whether articles are listed, which have a date and a title to sort by."""
        return self.place in {"all", "unread"}

    def place_in_list(self, article: ArticleId) -> int:
        """Return where *article* stands among the listed articles, or -1."""
        return self._places.get(article, -1) if self.can_sort else -1

    def listed_articles(self) -> Listed:
        """Return the articles of the list with how they were asked for."""
        answer = self.answer
        if answer is not None:
            title = self.request.text.strip() or answer.read_as
            return Listed(title, answer.read_as, answer.query, answer.hits)
        ids = sorted(self._places, key=lambda article: self._places[article])
        known = self._catalogue
        hits = tuple(Hit(id, 0.0, known.article(id).title) for id in ids if id in known)
        name = self.tr("Unread") if self.place == "unread" else self.tr("All articles")
        return Listed(name, "", None, hits)

    def hit_spans(self, article: ArticleId) -> Sequence[MatchSpan]:
        """Return where *article* matches the query; none without a query."""
        if self.answer is None or self.answer.query.root is None:
            return ()
        return hit_spans(
            self._workspace.library, self._catalogue.article(article), self.answer.query
        )

    def ask(self, text: str) -> None:
        """Search for *text*, within the chosen facets."""
        self.place = "all"
        self.request = question.with_text(self.request, text)
        self.refresh()

    def ask_again(self, request: Request) -> None:
        """Search what was saved as *request*."""
        self.place = "all"
        self.request = request
        self.refresh()

    def take_words_exactly(self, *, exact: bool) -> None:
        """Leave out words of the same family, or search them too."""
        self.request = question.with_exact_words(self.request, exact=exact)
        self.refresh()

    def sort(self, sort: str) -> None:
        """Sort the list another way."""
        self.request = replace(self.request, sort=sort)
        self.refresh()

    def go_to(self, place: str) -> None:
        """List everything at *place*; drops query and facets."""
        self.place = place
        exact = self.request.dropped & {question.EXACT}
        self.request = Request("", sort=self.request.sort, dropped=exact)
        self.refresh()

    def toggle_facet(self, kind: str, id: str, unwanted: bool) -> None:
        """Demand or exclude a facet value, or leave it open again."""
        self.place = "all"
        self.request = question.with_facet(self.request, kind, id, unwanted=unwanted)
        self.refresh()

    def drop_filters(self) -> None:
        """Search the same in all articles."""
        self.request = replace(self.request, within={}, without={})
        self.refresh()

    def choose_years(self, years: Sequence[str]) -> None:
        """Demand that articles are of *years*, ids of the facet; none leaves the date open."""
        self.place = "all"
        self.request = question.with_years(self.request, years)
        self.refresh()

    def toggle_near_duplicates(self, article: ArticleId) -> None:
        """Give the near-duplicates of *article* rows of their own, or take them away again."""
        answer = self.answer
        for hit in answer.hits if answer else ():
            if hit.article == article and hit.group is not None:
                self._opened_groups ^= {hit.group}
                assert answer is not None
                self._list_hits(answer)

    def press_chip(self, key: str) -> None:
        """Switch a chip of the read-back line."""
        self.request = question.with_chip(self.request, key, self.answer)
        self.refresh()

    def mark_read(self, articles: frozenset[ArticleId]) -> None:
        """Count *articles* as read; what is listed stays."""
        self._catalogue.mark_read(articles)
        self._count_places()

    def count_bookmarks(self) -> None:
        """Count the places again, and list the bookmarks again where they are shown."""
        self._count_places()
        if self.place == "bookmarks":
            self.refresh()

    def _take_answer(self, answer: Answer) -> None:
        self.answer = answer
        self.request = question.without_strangers(self.request, answer)
        self._opened_groups.clear()
        self._list_hits(answer)
        self._read_back(answer, "")
        self._show_facets(answer.facets)
        self.answered.emit()
        if 0 < answer.total <= _COUNTED:
            # After the rows are painted: counting must not delay them.
            QTimer.singleShot(0, self, lambda: self._safely(lambda: self._count_hits(answer)))

    def _list_hits(self, answer: Answer) -> None:
        ranked = RankedHits(answer.hits, self._opened_groups)
        self._places = ranked.places()
        known = self._catalogue
        self.listed.emit(listing.hits(self._workspace, answer, ranked, known.article, known.read))

    @staticmethod
    def _no_row(place: int) -> Row:
        raise IndexError(place)

    def _safely(self, act: Callable[[], None]) -> None:
        """Do *act*, which nobody waits for; what goes wrong is said."""
        try:
            act()
        except SanadError as error:
            self.failed.emit(str(error))

    def _count_hits(self, answer: Answer) -> None:
        if answer is self.answer and answer.query.root is not None:
            hits = sum(len(self.hit_spans(hit.article)) for hit in answer.hits)
            if hits:
                self._read_back(
                    answer, self.tr("1 hit") if hits == 1 else self.tr("{n} hits").format(n=hits)
                )

    def _read_back(self, answer: Answer, hits: str) -> None:
        total = answer.total
        articles = self.tr("1 article") if total == 1 else self.tr("{n} articles")
        parts = [articles.format(n=f"{total:,}"), hits, f"{max(1, round(answer.milliseconds))} ms"]
        chips = question.chips(answer.request, answer, self._names)
        self.read_back.emit(answer.read_as, chips, ", ".join(part for part in parts if part))

    def _listing_of_place(self) -> Listing:
        match self.place:
            case "unread":
                return self._list(self.tr("Unread"), self._catalogue.unread())
            case "bookmarks":
                article_of = self._catalogue.article
                placed, adrift = reading.kept_passages(self._workspace)
                kept = [one for one in (*placed, *adrift) if one.article in self._catalogue]
                kept.sort(key=lambda bookmark: bookmark.created_at, reverse=True)
                return listing.kept_passages(kept, {one.id for one in adrift}, article_of)
            case "initiatives":
                register = reading.initiative_register(self._workspace)
                return listing.initiative_rows(self._workspace, register)
            case _:
                return self._list(self.tr("All articles"), self._catalogue.articles())

    def _list(self, title: str, articles: Sequence[Article]) -> Listing:
        ordered = listing.in_order(articles, self.request.sort)
        self._places = {article.id: place for place, article in enumerate(ordered)}
        return listing.all_articles(title, ordered, self._catalogue.read)

    def _count_places(self) -> None:
        known = self._catalogue
        self.places_counted.emit(
            [
                Place(id, text, count, is_current=self.place == id)
                for id, text, count in (
                    ("all", self.tr("All articles"), len(known)),
                    ("unread", self.tr("Unread"), len(known.unread())),
                    ("bookmarks", self.tr("Bookmarks"), known.kept()),
                    ("initiatives", self.tr("Initiatives"), self._initiatives),
                )
            ]
        )

    def _count_all_facets(self) -> None:
        if not question.is_open(self.request):
            return
        facets = self._catalogue.facets()
        initiatives = len(facets.get("initiative", ()))
        if initiatives != self._initiatives:
            self._initiatives = initiatives
            self._count_places()
        self._show_facets(facets)

    def _show_facets(self, facets: Mapping[str, Sequence[FacetValue]]) -> None:
        self.years_counted.emit(
            when_of(facets.get("year", ()), self.request.within.get("year", ()))
        )
        groups = question.facet_groups(self.request, facets)
        for kind in groups:
            self._names.update({(kind, value.id): value.name for value in facets[kind]})
        self.facets_counted.emit(groups)
