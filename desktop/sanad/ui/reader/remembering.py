"""Writes down which tabs were open and where they were read, and reads it again."""

from collections.abc import Iterable, Mapping
from typing import Any

from sanad.library.records import ArticleId
from sanad.ui.reader.history import Place


def to_session(tabs: Iterable[tuple[Place, str]], current: int, zoom: float) -> dict[str, Any]:
    """Return places and titles of *tabs* as values that JSON knows; hits are not among them."""
    return {
        "tabs": [
            {
                "article": place.article,
                "title": title,
                "offset": place.offset,
                "below": round(place.below, 3),
            }
            for place, title in tabs
        ],
        "current": current,
        "zoom": zoom,
    }


def tabs_of(session: Mapping[str, Any]) -> list[tuple[Place, str]]:
    """Return places and titles of the tabs in *session*; what makes no sense is left out."""
    found: list[tuple[Place, str]] = []
    for tab in session.get("tabs") or ():
        match tab:
            case {
                "article": int(article),
                "title": str(title),
                "offset": int(offset),
                "below": int() | float() as below,
            }:
                found.append((Place(ArticleId(article), offset, float(below)), title))
    return found


def number_of(session: Mapping[str, Any], name: str, otherwise: float) -> float:
    """Return the number called *name* in *session*."""
    value = session.get(name)
    return value if isinstance(value, int | float) else otherwise
