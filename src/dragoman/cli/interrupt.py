"""Ctrl-C between two records: the first asks to stop, the second stops at once."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STEP = 0.2
"""Seconds within which a wait notices that it is to end."""


class Stop:
    """Whether the user has asked to stop."""

    asked = False

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until the user asks to stop; whether to go on."""
        end = time.monotonic() + seconds
        while not self.asked and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, STEP))
        return not self.asked


@contextmanager
def gentle() -> Iterator[Stop]:
    """Within it the first SIGINT only sets `asked`, so that the record at work is finished; the next raises KeyboardInterrupt."""
    stop = Stop()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
