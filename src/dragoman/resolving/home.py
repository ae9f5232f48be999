"""What the article takes for granted: whose an actor is of whom no state is said."""

from __future__ import annotations

import re

from dragoman.knowledge.dates import YES
from dragoman.knowledge.facts import Body
from dragoman.knowledge.names import parts, word_set
from dragoman.resolving.phrases import Said
from dragoman.resolving.surroundings import Decision, Surroundings

SOLE = {"president": "president", "prime minister": "prime_minister"}
"""Roles in words that one person of a state has, and their office classes."""
HOME_SECTORS = {
    "person": word_set("GOV LEG JUD COP MIL OPP CVL LAB SPY BUS EDU REL NGO MED"),
    "organisation": word_set("GOV LEG JUD COP MIL OPP CVL LAB SPY EDU REL MED"),
    "group": word_set("GOV LEG JUD COP OPP CVL LAB SPY"),
}
"""Which unplaced actors belong to the state that the article takes for granted; armed groups do not."""
UNKNOWN_TO_PRESIDENTS = re.compile(r"\b(?:king|queen|amir|emir|sultan|sheikh|crown prince|prime minister|premier|chancellor)\b", re.I)
"""Offices that a state whose president governs has none of."""
IN_OFFICE = word_set("GOV LEG JUD COP MIL")
"""The same where the article speaks to many states, whose citizens it names as well."""
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
    r"|western|european|arab|african|asian|countries|nations|states|allies|partners|leaders|governments|parties|sides|powers|neighbou?rs"
    r"|stakeholders|members|elements|peoples|everyone|everybody|anybody|nobody|all involved|hackers|perpetrators)\b",
    re.I,
)
"""Groups that may be of anywhere."""
WIDE = re.compile(
    r"\b(?:global|international|world|regional|islamic|european|african|arab|asian|american states|forum|coalition|the west|west)\b", re.I
)
"""Bodies that may be of several states."""
FIGHTERS = re.compile(r"(?:the )?local (?:forces|troops|fighters|partners|allies)\b", re.I)
"""Those whom an army from abroad finds where it fights."""
SUNDRY = re.compile(r"\b(?:reports|outlets|studies|media|press|polls|news)\b", re.I)
"""Media in general."""
ORGANIC = re.compile(
    r"(?:the |an? )?(?:congressional|parliamentary|government|governmental|ministerial|court|police|official|senate) "
    r"(?:report|study|statement|document|filing|investigation|probe|inquiry|survey)s?\b",
    re.I,
)
"""What an organ of a state has put out."""
FIRM = re.compile(r"\b(?:of|at|for) (?:the )?[A-Z]")
"""A business man's firm, by its name: where it is at home is not said."""
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
    shared = said.body.name if said and said.body and not said.body.id else ""
    words = words.replace(shared, "")  # "Foreign Office" is not foreign
    official = around.setting.publisher
    if FOREIGN.search(words) or (said and said.body and not shared and not (official and _ours(said.body))):
        return start
    if FIGHTERS.match(name) or (said and start.kind == "person" and _elsewhere(name, said, around)):
        return start
    if official and start.kind == "person" and start.sector in PUBLISHED:
        note = f"no state named; published by an organ of state: {around.knowledge.named(official)}"
        return start.because(note, state=official, basis="words", note=note)
    if official and start.kind == "group" and start.sector == "OPP":
        return start  # an organ of state speaks of the opposition and the prisoners of others
    if around.home and (LOCAL.match(words) or ORGANIC.match(name) or _domestic(around, start, said) or _plainly(name, around, start)):
        note = f"no state named; the article is about {around.knowledge.named(around.home)}"
        return start.because(note, state=around.home, basis="words", note=note)
    return start


def _elsewhere(name: str, said: Said, around: Surroundings) -> bool:
    """Whether the state taken for granted had another in the office named on that day: "President Xi" in Washington's words."""
    state, office, called = around.setting.publisher or around.home, (said.role or "").lower(), set(parts(name))
    governed = not state or around.knowledge.holders(state, "prime_minister", around.date)
    if around.setting.publisher and not governed and UNKNOWN_TO_PRESIDENTS.search(said.words):
        return True
    if not state or office not in SOLE or said.former or called <= set(parts(f"the {office}")):
        return False
    held = around.knowledge.holders(state, SOLE[office], around.date)
    persons = [around.knowledge.person(row.holding.person) for row in held if row.certainty == YES]
    known = {part for person in persons if person for one in person.names for part in parts(one)}
    return bool(known) and not known & called


def _ours(body: Body) -> bool:
    """Whether a body of no one state is one whose people an organ of state speaks of as its own: a command of several forces."""
    return not body.state and body.sector in PUBLISHED


def _plainly(name: str, around: Surroundings, start: Decision) -> bool:
    """Whether nothing more need be said where the article is about one state alone.

    So it is of a person whom the article names in full, of an organisation of no known sector that is not of several states by its name,
    of scholars and other groups that are not of anywhere, of an outlet, and of one document: "the probe".
    """
    person = start.kind == "person" and (len(parts(name)) > 1 or name[0].islower())  # "Newton" and "Christ" are of no article's state
    within = not start.sector and (person or (start.kind == "organisation" and not WIDE.search(name)))
    scholars = start.kind == "group" and start.sector == "EDU" and not ANYONE.search(name)
    outlet = start.kind == "media" and not SUNDRY.search(name)
    people = start.kind == "group" and not start.sector and (name[0].islower() or name.endswith("s")) and not ANYONE.search(name)
    return around.setting.plain and (within or scholars or outlet or people or bool(DOCUMENT.match(name)))


def _domestic(around: Surroundings, start: Decision, said: Said | None) -> bool:
    if around.setting.among_states:
        return start.sector in IN_OFFICE and start.sector in HOME_SECTORS.get(start.kind, ())
    if start.kind == "person" and start.sector == "BUS" and said and FIRM.search(said.words):
        return False
    return start.sector in HOME_SECTORS.get(start.kind, ()) or (start.kind == "person" and not start.sector and said is not None)
