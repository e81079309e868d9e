"""Shows where a link of an article leads before anything is opened."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_SCHEMES = {"http", "https", "mailto"}


class LinkDialog(QDialog):
    """Offers to copy the address or to open it in the browser; other kinds are refused."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._url = QUrl(address)
        may_open = self._url.scheme() in _SCHEMES
        heading = QLabel(
            self.tr("This link leads out of Sanad") if may_open
            else self.tr("Links of this kind are not opened"), self
        )  # fmt: skip
        heading.setProperty("role", "heading")
        shown = QLabel(address, self)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setMinimumWidth(420)
        copy = QPushButton(self.tr("Copy address"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
        open_it = QPushButton(self.tr("Open in browser"), self)
        open_it.setVisible(may_open)
        open_it.clicked.connect(self._open)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setProperty("primary", "true")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (copy, open_it, cancel):
            button.setAccessibleName(button.text())
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(shown)
        column.addLayout(buttons)

    def _open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()
