"""How to search and read, and the table of keys."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from sanad.assets import resource
from sanad.ui.actions import ACTIONS, MENUS, text_of, tip_of
from sanad.ui.theme import Theme


class HelpDialog(QDialog):
    """Two pages: the keys, made from the table of actions, and a short text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.pixels(720), theme.pixels(600))
        pages = QTabWidget(self)
        pages.setDocumentMode(True)
        pages.setAccessibleName(self.tr("Help pages"))
        keys = _page(self.tr("Keys"), theme)
        keys.setHtml(keys_as_html(theme))
        text = _page(self.tr("Searching and reading"), theme)
        text.setMarkdown(resource("help/help.md").read_text(encoding="utf-8"))
        for page in (keys, text):
            pages.addTab(page, page.accessibleName())
        close = QPushButton(self.tr("Close"), self)
        close.setAccessibleName(close.text())
        close.setProperty("primary", "true")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 12)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(pages, 1)
        column.addLayout(buttons)
        keys.setFocus()


def keys_as_html(theme: Theme) -> str:
    """Return the actions that have keys as one table for each menu."""
    soft, line = theme.colour("soft").name(), theme.colour("line").name()
    parts = []
    for menu in MENUS:
        rows = [
            f"<tr><td width='30%' style='padding:4px 12px 4px 0'>{escape(text_of(entry))}</td>"
            "<td width='24%' style='padding:4px 12px 4px 0'>"
            f"<b>{escape(_keys(entry.keys))}</b></td>"
            f"<td style='padding:4px 0; color:{soft}'>{escape(tip_of(entry))}</td></tr>"
            for entry in ACTIONS
            if entry.menu == menu and entry.keys
        ]
        if menu == "Go":
            rows.append(
                "<tr><td style='padding:4px 12px 4px 0'>First to ninth tab</td>"
                "<td style='padding:4px 12px 4px 0'><b>Ctrl+1 … Ctrl+9</b></td>"
                f"<td style='padding:4px 0; color:{soft}'>Show the tab at that place</td></tr>"
            )
        if rows:
            parts.append(f"<h3>{escape(menu)}</h3><table width='100%'>{''.join(rows)}</table>")
            parts.append(f"<hr style='background-color:{line}'>")
    return "".join(parts[:-1])


def _page(name: str, theme: Theme) -> QTextBrowser:
    page = QTextBrowser()
    page.setAccessibleName(name)
    page.setOpenLinks(False)
    page.document().setDocumentMargin(20)
    page.document().setDefaultFont(theme.interface_font("body"))
    return page


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)
