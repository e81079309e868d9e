"""What the panes beside the text follow, and what they lead to, in the real window."""

from pathlib import Path

from sanad.library.records import EntityKind
from sanad.text.spans import Span
from sanad.ui.main_window import MainWindow
from sanad.workspace import keeping
from sanad.workspace.changes import Changes
from sanad.workspace.importing import import_files


def rewrite(window: MainWindow, folder: Path, text: str) -> int:
    """Import a file twice, with *text* the second time, and a bookmark kept in between."""
    file = folder / "notes.txt"
    file.write_text("The fund was launched in March. It is small.\nMore follows.\n")
    library = window.workspace.library
    article = import_files(library, [file], lambda *_: True).rows[0].article
    keeping.keep(window.workspace, article, Span(0, 31), "ask about it")
    file.write_text(text)
    import_files(library, [file], lambda *_: True)
    window.workspace.changes.announce(Changes(articles=frozenset({article})))
    return article


def test_a_passage_that_is_gone_is_counted_and_one_click_away(window: MainWindow, tmp_path: Path):
    assert window.facts.attention.isHidden()
    rewrite(window, tmp_path, "Nothing of it is left. All is new.\n")
    assert window.facts.attention.text() == "1 needs attention"
    window.facts.attention.click()
    row = window.bookmarks.view.currentIndex()

    assert row.data() == "The fund was launched in March."
    assert window.bookmarks.model.rows[row.row()].is_adrift
    assert not window.bookmarks.visibleRegion().isEmpty()
    window.bookmarks.view.chosen.emit(row, False)
    assert window.reader.current.article.title == "Nothing of it is left"
    assert not list(window.reader.pages.current.view.layers.bookmarks)


def test_a_passage_that_only_moved_is_gone_to_where_it_stands_now(
    window: MainWindow, tmp_path: Path
):
    before = "A new beginning, of two sentences. Here it is.\n"
    text = before + "The fund was launched in March. It is small.\nMore follows.\n"
    article = rewrite(window, tmp_path, text)
    (row,) = [row for row in window.bookmarks.model.all if row.bookmark.article == article]

    assert window.facts.attention.isHidden()
    assert not row.is_adrift
    assert row.bookmark.span == Span(len(before), len(before) + 31)
    window.bookmarks.passage_requested.emit(article, row.bookmark.span)
    drawn = [(one.start, one.end) for one in window.reader.pages.current.view.layers.bookmarks]
    assert drawn == [row.bookmark.span]


def test_the_list_of_bookmarks_leads_to_where_passages_stand_now(
    window: MainWindow, tmp_path: Path
):
    before = "A new beginning, of two sentences. Here it is.\n"
    rewrite(window, tmp_path, before + "The fund was launched in March. It is small.\n")
    window.library.place_requested.emit("bookmarks")
    assert window.results.model.row(0).span == Span(len(before), len(before) + 31)


def test_the_list_of_bookmarks_gives_no_place_to_a_passage_that_is_gone(
    window: MainWindow, tmp_path: Path
):
    rewrite(window, tmp_path, "Nothing of it is left. All is new.\n")
    window.library.place_requested.emit("bookmarks")
    assert window.results.model.row(0).span is None


def test_the_outline_marks_the_paragraph_that_is_read(window: MainWindow):
    window.reader.position_changed.emit(3, 5)

    assert window.outline.view.currentIndex().row() == window.outline.model.row_of(3) >= 0


def test_an_initiative_in_the_text_leads_to_its_card(window: MainWindow):
    opened = window.reader.current
    card = opened.initiatives[-1].id
    assert card in {m.entity for m in opened.mentions if m.kind is EntityKind.INITIATIVE}
    window.reader.entity_requested.emit(card)

    assert (
        window.initiatives.model.entry(window.initiatives.view.currentIndex()).initiative.id == card
    )
