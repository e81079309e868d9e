"""The pane of kept passages, of the open article or of the whole library."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sanad.library.records import ArticleId
from sanad.ui.delegates.bookmarks import BookmarkDelegate
from sanad.ui.empty_state import EmptyState
from sanad.ui.icons import themed_icon
from sanad.ui.models.bookmarks import BookmarkRow, BookmarksModel
from sanad.ui.reader.note_editor import NoteEditor
from sanad.ui.reader.row_view import RowList
from sanad.ui.theme import Theme

__all__ = ["BookmarkRow", "BookmarksPane"]


class BookmarksPane(QWidget):
    """Enter or a click goes to a passage, F2 writes its note, T its tags, Del removes it."""

    passage_requested = Signal(int, object)
    """The id of the article and the span of the passage in the version it was kept in."""
    note_changed = Signal(str, str)
    """The id of a bookmark and its new note."""
    tags_changed = Signal(str, object)
    """The id of a bookmark and its new tags, a tuple."""
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bookmarks")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._writable = theme, True
        self._current: ArticleId | None = None
        self.model = BookmarksModel(self)
        self.view = RowList(self.tr("Bookmarks"), self)
        self._delegate = BookmarkDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.chosen.connect(self._go)
        self.view.menu_requested.connect(self._show_menu)
        self.view.installEventFilter(self)
        self.empty = EmptyState(theme)
        self.empty.setProperty("surface", "panel")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._bar = self._make_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self.note_editor = NoteEditor(theme, self)
        self.note_editor.note_changed.connect(self.note_changed)
        self.tags_editor = NoteEditor(theme, self)
        self.tags_editor.describe(self.tr("Tags"), self.tr("Tags, parted by commas"))
        self.tags_editor.note_changed.connect(self._change_tags)
        self.setFocusProxy(self.view)
        self.set_theme(theme)
        self.show_bookmarks((), None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        self._theme = theme
        unit = theme.unit
        self._rows.setContentsMargins(3 * unit, 2 * unit, 3 * unit, unit)
        self._rows.setSpacing(unit)
        self._delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self.note_editor.set_theme(theme)
        self.tags_editor.set_theme(theme)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def set_writable(self, writable: bool) -> None:
        """Offer changes only if the library can be written."""
        self._writable = writable

    def show_bookmarks(self, rows: Sequence[BookmarkRow], current: ArticleId | None) -> None:
        """List *rows*; *current* is the open article. The mark and the scroll position stay."""
        marked = self._row(self.view.currentIndex())
        scrolled = self.view.verticalScrollBar().value()
        self._current = current
        self.model.show_bookmarks(rows, current)
        if marked is not None and (row := self.model.row_of(marked.bookmark.id)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.verticalScrollBar().setValue(scrolled)
        self._say()

    def mark(self, bookmark: str) -> None:
        """Make the bookmark with this id current, even if the filter or the scope hid it."""
        if self.model.row_of(bookmark) < 0:
            self.filter.clear()
        if self.model.row_of(bookmark) < 0:
            self.everywhere.setChecked(True)
        row = self.model.row_of(bookmark)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on F2, T and Del in the list, before the window takes Del for the article."""
        if watched is self.view and isinstance(event, QKeyEvent):
            actions = {
                Qt.Key.Key_F2: self.edit_note,
                Qt.Key.Key_T: self.edit_tags,
                Qt.Key.Key_Delete: self._remove,
            }
            act = actions.get(Qt.Key(event.key()))
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if act is not None and plain:
                if event.type() == QEvent.Type.KeyPress:
                    act()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def edit_note(self) -> None:
        """Write the note of the current bookmark."""
        row = self._row(self.view.currentIndex())
        if row is not None and self._writable:
            self.note_editor.edit(row.bookmark.id, row.bookmark.note, self._rectangle())

    def edit_tags(self) -> None:
        """Write the tags of the current bookmark."""
        row = self._row(self.view.currentIndex())
        if row is not None and self._writable:
            tags = ", ".join(row.bookmark.tags)
            self.tags_editor.edit(row.bookmark.id, tags, self._rectangle())

    def menu(self, index: QModelIndex) -> QMenu | None:
        """Return the menu of a bookmark; it goes when it is closed."""
        row = self._row(index)
        if row is None:
            return None
        self.view.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        quote = row.bookmark.anchor.quote
        for icon, text, act, changes in (
            ("right", self.tr("Go to the passage"), lambda: self._go(index, False), False),
            ("copy", self.tr("Copy the passage"),
             lambda: QGuiApplication.clipboard().setText(quote), False),
            ("note", self.tr("Edit the note\tF2"), self.edit_note, True),
            ("filter", self.tr("Edit the tags\tT"), self.edit_tags, True),
            ("remove", self.tr("Remove\tDel"), self._remove, True),
        ):  # fmt: skip
            entry = QAction(themed_icon(self._theme, icon), text, menu)
            entry.triggered.connect(act)
            entry.setEnabled(self._writable or not changes)
            menu.addAction(entry)
        return menu

    def _make_bar(self) -> QWidget:
        """Return the choice between article and library, over the filter."""
        bar = QWidget(self)
        self.filter = QLineEdit(bar)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the bookmarks"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._apply_filter)
        self.here, self.everywhere = QToolButton(bar), QToolButton(bar)
        scopes = QButtonGroup(bar)
        choice = QHBoxLayout()
        choice.setSpacing(2)
        for button in (self.here, self.everywhere):
            button.setCheckable(True)
            scopes.addButton(button)
            choice.addWidget(button)
        choice.addStretch(1)
        self.here.setChecked(True)
        self.everywhere.toggled.connect(self._choose_scope)
        self._rows = QVBoxLayout(bar)
        self._rows.addLayout(choice)
        self._rows.addWidget(self.filter)
        return bar

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        if (menu := self.menu(index)) is not None:
            menu.popup(at)

    def _go(self, index: QModelIndex, _back: bool) -> None:
        row = self._row(index)
        if row is not None and not row.is_lost:
            self.passage_requested.emit(row.bookmark.article, row.bookmark.span)
        elif row is not None:
            self.passage_requested.emit(row.bookmark.article, None)

    def _remove(self) -> None:
        row = self._row(self.view.currentIndex())
        if row is not None and self._writable:
            self.remove_requested.emit(row.bookmark.id)

    def _change_tags(self, bookmark: str, words: str) -> None:
        tags = tuple(tag.strip() for tag in words.replace("\n", ",").split(",") if tag.strip())
        self.tags_changed.emit(bookmark, tags)

    def _choose_scope(self, library: bool) -> None:
        self._delegate.shows_article = library
        self.model.set_scope(library=library)
        self._say()

    def _apply_filter(self, words: str) -> None:
        self.model.set_filter(words)
        self._say()

    def _say(self) -> None:
        """Count on the switches, and say why the list is empty if it is."""
        count = self.model.count
        self.here.setText(self.tr("This article  {n}").format(n=count(library=False)))
        self.everywhere.setText(self.tr("Whole library  {n}").format(n=f"{count(library=True):,}"))
        how = self.tr("Select words in the text and press Ctrl+D to keep them here.")
        if count(library=self.model.is_of_library):
            self.empty.say("bookmark", self.tr("No bookmark has these words"))
        elif self.model.is_of_library:
            self.empty.say("bookmark", self.tr("No passage is kept yet"), how)
        elif self._current is None:
            self.empty.say("bookmark", self.tr("Open an article to see what you kept of it"))
        else:
            self.empty.say("bookmark", self.tr("No passage of this article is kept"), how)
        self._bar.setVisible(count(library=True) > 0)
        self._stack.setCurrentWidget(self.view if self.model.rows else self.empty)

    def _rectangle(self) -> QRect:
        """Return where the current card is, in coordinates of this pane."""
        card = self.view.visualRect(self.view.currentIndex())
        return card.translated(self.view.viewport().mapTo(self, QPoint(0, 0)))

    def _row(self, index: QModelIndex) -> BookmarkRow | None:
        return self.model.rows[index.row()] if 0 <= index.row() < len(self.model.rows) else None
