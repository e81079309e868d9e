"""Finds any command by a few letters of its name, and runs it."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from sanad.ui.actions import ACTIONS, text_of, tip_of
from sanad.ui.commands import Commands
from sanad.ui.icons import themed_icon
from sanad.ui.theme import Theme

_ACTION = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_NAME = Qt.ItemDataRole.UserRole + 2


class PaletteDialog(QDialog):
    """A field and a list below it; Enter runs the marked command, Esc leaves."""

    def __init__(self, commands: Commands, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Command palette"))
        self._field = QLineEdit(self)
        self._field.setAccessibleName(self.tr("Command"))
        self._field.setPlaceholderText(self.tr("Type a command"))
        self._field.setMinimumHeight(theme.pixels(32))
        self._field.textChanged.connect(self._narrow)
        self._filter = _AllWords(self)
        self._filter.setSourceModel(self._built_model(commands, theme))
        self._list = QTreeView(self)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setModel(self._filter)
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setUniformRowHeights(True)
        self._list.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))
        self._list.setIndentation(0)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, self._list.header().ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, self._list.header().ResizeMode.ResizeToContents)
        self._list.clicked.connect(lambda _index: self._run())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.resize(theme.pixels(520), theme.pixels(400))
        left = parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, theme.pixels(56)))
        self.move(left)
        # The rows are measured once: not before the style sheet gives them their padding.
        self._list.ensurePolished()
        self._narrow("")
        self._field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Go away when another window is used."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.reject()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark with the arrows while the field keeps the focus."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self._list.currentIndex().row() + step
                index = self._filter.index(row % max(self._filter.rowCount(), 1), 0)
                self._list.setCurrentIndex(index)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run()
            case _:
                super().keyPressEvent(event)

    def _built_model(self, commands: Commands, theme: Theme) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for entry in ACTIONS:
            action = commands[entry.id]
            if not action.isEnabled() or entry.id == "palette":
                continue
            name = QStandardItem(
                themed_icon(theme, entry.icon or "command", "soft"), text_of(entry)
            )
            name.setData(action, _ACTION)
            name.setData(text_of(entry).casefold(), _NAME)
            name.setData(f"{text_of(entry)} {tip_of(entry)} {entry.menu}".casefold(), _WORDS)
            name.setToolTip(tip_of(entry))
            keys = QStandardItem(_keys_of(entry.keys))
            keys.setForeground(theme.colour("soft"))
            model.appendRow([name, keys])
        return model

    def _narrow(self, text: str) -> None:
        self._filter.set_words(text.casefold().split())
        self._list.setCurrentIndex(self._filter.index(0, 0))

    def _run(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            action: QAction = index.siblingAtColumn(0).data(_ACTION)
            self.accept()
            action.trigger()


class _AllWords(QSortFilterProxyModel):
    """The commands that have all words, those first whose own name has them."""

    def __init__(self, parent: QDialog) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setDynamicSortFilter(False)

    def set_words(self, words: list[str]) -> None:
        self.beginFilterChange()
        self._words = words
        self.endFilterChange()
        self.sort(0)

    def filterAcceptsRow(self, row: int, parent: object) -> bool:
        words = self.sourceModel().index(row, 0).data(_WORDS)
        return all(word in words for word in self._words)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # type: ignore[override]
        return (self._rank(left), left.row()) < (self._rank(right), right.row())

    def _rank(self, index: QModelIndex) -> int:
        name: str = index.data(_NAME)
        if name.startswith(" ".join(self._words)):
            return 0
        if all(word in name for word in self._words):
            return 1
        return 2


def _keys_of(keys: tuple[str, ...]) -> str:
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
