"""Time the reader: opening, and painting with many highlights.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/reader.py

Prints milliseconds, each the middle and the worst of the repeats. A 5 KB article is opened after a
warm-up, as it is when someone goes through results; 1 MB with 10,000 highlights is the worst that
is meant to feel instant.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePath
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from sanad.library.records import (
    Article,
    ArticleId,
    EntityId,
    EntityKind,
    Mention,
    Metadata,
    Version,
)
from sanad.search.matches import MatchSpan
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences
from sanad.ui.panes.reader import ReaderPane
from sanad.ui.reader.finding import Wanted
from sanad.ui.theme import Theme
from sanad.workspace.reading import OpenArticle

WORDS = [
    "digital",
    "policy",
    "the",
    "minister",
    "said",
    "that",
    "Pakistan",
    "and",
    "Malaysia",
    "agreed",
    "to",
    "establish",
    "a",
    "dialogue",
    "on",
    "technology",
    "governance",
    "in",
    "the",
    "region",
    "with",
    "partners",
    "of",
    "the",
    "organisation",
    "for",
    "a",
    "shared",
    "agenda",
]
FIRST, SECOND = Wanted("dialogue"), Wanted("dialogues")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def opened(article: int, characters: int, mentions: int) -> OpenArticle:
    """Return an article of about *characters* characters with *mentions* names in it."""
    choose = random.Random(article)
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        line = " ".join(choose.choices(WORDS, k=60)) + "."
        paragraphs.append(line[0].upper() + line[1:])
        length += len(line) + 1
    rendering = render_plain("\n".join(paragraphs))
    text = rendering.text
    kinds = list(EntityKind)
    step = max(12, len(text) // max(1, mentions))
    named = tuple(
        Mention(
            at,
            at + 9,
            text[at : at + 9],
            kinds[at % 5],
            EntityId(str(at % 50)),
            "A name",
            "bench",
            0.9,
        )
        for at in range(0, len(text) - 12, step)
    )
    id = ArticleId(article)
    return OpenArticle(
        Article(id, 1, f"Article {article}", False, Metadata(), "a.txt", PurePath("a.txt"), NOW,
                len(text.split())),
        Version(id, 1, text, rendering.html, sentences(text), (), f"{article:064}", NOW),
        named,
        (),
        (),
    )  # fmt: skip


def timed(work: Callable[[], object], repeats: int) -> str:
    """Run *work* *repeats* times; return middle and worst time in milliseconds."""
    times: list[float] = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return f"{median(times):8.1f} {max(times):8.1f}"


def main() -> None:
    """Print the figures."""
    app = QApplication([])
    theme = Theme.load("light")
    app.setStyleSheet(theme.stylesheet())
    reader = ReaderPane(theme)
    reader.resize(640, 860)
    reader.show()
    app.processEvents()

    def show(article: OpenArticle) -> None:
        reader.show_article(article)
        app.processEvents()  # paints it

    print("milliseconds                            middle    worst")
    small = [opened(number, 5_000, 60) for number in range(1, 41)]
    for article in small[:3]:
        show(article)
    turn = iter(small[3:])
    print("open 5 KB, to its first picture      ", timed(lambda: show(next(turn)), 30))

    large = [opened(number, 1_000_000, 10_000) for number in (101, 102, 103)]
    turn = iter(large)
    print("open 1 MB, 10,000 mentions           ", timed(lambda: show(next(turn)), 3))
    text = large[-1].version.text
    spans = [MatchSpan(at, at + 7) for at in range(0, len(text) - 100, len(text) // 10_000)]
    page = reader.pages.current
    assert page is not None
    view = page.view
    set_hits = partial(view.set_hits, spans, spans[0])
    print("set 10,000 hits                      ", timed(set_hits, 20))
    bar = view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(bar.value() + 40)
        view.viewport().repaint()

    def resize() -> None:
        reader.resize(reader.width() ^ 32, 860)

    jump = partial(view.flash, spans[len(spans) // 2].start, spans[len(spans) // 2].end)
    print("whole picture, 10,000 hits, mentions ", timed(view.viewport().repaint, 50))
    print("jump to the middle, first time       ", timed(jump, 1))
    print("jump to the middle, again            ", timed(jump, 5))
    print("scroll by 40 pixels                  ", timed(scroll, 50))
    print("resize                               ", timed(resize, 6))
    print("find a word, first time              ", timed(partial(page.find_words, FIRST), 1))
    print("find a word, again                   ", timed(partial(page.find_words, SECOND), 5))


if __name__ == "__main__":
    main()
