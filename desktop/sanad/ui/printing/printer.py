"""Sends pages to a printer."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from sanad.errors import SanadError
from sanad.ui.printing.pages import Pages


def prepared_printer(pages: Pages) -> QPrinter:
    """Return the system's printer set to the paper and the title of *pages*."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _take_paper(printer, pages)
    printer.setDocName(pages.briefing.title)
    printer.setCreator("Sanad")
    return printer


def print_pages(pages: Pages, printer: QPrinter, numbers: Sequence[int]) -> None:
    """Print the pages with the *numbers* in their order; raises `SanadError`."""
    _take_paper(printer, pages)
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName() or "The printer"
        raise SanadError(f"{name} does not take the pages: see whether it is switched on.")
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    for position, number in enumerate(_collated(numbers, copies, printer.collateCopies())):
        if position:
            printer.newPage()
        pages.paint(painter, number, printer.logicalDpiX())
    painter.end()


def _take_paper(printer: QPrinter, pages: Pages) -> None:
    """Set paper and margins; pages paint their own margins, whatever the printer's are."""
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(pages.paper.size, QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)


def _collated(numbers: Sequence[int], copies: int, collate: bool) -> list[int]:
    if collate:
        return list(numbers) * copies
    return [number for number in numbers for _ in range(copies)]
