"""Drives the real window through the main job and saves a picture of every step.

It works on a sample library of its own in a temporary place, with keys and clicks as a person's;
nothing of the user's is read or changed. Each step is saved light and dark, at 1x and 2x.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sanad.errors import LibraryError, SanadError
from sanad.ui.app import Desk, application
from sanad.ui.printing.preview import PrintPreview
from sanad.workspace.sample import sample_library

_PATIENCE = 30.0
"""Seconds a step may take before the tour says that it is stuck."""
_SIZE = (1440, 900)
_QUERY = "digital policy place:Malaysia"


def take(output: Path) -> list[Path]:
    """Save the pictures and the printed PDF in *output*, and return what was written, in order."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"The pictures cannot be saved in {output}: {error}.") from error
    qInstallMessageHandler(_tell)
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home, name.lower()))
        written: list[Path] = []
        for theme in ("light", "dark"):
            tour = _Tour(output, theme)
            try:
                tour.run(sample_library(Path(home, theme)))
            finally:
                tour.close()
            written += tour.written
    return written


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if "propagateSizeHints" not in message:  # said of every window where there is no display
        print(message, file=sys.stderr)


class _Tour:
    """One window, the steps taken in it, and the files that show them."""

    def __init__(self, output: Path, theme: str) -> None:
        self.written: list[Path] = []
        self._output = output
        self._theme = theme
        self._desk = Desk(application())
        self._desk.look.choose(theme)
        self._window = self._desk.window
        self._window.resize(*_SIZE)

    def run(self, library: Path) -> None:
        """Do the main job on *library*."""
        self._window.show()
        if not self._desk.open(library):
            raise SanadError(f"The sample library at {library} cannot be opened.")
        self._window = self._desk.window
        self._read()
        self._search()
        self._trace()
        self._keep()
        self._find_nothing()
        self._print()

    def close(self) -> None:
        """Close the window, so that the library and its processes are released."""
        self._window.close()
        self._window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _read(self) -> None:
        self._until(lambda: self._window.reader.current is not None, "an article is open")
        self._save("1-read")

    def _search(self) -> None:
        window = self._window
        window.commands["search"].trigger()
        QTest.keyClicks(window.search_box, _QUERY)
        self._until(lambda: self._hits() == 1, "the search has found its article")
        QTest.keyClick(window.search_box, Qt.Key.Key_Return)
        self._until(lambda: self._reads("Malaysia"), "the article found is open")
        window.commands["next_hit"].trigger()
        self._save("2-search")

    def _trace(self) -> None:
        opened = self._window.reader.current
        if opened is None or not opened.initiatives:
            raise SanadError("The article found names no initiative.")
        first = opened.initiatives[0].sentences[0]
        self._window.initiatives.sentence_requested.emit(opened.article.id, first)
        self._save("3-trace")

    def _keep(self) -> None:
        window = self._window
        opened = window.reader.current
        if opened is None:
            raise SanadError("No article is open.")
        passage = opened.version.sentences[3].span
        window.reader.bookmark_requested.emit(passage, False)
        self._until(
            lambda: bool(window.reader.current and window.reader.current.bookmarks),
            "the passage is kept",
        )
        bookmark = window.reader.current.bookmarks[0] if window.reader.current else None
        if bookmark is not None:
            window.reader.note_changed.emit(bookmark.id, "The two visions, side by side")
        window.commands["show_bookmarks"].trigger()
        self._save("4-keep")
        window.commands["show_initiatives"].trigger()

    def _find_nothing(self) -> None:
        window = self._window
        window.search_box.clear()
        QTest.keyClicks(window.search_box, "digitall sovereignty")
        self._until(lambda: self._hits() == 0, "the search has found nothing")
        self._save("5-nothing-found")
        window.commands["clear_search"].trigger()

    def _print(self) -> None:
        window = self._window
        window.commands["print"].trigger()
        self._until(lambda: self._preview() is not None, "the preview is open")
        preview = self._preview()
        if preview is None or preview.pages is None:
            raise SanadError("The print preview shows no pages.")
        preview.choices.choose("summary")
        self._until(lambda: preview.pages is not None, "the summary is laid out")
        self._save("6-print", preview)
        if self._theme == "light":
            path = self._output / "summary.pdf"
            if not preview.save_pdf(path):
                raise SanadError(f"The summary could not be printed to {path}.")
            self.written.append(path)
        preview.close()

    def _preview(self) -> PrintPreview | None:
        return self._window.findChild(PrintPreview)

    def _hits(self) -> int | None:
        finder = self._window.finder
        answer = finder.answer if finder else None
        box = self._window.search_box.text()
        return answer.total if answer is not None and answer.request.text == box else None

    def _reads(self, words: str) -> bool:
        opened = self._window.reader.current
        return opened is not None and words in opened.article.title

    def _until(self, reached: Callable[[], bool], what: str) -> None:
        stop = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > stop:
                raise SanadError(f"The tour is stuck: it waited until {what}.")
            QTest.qWait(10)

    def _save(self, step: str, widget: QWidget | None = None) -> None:
        QTest.qWait(350)  # what fades or settles has settled
        shown = widget or self._window
        for scale in (1, 2):
            picture = QPixmap(shown.size() * scale)
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            shown.render(picture, QPoint())
            path = self._output / f"{step}-{self._theme}{'@2x' if scale == 2 else ''}.png"
            if not picture.save(str(path)):
                raise LibraryError(f"The picture {path} cannot be written.")
            self.written.append(path)
