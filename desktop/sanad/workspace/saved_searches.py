"""Searches that are kept with the library, each with what it found when last looked at."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from sanad.library.journal import Json
from sanad.library.records import ArticleId
from sanad.search.protocol import Request
from sanad.workspace.changes import Changes
from sanad.workspace.opening import Workspace, writable

_KIND = "search"
_RUN = re.compile(r"(\d{1,18})(?:-(\d{1,18}))?")
_LONGEST_RUN = 10_000_000


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name."""

    id: str
    name: str
    request: Request
    seen: frozenset[ArticleId]
    """The articles it found when it was last looked at."""


def saved_searches(workspace: Workspace) -> list[SavedSearch]:
    """Return the saved searches, in the order in which they were saved."""
    return workspace.library.notebook.made(_KIND, _from_json)


def same_question(one: Request, other: Request) -> bool:
    """Whether two requests ask the same, in whatever order the answer is listed."""
    return _question(one) == _question(other)


def save_search(
    workspace: Workspace, name: str, request: Request, found: Iterable[ArticleId]
) -> SavedSearch:
    """Keep *request* under *name*; *found* is what it finds now. Undo forgets it again."""
    writable(workspace)
    saved = SavedSearch(uuid4().hex, _one_line(name), request, frozenset(found))
    _put(workspace, saved)
    workspace.undo.push(
        f"Save the search “{saved.name}”",
        lambda: _delete(workspace, saved.id),
        lambda: _put(workspace, saved),
    )
    return saved


def rename_search(workspace: Workspace, saved: SavedSearch, name: str) -> None:
    """Give *saved* another name; an empty one changes nothing. Can be undone."""
    writable(workspace)
    name = _one_line(name)
    if not name or name == saved.name:
        return
    _rename(workspace, saved.id, name)
    workspace.undo.push(
        f"Rename the search “{saved.name}”",
        lambda: _rename(workspace, saved.id, saved.name),
        lambda: _rename(workspace, saved.id, name),
    )


def remove_search(workspace: Workspace, saved: SavedSearch) -> None:
    """Forget *saved*; undo brings it back with what it had seen."""
    writable(workspace)
    _delete(workspace, saved.id)
    workspace.undo.push(
        f"Remove the search “{saved.name}”",
        lambda: _put(workspace, saved),
        lambda: _delete(workspace, saved.id),
    )


def mark_seen(workspace: Workspace, saved: SavedSearch, found: Iterable[ArticleId]) -> None:
    """Remember that the reader has looked at what *saved* finds; read-only libraries stay."""
    seen = frozenset(found)
    if seen != saved.seen and not workspace.library.read_only:
        _put(workspace, replace(saved, seen=seen))


def _rename(workspace: Workspace, id: str, name: str) -> None:
    for saved in saved_searches(workspace):
        if saved.id == id:
            _put(workspace, replace(saved, name=name))


def _put(workspace: Workspace, saved: SavedSearch) -> None:
    workspace.library.notebook.put(_KIND, saved.id, _to_json(saved))
    _announce(workspace)


def _delete(workspace: Workspace, id: str) -> None:
    workspace.library.notebook.delete(_KIND, id)
    _announce(workspace)


def _announce(workspace: Workspace) -> None:
    workspace.changes.announce(Changes(searches=True))


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _question(request: Request) -> tuple[object, ...]:
    chosen = [
        sorted((kind, sorted(ids)) for kind, ids in values.items() if ids)
        for values in (request.within, request.without)
    ]
    return " ".join(request.text.split()), *chosen, request.dropped, request.added


def _to_json(saved: SavedSearch) -> dict[str, Json]:
    request = saved.request
    return {
        "name": saved.name,
        "text": request.text,
        "sort": request.sort,
        "within": {kind: list(ids) for kind, ids in request.within.items()},
        "without": {kind: list(ids) for kind, ids in request.without.items()},
        "dropped": sorted(request.dropped),
        "added": sorted(request.added),
        "seen": _as_runs(saved.seen),
    }


def _from_json(id: str, stored: Mapping[str, Json]) -> SavedSearch:
    """Return the search kept under *id*; what is not as it should be counts as left open."""
    sort = stored.get("sort")
    request = Request(
        text=_text(stored.get("text")),
        sort=sort if isinstance(sort, str) and sort in {"date", "title"} else "relevance",
        within=_chosen(stored.get("within")),
        without=_chosen(stored.get("without")),
        dropped=frozenset(_texts(stored.get("dropped"))),
        added=frozenset(_texts(stored.get("added"))),
    )
    name = _text(stored.get("name")) or request.text
    return SavedSearch(id, name, request, frozenset(_from_runs(_text(stored.get("seen")))))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> Sequence[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _chosen(value: object) -> dict[str, Sequence[str]]:
    if not isinstance(value, dict):
        return {}
    return {str(kind): _texts(ids) for kind, ids in value.items() if _texts(ids)}


def _as_runs(articles: Iterable[int]) -> str:
    """Return *articles* as ``1-5 8``: many of them in few letters."""
    runs: list[list[int]] = []
    for article in sorted(articles):
        if runs and runs[-1][1] == article - 1:
            runs[-1][1] = article
        else:
            runs.append([article, article])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _from_runs(text: str) -> Iterator[ArticleId]:
    for run in text.split():
        if found := _RUN.fullmatch(run):
            first = int(found[1])
            last = min(int(found[2] or first), first + _LONGEST_RUN)
            yield from map(ArticleId, range(first, last + 1))
