"""The reader: one loop from an article to its record. Nothing here knows of other articles, of time, or of the web."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version

from dragoman.model import Bundle, Encoder, States
from dragoman.model.words import Words, split
from dragoman.reading import (
    authors,
    cast,
    chained,
    chains,
    citing,
    dialogue,
    heard,
    links,
    matters,
    mentions,
    places,
    standing,
    statements,
    ties,
    turns,
    uncued,
    urged,
    votes,
)
from dragoman.reading.actors import cast_roles
from dragoman.reading.cast import Entity
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.entries import Scene, entries
from dragoman.reading.events import deeds
from dragoman.reading.events.entries import cast as cast_parties
from dragoman.reading.events.parties import Judging, judge
from dragoman.reading.framing import framed
from dragoman.reading.names import names
from dragoman.reading.stage import Stage
from dragoman.reading.times import date_events, date_statements, timed
from dragoman.values import SCHEMA, Article, Coder, Place, Record, Span


class Reader:
    """A bundle made ready to read."""

    def __init__(self, bundle: Bundle | None = None, threads: int | None = None) -> None:
        """Load `bundle`, or the shipped one; `threads` for the encoder, all cores where None."""
        self.bundle = bundle or Bundle.load()
        self.encoder = Encoder(self.bundle, threads)
        self.coder = Coder(version("dragoman"), self.bundle.name)

    def read(self, article: Article) -> Record:
        """The record of one article, a pure function of the article and the bundle; what rests on knowledge is left open."""
        words = framed(article.text)
        return self.record(article, words, self.encoder.states(words))

    def record(self, article: Article, words: Words, states: States) -> Record:
        """What `read` gives, from words and states that are already at hand."""
        scene = self.scene(article, words, states)
        done = tuple(deed for deed in deeds.read(words, states, self.encoder, self.bundle) if _within(words, deed.trigger, article.text))
        asked = self.bundle.settings
        judging = Judging(
            judge(states, self.encoder), asked.get("party_least", 0.4), asked.get("joined_least", 0.3), asked.get("party_share", 0.5)
        )
        parties = cast_parties(scene.stage, done, (scene.drafts, scene.voices), judging)
        scene = replace(scene, deeds=done, parties=parties, alone=asked.get("alone_least", 0.0))
        actors, found, happened = entries(scene)
        known = timed(article.text, article.date)
        dated = date_statements(known, article, found)
        happened = date_events(known, happened, dated)
        named = _spans(words, scene.stage.names, article.text)
        actors, reported = votes.read(article, named, actors, dated)
        actors, tied = ties.read(article, named, actors)
        spoken_of = matters.read(article.text, named, actors)
        return Record(
            SCHEMA,
            self.coder,
            article,
            actors=actors,
            matters=spoken_of,
            statements=matters.about(dated, spoken_of),
            events=happened,
            votes=reported,
            ties=tied,
            times=known.timexes,
            places=places.find(article.text, named),
        )

    def scene(self, article: Article, words: Words, states: States) -> Scene:
        """The article's entities and its statements with their voices, before what is done in it is read."""
        found = names(words, states, self.bundle)
        said = turns.turns(words, _people(found))
        drafts = uncued.complete(words, statements.read(words, states, self.encoder, self.bundle), said)
        drafts = standing.complete(words, drafts, found)
        drafts = citing.complete(words, chained.complete(words, drafts), found)
        drafts = tuple(heard.heard(words, urged.addressed(words, draft)) for draft in drafts if _ends(words, draft) <= len(article.text))
        others = chains.descriptions(words, states, self.encoder, self.bundle)
        stage = _stage(words, article, found, (others, links.judge(words, states, self.encoder)))
        stage.turns = dialogue.dialogue(stage, said, article.title, article.outlet)
        outer = statements.enclosing(drafts)
        voices = heard.hearers(stage, drafts, cast_roles(stage, drafts, outer), article.title)
        return Scene(stage, drafts, voices, outer)

    def names(self, text: str) -> tuple[tuple[Span, str], ...]:
        """The names in `text`, in order, each with its kind, one throughout the text: person, organisation, place or other."""
        words = split(text)
        return _spans(words, cast.agreed(words, names(words, self.encoder.states(words), self.bundle)), text)

    def places(self, text: str) -> tuple[Place, ...]:
        """The toponyms in `text` as a record has them, where they lie left open."""
        words = framed(text)
        return places.find(text, _spans(words, names(words, self.encoder.states(words), self.bundle), words.text))

    def chains(self, text: str) -> tuple[tuple[Span, ...], ...]:
        """All mentions in `text` that stand for the same, chain by chain; those that stand alone are left out."""
        words = split(text)
        found = chains.chains(words, self.encoder.states(words), self.encoder, self.bundle)
        return tuple(tuple(Span.of(text, *words.extent(*mention)) for mention in chain) for chain in found)


def _spans(words: Words, found: tuple[mentions.Mention, ...], text: str) -> tuple[tuple[Span, str], ...]:
    """Each name as a span of `text`, with its kind."""
    return tuple((Span.of(text, *mention.extent(words)), mention.kind) for mention in found)


def _people(found: tuple[mentions.Mention, ...]) -> frozenset[int]:
    """The words of names of persons."""
    return frozenset(place for name in found if name.kind == "person" for place in range(name.words[0], name.words[1] + 1))


def _within(words: Words, trigger: Range, text: str) -> bool:
    """Does the trigger stand in the article itself, not in the filling after it?"""
    return words.extent(*trigger)[1] <= len(text)


def _ends(words: Words, draft: Draft) -> int:
    """The character after the last word of a draft."""
    return max(words.extent(*part)[1] for part in (draft.trigger, *draft.content))


def _stage(
    words: Words, article: Article, found: tuple[mentions.Mention, ...], linking: tuple[tuple[mentions.Mention, ...], links.Judge]
) -> Stage:
    entities = list(cast.assemble(words, found))
    name = authors.author(article.title)
    author = None
    if name:
        wanted = cast.parts(authors.bare(name))
        author = next((index for index, entity in enumerate(entities) if cast.parts(entity.name(words))[-1:] == wanted[-1:]), None)
        delegation = authors.delegation(article.title)
        if author is None or delegation:
            entities.append(Entity("state" if delegation or name.isupper() else "person", (), label=delegation or authors.bare(name)))
            author = len(entities) - 1
    taken = {place for name in found for place in range(name.words[0], name.words[1] + 1)}
    others = tuple(other for other in linking[0] if other.head not in taken)
    return Stage(words, found, entities, author, others, linking[1])
