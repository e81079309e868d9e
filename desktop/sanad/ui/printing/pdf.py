"""Writes pages as a PDF: text that can be selected, links that work, title and author set."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from sanad.errors import SanadError
from sanad.summaries.briefing import Briefing
from sanad.ui.printing.pages import Pages, Paper, paper_of_locale
from sanad.ui.theme import Theme

_DOTS_PER_INCH = 1200
_CREATOR = "Sanad"


def write_pdf(briefing: Briefing, path: Path, paper: str = "") -> int:
    """Write *briefing* to *path* and return how many pages it has.

    *paper* is ``A4`` or ``Letter``; without it the locale decides. Needs neither a window nor a
    display. Raises `SanadError`; a file that was there before stays as it was then.
    """
    application = QGuiApplication.instance() or _application()
    try:
        size = Paper(paper) if paper else paper_of_locale()
    except ValueError as error:
        names = " or ".join(one.value for one in Paper)
        raise SanadError(f"There is no paper called {paper}: choose {names}.") from error
    pages = Pages(briefing, Theme.load("light"), size)
    write_pages(pages, path)
    del application
    return pages.count


def write_pages(pages: Pages, path: Path, numbers: Iterable[int] | None = None) -> None:
    """Write the pages with the *numbers*, all without them, to *path*; raises `SanadError`."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise SanadError(f"{path} is no file; nothing was written.")
    path = path.resolve()  # a link stays a link, its target is replaced
    aside = path.with_name(f".{path.name}.part")
    try:
        _write(pages, aside, list(numbers or range(1, pages.count + 1)))
        aside.replace(path)
    except OSError as error:
        raise SanadError(f"{path} could not be written: {error.strerror or error}.") from error
    finally:
        aside.unlink(missing_ok=True)


def _write(pages: Pages, path: Path, numbers: list[int]) -> None:
    path.touch()  # tells, in Python's words, when the folder is missing or closed
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(pages.paper.size)
    writer.setPageMargins(QMarginsF())
    writer.setTitle(pages.briefing.title)
    writer.setCreator(_CREATOR)
    authors = {source.author for source in pages.briefing.sources if source.author}
    writer.setAuthor(", ".join(sorted(authors)))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path.parent} cannot be written to")
    for position, number in enumerate(numbers):
        if position:
            writer.newPage()
        pages.paint(painter, number, _DOTS_PER_INCH)
    if not painter.end():
        raise OSError("the disk may be full")


def _application() -> QGuiApplication:
    """Return an application of our own; fonts need one, a display they do not."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])
