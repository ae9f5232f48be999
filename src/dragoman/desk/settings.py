"""What the one who opens a desk decides: who reads, with which facts, who may come in, what is fetched, how much is allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman import api as reading
from dragoman.api import Steps
from dragoman.articles.fetching import Fetcher
from dragoman.desk.access import Access
from dragoman.desk.limiting import Limiter
from dragoman.knowledge import Knowledge
from dragoman.record import reviewing as ledger


@dataclass(frozen=True)
class Settings:
    """The settings of a desk; each has a default that suits one person on this machine.

    `steps` gives the two steps of reading and is called with the first article; `knowledge` gives what drafts and actors are held against,
    the same that the steps resolve with; `access` says who may come in; `fetcher` fetches addresses; `limiter` counts requests.
    """

    steps: Callable[[], Steps] = reading.steps
    knowledge: Callable[[], Knowledge] = Knowledge.load
    access: Access = field(default_factory=lambda: Access.loopback(ledger.reviewer()))
    fetcher: Fetcher = field(default_factory=Fetcher)
    limiter: Limiter = field(default_factory=Limiter)
