"""Records for the tests of comparisons, each made from a text and what it holds, by words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dragoman.values import SCHEMA, Actor, Article, Coder, Event, Matter, Record, Span, Statement, Vote

STATES = {
    "Pakistan": ("state", "PAK", "GOV"),
    "Russia": ("state", "RUS", "GOV"),
    "Ukraine": ("state", "UKR", "GOV"),
    "India": ("state", "IND", "GOV"),
    "Shah Mehmood Qureshi": ("person", "PAK", "GOV"),
    "Sergei Lavrov": ("person", "RUS", "GOV"),
    "officials": ("group", None, None),
    "European Union": ("organisation", None, None),
    "Qatar": ("state", "QAT", "GOV"),
    "Emir": ("person", "QAT", "GOV"),
    "Biden": ("person", "USA", "GOV"),
    "Yemen": ("state", "YEM", "GOV"),
    "Houthis": ("organisation", "YEM", "REB"),
    "House": ("organisation", "USA", "LEG"),
    "House of Representatives": ("organisation", "USA", "LEG"),
    "US Senate": ("organisation", "USA", "LEG"),
    "Senate": ("organisation", "USA", "LEG"),
    "California Senate": ("organisation", "USA", "LEG"),
    "Senate of Pakistan": ("organisation", "PAK", "LEG"),
}


@dataclass
class Made:
    """A record that grows: `said`, `done`, `voted`, `matter` add an entry each and return its id."""

    text: str
    name: str = "one"
    date: str | None = "2022-03-07"
    outlet: str | None = None
    actors: dict[str, Actor] = field(default_factory=dict)
    matters: list[Matter] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span.of(self.text, start, start + len(words))

    def actor(self, name: str) -> str:
        if name not in self.actors:
            kind, state, sector = STATES[name]
            short = name.split()[-1]
            mentions = tuple(
                Span.of(self.text, start, start + len(word))
                for word in (name, short)
                for start in range(len(self.text))
                if self.text.startswith(word, start)
            )
            self.actors[name] = Actor(f"a{len(self.actors) + 1}", name, kind, state, sector, mentions=tuple(sorted(set(mentions))))
        return self.actors[name].id

    def matter(self, words: str, kind: str = "conflict", *parties: str) -> str:
        self.matters.append(Matter(f"m{len(self.matters) + 1}", words, kind, tuple(map(self.actor, parties)), (self.span(words),)))
        return self.matters[-1].id

    def said(self, who: str, cue: str, content: str, act: str = "assert", about: tuple[str, ...] = (), **more: object) -> str:
        manner = str(more.pop("manner", "indirect"))
        ids = tuple(name if name.startswith("m") and name[1:].isdigit() else self.actor(name) for name in about)
        self.statements.append(
            Statement(
                f"s{len(self.statements) + 1}",
                self.actor(who),
                (),
                None,
                self.span(cue),
                (self.span(content),),
                manner,
                act,
                about=ids,
                confidence=0.9,
                **more,  # type: ignore[arg-type]
            )
        )
        return self.statements[-1].id

    def done(self, kind: str, trigger: str, who: tuple[str, ...], whom: tuple[str, ...] = (), **more: object) -> str:
        actors, recipients = tuple(map(self.actor, who)), tuple(map(self.actor, whom))
        self.events.append(
            Event(
                f"e{len(self.events) + 1}",
                kind,
                None,
                (),
                None,
                self.span(trigger),
                actors,
                recipients,
                confidence=0.9,
                **more,  # type: ignore[arg-type]
            )
        )
        return self.events[-1].id

    def voted(self, choice: str, evidence: str, *voters: str, subject: str | None = None, **more: object) -> str:
        ids = tuple(map(self.actor, voters))
        self.votes.append(
            Vote(
                f"v{len(self.votes) + 1}",
                "UNGA",
                subject,
                ids,
                choice,
                None,
                "actual",
                None,
                "2022-03-02",
                None,
                self.span(evidence),
                0.9,
                **more,
            )  # type: ignore[arg-type]
        )
        return self.votes[-1].id

    def record(self) -> Record:
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        article = Article(
            self.name, f"Title of {self.name}", self.date, self.outlet, f"https://example.org/{self.name}", "en", digest, self.text
        )
        return Record(
            SCHEMA,
            Coder("0.1.0", "en-1", "sha256:made"),
            article,
            tuple(self.actors.values()),
            tuple(self.matters),
            tuple(self.statements),
            tuple(self.events),
            tuple(self.votes),
        )
