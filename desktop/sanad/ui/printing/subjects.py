"""What can be printed from where the reader is: the article, its summary, passages, results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sanad.summaries.briefing import Briefing
from sanad.summaries.compose import (
    Contents,
    Reading,
    briefing_of_article,
    briefing_of_bookmarks,
    briefing_of_summaries,
)

SubjectId = Literal["article", "summary", "bookmarks", "results"]
Option = Literal["share", "highlights", "underlines", "notes", "initiatives", "names", "sources"]

MOST_RESULTS = 30
"""Articles of a search's answer that are summarised; who needs more narrows the search."""

_ALWAYS: frozenset[Option] = frozenset(("notes", "initiatives", "names", "sources"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be printed."""

    id: SubjectId
    label: str
    compose: Callable[[Contents], Briefing]
    options: frozenset[Option]
    """What of `Contents` makes a difference to it."""


def subjects(
    *,
    library: str,
    article: Reading | None = None,
    kept: Callable[[], Sequence[Reading]] | None = None,
    results: Callable[[int], Sequence[Reading]] | None = None,
    query: str = "",
) -> list[Subject]:
    """Return what can be printed; what is not given is left out.

    *kept* returns the articles in which passages are kept, *results* at most so many articles of
    the current answer to *query*. Each is called once, and only when it is chosen.
    """
    today = date.today()
    found: list[Subject] = []
    if article is not None:
        found += _of_article(article, library, today)
    if kept is not None:
        found.append(_of_kept(cache(kept), library, today))
    if results is not None:
        found.append(_of_results(cache(results), query, library, today))
    return found


def _of_article(article: Reading, library: str, today: date) -> list[Subject]:
    def in_full(contents: Contents) -> Briefing:
        return briefing_of_article(article, contents, library=library, made_on=today)

    def in_short(contents: Contents) -> Briefing:
        return briefing_of_summaries([article], contents, library=library, made_on=today)

    return [
        Subject("article", "Article", in_full, _ALWAYS | {"highlights", "underlines"}),
        Subject("summary", "Summary", in_short, _ALWAYS | {"share"}),
    ]


def _of_kept(kept: Callable[[], Sequence[Reading]], library: str, today: date) -> Subject:
    def passages(contents: Contents) -> Briefing:
        return briefing_of_bookmarks(kept(), contents, library=library, made_on=today)

    return Subject("bookmarks", "Bookmarks", passages, _ALWAYS)


def _of_results(
    results: Callable[[int], Sequence[Reading]], query: str, library: str, today: date
) -> Subject:
    title = f"Results for {query}" if query else "Articles"

    def digest(contents: Contents) -> Briefing:
        readings = results(MOST_RESULTS)
        return briefing_of_summaries(
            readings, contents, title=title, library=library, made_on=today
        )

    return Subject("results", "Search results", digest, _ALWAYS | {"share"})
