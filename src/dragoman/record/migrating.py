"""The schema of a record and its migrations (Alembic), each in one transaction and after a copy of the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from dragoman.errors import RecordError

if TYPE_CHECKING:
    from alembic.config import Config

    from dragoman.record.opening import Store

SCHEMAS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every schema there has been, the newest last; alembic is not asked, it takes half a second to import."""

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up(store: Store, path: Path) -> None:
    """Bring the record to the newest schema; a file that holds anything is copied first.

    Raises RecordError where the schema is newer than this program, or the file holds something else.
    """
    with store.look() as connection:
        found = schema(connection)
        tables = inspect(connection).get_table_names()
    if found == SCHEMAS[-1]:
        return
    if found is None and tables:
        raise RecordError(f"{store.name}: is no record (it holds the tables {', '.join(tables[:3])}); name another file")
    if found is not None and found not in SCHEMAS:
        raise RecordError(f"{store.name}: has schema {found}, this program knows up to {SCHEMAS[-1]}; install a newer dragoman")
    if found is not None:
        back_up(path, found)
    store.write(_upgrade)


def schema(connection: Connection) -> str | None:
    """The schema of the record, None where nothing has been made yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def back_up(path: Path, found: str) -> Path:
    """A whole copy of the record beside it, `NAME.schema-0001.backup`; one that is there already is kept and the new one numbered."""
    target = path.with_name(f"{path.name}.schema-{found}.backup")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.schema-{found}.{number}.backup")
    partial = target.with_name(f"{target.name}.part")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
    partial.replace(target)
    return target


def config() -> Config:
    """Alembic's settings for the migrations of this package."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return settings


def _upgrade(connection: Connection) -> None:
    """All missing migrations in the transaction of `connection`; another process may have been faster, then nothing is left to do."""
    from alembic import command

    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, SCHEMAS[-1])
