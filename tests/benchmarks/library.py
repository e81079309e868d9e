"""Fill a library with many articles and print what the common questions cost.

Run as ``python tests/benchmarks/library.py [ARTICLES]``; 10,000 unless given.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sanad.library.articles import NewVersion
from sanad.library.records import (
    ArticleId,
    EntityId,
    EntityKind,
    InitiativeId,
    Mention,
    Metadata,
)
from sanad.library.store import Library
from sanad.text.sentences import sentences

BATCH = 200
MENTIONS = 60
ENTITIES = 20_000
KINDS = list(EntityKind)


def main(articles: int) -> None:
    """Fill and measure."""
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "Many.sanad"
        with Library.create(folder, "Many") as library:
            started = time.perf_counter()
            fill(library, articles, chance)
            print(f"fill {articles} articles: {time.perf_counter() - started:8.1f} s")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"size of the folder:       {size / 1e6:8.1f} MB")
        print(f"size of articles.db:      {(folder / 'articles.db').stat().st_size / 1e6:8.1f} MB")
        show("open and close", lambda: Library.open(folder).close())
        with Library.open(folder) as library:
            ask(library, articles, chance)


def fill(library: Library, articles: int, chance: random.Random) -> None:
    """Add *articles* with about 750 words each."""
    words = [f"word{number}" for number in range(5000)]
    names = [f"Organisation {number}" for number in range(ENTITIES)]
    for first in range(0, articles, BATCH):
        with library.articles.transaction():
            for number in range(first, min(first + BATCH, articles)):
                add(library, number, words, names, chance)


def add(
    library: Library, number: int, words: list[str], names: list[str], chance: random.Random
) -> None:
    """Add one article with its mentions and two initiatives."""
    parts = [" ".join(chance.choices(words, k=25)).capitalize() + "." for _ in range(30)]
    text = "\n".join(" ".join(parts[at : at + 5]) for at in range(0, 30, 5))
    article = library.articles.add(
        NewVersion(
            article=None,
            text=text,
            html=f"<p>{text}</p>",
            sentences=sentences(text),
            boilerplate=(),
            metadata=Metadata(title=f"Title {number}", source="Dawn", date="2025-06-30"),
            title=f"Title {number}",
            title_is_derived=False,
            path=Path(f"/press/2025/{number}.txt"),
            root=Path("/press"),
            content=text.encode(),
            imported_at=datetime.now(UTC),
        )
    )
    found = []
    for at in range(MENTIONS):
        entity = int(ENTITIES * chance.random() ** 3)
        start = at * 50
        found.append(
            Mention(
                start,
                start + 9,
                text[start : start + 9],
                KINDS[entity % len(KINDS)],
                EntityId(f"organisation-{entity}"),
                names[entity],
                "name",
                0.9,
            )
        )
    initiatives = [
        (InitiativeId(f"i{number % 900}"), f"Initiative {number % 900}", "policy", "planned", "{}")
        for number in (number, number + 450)
    ]
    library.articles.set_derived(article.id, found, initiatives)


def ask(library: Library, articles: int, chance: random.Random) -> None:
    """Print what each question costs."""
    store = library.articles
    some = [ArticleId(number) for number in chance.sample(range(1, articles + 1), articles // 3)]
    one = ArticleId(articles // 2)
    show("articles()", store.articles)
    show("entity_counts()", store.entity_counts)
    show(f"entity_counts({len(some)} articles)", lambda: store.entity_counts(some))
    show("articles_naming(most common)", lambda: store.articles_naming(EntityId("organisation-0")))
    show("initiative_payloads()", store.initiative_payloads)
    show("version() and mentions() of one", lambda: (store.version(one), store.mentions(one)))
    show("texts() of 1000", lambda: list(store.texts(some[:1000])))
    show("find() by file name", lambda: store.find(f"{articles // 2}.txt"))
    show("change_count()", store.change_count)
    show("remove() and restore()", lambda: (store.remove(one), store.restore(one)))
    count = iter(range(10_000))
    show(
        "notebook.put()", lambda: library.notebook.put("bookmark", str(next(count)), {"note": "x"})
    )


def show(what: str, question: Callable[[], object]) -> None:
    """Print the median and the worst of ten times."""
    times = []
    for _ in range(10):
        started = time.perf_counter()
        question()
        times.append(time.perf_counter() - started)
    best, median, worst = (1e3 * choice(times) for choice in (min, statistics.median, max))
    print(f"{what:32} best {best:8.2f}, median {median:8.2f}, worst {worst:8.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
