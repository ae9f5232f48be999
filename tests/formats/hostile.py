"""Records whose every outside string tries to break out of the format."""

from __future__ import annotations

import dataclasses

from dragoman.values import Record, Removed
from tests.formats.sample import RECORD, TEXT, article

ATTACKS = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "{title} {0} %s &lt; &amp;",
    "\x1b[31mred\x1b]8;;https://example.org\x07\x00\x9b2J",
    "[click](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org>",
    "| a | b |\n|---|---|\n# heading\n- item\n1. one\n```\ncode\n",
    "**bold** _it_ ~~no~~ `code` $x$ \\ [red]rich[/red] :smile:",
    "\u202eright to left\u202c \u0645\u0646 \u2066x",
    "\ud800 half a pair",
)


def hostile(attack: str) -> Record:
    """The sample with `attack` in text, title, names, ids and everything else that comes from outside."""
    text = TEXT + "\n\n" + attack
    poisoned = dataclasses.replace(
        article(text, title=attack), outlet=attack, url=f"javascript:{attack}", removed=(Removed(attack, attack),), id=attack
    )
    renamed = {actor.id: f"{actor.id}{attack}" for actor in RECORD.actors}
    actors = tuple(
        dataclasses.replace(actor, id=renamed[actor.id], name=f"{actor.name} {attack}", role=attack, note=attack) for actor in RECORD.actors
    )
    return dataclasses.replace(
        RECORD,
        article=poisoned,
        actors=actors,
        statements=tuple(
            dataclasses.replace(
                entry,
                id=f"{entry.id}{attack}",
                source=renamed.get(entry.source or ""),
                within=entry.within and f"{entry.within}{attack}",
                act=attack,
            )
            for entry in RECORD.statements
        ),
        events=tuple(dataclasses.replace(entry, type=attack, mode=attack, place=attack, status=attack) for entry in RECORD.events),
        votes=tuple(dataclasses.replace(entry, body=attack, subject=attack, choice=attack, roll_call=attack) for entry in RECORD.votes),
        ties=tuple(dataclasses.replace(entry, relation=attack) for entry in RECORD.ties),
    )
