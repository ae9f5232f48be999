"""The actors of an article in a table: what each is, what decided that, how often it speaks and is named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.desk.cards.shape import Stand, basis, who_of
from dragoman.formats import naming
from dragoman.values import Actor, Record


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor of the article: what it is, what decided that, and how often it speaks and is named."""

    actor: Actor
    anchor: str
    who: str
    url: str
    basis: str
    id: str
    told: int


def cards(record: Record, stand: Stand) -> list[ActorCard]:
    """The actors, those who speak most first."""
    told = Counter(source for one in record.statements for source in {one.source, *one.co_sources} if source)
    order = sorted(enumerate(record.actors, 1), key=lambda item: (-told[item[1].id], -len(item[1].mentions), item[0]))
    return [
        ActorCard(
            actor,
            f"a{number}",
            naming.described(actor),
            who_of(actor).url,
            basis(actor),
            stand.ids.get(actor.id, ""),
            told[actor.id],
        )
        for number, actor in order
    ]
