"""What is undone comes back in the order in which it was done."""

import pytest

from sanad.workspace.undo import UndoStack


def stack_over(log: list[str], *labels: str) -> UndoStack:
    stack = UndoStack()
    for label in labels:
        stack.push(
            label,
            lambda label=label: log.append(f"undo {label}"),
            lambda label=label: log.append(label),
        )
    return stack


def test_the_newest_step_is_undone_first():
    log: list[str] = []
    stack = stack_over(log, "keep", "remove")
    assert stack.undo_label == "remove"
    assert (stack.undo(), stack.undo(), stack.undo()) == ("remove", "keep", None)
    assert log == ["undo remove", "undo keep"]


def test_what_was_undone_can_be_done_again():
    log: list[str] = []
    stack = stack_over(log, "keep", "remove")
    stack.undo()
    assert stack.redo_label == "remove"
    assert stack.redo() == "remove"
    assert stack.redo() is None
    assert log == ["undo remove", "remove"]


def test_a_new_step_forgets_what_was_undone():
    stack = stack_over([], "keep")
    stack.undo()
    stack.push("tag", lambda: None, lambda: None)
    assert stack.redo_label is None
    assert stack.undo_label == "tag"


def test_a_step_that_fails_can_be_tried_again():
    failing = True

    def undo() -> None:
        if failing:
            raise OSError("disk full")

    stack = UndoStack()
    stack.push("remove", undo, lambda: None)
    with pytest.raises(OSError, match="disk full"):
        stack.undo()
    failing = False
    assert stack.undo() == "remove"
