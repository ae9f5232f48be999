"""What decided an actor: its mentions, what the article says of it, whom it could be, and the reasons in order."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.knowledge import Knowledge
from dragoman.knowledge.names import key
from dragoman.resolving.decisions import decide
from dragoman.resolving.people import office_of
from dragoman.resolving.resolve import surroundings
from dragoman.resolving.surroundings import Decision
from dragoman.values import Actor, Record


@dataclass(frozen=True)
class Explanation:
    """An actor as resolved and what led there; `words` are the phrases that describe it, `candidates` whom knowledge offered.

    `state` and `home` are the names of the actor's state and of the one that the article is about, "" where there is none.
    """

    actor: Actor
    mentions: tuple[str, ...]
    words: tuple[str, ...]
    candidates: tuple[str, ...]
    reasons: tuple[str, ...]
    state: str
    home: str

    def lines(self) -> tuple[str, ...]:
        """The explanation as lines for people."""
        actor = self.actor
        return (
            f"{actor.name}: {actor.kind}, state {self.state or 'open'}, sector {actor.sector or 'open'}",
            f"role: {actor.role or 'none'}; wikidata: {actor.wikidata or 'none'}; basis: {actor.basis or 'none'}",
            *(f"mention: {mention}" for mention in self.mentions),
            *(f"the article says: {words}" for words in self.words),
            *(f"could be: {candidate}" for candidate in self.candidates),
            *(f"decided: {reason}" for reason in self.reasons),
            f"the article is about: {self.home or 'no one state'}",
            *((f"note: {actor.note}",) if actor.note else ()),
        )


def explain(record: Record, who: str, knowledge: Knowledge) -> Explanation:
    """How the actor of that id or name is resolved. Raises UsageError where the record has none such; the message lists those it has."""
    actor = find(record, who)
    around = surroundings(record, knowledge)
    decision = decide(actor, around)
    return Explanation(
        decision.applied(actor),
        tuple(f"“{_line(record.article.text, span.start, span.end)}” at {span.start}" for span in actor.mentions),
        tuple(dict.fromkeys(said.words for said in decision.said)),
        tuple(_candidate(decision, knowledge, record.article.date)),
        decision.reasons,
        knowledge.named(decision.state),
        knowledge.named(around.home),
    )


def find(record: Record, who: str) -> Actor:
    """The actor of that id, that name, or the only one whose name holds those words."""
    wanted = key(who).lower()
    by_id = record.actor(who)
    exact = [actor for actor in record.actors if key(actor.name).lower() == wanted]
    part = [actor for actor in record.actors if wanted and wanted in key(actor.name).lower()]
    found = [by_id] if by_id else exact or part
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{actor.id} {actor.name}" for actor in (found or record.actors)) or "none"
    raise UsageError(f"{who!r}: {'several actors are' if found else 'no actor is'} called so; choose one of: {listed}")


def _line(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 30) : end + 30].split())


def _candidate(decision: Decision, knowledge: Knowledge, date: str | None) -> list[str]:
    lines = []
    for person in decision.candidates:
        held = [f"{office_of(row.holding, knowledge)} ({row.certainty})" for row in knowledge.offices(person.id, date)]
        lines.append(f"{person.name}, {knowledge.named(person.state or person.body)}: {', '.join(held) or 'no office known on that day'}")
    return lines
