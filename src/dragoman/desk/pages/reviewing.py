"""Deciding: accept, reject, correct, undo. Every form says what its writer had seen, and none overwrites what came later."""

from __future__ import annotations

import re
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.context import desk_of, own_form, reviewer
from dragoman.desk.pages.entry import fields, held
from dragoman.desk.render import article_url
from dragoman.errors import UsageError
from dragoman.record import Store, expecting, reviewing, viewing

router = APIRouter(dependencies=[Depends(own_form)])

WHY_LENGTH = 500
DECISION = re.compile(r"(?:(?P<action>accept|reject) |undo )(?P<entry>\S+) (?P<seen>\d{1,18})(?: (?P<row>\d{1,18}))?", re.ASCII)


@router.post("/decide")
def decide(
    request: Request,
    decision: Annotated[str, Form()],
    back: Annotated[str, Form()] = "",
    why: Annotated[str, Form(max_length=WHY_LENGTH)] = "",
) -> Response:
    """One decision, written `accept ENTRY SEEN`: what to do, the entry's id, and the last row of the ledger that was seen of it.

    `undo ENTRY SEEN ROW` takes back the correction of one field, the others stay; without ROW the last decision is taken back.
    """
    who = reviewer(request).name
    parts = DECISION.fullmatch(decision)
    if parts is None or (parts["action"] and parts["row"]):
        raise UsageError(f"{decision}: is no decision; use the buttons of the page")
    action, entry, seen, correction = parts["action"] or "undo", parts["entry"], parts["seen"], parts["row"]
    store = expecting.expecting(desk_of(request).store, entry, int(seen))
    if action == "undo":
        row = reviewing.undo(store, entry, who, why or None, correction=int(correction) if correction else None)
    else:
        row = reviewing.judge(store, entry, cast(Literal["accept", "reject"], action), who, why or None)
    return RedirectResponse(_back(back, row.article), 303)


@router.post("/correct")
async def correct(request: Request) -> Response:
    """A form of `/entries/ID/correct`: each field that holds something else now is corrected, or none of them."""
    form = await request.form()
    who = reviewer(request).name
    given = {name: [str(value) for value in form.getlist(name)] for name in form}
    entry, seen = (given.get(name, [""])[0] for name in ("entry", "seen"))
    if not seen.isdecimal():
        raise UsageError("the form is not whole; load the page again")
    why = given.get("why", [""])[0][:WHY_LENGTH] or None
    article = change(desk_of(request).store, (entry, int(seen)), given, (who, why))
    return RedirectResponse(_back(given.get("back", [""])[0], article), 303)


def change(store: Store, target: tuple[str, int], given: dict[str, list[str]], by: tuple[str, str | None]) -> str:
    """Correct every field that differs from what the form says; the key of the article.

    Raises UsageError where nothing differs or a field cannot hold that, OutdatedError where somebody decided in the meantime.
    """
    identifier, seen = target
    view, found = viewing.find_entry(store, identifier)
    changes = {}
    for field in fields(view, found, held(view.whole, found)):
        if f"is:{field.name}" in given:
            values = _values(given.get(field.name, []), split=field.form.many and not field.options)
            if tuple(values) != field.values:
                changes[field.name] = values
    if not changes:
        raise UsageError(f"{found.kind}: holds that already; nothing was changed")
    reviewing.correct(expecting.expecting(store, found.id, seen), found.id, changes, by)
    return view.key


def _values(sent: list[str], *, split: bool) -> list[str]:
    """The values of a field as sent: one a line where a field without a list holds several."""
    pieces = [line for value in sent for line in value.splitlines()] if split else sent
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def _back(back: str, article: str) -> str:
    """Where to go then: a page of the desk, else the article's."""
    safe = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return back if safe else article_url(article)
