"""The pane of who and what the open article names."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sanad.library.records import EntityKind
from sanad.ui.delegates.entities import EntityDelegate
from sanad.ui.empty_state import EmptyState
from sanad.ui.icons import themed_icon
from sanad.ui.models.entities import EntitiesModel
from sanad.ui.reader.kinds import ORDER, heading_of_kind
from sanad.ui.reader.row_view import RowList
from sanad.ui.reader.underline import draw_underline
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle


class EntitiesPane(QWidget):
    """Lists entities by kind; Enter or a click steps through the mentions of one."""

    mention_requested = Signal(object)
    """The span of a mention."""
    entity_requested = Signal(str, str)
    """The id and the name of an entity to search the library for."""
    kinds_toggled = Signal(object)
    """The set of kinds to underline in the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entities")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.model = EntitiesModel(self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the entities"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._apply_filter)
        self.switches = {kind: self._switch(kind) for kind in ORDER}
        self.view = RowList(self.tr("Entities"), self)
        self._delegate = EntityDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.chosen.connect(self._step)
        self.view.menu_requested.connect(self._show_menu)
        self.empty = EmptyState(theme)
        self.empty.setProperty("surface", "panel")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._bar = QWidget(self)
        self._row = QHBoxLayout(self._bar)
        self._row.addWidget(self.filter, 1)
        for switch in self.switches.values():
            self._row.addWidget(switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)
        self.set_theme(theme)
        self.show_article(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        unit = theme.unit
        self._row.setContentsMargins(3 * unit, 2 * unit, 2 * unit, unit)
        self._row.setSpacing(2)
        self.filter.setMinimumWidth(theme.pixels(72))
        self._delegate.set_theme(theme)
        self.empty.set_theme(theme)
        for kind, switch in self.switches.items():
            switch.setIcon(_swatch(theme, kind, self.devicePixelRatioF()))
            switch.setIconSize(QSize(theme.pixels(16), theme.pixels(16)))
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_article(self, opened: "OpenArticle | None") -> None:
        """List the entities of *opened*; None: nothing is open."""
        marked = self.model.entity(self.view.currentIndex().row())
        scrolled = self.view.verticalScrollBar().value()
        self.model.show_mentions(opened.mentions if opened else ())
        if marked is not None and (row := self.model.row_of(marked.entity)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.verticalScrollBar().setValue(scrolled)
        self._bar.setVisible(self.model.total > 0)
        if opened is None:
            self.empty.say("entities", self.tr("Open an article to see whom and what it names"))
        else:
            self.empty.say("entities", self.tr("No name was recognised in this article"))
        self._stack.setCurrentWidget(self.view if self.model.total else self.empty)

    def mark(self, entity: str) -> None:
        """Make the entity with this id current, even if the filter hid it."""
        if self.model.row_of(entity) < 0:
            self.filter.clear()
        row = self.model.row_of(entity)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    @property
    def kinds(self) -> frozenset[EntityKind]:
        """The kinds that are underlined in the text."""
        return frozenset(kind for kind, switch in self.switches.items() if switch.isChecked())

    def _apply_filter(self, words: str) -> None:
        self.model.set_filter(words)

    def _step(self, index: QModelIndex, back: bool) -> None:
        mention = self.model.step(index.row(), -1 if back else 1)
        if mention is not None:
            self.mention_requested.emit(mention.span)

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        if (menu := self.menu(index)) is not None:
            menu.popup(at)

    def menu(self, index: QModelIndex) -> QMenu | None:
        """Return the menu of an entity; it goes when it is closed. None for a heading."""
        entity = self.model.entity(index.row())
        if entity is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        search = QAction(
            themed_icon(self._theme, "search"), self.tr("Search the library for it"), menu
        )
        search.triggered.connect(lambda: self.entity_requested.emit(entity.entity, entity.name))
        following = QAction(themed_icon(self._theme, "down"), self.tr("Next mention"), menu)
        following.triggered.connect(lambda: self._step(index, False))
        before = QAction(themed_icon(self._theme, "up"), self.tr("Previous mention"), menu)
        before.triggered.connect(lambda: self._step(index, True))
        copy = QAction(themed_icon(self._theme, "copy"), self.tr("Copy the name"), menu)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(entity.name))
        menu.addActions([search, following, before, copy])
        return menu

    def _switch(self, kind: EntityKind) -> QToolButton:
        switch = QToolButton(self)
        name = self.tr("Underline in the text: {kind}").format(kind=heading_of_kind(kind))
        switch.setCheckable(True)
        switch.setChecked(True)
        switch.setAccessibleName(name)
        switch.setToolTip(name)
        switch.toggled.connect(lambda: self.kinds_toggled.emit(self.kinds))
        return switch


def _swatch(theme: Theme, kind: EntityKind, ratio: float) -> QIcon:
    """Return an icon of the kind's underline, paler while it is switched off."""
    icon, side = QIcon(), theme.pixels(16)
    for state, alpha in ((QIcon.State.On, 1.0), (QIcon.State.Off, 0.4)):
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.kind_colour(kind)
        colour.setAlphaF(alpha)
        middle = side / 2 + 0.5
        line = QLineF(1, middle, side - 1, middle)
        draw_underline(painter, theme.kind_line(kind), colour, line, 1.6 * theme.scale)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon
