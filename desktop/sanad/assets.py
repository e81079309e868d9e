"""Where ``resources/`` and ``seeds/`` are once the application runs.

A wheel and a frozen bundle carry them in ``sanad/_data``; a checkout has them at its top.
"""

from pathlib import Path

_packaged = Path(__file__).parent / "_data"
_root = _packaged if _packaged.is_dir() else Path(__file__).parents[2]


def resource(name: str) -> Path:
    """Return the path of the resource called *name*, such as ``icons/search.svg``."""
    return _root / "resources" / name


def seeds() -> list[Path]:
    """Return the paths of the sample articles, in the order of their names."""
    return sorted((_root / "seeds").glob("*.txt"))
