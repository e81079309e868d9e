"""Wishes that cannot be fulfilled are said, and a library that was left hears none."""

import pytest
from PySide6.QtCore import QObject, Signal

from sanad.errors import NotFoundError
from sanad.ui.guard import Guard
from sanad.ui.main_window import MainWindow


class Pane(QObject):
    wished = Signal(int, bool)


def refuse() -> None:
    raise NotFoundError("There is no such article.")


def test_what_cannot_be_done_is_said():
    said: list[str] = []
    Guard(said.append).do(refuse)
    assert said == ["There is no such article."]


def test_a_fault_of_the_program_is_not_taken_for_a_refusal():
    with pytest.raises(ZeroDivisionError):
        Guard(str).do(lambda: 1 // 0)


def test_a_guarded_slot_gets_all_that_the_signal_carries(qapp: object):
    pane, heard = Pane(), []
    pane.wished.connect(Guard(str).slot(lambda place, new_tab: heard.append((place, new_tab))))
    pane.wished.emit(3, True)
    assert heard == [(3, True)]


def test_once_ended_nothing_is_done_and_nothing_said():
    said: list[str] = []
    guard = Guard(said.append)
    slot = guard.slot(refuse)
    guard.end()
    slot()
    assert said == []


def test_a_library_that_was_left_hears_no_wish(window: MainWindow):
    article = window.reader.current.article.id
    window.close()
    window.library.place_requested.emit("unread")
    window.initiatives.article_requested.emit(article)
    window.bookmarks.remove_requested.emit("nothing")
    window.commands["undo"].trigger()
    assert window.finder is None
    assert window.messages.isHidden()
