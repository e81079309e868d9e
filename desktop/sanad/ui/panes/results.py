"""The list in the second column: all articles, or the answer to a search, one row each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sanad.ui.delegates.results import ResultDelegate
from sanad.ui.empty_state import EmptyState
from sanad.ui.models.results import ROW, ResultsModel, Row
from sanad.ui.pane_header import PaneHeader
from sanad.ui.theme import Theme


class ResultsPane(QWidget):
    """Shows rows and says which one the reader wants; knows nothing of where they come from."""

    row_requested = Signal(int, bool)
    """The place of a row, and whether in a new tab."""
    sort_changed = Signal(str)
    menu_requested = Signal(int, object)
    """The place of a row and a point on the screen."""
    near_toggled = Signal(int)
    """The place of a row whose near-duplicates are to be shown, or not any more."""
    current_changed = Signal(int, int)
    """The place of the marked row from 0, or -1, and the number of rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self._header = PaneHeader(self.tr("Results"), theme, self)
        self._sort = self._built_sort()
        self._header.add_widget(self._sort)
        self._notes = QLabel(self)
        self._notes.setObjectName("notes")
        self._notes.setProperty("role", "small")
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setWordWrap(True)
        self._notes.setContentsMargins(14, 8, 14, 8)
        self._notes.hide()
        self.model = ResultsModel(self)
        self.view = _ResultsView(self)
        self._delegate = ResultDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Results"))
        self.view.row_requested.connect(self.row_requested)
        self.view.near_toggled.connect(self.near_toggled)
        self.view.selectionModel().currentChanged.connect(self._tell_current)
        self.model.modelReset.connect(self._tell_current)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)
        self.empty = EmptyState(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._notes)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._header.set_theme(theme)
        self._delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_rows(
        self,
        title: str,
        count: int,
        row_at: Callable[[int], Row],
        *,
        with_excerpts: bool,
        notes: Sequence[str] = (),
        total: int = 0,
    ) -> None:
        """List *count* rows; *row_at* is called for the rows on screen only.

        *total* counts also what has no row. Without rows the pane shows `empty`, which the
        caller has filled.
        """
        self._header.set_title(title)
        self._header.set_count(f"{total or count:,}" if count else "")
        self._delegate.has_excerpts = with_excerpts
        self.view.setCurrentIndex(QModelIndex())
        self.model.show_rows(count, row_at)
        self.view.scrollToTop()
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._stack.setCurrentWidget(self.view if count else self.empty)

    def show_sort(self, sort: str, *, searching: bool, possible: bool) -> None:
        """Show by what the rows are sorted; hidden where there is no choice.

        Without a search the order of relevance is that in which articles were imported.
        """
        for choice in self._choices.actions():
            if choice.data() == "relevance":
                choice.setText(self.tr("By relevance") if searching else self.tr("As imported"))
            if choice.data() == sort:
                choice.setChecked(True)
                self._sort.setText(f"{choice.text().lower()} ▾")
        self._sort.setVisible(possible)

    @property
    def current(self) -> int:
        """The place of the marked row, or -1."""
        return self.view.currentIndex().row()

    def mark(self, place: int) -> None:
        """Mark the row at *place* without asking for it; -1 marks none."""
        index = self.model.index(place) if place >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def step(self, by: int) -> None:
        """Ask for the row *by* places after the marked one; stops at both ends."""
        place = min(max(self.current + by, 0), self.model.rowCount() - 1)
        if place >= 0 and place != self.current:
            self.mark(place)
            self.row_requested.emit(place, False)

    def open_first(self) -> None:
        """Ask for the first row, whichever is marked."""
        self.mark(0)
        self.open_current(new_tab=False)

    def open_current(self, *, new_tab: bool) -> None:
        """Ask for the marked row, or for the first one where none is marked."""
        place = max(self.current, 0)
        if place < self.model.rowCount():
            self.mark(place)
            self.row_requested.emit(place, new_tab)

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current, self.model.rowCount())

    def _built_sort(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAccessibleName(self.tr("Sort results"))
        button.setToolTip(self.tr("Sort results"))
        menu = QMenu(button)
        self._choices = QActionGroup(button)
        for sort, text in (
            ("relevance", self.tr("By relevance")),
            ("date", self.tr("By date")),
            ("title", self.tr("By title")),
        ):
            choice = QAction(text, button, checkable=True)
            choice.setData(sort)
            self._choices.addAction(choice)
            menu.addAction(choice)
        self._choices.triggered.connect(lambda choice: self.sort_changed.emit(choice.data()))
        button.setMenu(menu)
        return button

    def _ask_for_menu(self, at: object) -> None:
        index = self.view.indexAt(at)  # type: ignore[arg-type]
        if index.isValid():
            point = self.view.viewport().mapToGlobal(at)  # type: ignore[call-overload]
            self.menu_requested.emit(index.row(), point)


class _ResultsView(QListView):
    row_requested = Signal(int, bool)
    near_toggled = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().setSingleStep(24)

    def minimumSizeHint(self) -> QSize:
        """Let the column become narrow."""
        return QSize(160, 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the marked row with Enter, in a new tab with Ctrl; Right and Left open a group."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.row_requested.emit(self.currentIndex().row(), ctrl)
            return
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and self.currentIndex().isValid():
            self._step_sideways(event.key())
            return
        super().keyPressEvent(event)

    def _step_sideways(self, key: int) -> None:
        """Show the near-duplicates of the marked row, or hide them, as in a tree."""
        place = self.currentIndex().row()
        opening = (key == Qt.Key.Key_Right) == (
            self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        )
        while not opening and place > 0 and self._row(place).is_behind:
            place -= 1
        row = self._row(place)
        if row.near and row.is_open != opening:
            self.near_toggled.emit(place)
        elif place != self.currentIndex().row():
            self.setCurrentIndex(self.model().index(place, 0))

    def _row(self, place: int) -> Row:
        row: Row = self.model().index(place, 0).data(ROW)
        return row

    def _near_at(self, index: QModelIndex, at: QPoint) -> bool:
        """Whether the words that open and close the group of a row stand at the point *at*."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, ResultDelegate)
        box = delegate.near_box(self.visualRect(index), self._row(index.row()))
        return bool(box.contains(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the row that is clicked; in a new tab with the middle button or with Ctrl."""
        if watched is self.viewport() and event.type() == QEvent.Type.MouseButtonRelease:
            assert isinstance(event, QMouseEvent)
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and event.button() in (
                Qt.MouseButton.LeftButton,
                Qt.MouseButton.MiddleButton,
            ):
                ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if self._near_at(index, event.position().toPoint()):
                    self.near_toggled.emit(index.row())
                    return True
                self.setCurrentIndex(index)
                middle = event.button() == Qt.MouseButton.MiddleButton
                self.row_requested.emit(index.row(), ctrl or middle)
        return super().eventFilter(watched, event)
