"""The PDF, as another program reads it."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from sanad.errors import SanadError
from sanad.library.records import Metadata
from sanad.summaries.briefing import Briefing
from sanad.summaries.compose import Contents, briefing_of_article, briefing_of_summaries
from sanad.ui.printing.pages import Pages, Paper
from sanad.ui.printing.pdf import write_pages, write_pdf
from sanad.ui.printing.printer import print_pages

LayOut = Callable[..., Pages]
MADE_ON = date(2026, 11, 21)
URDU = "وفاقی کابینہ نے اسلام آباد میں ڈیجیٹل پالیسی کی منظوری دے دی ہے۔"


def words(text: str) -> list[str]:
    return text.split()


def test_title_author_and_creator_are_set(make: ModuleType, tmp_path: Path) -> None:
    stated = Metadata(title="Digital futures", author="A. Author")
    reading = make.reading("The council met in Kuwait.", metadata=stated)
    path = tmp_path / "a.pdf"
    write_pdf(briefing_of_article(reading, library="L", made_on=MADE_ON), path, "A4")
    metadata = pypdf.PdfReader(path).metadata
    assert metadata is not None
    assert (metadata.title, metadata.author, metadata.creator) == (
        "Digital futures",
        "A. Author",
        "Sanad",
    )


@pytest.mark.parametrize("paper", Paper)
def test_the_pdf_has_the_pages_of_the_preview_word_for_word(
    digest: Briefing, lay_out: LayOut, tmp_path: Path, paper: Paper
) -> None:
    pages = lay_out(digest, paper)
    path = tmp_path / "a.pdf"
    assert write_pdf(digest, path, paper.value) == pages.count
    written = pypdf.PdfReader(path).pages
    assert len(written) == pages.count
    for number, page in enumerate(written, start=1):
        text = page.extract_text()
        assert f"{number} of {pages.count}" in " ".join(words(text))
        for word in words(pages.text(number).replace("\u2026", "...")):
            if word.isascii() and word.isalpha():
                assert word in text
        assert (round(page.mediabox.width), round(page.mediabox.height)) == {
            Paper.A4: (595, 842),
            Paper.LETTER: (612, 792),
        }[paper]


def test_lines_beyond_a_page_are_not_hidden_in_it(
    digest: Briefing, lay_out: LayOut, tmp_path: Path
) -> None:
    pages = lay_out(digest)
    path = tmp_path / "a.pdf"
    write_pages(pages, path)
    text = " ".join(words(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)))
    for number in range(1, pages.count + 1):
        last = pages.text(number).split("\n")[-1]
        if len(last) > 40 and last.isascii():
            assert text.count(last) == 1


def test_a_printer_gets_the_same_pages(digest: Briefing, lay_out: LayOut, tmp_path: Path) -> None:
    pages = lay_out(digest)
    write_pages(pages, tmp_path / "pdf.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    print_pages(pages, printer, list(range(1, pages.count + 1)))
    saved, printed = (pypdf.PdfReader(tmp_path / name).pages for name in ("pdf.pdf", "print.pdf"))
    assert len(saved) == len(printed) == pages.count
    for one, other in zip(saved, printed, strict=True):
        assert words(one.extract_text()) == words(other.extract_text())
        assert one.mediabox == other.mediabox


def test_some_pages_only(digest: Briefing, lay_out: LayOut, tmp_path: Path) -> None:
    pages = lay_out(digest)
    write_pages(pages, tmp_path / "a.pdf", [2, 3])
    written = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert len(written) == 2
    assert f"2 of {pages.count}" in " ".join(words(written[0].extract_text()))


def test_places_link_within_the_document_and_addresses_to_the_web(
    make: ModuleType, tmp_path: Path
) -> None:
    stated = Metadata(title="T", url="https://example.org/story")
    reading = make.reading("The council met in Kuwait. It agreed on a fund.", metadata=stated)
    path = tmp_path / "a.pdf"
    write_pdf(briefing_of_summaries([reading], library="L", made_on=MADE_ON), path)
    reader = pypdf.PdfReader(path)
    links = [
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", [])
    ]
    addresses = [link["/A"]["/URI"] for link in links if "/A" in link]
    targets = {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert set(addresses) == {"https://example.org/story"}
    assert targets == {"source-1"}
    assert targets <= set(reader.named_destinations)


def test_places_in_a_full_article_lead_to_its_sentences(article: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_pdf(article, path)
    reader = pypdf.PdfReader(path)
    targets = {
        str(annotation.get_object()["/Dest"])
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation.get_object()
    }
    assert {"s1-1"} <= targets <= set(reader.named_destinations)


def test_urdu_can_be_selected_and_found(make: ModuleType, tmp_path: Path) -> None:
    contents = Contents(initiatives=False, sources=False)
    path = tmp_path / "a.pdf"
    write_pdf(briefing_of_article(make.reading(URDU), contents, library="L", made_on=MADE_ON), path)
    extracted = unicodedata.normalize("NFKC", pypdf.PdfReader(path).pages[0].extract_text())
    letters = re.sub(r"\s", "", extracted)
    for word in ("کابینہ", "ڈیجیٹل", "منظوری"):
        assert word in letters or word[::-1] in letters


def test_the_text_is_drawn_as_text_in_embedded_fonts(article: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_pdf(article, path)
    for page in pypdf.PdfReader(path).pages:
        fonts = page["/Resources"]["/Font"]
        assert len(fonts) >= 2
        assert "/XObject" not in page["/Resources"] or not page.images


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("missing/a.pdf", "No such file or directory"),
        ("folder", "Is a directory"),
    ],
)
def test_a_place_that_cannot_be_written_is_said(
    article: Briefing, tmp_path: Path, place: str, sentence: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SanadError, match=sentence):
        write_pdf(article, tmp_path / place)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_file_is_replaced_only_by_a_whole_one(article: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("what was there", encoding="utf-8")
    with pytest.raises(SanadError, match="no paper called A9"):
        write_pdf(article, path, "A9")
    assert path.read_text(encoding="utf-8") == "what was there"
    write_pdf(article, path)
    assert path.read_bytes().startswith(b"%PDF")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["a.pdf"]


def test_a_pdf_is_written_without_a_display(tmp_path: Path) -> None:
    """The command line has no application; one is made for the fonts."""
    program = """
import sys
from datetime import date
from pathlib import Path
from sanad.summaries.briefing import Briefing, Remark, Section
from sanad.ui.printing.pdf import write_pdf
briefing = Briefing("T", "S", "L", date(2026, 11, 21), (Section("H", (Remark("Said."),)),), ())
for _ in range(2):
    print(write_pdf(briefing, Path(sys.argv[1]), "Letter"))
"""
    path = tmp_path / "a.pdf"
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["1", "1"]), done.stderr
    assert "Said." in " ".join(words(pypdf.PdfReader(path).pages[0].extract_text()))
