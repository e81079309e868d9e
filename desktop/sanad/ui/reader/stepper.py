"""Stepping through stretches of a text: which is current, what comes next."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic

from sanad.ui.reader.layers import Stretch, StretchT


class Stepper(Generic[StretchT]):
    """Stretches in the order of the text, at most one of them current; steps wrap around."""

    def __init__(self, stretches: Sequence[StretchT] = ()) -> None:
        self.stretches = tuple(stretches)
        self._index: int | None = None

    def __len__(self) -> int:
        return len(self.stretches)

    @property
    def current(self) -> StretchT | None:
        """The current stretch; None before the first step."""
        return None if self._index is None else self.stretches[self._index]

    @property
    def number(self) -> int:
        """The current stretch counted from 1; 0 when none is current."""
        return 0 if self._index is None else self._index + 1

    def choose(self, number: int) -> None:
        """Make the stretch counted from 1 current; 0 or a number that is too large: none."""
        self._index = number - 1 if 1 <= number <= len(self.stretches) else None

    def choose_from(self, offset: int) -> StretchT | None:
        """Make the first stretch at or after *offset* current, else the first of all."""
        if not self.stretches:
            return None
        index = bisect_left(self.stretches, offset, key=lambda stretch: stretch.start)
        self._index = index % len(self.stretches)
        return self.current

    def choose_at(self, stretch: Stretch) -> None:
        """Make the first that shares a character with *stretch* current, if there is one."""
        for index, other in enumerate(self.stretches):
            if other.start < stretch.end and stretch.start < other.end:
                self._index = index
                return

    def step(self, by: int, offset: int) -> StretchT | None:
        """Move *by* stretches, from *offset* if none is current; None if there are none."""
        if not self.stretches:
            return None
        if self._index is None:
            self.choose_from(offset)
            if by < 0:
                self._move(by)
        else:
            self._move(by)
        return self.current

    def _move(self, by: int) -> None:
        self._index = ((self._index or 0) + by) % len(self.stretches)
