"""Sentences the window says: notices, errors with details, passing notes, links, reports."""

from datetime import UTC, datetime
from pathlib import Path, PurePath

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from sanad.library.records import Article, ArticleId, Metadata, Version
from sanad.text.sentences import sentences
from sanad.text.spans import Span
from sanad.ui.citation import cited
from sanad.ui.dialogs.import_report import ImportReportDialog, has_refusals, summary_of
from sanad.ui.dialogs.link import LinkDialog
from sanad.ui.drop_overlay import DropOverlay
from sanad.ui.message_bar import MessageBar, Toast
from sanad.ui.models.import_report import ImportReportModel
from sanad.ui.theme import Theme
from sanad.workspace.importing import ImportReport, ImportRow, Outcome


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme.load("light")


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    widget.resize(800, 600)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def test_an_error_is_a_sentence_with_details_to_copy(theme: Theme, window: QWidget):
    bar = MessageBar(theme, window)
    assert bar.sentence == ""
    bar.show_error("The disk is full.", "OSError 28")
    assert bar.sentence == "The disk is full."
    button(bar, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "The disk is full.\n\nOSError 28"
    bar.dismiss()
    assert bar.sentence == ""


def test_a_note_offers_to_undo_and_goes_away_when_that_is_done(theme: Theme, window: QWidget):
    undone: list[bool] = []
    toast = Toast(theme, window)
    toast.say("Removed “An article”", "Undo", lambda: undone.append(True))
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())
    button(toast, "Undo").click()
    assert undone == [True]
    assert toast.sentence == ""


def test_the_overlay_covers_the_window_and_follows_its_size(theme: Theme, window: QWidget):
    overlay = DropOverlay(theme, window)
    overlay.say("Drop to import")
    assert overlay.geometry() == window.rect()
    window.resize(500, 400)
    assert overlay.geometry() == window.rect()
    assert not overlay.grab().isNull()


@pytest.mark.parametrize(
    ("address", "may_open"),
    [("https://example.org/a", True), ("mailto:a@example.org", True), ("file:///etc/passwd", False),
     ("javascript:alert(1)", False)],
)  # fmt: skip
def test_only_addresses_of_the_web_and_of_mail_are_offered(
    qtbot, window: QWidget, address: str, may_open: bool
):
    dialog = LinkDialog(address, window)
    dialog.show()
    assert button(dialog, "Open in browser").isVisible() == may_open
    button(dialog, "Copy address").click()
    assert QGuiApplication.clipboard().text() == address
    dialog.close()


def rows() -> ImportReport:
    return ImportReport(
        (
            ImportRow(Path("/in/a.txt"), Outcome.ADDED, "", ArticleId(7), "A title"),
            ImportRow(Path("/in/=b.txt"), Outcome.SKIPPED, "=b.txt is empty."),
        )
    )


def test_the_report_opens_an_article_and_no_cell_is_a_formula(qtbot, theme: Theme, window: QWidget):
    dialog = ImportReportDialog(rows(), theme, window)
    dialog.show()
    with qtbot.waitSignal(dialog.article_requested) as asked:
        dialog.table.activated.emit(dialog.table.model().index(0, 0))
    assert asked.args == [7]
    dialog.close()
    assert summary_of(rows()) == "1 added, 1 refused"
    assert has_refusals(rows())
    lines = ImportReportModel(rows().rows).as_csv().splitlines()
    assert lines[2] == "/in/=b.txt,skipped,'=b.txt is empty."


def article(**metadata: str) -> tuple[Article, Version]:
    text = "One agreed. Two signed.\nThree left."
    when = datetime(2026, 1, 1, tzinfo=UTC)
    return (
        Article(ArticleId(1), 1, "A title", title_is_derived=True, metadata=Metadata(**metadata),
                file_name="a.txt", path=PurePath("a.txt"), imported_at=when, words=6),
        Version(ArticleId(1), 1, text, "", sentences(text), (), "", when),
    )  # fmt: skip


def test_a_citation_says_what_is_unknown_and_counts_sentences():
    about, version = article()
    assert cited(about, version, Span(12, 35)) == (
        "“Two signed. Three left.” (“A title”, source unknown, undated, file a.txt, ¶1 S2\u2013S3)"
    )


def test_a_citation_of_the_whole_article_names_author_source_and_date():
    about, version = article(author="N. N.", source="Dawn", date="2025-06", url="https://x.org")
    assert cited(about, version, None) == (
        "N. N., “A title”, Dawn, 2025-06, https://x.org, file a.txt."
    )
