"""The dialog to print from: the pages as they will be, beside what can be chosen.

Whoever opens it says what can be printed, and gets told what was done::

    what = subjects(library=name, article=open_article, kept=articles_with_bookmarks,
                    results=lambda most: open_articles(hits[:most]), query="digital policy")
    preview = PrintPreview.show_for(window, theme, what, subject="summary")
    preview.saved.connect(...)      # Path of the PDF

It stays open until it is closed, is deleted then, and never blocks the window behind it.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sanad.errors import SanadError
from sanad.ui.printing.choices import Choices
from sanad.ui.printing.page_range import pages_in
from sanad.ui.printing.page_view import PageView
from sanad.ui.printing.pages import Pages, Paper, paper_of_locale
from sanad.ui.printing.pdf import write_pages
from sanad.ui.printing.printer import prepared_printer, print_pages
from sanad.ui.printing.subjects import Subject, SubjectId
from sanad.ui.theme import Theme

_SETTLE_MS = 80
"""Time without a further change after which pages are laid out anew."""


class PrintPreview(QDialog):
    """Shows what is printed, exactly; *Print…* and *Save as PDF…* do it."""

    saved = Signal(Path)
    printed = Signal(int)
    """How many pages went to the printer."""

    def __init__(
        self,
        theme: Theme,
        subjects: Sequence[Subject],
        parent: QWidget | None = None,
        *,
        subject: SubjectId | None = None,
        paper: Paper | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print"))
        size = QSize(theme.pixels(1080), theme.pixels(760))
        self.resize(size.boundedTo(self.screen().availableSize()))
        self.setSizeGripEnabled(True)
        self._theme = theme
        self._paper_theme = Theme.load("light")
        self._pages: Pages | None = None
        self.view = PageView(theme, self)
        self.choices = Choices(theme, subjects, subject, paper or paper_of_locale(), self)
        self.status = QLabel(self)
        self.status.setObjectName("print_status")
        self.status.setProperty("role", "small")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out()
        self._connect()
        self.refresh()
        self.choices.take_focus()

    @classmethod
    def show_for(
        cls,
        parent: QWidget,
        theme: Theme,
        subjects: Sequence[Subject],
        *,
        subject: SubjectId | None = None,
    ) -> "PrintPreview":
        """Open the dialog over *parent*, *subject* (else the first of *subjects*) chosen."""
        preview = cls(theme, subjects, parent, subject=subject)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()
        return preview

    @property
    def pages(self) -> Pages | None:
        """What is shown; None while there is nothing to print."""
        return self._pages

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme; paper stays as it is."""
        self._theme = theme
        self.view.set_theme(theme)

    def refresh(self) -> None:
        """Lay the pages out for what is chosen now, and show them."""
        self._settle.stop()
        subject = self.choices.subject
        if subject is None:
            self._tell(self.tr("There is nothing to print: open an article first."), warning=True)
            self.choices.set_ready(False)
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            briefing = subject.compose(self.choices.contents)
            self._pages = Pages(briefing, self._paper_theme, self.choices.paper)
        except SanadError as error:
            self._tell(str(error), warning=True)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.view.show_pages(self._pages)
        self._check_range()

    def save_pdf(self, path: Path) -> bool:
        """Write the chosen pages to *path* and say so; False, with the reason shown, on failure."""
        numbers = self._numbers()
        if numbers is None or self._pages is None:
            return False
        try:
            write_pages(self._pages, path, numbers)
        except SanadError as error:
            self._tell(str(error), warning=True)
            return False
        self._tell(self.tr("Saved {0} as {1}").format(_count(len(numbers)), path))
        self.saved.emit(path)
        return True

    def _lay_out(self) -> None:
        unit = self._theme.unit
        below = QHBoxLayout()
        below.setContentsMargins(4 * unit, 2 * unit, 4 * unit, 2 * unit)
        below.addWidget(self.status, 1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.view, 1)
        left.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.choices)

    def _connect(self) -> None:
        self.choices.changed.connect(self._settle.start)
        self.choices.range_changed.connect(self._check_range)
        self.choices.print_requested.connect(self._print)
        self.choices.pdf_requested.connect(self._ask_and_save)
        self.choices.close_requested.connect(self.reject)
        self._settle.timeout.connect(self.refresh)
        self.view.page_shown.connect(self._check_range)
        for keys, slot in (
            (QKeySequence.StandardKey.Print, self._print),
            (QKeySequence.StandardKey.Save, self._ask_and_save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _numbers(self) -> list[int] | None:
        """Return the numbers of the chosen pages; None, with the reason shown, when unclear."""
        if self._settle.isActive():
            self.refresh()
        if self._pages is None:
            return None
        try:
            return pages_in(self.choices.range, self._pages.count)
        except SanadError as error:
            self._tell(str(error), warning=True)
            return None

    def _check_range(self) -> None:
        numbers = self._numbers()
        self.choices.set_ready(numbers is not None)
        if numbers is None or self._pages is None:
            return
        where = self.tr("Page {0} of {1}").format(self.view.current_page, self._pages.count)
        chosen = len(numbers)
        if chosen < self._pages.count:
            where = self.tr("{0} \u00b7 {1} chosen").format(where, _count(chosen))
        self._tell(where)

    def _print(self) -> None:
        numbers = self._numbers()
        if numbers is None or self._pages is None:
            return
        printer = prepared_printer(self._pages)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            print_pages(self._pages, printer, numbers)
        except SanadError as error:
            self._tell(str(error), warning=True)
            return
        self._tell(self.tr("{0} sent to the printer").format(_count(len(numbers))))
        self.printed.emit(len(numbers))

    def _ask_and_save(self) -> None:
        if self._numbers() is None or self._pages is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(folder) / f"{_file_stem(self._pages.briefing.title)}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(proposed), self.tr("PDF documents (*.pdf)")
        )
        if name:
            path = Path(name)
            self.save_pdf(path if path.suffix else path.with_suffix(".pdf"))

    def _tell(self, sentence: str, *, warning: bool = False) -> None:
        self.status.setText(sentence)
        self.status.setAccessibleName(sentence)
        self.status.setProperty("role", "warning" if warning else "small")
        self.status.style().polish(self.status)


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _file_stem(title: str) -> str:
    """Return *title* as a name that every file system takes."""
    name = re.sub(r'[\x00-\x1f\\/:*?"<>|]+', " ", title)
    return " ".join(name.split()).strip(". \u2026")[:80].strip() or "Sanad"
