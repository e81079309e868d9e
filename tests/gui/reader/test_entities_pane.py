from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from sanad.library.records import EntityId, EntityKind
from sanad.ui.models.entities import Heading, NamedEntity
from sanad.ui.models.rows import ROW
from sanad.ui.panes.entities import EntitiesPane
from sanad.ui.theme import Theme


@pytest.fixture
def pane(in_sight, theme) -> EntitiesPane:
    return in_sight(EntitiesPane(theme))


def listed(pane: EntitiesPane) -> list[str]:
    rows = [pane.model.index(row).data(ROW) for row in range(pane.model.rowCount())]
    return [f"[{row.text}]" if isinstance(row, Heading) else row.name for row in rows]


def choose(pane: EntitiesPane, entity: str) -> None:
    pane.mark(entity)
    assert pane.view.currentIndex().data(ROW).entity == entity


def test_entities_are_listed_by_kind_the_most_named_first(pane, library):
    pane.show_article(library.malaysia)

    assert listed(pane) == [
        "[People]", "Shaza Fatima Khawaja", "Ahmad Fahmi",
        "[Organisations]", "Ministry of Information Technology",
        "[Places]", "Pakistan", "Malaysia", "Baku",
        "[Technologies]", "artificial intelligence",
        "[Initiatives]", "Pakistan\u2013Malaysia Digital Policy Dialogue", "Digital Pakistan",
    ]  # fmt: skip


def test_enter_steps_through_the_mentions_and_round(pane, library, qtbot):
    pane.show_article(library.malaysia)
    choose(pane, "pakistan")
    spans = []
    pane.mention_requested.connect(spans.append)
    for _ in range(3):
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    text = library.malaysia.version.text
    places = [m.span for m in library.malaysia.mentions if m.entity == "pakistan"]

    assert len(places) == 2
    assert spans == [places[0], places[1], places[0], places[1]]
    assert {text[slice(*span)] for span in spans} == {"Pakistan"}


def test_a_click_goes_to_the_first_mention(pane, library, qtbot):
    pane.show_article(library.malaysia)
    row = pane.model.row_of("baku")
    centre = pane.view.visualRect(pane.model.index(row)).center()
    with qtbot.waitSignal(pane.mention_requested) as asked:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    assert library.malaysia.version.text[slice(*asked.args[0])] == "Baku"


def test_headings_cannot_be_chosen_by_arrow_keys(pane, library, qtbot):
    pane.show_article(library.malaysia)
    choose(pane, "ahmad-fahmi")
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)

    assert isinstance(pane.view.currentIndex().data(ROW), NamedEntity)
    assert pane.view.currentIndex().data() == "Ministry of Information Technology"


def test_the_filter_looks_at_names_and_forms(pane, library, qtbot):
    opened = library.malaysia
    alias = replace(opened.mentions[0], surface="the Republic", entity=EntityId("x"), name="Xland")
    pane.show_article(replace(opened, mentions=(*opened.mentions, alias)))
    qtbot.keyClicks(pane.filter, "MALAYS")
    assert listed(pane) == ["[Places]", "Malaysia", "[Initiatives]",
                            "Pakistan\u2013Malaysia Digital Policy Dialogue"]  # fmt: skip
    pane.filter.setText("republic")
    assert listed(pane) == ["[Places]", "Xland"]
    pane.mark("baku")
    assert pane.filter.text() == ""
    assert pane.view.currentIndex().data() == "Baku"


def test_suggestions_stand_apart(pane, library):
    opened = library.malaysia
    guess = replace(opened.mentions[0], entity=EntityId("g"), name="Guess", confidence=0.4)
    pane.show_article(replace(opened, mentions=(*opened.mentions, guess)))

    assert listed(pane)[-2:] == ["[Perhaps also]", "Guess"]
    spoken = pane.model.index(pane.model.row_of("g")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "suggestion" in spoken


def test_a_screen_reader_hears_kind_and_count(pane, library):
    pane.show_article(library.malaysia)
    index = pane.model.index(pane.model.row_of("pakistan"))

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Pakistan, place, named 2 times"


def test_switching_a_kind_off_tells_which_are_left(pane, library, qtbot):
    pane.show_article(library.malaysia)
    with qtbot.waitSignal(pane.kinds_toggled) as toggled:
        pane.switches[EntityKind.PLACE].click()

    assert toggled.args == [set(EntityKind) - {EntityKind.PLACE}]


def test_the_menu_searches_the_library(pane, library, qtbot):
    pane.show_article(library.malaysia)
    menu = pane.menu(pane.model.index(pane.model.row_of("baku")))
    with qtbot.waitSignal(pane.entity_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == ["baku", "Baku"]
    menu.close()
    assert pane.menu(pane.model.index(0)) is None


def test_showing_the_article_anew_keeps_the_mark(pane, library):
    pane.show_article(library.malaysia)
    pane.mark("baku")
    pane.show_article(replace(library.malaysia, bookmarks=()))

    assert pane.view.currentIndex().data() == "Baku"


def test_an_article_without_names_says_so(pane, library):
    pane.show_article(library.article(9, "nothing is named here"))
    assert pane.empty.isVisible()
    pane.show_article(library.malaysia)
    assert pane.view.isVisible()
    pane.show_article(None)
    assert pane.empty.isVisible()


def test_stepping_nowhere_asks_for_nothing(pane, qtbot):
    with qtbot.assertNotEmitted(pane.mention_requested):
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.model.step(5, 1) is None


def test_it_paints_in_both_themes_and_every_control_has_a_name(pane, library):
    pane.show_article(library.malaysia)
    for name in ("light", "dark"):
        pane.set_theme(Theme.load(name))
        assert not pane.grab().isNull()
    for button in pane.findChildren(QAbstractButton):
        if button.metaObject().className() != "QLineEditIconButton":
            assert button.accessibleName()
    assert pane.view.accessibleName()
    assert pane.kinds == set(EntityKind)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_alone_reach_a_mention_and_say_which(pane, library, qtbot, key):
    pane.show_article(library.malaysia)
    pane.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert isinstance(pane.view.currentIndex().data(ROW), NamedEntity)
    choose(pane, "pakistan")
    with qtbot.waitSignal(pane.mention_requested):
        qtbot.keyClick(pane.view, key)
    spoken = pane.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Pakistan, place, named 2 times, at 1 of 2"


def test_the_menu_key_asks_for_the_menu_of_the_current_row(pane, library, qtbot):
    pane.show_article(library.malaysia)
    choose(pane, "baku")
    row = pane.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    pressed = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, row, pane.view.viewport().mapToGlobal(row)
    )
    pane.view.menu_requested.disconnect()  # offscreen, no menu can pop up
    with qtbot.waitSignal(pane.view.menu_requested) as asked:
        QApplication.sendEvent(pane.view, pressed)

    assert asked.args[0].data() == "Baku"
    assert pane.menu(asked.args[0]).actions()


def test_a_bookmark_kept_meanwhile_does_not_lose_the_place_in_the_mentions(pane, library):
    pane.show_article(library.malaysia)
    choose(pane, "pakistan")
    pane.view.chosen.emit(pane.view.currentIndex(), False)
    pane.show_article(replace(library.malaysia, bookmarks=()))
    spoken = pane.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.endswith("at 1 of 2")
