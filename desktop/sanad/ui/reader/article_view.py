"""The article that is being read: what the mouse and the keys do in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMimeData,
    QPoint,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from sanad.library.records import Mention
from sanad.text.sentences import Sentence, sentence_at
from sanad.text.spans import Span
from sanad.ui.reader.marked_view import MarkedView
from sanad.ui.theme import Theme

if TYPE_CHECKING:
    from sanad.workspace.reading import OpenArticle

_LINKS = ("http", "https", "mailto")
_SETTLING_MS = 200
_LINES_A_KEY = 3


class ArticleView(MarkedView):
    """Says what is pointed at, clicked and selected; offsets are code points."""

    mention_hovered = Signal(object, QPoint)
    """The mention under the mouse and where, in the viewport; None when the mouse leaves it."""
    mention_clicked = Signal(object)
    bookmark_clicked = Signal(str)
    selection_settled = Signal(object)
    """The selected span once the mouse or the keys rest; None when nothing is selected."""
    menu_requested = Signal(object, QPoint)
    """The mention under the mouse or None, and where on the screen."""
    link_requested = Signal(str)
    position_changed = Signal(int, int)
    """Paragraph and sentence at the top of the window, both from 1."""
    step_requested = Signal(int)
    """A button of the mouse asks for history: -1 back, 1 forward."""
    size_requested = Signal(int)
    """The wheel asks for larger (1) or smaller (-1) text."""
    citation_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._hovered: Mention | None = None
        self._pressed = QPoint()
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Article"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._settle)
        self.selectionChanged.connect(self._await_selection)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self.tell_position)
        self.header.citation_requested.connect(self.citation_requested)
        self.header.link_requested.connect(self.link_requested)

    def show_article(self, opened: "OpenArticle") -> None:
        """Show the article from its beginning, and say that it is read from there."""
        super().show_article(opened)
        self.tell_position()

    def selected_span(self) -> Span | None:
        """Return the selection without blanks at its ends; None if nothing is selected."""
        cursor, text = self.textCursor(), self._text
        start = self._units.to_code_points(cursor.selectionStart())
        end = self._units.to_code_points(cursor.selectionEnd())
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def select(self, span: Span) -> None:
        """Select *span* as if it had been dragged over."""
        cursor = self.textCursor()
        cursor.setPosition(self._units.to_utf16(span.start))
        cursor.setPosition(self._units.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def sentence_in_view(self) -> Sentence | None:
        """Return the sentence at the caret if it is used and in view, else the topmost one."""
        if self._version is None:
            return None
        offset = self._caret() if self.cursorWidth() else None
        return sentence_at(self._version.sentences, self.topmost()[0] if offset is None else offset)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which mention the mouse is on; number the sentences of its paragraph."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        if event.buttons():
            self._hover(None, point)
            return
        mention = self.mention_at(point)
        if mention is not None or self.bookmark_at(point) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif not self.anchorAt(point):
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._hover(mention, point)
        self._number_paragraph_at(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; the caret hides until keys move it."""
        self._pressed = event.position().toPoint()
        self.setCursorWidth(0)
        self._hover(None, self._pressed)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the mention, the bookmark or the history button that was clicked."""
        point = event.position().toPoint()
        steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
        if event.button() in steps:
            self.step_requested.emit(steps[event.button()])
            return
        super().mouseReleaseEvent(event)
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        still = (point - self._pressed).manhattanLength() < 4
        if still and not self.textCursor().hasSelection():
            if bookmark := self.bookmark_at(point):
                self.bookmark_clicked.emit(bookmark.bookmark.id)
            elif not self.anchorAt(point) and (mention := self.mention_at(point)):
                self.mention_clicked.emit(mention)
        self._settle()

    def leaveEvent(self, event: object) -> None:
        """Forget the mention and the paragraph the mouse was on."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(None, QPoint())
        self.number_paragraph(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, ask for another size of the text."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.size_requested.emit(1 if event.angleDelta().y() > 0 else -1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu on the mention at the mouse or the caret, and on the selection."""
        at = event.pos()
        self._hover(None, at)
        if not self.viewport().rect().contains(at):  # the Menu key, and the caret is out of view
            at = self.viewport().rect().center()
            self.menu_requested.emit(None, self.viewport().mapToGlobal(at))
            return
        self.menu_requested.emit(self.mention_at(at), event.globalPos())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the plain keys; move a caret and select with the others."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier or (shift and key == Qt.Key.Key_Space)
        if plain and self._scroll_by_key(key, back=shift):
            return
        if key == Qt.Key.Key_Escape:
            if not self.textCursor().hasSelection():
                event.ignore()
            self.clear_selection()
            return
        if key in _CARET_KEYS:
            self._bring_caret()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cursorWidth():
            offset = self._caret()
            mention = None if offset is None else self.layers.mentions.at(offset)
            if mention is not None:
                self.mention_clicked.emit(mention)
                return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text: what is pasted elsewhere takes that place's look."""
        mime, span = QMimeData(), self.selected_span()
        if span is not None:
            mime.setText(self._text[span.start : span.end])
        return mime

    def _scroll_by_key(self, key: int, *, back: bool) -> bool:
        bar = self.verticalScrollBar()
        line, page = (
            round(self._line_height),
            round(self.viewport().height() - 2 * self._line_height),
        )
        match key:
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - _LINES_A_KEY * line)
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + _LINES_A_KEY * line)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - page)
            case Qt.Key.Key_PageDown:
                bar.setValue(bar.value() + page)
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + (-page if back else page))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                self.scroll_to_end()
            case _:
                return False
        return True

    def _bring_caret(self) -> None:
        """Show the caret; put it at the top of the window if it is out of view."""
        self.setCursorWidth(2)
        if self.textCursor().hasSelection():
            return
        if not self.viewport().rect().contains(self.cursorRect().center()):
            cursor = self.textCursor()
            cursor.setPosition(self._units.to_utf16(self.topmost()[0]))
            self.setTextCursor(cursor)

    def _caret(self) -> int | None:
        if not self.viewport().rect().intersects(self.cursorRect()):
            return None
        return self._units.to_code_points(self.textCursor().position())

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # What follows from both

    def _await_selection(self) -> None:
        if not self.textCursor().hasSelection():
            self.selection_settled.emit(None)
        self._settling.start()

    def _settle(self) -> None:
        self._settling.stop()
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return  # still being dragged; the release settles it
        if self._version is not None:
            self.selection_settled.emit(self.selected_span())

    def _follow(self, url: QUrl) -> None:
        """Go to a place within the article, ask about addresses, refuse everything else."""
        if url.isRelative() and not url.path() and url.hasFragment():
            self.scrollToAnchor(url.fragment())
        elif url.scheme().lower() in _LINKS:
            self.link_requested.emit(url.toString())

    def _hover(self, mention: Mention | None, point: QPoint) -> None:
        if mention != self._hovered:
            self._hovered = mention
            self.mention_hovered.emit(mention, point)

    def _number_paragraph_at(self, point: QPoint) -> None:
        offset = self.offset_at(point)
        if offset is not None and self._version is not None:
            sentence = sentence_at(self._version.sentences, offset)
            self.number_paragraph(0 if sentence is None else sentence.paragraph)

    def tell_position(self) -> None:
        """Say which sentence is at the top of the window."""
        self._hover(None, QPoint())
        if self._version is None or not self._version.sentences:
            self.position_changed.emit(0, 0)
            return
        sentence = sentence_at(self._version.sentences, self.topmost()[0])
        sentence = sentence or self._version.sentences[0]
        self.position_changed.emit(sentence.paragraph, sentence.number)


_CARET_KEYS = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
