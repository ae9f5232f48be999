"""Dyad months: how often one state acts towards another, month by month, by quad class, in both directions.

An act that several articles report counts once (`merging`). Acts that did happen count; planned, possible and denied ones do not. The
score is the mean of the PLOVER scores of the acts, -10 (conflict) to 10 (cooperation). COW codes are strings, as all codes are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.merging import Cluster
from dragoman.knowledge import Knowledge
from dragoman.resolving.stances import MUTUAL
from dragoman.values import Event

QUADS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells of acts: its key, what it is called, who published it on which day."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class DyadMonth:
    """What `source` did towards `target` in a month (None: acts whose month is not known), by quad class 1 to 4.

    `source` and `target` are ISO 3166-1 alpha-3, beside them the codes of the Correlates of War (None where it has none). `counts` are
    acts, `reports` how often articles tell of them, `score` the mean PLOVER score, `entries` the lasting ids of the first reports,
    `articles` all that tell of them, the first published first.
    """

    month: str | None
    source: str
    source_cow: str | None
    target: str
    target_cow: str | None
    counts: tuple[int, int, int, int]
    reports: int
    score: float
    entries: tuple[str, ...]
    articles: tuple[Told, ...]

    @property
    def acts(self) -> int:
        """Acts of all quad classes."""
        return sum(self.counts)


def months(clusters: Iterable[Cluster], knowledge: Knowledge, pair: tuple[str, str] | None = None) -> tuple[DyadMonth, ...]:
    """The dyad months of all states, or of a pair of them in both directions, by source, target and month; undated ones last.

    Acts of a state on itself are left out. In AGREE, CONSULT and COOPERATE parties that act alike stand in both directions.
    """
    found: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for source, target in sorted(directions(cluster)):
            if pair is None or {source, target} == set(pair):
                found[source, target, month_of(cluster) or "~"].append(cluster)
    return tuple(_row(place, acts, knowledge) for place, acts in sorted(found.items()))


def directions(cluster: Cluster) -> set[tuple[str, str]]:
    """From which states to which an act goes; () for statements and for what did not happen."""
    event = cluster.first.value
    if not isinstance(event, Event) or event.status != "actual":
        return set()
    sources = {actor.state for one in cluster.entries for actor in one.who if actor.state}
    targets = {actor.state for one in cluster.entries for actor in one.whom if actor.state}
    if event.type in MUTUAL:
        sources = targets = sources | targets
    return {(source, target) for source in sources for target in targets if source != target}


def month_of(cluster: Cluster) -> str | None:
    """The month in which an act lies, from the first report that tells it."""
    for one in cluster.entries:
        date, until = one.value.date, one.value.until
        if date and len(date) >= 7 and (until or date)[:7] == date[:7]:
            return date[:7]
    return None


def _row(place: tuple[str, str, str], acts: list[Cluster], knowledge: Knowledge) -> DyadMonth:
    source, target, month = place
    events = [cluster.first.value for cluster in acts if isinstance(cluster.first.value, Event)]
    quads = [knowledge.ontology.quad(event.type) for event in events]
    scores = [knowledge.ontology.score(event.type, event.mode) for event in events]
    one, two, three, four = (quads.count(quad) for quad in QUADS)
    return DyadMonth(
        None if month == "~" else month,
        source,
        cow(source, knowledge),
        target,
        cow(target, knowledge),
        (one, two, three, four),
        sum(len(cluster.reports) for cluster in acts),
        round(sum(scores) / len(scores), 2),
        tuple(cluster.name for cluster in acts),
        _articles(acts),
    )


def _articles(acts: list[Cluster]) -> tuple[Told, ...]:
    found = {Told(one.article, one.title, one.outlet, one.published) for cluster in acts for one in cluster.reports}
    return tuple(sorted(found, key=lambda one: (one.published or "9999", one.article)))


def cow(state: str, knowledge: Knowledge) -> str | None:
    """The Correlates of War's number of a state, as a string; None where it has none."""
    territory = knowledge.territory(state)
    return str(territory.cow) if territory and territory.cow is not None else None
