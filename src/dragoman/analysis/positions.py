"""Where a state or a person stands on a target over time: dated evidence, each piece with its polarity and its entry; no score.

The rules are those of `resolving.stances`, so that a piece of evidence says here what it says in the record of its article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.knowledge.names import key
from dragoman.record.identity import article_key, entries
from dragoman.record.narrowing import Within
from dragoman.resolving.stances import Stance, claimed, of_event, of_statement, of_vote
from dragoman.resolving.targets import SPEAKING
from dragoman.values import Actor, Event, Matter, Record, Statement, Vote

CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose position, or on what: a state by its code, or names by their words."""

    state: str | None = None
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> Chosen:
        """`PAK` is the state of that code; all else is words that a name must have. Raises UsageError where there are none."""
        if CODE.fullmatch(text.strip()):
            return cls(state=text.strip())
        found = tuple(key(text).lower().split())
        if not found:
            raise UsageError(f"{text!r}: name a state by its code (PAK), or a person or matter by words of its name")
        return cls(words=found)

    def actor(self, actor: Actor) -> bool:
        """Is it this state, somebody of its government, or somebody of that name?"""
        if self.state:
            return actor.state == self.state and (actor.kind == "state" or actor.sector in SPEAKING)
        return self._named(actor.name)

    def matter(self, matter: Matter, record: Record) -> bool:
        """Is it a matter of that name, or one to which the state is party?"""
        if self.state:
            return any((actor := record.actor(party)) and actor.state == self.state for party in matter.parties)
        return any(self._named(name) for name in (matter.name, *(mention.text for mention in matter.mentions)))

    def _named(self, name: str) -> bool:
        worded = key(name).lower().split()
        return all(any(one.startswith(word) for one in worded) for word in self.words)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: who stands how on what, when, by which entry of which article.

    `date` is the entry's own, else its article's, with `dated` False; `what` is the act, the PLOVER type or the choice; `through` names who
    alone tells of it, where that is another.
    """

    date: str | None
    until: str | None
    dated: bool
    actor: str
    state: str | None
    target: str
    stance: str
    kind: str
    what: str
    words: str
    entry: str
    article: str
    title: str | None
    outlet: str | None
    url: str | None
    confidence: float
    through: str | None = None


def within(actor: Chosen, target: Chosen | None = None) -> Within:
    """The articles of a record in which evidence can stand: `positions` finds none in any other."""
    states = tuple(chosen.state for chosen in (actor, target) if chosen and chosen.state)
    return Within(states=states, names=actor.words)


def positions(records: Iterable[Record], actor: Chosen, target: Chosen | None = None) -> tuple[Evidence, ...]:
    """The evidence of where `actor` stands on `target`, or on anything, oldest first; what has no date at all comes last."""
    found = [evidence for record in records for evidence in _of_record(record, actor, target)]
    return tuple(sorted(found, key=lambda one: (one.date is None, one.date or "", one.article, one.entry, one.target)))


def _of_record(record: Record, actor: Chosen, target: Chosen | None) -> Iterator[Evidence]:
    actors = {one.id: one for one in record.actors}
    matters = {one.id: one for one in record.matters}
    wanted = {name for name, one in actors.items() if actor.actor(one)}
    if not wanted:
        return
    lasting = {entry.local: entry for entry in entries(record)}
    values: tuple[Statement | Event | Vote, ...] = (*record.statements, *record.events, *record.votes)
    for value in values:
        for stance in _shown(record, value):
            if stance.actor not in wanted:
                continue
            if target and not _meets(stance.target, target, (actors, matters), record):
                continue
            if stance.target in actors and _own(actors[stance.target], actors[stance.actor], actor):
                continue
            entry = lasting[value.id]
            named = actors.get(stance.target) or matters[stance.target]
            teller = record.actor(claimed(record, value)) if isinstance(value, Event) else None
            yield Evidence(
                value.date or record.article.date,
                value.until if value.date else None,
                bool(value.date),
                actors[stance.actor].name,
                actors[stance.actor].state,
                named.name,
                stance.stance,
                entry.kind,
                what(value),
                entry.words,
                entry.id,
                article_key(record),
                record.article.title,
                record.article.outlet,
                record.article.url,
                value.confidence,
                teller.name if teller else None,
            )


def _own(target: Actor, actor: Actor, chosen: Chosen) -> bool:
    """Is it the actor's own state, or, where a state is asked for, anybody of it? Nobody has a position on himself."""
    return bool(target.state) and target.state == actor.state and (target.kind == "state" or chosen.state is not None)


def _shown(record: Record, value: Statement | Event | Vote) -> Iterator[Stance]:
    if isinstance(value, Statement):
        return of_statement(record, value)
    return of_event(record, value) if isinstance(value, Event) else of_vote(record, value)


def _meets(name: str, target: Chosen, named: tuple[dict[str, Actor], dict[str, Matter]], record: Record) -> bool:
    actors, matters = named
    if name in actors:
        one = actors[name]
        return one.state == target.state if target.state else target.actor(one)
    return name in matters and target.matter(matters[name], record)


def what(value: Statement | Event | Vote) -> str:
    """The act of a statement, the PLOVER type of an event, the choice of a vote."""
    return value.act if isinstance(value, Statement) else value.type if isinstance(value, Event) else value.choice
