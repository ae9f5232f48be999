"""Where one stands over time: an overview from the positions of the newest articles, and the evidence on one target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from dragoman.analysis.positions import Chosen, Evidence, positions
from dragoman.desk import who
from dragoman.desk.who import Who
from dragoman.knowledge.names import key
from dragoman.record import Store, searching, viewing
from dragoman.record.standpoints import Party, Standpoint, standpoints
from dragoman.resolving.targets import SPEAKING

STANCES = ("support", "cooperative", "neutral", "hostile", "oppose")
"""From the friendliest to the least friendly."""

SIGNS = dict(zip(STANCES, "▲△○▽▼", strict=True))
ARTICLES = 200
"""The newest articles in which one speaks, acts or votes, whose positions are looked at."""

HITS = 250
"""The newest statements, deeds and votes of one, each, from which these articles are taken."""

READ = 40
"""The newest of them whose records are opened for the evidence on one target."""

TARGETS = 12


@dataclass(frozen=True, slots=True)
class Stood:
    """Where one stands on a target: how often each stance is shown (by article), those of the latest day, and the points over time."""

    target: Who
    counts: tuple[tuple[str, int], ...]
    latest: tuple[str, ...]
    date: str | None
    points: tuple[tuple[str, str], ...]

    @property
    def total(self) -> int:
        """How many positions there are."""
        return sum(count for _, count in self.counts)


def stood(store: Store, one: Who) -> tuple[Stood, ...]:
    """Where one stands on each target in the newest articles, those with most positions first."""
    by_target: dict[str, list[Standpoint]] = {}
    for row in _mine(store, one):
        by_target.setdefault(on(row.target).key.casefold(), []).append(row)
    found = [_stood(rows) for rows in by_target.values()]
    return tuple(sorted(found, key=lambda each: (-each.total, each.target.name))[:TARGETS])


def evidence(store: Store, one: Who, target: Who) -> tuple[tuple[Evidence, ...], bool]:
    """The evidence of where one stands on a target, newest first, and whether older articles were left out.

    On a state also counts what is shown on its people, and on matters to which it is party.
    """
    rows = [row for row in _mine(store, one) if _meets(on(row.target), row.target, target)]
    keys = tuple(dict.fromkeys(row.article for row in rows))
    records = (viewing.view(store, name).record for name in keys[:READ])
    found = positions(records, _chosen(one), _chosen(target))
    exact = [piece for piece in found if one.code or piece.actor.casefold() == one.name.casefold()]
    return tuple(reversed(exact)), len(keys) > READ


def on(party: Party) -> Who:
    """The page of a target: its state's where it is one; a matter is named by its words."""
    state = who.state(party.state) if party.kind == "state" and party.state else None
    return state or Who(party.name)


def url(one: Who, target: Who) -> str:
    """The address of the evidence."""
    return f"/positions?of={quote(one.key, safe='')}&on={quote(target.key, safe='')}"


def _mine(store: Store, one: Who) -> list[Standpoint]:
    """The positions of one in the newest articles; those of a government's people are their state's."""
    keys = dict.fromkeys(hit.article for kind in ("statement", "event", "vote") for hit in _taking_part(store, kind, one))
    found = standpoints(store, tuple(keys)[:ARTICLES], state=one.code, name=None if one.code else one.name)
    return [row for row in found if _is(row.actor, one) and on(row.target).key.casefold() != one.key.casefold()]


def _taking_part(store: Store, kind: str, one: Who) -> Iterable[searching.Hit]:
    if not any(letter.isalnum() for letter in one.phrase):
        return ()
    return who.exactly(searching.search(store, who.query(kind, ("speaker", one.phrase)), HITS), one, "speaker")


def _is(party: Party, one: Who) -> bool:
    if one.code:
        return party.state == one.code and (party.kind == "state" or party.sector in SPEAKING)
    return party.name.casefold() == one.name.casefold()


def _meets(found: Who, party: Party, target: Who) -> bool:
    """Can the evidence on the target be in an article with this position? Matters of a state are known to its record alone."""
    return found.key.casefold() == target.key.casefold() or bool(target.code and (party.state == target.code or party.kind == "matter"))


def _chosen(one: Who) -> Chosen:
    return Chosen(state=one.code) if one.code else Chosen(words=tuple(key(one.name).lower().split()))


def _stood(rows: list[Standpoint]) -> Stood:
    latest = max(row.date or "" for row in rows)
    shown = {row.stance for row in rows if (row.date or "") == latest}
    counts = Counter(row.stance for row in rows)
    return Stood(
        on(rows[0].target),
        tuple((stance, counts[stance]) for stance in STANCES if counts[stance]),
        tuple(stance for stance in STANCES if stance in shown),
        latest or None,
        tuple((row.date, row.stance) for row in rows if row.date),
    )
