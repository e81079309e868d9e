"""The pane of kept passages, of the open article or of the whole library."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from sanad.library.records import ArticleId
from sanad.ui.delegates.bookmarks import BookmarkDelegate
from sanad.ui.models.bookmarks import BookmarkRow, BookmarksModel
from sanad.ui.panes.side import SidePane, Way
from sanad.ui.reader.note_editor import NoteEditor
from sanad.ui.reader.row_view import RowList
from sanad.ui.theme import Theme

__all__ = ["BookmarkRow", "BookmarksPane"]


class BookmarksPane(SidePane):
    """Enter or a click goes to a passage, F2 writes its note, T its tags, Del removes it."""

    passage_requested = Signal(int, object)
    """The id of the article and the span of the passage in its present text; None if adrift."""
    note_changed = Signal(str, str)
    """The id of a bookmark and its new note."""
    tags_changed = Signal(str, object)
    """The id of a bookmark and its new tags, a tuple."""
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("bookmarks", theme, parent)
        self._writable = True
        self._article: ArticleId | None = None
        self.model = BookmarksModel(self)
        self.view = RowList(self.tr("Bookmarks"), self)
        self._cards = BookmarkDelegate(theme, self.view)
        self._set_up(self.view, self._cards, self.model)
        self.view.chosen.connect(self._go)
        self.view.installEventFilter(self)
        self.here, self.everywhere = QToolButton(self._bar), QToolButton(self._bar)
        self.filter = self._filter_field(self.tr("Filter the bookmarks"))
        self._lay_out_bar()
        self.note_editor = NoteEditor(theme, self)
        self.note_editor.note_changed.connect(self.note_changed)
        self.tags_editor = NoteEditor(theme, self)
        self.tags_editor.describe(self.tr("Tags"), self.tr("Tags, parted by commas"))
        self.tags_editor.note_changed.connect(self._change_tags)
        self.set_theme(theme)
        self.show_bookmarks((), None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours and sizes of *theme*."""
        super().set_theme(theme)
        unit = theme.unit
        self._lines.setContentsMargins(3 * unit, 2 * unit, 3 * unit, unit)
        self._lines.setSpacing(unit)
        self.note_editor.set_theme(theme)
        self.tags_editor.set_theme(theme)

    def set_writable(self, writable: bool) -> None:
        """Offer changes only if the library can be written."""
        self._writable = writable

    def show_bookmarks(self, rows: Sequence[BookmarkRow], article: ArticleId | None) -> None:
        """List *rows*; *article* is the open one. The mark and the scroll position stay."""
        marked = self.model.row_at(self.view.currentIndex())
        scrolled = self.view.verticalScrollBar().value()
        self._article = article
        self.model.show_bookmarks(rows, article)
        if marked is not None and (row := self.model.row_of(marked.bookmark.id)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.verticalScrollBar().setValue(scrolled)
        self._say()

    def show_article(self, article: ArticleId | None) -> None:
        """Take *article* for the open one; the bookmarks are the same."""
        self.show_bookmarks(self.model.all, article)

    def show_adrift(self) -> None:
        """List the whole library, where bookmarks that are adrift come first, from its top."""
        self.filter.clear()
        self.everywhere.setChecked(True)
        self._go_to_row(0 if self.model.rows else -1)

    def mark(self, bookmark: str) -> None:
        """Make the bookmark with this id current, even if the filter or the scope hid it."""
        if self.model.row_of(bookmark) < 0:
            self.filter.clear()
        if self.model.row_of(bookmark) < 0:
            self.everywhere.setChecked(True)
        self._go_to_row(self.model.row_of(bookmark))

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
        row = self.model.row_at(self.view.currentIndex())
        if row is not None and self._writable:
            self.note_editor.edit(row.bookmark.id, row.bookmark.note, self._rectangle())

    def edit_tags(self) -> None:
        """Write the tags of the current bookmark."""
        row = self.model.row_at(self.view.currentIndex())
        if row is not None and self._writable:
            tags = ", ".join(row.bookmark.tags)
            self.tags_editor.edit(row.bookmark.id, tags, self._rectangle())

    def _ways(self, index: QModelIndex) -> Iterable[Way]:
        row = self.model.row_at(index)
        if row is None:
            return
        self.view.setCurrentIndex(index)
        quote = row.bookmark.anchor.quote
        go = self.tr("Open the article") if row.is_adrift else self.tr("Go to the passage")
        yield Way("right", go, lambda: self._go(index, False))
        yield Way("copy", self.tr("Copy the passage"),
                  lambda: QGuiApplication.clipboard().setText(quote))  # fmt: skip
        yield Way("note", self.tr("Edit the note\tF2"), self.edit_note, self._writable)
        yield Way("filter", self.tr("Edit the tags\tT"), self.edit_tags, self._writable)
        yield Way("remove", self.tr("Remove\tDel"), self._remove, self._writable)

    def _lay_out_bar(self) -> None:
        """Put the choice between article and library over the filter."""
        scopes = QButtonGroup(self._bar)
        choice = QHBoxLayout()
        choice.setSpacing(2)
        for button in (self.here, self.everywhere):
            button.setCheckable(True)
            scopes.addButton(button)
            choice.addWidget(button)
        choice.addStretch(1)
        self.here.setChecked(True)
        self.everywhere.toggled.connect(self._choose_scope)
        self.filter.textChanged.connect(self._apply_filter)
        self._lines = QVBoxLayout(self._bar)
        self._lines.addLayout(choice)
        self._lines.addWidget(self.filter)

    def _go(self, index: QModelIndex, _back: bool) -> None:
        if (row := self.model.row_at(index)) is not None:
            span = None if row.is_adrift else row.bookmark.span
            self.passage_requested.emit(row.bookmark.article, span)

    def _remove(self) -> None:
        row = self.model.row_at(self.view.currentIndex())
        if row is not None and self._writable:
            self.remove_requested.emit(row.bookmark.id)

    def _change_tags(self, bookmark: str, words: str) -> None:
        tags = tuple(tag.strip() for tag in words.replace("\n", ",").split(",") if tag.strip())
        self.tags_changed.emit(bookmark, tags)

    def _choose_scope(self, library: bool) -> None:
        self._cards.shows_article = library
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
        elif self._article is None:
            self.empty.say("bookmark", self.tr("Open an article to see what you kept of it"))
        else:
            self.empty.say("bookmark", self.tr("No passage of this article is kept"), how)
        self._bar.setVisible(count(library=True) > 0)
        self._show_rows(bool(self.model.rows))

    def _rectangle(self) -> QRect:
        """Return where the current card is, in coordinates of this pane."""
        card = self.view.visualRect(self.view.currentIndex())
        return card.translated(self.view.viewport().mapTo(self, QPoint(0, 0)))
