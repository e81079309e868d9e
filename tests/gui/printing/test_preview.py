"""The dialog to print from."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pypdf
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sanad.library.records import EntityKind
from sanad.ui.printing.pages import Paper
from sanad.ui.printing.preview import PrintPreview
from sanad.ui.printing.subjects import Subject, subjects
from sanad.ui.theme import Theme

Open = Callable[..., PrintPreview]


@pytest.fixture
def what(make: ModuleType) -> list[Subject]:
    seeds = [make.seed(0, kept={"a pivotal leadership role": "Whose?"}), make.seed(1), make.seed(2)]
    return subjects(
        library="Sample",
        article=seeds[0],
        kept=lambda: seeds,
        results=lambda most: seeds[:most],
        query="digital policy",
    )


@pytest.fixture
def open_preview(qtbot: QtBot, theme: Theme, what: list[Subject]) -> Open:
    def opened(**options: object) -> PrintPreview:
        options.setdefault("paper", Paper.A4)
        preview = PrintPreview(theme, what, **options)  # type: ignore[arg-type]
        qtbot.addWidget(preview)
        preview.show()
        return preview

    return opened


@pytest.fixture
def styled(theme: Theme) -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet(theme.stylesheet())
    yield
    application.setStyleSheet("")


def title(preview: PrintPreview) -> str:
    assert preview.pages is not None
    return preview.pages.briefing.title


def laid_out_anew(qtbot: QtBot, preview: PrintPreview, change: Callable[[], None]) -> None:
    before = preview.pages
    change()
    qtbot.waitUntil(lambda: preview.pages is not before)


def test_it_opens_on_the_article(open_preview: Open) -> None:
    preview = open_preview()
    assert title(preview).startswith("Pakistan is preparing")
    assert preview.status.text() == f"Page 1 of {preview.pages.count}"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("article", "Pakistan is preparing"),
        ("summary", "Pakistan is preparing"),
        ("bookmarks", "Kept passages"),
        ("results", "Results for digital policy"),
    ],
)
def test_what_is_printed_can_be_chosen(
    qtbot: QtBot, open_preview: Open, subject: str, expected: str
) -> None:
    preview = open_preview(subject="results" if subject != "results" else "article")
    laid_out_anew(qtbot, preview, lambda: preview.choices.choose(subject))
    assert title(preview).startswith(expected)


def test_a_longer_summary_has_more_lines(qtbot: QtBot, open_preview: Open) -> None:
    preview = open_preview(subject="summary")
    short = preview.pages.text(1).count("¶")
    laid_out_anew(qtbot, preview, lambda: preview.choices.set_length(60))
    assert preview.pages.text(1).count("¶") > short


@pytest.mark.parametrize("option", ["highlights", "notes", "initiatives", "names", "sources"])
def test_options_change_the_pages_at_once(
    qtbot: QtBot, theme: Theme, make: ModuleType, option: str
) -> None:
    reading = make.seed(
        0, names={"Kuwait": EntityKind.PLACE}, kept={"a pivotal leadership role": "Whose?"}
    )
    preview = PrintPreview(theme, subjects(library="L", article=reading), paper=Paper.A4)
    qtbot.addWidget(preview)
    before = pictures(preview)
    is_on = getattr(preview.choices.contents, option)
    laid_out_anew(qtbot, preview, lambda: preview.choices.set_option(option, not is_on))
    assert pictures(preview) != before


def test_paper_changes_the_pages(qtbot: QtBot, open_preview: Open) -> None:
    preview = open_preview()
    laid_out_anew(qtbot, preview, lambda: preview.choices.set_paper(Paper.LETTER))
    assert preview.pages.paper is Paper.LETTER


def test_only_options_that_matter_are_offered(open_preview: Open) -> None:
    preview = open_preview(subject="summary")
    assert preview.findChild(QSlider).isVisible()
    shown = [
        box.accessibleName() for box in preview.findChildren(QAbstractButton) if box.isVisible()
    ]
    assert "Bookmarks marked in the text" not in shown
    preview.choices.choose("article")
    assert not preview.findChild(QSlider).isVisible()


def test_the_preview_shows_the_pages_that_are_printed(open_preview: Open) -> None:
    preview = open_preview(subject="results")
    view = preview.view
    assert preview.pages.count >= 2
    for number in (1, 2):
        view.go_to(number)
        QApplication.processEvents()
        shown = view.viewport().grab().toImage()
        rect = view._page_rect(number)
        dots = rect.width() / (preview.pages.paper.millimetres.width() / 25.4)
        printed = preview.pages.picture(number, dots)
        height = min(200, shown.height())
        top = rect.top() - view.verticalScrollBar().value()
        seen = shown.copy(rect.left() + 4, top + 4, rect.width() - 8, height)
        assert same(seen, printed.copy(4, 4, rect.width() - 8, height))


def test_saving_writes_the_chosen_pages_and_says_so(
    qtbot: QtBot, open_preview: Open, tmp_path: Path
) -> None:
    preview = open_preview(subject="results")
    preview.choices.set_range("2")
    path = tmp_path / "a.pdf"
    with qtbot.waitSignal(preview.saved) as saved:
        assert preview.save_pdf(path)
    assert saved.args == [path]
    assert len(pypdf.PdfReader(path).pages) == 1
    assert preview.status.text() == f"Saved 1 page as {path}"


def test_a_range_that_is_none_is_said_and_nothing_can_be_printed(
    open_preview: Open, tmp_path: Path
) -> None:
    preview = open_preview()
    preview.choices.set_range("99")
    assert preview.status.text().startswith("There is no page 99")
    assert not button(preview, "Save as PDF").isEnabled()
    assert not preview.save_pdf(tmp_path / "a.pdf")
    preview.choices.set_range("")
    assert button(preview, "Save as PDF").isEnabled()


def test_a_place_that_cannot_be_written_is_said(open_preview: Open, tmp_path: Path) -> None:
    preview = open_preview()
    assert not preview.save_pdf(tmp_path / "missing" / "a.pdf")
    assert "could not be written" in preview.status.text()


def test_nothing_to_print_is_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    preview = PrintPreview(theme, [])
    qtbot.addWidget(preview)
    assert preview.status.text() == "There is nothing to print: open an article first."
    assert not preview.save_pdf(tmp_path / "a.pdf")


def test_pages_are_turned_with_the_keyboard(qtbot: QtBot, open_preview: Open) -> None:
    preview = open_preview(subject="results")
    view = preview.view
    view.setFocus()
    with qtbot.waitSignal(view.page_shown) as shown:
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert shown.args == [2]
    assert preview.status.text().startswith("Page 2 of")
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_page == preview.pages.count
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_page == 1
    width = view._page_rect(1).width()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view._page_rect(1).width() > width
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view._page_rect(1).width() == width


def test_everything_is_reached_with_tab_and_has_a_name(qtbot: QtBot, open_preview: Open) -> None:
    preview = open_preview()
    preview.activateWindow()
    reached: list[QWidget] = []
    for _ in range(30):
        focused = preview.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    for kind in (QLineEdit, QComboBox):
        assert any(isinstance(one, kind) for one in reached)
    names = [one.accessibleName() for one in reached]
    assert all(names)
    for name in ("Pages", "Paper", "Pages to print", "Save as PDF", "Print", "Close"):
        assert name in names


def test_the_page_that_is_shown_can_be_read_aloud(open_preview: Open) -> None:
    preview = open_preview()
    description = preview.view.accessibleDescription()
    assert description.startswith("Page 1 of")
    assert "presidency of the Digital Cooperation Organization" in description


@pytest.mark.usefixtures("styled")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_clipped(qtbot: QtBot, what: list[Subject], scale: float) -> None:
    theme = Theme.load("light", scale)
    QApplication.instance().setStyleSheet(theme.stylesheet())
    preview = PrintPreview(theme, what, paper=Paper.A4)
    qtbot.addWidget(preview)
    preview.show()
    for control in preview.choices.findChildren(QAbstractButton):
        if control.isVisible():
            assert control.width() >= control.sizeHint().width(), control.accessibleName()


def test_it_is_deleted_when_it_is_closed(qtbot: QtBot, theme: Theme, what: list[Subject]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    preview = PrintPreview.show_for(window, theme, what, subject="summary")
    with qtbot.waitSignal(preview.destroyed):
        qtbot.keyClick(preview, Qt.Key.Key_Escape)


def button(preview: PrintPreview, name: str) -> QAbstractButton:
    return next(
        one for one in preview.findChildren(QAbstractButton) if one.accessibleName() == name
    )


def pictures(preview: PrintPreview) -> list[QImage]:
    return [preview.pages.picture(n, 40) for n in range(1, preview.pages.count + 1)]


def same(one: QImage, other: QImage) -> bool:
    """Whether two pictures show the same, a dot of antialiasing apart."""
    assert one.size() == other.size()
    small = QSize(one.width() // 3, one.height() // 3)
    first, second = grey(one, small), grey(other, small)
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first) < 1


def grey(picture: QImage, size: QSize) -> bytes:
    shrunk = picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(shrunk.constBits())
    padded = shrunk.bytesPerLine()
    return b"".join(rows[n * padded :][: size.width()] for n in range(size.height()))
