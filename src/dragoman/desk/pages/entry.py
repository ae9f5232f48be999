"""An entry's own page: its permanent address, its citation, the reasons behind it, what was decided, and how to correct it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk import cards, cite, ledgers, parts, render
from dragoman.desk.cards import Stand
from dragoman.desk.context import Desk, desk_of
from dragoman.errors import DragomanError, RecordError
from dragoman.formats import naming
from dragoman.record import View, expecting, viewing
from dragoman.record.corrections import FIELDS, Form
from dragoman.record.identity import KINDS, Entry
from dragoman.resolving.explain import explain
from dragoman.values import Actor, Record, Span

router = APIRouter()
AROUND = 400
"""Characters of the article on either side of an entry's words."""


LABELS = {
    "co_sources": "joint sources",
    "addressees": "said to",
    "via": "through",
    "within": "within statement",
    "reported_in": "reported in",
    "disputed_by": "denied in",
    "others": "how many others",
    "until": "last day",
}
"""What forms call a field where its own name says too little."""

FIRST = {
    "statement": ("source", "act", "content"),
    "event": ("type", "actors", "recipients", "status", "date"),
    "vote": ("voters", "choice", "date"),
}
"""The fields that are corrected most, in this order; a form folds the others. A kind that is not here shows all."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry that can be corrected: what it holds, and what it may hold with a name for each value.

    `first` tells that the form shows it unfolded.
    """

    name: str
    form: Form
    values: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    first: bool = True

    @property
    def label(self) -> str:
        """What the form calls it."""
        return LABELS.get(self.name, self.name.replace("_", " "))


@router.get("/entries/{identifier}")
def entry(request: Request, identifier: str) -> Response:
    """The entry of that id."""
    desk = desk_of(request)
    view, found = viewing.find_entry(desk.store, identifier)
    if found.id != identifier:
        return RedirectResponse(f"/entries/{found.id}", 307)
    return render.page(request, "entry.html", **told(desk, view, found))


@router.get("/entries/{identifier}/correct")
def correct(request: Request, identifier: str) -> Response:
    """The form alone that corrects an entry, for the script to put beside the text."""
    desk = desk_of(request)
    view, found = viewing.find_entry(desk.store, identifier)
    return render.page(request, "correct.html", **told(desk, view, found))


def told(desk: Desk, view: View, found: Entry) -> dict[str, Any]:
    """What the templates need of an entry."""
    at = place(view, found)
    record = view.record if at else view.whole  # numbers are those of the article's page, where that shows the entry
    stand = Stand.of(view, expecting.last_rows(desk.store, view.key))
    value = held(record, found)
    card = cards.card(record, value, stand)
    before, words, after = around(record, found)
    decided, mentions = reasons(desk, view, found)
    rows = tuple(row for row in reversed(viewing.history(desk.store, view.key)) if row.entry == found.id)
    return {
        "title": f"{found.kind.capitalize()}: {cards.said(record, value)[:80]}",
        "view": view,
        "record": record,
        "entry": found,
        "value": value,
        "card": parts.leading(record, render.article_url(view.key))(card) if card else None,
        "citation": cite.cited(record, value),
        "actor": value if isinstance(value, Actor) else None,
        "reasons": decided,
        "mentions": mentions,
        "verdict": stand.verdicts.get(found.id, ""),
        "seen": stand.seen.get(found.id, 0),
        "before": before,
        "words": words,
        "after": after,
        "rows": rows,
        "names": ledgers.names(view) | {found.id: f"this {found.kind}"},
        "correctable": ledgers.correctable(rows, found.id),
        "fields": fields(view, found, value) if found.kind in FIELDS else (),
        "place": at,
        "part": parts.part_of(view.record, found.span.start) if found.span else 1,
    }


def held(record: Record, found: Entry) -> Any:
    """The entry's value with its corrections."""
    name, letter = KINDS[found.kind]
    for number, value in enumerate(getattr(record, name), 1):
        if getattr(value, "id", f"{letter}{number}") == found.local:
            return value
    raise RecordError(f"{found.id}: is not in its article any more; search for its words")


def place(view: View, found: Entry) -> str:
    """Where the entry stands on its article's page; nothing where it is not shown there."""
    for number, value in enumerate(getattr(view.record, KINDS[found.kind][0]), 1):
        if getattr(value, "id", "") == found.local:
            return f"{found.kind[0]}{number}"
    return ""


def around(record: Record, found: Entry) -> tuple[str, str, str]:
    """The article before the entry's first words, those words, and after, cut at blanks."""
    if found.span is None:
        return "", "", ""
    text = record.article.text
    before, after = text[max(0, found.span.start - AROUND) : found.span.start], text[found.span.end : found.span.end + AROUND]
    if found.span.start > AROUND:
        before = "… " + re.sub(r"^\S*\s", "", before)
    if found.span.end + AROUND < len(text):
        after = re.sub(r"\s\S*$", "", after) + " …"
    return before, found.span.text, after


def reasons(desk: Desk, view: View, found: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """For an actor, as lines, what decided who it is, and where the article has it; nothing for other entries."""
    if found.kind != "actor":
        return (), ()
    try:
        known = explain(view.read, found.local, desk.knowledge())
    except DragomanError as error:
        return (str(error),), ()
    one = known.actor
    lines = (
        ", ".join(filter(None, (naming.described(one), f"Wikidata {one.wikidata}" if one.wikidata else ""))),
        *(f"decided: {naming.days(reason)}" for reason in known.reasons),
        *(f"the article says: {words}" for words in known.words),
        *(f"could be: {candidate}" for candidate in known.candidates),
        f"the article is about: {known.home or 'no one state'}",
        *((f"note: {one.note}",) if one.note else ()),
    )
    return tuple(filter(None, lines)), known.mentions


def fields(view: View, found: Entry, value: Any) -> tuple[Field, ...]:
    """The fields that can be corrected, those first that are corrected most, then in the order of the store."""
    ids = {one.local: one.id for one in view.entries}
    made, first = [], FIRST.get(found.kind, tuple(FIELDS[found.kind]))
    for name, form in sorted(FIELDS[found.kind].items(), key=lambda item: first.index(item[0]) if item[0] in first else len(first)):
        options = tuple(
            (one.id, f"{one.local} {one.words[:90]}" if one.kind == "statement" else one.words)
            for one in view.entries
            if one.kind in form.refers
        )
        values = written(getattr(value, name), ids if form.refers else {})
        allowed = options or tuple((one, one) for one in form.allowed) or naming.options(name, values)
        made.append(Field(name, form, values, allowed, name in first))
    return tuple(made)


def written(value: Any, ids: dict[str, str]) -> tuple[str, ...]:
    """What a field holds, as a form sends it: ids that last, words of spans, nothing for None."""
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(part for one in value for part in written(one, ids))
    if isinstance(value, Span):
        return (" ".join(value.text.split()),)
    return (ids.get(value, value) if isinstance(value, str) else str(value),)
