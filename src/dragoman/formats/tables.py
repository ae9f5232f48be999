"""Events and votes as rows of words, for every format that shows a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.formats import chain, dates, naming
from dragoman.formats.outline import number, percent
from dragoman.formats.quads import quad
from dragoman.values import Event, Record, Vote

ARTICLE = "the article"
NOBODY = "nobody named"

WIDE_FROM = 100
"""Columns of a terminal from which seven columns of a table can be read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of events: its title, what stands in it, and its share of the width."""

    title: str
    cell: Callable[[Record, Event], str]
    ratio: int
    least: int = 8


def _when(_: Record, event: Event) -> str:
    return dates.short(event.date, event.until)


def _who(record: Record, event: Event) -> str:
    return names(record, event.actors)


def what(_: Record, event: Event) -> str:
    """The type with the mark of its quad class, the mode, and the trigger."""
    mode = f", {event.mode}" if event.mode else ""
    return f"{quad(event.type).mark} {event.type}{mode} “{' '.join(event.trigger.text.split())}”"


def _whom(record: Record, event: Event) -> str:
    return names(record, event.recipients)


def _where(_: Record, event: Event) -> str:
    return naming.place(event)


def _status(_: Record, event: Event) -> str:
    return f"{event.status}, {percent(event.confidence)}"


def reported(record: Record, event: Event) -> str:
    """Who reports the event, where only that one does, and who denies it."""
    statement = record.statement(event.reported_in)
    deniers = [chain.phrase(record, denial) for denial in map(record.statement, event.disputed_by) if denial]
    said = chain.phrase(record, statement) if statement else ARTICLE
    return "; ".join([said, *(f"disputed by {denier}" for denier in deniers)])


def _what_where(record: Record, event: Event) -> str:
    return "\n".join(filter(None, (what(record, event), naming.place(event))))


def _status_reported(record: Record, event: Event) -> str:
    teller = reported(record, event)
    told = "" if teller == ARTICLE else f"\nreported by {teller}"
    return _status(record, event) + told


WIDE = (
    Column("when", _when, 2),
    Column("who", _who, 3),
    Column("what", what, 4, 12),
    Column("whom", _whom, 3),
    Column("where", _where, 2),
    Column("status", _status, 2),
    Column("reported by", reported, 3, 11),
)
"""The seven columns of an event."""

NARROW = (
    Column("when", _when, 2),
    Column("who", _who, 3),
    Column("what, where", _what_where, 4, 12),
    Column("whom", _whom, 3),
    Column("status", _status_reported, 4, 9),
)
"""The same in five columns."""


def names(record: Record, actors: tuple[str, ...]) -> str:
    """The names of actors in a list: "A", "A and B", "A, B and C"; a dash for nobody."""
    found = [chain.name(record, actor) for actor in actors]
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1]))) if found else "–"


def voters(record: Record, vote: Vote) -> str:
    """The named voters and the number of others who voted alike: "Pakistan and 34 others"."""
    if vote.others is None:
        return names(record, vote.voters)
    if not vote.voters:
        return number(vote.others, "voter")
    return f"{', '.join(chain.name(record, voter) for voter in vote.voters)} and {number(vote.others, 'other')}"


def ground(vote: Vote) -> str:
    """What follows the verdict on a vote: the roll call that it rests on and the reason, states by name."""
    reason = naming.reason(vote)
    found = f" ({vote.roll_call})" if vote.roll_call and vote.roll_call not in reason else ""
    return f"{found}: {reason}" if vote.check else found
