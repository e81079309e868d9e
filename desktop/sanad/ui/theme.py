"""The look in one place: colours, type scale, spacing unit, and the stylesheet made of them.

A theme is a file of tokens in ``resources/themes``. A widget asks its theme for a colour by the
token's name and never names a colour itself.
"""

import tomllib
from enum import StrEnum
from string import Template
from typing import Any, Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from sanad.assets import resource
from sanad.library.records import EntityKind

ThemeName = Literal["light", "dark"]
TextRole = Literal["label", "small", "body", "strong", "search", "heading", "title"]

_PIXELS: dict[TextRole, int] = {
    "label": 11,
    "small": 12,
    "body": 13,
    "strong": 13,
    "search": 14,
    "heading": 17,
    "title": 25,
}
_WEIGHTS: dict[TextRole, QFont.Weight] = {
    "label": QFont.Weight.DemiBold,
    "strong": QFont.Weight.DemiBold,
    "heading": QFont.Weight.DemiBold,
    "title": QFont.Weight.Bold,
}
_PLAIN_DEFAULTS = {"", "Sans", "Sans Serif", "DejaVu Sans", "Helvetica"}
"""Families that stand for *nobody chose one*; Noto Sans reads better where it is installed."""

_READING = ["Noto Serif", "Source Serif 4", "Charter", "Georgia", "Liberation Serif", "serif"]
_ARABIC = "Noto Naskh Arabic"  # Qt draws Noto Nastaliq broken


class LineStyle(StrEnum):
    """How the underline of a kind of entity is drawn; kinds differ without colour."""

    DOTTED = "dotted"
    SOLID = "solid"
    DASHED = "dashed"
    WAVY = "wavy"
    DOUBLE = "double"


class Theme:
    """One set of tokens at one text scale. Immutable; a live switch hands panes another theme."""

    unit = 4
    """Pixels; every distance is a multiple of it."""

    def __init__(self, tokens: dict[str, Any], scale: float = 1.0) -> None:
        self.name: ThemeName = tokens["name"]
        self.is_dark: bool = tokens["dark"]
        self.scale = scale
        self._colours = {token: QColor(value) for token, value in tokens["colours"].items()}
        self._kinds = {
            EntityKind(kind): (QColor(look["colour"]), LineStyle(look["line"]))
            for kind, look in tokens["kinds"].items()
        }

    @classmethod
    def load(cls, name: ThemeName, scale: float = 1.0) -> "Theme":
        """Return the theme called *name*; *scale* multiplies every text size (1.0 = 13 px)."""
        path = resource(f"themes/{name}.toml")
        return cls(tomllib.loads(path.read_text(encoding="utf-8")), scale)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The names of all colours except those of kinds."""
        return tuple(self._colours)

    def colour(self, token: str) -> QColor:
        """Return a copy of the colour called *token*, such as ``hit`` or ``bookmark_bar``."""
        return QColor(self._colours[token])

    def kind_colour(self, kind: EntityKind) -> QColor:
        """Return the colour of underlines and marks of *kind*; readable as text too."""
        return QColor(self._kinds[kind][0])

    def kind_line(self, kind: EntityKind) -> LineStyle:
        """Return the underline style of *kind*."""
        return self._kinds[kind][1]

    def pixels(self, size: int) -> int:
        """Return *size* design pixels at this theme's text scale."""
        return max(1, round(size * self.scale))

    def interface_font(self, role: TextRole = "body") -> QFont:
        """Return the font of *role* in the system's sans."""
        font = QFont(_interface_families())
        font.setPixelSize(self.pixels(_PIXELS[role]))
        font.setWeight(_WEIGHTS.get(role, QFont.Weight.Normal))
        return font

    def reading_font(self, px: int = 17) -> QFont:
        """Return the serif that articles are set in, *px* design pixels high."""
        font = QFont([*_READING, _ARABIC])
        font.setPixelSize(self.pixels(px))
        return font

    def palette(self) -> QPalette:
        """Return the palette for what no stylesheet rule reaches."""
        colour, role, group = self.colour, QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        for target, token in {
            role.Window: "chrome",
            role.WindowText: "ink",
            role.Base: "paper",
            role.AlternateBase: "panel",
            role.Text: "ink",
            role.Button: "chrome",
            role.ButtonText: "ink",
            role.BrightText: "danger",
            role.Highlight: "selection",
            role.HighlightedText: "ink",
            role.Accent: "accent",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.ToolTipBase: "paper",
            role.ToolTipText: "ink",
            role.PlaceholderText: "soft",
            role.Light: "panel",
            role.Midlight: "hover",
            role.Mid: "edge",
            role.Dark: "faint",
            role.Shadow: "line",
        }.items():
            palette.setColor(target, colour(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, target, colour("faint"))
        return palette

    def stylesheet(self) -> str:
        """Return the application's stylesheet with this theme's colours and sizes put in."""
        template = Template(resource("themes/window.qss").read_text(encoding="utf-8"))
        values = {token: _qss(colour) for token, colour in self._colours.items()}
        values |= {f"px{size}": f"{self.pixels(size)}px" for size in range(8, 49)}
        values["marks"] = resource(f"themes/{self.name}").as_posix()
        return template.substitute(values)


def _qss(colour: QColor) -> str:
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"


def _interface_families() -> list[str]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    chosen = ["Noto Sans", "Segoe UI"] if system in _PLAIN_DEFAULTS else [system]
    return [*chosen, *({system} - {""}), "sans-serif", _ARABIC]
