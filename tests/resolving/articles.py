"""Records as a reader would leave them: actors with their mentions and nothing that rests on knowledge."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.values import Actor, Article, Coder, Record, Span

SUFFIXES = frozenset("Jr Sr II III".split())


def record(text: str, *names: str, date: str | None = "2022-03-07", title: str | None = None, outlet: str | None = None) -> Record:
    """The record of a short article; each name, "Full Name" or "Full Name = other mention", is an actor a1, a2 …"""
    actors = []
    for number, name in enumerate(names, 1):
        first, *others = name.split(" = ")
        found = tuple(sorted({span for form in (first, *others) for span in spans(text, form)}))
        actors.append(Actor(f"a{number}", first, mentions=found))
    article = Article("test", title, date, outlet, None, "en", "", text)
    return Record(1, Coder("0", "none"), article, tuple(actors))


def spans(text: str, form: str) -> list[Span]:
    """Where the form stands in the text, as whole words."""
    return [Span.of(text, match.start(), match.end()) for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]


def gold(file: Path) -> Iterator[tuple[dict[str, Any], Record]]:
    """Each gold record of a desk set and the record that a reader would have left: names found in the text, all else taken away."""
    for line in file.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        named = [actor["name"] for actor in given["actors"]]
        text = given["article"]["text"]
        actors = tuple(Actor(actor["id"], actor["name"], mentions=_mentions(text, actor, named)) for actor in given["actors"])
        head = {key: given["article"].get(key) for key in ("id", "title", "date", "outlet", "url")}
        article = Article(**head, language="en", sha256="", text=text)
        yield given, Record(1, Coder("0", "none"), article, actors)


def _mentions(text: str, actor: dict[str, Any], named: list[str]) -> tuple[Span, ...]:
    found = spans(text, actor["name"])
    words = [word for word in re.findall(r"[\w’'-]+", actor["name"]) if word not in SUFFIXES]
    alone = words and words[-1][0].isupper() and sum(words[-1] in name for name in named) == 1
    if actor["kind"] == "person" and len(words) > 1 and alone:
        found += [span for span in spans(text, words[-1]) if not any(one.start <= span.start and span.end <= one.end for one in found)]
    if not found and (at := text.lower().find(actor["name"].lower())) >= 0 and len(text.lower()) == len(text):
        found = [Span.of(text, at, at + len(actor["name"]))]
    return tuple(sorted(set(found)))
