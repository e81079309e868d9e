"""Which theme is in use: the one chosen, or whichever the desktop asks for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sanad.ui.theme import Theme, ThemeName

_DESIGN_DPI = 96


class ThemeChoice(QObject):
    """Dresses the application, and says when its dress has changed."""

    changed = Signal(object)
    """A `Theme`."""

    def __init__(self, app: QApplication, choice: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.choice = choice
        self.theme = self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def choose(self, choice: str) -> None:
        """Use ``light``, ``dark`` or ``system`` from now on."""
        self.choice = choice
        self._change()

    def _follow_desktop(self) -> None:
        if self.choice == "system":
            self._change()

    def _change(self) -> None:
        self.theme = self._dress()
        self.changed.emit(self.theme)

    def _dress(self) -> Theme:
        theme = Theme.load(self._name(), text_scale())
        self._app.setFont(theme.interface_font())
        self._app.setPalette(theme.palette())
        self._app.setStyleSheet(theme.stylesheet())
        return theme

    def _name(self) -> ThemeName:
        match self.choice:
            case "dark":
                return "dark"
            case "light":
                return "light"
            case _:
                scheme = self._app.styleHints().colorScheme()
                return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def text_scale() -> float:
    """Return how much larger than designed the desktop wants text; window scaling comes on top."""
    screen = QGuiApplication.primaryScreen()
    scale = screen.logicalDotsPerInch() / _DESIGN_DPI if screen else 1.0
    return min(max(round(scale, 2), 0.75), 4.0)
