"""J1: the first start shows the sample library, readable at once, with nothing to set up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sanad.assets import seeds
from sanad.ui.app import Desk
from sanad.ui.main_window import MainWindow
from sanad.ui.models.rows import ROW

from .conftest import opened


def titles(window: MainWindow) -> list[str]:
    model = window.results.model
    return [model.row(place).title for place in range(model.rowCount())]


def test_the_sample_library_is_open_with_five_readable_titles(
    qapp: QApplication, desks: list[Desk], qtbot
):
    window = opened(qapp, desks, None, qtbot)
    assert len(titles(window)) == 5
    for title, path in zip(titles(window), seeds(), strict=True):
        assert path.stem not in title
        assert len(title.split()) >= 5
        assert title[0].isupper()
    assert not window.messages.isVisible()


def test_the_first_article_shown_names_initiatives_and_people(
    qapp: QApplication, desks: list[Desk], qtbot
):
    window = opened(qapp, desks, None, qtbot)
    assert window.reader.current.initiatives
    assert window.reader.current.mentions
    assert window.initiatives.isVisible()
    assert window.entities.isVisible()


def test_an_article_is_read_with_one_click_and_a_search_typed_at_once(window: MainWindow, qtbot):
    before = window.reader.current.article.id
    view = window.results.view
    row = next(place for place in range(5) if window.results.model.row(place).article != before)
    centre = view.visualRect(window.results.model.index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    qtbot.waitUntil(lambda: window.reader.current.article.id != before)

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.finder.answered):
        qtbot.keyClicks(window.focusWidget(), "blockchain")
    qtbot.waitUntil(lambda: len(titles(window)) == 2)


def test_the_first_article_begins_at_its_title_and_no_card_covers_another(
    qapp: QApplication, desks: list[Desk], qtbot
):
    window = opened(qapp, desks, None, qtbot)
    assert window.reader.pages.current.view.verticalScrollBar().value() == 0
    view = window.initiatives.view
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    qapp.processEvents()
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        needed = view.itemDelegate().row_height(index.data(ROW), index)
        assert view.visualRect(index).height() == round(needed)
