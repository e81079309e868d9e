"""Related articles below the outline, each with the reason, one key away."""

from PySide6.QtCore import Qt

from sanad.library.records import ArticleId
from sanad.search.protocol import Related
from sanad.ui.main_window import MainWindow


def test_the_open_article_lists_what_is_related_and_why(qtbot, window: MainWindow):
    qtbot.waitUntil(lambda: len(window.related.model.rows) > 0)
    shown = window.reader.current.article.id
    rows = window.related.model.rows
    assert all(row.article != shown and row.reasons for row in rows)
    index = window.related.model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{rows[0].title}. Both speak of {rows[0].reasons[0]}")


def test_enter_opens_a_related_article_and_lists_what_is_related_to_that(qtbot, window: MainWindow):
    qtbot.waitUntil(lambda: len(window.related.model.rows) > 0)
    first = window.related.model.rows[0].article
    window.commands["show_outline"].trigger()
    window.related.view.setCurrentIndex(window.related.model.index(0))
    with qtbot.waitSignal(window.opened.relating.found):
        qtbot.keyClick(window.related.view, Qt.Key.Key_Return)
    assert window.reader.current.article.id == first
    assert all(row.article != first for row in window.related.model.rows)
    assert not window.related.grab().isNull()


def test_an_answer_about_another_article_is_dropped(qtbot, window: MainWindow):
    qtbot.waitUntil(lambda: len(window.related.model.rows) > 0)
    before = window.related.model.rows
    late = [Related(ArticleId(3), "Late", 1.0, ("canal",))]
    window.opened.relating.take(ArticleId(window.reader.current.article.id + 1), late)
    assert window.related.model.rows is before


def test_without_anything_related_the_outline_has_all_the_room(qtbot, window: MainWindow):
    window.commands["show_outline"].trigger()
    window.related.show_related([])
    assert not window.related.isVisible()
