"""The context menu of a row in the list of results."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from sanad.ui.models.results import Row, near_text


def row_menu(
    parent: QWidget,
    row: Row,
    open_row: Callable[[bool], None],
    toggle_near: Callable[[], None],
    remove: Callable[[], None] | None,
) -> QMenu:
    """Return what can be done with *row*; *open_row* is told whether in a new tab.

    Without *remove* the article cannot be removed now.
    """
    menu = QMenu(parent)
    menu.addAction(_tr("Open"), lambda: open_row(False))
    menu.addAction(_tr("Open in new tab"), lambda: open_row(True))
    if row.near:
        shown = _tr("Hide {what}") if row.is_open else _tr("Show {what}")
        menu.addAction(shown.format(what=near_text(row)), toggle_near)
    menu.addSeparator()
    last = menu.addAction(_tr("Remove article"))
    last.setEnabled(remove is not None)
    if remove is not None:
        last.triggered.connect(lambda _checked=False: remove())
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("row menu", text)
