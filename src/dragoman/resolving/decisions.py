"""One actor decided: the words of the article first, then what is known of offices on that day; two candidates stay open."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.facts import Person
from dragoman.knowledge.names import parts, word_set
from dragoman.resolving.contexts import nearest_state, said_in_title, said_of
from dragoman.resolving.home import FOREIGN, at_home
from dragoman.resolving.kinds import Known, kind_of, known
from dragoman.resolving.people import Match, match
from dragoman.resolving.phrases import Said, parse
from dragoman.resolving.scan import Scan
from dragoman.resolving.shared import is_shared
from dragoman.resolving.surroundings import Decision, Surroundings
from dragoman.values import Actor, Place

BARE = word_set("leader secretary minister counterpart chief head president official")
"""Titles that say little alone; the office on that day says more."""
ASSISTS = re.compile(
    r"\b(assistant|spokes\w+|aide|adviser|advisor|lawyer|attorney|envoy|ally|deputy|minister|secretary|chief of staff"
    r"|wife|husband|son|daughter)\b",
    re.I,
)
OWNER = re.compile(
    r"([A-Z][\w’'-]*?)['’]s\b|\bof (?:[A-Z][\w’'-]* )*([A-Z][\w’'-]*)$"
    r"|([A-Z][\w’'-]*) (?:campaign|administration|team|camp|family|aides?|advis[eo]rs?|allies|supporters?|lawyers?|attorneys?)\b"
)
"""Whose something is: "Gaddafi's regime", "spokesman of Annan", "the Clinton campaign"."""
UNPLACED = re.compile(r"(?:[Tt]he )?(?:[Gg]overnment|[Rr]egime|[Aa]dministration) of [A-Z]")
"""The government of somebody whose state nothing says."""
FIRST_PERSON = re.compile(r"(?:my|our)\b(?! (?:allies|partners|friends|adversaries|enemies|neighbou?rs|counterparts))", re.I)


def decide(actor: Actor, around: Surroundings) -> Decision:
    """Kind, state, sector, role, id and basis of one actor, with the reasons."""
    is_known = known(actor.name, around.knowledge, around.setting.states)
    kind = kind_of(actor.name, actor.kind, is_known, around.knowledge)
    start = Decision(kind, reasons=(f"kind {kind}: {_why(is_known, actor, around.knowledge)}",))
    place = around.place(actor) if actor.kind != "person" else None
    if kind == "person" and not place:
        return _person(actor, around, start)
    if is_known.name or is_known.government:
        return _territory(is_known, start)
    if is_known.body:
        return _office(actor, around, is_known, start) if is_shared(actor.name) else _body(is_known, start)
    if place:
        return _place(place, start)
    return _described(actor, around, start)


def _why(is_known: Known, actor: Actor, knowledge: Knowledge) -> str:
    if is_known.name:
        return f"“{is_known.name.form}” is a {is_known.name.use} of {knowledge.named(is_known.name.iso3)}"
    if is_known.body:
        return f"“{actor.name}” is known as {is_known.body.name} ({is_known.body.kind})"
    return (
        f"the government of {knowledge.named(is_known.government)}" if is_known.government else "the reader's or by the words of the name"
    )


def _territory(is_known: Known, start: Decision) -> Decision:
    if is_known.government:
        return start.because("a state's government acts for it", state=is_known.government, sector="GOV", basis="words")
    assert is_known.name is not None
    if start.kind == "group":
        return start.because("a people, by its name", state=is_known.name.iso3, sector="CVL", basis="words")
    basis = "words" if is_known.name.use in ("name", "adjective") else "knowledge"
    return start.because(f"a state by its {is_known.name.use}", state=is_known.name.iso3, sector="GOV", basis=basis)


def _body(is_known: Known, start: Decision) -> Decision:
    body = is_known.body
    assert body is not None
    return start.because(
        f"known: {body.name}, {body.kind}", state=body.state, sector=body.sector, wikidata=body.wikidata, basis="knowledge"
    )


def _office(actor: Actor, around: Surroundings, is_known: Known, start: Decision) -> Decision:
    """An office that several states have: of the state that the article is of, else of the one named next to it, else of none."""
    start = start.because("an office that several states have", sector=is_known.body.sector if is_known.body else None)
    said = {one.state for one in around.scan.bodies(actor.mentions) if one.state}
    if len(said) == 1:
        return start.because("by the longer name that it has in the text", state=min(said), basis="words")
    home = at_home(actor.name, around, start, None)
    near = {nearest_state(around.scan, mention, around.setting.states) for mention in actor.mentions} - {None}
    if home.state or len(near) != 1:
        return home
    note = f"no state named; before it is named {around.knowledge.named(min(near, key=str))}"
    return start.because(note, state=min(near, key=str), basis="words", note=note)


def _place(place: Place, start: Decision) -> Decision:
    """Who acts under the name of a place: the authorities of a town or a division; of a region of several states nobody in one."""
    if place.country and place.geonames_id is not None:
        return replace(start, kind="organisation").because(
            "a place, by where it lies", state=place.country, sector="GOV", basis="knowledge"
        )
    unresolved = place.lat is None
    return replace(start, kind="group").because("a place, of several of its name" if unresolved else "a place of no one state")


def _described(actor: Actor, around: Surroundings, start: Decision) -> Decision:
    """A group or organisation that the words describe."""
    said = [*said_of(around.scan, actor.mentions, around.setting.states, person=False), *_said_in(actor.name, around)]
    first = next((one for one in said if one.state or one.body), said[0] if said else None)
    start = replace(start, said=tuple(said))
    if around.setting.publisher and FIRST_PERSON.match(actor.name):
        reason = f"said in the first person by an organ of state: {around.knowledge.named(around.setting.publisher)}"
        sector = next((one.sector for one in said if one.sector), None)
        return start.because(reason, state=around.setting.publisher, sector=sector, basis="words", note=reason)
    if not (first and (first.state or first.body)) and (state := _relative(actor.name, around)):
        return start.because("by the person in its name", state=state, sector=first.sector if first else None, basis="words")
    if not first:
        return start if UNPLACED.match(actor.name) else at_home(actor.name, around, start, None)
    sector = next((one.sector for one in said if one.sector), None)
    if first.international:
        return start.because(f"of {first.body.name if first.body else ''}: no state", sector=sector or "IGO", basis="knowledge")
    if first.state and first.place_only and FOREIGN.search(actor.name):
        return start.because(f"in {around.knowledge.named(first.state)}, but not of it, by “{first.words}”", sector=sector)
    if first.state:
        basis = "knowledge" if first.body and not first.title else "words"
        return start.because(f"state by “{first.words}”", state=first.state, sector=sector, basis=basis)
    start = start.because(f"sector by “{first.words}”", sector=sector)
    return start if first.body or UNPLACED.match(actor.name) else at_home(actor.name, around, start, first)


def _relative(name: str, around: Surroundings) -> str | None:
    """The state of the one person of the article whose family name stands in this name: "Gaddafi's regime", "Biden's team"."""
    owner = OWNER.search(name)
    part = parts(next(filter(None, owner.groups()))) if owner else ()
    return around.relatives.get(part[-1]) if part else None


def _served(phrase: str, around: Surroundings) -> str | None:
    """The state of the one person whom an assistant, spokesman, relative serves or belongs to: "special assistant to Khan"."""
    owner = re.search(r"\b(?:to|of|for) (?:[A-Z][\w’'-]* )*([A-Z][\w’'-]*)", phrase)
    part = parts(owner.group(1)) if owner else ()
    return around.relatives.get(part[-1]) if part else None


def _said_in(name: str, around: Surroundings) -> list[Said]:
    """What the name itself says, where no mention stands in the text."""
    scan = Scan.of(name, around.knowledge)
    said = parse(scan, 0, len(scan.tokens), around.setting.states)
    return [said] if said else []


def _person(actor: Actor, around: Surroundings, start: Decision) -> Decision:
    states = around.setting.states
    said = [*said_of(around.scan, actor.mentions, states, person=True), *said_in_title(around.title, actor.name, states)]
    if not actor.mentions:
        said += _said_in(actor.name, around)
    words = _strongest(said)
    found = match(actor, said, around.date, around.setting.states, around.knowledge)
    start = replace(start, said=tuple(said), candidates=found.candidates)
    if words and words.place_only and len(found.candidates) == 1:
        words = replace(words, state=None)  # a place in the phrase is no office: who it is says more
    decided = _from_words(words, start)
    if len(found.candidates) == 1:
        return _with_knowledge(decided, found, words, around.knowledge)
    if found.candidates:
        return _open(decided, found, around.knowledge)
    if decided.state or (words and words.international):
        return decided
    served = words.words if words and ASSISTS.search(words.words) else ""
    if state := _relative(actor.name, around) or _served(served, around):
        return decided.because("by the person whom it names", state=state, basis="words")
    official = around.setting.publisher
    if official and actor.mentions and nearest_state(around.scan, actor.mentions[0], around.setting.states) not in (None, official):
        reason = f"published by an organ of state ({around.knowledge.named(official)}), but another state was named before it"
        return decided.because(reason)
    bearers = {person.state for person in around.knowledge.family(actor.name)}
    if not words and bearers and around.home not in bearers:
        return decided.because("a family name of office holders, none of whom is meant for sure")
    return at_home(actor.name, around, decided, words)


def _strongest(said: list[Said]) -> Said | None:
    """All that was said as one: role, state and sector each from the strongest phrase that has it, a role with its own state first."""
    if not said:
        return None
    said = sorted(said, key=_plainness)
    full = next((one for one in said if one.title and ((one.state and not one.place_only) or one.body)), None)
    titled = full or next((one for one in said if one.title), None)
    placed = full or next((one for one in said if one.state and not one.place_only), None) or next((one for one in said if one.state), None)
    bodied = titled if titled and titled.body else next((one for one in said if one.body), None)
    base = titled or placed or said[0]
    state = placed.state if placed else None
    sector = base.sector or next((one.sector for one in said if one.sector), None)
    weak = placed.place_only if placed else False
    return replace(base, state=state, body=bodied.body if bodied else None, sector=sector, place_only=weak)


def _plainness(one: Said) -> int:
    """An office says more than another title, and that more than a bare one: "Prime Minister" than "the Pakistani leader"."""
    if not one.title:
        return 2
    return 0 if one.title.office and one.title.office != "leader" else 2 if one.title.title.lower() in BARE else 1


def _from_words(words: Said | None, start: Decision) -> Decision:
    if not words:
        return start
    role = words.role
    if words.former and role and not role.lower().startswith(("former", "ex-", "then")):
        role = f"former {role}"
    start = start.because(f"role and sector by “{words.words}”", role=role, sector=words.sector)
    if words.state:
        return start.because(f"state by “{words.words}”", state=words.state, basis="words")
    if words.international:
        return start.because(f"speaks for {words.body.name if words.body else ''}: no state", sector="IGO", basis="words")
    return start


def _with_knowledge(decided: Decision, found: Match, words: Said | None, knowledge: Knowledge) -> Decision:
    """The one person known, joined to what the words say; where the two disagree the words win and the note says so."""
    person = found.candidates[0]
    if decided.state and person.state and decided.state != person.state:
        note = f"the article says {knowledge.named(decided.state)}, knowledge has {person.name}, {knowledge.named(person.state)}"
        return decided.because(note, note=note)
    role = found.role if found.role and words and _bare(words) else decided.role or found.role
    sector = decided.sector or found.sector or person.sector
    joined = decided.because(
        f"{person.name} is {found.reason}", state=decided.state or person.state, role=role, sector=sector, wikidata=person.wikidata
    )
    if words and words.former and words.offices & found.offices:
        note = f"the article says former, knowledge has {person.name} in office on that day"
        return joined.because(note, basis="words", note=note)
    return replace(joined, basis=_basis(decided, person, words))


def _basis(decided: Decision, person: Person, words: Said | None) -> str:
    """What decided where one person is known: words, knowledge, or both where they agree."""
    if decided.state:
        return "both" if decided.state == person.state else "words"
    return "both" if decided.role and not person.state and words and words.international else "knowledge"


def _bare(words: Said) -> bool:
    """Whether the title says little alone and names no office but "leader"."""
    title = words.title
    return title is not None and title.title.lower() in BARE and title.office in (None, "leader") and not words.former


def _open(decided: Decision, found: Match, knowledge: Knowledge) -> Decision:
    """Several candidates: nothing is decided that the words do not say; the note names them."""
    named = sorted(f"{person.name} ({knowledge.named(person.state or person.body)})" for person in found.candidates)
    note = "could be " + ", ".join(named[:6])
    return decided.because(note, note=note)
