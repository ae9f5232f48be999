"""`dragoman review`: what a person decides of the entries of a record."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli import options, store
from dragoman.cli.pipes import quietly
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.record.ledger import Row

Entries = Annotated[
    list[str], typer.Argument(metavar="ENTRY…", help="Ids of entries as `search` shows them, or their beginnings.", show_default=False)
]

Reports = Annotated[
    list[str], typer.Argument(metavar="ENTRY ENTRY…", help="Ids of statements or events, two at least.", show_default=False)
]

app = typer.Typer(
    help="Accept, reject and correct entries of a record; every decision is kept and can be taken back.", no_args_is_help=True
)


@app.command()
def accept(entries: Entries, record: store.Record = store.DEFAULT, by: store.By = None, why: store.Why = None) -> int:
    """Say that entries are right."""
    return _judged(entries, "accept", (record, by, why))


@app.command()
def reject(entries: Entries, record: store.Record = store.DEFAULT, by: store.By = None, why: store.Why = None) -> int:
    """Say that entries are wrong: no view, search or export shows them, nor what rests on them."""
    return _judged(entries, "reject", (record, by, why))


@app.command()
def correct(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="The entry's id, or its beginning.", show_default=False)],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="The field: act, source, date, state …", show_default=False)],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE…", help="What it should hold; nothing empties it.", show_default=False)
    ] = None,
    record: store.Record = store.DEFAULT,
    by: store.By = None,
    why: store.Why = None,
) -> int:
    """Put other values in a field of an entry; actors are given by their names or ids."""
    from dragoman.record import reviewing

    with store.opened(record) as opened:
        (row,) = reviewing.correct(opened, entry, {field: values or []}, (reviewing.reviewer(by), why))
    typer.echo(f"{row.entry}: {row.field} {row.old} → {row.new}")
    return 0


@app.command()
def join(entries: Reports, record: store.Record = store.DEFAULT, by: store.By = None, why: store.Why = None) -> int:
    """Say that reports of different articles are of one act, whatever the rules say."""
    return _merged("join", entries, (record, by, why))


@app.command()
def split(entries: Reports, record: store.Record = store.DEFAULT, by: store.By = None, why: store.Why = None) -> int:
    """Say that reports are not of one act: none of them is counted as a report of the same act as another."""
    return _merged("split", entries, (record, by, why))


@app.command()
def undo(
    targets: Annotated[
        list[str], typer.Argument(metavar="ENTRY…", help="Ids of entries, or the URL or id of a retracted article.", show_default=False)
    ],
    record: store.Record = store.DEFAULT,
    by: store.By = None,
    why: store.Why = None,
) -> int:
    """Take back the last decision on entries, or the retraction of an article."""
    from dragoman.record import reviewing

    with store.opened(record) as opened:
        for target in targets:
            row = reviewing.undo(opened, target, reviewing.reviewer(by), why)
            typer.echo(f"{row.entry or row.article}: decision {row.undoes} taken back")
    return 0


@app.command("log")
def show_log(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Only decisions on this article.", show_default=False)] = None,
    record: store.Record = store.DEFAULT,
) -> int:
    """Show every decision, oldest first: number, time, who, what, why."""
    from dragoman.record import viewing

    def work() -> int:
        with store.opened(record) as opened:
            for row in viewing.history(opened, article):
                typer.echo("\t".join([str(row.id), row.at, row.who, row.action, row.entry or row.article, _change(row), row.why or ""]))
        return 0

    return quietly(work)


@app.command()
def export(
    out: options.Out = None,
    record: store.Record = store.DEFAULT,
) -> int:
    """Write what was decided as training data: one article a line, in the shape of the desk sets."""
    from dragoman.cli.output import opened as written
    from dragoman.record import gold

    def work() -> int:
        with store.opened(record) as opened, written(out) as file:
            for line in gold.lines(opened):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return 0

    return quietly(work)


def _change(row: Row) -> str:
    """What a decision changed, in words."""
    if row.action == "correct":
        return f"{row.field} {row.old} → {row.new}"
    if row.action in ("join", "split"):
        return str(json.loads(row.new or '""'))
    return f"decision {row.undoes}" if row.undoes else ""


def _merged(action: str, entries: list[str], how: tuple[str, str | None, str | None]) -> int:
    """Join the first entry with each other one, or split each from each."""
    from dragoman.analysis import merging
    from dragoman.record import reviewing, viewing

    name, by, why = how
    if len(entries) < 2:
        raise UsageError(f"review {action}: takes two entries at least")
    with store.opened(name) as opened:
        found = [(view.key, entry) for view, entry in (viewing.find_entry(opened, identifier) for identifier in entries)]
        pairs = [(found[0], other) for other in found[1:]] if action == "join" else list(combinations(found, 2))
        for (_, entry), (_, other) in pairs:
            merging.require_reports((entry.id, entry.kind), (other.id, other.kind))
        for (key, entry), (other_key, other) in pairs:
            row = merging.decision(action, ((key, entry.id), (other_key, other.id)), reviewing.reviewer(by), why)
            done = reviewing.note(opened, row)
            typer.echo(f"{entry.id}: {'joined with' if action == 'join' else 'split from'} {other.id} by {done.who}")
    return 0


def _judged(entries: list[str], action: Literal["accept", "reject"], how: tuple[str, str | None, str | None]) -> int:
    from dragoman.record import reviewing

    name, by, why = how
    with store.opened(name) as opened:
        for entry in entries:
            row = reviewing.judge(opened, entry, action, reviewing.reviewer(by), why)
            typer.echo(f"{row.entry}: {action}ed by {row.who}")
    return 0
