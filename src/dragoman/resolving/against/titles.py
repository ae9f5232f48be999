"""The titles that a draft gives to persons, held against who held which office on its date.

A title is wrong only where somebody else surely held the office then, or where one who is called former surely holds it still. What is not
known, what a speaker says in quotation marks, and what the words leave open (“acting”, “deputy”, “designate”) is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta

from dragoman.knowledge import Held, Knowledge
from dragoman.knowledge.dates import MAYBE, NO, YES, during, first_day, last_day
from dragoman.knowledge.facts import Holding, Person
from dragoman.knowledge.names import parts, same_person, word_set
from dragoman.model.quotes import quotations
from dragoman.resolving.against.report import RIGHT, UNKNOWN, WRONG, Holder, Title
from dragoman.resolving.contexts import said_of
from dragoman.resolving.people import HONORIFICS, role_words
from dragoman.resolving.phrases import Said
from dragoman.resolving.resolve import surroundings
from dragoman.resolving.scan import Scan
from dragoman.values import Record, Span

FORMER = word_set("former ex onetime one-time ousted deposed ex-")
PLAIN = word_set("the a an of for 's ’s former ex onetime ousted deposed mr mrs ms dr sir -")
"""The words that may stand in a title beside offices, states and bodies without changing what it says."""
OPEN = word_set("leader monarch deputy_prime_minister senate_leader")
"""Offices of which one state has several, or of parties too: their titles are not judged."""
OWN = {"chancellor": ("DEU", "AUT"), "foreign secretary": ("GBR", "PHL"), "premier": ("CHN", "TWN")}
"""Titles that name the office in these states and another one elsewhere."""
KEPT = {("USA", "president"), ("USA", "vice_president")}
"""Offices whose former holders are still called by them."""
ONE_OF = word_set("first second third fourth fifth sixth seventh other another only any every each no one some two three")
NEWS = 7
"""Days around a change of office in which a draft can have either title."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
BACK = re.compile(
    r"\b(?:then|at the time|back in|during|under|when|while|since|ago|served|era|administration|predecessor|earlier|previously|former\w*"
    r"|decade\w*)\b",
    re.I,
)
"""Words of a sentence that tells of earlier days, where an office of those days is no error."""
LESSER = word_set("deputy vice assistant shadow acting interim incoming designate caretaker honorary")
"""Words that make another office of a title."""
LATER = word_set("elect designate hopeful candidate pro nominee")
SENTENCE = re.compile(r"[.!?]['\"”’]?\s|\n")


@dataclass(frozen=True, slots=True)
class Named:
    """A title in the draft: the person's full name, where it stands, what it says, and whether its words leave nothing open."""

    name: str
    span: Span
    said: Said
    office: str
    place: str | None
    former: bool
    lesser: bool
    plain: bool


def titles(record: Record, knowledge: Knowledge) -> tuple[Title, ...]:
    """The verdict on every title with a person's name, each once, in the order of the text."""
    found = sorted(named(record, knowledge), key=lambda one: one.span)
    known_former = {(one.name, one.office) for one in found if one.former}
    judged: dict[tuple[str, str, str | None, bool], Title] = {}
    for one in found:
        title = _judged(one, record, knowledge)
        if title.verdict == WRONG and not one.former and (one.name, one.office) in known_former:
            title = _title(one, RIGHT, "the draft calls the holder of earlier days former elsewhere")
        key = (one.name, one.office, one.place, one.former)
        if key not in judged or (judged[key].verdict != WRONG and title.verdict == WRONG):
            judged[key] = title
    return tuple(judged.values())


def named(record: Record, knowledge: Knowledge) -> Iterator[Named]:
    """Every mention of a person with the title of an office, outside of quotation marks."""
    around = surroundings(record, knowledge)
    quoted = [(mark.start, mark.end) for mark in quotations(record.article.text)]
    for actor in record.actors:
        if actor.kind not in (None, "person"):
            continue
        for span in actor.mentions:
            if any(start <= span.start < end for start, end in quoted):
                continue
            one = _named(actor.name, span, around.scan, around.setting.states)
            if one:
                yield one


def _named(name: str, span: Span, scan: Scan, states: frozenset[str]) -> Named | None:
    said = said_of(scan, (span,), states, person=True)
    title = next((one for one in said if one.title and one.title.office and one.offices == {one.title.office}), None)
    full = HONORIFICS.sub("", name)
    if title is None or title.title is None or not title.title.office or title.title.office in OPEN or not full[:1].isupper():
        return None
    if title.body and title.body.actor != "igo":
        return None
    place = title.body.id if title.body else title.state or next((one.state for one in said if one.state and not one.place_only), None)
    first, last = _tokens(scan, span, title)
    beside = [index for index in range(first, last) if index not in scan.at or scan.at[index].title is not title.title]
    worded = {scan.tokens[index].key for index in beside}
    lesser = bool(worded & LESSER) or title.title.title.lower().startswith(("acting ", "interim "))
    return Named(full, span, title, title.title.office, place, bool(worded & FORMER), lesser, _plain(scan, span, title))


def _tokens(scan: Scan, span: Span, said: Said) -> tuple[int, int]:
    """The tokens of the title's words, the nearest before, in or after the mention."""
    places = [match.start() for match in re.finditer(re.escape(said.words), scan.text)]
    place = min(places, key=lambda one: min(abs(one - span.start), abs(one + len(said.words) - span.start), abs(one - span.end)), default=0)
    first, last = scan.within(Span.of(scan.text, place, place + len(said.words)))
    while first and scan.tokens[first - 1].key in FORMER:
        first -= 1
    return first, last


def _plain(scan: Scan, span: Span, said: Said) -> bool:
    """Whether the title says no more than an office, of which state or body, and former or not."""
    first, last = _tokens(scan, span, said)
    inside = [index for index in range(first, last) if index not in scan.at and scan.tokens[index].key not in PLAIN]
    inside = [index for index in inside if scan.tokens[index].text not in PLAIN]
    offices = [hit for hit in scan.hits_in(first, last) if hit.title and not hit.names]
    behind = scan.tokens[last] if last < len(scan.tokens) else None
    open_after = behind is not None and (behind.key in LATER or behind.key in ("for", "of", "and"))
    glued = first > 0 and (scan.tokens[first].glued or scan.tokens[first - 1].key in ("and", "then", "acting", "deputy", "interim"))
    one_of = first > 0 and scan.tokens[first].text.islower() and scan.tokens[first - 1].key in ONE_OF
    _, end = scan.within(span)
    copula = last > end and scan.tokens[end].key in ("was", "became", "as", "who", "remains")
    own = OWN.get(said.title.title.lower()) if said.title else None
    alien = own is not None and said.state not in own
    return not inside and len(offices) == 1 and not open_after and not glued and not one_of and not copula and not alien


def _judged(one: Named, record: Record, knowledge: Knowledge) -> Title:
    date = record.article.date
    if not date:
        return _title(one, UNKNOWN, "the draft has no date; give one with --date")
    if one.lesser:
        return _title(one, UNKNOWN, "the words name a lesser or passing office, of which no dates are known")
    persons = _persons(one, date, knowledge)
    if len(persons) != 1:
        return _title(one, UNKNOWN, "nobody of that name is known" if not persons else f"{len(persons)} persons of that name are known")
    return _of_person(one, persons[0], record, knowledge)


def _persons(one: Named, date: str, knowledge: Knowledge) -> tuple[Person, ...]:
    """Whom the name means: by full name, of several those who ever held the office; by family name alone the holder of that day."""
    if len(parts(one.name)) > 1:
        found = knowledge.people(one.name)
        held = tuple(person for person in found if any(row.office == one.office for row in knowledge.holdings_of(person.id)))
        return found if len(found) < 2 else held or found
    family = knowledge.family(one.name)
    places = {one.place} if one.place else {person.state for person in family}
    return tuple(
        person
        for person in family
        if any(held.holding.office == one.office and held.holding.place in places for held in knowledge.offices(person.id, date))
    )


def _of_person(one: Named, person: Person, record: Record, knowledge: Knowledge) -> Title:
    """The verdict where it is known who is meant."""
    date = record.article.date
    assert date is not None
    rows = [row for row in knowledge.holdings_of(person.id) if row.office == one.office]
    place = one.place or (rows[-1].place if rows else person.state or person.body)
    here = [row for row in rows if row.place == place]
    now = {during(date, row.since or row.first_seen, row.until or row.last_seen) for row in here}
    if one.former:
        return _former(one, here, now, date, knowledge)
    if YES in now:
        return _title(one, RIGHT, "held the office on that day", _holders(here, date, knowledge))
    if MAYBE in now or _at_a_change(here, date) or _may_hold_still(here, date):
        return _title(
            one, UNKNOWN, "may have held the office on that day; the dates known are not exact enough", _holders(here, None, knowledge)
        )
    return _not_then(one, person, place, record, knowledge)


def _former(one: Named, here: list[Holding], now: set[str], date: str, knowledge: Knowledge) -> Title:
    if YES in now and not _at_a_change(here, date):
        if not one.plain:
            return _title(one, UNKNOWN, "holds the office, but the words leave open what is former", _holders(here, date, knowledge))
        return _title(one, WRONG, "still held the office on that day", _holders(here, date, knowledge))
    before = [row for row in here if last_day(row.until or row.last_seen) <= first_day(date)]
    if before and now <= {NO}:
        return _title(one, RIGHT, "held the office before", _holders(before, None, knowledge))
    return _title(one, UNKNOWN, "no earlier time in that office is known")


def _not_then(one: Named, person: Person, place: str | None, record: Record, knowledge: Knowledge) -> Title:
    """The verdict on one who did not hold the office on that day as far as is known."""
    date = record.article.date
    assert date is not None
    holders = [held for held in knowledge.holders(place or "", one.office, date) if held.certainty == YES]
    if not holders or any(_alike(person, held, knowledge) for held in holders):
        return _title(one, UNKNOWN, "who held the office on that day is not known")
    rows = tuple(_holder(held, knowledge) for held in holders)
    own = [row for row in knowledge.holdings_of(person.id) if row.office == one.office]
    elsewhere = [held for held in knowledge.offices(person.id, date) if held.certainty == YES and held.holding.office == one.office]
    if person.state and place != person.state and place != person.body and not elsewhere:
        return _title(one, UNKNOWN, "another person of that name may be meant", rows)
    if not one.plain:
        return _title(one, UNKNOWN, "held by another, but the words may mean a different office", rows)
    if own and _told_of(one, own, record):
        return _title(
            one, RIGHT, "held the office in the days that the sentence tells of", tuple(_holder(Held(row, YES), knowledge) for row in own)
        )
    if own and (place, one.office) in KEPT:
        return _title(one, UNKNOWN, "held the office before; the title is kept in American usage", rows)
    reason = "held by another on that day"
    mine = elsewhere or sorted(
        (held for held in knowledge.offices(person.id, date) if held.certainty == YES), key=lambda held: held.holding.office == "leader"
    )
    if mine:
        reason = f"was {role_words(mine[0])} of {_place(mine[0].holding.place, knowledge)} on that day"
    elif own:
        last = own[-1]
        reason = f"held the office {last.since or last.first_seen or '?'} to {last.until or last.last_seen or '?'}"
    return _title(one, WRONG, reason, rows)


def _alike(person: Person, held: Held, knowledge: Knowledge) -> bool:
    """Whether the holder may be the same person under another name."""
    other = knowledge.person(held.holding.person)
    if other is None:
        return True
    family = {parts(name)[-1] for name in person.names if parts(name)} & {parts(name)[-1] for name in other.names if parts(name)}
    return bool(family) or any(same_person(one, two) for one in person.names for two in other.names)


def _at_a_change(rows: list[Holding], date: str) -> bool:
    """Whether the office was taken or left within NEWS days of the date."""
    return any(edge and _near(edge, date) for row in rows for edge in (row.since, row.until))


def _near(edge: str, date: str) -> bool:
    first, last = (day.fromisoformat(one(edge)) for one in (first_day, last_day))
    early, late = (day.fromisoformat(one(date)) for one in (first_day, last_day))
    return first - timedelta(NEWS) <= late and early <= last + timedelta(NEWS)


def _may_hold_still(rows: list[Holding], date: str) -> bool:
    """Whether a time in the office has no known end and began before the date."""
    return any(row.until is None and first_day(row.since or row.first_seen) <= last_day(date) for row in rows)


def _told_of(one: Named, rows: list[Holding], record: Record) -> bool:
    """Whether the sentence tells of days when the person held the office: by a year, or by words of looking back."""
    text = record.article.text
    start = max((match.end() for match in SENTENCE.finditer(text, 0, one.span.start)), default=0)
    behind = SENTENCE.search(text, one.span.end)
    end = behind.start() if behind else len(text)
    sentence = text[start:end]
    dates = [*YEAR.findall(sentence), *(time.date for time in record.times if time.date and start <= time.span.start < end)]
    past = [found for found in dates if any(during(found, row.since or row.first_seen, row.until or row.last_seen) != NO for row in rows)]
    return bool(past) or bool(BACK.search(sentence))


def _title(one: Named, verdict: str, reason: str, holders: tuple[Holder, ...] = ()) -> Title:
    return Title(one.span, one.name, one.said.words, one.former, verdict, reason, holders)


def _holders(rows: list[Holding], date: str | None, knowledge: Knowledge) -> tuple[Holder, ...]:
    """The rows as holders, of a date only those that cover it."""
    kept = [row for row in rows if date is None or during(date, row.since or row.first_seen, row.until or row.last_seen) == YES]
    return tuple(_holder(Held(row, YES), knowledge) for row in kept)


def _holder(held: Held, knowledge: Knowledge) -> Holder:
    row = held.holding
    person = knowledge.person(row.person)
    name = person.name if person else row.person
    source = next((one.title for one in knowledge.sources if one.id == row.source), row.source)
    return Holder(name, role_words(held), _place(row.place, knowledge), row.since or row.first_seen, row.until, row.last_seen, source)


def _place(place: str, knowledge: Knowledge) -> str:
    territory, body = knowledge.territory(place), knowledge.body(place)
    return territory.name if territory else body.name if body else place
