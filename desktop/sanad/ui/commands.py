"""The table of actions brought to life: one QAction for each record, in menus and under keys."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from sanad.ui.actions import (
    ACTIONS,
    IN_BAR,
    MENUS,
    Action,
    Menu,
    Needs,
    action,
    tabs,
    text_of,
    tip_of,
)
from sanad.ui.icons import themed_icon
from sanad.ui.theme import Theme


class Commands(QObject):
    """The QActions of one window; each runs the slot handed over for its id."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        slots: Mapping[str, Callable[[], None]],
        select_tab: Callable[[int], None],
    ) -> None:
        super().__init__(window)
        missing = {entry.id for entry in ACTIONS} ^ slots.keys()
        if missing:
            raise KeyError(f"actions and slots do not match: {sorted(missing)}")
        self._actions: dict[str, QAction] = {}
        self._possible: dict[Needs, bool] = {"": True}
        self._may_write = True
        for entry in ACTIONS:
            self._actions[entry.id] = self._built(window, entry, slots[entry.id])
        for keys, place in tabs():
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda place=place: select_tab(place))
        self.set_theme(theme)
        self._grey_out()

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of *theme*, now or when they are first seen."""
        self._theme = theme
        self._drawn: set[str] = set()
        self.draw_icons(IN_BAR)

    def draw_icons(self, ids: Iterable[str]) -> None:
        """Draw the icons of the actions called *ids*, where that is still to be done."""
        for id in set(ids) - self._drawn:
            entry = action(id)
            if entry.icon and not entry.checkable:
                self._actions[id].setIcon(themed_icon(self._theme, entry.icon))
            self._drawn.add(id)

    def menus(self, parent: QWidget) -> dict[Menu, QMenu]:
        """Return one menu for each title, with lines between the groups."""
        return {title: self._menu(title, parent) for title in MENUS}

    def set_possible(self, needs: Needs, possible: bool) -> None:
        """Say whether what actions need (an article, a selection…) is there."""
        if self._possible.get(needs) != possible:
            self._possible[needs] = possible
            self._grey_out()

    def set_may_write(self, may_write: bool) -> None:
        """Say whether the library can be changed."""
        self._may_write = may_write
        self._grey_out()

    def _built(self, window: QWidget, entry: Action, slot: Callable[[], None]) -> QAction:
        built = QAction(text_of(entry), window)
        built.setObjectName(entry.id)
        built.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        built.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        built.setCheckable(entry.checkable)
        built.setStatusTip("")
        keys = built.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        built.setToolTip(f"{tip_of(entry)} ({keys})" if keys else tip_of(entry))
        built.triggered.connect(lambda _checked=False: slot())
        window.addAction(built)
        return built

    def _menu(self, title: Menu, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr(title), parent)
        ids = [entry.id for entry in ACTIONS if entry.menu == title]
        menu.aboutToShow.connect(lambda: self.draw_icons(ids))
        group = 0
        for entry in ACTIONS:
            if entry.menu != title:
                continue
            if group and entry.group != group:
                menu.addSeparator()
            group = entry.group
            menu.addAction(self._actions[entry.id])
        return menu

    def _grey_out(self) -> None:
        for entry in ACTIONS:
            possible = self._possible.get(entry.needs, False)
            self._actions[entry.id].setEnabled(possible and (self._may_write or not entry.writes))


def shown_keys(id: str) -> str:
    """Return the first shortcut of the action called *id* as this system writes it, or ""."""
    keys = action(id).keys
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
