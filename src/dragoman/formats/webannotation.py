"""Entries as W3C Web Annotations: each points at the words that it rests on, and its body says what they are.

The offsets count code points of the cleaned text, which is named by its SHA-256; where the article has a URL, that is the scope, and the
quoted words with what stands around them find the place there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.formats.filling import Filling
from dragoman.record import View
from dragoman.values import Event, Span, Statement, Tie, Vote

FILE = "annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of the text before and after that tell the place."""

KINDS = ("statement", "event", "vote", "tie", "place", "time")


def write(views: Iterable[View], out: Path) -> Filling:
    """Write `annotations.jsonld`: one collection with one page, an annotation a line within it."""
    filling = Filling()
    with (out / FILE).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(f'{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": [')
        separator = "\n"
        for view in views:
            for one in annotated(view):
                filling.count("annotations", one)
                file.write(separator + json.dumps(one, ensure_ascii=False))
                separator = ",\n"
        file.write("\n]}\n")
    return filling


def annotated(view: View) -> Iterator[dict[str, Any]]:
    """The annotations of an article, one for each entry that rests on words."""
    ids = {entry.local: entry.id for entry in view.entries}
    names = {actor.id: actor.name for actor in view.record.actors} | {matter.id: matter.name for matter in view.record.matters}
    for entry, value in view.shown:
        if entry.kind in KINDS:
            yield {
                "id": f"urn:dragoman:{entry.id}",
                "type": "Annotation",
                "motivation": "classifying",
                "generator": f"dragoman {view.record.coder.program}, {view.record.coder.model}",
                "body": {"type": "Dataset", "format": "application/json", "kind": entry.kind, "value": _body(value, ids, names)},
                "target": [_target(view, span) for span in spans(value)],
            }


def spans(value: Any) -> tuple[Span, ...]:
    """The words that an entry rests on."""
    match value:
        case Statement():
            return (*value.content, *((value.cue,) if value.cue else ()), *((value.source_span,) if value.source_span else ()))
        case Event():
            return (value.trigger,)
        case Vote() | Tie():
            return (value.evidence,)
    return (value.span,)


def _target(view: View, span: Span) -> dict[str, Any]:
    article = view.record.article
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": article.text[max(0, span.start - AROUND) : span.start],
        "suffix": article.text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    target: dict[str, Any] = {"source": f"urn:sha256:{article.sha256}", "selector": [position, quote]}
    return target | ({"scope": article.url} if article.url else {})


def _body(value: Any, ids: dict[str, str], names: dict[str, str]) -> dict[str, Any]:
    """What the entry says: actors and matters by name, other entries by the ids of their annotations, without what the target says."""
    told = {
        key: part
        for key, part in value.to_dict().items()
        if key not in ("id", "span", "cue", "content", "source_span", "trigger", "evidence")
    }
    return {key: _named(part, ids, names) for key, part in told.items()}


def _named(part: Any, ids: dict[str, str], names: dict[str, str]) -> Any:
    if isinstance(part, list):
        return [_named(one, ids, names) for one in part]
    if isinstance(part, str):
        return names.get(part) or (f"urn:dragoman:{ids[part]}" if part in ids else part)
    return part
