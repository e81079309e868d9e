"""Print what the text functions cost on the seed articles.

Run as ``python tests/benchmarks/text.py [ROUNDS]``; 50 unless given. CPU time, the best of five,
after a warm-up round: words met before come from a cache, as they do in a library.
"""

import sys
import time
from collections.abc import Callable

from sanad.assets import seeds
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.fold import fold, folded
from sanad.text.markdown import render_markdown
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences
from sanad.text.titles import derived_title
from sanad.text.tokens import tokens

ARTICLE = 2_500
"""Characters, to which the cost of an article is scaled."""
FUNCTIONS: tuple[Callable[[str], object], ...] = (
    tokens,
    folded,
    fold,
    sentences,
    boilerplate_spans,
    derived_title,
    render_plain,
    render_markdown,
)


def main(rounds: int) -> None:
    """Measure and print each function."""
    texts = [path.read_bytes().decode() for path in seeds()]
    size = sum(map(len, texts))
    for function in FUNCTIONS:
        seconds = min(cost(function, texts, rounds) for _ in range(5)) / rounds
        article = 1000 * seconds * ARTICLE / size
        name = function.__name__
        print(f"{name:18} {article:7.3f} ms an article  {size / seconds / 1e6:7.2f} M chars/s")


def cost(function: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Return the seconds of CPU that *rounds* over *texts* take."""
    for text in texts:
        function(text)
    started = time.process_time()
    for _ in range(rounds):
        for text in texts:
            function(text)
    return time.process_time() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
