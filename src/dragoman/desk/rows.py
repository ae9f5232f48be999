"""What a page shows as rows of a file: reported votes, a roll call state by state, the reports of an act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.analysis.positions import what
from dragoman.desk.acts import Act, Told
from dragoman.desk.ballots import Report, Resolution
from dragoman.knowledge.states import state_names


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote as an article reports it, with the archive's verdict; `others` counts voters that are not named."""

    entry: str
    date: str | None
    body: str
    subject: str | None
    voters: tuple[str, ...]
    others: int | None
    choice: str
    status: str
    roll_call: str | None
    verdict: str | None
    reason: str | None
    words: str
    article: str
    title: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """How a state voted in a recorded vote: its ISO code, its English name, its choice."""

    symbol: str
    date: str
    body: str
    code: str
    state: str
    choice: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """An entry that tells an act: a `report`, or what tells it `again` in the article of the report before it.

    `perhaps` stands by one that was not put together with it.
    """

    entry: str
    standing: str
    published: str | None
    outlet: str
    what: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    status: str | None
    denied: bool
    words: str
    article: str
    title: str | None


def votes(reports: Iterable[Report]) -> Iterator[VoteRow]:
    """A row a reported vote."""
    for one in reports:
        vote, check = one.vote, one.vote.check
        yield VoteRow(
            one.entry,
            one.date,
            vote.body,
            vote.subject,
            one.voters,
            vote.others,
            vote.choice,
            vote.status,
            vote.roll_call,
            check.verdict if check else None,
            check.reason if check else None,
            vote.evidence.text,
            one.article,
            one.title,
            one.outlet,
        )


def seats(found: Resolution) -> Iterator[SeatRow]:
    """A row a state, by choice and then by name."""
    names = state_names()
    for choice, codes in found.voters.items():
        for name, code in sorted((names.get(code, code), code) for code in codes):
            yield SeatRow(found.symbol, found.date, found.body, code, name, choice)


def reports(found: Act) -> Iterator[ReportRow]:
    """A row a report, first published first, each before what tells the act again in its article; then what perhaps are reports of it."""
    for report in found.told:
        yield _report(report, "report")
        yield from (_report(one, "again") for one in report.again)
    yield from (_report(one, "perhaps") for one in found.near)


def _report(one: Told, standing: str) -> ReportRow:
    who, whom = (tuple(actor.name for actor in side) for side in (one.report.who, one.report.whom))
    status, title = getattr(one.report.value, "status", None), one.view.record.article.title
    return ReportRow(
        one.entry,
        standing,
        one.report.published,
        one.outlet,
        what(one.report.value),
        who,
        whom,
        status,
        bool(one.denials),
        one.report.text,
        one.view.key,
        title,
    )
