"""Icons drawn in the theme's colours from the line drawings in ``resources/icons``."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sanad.assets import resource
from sanad.ui.theme import Theme

_SIDES = (16, 20)
"""Design pixels: small buttons and large ones."""


def themed_icon(theme: Theme, name: str, token: str = "ink") -> QIcon:
    """Return the icon called *name* in the colour *token*, sharp at 1x and 2x.

    An icon that is switched on (checked) takes the accent colour; a disabled one is greyed by Qt.
    """
    icon = QIcon()
    for state, colour in (
        (QIcon.State.Off, theme.colour(token)),
        (QIcon.State.On, theme.colour("accent")),
    ):
        for side in _SIDES:
            for ratio in (1, 2):
                pixmap = drawn(name, theme.pixels(side) * ratio, colour)
                icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
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
