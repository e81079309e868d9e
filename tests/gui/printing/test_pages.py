"""The pages: complete, the same everywhere, headings with their text, readable without colour."""

from collections.abc import Callable
from datetime import date
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument

from sanad.library.records import EntityKind
from sanad.summaries.briefing import Briefing, Line, Remark, Section
from sanad.summaries.compose import Contents, briefing_of_article, briefing_of_bookmarks
from sanad.text.markdown import render_markdown
from sanad.ui.printing.document import PaperDocument
from sanad.ui.printing.pages import Pages, Paper, paper_of_locale
from sanad.ui.theme import Theme

LayOut = Callable[..., Pages]
MADE_ON = date(2026, 11, 21)
URDU = "وفاقی کابینہ نے اسلام آباد میں ڈیجیٹل پالیسی 2025 (Digital Policy) کی منظوری دے دی ہے۔"


def text_of(pages: Pages) -> str:
    return "\n".join(pages.text(number) for number in range(1, pages.count + 1))


def words_of(pages: Pages) -> list[str]:
    return text_of(pages).split()


def test_every_word_of_an_article_stands_on_its_pages_once(
    article: Briefing, lay_out: LayOut, make: ModuleType
) -> None:
    pages = lay_out(article)
    assert pages.count > 1
    words = " ".join(words_of(pages))
    for paragraph in make.seed(0).version.text.split("\n"):
        said = " ".join(paragraph.split())
        for part in (said[:60], said[-60:]):
            assert words.count(part) == 1 or "leadership role" in part


def test_every_line_of_a_digest_stands_on_its_pages(digest: Briefing, lay_out: LayOut) -> None:
    words = " ".join(words_of(lay_out(digest)))
    lines = [item for one in digest.sections for item in one.items if isinstance(item, Line)]
    assert lines
    for line in lines:
        assert " ".join(line.text.split()) in words


@pytest.mark.parametrize("paper", Paper)
def test_no_heading_stands_alone_at_the_end_of_a_page(
    digest: Briefing, lay_out: LayOut, paper: Paper
) -> None:
    pages = lay_out(digest, paper)
    for number in range(1, pages.count + 1):
        assert pages.text(number).split("\n")[-1] not in (*digest.headings, "Sources")


def test_a_heading_is_pushed_to_the_next_page_with_its_first_line(lay_out: LayOut) -> None:
    for filling in range(36, 60):
        remarks = tuple(Remark(f"Remark {number}.") for number in range(filling))
        sections = (Section("First", remarks), Section("Second", (Remark("The end."),)))
        pages = lay_out(Briefing("T", "S", "L", MADE_ON, sections, ()))
        last_lines = [pages.text(n).split("\n")[-1] for n in range(1, pages.count + 1)]
        assert "Second" not in last_lines


def test_no_single_line_of_a_paragraph_is_left_behind(make: ModuleType, lay_out: LayOut) -> None:
    source = "\n".join(f"Start{n} {'and so on ' * 40}End{n}." for n in range(30))
    pages = lay_out(briefing_of_article(make.reading(source), library="Sample", made_on=MADE_ON))
    for number in range(1, pages.count):
        here, there = pages.text(number).split("\n"), pages.text(number + 1).split("\n")
        assert not here[-1].startswith("Start")
        assert not there[0].endswith(".")


def test_a_note_stays_with_its_passage(make: ModuleType, lay_out: LayOut) -> None:
    source = " ".join(f"Passage {n} says something of its own." for n in range(60))
    kept = {f"Passage {n} says something of its own.": f"Note {n}!" for n in range(60)}
    pages = lay_out(
        briefing_of_bookmarks([make.reading(source, kept=kept)], library="L", made_on=MADE_ON)
    )
    assert pages.count > 1
    for number in range(1, pages.count + 1):
        assert pages.text(number).count("own.\u00a0[") == pages.text(number).count("Note")


def test_rows_of_a_table_are_not_split_and_its_head_is_repeated(
    make: ModuleType, lay_out: LayOut
) -> None:
    rows = "\n".join(f"| Row{n} | {'many words ' * 12}End{n} |" for n in range(40))
    rendering = render_markdown(f"| Name | Text |\n|---|---|\n{rows}\n")
    reading = make.reading("", rendering=rendering)
    pages = lay_out(briefing_of_article(reading, library="L", made_on=MADE_ON))
    assert pages.count > 1
    for number in range(1, pages.count + 1):
        text = pages.text(number)
        assert text.count("Row") == text.count("End")
        if "Row" in text:
            assert "Name" in text


def test_letter_is_wider_and_shorter_than_a4(article: Briefing, lay_out: LayOut) -> None:
    a4, letter = (
        lay_out(article, Paper.A4).picture(1, 72),
        lay_out(article, Paper.LETTER).picture(1, 72),
    )
    assert (a4.width(), a4.height()) == (595, 842)
    assert (letter.width(), letter.height()) == (612, 792)


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", Paper.LETTER), ("en_GB", Paper.A4), ("ur_PK", Paper.A4), ("de_DE", Paper.A4)],
)
def test_paper_follows_the_locale(locale: str, paper: Paper) -> None:
    assert paper_of_locale(QLocale(locale)) is paper


def test_a_page_looks_the_same_at_every_resolution(article: Briefing, lay_out: LayOut) -> None:
    """What is read on a screen at 96 dots an inch stands where a printer puts it at 300."""
    pages = lay_out(article)
    fine = shrunk(pages.picture(1, 300), QSize(110, 156))
    coarse = shrunk(pages.picture(1, 96), QSize(110, 156))
    a_line_off = fine.copy(0, 3, 110, 156)
    assert difference(fine, coarse) < difference(fine, a_line_off) / 5


def test_the_same_briefing_gives_the_same_picture(article: Briefing, theme: Theme) -> None:
    first, second = (Pages(article, theme, Paper.A4).picture(1, 60) for _ in range(2))
    assert first == second


def test_kinds_and_kept_passages_are_told_apart_without_colour(
    make: ModuleType, lay_out: LayOut
) -> None:
    source = "The word here and there."
    pictures = []
    for kind in EntityKind:
        reading = make.reading(source, names={"word": kind})
        contents = Contents(underlines=True, initiatives=False, sources=False)
        pictures.append(
            grey(lay_out(briefing_of_article(reading, contents, library="L", made_on=MADE_ON)))
        )
    reading = make.reading(source, kept={"word": ""})
    contents = Contents(initiatives=False, sources=False)
    pictures.append(
        grey(lay_out(briefing_of_article(reading, contents, library="L", made_on=MADE_ON)))
    )
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert one != other


def test_an_urdu_paragraph_runs_from_right_to_left(make: ModuleType, lay_out: LayOut) -> None:
    reading = make.reading(URDU)
    contents = Contents(initiatives=False, sources=False)
    pages = lay_out(briefing_of_article(reading, contents, library="L", made_on=MADE_ON))
    picture = pages.picture(1, 60)
    body = range(140, 200)
    left = ink(picture, range(60, 90), body)
    right = ink(picture, range(420, 450), body)
    assert right > 3 * max(left, 1)


@pytest.mark.parametrize("source", ["", "One.", "x" * 5000])
def test_any_article_has_at_least_one_page(source: str, make: ModuleType, lay_out: LayOut) -> None:
    pages = lay_out(briefing_of_article(make.reading(source), library="L", made_on=MADE_ON))
    assert pages.count >= 1
    assert not pages.picture(1, 30).isNull()


def test_the_header_names_the_sections_of_the_page(digest: Briefing, lay_out: LayOut) -> None:
    pages = lay_out(digest)
    headings = [pages.running_heading(number) for number in range(1, pages.count + 1)]
    assert headings[0] == "Summary"
    assert "Sources" in headings[-1]
    assert all(headings)
    for number, heading in enumerate(headings[1:], start=2):
        if not pages.text(number).startswith(heading.split(" · ")[0]):
            assert heading.split(" · ")[0] == headings[number - 2].split(" · ")[-1]


def test_the_paper_document_opens_nothing(digest: Briefing, theme: Theme) -> None:
    document = PaperDocument(digest, theme, 1000)
    image = document.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("file:///dev/zero")
    )
    assert isinstance(image, QImage)
    assert image.size() == QSize(1, 1)
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert document.loadResource(style, QUrl("file:///etc/passwd")) == b" "


def shrunk(picture: QImage, size: QSize) -> QImage:
    return picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of two pictures in grey, 0 to 255."""
    a, b = greys(one), greys(other)
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def grey(pages: Pages) -> bytes:
    return greys(pages.picture(1, 100))


def greys(picture: QImage) -> bytes:
    """Return the grey values of *picture*, row by row, without what pads the rows."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows, padded = bytes(grey.constBits()), grey.bytesPerLine()
    return b"".join(rows[n * padded :][: grey.width()] for n in range(grey.height()))


def ink(picture: QImage, columns: range, rows: range) -> int:
    """Return how many pixels are dark."""
    return sum(picture.pixelColor(x, y).lightness() < 128 for x in columns for y in rows)
