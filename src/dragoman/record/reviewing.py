"""What a person decides of an entry or an article: rows of the ledger, each in one transaction with all that follows from it."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Literal

from sqlalchemy import Connection, insert, update

from dragoman.errors import RecordError, UsageError
from dragoman.record import tables
from dragoman.record.adding import present
from dragoman.record.corrections import FIELDS, require_sense, stored
from dragoman.record.identity import KINDS, Entry
from dragoman.record.ledger import JUDGING, MERGING, Row, standing
from dragoman.record.opening import Store
from dragoman.record.projecting import project
from dragoman.record.viewing import View, entry_of, ledger_rows, newest_version
from dragoman.values import Span

REVIEWER = "DRAGOMAN_REVIEWER"
"""The variable that names who decides, where no option does."""


def reviewer(name: str | None = None) -> str:
    """Who decides: the name given, else that of the environment, else the user's."""
    return name or os.environ.get(REVIEWER) or getpass.getuser()


def judge(store: Store, identifier: str, action: Literal["accept", "reject"], who: str, why: str | None = None) -> Row:
    """Accept or reject an entry; the row that says so, the one there is where it was decided so already.

    Raises RecordError where there is no such entry, UsageError where an actor is to be rejected: correct it, or what names it.
    """

    def work(connection: Connection) -> Row:
        view, entry = entry_of(connection, identifier)
        if action == "reject" and entry.kind == "actor":
            raise UsageError(f"{entry.id}: an actor cannot be rejected; correct its fields, or reject or correct the entries that name it")
        judgement = view.judgements.get(entry.id)
        if judgement and judgement.rows[-1].action == action:
            return judgement.rows[-1]
        return _write(connection, Row(0, present(), who, action, view.key, entry.id, why=why))

    return store.write(work)


def correct(store: Store, identifier: str, changes: Mapping[str, Sequence[str]], by: tuple[str, str | None]) -> tuple[Row, ...]:
    """Put other values in fields of an entry, none of them to empty a field: all in one transaction, or nothing; a row for each field.

    `changes` gives the values of each field; a field that holds them already is left out. `by` is who does it, and why. Raises RecordError
    where there is no such entry, UsageError where a field cannot hold that, or every field holds it already.
    """

    def work(connection: Connection) -> tuple[Row, ...]:
        view, entry = entry_of(connection, identifier)
        whole = (view.whole, view.entries)
        new = {field: stored(values, entry, field, whole) for field, values in changes.items()}
        old = {field: _held(view, entry, field) for field in new}
        changed = [field for field in new if new[field] != old[field]]
        if not changed:
            raise UsageError(f"{', '.join(changes)}: holds that already; nothing is changed")
        require_sense(entry, new, whole)
        who, why = by
        now = present()
        rows = [Row(0, now, who, "correct", view.key, entry.id, field, _json(old[field]), _json(new[field]), why) for field in changed]
        written = tuple(_write(connection, row, derive=False) for row in rows)
        project(connection, view.key)
        return written

    return store.write(work)


def undo(store: Store, target: str, who: str, why: str | None = None, *, correction: int | None = None) -> Row:
    """Take back the last decision on an entry, or the retraction of an article (named by its key); the row that does it.

    `correction` is the number of a row that corrected a field of the entry: that is taken back in place of the last decision, and all other
    fields stay. Raises RecordError where there is no such entry or article, or nothing to take back; UsageError where the entry would then
    end before it begins.
    """

    def work(connection: Connection) -> Row:
        if newest_version(connection, target) is not None:
            key, entry = target, None
        else:
            view, found = entry_of(connection, target)
            key, entry = view.key, found.id
        actions = (*JUDGING, *MERGING) if entry else ("retract",)
        last = [row for row in standing(ledger_rows(connection, key)) if row.entry == entry and row.action in actions]
        if correction is not None:
            last = [row for row in last if row.id == correction and row.action == "correct"]
        if not last:
            named = "nothing" if correction is None else f"no correction {correction}"
            raise RecordError(f"{target}: {named} was decided of it that could be taken back")
        row = _write(connection, Row(0, present(), who, "undo", key, entry, last[-1].field, why=why, undoes=last[-1].id), derive=False)
        if last[-1].action == "retract":
            theirs = (tables.articles.c.key == key, tables.articles.c.retracted_at == last[-1].at)
            connection.execute(update(tables.articles).where(*theirs).values(retracted_at=None, retracted_why=None))
        now = project(connection, key)
        if correction is not None and now:
            _require_days(now, entry)
        return row

    return store.write(work)


def retract(store: Store, key: str, who: str, why: str) -> Row:
    """Retract every version of an article: no view, search or export shows it any more; a later version does.

    Raises RecordError where there is no such article, or it is retracted already.
    """

    def work(connection: Connection) -> Row:
        newest = newest_version(connection, key)
        if newest is None:
            raise RecordError(f"{key}: the record holds no such article; name its URL or id as `dragoman search` shows it")
        if newest.retracted_at:
            raise RecordError(f"{key}: was retracted on {newest.retracted_at} ({newest.retracted_why}); nothing is changed")
        now = present()
        theirs = (tables.articles.c.key == key, tables.articles.c.retracted_at.is_(None))
        connection.execute(update(tables.articles).where(*theirs).values(retracted_at=now, retracted_why=why))
        return _write(connection, Row(0, now, who, "retract", key, why=why))

    return store.write(work)


def note(store: Store, row: Row) -> Row:
    """Add a row of another action, as split and join; the row as it was numbered. Its `id` and `at` are filled in."""
    return store.write(lambda connection: _write(connection, replace(row, at=row.at or present())))


def _write(connection: Connection, row: Row, *, derive: bool = True) -> Row:
    values = {name: value for name, value in asdict(row).items() if name != "id"}
    number = connection.execute(insert(tables.ledger), values).inserted_primary_key
    assert number is not None  # SQLite gives the row's number
    if derive:
        project(connection, row.article)
    return replace(row, id=int(number[0]))


def _require_days(view: View, identifier: str | None) -> None:
    """Raise UsageError where the entry ends before it begins, now that one of its fields holds something else."""
    entry = view.entry(identifier or "")
    if entry and {"date", "until"} <= FIELDS[entry.kind].keys():
        require_sense(entry, {name: _held(view, entry, name) for name in ("date", "until")}, (view.whole, view.entries))


def _held(view: View, entry: Entry, field: str) -> Any:
    """What the field holds now, as the ledger keeps it."""
    name, letter = KINDS[entry.kind]
    values = {getattr(one, "id", f"{letter}{number}"): one for number, one in enumerate(getattr(view.whole, name), 1)}
    ids = {one.local: one.id for one in view.entries}
    return _kept(getattr(values[entry.local], field), ids if FIELDS[entry.kind][field].refers else {})


def _kept(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, tuple):
        return [_kept(one, ids) for one in value]
    if isinstance(value, Span):
        return value.text
    return ids.get(value, value) if isinstance(value, str) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
