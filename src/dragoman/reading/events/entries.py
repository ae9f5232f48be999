"""Deeds as entries of the record: their parties, the statement that reports them and those that deny them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.words import Words
from dragoman.reading.drafts import Draft, Range, touch
from dragoman.reading.edges import span
from dragoman.reading.events.candidates import Setting, candidates, pool, sentence
from dragoman.reading.events.contexts import contexts
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.features import features
from dragoman.reading.events.modes import mode
from dragoman.reading.events.parties import Judging, chosen, completed, weighed
from dragoman.reading.mentions import Mention
from dragoman.reading.stage import Stage, Voices
from dragoman.values import SYMMETRIC, TYPES, Event, Statement

SECOND = 0.15  # how likely the other of two who meet or agree must be, in either role
ADDRESSED = frozenset({"REQUEST", "THREATEN"})  # acts done to those spoken to


@dataclass(frozen=True, slots=True)
class Parties:
    """Entities by index: who does the deed, and to whom."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]


def cast(stage: Stage, deeds: Sequence[Deed], told: tuple[tuple[Draft, ...], tuple[Voices, ...]], judging: Judging) -> tuple[Parties, ...]:
    """The parties of each deed: the candidates around its trigger that have a role, as entities; the stage's entities grow.

    Where a deed is a statement's own telling and names no actor, its source is the actor; those asked or threatened are then those spoken
    to, where no other recipient is named.
    """
    everyone = pool(stage)
    return tuple(_parties(stage, deed, told, (everyone, judging)) for deed in deeds)


def _parties(
    stage: Stage,
    deed: Deed,
    told: tuple[tuple[Draft, ...], tuple[Voices, ...]],
    choosing: tuple[Sequence[Mention], Judging],
) -> Parties:
    drafts, voices = told
    everyone, judging = choosing
    inside, telling = next(iter(enclosing(drafts, deed.trigger)), None), own(drafts, deed.trigger)
    read = (*deed.frame.roles.get("actor", ()), *deed.frame.roles.get("recipient", ()))
    some = candidates(stage.words, everyone, deed.trigger, read)
    given = features(stage.words, setting(deed, drafts, (telling, inside)), some)
    likely = weighed(deed.frame, some, judging.judge(deed.trigger, some, given), judging.share) if some else None
    roles = chosen(stage.words, some, likely, judging) if likely is not None else {}
    if likely is not None and deed.type in SYMMETRIC:
        roles = completed(some, likely, roles, SECOND)
    speaker = voices[inside] if inside is not None else None
    found = {role: [index for mention in mentions for index in stage.standing(mention, speaker)] for role, mentions in roles.items()}
    actors = tuple(dict.fromkeys(found.get("actor", ())))
    recipients = tuple(index for index in dict.fromkeys(found.get("recipient", ())) if index not in actors)
    if not actors and telling is not None:
        actors = tuple(index for index in voices[telling].sources if index not in recipients)
    if not recipients and telling is not None and deed.type in ADDRESSED:
        recipients = tuple(index for index in voices[telling].addressees if index not in actors)
    return Parties(actors, recipients)


def setting(deed: Deed, drafts: Sequence[Draft], around: tuple[int | None, int | None]) -> Setting:
    """What the candidates of a deed are judged by; `around` are the statements that it tells and that hold it."""
    telling, inside = (drafts[number] if number is not None else None for number in around)
    return Setting(deed.trigger, TYPES.index(deed.type), deed.frame.first, deed.frame.likelihood, telling, inside)


def enclosing(drafts: Sequence[Draft], trigger: Range) -> tuple[int, ...]:
    """The statements that hold the trigger, that with the least content first, and what is passed on before him who passes it on."""
    holding = (n for n, draft in enumerate(drafts) if draft.says(trigger[0]))
    return tuple(sorted(holding, key=lambda n: (drafts[n].size, drafts[n].teller is None, n)))


def own(drafts: Sequence[Draft], trigger: Range) -> int | None:
    """The statement whose cue the trigger is, or None."""
    return next((n for n, draft in enumerate(drafts) if draft.cue and touch(draft.cue, trigger)), None)


def kept(deeds: Sequence[Deed], parties: Sequence[Parties], alone: float) -> tuple[int, ...]:
    """The deeds that are entries: those with a party, and of those of one type and status between the same parties the surest.

    Where nobody is known but one side, the deed must be as certain as `alone`: much that is no act of politics has an actor only.
    """
    best: dict[object, int] = {}
    for number, (deed, who) in enumerate(zip(deeds, parties, strict=True)):
        if not who.actors and not who.recipients:
            continue
        if not (who.actors and who.recipients) and deed.certainty < alone:
            continue
        key = (deed.type, frozenset(who.actors), frozenset(who.recipients), deed.status)
        if key not in best or deeds[best[key]].confidence < deed.confidence:
            best[key] = number
    return tuple(sorted(best.values()))


def events(
    stage: Stage,
    deeds: Sequence[tuple[Deed, Parties]],
    ids: dict[int, str],
    told: tuple[tuple[Draft, ...], dict[int, Statement]],
) -> tuple[Event, ...]:
    """The events, numbered by the order of triggers; `ids` are those of the actors, `told` the drafts and the entries made of them."""
    return tuple(_event(stage, number, deed, ids, told) for number, deed in enumerate(deeds, 1))


def _event(
    stage: Stage,
    number: int,
    made: tuple[Deed, Parties],
    ids: dict[int, str],
    told: tuple[tuple[Draft, ...], dict[int, Statement]],
) -> Event:
    deed, parties = made
    words = stage.words
    drafts, statements = told
    holding = [one for one in enclosing(drafts, deed.trigger) if one in statements]
    denials = tuple(statements[one].id for one in sorted(holding) if statements[one].act == "deny")
    trigger = span(words, deed.trigger)
    around = _words(words, sentence(words, deed.trigger[0]))
    return Event(
        id=f"e{number}",
        type=deed.type,
        mode=mode(deed.type, _words(words, deed.trigger), around),
        contexts=contexts(around),
        cameo=None,
        trigger=trigger,
        actors=tuple(ids[index] for index in parties.actors),
        recipients=tuple(ids[index] for index in parties.recipients),
        place=span(words, deed.places[0]).text if deed.places else None,
        status="denied" if denials and deed.status == "actual" else deed.status,
        reported_in=statements[holding[0]].id if holding else None,
        disputed_by=denials,
        confidence=round(deed.confidence, 2),
    )


def _words(words: Words, part: Range) -> list[str]:
    return [words.word(place) for place in range(part[0], part[1] + 1)]
