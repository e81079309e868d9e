"""Shows pages under one another as they will stand on paper."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from sanad.ui.printing.pages import Pages
from sanad.ui.theme import Theme

_MOST_KEPT = 12
"""Page pictures; those on screen and their neighbours."""
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_WIDEST = 820
"""Design pixels a page is wide at zoom 1.0 when there is room."""


class PageView(QAbstractScrollArea):
    """The pages of a layout, scrolled; at zoom 1.0 as wide as there is room for."""

    page_shown = Signal(int)
    """The number of the page that most of the view shows has changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._zoom = 1.0
        self._current = 1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def current_page(self) -> int:
        """The number of the page that is shown, from 1."""
        return self._current

    def set_theme(self, theme: Theme) -> None:
        """Draw what surrounds the pages in the colours of *theme*; paper stays white."""
        self._theme = theme
        self.viewport().update()

    def show_pages(self, pages: Pages) -> None:
        """Show *pages*, at the page and height that was shown before if there still is one."""
        self._pages = pages
        self._pictures.clear()
        self._measure()
        self._describe()
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Bring the top of page *number* into view."""
        if self._pages is not None:
            number = min(max(number, 1), self._pages.count)
            self.verticalScrollBar().setValue(self._page_rect(number).top() - self._gap)

    def zoom(self, step: int) -> None:
        """Zoom by *step* levels; 0 goes back to the whole width."""
        level = _ZOOMS.index(self._zoom) + step if step else _ZOOMS.index(1.0)
        page = self._current
        self._zoom = _ZOOMS[min(max(level, 0), len(_ZOOMS) - 1)]
        self._pictures.clear()
        self._measure()
        self.go_to(page)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surround, the pages in sight with their shadows, and the focus."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._surround())
        if self._pages is None:
            return
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number in range(1, self._pages.count + 1):
            rect = self._page_rect(number).translated(-offset)
            if rect.bottom() < event.rect().top() or rect.top() > event.rect().bottom():
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("shadow"))
            painter.drawRoundedRect(QRectF(rect).adjusted(-1, 0, 1, 2), 2, 2)
            painter.drawPixmap(rect.topLeft(), self._picture(number, rect))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width and stay on the same page."""
        page = self._current
        self._pictures.clear()
        self._measure()
        self.go_to(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys and Space go page by page; Ctrl with + - 0 zooms."""
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Space: 1,
            Qt.Key.Key_PageUp: -1,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
            if key in zooms:
                self.zoom(zooms[key])
                return
        if key in steps:
            self.go_to(self._current + steps[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End and self._pages is not None:
            self.go_to(self._pages.count)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw pages anew when the screen has another resolution."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pictures.clear()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def _gap(self) -> int:
        return 5 * self._theme.unit

    def _surround(self) -> QColor:
        return self._theme.colour("chrome" if self._theme.is_dark else "line")

    def _page_width(self) -> int:
        room = self.viewport().width() - 2 * self._gap
        return max(120, round(min(room, self._theme.pixels(_WIDEST)) * self._zoom))

    def _page_height(self) -> int:
        if self._pages is None:
            return 0
        paper = self._pages.paper.millimetres
        return round(self._page_width() * paper.height() / paper.width())

    def _page_rect(self, number: int) -> QRect:
        """Return where page *number* stands before scrolling."""
        width, height = self._page_width(), self._page_height()
        left = max(self._gap, (self.viewport().width() - width) // 2)
        return QRect(left, self._gap + (number - 1) * (height + self._gap), width, height)

    def _measure(self) -> None:
        if self._pages is None:
            return
        last = self._page_rect(self._pages.count)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        view = self.viewport().size()
        vertical.setRange(0, max(0, last.bottom() + self._gap - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(10 * self._theme.unit)
        horizontal.setRange(0, max(0, last.right() + self._gap - view.width()))
        horizontal.setPageStep(view.width())

    def _picture(self, number: int, rect: QRect) -> QPixmap:
        if number in self._pictures:
            self._pictures.move_to_end(number)
            return self._pictures[number]
        assert self._pages is not None
        ratio = self.devicePixelRatioF()
        inches = self._pages.paper.millimetres.width() / 25.4
        picture = QPixmap.fromImage(self._pages.picture(number, rect.width() * ratio / inches))
        picture.setDevicePixelRatio(ratio)
        self._pictures[number] = picture
        if len(self._pictures) > _MOST_KEPT:
            self._pictures.popitem(last=False)
        return picture

    def _tell_page(self) -> None:
        if self._pages is None:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        step = self._page_height() + self._gap
        page = min(max(1, (middle - self._gap) // step + 1), self._pages.count)
        if page != self._current:
            self._current = page
            self._describe()
            self.page_shown.emit(page)

    def _describe(self) -> None:
        if self._pages is None:
            return
        self._current = min(self._current, self._pages.count)
        where = self.tr("Page {0} of {1}").format(self._current, self._pages.count)
        self.setAccessibleDescription(f"{where}. {self._pages.text(self._current)}")
