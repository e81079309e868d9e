"""Measure indexing and searching on generated articles, beside SQLite FTS5 in the same run.

    python tests/benchmarks/search.py [--articles 10000] [--queries 60] [--service]

The articles come from a seeded generator: words with frequencies as in real text and endings that
share a stem, compounds, acronyms, names, a new word now and then. Prints articles per second, the
size of the index, the time to open it, and the median and 95th percentile in milliseconds of each
kind of query: the first time it is asked, and when it is asked again.
"""

import argparse
import gc
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from queue import Queue
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))

from sanad.library.records import ArticleId, EntityId, EntityKind, Mention
from sanad.search.fields import analysed
from sanad.search.protocol import Batch, IndexedArticle, Request
from sanad.search.service import SearchService
from sanad.search.whoosh_index import open_index

SEED = 20260101
BATCH = 5_000
_SYLLABLES = [first + second for first in "bdklmnprstv" for second in "aeio"]
_ENDINGS = ("", "", "", "s", "ed", "ing", "ation", "er")
_SOURCES = ("Dawn", "Reuters", "AFP", "The News", "Local Gazette", "Wire Desk")
_KINDS = list(EntityKind)


class Generator:
    """Makes articles; the same seed makes the same ones."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self.words = list(
            dict.fromkeys(self._word() + e for _ in range(8_000) for e in ("", self._ending()))
        )
        self._weights = list(accumulate(1 / (n + 3) for n in range(len(self.words))))
        self.names = [
            (f"{self._word().title()} {self._word().title()}", _KINDS[n % len(_KINDS)])
            for n in range(3_000)
        ]

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))

    def _ending(self) -> str:
        return self._random.choice(_ENDINGS)

    def articles(self, count: int) -> Iterator[IndexedArticle]:
        for number in range(1, count + 1):
            yield self._article(number)

    def _article(self, number: int) -> IndexedArticle:
        chance = self._random
        paragraphs: list[str] = []
        mentions: list[Mention] = []
        at = 0
        for _ in range(chance.randint(4, 8)):
            words = chance.choices(self.words, cum_weights=self._weights, k=chance.randint(40, 75))
            for n in range(0, len(words), 12):
                words[n] = words[n].capitalize()
                words[n - 1] += "."
            if chance.random() < 0.5:
                words[chance.randrange(len(words))] = "long-standing"
            if chance.random() < 0.3:
                words[chance.randrange(len(words))] = "IT"
            if chance.random() < 0.6:
                words.append(self._word() + self._word())
            if chance.random() < 0.8:
                name, kind = self.names[int(len(self.names) * chance.random() ** 2.5)]
                n = chance.randrange(len(words))
                words.insert(n, name)
                start = at + len(" ".join(words[:n])) + (n > 0)
                entity = EntityId(name.lower().replace(" ", "-"))
                mentions.append(
                    Mention(start, start + len(name), name, kind, entity, name, "generated", 1.0)
                )
            paragraphs.append(" ".join(words))
            at += len(paragraphs[-1]) + 1
        year = chance.choice((None, 2022, 2023, 2024, 2025))
        return IndexedArticle(
            id=ArticleId(number),
            version=1,
            title=" ".join(paragraphs[0].split()[:8]),
            text="\n".join(paragraphs),
            source=chance.choice((None, *_SOURCES)),
            date=f"{year}-{chance.randint(1, 12):02}" if year else None,
            file_name=f"{number:06}.txt",
            mentions=tuple(mentions),
        )


def query_kinds(generator: Generator, count: int) -> dict[str, list[Request]]:
    """Return *count* requests of each kind."""
    chance = random.Random(SEED + 1)
    words = generator.words
    common, middling = words[:40], words[100:2_000]

    def pick(pool: Sequence[str], number: int = 1) -> str:
        return " ".join(chance.choice(pool) for _ in range(number))

    makers: dict[str, Callable[[], Request]] = {
        "one common word": lambda: Request(pick(common)),
        "one word": lambda: Request(pick(middling)),
        "two words": lambda: Request(pick(middling, 2)),
        "three common words": lambda: Request(pick(common, 3)),
        "a common or a rare": lambda: Request(f"{pick(common)} OR {pick(middling)}"),
        "common without common": lambda: Request(f"{pick(common)} -{pick(common)}"),
        "phrase of common": lambda: Request(f'"{pick(common, 2)}"'),
        "near": lambda: Request(f"{pick(common)} NEAR/5 {pick(middling)}"),
        "beginning": lambda: Request(f"{chance.choice(middling)[:4]}*"),
        "one letter away": lambda: Request(f"{chance.choice(middling)}~"),
        "named": lambda: Request(f'entity:"{chance.choice(generator.names)[0]}"'),
        "chosen facet": lambda: Request(pick(common), within={"source": ("dawn",)}),
        "nothing found": lambda: Request(f"{pick(middling)} {pick(middling)}qx"),
        "top 50 of common": lambda: Request(pick(common), limit=50),
    }
    return {kind: [make() for _ in range(count)] for kind, make in makers.items()}


def batches(articles: Iterator[IndexedArticle]) -> Iterator[Batch]:
    """Return *articles* in batches."""
    while batch := list(islice(articles, BATCH)):
        yield Batch(batch)


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that *work* takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def told(times: Sequence[float]) -> str:
    """Return median and 95th percentile."""
    return f"{median(times):8.1f} {quantiles(times, n=20)[-1]:8.1f}"


def fts5(articles: list[IndexedArticle]) -> Callable[[str], int]:
    """Index *articles* in SQLite FTS5, print its speed, and return a search that counts."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE a USING fts5(title, body, tokenize='porter unicode61')")

    def fill() -> None:
        database.executemany("INSERT INTO a VALUES (?, ?)", ((a.title, a.text) for a in articles))
        database.commit()

    print(f"SQLite FTS5 indexes {len(articles) / timed(fill) * 1000:,.0f} articles/s")

    def search(text: str) -> int:
        ranked = "SELECT rowid, rank FROM a WHERE a MATCH ? ORDER BY rank"
        return len(database.execute(ranked, (text,)).fetchall())

    return search


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--service", action="store_true", help="ask through the search process")
    options = parser.parse_args()
    generator = Generator()
    articles = list(generator.articles(options.articles))
    size = sum(len(a.text) for a in articles) / len(articles)
    print(f"{len(articles):,} articles of {size:,.0f} characters")
    some = articles[:500]
    print(f"analysis {timed(lambda: [analysed(a) for a in some]) / len(some):.2f} ms an article")
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder) / "index")
        taken = timed(lambda: index.rebuild(batches(iter(articles))))
        stats = index.stats()
        print(
            f"indexed {len(articles) / taken * 1000:,.0f} articles/s, "
            f"{stats.segments} segments, {stats.bytes / 1e6:.1f} MB"
        )
        index.close()
        print(f"opened in {timed(lambda: open_index(Path(folder) / 'index').close()):.0f} ms")
        index = open_index(Path(folder) / "index")
        print(f"warmed in {timed(index.warm):.0f} ms")
        index.apply(Batch(articles[:1]))
        print(f"one article more in {timed(lambda: index.apply(Batch(articles[1:2]))):.0f} ms")
        other = fts5(articles)
        gc.freeze()  # as the search process does
        gc.set_threshold(50_000, 20, 50)
        if options.service:
            index.close()
            ask_through_service(Path(folder) / "index", query_kinds(generator, options.queries))
            return
        print(f"{'':24}{'first p50, p95':>17}{'again p50, p95':>18}{'hits':>8}   FTS5 p50, p95")
        for kind, requests in query_kinds(generator, options.queries).items():
            first = [timed(lambda r=request: index.search(r)) for request in requests]
            again = [timed(lambda r=request: index.search(r)) for request in requests]
            hits = median(index.search(request).total for request in requests)
            line = f"{kind:24}{told(first)} {told(again)}{hits:8,.0f}"
            if kind in ("one common word", "one word", "two words", "three common words"):
                line += "   " + told([timed(lambda r=r: other(r.text)) for r in requests])
            print(line)


def ask_through_service(folder: Path, kinds: dict[str, list[Request]]) -> None:
    """Print the times from asking the search process to having the answer."""
    service = SearchService(folder)
    answers: Queue[object] = Queue()

    def ask(request: Request) -> None:
        service.submit(request, answers.put)
        answers.get(timeout=60)

    print(f"process ready in {timed(lambda: ask(Request('ready'))):.0f} ms")
    for kind, requests in kinds.items():
        print(f"{kind:24}{told([timed(lambda r=r: ask(r)) for r in requests])}")
    service.close()


if __name__ == "__main__":
    main()
