"""Rows of results in Urdu stand where their lines begin: at the right."""

import pytest
from PySide6.QtGui import QImage

from sanad.library.records import ArticleId
from sanad.ui.models.results import Row
from sanad.ui.panes.results import ResultsPane
from sanad.ui.theme import Theme


def first_line(pane: ResultsPane) -> QImage:
    rect = pane.view.visualRect(pane.model.index(0))
    picture = pane.view.viewport().grab(rect).toImage()
    return picture.copy(0, 6, picture.width() - 12, 24)


def inked_columns(picture: QImage) -> list[int]:
    ground = picture.pixel(0, 0)
    return [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) != ground for y in range(picture.height()))
    ]


@pytest.mark.parametrize(("title", "at_right"), [("Policy", False), ("پالیسی", True)])
def test_a_title_stands_where_its_language_begins(qtbot, title: str, at_right: bool):
    pane = ResultsPane(Theme.load("light"))
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    row = Row(ArticleId(1), title, "")
    pane.show_rows("Results", 1, lambda _place: row, with_excerpts=False)
    pane.show()
    qtbot.waitExposed(pane)
    picture = first_line(pane)
    columns = inked_columns(picture)
    assert columns
    middle = picture.width() // 2
    assert all((column > middle) == at_right for column in columns)
