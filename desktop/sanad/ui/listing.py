"""What the results list shows: articles, hits, kept passages or initiatives, as rows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from sanad.bookmarks.model import Bookmark
from sanad.errors import SanadError
from sanad.initiatives.register import RegisterRow
from sanad.library.records import Article, ArticleId
from sanad.search.protocol import Answer, Hit
from sanad.text.spans import Span
from sanad.ui.models.results import Excerpt, Row
from sanad.ui.near_duplicates import RankedHits
from sanad.workspace.matching import spans_and_snippets
from sanad.workspace.opening import Workspace

_LONG_QUOTE = 160
_TWO_LINES, _LEAD = 76, 32
"""Characters that two lines of a row surely hold, and those kept before a first mark beyond."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled list; one row is made when it comes on screen."""

    title: str
    count: int
    make_row: Callable[[int], Row]
    has_excerpts: bool = False
    notes: tuple[str, ...] = ()
    total: int = 0
    """How many articles were found, where some may have no row; 0: as many as rows."""

    def row_at(self, place: int) -> Row:
        """Return the row at *place*; one that cannot be read says so, since it is being painted."""
        try:
            return self.make_row(place)
        except SanadError as error:
            return Row(ArticleId(0), _tr("This row cannot be shown"), str(error))


def all_articles(title: str, articles: Sequence[Article], read: Collection[ArticleId]) -> Listing:
    """List *articles* in their order; those not in *read* are marked unread."""

    def row_at(place: int) -> Row:
        article = articles[place]
        line = _line(article, _words(article.words))
        return Row(article.id, article.title, line, is_unread=article.id not in read)

    return Listing(title, len(articles), row_at)


def hits(
    workspace: Workspace,
    answer: Answer,
    ranked: RankedHits,
    article_of: Callable[[ArticleId], Article],
    read: Collection[ArticleId],
) -> Listing:
    """List the hits of *answer*, as *ranked* has them, with the passages that matched."""

    def row_at(place: int) -> Row:
        found = ranked.row(place)
        hit = found.hit
        article = article_of(hit.article)
        spans, passages = spans_and_snippets(workspace.library, article, answer.query)
        parts = [_tr("1 hit") if len(spans) == 1 else _tr("{n} hits").format(n=f"{len(spans):,}")]
        excerpts = tuple(
            with_mark_in_view(Excerpt(snippet.text, snippet.marks)) for snippet in passages
        )
        return Row(
            hit.article,
            article.title,
            _line(article, *(parts if spans or not excerpts else ())),
            excerpts,
            span=Span(spans[0].start, spans[0].end) if spans else None,
            is_unread=article.id not in read,
            tag=how_found(hit),
            near=found.others,
            is_open=found.is_open,
            is_behind=found.is_behind,
        )

    title = _tr("Results")
    return Listing(
        title,
        len(ranked),
        row_at,
        has_excerpts=True,
        notes=answer.notes,
        total=len(answer.hits),
    )


def how_found(hit: Hit) -> str:
    """Return how *hit* was found, in few words; nothing for one that was found as written."""
    if hit.in_boilerplate:
        return _tr("in a footer")
    return _tr("by word family") if hit.is_by_stem else ""


def kept_passages(
    bookmarks: Sequence[Bookmark],
    adrift: Collection[str],
    article_of: Callable[[ArticleId], Article],
) -> Listing:
    """List *bookmarks* in their order, each with its note; the ids in *adrift* have no place."""

    def row_at(place: int) -> Row:
        bookmark = bookmarks[place]
        article = article_of(bookmark.article)
        quote = bookmark.anchor.quote
        if len(quote) > _LONG_QUOTE:
            quote = quote[:_LONG_QUOTE].rsplit(" ", 1)[0] + "…"
        tags = "".join(f" · #{tag}" for tag in bookmark.tags)
        return Row(
            bookmark.article,
            f"“{quote}”",
            f"{article.title}{tags}",
            (Excerpt(bookmark.note),) if bookmark.note else (),
            span=None if bookmark.id in adrift else bookmark.span,
        )

    has_notes = any(bookmark.note for bookmark in bookmarks)
    return Listing(_tr("Bookmarks"), len(bookmarks), row_at, has_excerpts=has_notes)


def initiative_rows(workspace: Workspace, register: Sequence[RegisterRow]) -> Listing:
    """List the register: each initiative with its status and the sentence that names it first."""

    def row_at(place: int) -> Row:
        entry = register[place]
        article, initiative = next(iter(entry.articles.items()))
        sentence = initiative.sentences[0] if initiative.sentences else None
        count = len(entry.articles)
        articles = _tr("1 article") if count == 1 else _tr("{n} articles").format(n=count)
        excerpts: tuple[Excerpt, ...] = ()
        if sentence is not None:
            text = workspace.library.articles.text(article)
            marks = tuple(
                Span(span.start - sentence.start, span.end - sentence.start)
                for span in initiative.mentions
                if sentence.start <= span.start and span.end <= sentence.end
            )
            excerpts = (Excerpt(text[sentence.start : sentence.end], marks),)
        line = f"{entry.kind} · {articles}"
        return Row(article, entry.name, line, excerpts, sentence, label=entry.status)

    return Listing(_tr("Initiatives"), len(register), row_at, has_excerpts=True)


def with_mark_in_view(excerpt: Excerpt) -> Excerpt:
    """Return *excerpt* cut at its beginning so that its first mark stands within two lines."""
    if not excerpt.marks or excerpt.marks[0].end <= _TWO_LINES:
        return excerpt
    first = excerpt.marks[0].start
    start = excerpt.text.rfind(" ", 0, max(first - _LEAD, 1)) + 1
    if start == 0:
        return excerpt
    marks = tuple(Span(mark.start - start + 1, mark.end - start + 1) for mark in excerpt.marks)
    return Excerpt("…" + excerpt.text[start:], marks)


def in_order(articles: Sequence[Article], sort: str) -> list[Article]:
    """Return *articles* by ``title``, by ``date`` (newest first, undated last), or as they are."""
    if sort == "title":
        return sorted(articles, key=lambda article: article.title.casefold())
    if sort == "date":
        dated = [article for article in articles if article.metadata.date]
        dated.sort(key=lambda article: article.metadata.date or "", reverse=True)
        return dated + [article for article in articles if not article.metadata.date]
    return list(articles)


def _line(article: Article, *more: str) -> str:
    source = article.metadata.source or _tr("Source unknown")
    date = article.metadata.date or _tr("undated")
    return " · ".join((source, date, *more))


def _words(count: int) -> str:
    return _tr("1 word") if count == 1 else _tr("{n} words").format(n=f"{count:,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("listing", text)
