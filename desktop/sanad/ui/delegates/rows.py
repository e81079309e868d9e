"""Paints one row of a pane: what all rows share, before each paints its own."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sanad.ui.delegates.ground import paint_ground
from sanad.ui.models.rows import ROW
from sanad.ui.theme import Theme


class RowDelegate(QStyledItemDelegate):
    """Keeps type and distances of the theme at hand; a subclass measures and paints one value."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours and sizes of *theme*."""
        self._theme = theme
        self._body, self._strong = theme.interface_font("body"), theme.interface_font("strong")
        self._small, self._label = theme.interface_font("small"), theme.interface_font("label")
        self._fine = theme.interface_font("label")
        self._fine.setWeight(self._fine.Weight.Normal)
        self._margin, self._gap = 3 * theme.unit + 2, theme.unit

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the row; its width is that of the view."""
        return QSize(100, round(self.row_height(index.data(ROW), index)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground and row at *index*."""
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text has its own
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option.rect, index, option.state)
        self.paint_row(painter, option.rect, index.data(ROW), index)
        painter.restore()

    def row_height(self, row: Any, index: QModelIndex | QPersistentModelIndex) -> float:
        """Return the height in pixels of *row*, the value at *index*."""
        raise NotImplementedError

    def paint_row(
        self, painter: QPainter, rect: QRect, row: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint *row*, the value at *index*, within *rect*."""
        raise NotImplementedError

    def paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        state: QStyle.StateFlag,
    ) -> None:
        """Paint what lies under the row in *state*."""
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            paint_ground(painter, self._theme, rect, state)

    def _paint_line_above(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, self._theme.colour("line"))
