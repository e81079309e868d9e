"""Moves a bookmark to a new version of its article, or says that it cannot be said where."""

from dataclasses import replace

from sanad.bookmarks.model import Bookmark
from sanad.text.anchors import anchor_of, locate


def relocate(bookmark: Bookmark, new_text: str, new_version: int) -> Bookmark | None:
    """Return *bookmark* at its place in *new_text*, the text of *new_version*.

    None when its passage is not there or could be in two places: the bookmark then stays on its
    old version and needs the reader's attention.
    """
    span = locate(bookmark.anchor, new_text)
    if span is None:
        return None
    return replace(bookmark, version=new_version, anchor=anchor_of(new_text, span))
