"""What an actor is decided from, and what was decided of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.facts import Person
from dragoman.knowledge.names import key
from dragoman.resolving.phrases import Said
from dragoman.resolving.scan import Scan
from dragoman.resolving.setting import Setting
from dragoman.values import Actor, Place


@dataclass(frozen=True)
class Surroundings:
    """What every actor of one article is decided from. `home` is None in the first pass."""

    scan: Scan
    title: Scan
    setting: Setting
    home: str | None
    date: str | None
    knowledge: Knowledge
    relatives: dict[str, str] = field(default_factory=dict)
    """The states of the persons placed in the first pass, by family name."""
    places: tuple[Place, ...] = ()

    def place(self, actor: Actor) -> Place | None:
        """The toponym that the actor is named by, if its name was read as one; a word without a capital is none ("@peoplesvote-uk")."""
        if actor.name.islower():
            return None
        name = key(actor.name)
        spans = [mention for mention in actor.mentions if key(mention.text).removeprefix("the ") == name]
        named = (one for one in self.places if any(span.start <= one.span.start and one.span.end <= span.end for span in spans))
        return next((one for one in named if key(one.span.text) == name), None)


@dataclass(frozen=True)
class Decision:
    """What was decided of an actor, all that the words said, whom knowledge offered, and the reasons in order."""

    kind: str
    state: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    basis: str | None = None
    note: str | None = None
    said: tuple[Said, ...] = ()
    candidates: tuple[Person, ...] = ()
    reasons: tuple[str, ...] = ()

    def applied(self, actor: Actor) -> Actor:
        """The actor with the decision in place of what it had."""
        return replace(
            actor,
            kind=self.kind,
            state=self.state,
            sector=self.sector,
            role=self.role,
            wikidata=self.wikidata,
            basis=self.basis,
            note=self.note,
        )

    def because(self, reason: str, **changes: object) -> Decision:
        """The decision with changes and the reason for them."""
        return replace(self, reasons=(*self.reasons, reason), **changes)  # type: ignore[arg-type]
