"""The reader: one loop from an article to its record. Nothing here knows of other articles, of time, or of the web."""

from __future__ import annotations

from importlib.metadata import version

from dragoman.model import Bundle, Encoder, States
from dragoman.model.words import Words, split
from dragoman.reading import authors, cast, links, mentions, statements, uncued
from dragoman.reading.actors import Stage, Voices, cast_roles
from dragoman.reading.cast import Entity
from dragoman.reading.drafts import Draft
from dragoman.reading.edges import quoted_share, span
from dragoman.values import SCHEMA, Actor, Article, Coder, Record, Span, Statement

_KINDS = {"person": "person", "organisation": "organisation", "group": "group", "media": "media"}


class Reader:
    """A bundle made ready to read."""

    def __init__(self, bundle: Bundle | None = None, threads: int | None = None) -> None:
        """Load `bundle`, or the shipped one; `threads` for the encoder, all cores where None."""
        self.bundle = bundle or Bundle.load()
        self.encoder = Encoder(self.bundle, threads)
        self.coder = Coder(version("dragoman"), self.bundle.name)

    def read(self, article: Article) -> Record:
        """The record of one article, a pure function of the article and the bundle; what rests on knowledge is left open."""
        words = split(article.text)
        return self.record(article, words, self.encoder.states(words))

    def record(self, article: Article, words: Words, states: States) -> Record:
        """What `read` gives, from words and states that are already at hand."""
        drafts = uncued.complete(words, statements.read(words, states, self.encoder, self.bundle))
        names = mentions.names(words, states, self.bundle)
        stage = _stage(words, article, names, links.judge(words, states, self.encoder))
        outer = statements.enclosing(drafts)
        voices = cast_roles(stage, drafts, outer)
        kept = _kept(drafts, outer, voices)
        return Record(SCHEMA, self.coder, article, **_entries(stage, drafts, voices, outer, kept))


def _stage(words: Words, article: Article, names: tuple[mentions.Mention, ...], judged: links.Judge) -> Stage:
    entities = list(cast.assemble(words, names))
    name = authors.author(article.title)
    author = None
    if name:
        wanted = cast.parts(authors.bare(name))
        author = next((index for index, entity in enumerate(entities) if cast.parts(entity.name(words))[-1:] == wanted[-1:]), None)
        if author is None:
            entities.append(Entity("state" if name.isupper() else "person", (), label=authors.bare(name)))
            author = len(entities) - 1
    return Stage(words, names, entities, author, judged)


def _kept(drafts: tuple[Draft, ...], outer: tuple[int | None, ...], voices: tuple[Voices, ...]) -> list[int]:
    """The drafts that are entries: a speaker's own "I believe" within his own statement is none."""
    return [
        number
        for number in range(len(drafts))
        if outer[number] is None or not voices[number].sources or voices[number].sources[:1] != voices[outer[number] or 0].sources[:1]
    ]


def _entries(stage: Stage, drafts: tuple[Draft, ...], voices: tuple[Voices, ...], outer: tuple[int | None, ...], kept: list[int]) -> dict[str, tuple]:
    identifiers = {number: f"s{place}" for place, number in enumerate(kept, 1)}
    contents = {number: tuple(span(stage.words, part) for part in drafts[number].content) for number in kept}
    about = {number: _about(stage, contents[number], voices[number]) for number in kept}
    used = {index for number in kept for index in (*voices[number].sources, *voices[number].addressees, *voices[number].via, *about[number])}
    order = sorted(used, key=lambda index: (stage.entities[index].mentions[0].words if stage.entities[index].mentions else (-1, -1), index))
    names = {index: f"a{place}" for place, index in enumerate(order, 1)}
    media = {index for number in kept for index in voices[number].via}
    actors = tuple(_actor(stage, names[index], index, index in media) for index in order)

    def ids(indices: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(names[index] for index in indices)

    made = tuple(
        Statement(
            id=identifiers[number],
            source=next(iter(ids(voices[number].sources)), None),
            co_sources=ids(voices[number].sources[1:]),
            source_span=span(stage.words, drafts[number].sources[0]) if drafts[number].sources else None,
            cue=span(stage.words, drafts[number].cue) if drafts[number].cue else None,
            content=contents[number],
            manner=_manner(stage.words, drafts[number]),
            act=drafts[number].act,
            addressees=ids(voices[number].addressees),
            via=ids(voices[number].via),
            within=_within(number, outer, identifiers),
            about=ids(about[number]),
            confidence=round(drafts[number].confidence, 2),
        )
        for number in kept
    )
    return {"actors": actors, "statements": made}


def _within(number: int, outer: tuple[int | None, ...], identifiers: dict[int, str]) -> str | None:
    above = outer[number]
    while above is not None and above not in identifiers:
        above = outer[above]
    return identifiers[above] if above is not None else None


def _manner(words: Words, draft: Draft) -> str:
    share = quoted_share(words, draft.content)
    return "direct" if share == 1 else "mixed" if share else "indirect"


def _about(stage: Stage, content: tuple[Span, ...], voices: Voices) -> tuple[int, ...]:
    """The named entities mentioned inside the content, in the order of their first mention there."""
    found: list[tuple[int, int]] = []
    for index, entity in enumerate(stage.entities):
        if entity.kind == "other" or index in voices.sources:
            continue
        starts = [int(stage.words.spans[mention.words[0], 0]) for mention in entity.mentions if mention.form == "name"]
        inside = [start for start in starts if any(part.start <= start < part.end for part in content)]
        if inside:
            found.append((min(inside), index))
    return tuple(index for _, index in sorted(found))


def _actor(stage: Stage, identifier: str, index: int, medium: bool) -> Actor:
    entity = stage.entities[index]
    kind = "media" if medium and entity.kind in ("organisation", "other", "document") else _KINDS.get(entity.kind)
    return Actor(
        id=identifier,
        name=entity.name(stage.words),
        kind="state" if entity.kind == "state" else kind,
        mentions=tuple(span(stage.words, mention.words) for mention in entity.mentions),
    )
