"""A briefing: what a record holds on a subject since a day, ordered for reading, every line with the entries that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.analysis.merging import Cluster, merged
from dragoman.analysis.reports import Report
from dragoman.errors import UsageError
from dragoman.knowledge.names import key
from dragoman.knowledge.states import state_names
from dragoman.record.identity import Entry, article_key, entries
from dragoman.record.ledger import Row
from dragoman.values import Event, Record, Statement, Vote


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, ISO prefixes, both included; None is open."""

    since: str | None = None
    until: str | None = None

    def holds(self, date: str | None) -> bool:
        """Does a date lie in it? What has no date does only where the period is open on both sides."""
        if date is None:
            return self.since is None and self.until is None
        return (self.since is None or date >= self.since[: len(date)]) and (self.until is None or date[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True)
class Line:
    """An act with all its reports; `date` is its own or else that of its first report's article."""

    cluster: Cluster
    date: str | None

    @property
    def report(self) -> Report:
        """The report that is shown."""
        return self.cluster.first


@dataclass(frozen=True, slots=True)
class Ballot:
    """A reported vote with its record and the lasting id of its entry."""

    record: Record
    vote: Vote
    entry: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two that do not agree: what about, and each side with its article's key and entry."""

    what: str
    sides: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The lines on a subject in a period, oldest first, and the records that they come from, by article key."""

    subject: str
    period: Period
    said: tuple[Line, ...]
    done: tuple[Line, ...]
    votes: tuple[Ballot, ...]
    clashes: tuple[Clash, ...]
    records: dict[str, Record]


def brief(records: Iterable[Record], subject: str, period: Period, decisions: Iterable[Row] = ()) -> Briefing:
    """What the records hold on `subject`: entries in whose parties, subjects or words each of its words is found.

    A word also finds those who act for the state of that name. Raises UsageError where the subject has no word.
    """
    wanted = subject_words(subject)
    held = {article_key(record): record for record in records}
    fits = {(name, one.id) for name, record in held.items() for one in fitting(record, wanted)}
    return composed(Asked(subject, period), held, fits, merged(held.values(), decisions))


def subject_words(subject: str) -> tuple[str, ...]:
    """The words of a subject. Raises UsageError where it has none."""
    wanted = tuple(key(subject).lower().split())
    if not wanted:
        raise UsageError(f'{subject!r}: name whom or what the briefing is about, as in "Pakistan Ukraine"')
    return wanted


@dataclass(frozen=True, slots=True)
class Asked:
    """What a briefing is to be about, and of which days."""

    subject: str
    period: Period


def composed(asked: Asked, held: dict[str, Record], fitting: set[tuple[str, str]], clusters: Iterable[Cluster]) -> Briefing:
    """The briefing: of the acts those of which a report is among the fitting entries, which are given by article key and lasting id.

    `held` has the records of all of these and of all reports of their acts, by article key.
    """
    period = asked.period
    ballots = tuple(_ballots(held, fitting, period))
    lines = [
        line
        for cluster in clusters
        if any((one.article, one.entry) in fitting for one in cluster.entries)
        and period.holds((line := Line(cluster, _date(cluster))).date)
    ]
    lines.sort(key=lambda line: (line.date is None, line.date or "", line.report.article, line.cluster.name))
    said = tuple(line for line in lines if line.cluster.kind == "statement")
    done = tuple(line for line in lines if line.cluster.kind == "event")
    used = {one.article for line in lines for one in line.cluster.reports} | {article_key(ballot.record) for ballot in ballots}
    clashes = (*_denials(done), *_told_differently(lines), *_wrong_votes(ballots))
    return Briefing(
        asked.subject, period, said, done, ballots, clashes, {name: held[name] for name in sorted(used, key=lambda one: _place(held[one]))}
    )


def _place(record: Record) -> tuple[str, str]:
    return record.article.date or "9999", article_key(record)


def fitting(record: Record, wanted: tuple[str, ...]) -> Iterator[Entry]:
    """The statements, events and votes in which every wanted word is found."""
    actors = {actor.id: actor for actor in record.actors}
    named = {name: _words(f"{actor.name} {state_names().get(actor.state or '', '')}") for name, actor in actors.items()}
    named |= {matter.id: _words(matter.name) for matter in record.matters}
    for entry in entries(record):
        value = entry.value
        if isinstance(value, Statement):
            parties = (value.source, *value.co_sources, *value.addressees, *value.about)
        elif isinstance(value, Event):
            parties = (*value.actors, *value.recipients)
        elif isinstance(value, Vote):
            parties = value.voters
        else:
            continue
        found = _words(entry.words) | {word for name in parties if name for word in named.get(name, ())}
        if isinstance(value, Vote):
            found |= _words(f"{value.body} {value.subject or ''}")
        if all(any(word.startswith(one) for word in found) for one in wanted):
            yield entry


def _words(text: str) -> frozenset[str]:
    return frozenset(key(text).lower().split())


def _date(cluster: Cluster) -> str | None:
    return next((one.value.date for one in cluster.entries if one.value.date), None) or cluster.first.published


def _ballots(held: dict[str, Record], fitting: set[tuple[str, str]], period: Period) -> Iterator[Ballot]:
    found = [
        Ballot(record, entry.value, entry.id, entry.value.date or record.article.date)
        for name, record in held.items()
        for entry in entries(record)
        if isinstance(entry.value, Vote) and (name, entry.id) in fitting
    ]
    yield from sorted((one for one in found if period.holds(one.date)), key=lambda one: (one.date or "9999", one.entry))


def _denials(done: tuple[Line, ...]) -> Iterator[Clash]:
    """Deeds that one report tells and another denies: of one type, with a party in common."""
    for number, line in enumerate(done):
        for other in done[number + 1 :]:
            one, two = line.report, other.report
            if not isinstance(one.value, Event) or not isinstance(two.value, Event) or one.value.type != two.value.type:
                continue
            if (one.value.status == "denied") == (two.value.status == "denied") or not {one.value.status, two.value.status} & {"actual"}:
                continue
            if _sides(one) & _sides(two) == _sides(one) | _sides(two) and _sides(one):
                yield Clash("told and denied", ((one.article, one.entry, one.text), (two.article, two.entry, two.text)))


def _sides(report: Report) -> frozenset[str]:
    return frozenset(actor.state or key(actor.name) for actor in (*report.who, *report.whom))


def _told_differently(lines: list[Line]) -> Iterator[Clash]:
    """Numbers and days on which the reports of one act differ."""
    for line in lines:
        for difference in line.cluster.differences:
            if difference.what in ("numbers", "date"):
                told = dict(difference.versions)
                sides = tuple(
                    (one.article, one.entry, told[one.outlet or one.article])
                    for one in line.cluster.reports
                    if (one.outlet or one.article) in told
                )
                yield Clash(f"different {difference.what}", sides)


def _wrong_votes(ballots: tuple[Ballot, ...]) -> Iterator[Clash]:
    for one in ballots:
        if one.vote.check and one.vote.check.verdict == "contradicted":
            yield Clash("the roll call says otherwise", ((article_key(one.record), one.entry, one.vote.check.reason),))
