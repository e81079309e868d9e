"""Time to summarise an article of 2.5 KB: ``python tests/benchmarks/summaries.py``.

Prints milliseconds an article, the best of several rounds, for the sample articles and for texts of
2.5 KB and 1 MB put together from their sentences.
"""

import time
from collections.abc import Callable
from random import Random

from sanad import assets
from sanad.summaries.extract import summarise
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences

_GOAL_MS = 2.0


def main() -> None:
    """Measure and print."""
    texts = {path.name[:3]: render_plain(path.read_text("utf-8")).text for path in assets.seeds()}
    pieces = [text[one.start : one.end] for text in texts.values() for one in sentences(text)]
    texts["2.5 KB"] = _text_of(pieces, 2_500)
    texts["1 MB"] = _text_of(pieces, 1_000_000)
    for name, text in texts.items():
        numbered, footers = sentences(text), boilerplate_spans(text)
        rounds = 3 if len(text) > 100_000 else 50
        taken = _best(lambda t=text, n=numbered, f=footers: summarise(t, n, f), rounds)
        print(
            f"{name:>8}  {len(text):>9,} characters  {len(numbered):>6,} sentences  {taken:8.2f} ms"
        )
    print(f"goal: {_GOAL_MS} ms for 2.5 KB")


def _text_of(pieces: list[str], size: int) -> str:
    random = Random(1)
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        lines.append(" ".join(random.sample(pieces, 3)))
    return "\n".join(lines)[:size]


def _best(work: Callable[[], object], rounds: int) -> float:
    """Return milliseconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1000


if __name__ == "__main__":
    main()
