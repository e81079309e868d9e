"""Articles to read, and panes to read them in."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sanad.bookmarks.model import Bookmark
from sanad.initiatives.model import Evidence, Initiative, Party, Statement, StatusEvent
from sanad.library.records import (
    Article,
    ArticleId,
    EntityId,
    EntityKind,
    InitiativeId,
    Mention,
    Metadata,
    Version,
)
from sanad.text.anchors import anchor_of
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences
from sanad.text.spans import Span
from sanad.ui.panes.reader import ReaderPane
from sanad.ui.theme import Theme
from sanad.workspace.reading import OpenArticle

WidgetT = TypeVar("WidgetT", bound=QWidget)
WHEN = datetime(2026, 3, 4, 12, tzinfo=UTC)

MALAYSIA = (
    "Pakistan and Malaysia have agreed to strengthen collaboration in the digital sector with "
    "plans to establish a Pakistan\u2013Malaysia Digital Policy Dialogue. This understanding was "
    "reached during a meeting between Shaza Fatima Khawaja and Ahmad Fahmi in Baku.\n"
    "Officials noted that Pakistan\u2019s Digital Pakistan vision complements the MyDigital "
    "Blueprint. Discussions turned to artificial intelligence and digital governance.\n"
    "Both ministers said the dialogue could serve as a platform for digital trade. The Ministry "
    "of Information Technology welcomed it."
)
NAMES = {
    "Pakistan\u2013Malaysia Digital Policy Dialogue": EntityKind.INITIATIVE,
    "Digital Pakistan": EntityKind.INITIATIVE,
    "Pakistan": EntityKind.PLACE,
    "Malaysia": EntityKind.PLACE,
    "Baku": EntityKind.PLACE,
    "Shaza Fatima Khawaja": EntityKind.PERSON,
    "Ahmad Fahmi": EntityKind.PERSON,
    "Ministry of Information Technology": EntityKind.ORGANISATION,
    "artificial intelligence": EntityKind.TECHNOLOGY,
    "\u067e\u0627\u06a9\u0633\u062a\u0627\u0646": EntityKind.PLACE,
}


class Library:
    """Makes articles as a library hands them to the reader."""

    def __init__(self) -> None:
        self.malaysia = self.article(2, MALAYSIA, "Pakistan and Malaysia agree")
        self.long = self.article(
            3, "\n".join(f"Paragraph {n} speaks of trade. " + "It goes on. " * 30
                         for n in range(1, 120)), "A long one")  # fmt: skip
        self.short = self.article(4, "One sentence only, on Malaysia.", "A short one")

    def article(
        self,
        id: int,
        source: str,
        title: str = "A title",
        *,
        metadata: Metadata | None = None,
        html: str | None = None,
        version: int = 1,
    ) -> OpenArticle:
        """Return the article that *source* makes."""
        rendering = render_plain(source)
        text = rendering.text
        article = ArticleId(id)
        return OpenArticle(
            Article(article, version, title, True, metadata or Metadata(), "a.txt",
                    PurePath("a.txt"), WHEN, len(text.split())),
            Version(article, version, text, html or rendering.html, sentences(text),
                    tuple(boilerplate_spans(text)), f"{id:060}{version:04}", WHEN),
            tuple(mentions(text)),
            (),
            (),
        )  # fmt: skip

    def bookmark(self, opened: OpenArticle, quote: str, note: str = "", *tags: str) -> Bookmark:
        """Return a bookmark of the first place of *quote*."""
        start = opened.version.text.index(quote)
        anchor = anchor_of(opened.version.text, Span(start, start + len(quote)))
        id = f"{start:032x}"
        return Bookmark(id, opened.article.id, opened.version.number, anchor, note, tags, "", WHEN)

    def initiatives(self) -> tuple[Initiative, ...]:
        """Return what the article on Malaysia states."""
        version = self.malaysia.version
        first, second = version.sentences[0].span, version.sentences[2].span
        last = version.sentences[4].span
        name = "Pakistan\u2013Malaysia Digital Policy Dialogue"
        start = version.text.index(name)
        dialogue = Initiative(
            InitiativeId("dialogue"), name, (), "dialogue", (),
            (Party(EntityId("malaysia"), "Malaysia", "partner",
                   Evidence("Malaysia", first, "parties")),),
            (StatusEvent("planned", Statement.PLANNED, None,
                         Evidence("planned", first, "plans to")),),
            (Span(start, start + len(name)),),
            (first, last),
        )  # fmt: skip
        vision = Initiative(
            InitiativeId("vision"), "Digital Pakistan", (), "vision", (), (), (), (), (second,)
        )
        return dialogue, vision


def mentions(text: str) -> Iterator[Mention]:
    """Yield the names of `NAMES` in *text*, the longest first at each place."""
    pattern = "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True)))
    for match in re.finditer(pattern, text):
        name = match.group()
        yield Mention(
            match.start(), match.end(), name, NAMES[name],
            EntityId(name.lower().replace(" ", "-")), name, "place list", 0.97,
        )  # fmt: skip


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Return the light theme, worn by the application as in the window."""
    theme = Theme.load("light")
    qapp.setStyleSheet(theme.stylesheet())
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def in_sight(qtbot) -> Callable[[WidgetT], WidgetT]:
    """Return what shows a pane beside the text, as wide as in the window."""

    def show(pane: WidgetT) -> WidgetT:
        qtbot.addWidget(pane)
        pane.resize(312, 600)
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    return show


@pytest.fixture
def reader(qtbot, theme: Theme) -> ReaderPane:
    """Return a reader in sight, with nothing open."""
    pane = ReaderPane(theme)
    qtbot.addWidget(pane)
    pane.resize(640, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.fixture
def served(reader: ReaderPane, library: Library) -> Callable[..., None]:
    """Answer the reader's requests as the window does."""
    held = {one.article.id: one for one in (library.malaysia, library.long, library.short)}
    reader.article_requested.connect(lambda id, span: reader.show_article(held[id], at=span))

    def show(opened: OpenArticle, **how: object) -> None:
        held[opened.article.id] = opened
        reader.show_article(opened, **how)

    return show
