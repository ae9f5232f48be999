"""Where the time of reading goes: the program's own functions, timed from outside.

A stage's seconds are its own: what a stage inside it takes is counted there alone, so that the stages add up to the whole.
"""

from __future__ import annotations

import functools
import importlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

STAGES = (
    ("encode", "dragoman.model.encoder", "Encoder.states"),
    ("frames", "dragoman.model.encoder", "Encoder.frames"),
    ("tags, statements", "dragoman.reading.statements", "read"),
    ("names", "dragoman.reading.reader", "names"),
    ("links", "dragoman.reading.cast", "assemble"),
    ("links", "dragoman.reading.reader", "cast_roles"),
    ("links", "dragoman.reading.chains", "descriptions"),
    ("times", "dragoman.reading.reader", "timed"),
    ("times", "dragoman.reading.reader", "date_statements"),
    ("votes", "dragoman.reading.votes", "read"),
    ("rest of reading", "dragoman.reading.reader", "Reader.read"),
)
"""Stage, module, and the function in it that is the stage. Where the module that calls it took it over by name, that module."""


class Clock:
    """Seconds a stage, in the order in which stages were first entered."""

    def __init__(self) -> None:
        """No stage yet."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Times the block and adds to `stage` what no stage inside it took."""
        self.seconds[stage] += 0.0
        self._inner.append(0.0)
        began = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - began
            self.seconds[stage] += spent - self._inner.pop()
            self._inner[-1] += spent


def watch(clock: Clock, stages: tuple[tuple[str, str, str], ...] = STAGES) -> None:
    """Puts the functions of `stages` on the clock, for the rest of this process. Raises AttributeError where one is not there."""
    for stage, module, path in stages:
        *owners, name = path.split(".")
        owner = functools.reduce(getattr, owners, importlib.import_module(module))
        setattr(owner, name, timed(getattr(owner, name), clock, stage))


def timed(function: Callable[..., Any], clock: Clock, stage: str) -> Callable[..., Any]:
    """The function, with each call on the clock."""

    @functools.wraps(function)
    def call(*arguments: Any, **named: Any) -> Any:
        with clock(stage):
            return function(*arguments, **named)

    return call
