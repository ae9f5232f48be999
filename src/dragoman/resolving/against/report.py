"""What a draft held against its sources yields: values alone, ready for JSON. `docs/check.md` is their contract."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values import Article, Span, Value, Vote

VERBATIM, ALTERED, OTHER_SPEAKER, NOT_FOUND = "verbatim", "altered", "other_speaker", "not_found"
RIGHT, WRONG, UNKNOWN = "right", "wrong", "unknown"
CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Change(Value):
    """A stretch of the difference between a quotation and its source: `same`, `dropped`, `added`, `exchanged`, `inserted`, or `elided`."""

    change: str
    draft: str
    source: str


@dataclass(frozen=True, slots=True)
class Found(Value):
    """Where a source has the words: the source, the stretch, whether in quotation marks, and who speaks there (`said_by`, names).

    `same_speaker` is true, false, or null where it cannot be told.
    """

    id: str
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    span: Span
    quoted: bool
    said_by: tuple[str, ...] = ()
    same_speaker: bool | None = None


@dataclass(frozen=True, slots=True)
class Quotation(Value):
    """A quotation of the draft, whose it is there, the verdict, the difference where it is altered, and where it was found."""

    span: Span
    speaker: str | None
    verdict: str
    difference: tuple[Change, ...] = ()
    found: tuple[Found, ...] = ()
    sources: int = 0
    note: str | None = None

    @property
    def wrong(self) -> bool:
        """Whether the draft is at fault."""
        return self.verdict in (ALTERED, OTHER_SPEAKER)


@dataclass(frozen=True, slots=True)
class Holder(Value):
    """Who held an office, from when to when as far as is known, and the source that says so."""

    name: str
    office: str
    place: str
    since: str | None
    until: str | None
    last_seen: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Title(Value):
    """A title with a person's name in the draft, the verdict for the draft's date, the reason, and who held the office."""

    span: Span
    person: str
    title: str
    former: bool
    verdict: str
    reason: str
    holders: tuple[Holder, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether the draft is at fault."""
        return self.verdict == WRONG


@dataclass(frozen=True, slots=True)
class Report(Value):
    """All that was checked in a draft. The votes carry their checks and their voters' names are in `voters`, in the order of the votes."""

    article: Article
    sources: int
    quotations: tuple[Quotation, ...]
    titles: tuple[Title, ...]
    votes: tuple[Vote, ...]
    voters: tuple[tuple[str, ...], ...] = ()

    @property
    def wrong(self) -> int:
        """How many entries are at fault."""
        contradicted = sum(vote.check is not None and vote.check.verdict == CONTRADICTED for vote in self.votes)
        return sum(one.wrong for one in self.quotations) + sum(one.wrong for one in self.titles) + contradicted

    @property
    def open(self) -> int:
        """How many quotations were not found."""
        return sum(one.verdict == NOT_FOUND for one in self.quotations)
