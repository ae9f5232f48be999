"""The states that an article is about, and the one that it takes for granted, if any."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.facts import Body
from dragoman.resolving.phrases import STATE_USES, compound, one_name, part_of_name
from dragoman.resolving.scan import Scan
from dragoman.values import Place

SHARE = 0.5
LEAD = 1.6
MENTIONS = 2.0
PLACE = 1.0
BODY = 0.5
TITLE = 0.5
PERSON = 1.0
OUTLET = 3.0
CODE = 3.0
PLAIN_SHARE, PLAIN_MENTIONS = 0.6, 4.0
"""How much of all, and how much at least, `home` has where an article is plainly about it alone."""


@dataclass(frozen=True)
class Setting:
    """All states named, and `home`: the state that unplaced police, voters and courts belong to, or None where several could.

    `publisher` is the state whose organ publishes the article, `among_states` whether a body of many states does, which speaks to all.
    """

    states: frozenset[str]
    home: str | None
    counts: tuple[tuple[str, float], ...]
    publisher: str | None = None
    among_states: bool = False

    @property
    def plain(self) -> bool:
        """Whether the article is so much about its `home` that even a name of which nothing is said belongs there."""
        count, total = dict(self.counts).get(self.home or "", 0.0), sum(number for _, number in self.counts)
        alone = self.home is not None and not self.among_states
        return alone and (count == total >= MENTIONS or count >= max(PLAIN_MENTIONS, PLAIN_SHARE * total))

    def with_persons(self, states: Iterable[str]) -> Setting:
        """The setting with the states of the persons that were resolved without it."""
        counts = defaultdict(float, self.counts)
        for state in states:
            counts[state] += PERSON
        return replace(_of(counts, self.publisher), among_states=self.among_states)


def setting(scans: tuple[Scan, Scan], places: Iterable[Place], outlet: str | None, knowledge: Knowledge) -> Setting:
    """The setting of an article, of its title and its text scanned.

    Territories by name, other places by where they lie, organs and titles of one state, and the outlet's own state.
    """
    counts: dict[str, float] = defaultdict(float)
    title, text = scans
    for place in places:
        first, last = text.within(place.span)
        if place.country and not any(text.at[index].names for index in range(first, last) if index in text.at):
            counts[place.country] += PLACE
    for scan, weight in ((title, 2.0), (text, 1.0)):
        for hit in scan.hits:
            name = one_name(hit, frozenset()) if hit.names and not compound(scan, hit) and not part_of_name(scan, hit) else None
            if name and not hit.bodies:
                counts[name.iso3] += weight * (PLACE if name.use == "place" else 1.0)
            elif len(hit.bodies) == 1 and hit.bodies[0].state:
                counts[hit.bodies[0].state] += weight * BODY
            elif hit.title and hit.title.state:
                counts[hit.title.state] += weight * TITLE
    for code in _codes(title.text, knowledge):
        counts[code] += CODE
    state, official = _outlet(outlet, knowledge) if outlet else (None, False)
    among_states = outlet is not None and any(body.actor == "igo" for body in _bodies(outlet, knowledge))
    if state:
        counts[state] += OUTLET
    return replace(_of(counts, state if official else None), among_states=among_states)


def _codes(title: str, knowledge: Knowledge) -> set[str]:
    """The states that a title names by their codes: "General Debate, COG, 2019"."""
    return {code for code in re.findall(r"\b[A-Z]{3}\b", title) if knowledge.territory(code)} if not title.isupper() else set()


def _outlet(outlet: str, knowledge: Knowledge) -> tuple[str | None, bool]:
    """The one state that an outlet belongs to, and whether it is an organ of that state that publishes for itself."""
    lexicon = knowledge.lexicon
    bodies = _bodies(outlet, knowledge)
    seats = {name.iso3 for name in lexicon.name(outlet) if name.use in STATE_USES}
    states = {body.state for body in bodies} | seats
    official = bool(seats) or any(body.kind == "organisation" for body in bodies)
    return (states.pop(), official) if len(states) == 1 else (None, False)


def _bodies(outlet: str, knowledge: Knowledge) -> set[Body]:
    """The bodies that an outlet can be, with and without its article."""
    return {body for form in (outlet, f"The {outlet}") for body in knowledge.lexicon.body(form)}


def _of(counts: dict[str, float], publisher: str | None) -> Setting:
    """`home` has at least MENTIONS, SHARE of all, and LEAD times the next."""
    ranked = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    total = sum(counts.values())
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    clear = bool(ranked) and ranked[0][1] >= max(MENTIONS, SHARE * total, LEAD * second)
    return Setting(frozenset(counts), ranked[0][0] if clear else None, ranked, publisher)
