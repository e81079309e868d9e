"""The pane of who and what the open article names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from sanad.library.records import EntityKind
from sanad.ui.delegates.entities import EntityDelegate
from sanad.ui.models.entities import EntitiesModel
from sanad.ui.panes.side import SidePane, Way
from sanad.ui.reader.kinds import ORDER, heading_of_kind
from sanad.ui.reader.row_view import RowList
from sanad.ui.reader.underline import draw_underline
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle


class EntitiesPane(SidePane):
    """Lists entities by kind; Enter or a click steps through the mentions of one."""

    mention_requested = Signal(object)
    """The span of a mention."""
    entity_requested = Signal(str, str)
    """The id and the name of an entity to search the library for."""
    kinds_toggled = Signal(object)
    """The set of kinds to underline in the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("entities", theme, parent)
        self.model = EntitiesModel(self)
        self.view = RowList(self.tr("Entities"), self)
        self._set_up(self.view, EntityDelegate(theme, self.view), self.model)
        self.view.chosen.connect(self._step)
        self.filter = self._filter_field(self.tr("Filter the entities"))
        self.filter.textChanged.connect(self.model.set_filter)
        self.switches = {kind: self._switch(kind) for kind in ORDER}
        self._row = QHBoxLayout(self._bar)
        self._row.addWidget(self.filter, 1)
        for switch in self.switches.values():
            self._row.addWidget(switch)
        self.set_theme(theme)
        self.show_article(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        super().set_theme(theme)
        unit = theme.unit
        self._row.setContentsMargins(3 * unit, 2 * unit, 2 * unit, unit)
        self._row.setSpacing(2)
        self.filter.setMinimumWidth(theme.pixels(72))
        for kind, switch in self.switches.items():
            switch.setIcon(_swatch(theme, kind, self.devicePixelRatioF()))
            switch.setIconSize(QSize(theme.pixels(16), theme.pixels(16)))

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
        self._show_rows(self.model.total > 0)

    def mark(self, entity: str) -> None:
        """Make the entity with this id current, even if the filter hid it."""
        if self.model.row_of(entity) < 0:
            self.filter.clear()
        self._go_to_row(self.model.row_of(entity))

    @property
    def kinds(self) -> frozenset[EntityKind]:
        """The kinds that are underlined in the text."""
        return frozenset(kind for kind, switch in self.switches.items() if switch.isChecked())

    def _step(self, index: QModelIndex, back: bool) -> None:
        mention = self.model.step(index.row(), -1 if back else 1)
        if mention is not None:
            self.mention_requested.emit(mention.span)

    def _ways(self, index: QModelIndex) -> Iterable[Way]:
        entity = self.model.entity(index.row())
        if entity is None:
            return
        yield Way("search", self.tr("Search the library for it"),
                  lambda: self.entity_requested.emit(entity.entity, entity.name))  # fmt: skip
        yield Way("down", self.tr("Next mention"), lambda: self._step(index, False))
        yield Way("up", self.tr("Previous mention"), lambda: self._step(index, True))
        yield Way("copy", self.tr("Copy the name"),
                  lambda: QGuiApplication.clipboard().setText(entity.name))  # fmt: skip

    def _switch(self, kind: EntityKind) -> QToolButton:
        switch = QToolButton(self._bar)
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
