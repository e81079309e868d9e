"""Offsets in code points (ours) and in UTF-16 units (Qt's) of one text."""

from bisect import bisect_left


class Utf16Map:
    """Converts between both counts; they differ after every character beyond U+FFFF."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points: list[int] = (
            [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]
        )
        self._units = [at + before for before, at in enumerate(self._points)]

    def to_utf16(self, offset: int) -> int:
        """Return the offset in UTF-16 units of the code point *offset*."""
        return offset + bisect_left(self._points, offset)

    def to_code_points(self, offset: int) -> int:
        """Return the code point offset; one inside a surrogate pair counts as before the pair."""
        return offset - bisect_left(self._units, offset)
