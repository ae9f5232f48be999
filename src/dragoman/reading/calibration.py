"""From the model's own certainty to the share of entries of that certainty that are right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dragoman.model import Bundle

STRAIGHT = [[0.0, 0.0], [1.0, 1.0]]


def calibrated(bundle: Bundle, name: str) -> Callable[[float], float]:
    """The bundle's curve of that name in its settings, straight between its points; certainty itself where it has none."""
    raw, right = zip(*bundle.settings.get(name, STRAIGHT), strict=True)
    return lambda value: float(np.interp(value, raw, right))
