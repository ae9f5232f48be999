"""What the article takes for granted: whose an actor is of whom no state is said."""

from __future__ import annotations

import re

from dragoman.knowledge.facts import Body
from dragoman.knowledge.names import word_set
from dragoman.resolving.phrases import Said
from dragoman.resolving.surroundings import Decision, Surroundings

HOME_SECTORS = {
    "person": word_set("GOV LEG JUD COP MIL OPP CVL LAB SPY BUS EDU REL NGO MED"),
    "organisation": word_set("GOV LEG JUD COP MIL OPP CVL LAB SPY EDU REL MED"),
    "group": word_set("GOV LEG JUD COP OPP CVL LAB SPY"),
}
"""Which unplaced actors belong to the state that the article takes for granted; armed groups do not."""
PUBLISHED = word_set("GOV MIL SPY COP JUD LEG")
"""Sectors whose persons an organ of state names without saying whose they are, where they are its own."""
LOCAL = re.compile(
    r"(?:the |several |multiple |some )?(?:local|national|state|domestic) "
    r"(?:media|press|reports|news|newspapers|outlets|television|radio)\b",
    re.I,
)
"""Media that the article means as those of its own country."""
DOCUMENT = re.compile(
    r"(?:the |an? |this )?(?:\w+ )?(?:(?:report|study|survey|ruling|opinion|transcript|headline|advisory|probe|inquiry)\b"
    r"|(?:estimates?|averages?|figures?|data|numbers)\b.* (?:by|from|of)\b)",
    re.I,
)
"""One document, or what somebody has counted."""
ANYONE = re.compile(
    r"\b(?:sources?|analysts?|experts?|observers?|forecasters?|meteorologists?|some|those|who|foreign|international|other|world|global"
    r"|western|european|arab|african|asian|countries|nations|states|allies|partners|leaders|governments)\b",
    re.I,
)
"""Groups that may be of anywhere."""
SUNDRY = re.compile(r"\b(?:reports|outlets|studies|media|press|polls|news)\b", re.I)
"""Media in general."""
ORGANIC = re.compile(
    r"(?:the |an? )?(?:congressional|parliamentary|government|governmental|ministerial|court|police|official|senate) "
    r"(?:report|study|statement|document|filing|investigation|probe|inquiry|survey)s?\b",
    re.I,
)
"""What an organ of a state has put out."""
FOREIGN = re.compile(
    r"\b(foreign|other|international|world|global|neighbou?ring|(?-i:[Ww]estern(?! [A-Z]))|european|allied|overseas|arab|african"
    r"|asian|latin|countries|nations|states|allies|partners|leaders|governments|capitals)\b",
    re.I,
)


def at_home(name: str, around: Surroundings, start: Decision, said: Said | None) -> Decision:
    """The actor of that name, unless it is foreign, in the state that the article takes for granted.

    Unplaced domestic actors belong to the state that nearly all of the article is about.
    What an organ of state publishes speaks of its own officials without saying whose. The note says what was taken for granted.
    """
    words = said.words if said else ""
    official = around.setting.publisher
    if FOREIGN.search(words) or (said and said.body and not (official and _ours(said.body))):
        return start
    if official and start.kind == "person" and start.sector in PUBLISHED:
        note = f"no state named; published by an organ of {official}"
        return start.because(note, state=official, basis="words", note=note)
    if around.home and (LOCAL.match(words) or ORGANIC.match(name) or _domestic(start, said) or _plainly(name, around, start)):
        note = f"no state named; the article is about {around.home}"
        return start.because(note, state=around.home, basis="words", note=note)
    return start


def _ours(body: Body) -> bool:
    """Whether a body of no one state is one whose people an organ of state speaks of as its own: a command of several forces."""
    return not body.state and body.sector in PUBLISHED


def _plainly(name: str, around: Surroundings, start: Decision) -> bool:
    """Whether nothing more need be said where the article is about one state alone.

    So it is of a person, of an organisation of no known sector, of its scholars and other groups, of an outlet,
    and of one document: "the probe".
    """
    within = start.kind in ("person", "organisation") and not start.sector
    scholars = start.kind == "group" and start.sector == "EDU"
    outlet = start.kind == "media" and not SUNDRY.search(name)
    people = start.kind == "group" and not start.sector and (name[0].islower() or name.endswith("s")) and not ANYONE.search(name)
    return around.setting.plain and (within or scholars or outlet or people or bool(DOCUMENT.match(name)))


def _domestic(start: Decision, said: Said | None) -> bool:
    return start.sector in HOME_SECTORS.get(start.kind, ()) or (start.kind == "person" and not start.sector and said is not None)
