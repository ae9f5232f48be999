"""What the API answers with, where no other module has the shape already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.analysis.merging import Difference
from dragoman.analysis.positions import Evidence
from dragoman.desk import reported
from dragoman.desk.cite import Citation
from dragoman.record.ledger import Row
from dragoman.record.listing import Counted


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do."""

    detail: str


@dataclass(frozen=True, slots=True)
class About:
    """The record as a whole: how much it holds, a text that changes whenever it does, and the version of the program."""

    articles: int
    decisions: int
    revision: str
    version: str


@dataclass(frozen=True, slots=True)
class Articles:
    """A page of articles, the last added first."""

    articles: tuple[Counted, ...]
    limit: int
    offset: int
    more: bool


@dataclass(frozen=True, slots=True)
class OneArticle:
    """An article's record as it is shown (the contract is docs/record.md), the lasting ids of its entries, and what was decided of them."""

    key: str
    version: int
    record: dict[str, Any]
    ids: dict[str, str]
    verdicts: dict[str, str]


@dataclass(frozen=True, slots=True)
class OneEntry:
    """An entry: its lasting id, its article's key, its value with corrections, the words that it rests on, and what was decided of it.

    `citation` is a statement's words with speaker and source, null for other kinds.
    """

    id: str
    kind: str
    local: str
    article: str
    title: str | None
    words: str
    value: dict[str, Any]
    verdict: str
    citation: Citation | None
    ledger: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OneReport:
    """A report of an act: the entry's lasting id, its article, who published it when, its words.

    `again` are the ids of what tells the act again in the article.
    """

    entry: str
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    words: str
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneAct:
    """An act with its reports, the first published first; where they differ; and entries that may be reports of it too."""

    kind: str
    reports: tuple[OneReport, ...]
    differences: tuple[Difference, ...]
    near: tuple[OneReport, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """The acts of a week, those that most outlets report first; of how many articles, and whether the week has others."""

    since: str | None
    until: str | None
    read: int
    more: bool
    acts: tuple[reported.Act, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """Where one stands on another or on a matter, the newest first; `more`: older articles were left out."""

    evidence: tuple[Evidence, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class OneFacet:
    """The most frequent values of a field."""

    field: str
    values: dict[str, int]


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of a search, and of how many of the newest hits they were counted."""

    counted: int
    facets: tuple[OneFacet, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A page of decisions, the oldest first."""

    rows: tuple[Row, ...]
    limit: int
    offset: int
    more: bool
