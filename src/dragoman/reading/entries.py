"""Entries: what was read, in the shape of the record, with ids in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.words import Words
from dragoman.reading import acts
from dragoman.reading.cast import Entity
from dragoman.reading.drafts import Draft
from dragoman.reading.edges import quoted_share, span
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.entries import Parties, events
from dragoman.reading.events.entries import kept as happened
from dragoman.reading.mentions import Mention
from dragoman.reading.stage import Stage, Voices
from dragoman.values import Actor, Event, Span, Statement

_KINDS = {kind: kind for kind in ("person", "organisation", "group", "media", "state")} | {
    "place": "group",  # who acts under a place's name is for knowledge to say; it is never a person
    "other": "group",
    "document": "media",
}
_UNSPOKEN = ("other", "document")  # kinds of entity that nothing is said about


@dataclass(frozen=True, slots=True)
class Scene:
    """An article read: its entities, its drafts with their voices, the draft that each lies within, and its deeds with their parties.

    `alone` is how certain a deed must be of which one side alone is known.
    """

    stage: Stage
    drafts: tuple[Draft, ...]
    voices: tuple[Voices, ...]
    outer: tuple[int | None, ...]
    deeds: tuple[Deed, ...] = ()
    parties: tuple[Parties, ...] = ()
    alone: float = 0.0

    def kept(self) -> tuple[int, ...]:
        """The drafts that are entries: a speaker's own "I believe" within his own statement is none."""
        return tuple(number for number in range(len(self.drafts)) if not self._repeats(number))

    def _repeats(self, number: int) -> bool:
        above = self.outer[number]
        own = self.voices[number].sources[:1]
        return above is not None and bool(own) and own == self.voices[above].sources[:1]


def entries(scene: Scene) -> tuple[tuple[Actor, ...], tuple[Statement, ...], tuple[Event, ...]]:
    """The actors, statements and events of an article."""
    kept = scene.kept()
    deeds = [(scene.deeds[number], scene.parties[number]) for number in happened(scene.deeds, scene.parties, scene.alone)]
    contents = {number: tuple(span(scene.stage.words, part) for part in scene.drafts[number].content) for number in kept}
    about = {number: _about(scene.stage, contents[number], scene.voices[number]) for number in kept}
    actors = _actor_ids(scene, kept, about, [parties for _, parties in deeds])
    statements = {number: f"s{place}" for place, number in enumerate(kept, 1)}
    made = {number: _statement(scene, number, (statements, actors), (contents[number], about[number])) for number in kept}
    media = {index for number in kept for index in scene.voices[number].via}
    people = tuple(actor_of(scene.stage, index, name, index in media) for index, name in actors.items())
    return people, tuple(made.values()), events(scene.stage, deeds, actors, (scene.drafts, made))


def _actor_ids(scene: Scene, kept: tuple[int, ...], about: dict[int, tuple[int, ...]], parties: list[Parties]) -> dict[int, str]:
    """Ids of the entities that some entry needs, by first mention; who is not mentioned in the text comes first."""
    used = {index for one in parties for index in (*one.actors, *one.recipients)}
    for number in kept:
        voices = scene.voices[number]
        used |= {*voices.sources, *voices.addressees, *voices.via, *about[number]}
    entities = scene.stage.entities
    order = sorted(used, key=lambda index: (entities[index].mentions[0].words if entities[index].mentions else (-1, -1), index))
    return {index: f"a{place}" for place, index in enumerate(order, 1)}


def _statement(
    scene: Scene, number: int, ids: tuple[dict[int, str], dict[int, str]], parts: tuple[tuple[Span, ...], tuple[int, ...]]
) -> Statement:
    statements, actors = ids
    content, about = parts
    draft, voices, words = scene.drafts[number], scene.voices[number], scene.stage.words
    sources = [actors[index] for index in voices.sources]
    return Statement(
        id=statements[number],
        source=sources[0] if sources else None,
        co_sources=tuple(sources[1:]),
        source_span=span(words, draft.sources[0]) if draft.sources else None,
        cue=span(words, draft.cue) if draft.cue else None,
        content=content,
        manner=_manner(words, draft),
        act=(draft.cue and acts.of_cue(span(words, draft.cue).text)) or draft.act,
        addressees=tuple(actors[index] for index in voices.addressees),
        via=tuple(actors[index] for index in voices.via),
        within=_within(scene, number, statements),
        about=tuple(actors[index] for index in about),
        confidence=round(draft.confidence, 2),
    )


def _within(scene: Scene, number: int, statements: dict[int, str]) -> str | None:
    """The id of the nearest enclosing statement that is an entry."""
    above = scene.outer[number]
    while above is not None and above not in statements:
        above = scene.outer[above]
    return statements[above] if above is not None else None


def _manner(words: Words, draft: Draft) -> str:
    share = quoted_share(words, draft.content)
    return "direct" if share == 1 else "mixed" if share else "indirect"


def _about(stage: Stage, content: tuple[Span, ...], voices: Voices) -> tuple[int, ...]:
    """The named entities mentioned inside the content, in the order of their first mention there."""
    found = []
    for index, entity in enumerate(stage.entities):
        if (
            entity.kind not in _UNSPOKEN
            and index not in voices.sources
            and (start := _first_inside(stage.words, entity, content)) is not None
        ):
            found.append((start, index))
    return tuple(index for _, index in sorted(found))


def _first_inside(words: Words, entity: Entity, content: tuple[Span, ...]) -> int | None:
    starts = [int(words.spans[mention.words[0], 0]) for mention in entity.mentions if mention.form == "name"]
    return min((start for start in starts if any(part.start <= start < part.end for part in content)), default=None)


def actor_of(stage: Stage, index: int, identifier: str, medium: bool = False) -> Actor:
    """The entity of that index as an actor; `medium` says that something came through it."""
    entity = stage.entities[index]
    kind = "media" if medium and entity.kind in ("organisation", "other", "document") else _KINDS.get(entity.kind)
    mentions = tuple(_shown(stage.words, mention) for mention in entity.mentions)
    return Actor(id=identifier, name=entity.name(stage.words), kind=kind, mentions=mentions)


def _shown(words: Words, mention: Mention) -> Span:
    """A mention as a span; a name has no marks around it, not even the stop of a quotation that it ends."""
    return Span.of(words.text, *mention.extent(words)) if mention.form == "name" else span(words, mention.words)
