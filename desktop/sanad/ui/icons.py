"""Icons drawn in the theme's colours from the line drawings in ``resources/icons``."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sanad.assets import resource
from sanad.ui.theme import Theme

_SIZES = (16, 20, 24, 32, 40, 48, 64)
"""Physical pixels: the sizes in use at 1x, 1.5x and 2x."""


def themed_icon(theme: Theme, name: str, token: str = "ink") -> QIcon:
    """Return the icon called *name* in the colour *token*, and ``faint`` while disabled.

    An icon that is switched on (checked) takes the accent colour.
    """
    icon = QIcon()
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, theme.colour(token)),
        (QIcon.Mode.Normal, QIcon.State.On, theme.colour("accent")),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.colour("faint")),
    ):
        for size in _SIZES:
            icon.addPixmap(drawn(name, size, colour), mode, state)
    return icon


def drawn(name: str, size: int, colour: QColor) -> QPixmap:
    """Return the icon called *name*, *size* physical pixels wide and high, in *colour*."""
    source = _source(name).replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def application_icon() -> QIcon:
    """Return the icon that stands for Sanad on a desktop; it keeps its own colours."""
    icon = QIcon()
    for size in (16, 32, 48, 64, 128):
        icon.addPixmap(drawn("sanad", size, QColor(Qt.GlobalColor.black)))
    return icon


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
