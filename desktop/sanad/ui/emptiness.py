"""Why a list is empty, and what could be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from sanad.search.protocol import Answer, Without
from sanad.ui.empty_state import EmptyState

Ways = list[tuple[str, Callable[[], None]]]
_OFFERED = 3


def explain_no_hits(
    state: EmptyState,
    notes: Sequence[str],
    answer: Answer,
    search: Callable[[str], None],
    open_up: Callable[[], None],
    clear: Callable[[], None],
) -> None:
    """Say that nothing was found and why, with queries that would find something.

    *open_up* drops the filters and leaves the query.
    """
    ways: Ways = [
        (_tr("Did you mean {query}?").format(query=text), _asking(search, text))
        for text in answer.suggestions[:_OFFERED]
    ]
    ways += [
        (_without(one), _asking(search, one.text))
        for one in answer.dropping[:_OFFERED]
        if one.total
    ]
    if answer.query.root is not None and (answer.request.within or answer.request.without):
        ways.append((_tr("Drop the filters"), open_up))
    ways.append((_tr("Clear the search"), clear))
    state.say("search", _tr("Nothing found"), "\n".join(notes), ways)


def explain_waiting(state: EmptyState) -> None:
    """Say that the index is being made."""
    hint = _tr("What you search for is listed here as soon as that is done.")
    state.say("clock", _tr("The library is being indexed"), hint)


def explain_empty_place(state: EmptyState, place: str, ways_to_fill: Ways) -> None:
    """Say why nothing is listed at *place*; an empty library offers *ways_to_fill*."""
    match place:
        case "unread":
            state.say("unread", _tr("Everything is read"))
        case "bookmarks":
            hint = _tr("Select a passage in an article and press Ctrl+D.")
            state.say("bookmark", _tr("No passage is kept yet"), hint)
        case "initiatives":
            state.say("initiatives", _tr("No initiative is named in this library"))
        case _:
            hint = _tr("Import text or Markdown files, or drop them on the window.")
            state.say("library", _tr("This library is empty"), hint, ways_to_fill)


def _without(one: Without) -> str:
    if one.total == 1:
        return _tr("Without {part}: 1 article").format(part=one.part)
    return _tr("Without {part}: {n} articles").format(part=one.part, n=f"{one.total:,}")


def _asking(search: Callable[[str], None], text: str) -> Callable[[], None]:
    return lambda: search(text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("emptiness", text)
