"""What can be taken back, newest first."""

from collections.abc import Callable
from dataclasses import dataclass

_DEPTH = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One action that can be taken back and done again."""

    label: str
    """What the action did, as a button would say it: ``Remove “Digital deal”``."""
    undo: Callable[[], None]
    redo: Callable[[], None]


class UndoStack:
    """The last 200 steps of an open library; a new step forgets what was undone before it."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, label: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        """Remember an action that has just been done."""
        self._done.append(Step(label, undo, redo))
        del self._done[:-_DEPTH]
        self._undone.clear()

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    def undo(self) -> str | None:
        """Take the newest step back and return its label; None when there is nothing."""
        return self._move(self._done, self._undone, lambda step: step.undo())

    def redo(self) -> str | None:
        """Do the step undone last again and return its label; None when there is nothing."""
        return self._move(self._undone, self._done, lambda step: step.redo())

    @staticmethod
    def _move(source: list[Step], target: list[Step], act: Callable[[Step], None]) -> str | None:
        if not source:
            return None
        # Popped only after it succeeded, so that a step that fails can be tried again.
        act(source[-1])
        step = source.pop()
        target.append(step)
        return step.label
