from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from sanad.library.records import EntityKind, Metadata
from sanad.search.matches import MatchSpan, Why
from sanad.text.spans import Span
from sanad.ui.reader.article_view import ArticleView
from sanad.ui.theme import Theme


@pytest.fixture
def view(qtbot, theme) -> ArticleView:
    view = ArticleView(theme)
    qtbot.addWidget(view)
    view.resize(640, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


def span_of(view: ArticleView, words: str) -> Span:
    start = view.toPlainText().index(words)
    return Span(start, start + len(words))


def share(view: ArticleView, words: str, wanted: QColor) -> float:
    """Return the share of pixels of about that colour in *words*, with their underline."""
    picture = view.viewport().grab().toImage()
    seen = [
        QColor(picture.pixel(x, y)).getRgb()[:3]
        for box in view.boxes(*span_of(view, words))
        for y in range(int(box.top), int(box.bottom) + 3)
        for x in range(int(box.left), int(box.right))
    ]
    about = [
        colour
        for colour in seen
        if sum(abs(a - b) for a, b in zip(colour, wanted.getRgb()[:3], strict=True)) < 70
    ]
    return len(about) / len(seen)


def middle_of(view: ArticleView, words: str) -> QPoint:
    return view.boxes(*span_of(view, words))[0].rect.center().toPoint()


def test_what_is_shown_is_the_canonical_text(view, library):
    view.show_article(library.malaysia)

    assert view.document().toPlainText() == library.malaysia.version.text


def test_html_that_is_not_the_text_is_replaced_by_the_text(view, library, caplog):
    opened = library.article(9, "Right & <proper>\nSecond", html="<p>Wrong</p>")
    view.show_article(opened)

    assert view.document().toPlainText() == "Right & <proper>\nSecond"
    assert "does not lay out as its text" in caplog.text


def test_no_resource_is_ever_loaded(view, library, tmp_path):
    secret = tmp_path / "secret.png"
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(secret))
    image, other = QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.HtmlResource
    for one in (view, view.document()):
        loaded = one.loadResource(image.value, QUrl.fromLocalFile(str(secret)))
        assert (loaded.width(), loaded.height()) == (1, 1)
        assert one.loadResource(other.value, QUrl("file:///etc/passwd")) == b" "
    view.show_article(library.article(9, "x", html=f'<p><img src="{secret.as_uri()}"></p>'))

    assert "#ff0000" not in {
        QColor(view.viewport().grab().toImage().pixel(x, 200)).name() for x in range(0, 600, 4)
    }


def test_a_source_cannot_be_set(view, library):
    view.show_article(library.malaysia)
    view.setSource(QUrl("file:///etc/passwd"))

    assert view.document().toPlainText() == library.malaysia.version.text


@pytest.mark.parametrize("url", ["https://example.org/a", "http://example.org", "mailto:a@b.org"])
def test_a_link_to_the_outside_is_only_told(view, qtbot, url):
    with qtbot.waitSignal(view.link_requested) as told:
        view.anchorClicked.emit(QUrl(url))

    assert told.args == [url]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "other.html", "//host/x"],
)
def test_any_other_link_is_refused(view, qtbot, url):
    with qtbot.assertNotEmitted(view.link_requested):
        view.anchorClicked.emit(QUrl(url))


def test_lines_hold_a_comfortable_number_of_letters(view, library):
    view.resize(1400, 700)
    view.show_article(library.malaysia)
    first = view.document().begin().layout()
    lengths = [first.lineAt(n).textLength() for n in range(first.lineCount() - 1)]

    assert all(50 <= length <= 80 for length in lengths)


def test_the_header_says_what_is_known_and_what_is_not(view, library):
    known = Metadata(source="Dawn", date="2025-11")
    view.show_article(library.article(9, "Some words here.", "A title", metadata=known))
    header = view.header

    assert header.title.accessibleName() == "A title"
    assert (header.source.text(), header.date.text()) == ("Dawn", "2025-11")
    assert header.source.property("unknown") is False
    view.show_article(library.malaysia)
    assert (header.source.text(), header.date.text()) == ("Source unknown", "date unknown")
    assert header.source.property("unknown") is True
    assert header.length.text().startswith("3 paragraphs, ")


@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_the_last_line_of_a_title_keeps_its_descenders(view, library, zoom):
    view.show_article(library.article(9, "Some words here.", "Going"))
    view.header.set_zoom(zoom)
    title = view.header.title
    title.resize(600, title.heightForWidth(600))
    picture = title.grab().toImage()
    paper = picture.pixel(picture.width() - 1, 0)
    inked = [
        y
        for y in range(picture.height())
        if any(picture.pixel(x, y) != paper for x in range(picture.width()))
    ]

    assert inked[-1] < picture.height() - 1


def test_the_header_stands_above_the_text_and_scrolls_with_it(view, library):
    view.show_article(library.long)
    first = view.boxes(0, 5)[0]
    assert 0 < view.header.geometry().bottom() < first.top
    before = view.header.y()
    view.verticalScrollBar().setValue(40)

    assert view.header.y() == before - 40


def test_a_text_that_begins_with_its_title_shows_it_once(view, library):
    opened = library.article(
        9, "The title\nThe first paragraph follows, and it is longer.", "The title"
    )
    view.show_article(opened)

    assert view.header.title.isHidden()
    title, paragraph = view.boxes(0, 5)[0], view.boxes(*span_of(view, "The first"))[0]
    assert title.bottom <= view.header.y() <= view.header.geometry().bottom() < paragraph.top


def test_the_citation_is_asked_for_by_keys(view, library, qtbot):
    view.show_article(library.malaysia)
    view.header.cite.setFocus()
    with qtbot.waitSignal(view.citation_requested):
        qtbot.keyClick(view.header.cite, Qt.Key.Key_Space)


def test_layers_are_painted_where_their_words_are(view, library, theme):
    opened = library.malaysia
    view.show_article(opened)
    view.set_hits(
        [
            MatchSpan(*span_of(view, "collaboration")),
            MatchSpan(*span_of(view, "meeting"), Why.STEM),
        ],
        MatchSpan(*span_of(view, "strengthen")),
    )
    hit, current = theme.colour("hit"), theme.colour("current_hit")

    assert share(view, "collaboration", hit) > 0.3
    assert share(view, "strengthen", current) > 0.3
    assert share(view, "meeting", hit) < 0.3
    assert share(view, "meeting", hit.darker(155)) > share(view, "reached", hit.darker(155))
    assert share(view, "Shaza Fatima Khawaja", theme.kind_colour(EntityKind.PERSON)) > 0
    assert share(view, "Baku", theme.kind_colour(EntityKind.PLACE)) > 0
    assert share(view, "sector", hit) == 0


def test_kinds_that_are_switched_off_and_suggestions_are_not_underlined(view, library, theme):
    opened = library.malaysia
    view.show_article(opened)
    person = theme.kind_colour(EntityKind.PERSON)
    view.set_kinds([EntityKind.PLACE])
    assert share(view, "Ahmad Fahmi", person) == 0
    assert view.mention_at(middle_of(view, "Ahmad Fahmi")) is None
    view.set_kinds(list(EntityKind))
    assert share(view, "Ahmad Fahmi", person) > 0
    guess = replace(opened, mentions=tuple(replace(m, confidence=0.4) for m in opened.mentions))
    view.show_article(guess)
    assert share(view, "Ahmad Fahmi", person) == 0


def test_a_bookmark_has_its_ground_and_a_bar_that_can_be_clicked(view, library, theme, qtbot):
    opened = replace(
        library.malaysia,
        bookmarks=(library.bookmark(library.malaysia, "Officials noted that Pakistan"),),
    )
    view.show_article(opened)

    assert share(view, "Officials", theme.colour("bookmark")) > 0.3
    box = view.boxes(*span_of(view, "Officials"))[0]
    bar = QPoint(int(box.left) - 12, int(box.top) + 6)
    with qtbot.waitSignal(view.bookmark_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=bar)
    assert clicked.args == [opened.bookmarks[0].id]


def test_a_mention_is_found_under_the_mouse_and_clicked(view, library, qtbot):
    view.show_article(library.malaysia)
    point = middle_of(view, "Shaza Fatima Khawaja")
    assert view.mention_at(point).name == "Shaza Fatima Khawaja"
    with qtbot.waitSignal(view.mention_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert clicked.args[0].name == "Shaza Fatima Khawaja"
    assert view.mention_at(middle_of(view, "strengthen")) is None


def test_a_selection_is_told_without_the_blanks_around_it(view, library, qtbot):
    view.show_article(library.malaysia)
    start, end = span_of(view, "in the digital")
    with qtbot.waitSignal(view.selection_settled, check_params_cb=lambda span: span is not None):
        view.select(Span(start - 1, end + 1))

    assert view.selected_span() == (start, end)
    assert view.createMimeDataFromSelection().text() == "in the digital"
    assert not view.createMimeDataFromSelection().hasHtml()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "in the digital"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_offsets_count_code_points_after_an_emoji(view, library):
    opened = library.article(
        9, "\U0001f600\U0001f600 Shaza Fatima Khawaja spoke \U0001f600 in Baku."
    )
    view.show_article(opened)
    mention = opened.mentions[1]
    view.select(mention.span)

    assert view.textCursor().selectedText() == "Baku"
    assert view.selected_span() == mention.span
    assert view.mention_at(view.boxes(*mention.span)[0].rect.center().toPoint()) == mention


def test_words_of_both_directions_have_their_own_boxes(view, library):
    urdu = "\u067e\u0627\u06a9\u0633\u062a\u0627\u0646 \u0646\u06d2 Digital Pakistan \u06a9\u0627"
    view.show_article(
        library.article(9, urdu + " \u0627\u0639\u0644\u0627\u0646 \u06a9\u06cc\u0627\u06d4")
    )
    country = view.boxes(0, 7)
    english = view.boxes(*span_of(view, "Digital Pakistan"))
    across = view.boxes(8, span_of(view, "Digital").end)

    assert len(country) == len(english) == 1
    assert english[0].right < country[0].left
    assert len(across) == 2
    assert view.mention_at(country[0].rect.center().toPoint()).start == 0


def test_the_topmost_line_stays_when_size_zoom_and_theme_change(view, library):
    view.show_article(library.long)
    view.scroll_to(4000, 0.0)
    offset, _ = view.topmost()
    view.resize(480, 600)
    assert abs(view.topmost()[0] - offset) < 80
    view.set_zoom(1.6)
    assert abs(view.topmost()[0] - offset) < 80
    view.set_theme(Theme.load("dark"))
    assert abs(view.topmost()[0] - offset) < 80


def test_a_place_far_down_a_long_text_is_reached_and_told(view, library, qtbot):
    view.show_article(library.long)
    last = library.long.version.sentences[-1]
    with qtbot.waitSignal(view.position_changed) as told:
        view.flash(*last.span)

    boxes = view.boxes(*last.span)
    assert boxes[0].top >= 0
    assert boxes[-1].bottom <= view.viewport().height()
    assert told.args[0] > 100
    assert view.layers.flash == last.span


def test_what_can_be_read_as_it_is_does_not_scroll(view, library):
    view.show_article(library.long)
    view.scroll_to(4000, 0.0)
    before = view.verticalScrollBar().value()
    visible = view.offset_at(QPoint(200, 300))
    view.reveal(visible, visible + 4)

    assert view.verticalScrollBar().value() == before


def test_plain_keys_scroll_and_shift_selects(view, library, qtbot):
    view.show_article(library.long)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        before = view.verticalScrollBar().value()
        qtbot.keyClick(view, key)
        assert view.verticalScrollBar().value() > before
    qtbot.keyClick(view, Qt.Key.Key_End)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: 0 < bar.value() == bar.maximum())
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(
        view,
        Qt.Key.Key_Right,
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
    )
    assert view.selected_span() == Span(0, len("Paragraph"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_span() is None


def test_enter_at_the_caret_follows_a_mention(view, library, qtbot):
    view.show_article(library.malaysia)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.mention_clicked) as clicked:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert clicked.args[0].name == "Pakistan"


def test_the_keyboard_s_focus_shows_as_a_line_that_stays_at_the_edge(view, library, theme, qtbot):
    view.show_article(library.long)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    accent = theme.colour("accent").name()
    for down in (0, 300):
        view.verticalScrollBar().setValue(down)
        picture = view.viewport().grab().toImage()
        assert QColor(picture.pixel(5, 0)).name() == accent
        assert QColor(picture.pixel(5, 6)).name() == theme.colour("paper").name()


def test_an_empty_article_can_be_shown(view, library):
    view.show_article(library.article(9, ""))

    assert view.document().toPlainText() == ""
    assert view.sentence_in_view() is None
    assert view.topmost() == (0, 0.0)


def test_sentence_numbers_stand_at_paragraphs_and_on_demand_everywhere(view, library):
    view.show_article(library.malaysia)
    assert [start.number for start in view.layers.numbers] == [1, 3, 5]
    view.number_sentences(True)
    assert [start.number for start in view.layers.numbers] == [1, 2, 3, 4, 5, 6]


def test_pictures_are_painted_at_every_size_in_both_themes(view, library):
    view.show_article(library.malaysia)
    for name in ("light", "dark"):
        view.set_theme(Theme.load(name))
        paper = Theme.load(name).colour("paper").name()
        for width in (200, 640, 1600):
            view.resize(width, 500)
            picture = view.viewport().grab().toImage()
            assert QColor(picture.pixel(2, 490)).name() == paper


@pytest.mark.parametrize(("level", "pixels"), [(1, 25), (2, 20), (3, 17), (6, 17)])
def test_headings_have_the_sizes_of_the_design(view, library, level, pixels):
    html = f"<h{level}>One <code>and</code> two</h{level}><p>Text.</p>"
    view.show_article(library.article(9, "One and two\nText.", "Another title", html=html))
    runs = view.document().begin().layout().lineAt(0).glyphRuns()

    assert {run.rawFont().pixelSize() for run in runs} == {pixels}
    view.set_zoom(2.0)
    runs = view.document().begin().layout().lineAt(0).glyphRuns()
    assert {run.rawFont().pixelSize() for run in runs} == {2 * pixels}


def test_the_title_above_the_text_is_set_as_a_title_in_the_text(view, library):
    article = library.article(9, "Text of it.", "A title that is long enough for two lines " * 2)
    view.show_article(article)
    title = view.header.title
    two_lines = title.heightForWidth(title.width())
    title.setFixedWidth(10_000)
    one_line = title.heightForWidth(10_000)

    assert title.font().pixelSize() == 25
    assert 30 <= (two_lines - one_line) / round((two_lines - one_line) / 31) <= 32


def test_the_menu_key_opens_the_menu_within_the_text_wherever_the_caret_is(view, library, qtbot):
    view.show_article(library.long)
    view.scroll_to_end()
    hidden = view.cursorRect().center()
    assert not view.viewport().rect().contains(hidden)
    pressed = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, hidden, view.viewport().mapToGlobal(hidden)
    )
    with qtbot.waitSignal(view.menu_requested) as asked:
        QApplication.sendEvent(view.viewport(), pressed)
    mention, at = asked.args

    assert mention is None
    assert view.viewport().rect().contains(view.viewport().mapFromGlobal(at))
