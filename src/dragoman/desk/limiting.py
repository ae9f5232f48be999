"""How often one client may ask: buckets of tokens that fill again with time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_CLIENTS = 4096


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `burst` at once, and `per_minute` in the long run."""

    burst: int
    per_minute: float


RATES = {"look": Rate(240, 1200), "write": Rate(60, 240), "read": Rate(10, 20), "login": Rate(6, 6), "secret": Rate(30, 120)}
"""Pages, decisions, articles to be read, attempts to log in, requests of programs that bring a password or a token."""


@dataclass
class Limiter:
    """Counts what each client asks for, kind by kind."""

    rates: dict[str, Rate] = field(default_factory=lambda: dict(RATES))
    clock: Callable[[], float] = time.monotonic
    _filled: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, client: str, kind: str) -> float:
        """Take one token of the client's: 0, or the seconds after which there will be one."""
        rate, now = self.rates[kind], self.clock()
        with self._lock:
            if len(self._filled) > MOST_CLIENTS:
                self._filled.clear()
            level, since = self._filled.get((client, kind), (float(rate.burst), now))
            level = min(float(rate.burst), level + (now - since) * rate.per_minute / 60)
            self._filled[client, kind] = (level - 1 if level >= 1 else level, now)
        return 0.0 if level >= 1 else (1 - level) * 60 / rate.per_minute
