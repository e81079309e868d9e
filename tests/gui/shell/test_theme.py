"""The tokens of both themes: every text can be read on every ground it stands on."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QPalette

from sanad.assets import resource
from sanad.library.records import EntityKind
from sanad.ui.theme import Theme, ThemeName

GROUNDS = ("chrome", "panel", "paper", "tint", "hover")
TEXTS = ("ink", "soft", "accent", "warning", "danger")
MARKS = ("hit", "current_hit", "selection", "bookmark", "flash")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: object) -> Theme:
    name: ThemeName = request.param
    return Theme.load(name)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_greatest_contrast():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


def test_every_text_reads_on_every_ground(theme: Theme):
    texts = {token: theme.colour(token) for token in TEXTS}
    texts |= {kind.value: theme.kind_colour(kind) for kind in EntityKind}
    for (name, text), ground in itertools.product(texts.items(), GROUNDS):
        assert contrast(text, theme.colour(ground)) >= 4.5, (name, ground)


def test_text_reads_on_every_highlight(theme: Theme):
    for mark in MARKS:
        assert contrast(theme.colour("ink"), theme.colour(mark)) >= 4.5, mark


def test_text_reads_on_buttons_and_notes(theme: Theme):
    pairs = [
        ("on_accent", "accent"), ("paper", "ink"), ("toast_action", "ink"),
        ("toast_action", "toast_hover"),
    ]  # fmt: skip
    for text, ground in pairs:
        assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5, (text, ground)


def test_the_focus_ring_stands_out_from_every_ground(theme: Theme):
    for ground in GROUNDS:
        assert contrast(theme.colour("accent"), theme.colour(ground)) >= 3, ground


def test_kinds_are_told_apart_without_colour(theme: Theme):
    assert len({theme.kind_line(kind) for kind in EntityKind}) == len(EntityKind)


def test_both_themes_name_the_same_tokens(qapp: object):
    assert Theme.load("light").tokens == Theme.load("dark").tokens


def test_the_stylesheet_leaves_no_token_open_and_names_no_colour_itself(theme: Theme):
    assert "$" not in theme.stylesheet()
    template = resource("themes/window.qss").read_text("utf-8")
    assert not re.search(r":[^;{]*#[0-9a-fA-F]{3,8}\b", template)
    assert not re.search(r"rgb|\b(white|black|gr[ae]y)\b", template)


def test_only_theme_files_and_the_application_icon_name_colours():
    code = resource("themes").parents[1] / "desktop" / "sanad" / "ui"
    colour = re.compile(r"""["'(:\s]#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b""")
    naming = [path.name for path in code.rglob("*.py") if colour.search(path.read_text("utf-8"))]
    assert naming == []


def test_the_palette_follows_the_tokens(theme: Theme):
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.colour("paper")
    assert palette.color(QPalette.ColorRole.WindowText) == theme.colour("ink")


def test_text_grows_with_the_scale(qapp: object):
    assert Theme.load("light", 2).interface_font().pixelSize() == 26
    assert Theme.load("light", 2).reading_font(17).pixelSize() == 34


@pytest.mark.parametrize(
    ("mark", "token"),
    [("check", "on_accent"), ("chevron-down", "soft"), ("chevron-up", "soft"), ("tick", "accent")],
)
def test_marks_of_the_stylesheet_are_drawn_in_the_themes_colours(
    theme: Theme, mark: str, token: str
):
    drawing = resource(f"themes/{theme.name}/{mark}.svg").read_text("utf-8")
    assert f'stroke="{theme.colour(token).name()}"' in drawing
