"""How many articles a second one core reads: mentions, then initiatives.

    python tests/benchmarks/recognition.py [--profile]

Reads the sample articles and the annotated ones again and again; the figure is for articles of
2.5 KB, whatever their real lengths.
"""

import argparse
import cProfile
import pstats
import time
from pathlib import Path

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.initiatives.extract import initiatives
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import Sentence, sentences
from sanad.text.spans import Span

ROOT = Path(__file__).parents[2]
Prepared = tuple[str, tuple[Sentence, ...], tuple[Span, ...]]
ARTICLE = 2_500
REPEATS = 8


def prepared() -> list[Prepared]:
    """Return the texts with their sentences and boilerplate, which are not measured here."""
    files = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/data/articles").glob("*.txt")]
    texts = [render_plain(file.read_text(encoding="utf-8")).text for file in sorted(files)]
    return [(text, sentences(text), boilerplate_spans(text)) for text in texts]


def read_all(recogniser: Recogniser, articles: list[Prepared]) -> tuple[float, float]:
    """Return the seconds spent on mentions and on initiatives."""
    named = registered = 0.0
    for text, found, boilerplate in articles:
        start = time.process_time()
        mentions = recogniser.mentions(text, found, boilerplate)
        middle = time.process_time()
        initiatives(text, found, mentions)
        named += middle - start
        registered += time.process_time() - middle
    return named, registered


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    start = time.process_time()
    recogniser = Recogniser(Gazetteer.load())
    print(f"loading the gazetteer: {time.process_time() - start:.3f} s")
    articles = prepared()
    characters = sum(len(text) for text, _, _ in articles)
    read_all(recogniser, articles)
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(read_all, recogniser, articles)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    best = min((read_all(recogniser, articles) for _ in range(REPEATS)), key=sum)
    for name, seconds in zip(("mentions", "initiatives"), best, strict=True):
        print(f"{name}: {characters / ARTICLE / seconds:.0f} articles/s")
    print(f"together: {characters / ARTICLE / sum(best):.0f} articles of 2.5 KB a second")


if __name__ == "__main__":
    main()
