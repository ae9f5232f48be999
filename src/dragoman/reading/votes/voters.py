"""Voters as actors: those the article already has, and new ones for names that only vote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.reading.votes.masked import Masked
from dragoman.values import Actor, Span

_KINDS = {"person": "person", "organisation": "organisation", "place": None}


@dataclass(slots=True)
class Roll:
    """The actors of an article while its votes are read; it grows by voters that were none yet."""

    masked: Masked
    actors: list[Actor] = field(default_factory=list)
    meant: dict[Span, str] = field(default_factory=dict)
    """Words that stand for an actor: "we", "my country"."""

    def of(self, span: Span) -> str:
        """The id of the actor that `span` names, a new one where there is none."""
        if span in self.meant:
            return self.meant[span]
        known = self._covering(span) or self._alike(span.text)
        return known.id if known else self._added(span).id

    def _covering(self, span: Span) -> Actor | None:
        covering = [
            (mention.end - mention.start, number)
            for number, actor in enumerate(self.actors)
            for mention in actor.mentions
            if mention.start <= span.start and span.end <= mention.end
        ]
        return self.actors[min(covering)[1]] if covering else None

    def _alike(self, text: str) -> Actor | None:
        wanted = _bare(text)
        return next((actor for actor in self.actors if wanted in {_bare(actor.name), *(_bare(one.text) for one in actor.mentions)}), None)

    def _added(self, span: Span) -> Actor:
        alike = tuple(name for name, _ in self.masked.names if _bare(name.text) == _bare(span.text))
        kind = self.masked.kind(span)
        numbers = [int(found[1]) for actor in self.actors if (found := re.fullmatch(r"a(\d+)", actor.id))]
        actor = Actor(f"a{max(numbers, default=0) + 1}", span.text, _KINDS.get(kind or "other", "group"), mentions=alike or (span,))
        self.actors.append(actor)
        return actor


def _bare(text: str) -> str:
    return re.sub(r"^the ", "", text.casefold())
