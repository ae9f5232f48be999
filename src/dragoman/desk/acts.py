"""The act that an entry reports, with its reports in other articles: merged among the entries that share words and days with it.

`analysis.merging` puts a whole record together; here the entries that could be reports of the same act are found by search first, so that
one act is put together in a large record while somebody waits.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dragoman.analysis.alike import DEED, SLACK, VERBATIM
from dragoman.analysis.gathering import naming
from dragoman.analysis.merging import Cluster, decision, merged, require_reports
from dragoman.analysis.reports import BEFORE, REPORTED, Report, stem
from dragoman.analysis.reports import words as worded
from dragoman.errors import RecordError, UsageError
from dragoman.record import Store, View, expecting, reviewing, searching, viewing
from dragoman.record.identity import Entry
from dragoman.record.ledger import MERGING, Row, standing
from dragoman.record.query import Query, Term
from dragoman.record.searching import Brief
from dragoman.values import Event, Record, Statement

AROUND = timedelta(BEFORE + SLACK)
"""How far the days of two reports of one act can be apart."""

WORDS, PER_WORD = 12, 80
"""Words of a report that its like are looked for by, the longest first, and entries that are looked at for each."""

SHORTEST = 3
"""Letters of a word that is looked for."""

MOST = 20
"""Entries that are compared with a report, those that share most words; and reports that a round of the search begins from."""

ROUNDS = 2
NEAR = 5
"""Entries shown that share words and are not put together with it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report in the record: its article's view, the lasting id of its entry, the statements of its article that deny it.

    `again` are the other entries of its article that tell the act.
    """

    report: Report
    view: View
    entry: str
    denials: tuple[Statement, ...] = ()
    again: tuple[Told, ...] = ()

    @property
    def outlet(self) -> str:
        """Who published it."""
        return self.report.outlet or self.report.article


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its reports, first published first; near ones that may be reports too; what was decided, and what can be taken back."""

    subject: str
    cluster: Cluster
    told: tuple[Told, ...]
    near: tuple[Told, ...]
    decisions: tuple[Row, ...] = ()
    last: Mapping[str, int] = field(default_factory=dict)

    @property
    def others(self) -> tuple[Told, ...]:
        """The reports after the first."""
        return self.told[1:]

    @property
    def entries(self) -> tuple[Told, ...]:
        """Every entry that tells the act, each report before what tells it again in its article."""
        return tuple(one for report in self.told for one in (report, *report.again))


@dataclass
class _Gathered:
    """The articles and entries that were found so far; of an article's entries the ids within its record, by lasting id.

    The ids are those of the tables: to make them of 20 articles takes as long as to put their reports together.
    """

    store: Store
    views: dict[str, View] = field(default_factory=dict)
    chosen: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: dict[tuple[Query, ...], tuple[Brief, ...]] = field(default_factory=dict)
    worded: dict[str, tuple[frozenset[str], int]] = field(default_factory=dict)

    def take(self, article: str, entries: Mapping[str, str]) -> bool:
        """Add entries of an article, the ids within its record by lasting id; whether one of them is new."""
        if article not in self.views:
            self.views[article] = viewing.view(self.store, article)
        there = self.chosen.setdefault(article, {})
        fresh = bool(entries.keys() - there.keys())
        there |= entries
        return fresh

    def records(self) -> Iterator[Record]:
        """The articles' records with the chosen entries alone."""
        for key, ids in self.chosen.items():
            view = self.views[key]
            local = set(ids.values())
            said = tuple(one for one in view.record.statements if one.id in local)
            done = tuple(one for one in view.record.events if one.id in local)
            taking = {name for one in said for name in (one.source, *one.co_sources, *one.addressees)}
            taking |= {name for one in done for name in (*one.actors, *one.recipients)}
            yield Record(
                view.record.schema,
                view.record.coder,
                view.record.article,
                actors=tuple(one for one in view.record.actors if one.id in taking),
                statements=said,
                events=done,
            )

    def found(self, queries: tuple[Query, ...], kind: str) -> tuple[Brief, ...]:
        """The entries of a kind that the queries find; reports in the same words ask the same, and the record is asked once."""
        if queries not in self.asked:
            self.asked[queries] = searching.together(self.store, queries, kind, PER_WORD)
        return self.asked[queries]

    def telling(self, one: Brief) -> tuple[frozenset[str], int]:
        """The stems of an entry's words, and how many words it has that are long enough to tell something."""
        if one.id not in self.worded:
            words = set(worded(one.words))
            self.worded[one.id] = frozenset(map(stem, words)), sum(len(word) > SHORTEST for word in words)
        return self.worded[one.id]

    def told(self, report: Report, again: Iterable[Report] = ()) -> Told:
        """The report as it stands in the record, and what tells it again in its article."""
        view = self.views[report.article]
        names = report.value.disputed_by if isinstance(report.value, Event) else ()
        denials = tuple(one for one in view.record.statements if one.id in names)
        lasting = next(entry for entry, local in self.chosen[report.article].items() if local == report.value.id)
        return Told(report, view, lasting, denials, tuple(map(self.told, again)))


def act(store: Store, identifier: str) -> Act:
    """The act that the entry of that id reports. Raises RecordError where there is no such entry, or it reports none."""
    view, entry = viewing.find_entry(store, identifier)
    _require_shown(view, entry)
    gathered = _Gathered(store, {view.key: view})
    gathered.take(view.key, {entry.id: entry.local})
    decisions = tuple(row for row in viewing.history(store) if row.action in (*MERGING, "undo"))
    place = view.key, entry.local
    found, asked = _merged(gathered, decisions), set[str]()
    for _ in range(ROUNDS):
        fresh = [one for one in _of(found, place).entries[:MOST] if one.name not in asked]
        asked |= {one.name for one in fresh}
        alike = [pair for report in fresh for pair in _alike(gathered, report).items()]
        if not sum(gathered.take(article, ids) for article, ids in alike):
            break
        found = _merged(gathered, decisions)
    cluster = _of(found, place)
    told = tuple(gathered.told(report, cluster.again_in(report.article)) for report in cluster.reports)
    near = (gathered.told(report) for other in found if other is not cluster for report in other.entries if _may_join(report, cluster))
    shown = sorted(near, key=lambda one: -len(one.report.telling & cluster.first.telling))[:NEAR]
    whole = Act(entry.id, cluster, told, tuple(shown))
    last = {row.entry: row.id for one in (*told, *shown) for row in one.view.decisions if row.entry}
    return replace(whole, decisions=_decided(whole.entries), last=last)


def decide(store: Store, action: str, pair: tuple[str, str], seen: int, by: tuple[str, str | None]) -> None:
    """Join the first entry with the second, or split it from every other report of the second's act; `by` is who does it, and why.

    `seen` is the last row of the ledger on the first entry that the person saw. Raises OutdatedError where somebody decided since,
    UsageError where the two can be no reports of one act.
    """
    if action not in MERGING:
        raise UsageError(f"{action}: is no decision on reports; use the buttons of the page")
    view, entry = viewing.find_entry(store, pair[0])
    others = [(one.view.key, one.entry) for one in act(store, pair[1]).entries] if action == "split" else [_named(store, pair[1])]
    others = [(key, other) for key, other in others if other != entry.id]
    if not others:
        raise UsageError(f"{entry.id}: is the only report of its act; there is nothing to split it from")
    for _, other in others:
        require_reports((entry.id, entry.kind), (other, viewing.find_entry(store, other)[1].kind))
    for key, other in others:
        row = decision(action, ((view.key, entry.id), (key, other)), *by)
        seen = reviewing.note(expecting.expecting(store, entry.id, seen), row).id


def compared(words: str, first: str) -> Iterator[tuple[str, bool]]:
    """The words in pieces, each with whether the first report has it too, whatever the capitals and marks."""
    mine, theirs = words.split(), first.split()
    keys = [[word.strip(".,;:!?“”\"'‘’()").casefold() for word in side] for side in (mine, theirs)]
    at = 0
    for block in difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks():
        if block.a > at:
            yield " ".join(mine[at : block.a]), False
        if block.size:
            yield " ".join(mine[block.a : block.a + block.size]), True
        at = block.a + block.size


def _named(store: Store, identifier: str) -> tuple[str, str]:
    view, entry = viewing.find_entry(store, identifier)
    return view.key, entry.id


def _require_shown(view: View, entry: Entry) -> None:
    if entry.kind not in REPORTED:
        raise RecordError(f"{entry.id}: is no statement and no event, and so no report of an act")
    if all(shown.id != entry.id for shown, _ in view.shown):
        raise RecordError(f"{entry.id}: was rejected, or rests on what was; take that back to see its act")


def _of(found: tuple[Cluster, ...], place: tuple[str, str]) -> Cluster:
    """The act that the entry at a place reports: its article's key, and its id within the record."""
    return next(one for one in found if any((report.article, report.value.id) == place for report in one.entries))


def _merged(gathered: _Gathered, decisions: tuple[Row, ...]) -> tuple[Cluster, ...]:
    _join(gathered, decisions)
    return merged(gathered.records(), decisions, naming(gathered.store))


def _join(gathered: _Gathered, decisions: Iterable[Row]) -> None:
    """Take in what a person joined with what was found."""
    there = {entry for ids in gathered.chosen.values() for entry in ids}
    for row in standing(decisions):
        pair = {row.entry or "", json.loads(row.new or '""')}
        for other in pair - there if row.action == "join" and pair & there else ():
            try:
                view, entry = viewing.find_entry(gathered.store, other)
            except RecordError:
                continue  # it is in no article that is shown any more
            gathered.views.setdefault(view.key, view)
            gathered.take(view.key, {entry.id: entry.local})


def _alike(gathered: _Gathered, report: Report) -> dict[str, dict[str, str]]:
    """By article the ids of the other entries that share most words with a report, at a time that fits, or a long quotation."""
    shared: dict[tuple[str, str, str], float] = {}
    for one in gathered.found(tuple(_queries(report)), report.kind):
        if (one.article, one.local) != (report.article, report.value.id):
            stems, length = gathered.telling(one)
            both = len(report.telling & stems)
            shared[one.article, one.id, one.local] = both / max(1, min(len(report.telling), length)) if both > 1 else 0.0
    found: dict[str, dict[str, str]] = {}
    for article, entry, local in sorted(shared, key=lambda one: (-shared[one], one))[:MOST]:
        if shared[article, entry, local] >= DEED:
            found.setdefault(article, {})[entry] = local
    return found


def _queries(report: Report) -> Iterator[Query]:
    """What its like are looked for by: its longest words, each at a time that fits, and the ends of a long quotation at any time."""
    for word in sorted(report.telling, key=lambda one: (-len(one), one))[:WORDS]:
        if len(word) >= SHORTEST and word.isalnum():
            yield Query((Term(word, prefix=True),), *_days(report))
    for start in sorted({0, max(0, len(report.quoted) - VERBATIM)}) if len(report.quoted) >= VERBATIM else ():
        yield Query((Term(" ".join(report.quoted[start : start + VERBATIM])),))


def _days(report: Report) -> tuple[str | None, str | None]:
    """The first day, and the first no longer, on which another report of the act can lie; a month counts as its first day."""
    if report.first is None or report.last is None:
        return None, None
    first = min(date.fromordinal(report.first) - AROUND, date.fromordinal(report.first).replace(day=1))
    return first.isoformat(), (date.fromordinal(report.last) + AROUND + timedelta(1)).isoformat()


def _may_join(report: Report, cluster: Cluster) -> bool:
    """Could a person take it for one more report: of the kind, in none of the articles, sharing two telling words?"""
    articles = {one.article for one in cluster.reports}
    return report.kind == cluster.kind and report.article not in articles and len(report.telling & cluster.first.telling) > 1


def _decided(told: Iterable[Told]) -> tuple[Row, ...]:
    """What stands decided of joining and splitting these entries, the newest first."""
    rows = {row.id: row for one in told for row in standing(one.view.decisions) if row.action in MERGING and row.entry == one.entry}
    return tuple(rows[number] for number in sorted(rows, reverse=True))
