import pytest
from PySide6.QtCore import Qt

from sanad.ui.models.outline import parts
from sanad.ui.panes.outline import OutlinePane
from sanad.ui.theme import Theme


@pytest.fixture
def pane(in_sight, theme) -> OutlinePane:
    return in_sight(OutlinePane(theme))


def test_paragraphs_are_listed_with_their_numbers(pane, library):
    pane.show_article(library.malaysia)
    spoken = [pane.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]

    assert [line[:22] for line in spoken] == [
        "Paragraph 1: Pakistan ", "Paragraph 2: Officials", "Paragraph 3: Both mini",
    ]  # fmt: skip


def test_headings_are_known_with_their_level(pane, library):
    html = "<h1>One &amp; <em>all</em></h1><p>Text.</p><h2>Two</h2><p>Two</p>"
    opened = library.article(9, "One & all\nText.\nTwo\nTwo", html=html)

    assert [part.level for part in parts(opened.version)] == [1, 0, 2, 0]
    pane.show_article(opened)
    spoken = pane.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Heading 2, paragraph 3: Two"


def test_enter_goes_to_the_first_sentence_of_a_paragraph(pane, library, qtbot):
    pane.show_article(library.malaysia)
    pane.mark(2)
    with qtbot.waitSignal(pane.sentence_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert asked.args == [library.malaysia.version.sentences[2].span]


def test_nothing_open_says_so(pane, library):
    assert pane.empty.isVisible()
    pane.show_article(library.malaysia)
    assert pane.view.isVisible()


def test_it_paints_in_both_themes(pane, library):
    pane.show_article(library.malaysia)
    for name in ("light", "dark"):
        pane.set_theme(Theme.load(name, scale=2.0))
        assert not pane.grab().isNull()


def test_what_is_chosen_here_stays_chosen_while_the_text_scrolls_to_it(pane, library, qtbot):
    pane.show_article(library.malaysia)
    pane.mark(3)
    pane.view.setFocus()
    pane.mark(2)

    assert pane.view.currentIndex().row() == 2
