"""The sizes that text can be set in, as parts of the theme's own size."""

_SIZES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0, 2.4, 2.8)
_SAME = 0.01


def within(size: float) -> float:
    """Return *size*, or the nearest that can be read."""
    return max(_SIZES[0], min(size, _SIZES[-1]))


def larger(size: float) -> float:
    """Return the next size above *size*; the largest has none."""
    return next((other for other in _SIZES if other > size + _SAME), _SIZES[-1])


def smaller(size: float) -> float:
    """Return the next size below *size*; the smallest has none."""
    return next((other for other in reversed(_SIZES) if other < size - _SAME), _SIZES[0])
