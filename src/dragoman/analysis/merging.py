"""One act, many reports: statements and events of different articles that are the same act, as a derived view.

Nothing is deleted: a cluster lists its reports, who reports first, and where they differ. What a person joined or split is kept in the
ledger and overrules the rules of `alike`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.analysis.again import again
from dragoman.analysis.alike import alike, contradicting
from dragoman.analysis.bodies import Naming, naming, whole
from dragoman.analysis.reports import Report, quotation, reports, spells
from dragoman.errors import UsageError
from dragoman.knowledge.states import state_names
from dragoman.record.ledger import Row, standing
from dragoman.values import Actor, Event, Record, Statement

RARE, RARE_NEAR = 60, 10
"""A word in more reports than this, of all or of a spell of six days, says too little to bring two of them together."""

SIGNS = 2
"""Rare words that two reports must share to be compared."""

_NUMBER = re.compile(r"\b\d[\d,.]*\b")


@dataclass(frozen=True, slots=True)
class Difference:
    """What reports of one act tell differently: `numbers`, `wording` of a quotation, `parties`, `date`, or `denied by`; who has what."""

    what: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """One act: its reports, one of each article, the first published first. Its `name` is that of the first report.

    An article's report is the entry that stands first in it; `again` are its other entries that tell the act, in the order of articles.
    """

    reports: tuple[Report, ...]
    again: tuple[Report, ...] = ()

    @property
    def first(self) -> Report:
        """The report that was published first."""
        return self.reports[0]

    @property
    def name(self) -> str:
        """The lasting id of the first report's entry."""
        return self.first.entry

    @property
    def kind(self) -> str:
        """Statement or event."""
        return self.first.kind

    @property
    def entries(self) -> tuple[Report, ...]:
        """Every entry that tells the act: each report, and behind it what tells the act again in its article."""
        return tuple(one for report in self.reports for one in (report, *self.again_in(report.article)))

    def again_in(self, article: str) -> tuple[Report, ...]:
        """The entries of an article that tell the act again."""
        return tuple(one for one in self.again if one.article == article)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it, each outlet once, in the order of publication; an article without an outlet stands for itself."""
        return tuple(dict.fromkeys(one.outlet or one.article for one in self.reports))

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where the reports differ."""
        return tuple(_differences(self.entries))


def merged(records: Iterable[Record], decisions: Iterable[Row] = (), named: Naming | None = None) -> tuple[Cluster, ...]:
    """The acts of the records, each once, in the order of their first reports; `decisions` are the rows of the ledger.

    A pure function of the records as a set: the order in which they come changes nothing. Of a part of a record `named` gives the names of
    bodies that the whole has.
    """
    return united(reports(records), decisions, named)


def united(
    several_reports: Iterable[Report],
    decisions: Iterable[Row] = (),
    named: Naming | None = None,
    pairs: Iterable[tuple[str, str]] | None = None,
) -> tuple[Cluster, ...]:
    """The acts that these reports tell, as `merged` gives them.

    Of a part of a record the acts are those of the whole where it holds, of each of its reports, all that tell the same act, where `pairs`
    names these (`Report.name`), and `named` is the whole's.
    """
    found = sorted(several_reports, key=order)
    named = named or naming(found)
    compared = [whole(report, named) for report in found]
    joined, split = _decided(decisions)
    groups = _Groups(found)
    for entry, partner in joined:
        groups.join(entry, partner)
    candidates = _candidates(found) if pairs is None else _numbered(found, pairs)
    for one, other in sorted(candidates, key=lambda pair: (-len(found[pair[0]].telling & found[pair[1]].telling), pair)):
        left, right = groups.of(one), groups.of(other)
        if left is right or not one_act(compared[one], compared[other]):
            continue
        if any(_forbidden(compared[a], compared[b], split) for a in left for b in right):
            continue
        groups.unite(one, other)
    clusters = [_cluster([found[number] for number in sorted(group)]) for group in groups.all()]
    return tuple(sorted(clusters, key=lambda cluster: order(cluster.first)))


def one_act(one: Report, other: Report) -> bool:
    """Whether two reports tell the same act: two articles that do, or one article that tells it twice."""
    return again(one, other) if one.article == other.article else alike(one, other)


def several(clusters: Iterable[Cluster]) -> tuple[Cluster, ...]:
    """The acts that more than one article reports, those with most reports first."""
    return tuple(sorted((one for one in clusters if len(one.reports) > 1), key=lambda one: (-len(one.reports), order(one.first))))


def decision(action: str, entries: tuple[tuple[str, str], tuple[str, str]], who: str, why: str | None = None) -> Row:
    """The row of the ledger that joins or splits two entries, each given by its article's key and its lasting id (`join`, `split`).

    `record.reviewing.note` writes it.
    """
    (article, entry), (_, other) = entries
    return Row(0, "", who, action, article, entry, "report", None, json.dumps(other), why)


def require_reports(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Raise UsageError where two entries, each its id and kind, can be no two tellings of one act."""
    (entry, kind), (partner, other_kind) = one, other
    if kind not in ("statement", "event") or kind != other_kind:
        raise UsageError(f"{entry}, {partner}: are {kind} and {other_kind}; only statements or only events are reports of one act")


def order(report: Report) -> tuple[str, str, str, str]:
    """What reports are put in order by: publication, outlet, article and entry."""
    return report.published or "9999", report.outlet or "", report.article, report.entry


def _decided(rows: Iterable[Row]) -> tuple[tuple[tuple[str, str], ...], frozenset[frozenset[str]]]:
    """Pairs of lasting ids that a person joined, and those that a person split; of both for one pair the last holds."""
    last: dict[frozenset[str], Row] = {}
    for row in standing(rows):
        if row.action in ("join", "split") and row.entry and row.new:
            last[frozenset((row.entry, json.loads(row.new)))] = row
    joined = tuple((row.entry or "", json.loads(row.new or "null")) for row in last.values() if row.action == "join")
    return joined, frozenset(pair for pair, row in last.items() if row.action == "split")


def joined_pairs(decisions: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """The pairs of lasting ids that a person joined."""
    return _decided(decisions)[0]


def _forbidden(one: Report, other: Report, split: frozenset[frozenset[str]]) -> bool:
    """Two that contradict each other, two of one article that do not tell one act twice, or two that a person split."""
    if frozenset((one.entry, other.entry)) in split or contradicting(one, other):
        return True
    return one.article == other.article and not again(one, other)


def _numbered(found: list[Report], pairs: Iterable[tuple[str, str]]) -> set[tuple[int, int]]:
    """The pairs by the numbers of their reports, the lower first."""
    numbers = {report.name: number for number, report in enumerate(found)}
    return {(min(pair), max(pair)) for pair in ((numbers[one], numbers[other]) for one, other in pairs)}


def _candidates(found: list[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of one kind, with two telling words in common that are rare in all or in their days."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, report in enumerate(found):
        for word in report.telling:
            places[report.kind, word].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in places.values():
        together: set[tuple[int, int]] = set()
        for having in _rare(numbers, found):
            together.update(combinations(having, 2))
        for pair in together:
            shared[pair] += 1
    return (pair for pair, count in shared.items() if count >= SIGNS)


def _rare(numbers: list[int], found: list[Report]) -> Iterator[list[int]]:
    """Of the reports that have a word all, where these are few, else those of each spell of which there are few."""
    if len(numbers) <= RARE:
        yield numbers
        return
    lying: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        for spell in spells(found[number].first, found[number].last):
            lying[spell].append(number)
    yield from (having for having in lying.values() if len(having) <= RARE_NEAR)


class _Groups:
    """Reports by number, put together step by step."""

    def __init__(self, found: list[Report]) -> None:
        self._group = [[number] for number in range(len(found))]
        self._by_entry = {report.entry: number for number, report in enumerate(found)}

    def of(self, number: int) -> list[int]:
        return self._group[number]

    def unite(self, one: int, other: int) -> None:
        left, right = self._group[one], self._group[other]
        if left is not right:
            left += right
            for number in right:
                self._group[number] = left

    def join(self, one: str, other: str) -> None:
        if one in self._by_entry and other in self._by_entry:
            self.unite(self._by_entry[one], self._by_entry[other])

    def all(self) -> Iterator[list[int]]:
        seen: set[int] = set()
        for group in self._group:
            if id(group) not in seen:
                seen.add(id(group))
                yield group


def _cluster(found: list[Report]) -> Cluster:
    """The act of these entries, which are in the order of publication: of each article the first in its text as its report."""
    first: dict[str, Report] = {}
    for one in found:
        if one.article not in first or one.begins < first[one.article].begins:
            first[one.article] = one
    chosen = tuple(first.values())
    return Cluster(chosen, tuple(one for one in found if one is not first[one.article]))


def _differences(found: tuple[Report, ...]) -> Iterator[Difference]:
    """Of each article what the first of its entries that tells it says."""
    for what, telling in _TELLING.items():
        told: dict[str, tuple[str, str]] = {}
        for one in found:
            if words := telling(one):
                told.setdefault(one.article, (one.outlet or one.article, words))
        if len({" ".join(words.lower().split()) for _, words in told.values()}) > 1:
            yield Difference(what, tuple(told.values()))
    denials = tuple(
        (one.outlet or one.article, " ".join(one.value.disputed_by))
        for one in found
        if isinstance(one.value, Event) and one.value.disputed_by
    )
    if denials:
        yield Difference("denied by", denials)


def _named(actor: Actor) -> str:
    """A state by its one name, whatever the article calls it; anybody else as the article does."""
    return state_names().get(actor.state or "", actor.name) if actor.kind == "state" else actor.name


def _quoted(report: Report) -> str:
    """The words of a direct quotation; of a mixed one those in quotation marks."""
    return quotation(report.value, report.text) if isinstance(report.value, Statement) else ""


_TELLING: dict[str, Callable[[Report], str]] = {
    "numbers": lambda one: ", ".join(_NUMBER.findall(one.text)),
    "wording": _quoted,
    "date": lambda one: one.value.date or "",
    "parties": lambda one: ", ".join(sorted(_named(actor) for actor in one.whom)),
}
"""What an entry tells of each thing in which reports may differ; "" where it does not tell it."""
