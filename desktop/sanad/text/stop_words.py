"""Words that say nothing about what a text is about."""

from functools import cache

from sanad.assets import resource
from sanad.text.fold import folded


@cache
def stop_words() -> frozenset[str]:
    """Return the stop words of every language that is known, folded."""
    lines = resource("text/stop_words.txt").read_text(encoding="utf-8").splitlines()
    kept = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(folded(kept).split())
