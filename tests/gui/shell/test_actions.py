"""The table of actions: each row can be found, reached by key, and does something."""

from collections import Counter
from typing import get_args

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from sanad.assets import resource
from sanad.ui.actions import ACTIONS, MENUS, Needs, tabs
from sanad.ui.commands import Commands
from sanad.ui.dialogs.help import keys_as_html
from sanad.ui.dialogs.palette import PaletteDialog
from sanad.ui.theme import Theme


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme.load("light")


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    widget.resize(900, 600)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def commands(window: QWidget, theme: Theme, done: list[str]) -> Commands:
    slots = {entry.id: (lambda id=entry.id: done.append(id)) for entry in ACTIONS}
    return Commands(window, theme, slots, lambda place: done.append(f"tab {place}"))


def test_no_two_actions_share_an_id_or_a_key():
    keys = [key for entry in ACTIONS for key in entry.keys] + [key for key, _ in tabs()]
    for counted in (Counter(entry.id for entry in ACTIONS), Counter(map(str.casefold, keys))):
        assert [name for name, count in counted.items() if count > 1] == []


def test_every_key_is_one_that_a_keyboard_has():
    for entry in ACTIONS:
        for key in entry.keys:
            assert QKeySequence(key).toString() != "", key


def test_every_action_has_a_menu_a_tip_and_a_drawing():
    for entry in ACTIONS:
        assert entry.menu in MENUS
        assert entry.tip
        assert resource(f"icons/{entry.icon}.svg").is_file(), entry.id


def test_every_action_runs_what_it_stands_for(commands: Commands, done: list[str]):
    for needs in get_args(Needs):
        commands.set_possible(needs, possible=True)
    for entry in ACTIONS:
        commands[entry.id].trigger()
    assert done == [entry.id for entry in ACTIONS]


def test_an_action_without_a_slot_is_refused(window: QWidget, theme: Theme):
    with pytest.raises(KeyError, match="print"):
        Commands(window, theme, {e.id: list for e in ACTIONS if e.id != "print"}, lambda _: None)


def test_what_cannot_be_done_now_is_greyed(commands: Commands):
    assert not commands["print"].isEnabled()
    commands.set_possible("article", possible=True)
    assert commands["print"].isEnabled()


def test_a_read_only_library_greys_what_would_change_it(commands: Commands):
    commands.set_possible("article", possible=True)
    commands.set_may_write(False)
    assert not commands["bookmark"].isEnabled()
    assert commands["print"].isEnabled()


def test_the_menus_hold_every_action_once(commands: Commands, window: QWidget):
    held = [
        action.objectName()
        for menu in commands.menus(window).values()
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert sorted(held) == sorted(entry.id for entry in ACTIONS)


def test_the_help_lists_every_action_that_has_a_key(theme: Theme):
    html = keys_as_html(theme)
    for entry in ACTIONS:
        assert (entry.text in html) == bool(entry.keys)


def test_the_palette_finds_a_command_by_words_and_runs_it(
    qtbot, commands: Commands, window: QWidget, theme: Theme, done: list[str]
):
    window.show()
    palette = PaletteDialog(commands, theme, window)
    palette.show()
    qtbot.keyClicks(palette.focusWidget(), "library open")
    qtbot.keyClick(palette.focusWidget(), "\r")
    assert done == ["open_library"]


@pytest.mark.parametrize("typed", ["dark", "light"])
def test_the_palette_puts_the_command_of_that_name_before_those_that_mention_it(
    qtbot, commands: Commands, window: QWidget, done: list[str], typed: str
):
    window.show()
    palette = PaletteDialog(commands, Theme.load("light"), window)
    palette.show()
    qtbot.keyClicks(palette.focusWidget(), typed)
    qtbot.keyClick(palette.focusWidget(), "\r")
    assert done == [f"theme_{typed}"]


def test_the_palette_offers_only_what_can_be_done(
    qtbot, commands: Commands, window: QWidget, theme: Theme, done: list[str]
):
    palette = PaletteDialog(commands, theme, window)
    qtbot.addWidget(palette)
    qtbot.keyClicks(palette.focusWidget(), "print or save")
    qtbot.keyClick(palette.focusWidget(), "\r")
    assert done == []
