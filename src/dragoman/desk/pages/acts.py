"""The most reported acts of a week; an act with its reports, who had it first, where they differ; the decisions that join or split them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from markupsafe import Markup, escape
from starlette.responses import RedirectResponse, Response

from dragoman.desk import acts, cards, exports, render, reported, rows
from dragoman.desk.acts import Told
from dragoman.desk.context import desk_of, own_form, reviewer
from dragoman.desk.pages.reviewing import WHY_LENGTH
from dragoman.errors import UsageError
from dragoman.record.ledger import standing

router = APIRouter()

NAMES = {"numbers": "Numbers", "wording": "Wording", "date": "Date", "parties": "Parties"}


Day = Annotated[str, Query(pattern=r"^(|\d{4}-\d\d-\d\d)$")]


@router.get("/acts")
def most_reported(request: Request, until: Day = "") -> Response:
    """The acts that most outlets report in the week that ends with `until`, else with the last article."""
    found = reported.week(desk_of(request).store, day(until))
    around = [moved(found.until, days) for days in (-reported.DAYS, reported.DAYS)] if found else ["", ""]
    return render.page(request, "acts.html", title="Most reported", week=found, earlier=around[0], later=around[1])


@router.get("/acts.csv")
@router.get("/acts.json")
def export(request: Request, until: Day = "") -> Response:
    """The same as a file."""
    found = reported.week(desk_of(request).store, day(until))
    return exports.answer(found.acts if found else (), request.url.path.rpartition(".")[2], "acts", reported.Act)


@router.get("/acts/{identifier}.csv")
@router.get("/acts/{identifier}.json")
def reports_export(request: Request, identifier: str) -> Response:
    """The reports of an act as a file."""
    found = acts.act(desk_of(request).store, identifier)
    return exports.answer(rows.reports(found), request.url.path.rpartition(".")[2], "act", rows.ReportRow)


@router.get("/acts/{identifier}")
def show(request: Request, identifier: str) -> Response:
    """The act that the entry of that id reports."""
    store = desk_of(request).store
    found = acts.act(store, identifier)
    if found.subject != identifier:
        return RedirectResponse(f"/acts/{found.subject}", 307)
    first = found.told[0]
    last = {one.entry: [row for row in standing(one.view.decisions) if row.entry == one.entry] for one in found.entries}
    return render.page(
        request,
        "act.html",
        title=f"Reported by {len(found.told)}: {first.report.text[:80]}",
        act=found,
        kind=found.cluster.kind,
        heads={one.entry: head(one) for one in (*found.told, *found.near)},
        same={one.entry for one in found.others if one.report.words == first.report.words},
        differing={one.entry: marked(one.report.text, first.report.text) for one in found.others},
        differences=[(NAMES[one.what], one.versions) for one in found.cluster.differences if one.what in NAMES],
        denied=[(one, statement) for one in found.entries for statement in one.denials],
        rows=found.decisions,
        undoable={rows[-1].id for rows in last.values() if rows},
    )


@router.post("/acts/{identifier}", dependencies=[Depends(own_form)])
def decide(
    request: Request,
    identifier: str,
    decision: Annotated[str, Form()],
    why: Annotated[str, Form(max_length=WHY_LENGTH)] = "",
) -> Response:
    """One decision, written `split ENTRY SEEN`: of the act of `identifier`, or `join ENTRY SEEN` with it."""
    who = reviewer(request).name
    parts = decision.split(" ")
    if len(parts) != 3 or not parts[2].isdecimal():
        raise UsageError(f"{decision}: is no decision; use the buttons of the page")
    acts.decide(desk_of(request).store, parts[0], (parts[1], identifier), int(parts[2]), (who, why or None))
    return RedirectResponse(f"/acts/{identifier}", 303)


def day(given: str) -> str | None:
    """The day, None for a blank. Raises UsageError where there is no such day, or no week before or after it."""
    if not given:
        return None
    try:
        moved(given, -reported.DAYS)
        moved(given, reported.DAYS)
    except (ValueError, OverflowError):
        raise UsageError(f"{given}: is no day; write it as 2022-03-07") from None
    return given


def moved(given: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(given) + timedelta(days)).isoformat()


def head(told: Told) -> cards.Card:
    """The report as a card: who, through whom, to whom."""
    found = cards.card(told.view.record, told.report.value, cards.Stand())
    assert found is not None  # a report is a statement or an event
    return found


def marked(words: str, first: str) -> Markup:
    """The words, with what the first report has not in <mark>."""
    return Markup(" ").join(
        escape(piece) if same else Markup("<mark>{}</mark>").format(piece) for piece, same in acts.compared(words, first)
    )
