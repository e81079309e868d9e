from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sanad.initiatives.model import Evidence as Source
from sanad.initiatives.model import Statement, StatusEvent
from sanad.library.records import InitiativeId
from sanad.ui.models.initiatives import Card, Evidence, OtherArticle
from sanad.ui.models.rows import ROW
from sanad.ui.panes.initiatives import InitiativesPane
from sanad.ui.theme import Theme


@pytest.fixture
def pane(in_sight, theme) -> InitiativesPane:
    return in_sight(InitiativesPane(theme))


@pytest.fixture
def opened(library):
    return replace(library.malaysia, initiatives=library.initiatives())


def spoken(index) -> str:
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_card_says_status_parties_and_kind(pane, opened):
    pane.show_article(opened, {})
    dialogue, vision = (pane.model.index(row) for row in range(2))

    assert dialogue.data() == "Pakistan\u2013Malaysia Digital Policy Dialogue"
    assert dialogue.data(ROW).facts == "Malaysia \u00b7 dialogue"
    assert dialogue.data(ROW).status == "planned"
    assert spoken(dialogue) == (
        "Pakistan\u2013Malaysia Digital Policy Dialogue, not stated as done: planned, "
        "Malaysia \u00b7 dialogue, 2 sentences"
    )
    assert spoken(vision) == "Digital Pakistan, status not stated, vision, 1 sentence"
    first = pane.model.index(0, 0, dialogue)
    assert spoken(first).startswith(
        "Sentence 1, not stated as done: planned, with Malaysia: Pakistan and Malaysia have agreed"
    )


def test_every_value_has_its_sentence_below_the_card(pane, opened):
    pane.show_article(opened, {})
    rows = pane.model.index(0).data(ROW).evidence

    assert [row.number for row in rows] == [1, 5]
    assert rows[0].says == ("\u25cb planned", "with Malaysia")
    assert "Digital Policy Dialogue" in rows[0].quote
    assert rows[1].says == ()


def test_what_happened_is_marked_apart_from_what_is_hoped(pane, opened):
    first, second = opened.initiatives
    sentence = first.sentences[0]
    events = tuple(
        StatusEvent("launched", statement, "2018", Source("launched", sentence, "rule"))
        for statement in Statement
    )
    pane.show_article(replace(opened, initiatives=(replace(first, events=events), second)), {})
    said = pane.model.index(0).data(ROW).evidence[0].says

    assert said[0] == "\u25cf launched 2018"
    assert said[1] == "\u25cb launched 2018"
    assert len({*said[:4]}) == 4


def test_long_sentences_are_quoted_around_the_name(pane, library):
    text = "Before it came " + "much and more " * 30 + "the Digital Pakistan vision" + " of it" * 40
    article = library.article(9, text + ".")
    name = article.version.text.index("Digital Pakistan")
    initiative = replace(
        library.initiatives()[1],
        mentions=(article.version.sentences[0].span._replace(start=name, end=name + 16),),
        sentences=(article.version.sentences[0].span,),
    )
    pane.show_article(replace(article, initiatives=(initiative,)), {})
    quote = pane.model.index(0).data(ROW).evidence[0].quote

    assert "Digital Pakistan" in quote
    assert quote.startswith("\u201c\u2026")
    assert quote.endswith("\u2026\u201d")
    assert len(quote) < 170
    assert quote[2:-2] in text


def test_enter_on_a_sentence_asks_for_it(pane, opened, qtbot):
    pane.show_article(opened, {})
    pane.view.setCurrentIndex(pane.model.index(0))
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.sentence_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert asked.args == [2, opened.version.sentences[4].span]


def test_a_click_on_a_sentence_asks_for_it(pane, opened, qtbot):
    pane.show_article(opened, {})
    row = pane.model.index(0, 0, pane.model.index(0))
    with qtbot.waitSignal(pane.sentence_requested) as asked:
        qtbot.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, pos=pane.view.visualRect(row).center()
        )

    assert asked.args == [2, opened.version.sentences[0].span]


def test_choosing_a_card_opens_it_and_goes_to_its_first_sentence(pane, opened, qtbot):
    pane.show_article(opened, {})
    card = pane.model.index(1)
    pane.view.collapse(card)
    pane.view.setCurrentIndex(card)
    with qtbot.waitSignal(pane.sentence_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert pane.view.isExpanded(card)
    assert asked.args == [2, opened.version.sentences[2].span]


def test_right_and_left_open_and_close_a_card(pane, opened, qtbot):
    pane.show_article(opened, {})
    pane.view.setCurrentIndex(pane.model.index(0))
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert not pane.view.isExpanded(pane.model.index(0))
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert pane.view.isExpanded(pane.model.index(0))


def test_other_articles_that_name_it_can_be_opened(pane, opened, library, qtbot):
    pane.show_article(opened, {InitiativeId("vision"): [library.long.article]})
    card = pane.model.index(1)
    last = pane.model.index(pane.model.rowCount(card) - 1, 0, card)
    assert isinstance(last.data(ROW), OtherArticle)
    assert spoken(last) == "Also named in A long one"
    with qtbot.waitSignal(pane.article_requested) as asked:
        pane.view.chosen.emit(last, False)

    assert asked.args == [3]


def test_many_cards_start_with_only_the_first_open(pane, opened):
    four = tuple(
        replace(one, id=InitiativeId(f"{one.id}{n}")) for one in opened.initiatives for n in (1, 2)
    )
    pane.show_article(replace(opened, initiatives=four), {})
    assert [pane.view.isExpanded(pane.model.index(row)) for row in range(4)] == [
        True, False, False, False,
    ]  # fmt: skip
    pane.view.expand(pane.model.index(2))
    pane.show_article(replace(opened, initiatives=four), {})
    assert pane.view.isExpanded(pane.model.index(2))


def test_no_initiative_is_a_designed_answer(pane, library, opened):
    pane.show_article(library.short, {})
    assert pane.empty.isVisible()
    pane.show_article(opened, {})
    assert not pane.empty.isVisible()
    pane.show_article(None, {})
    assert pane.empty.isVisible()


def test_marking_an_initiative_opens_its_card(pane, opened):
    pane.show_article(opened, {})
    pane.view.collapseAll()
    pane.mark("vision")

    assert pane.view.currentIndex().data(ROW).initiative.id == "vision"
    assert pane.view.isExpanded(pane.model.index(1))


def test_the_tree_is_sound(pane, opened, qtmodeltester):
    pane.show_article(opened, {})
    qtmodeltester.check(pane.model)
    card = pane.model.index(0)
    assert isinstance(card.data(ROW), Card)
    assert isinstance(pane.model.index(0, 0, card).data(ROW), Evidence)


def test_it_paints_at_any_width_in_both_themes(pane, opened, library):
    pane.show_article(opened, {InitiativeId("vision"): [library.long.article]})
    pane.view.expandAll()
    for name in ("light", "dark"):
        pane.set_theme(Theme.load(name, scale=2.0))
        for width in (130, 312, 700):
            pane.resize(width, 600)
            assert not pane.grab().isNull()


def test_the_menu_of_a_card_searches_and_that_of_a_sentence_copies(pane, opened, qtbot):
    pane.show_article(opened, {})
    card = pane.model.index(0)
    with qtbot.waitSignal(pane.initiative_requested) as asked:
        pane.menu(card).actions()[0].trigger()
    pane.menu(pane.model.index(1, 0, card)).actions()[1].trigger()

    assert asked.args == ["Pakistan\u2013Malaysia Digital Policy Dialogue"]
    sentence = opened.version.sentences[4]
    copied = QGuiApplication.clipboard().text()
    assert copied == opened.version.text[sentence.start : sentence.end]


def test_showing_the_article_anew_keeps_the_marked_sentence(pane, opened):
    pane.show_article(opened, {})
    sentence = pane.model.index(1, 0, pane.model.index(0))
    pane.view.setCurrentIndex(sentence)
    pane.show_article(replace(opened), {})

    assert pane.view.currentIndex().data() == pane.model.index(1, 0, pane.model.index(0)).data()
