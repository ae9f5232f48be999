"""Articles that are being read: one after another in one thread, which holds the model; and drafts, which are kept in memory alone."""

from __future__ import annotations

import queue
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dragoman.api import Steps
from dragoman.desk import drafting
from dragoman.errors import ArticleError, DragomanError
from dragoman.knowledge import Knowledge
from dragoman.record import Store, adding, keeping
from dragoman.resolving.against.report import Report
from dragoman.values import Article, Record

MOST_WAITING = 12
MOST_KEPT = 24
"""Finished jobs that are remembered, drafts among them; the oldest goes first."""

DRAFT_SECONDS = 3600.0
ENDED = ("done", "failed")


@dataclass(frozen=True, slots=True)
class Job:
    """One article on its way. `stage` is waiting, fetching, reading, resolving, checking (drafts), done or failed.

    `owner` is the session that asked. When done: `key` is the article's in the record, or `draft` holds what was read without keeping it,
    and `report` what was found when it was held against the record.
    """

    id: str
    name: str
    owner: str
    keep: bool
    began: float
    stage: str = "waiting"
    words: int = 0
    message: str = ""
    key: str = ""
    news: str = ""
    draft: Record | None = None
    read: Record | None = None
    report: Report | None = None


@dataclass
class Jobs:
    """The queue and its thread. `open_steps` is called once, with the first article; `knowledge` holds drafts against what is known."""

    store: Store
    open_steps: Callable[[], Steps]
    knowledge: Callable[[], Knowledge]
    clock: Callable[[], float] = time.time
    _jobs: dict[str, Job] = field(default_factory=dict)
    _loads: dict[str, Callable[[], Article]] = field(default_factory=dict)
    _queue: queue.Queue[str] = field(default_factory=queue.Queue)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _thread: threading.Thread | None = None

    def put(self, name: str, owner: str, load: Callable[[], Article], *, keep: bool) -> Job:
        """A new job: `load` gives its article, and may fetch it. Raises ArticleError where too many wait already."""
        with self._lock:
            self._forget_old()
            if sum(job.stage not in ENDED for job in self._jobs.values()) >= MOST_WAITING:
                raise ArticleError(f"{name}: {MOST_WAITING} articles wait already; try again when some are read")
            job = Job(secrets.token_urlsafe(12), name, owner, keep, self.clock())
            self._jobs[job.id], self._loads[job.id] = job, load
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="reading", daemon=True)
                self._thread.start()
        self._queue.put(job.id)
        return job

    def get(self, identifier: str, owner: str) -> Job | None:
        """The job of that id, where this session asked for it."""
        with self._lock:
            self._forget_old()
            job = self._jobs.get(identifier)
        return job if job and job.owner == owner else None

    def ahead(self, job: Job) -> int:
        """How many articles are read before this one."""
        with self._lock:
            order = [one.id for one in self._jobs.values() if one.stage not in ENDED]
        return order.index(job.id) if job.id in order else 0

    def forget(self, job: Job) -> None:
        """Drop a finished job with its draft."""
        with self._lock:
            self._jobs.pop(job.id, None)

    def keep(self, job: Job) -> str:
        """Put a draft into the record after all, and return the article's key."""
        if job.read is None or job.draft is None:
            raise ArticleError(f"{job.name}: is no draft any more; read it again")
        keeping.require_same(self.store, job.draft.article, self.open_steps().coder)
        return adding.add(self.store, job.read, job.draft).key

    def _run(self) -> None:
        while True:
            self._one(self._queue.get())

    def _one(self, identifier: str) -> None:
        load = self._loads.pop(identifier)
        try:
            self._change(identifier, stage="fetching")
            article = load()
            self._change(identifier, stage="reading", words=len(article.text.split()))
            self._read(identifier, article)
        except DragomanError as error:
            self._change(identifier, stage="failed", message=str(error))
        except Exception as error:  # the thread must live on, whatever an article holds
            self._change(identifier, stage="failed", message=f"a fault of the program ({type(error).__name__}: {error}); report it")

    def _read(self, identifier: str, article: Article) -> None:
        steps = self.open_steps()
        if not self._jobs[identifier].keep:
            read = steps.read(article)
            self._change(identifier, stage="resolving")
            draft = steps.resolve(read)
            self._change(identifier, stage="checking")
            report = drafting.held_against(self.store, draft, self.knowledge())
            self._change(identifier, stage="done", draft=draft, read=read, report=report)
            return
        added = keeping.keep(self.store, article, steps, lambda: self._change(identifier, stage="resolving"))
        self._change(identifier, stage="done", key=added.key, news=added.news)

    def _change(self, identifier: str, **values: object) -> None:
        with self._lock:
            if identifier in self._jobs:
                self._jobs[identifier] = replace(self._jobs[identifier], **values)  # type: ignore[arg-type]

    def _forget_old(self) -> None:
        ended = [job for job in self._jobs.values() if job.stage in ENDED]
        old = {job.id for job in ended if self.clock() - job.began > DRAFT_SECONDS} | {job.id for job in ended[:-MOST_KEPT]}
        for identifier in old:
            del self._jobs[identifier]
