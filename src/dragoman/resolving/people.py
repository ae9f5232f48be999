"""Which public figure an actor is: by full name, by family name on a day in office, or by the office alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.knowledge import Held, Knowledge
from dragoman.knowledge.dates import YES, first_day, last_day
from dragoman.knowledge.facts import Holding, Person
from dragoman.knowledge.names import parts, word_set
from dragoman.resolving.phrases import Said
from dragoman.values import Actor

_IGO = """secretary_general deputy_secretary_general commission_president council_president eu_high_representative director_general
high_commissioner assembly_president court_president minorities_commissioner parliament_president bank_president
commissioner commissioner_general high_representative under_secretary_general emergency_relief_coordinator executive_director
executive_secretary managing_director administrator special_representative special_envoy special_coordinator special_rapporteur
spokesperson chair prosecutor supreme_commander military_committee_chair"""
SECTORS = {"house_speaker": "LEG", "senate_majority_leader": "LEG", "pope": "REL"} | dict.fromkeys(_IGO.split(), "IGO")
"""The sectors of offices that are not of a government."""
TITLES = {
    "security_adviser": "National Security Advisor",
    "un_ambassador": "ambassador to the United Nations",
    "house_speaker": "Speaker",
    "secretary_general": "Secretary-General",
    "deputy_secretary_general": "Deputy Secretary-General",
    "commission_president": "President of the Commission",
    "council_president": "President of the Council",
    "eu_high_representative": "High Representative",
    "director_general": "Director-General",
    "assembly_president": "President of the Assembly",
    "court_president": "President of the Court",
    "minorities_commissioner": "High Commissioner on National Minorities",
    "parliament_president": "President of the Parliament",
    "bank_president": "President of the Bank",
    "commissioner_general": "Commissioner-General",
    "under_secretary_general": "Under-Secretary-General",
    "supreme_commander": "Supreme Commander",
    "military_committee_chair": "Chair of the Military Committee",
    "leader": "leader",
    "monarch": "monarch",
}
"""Offices in words, where these are not the class's own words."""
US_TITLES = {
    "interior_minister": "Secretary of Homeland Security",
    "attorney_general": "Attorney General",
    "foreign_minister": "Secretary of State",
    "defence_minister": "Secretary of Defense",
    "finance_minister": "Secretary of the Treasury",
}
HEADS = word_set("president prime_minister leader monarch supreme_leader chief_executive")
ELECTED = word_set("president vice_president prime_minister")
"""Offices whose candidates news names long before they hold them."""
STATED = word_set("president prime_minister monarch foreign_minister")
"""Offices by which, with a family name and a day, one person is meant wherever his state is not named."""
WORLD = word_set("UN NATO EU WHO WTO IAEA OHCHR UNHCR")
"""Bodies whose heads news calls by family name alone, as it does those of states that it has named."""
NEAR = 8  # years


@dataclass(frozen=True)
class Match:
    """The persons whom an actor can be, and, of a single one, the office on that day in words, its sector, the reason, all offices."""

    candidates: tuple[Person, ...] = ()
    role: str | None = None
    sector: str | None = None
    reason: str = ""
    offices: frozenset[str] = frozenset()


def match(actor: Actor, said: list[Said], date: str | None, states: frozenset[str], knowledge: Knowledge) -> Match:
    """The persons whom the actor can be. One: it is that one. Several: open. None: nobody known."""
    name = _bare(actor.name)
    named = knowledge.people(name)
    if named:
        return _single(_fitting(named, said, date, states, knowledge), date, knowledge, "known by that name")
    if name and len(parts(name)) == 1 and name[0].isupper():
        family = _alone(name, said, date, states, knowledge)
        return _single(family, date, knowledge, "the one of that family name in office then")
    return Match()


HONORIFICS = re.compile(
    r"^(?:(?:the|then|former|Vice|Prime|Foreign|Chief|Crown|President|Minister|Secretary|Chancellor|Premier|King|Queen|Pope|Sultan|Emir"
    r"|Prince|Princess|Senator|Sen\.|Rep\.|Gov\.|Governor|General|Gen\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Ayatollah|Sheikh|Lt\.|Col\.|Maj\."
    r"|Congressman|Ambassador|Speaker)\s+)+"
)


def _bare(name: str) -> str:
    """The name without honorifics and titles before it: "President Obama" → "Obama", "Mr. Gorbachev" → "Gorbachev"."""
    return HONORIFICS.sub("", name)


def _fitting(
    persons: tuple[Person, ...], said: list[Said], date: str | None, states: frozenset[str], knowledge: Knowledge
) -> tuple[Person, ...]:
    """Those that the words' states allow; of several those in the office named, then in any office on that day, then of a state named."""
    placed = {one.state for one in said if one.state and not one.place_only}
    if placed:
        persons = tuple(person for person in persons if person.state in placed or person.state is None) or (
            persons if len(persons) == 1 else ()
        )
    persons = _same(persons)
    tests: tuple[Callable[[Person], bool], ...] = (
        lambda person: _of_body(person, said, knowledge),
        lambda person: _holds(person, said, date, knowledge),
        lambda person: bool(knowledge.offices(person.id, date)),
        lambda person: person.state in states,
    )
    for test in tests:
        if len(persons) > 1:
            persons = tuple(person for person in persons if test(person)) or persons
    return persons


def _same(persons: tuple[Person, ...]) -> tuple[Person, ...]:
    """The persons, of several rows with one Wikidata id the hand-kept ones: the King of fifteen states is Britain's."""
    kept = {person.wikidata for person in persons if person.source == "kept" and person.wikidata}
    return tuple(person for person in persons if person.source == "kept" or person.wikidata not in kept)


def _of_body(person: Person, said: list[Said], knowledge: Knowledge) -> bool:
    """Whether the words name the body whose official the person is, or the body that it belongs to."""
    body = knowledge.body(person.body) if person.body else None
    return body is not None and any(one.body.id in (body.id, body.parent) for one in said if one.body)


def _surely(person: Person, date: str | None, knowledge: Knowledge) -> bool:
    return any(held.certainty == YES for held in knowledge.offices(person.id, date))


def _holds(person: Person, said: list[Said], date: str | None, knowledge: Knowledge) -> bool:
    offices = {office for one in said for office in one.offices}
    held = {held.holding.office for held in knowledge.offices(person.id, date)}
    return bool(offices & held) or bool(offices & HEADS and held & HEADS)


def _alone(name: str, said: list[Said], date: str | None, states: frozenset[str], knowledge: Knowledge) -> tuple[Person, ...]:
    """Of a family name alone: those surely in office on that day, of a state and in an office that the words or the article name."""
    placed = {one.state for one in said if one.state and not one.place_only}
    titled = any(one.offices for one in said)
    former = any(one.former for one in said)
    found = []
    for person in knowledge.family(name):
        held = _surely(person, date, knowledge) or (former and knowledge.holdings_of(person.id))
        near = person.state in placed if placed else _called(person, said, date, states, knowledge)
        if near and held and (not titled or former or _holds(person, said, date, knowledge)):
            found.append(person)
    return _foremost(found, said, date, knowledge) or _once(name, said, date, states, knowledge)


def _called(person: Person, said: list[Said], date: str | None, states: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether the article can mean the person by family name: of a state or body that it names, or in the office that the words name."""
    if person.state is None:
        return person.body in WORLD or _of_body(person, said, knowledge)
    return person.state in states or _exact(person, said, date, knowledge)


def _foremost(found: list[Person], said: list[Said], date: str | None, knowledge: Knowledge) -> tuple[Person, ...]:
    """Of several of one family name those of the body named, then those in the very office named ("the leader Kim")."""
    offices = {office for one in said for office in one.offices}
    tests: tuple[Callable[[Person], bool], ...] = (
        lambda person: _of_body(person, said, knowledge),
        lambda person: bool(offices & {held.holding.office for held in knowledge.offices(person.id, date)}),
    )
    for test in tests:
        if len(found) > 1:
            found = [person for person in found if test(person)] or found
    return tuple(found)


def _exact(person: Person, said: list[Said], date: str | None, knowledge: Knowledge) -> bool:
    """Whether the person surely had the office that the words name on that day: "Prime Minister Kishida" where Japan is not named."""
    offices = {office for one in said if not one.former for office in one.offices} & STATED
    return any(held.certainty == YES and held.holding.office in offices for held in knowledge.offices(person.id, date))


def _once(name: str, said: list[Said], date: str | None, states: frozenset[str], knowledge: Knowledge) -> tuple[Person, ...]:
    """Of a family name that nobody in office bears: the one past holder of the office named, or the one known of that name at all."""
    past = [person for person in knowledge.family(name) if person.state in states and _past(person, date, knowledge)]
    offices = {office for one in said for office in one.offices}
    if offices:
        held = [person for person in past if offices & _ever(person, knowledge)]
        return tuple(held) if len(held) == 1 else ()
    if len(past) == len(knowledge.family(name)) == 1:
        return tuple(past)
    near = [person for person in knowledge.family(name) if person.state in states and _near(person, date, knowledge)]
    return tuple(near) if len(near) == 1 and not any(one.title and not one.former for one in said) else ()


def _near(person: Person, date: str | None, knowledge: Knowledge) -> bool:
    """Whether the person left an office within NEAR years before the date, or was elected to one within NEAR years after it."""
    if not date:
        return False
    year = int(date[:4])
    for row in knowledge.holdings_of(person.id):
        first, last = int(first_day(row.since or row.first_seen)[:4]), int(last_day(row.until or row.last_seen)[:4])
        if first - NEAR * (row.office in ELECTED) <= year <= last + NEAR:
            return True
    return False


def _past(person: Person, date: str | None, knowledge: Knowledge) -> bool:
    rows = knowledge.holdings_of(person.id)
    return bool(rows and date) and all(last_day(row.until or row.last_seen) < first_day(date) for row in rows)


def _ever(person: Person, knowledge: Knowledge) -> set[str]:
    return {row.office for row in knowledge.holdings_of(person.id)}


def _single(persons: tuple[Person, ...], date: str | None, knowledge: Knowledge, reason: str) -> Match:
    if len(persons) != 1:
        return Match(persons)
    held = [held for held in knowledge.offices(persons[0].id, date) if held.certainty == YES]
    held.sort(key=lambda held: held.holding.office == "leader")
    offices = frozenset(one.holding.office for one in held)
    if not held:
        return Match(persons, None, persons[0].sector or _earlier(persons[0], date, knowledge), reason)
    sector = SECTORS.get(held[0].holding.office, "GOV")
    return Match(persons, role_words(held[0]), sector, f"{reason}, {_since(held[0], knowledge)}", offices)


def _earlier(person: Person, date: str | None, knowledge: Knowledge) -> str | None:
    """The sector of the last office that the person held before the date."""
    rows = [row for row in knowledge.holdings_of(person.id) if date and first_day(row.since or row.first_seen) < first_day(date)]
    return SECTORS.get(rows[-1].office, "GOV") if rows else None


def role_words(held: Held) -> str:
    """The office in words."""
    office = held.holding.office
    plain = TITLES.get(office, office.replace("_", " ").title())
    return US_TITLES.get(office, plain) if held.holding.place == "USA" else plain


def office_of(row: Holding, knowledge: Knowledge) -> str:
    """The office and whose it is: "foreign minister of Russia"."""
    return f"{row.office.replace('_', ' ')} of {knowledge.named(row.place)}"


def _since(held: Held, knowledge: Knowledge) -> str:
    row = held.holding
    end = f"until {row.until}" if row.until else f"last seen {row.last_seen}"
    return f"{office_of(row, knowledge)} since {row.since or row.first_seen}, {end} ({row.source})"
