"""A record is opened, brought up to date, or refused with what to do."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import inspect, text

from dragoman import record
from dragoman.errors import RecordError
from dragoman.record import migrating, tables
from tests.record.full import FULL, PLAIN, put


@pytest.fixture
def old(tmp_path, monkeypatch):
    """A record of the first schema with an article in it, its words not yet indexed."""
    from dragoman.record import keyed, projecting

    path = tmp_path / "old.sqlite"
    monkeypatch.setattr(migrating, "SCHEMAS", ("0001",))
    for name in ("FORGET", "LEARN"):
        monkeypatch.setattr(projecting, name, text("SELECT 1"))
    for name in ("learn", "forget", "keep"):
        monkeypatch.setattr(keyed, name, lambda *_: None)
    with record.open(path, create=True) as store:
        put(store, PLAIN)
    monkeypatch.undo()
    return path


def test_an_older_record_is_copied_and_brought_up(old):
    """The copy has the old schema, the record the new one, and nothing is lost: the words of old entries are found."""
    with record.open(old) as store:
        assert list(record.records(store)) == [FULL]
        assert [hit.kind for hit in record.search(store, "abstained")] == ["vote"]
    copy = old.with_name("old.sqlite.schema-0001.backup")
    with sqlite3.connect(copy) as found:
        assert found.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert found.execute("SELECT count(*) FROM readings").fetchone() == (1,)
        assert not found.execute("SELECT 1 FROM sqlite_master WHERE name = 'found'").fetchall()


def test_a_copy_is_never_written_over(old):
    """A second copy gets another name."""
    assert migrating.back_up(old, "0001").name == "old.sqlite.schema-0001.backup"
    assert migrating.back_up(old, "0001").name == "old.sqlite.schema-0001.2.backup"


def test_a_migration_that_fails_changes_nothing(old, monkeypatch):
    """It is one transaction."""
    from alembic.operations import Operations

    def broken(self, statement, **_):
        raise ZeroDivisionError

    monkeypatch.setattr(Operations, "execute", broken)
    with pytest.raises(ZeroDivisionError):
        record.open(old)
    monkeypatch.undo()
    with sqlite3.connect(old) as found:
        assert found.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_a_newer_record_is_refused(tmp_path):
    """This program does not know what a newer one keeps; it does not touch it."""
    path = tmp_path / "newer.sqlite"
    record.open(path, create=True).close()
    with sqlite3.connect(path) as found:
        found.execute("UPDATE alembic_version SET version_num = '0099'")
    with pytest.raises(RecordError, match="has schema 0099, this program knows up to 0006; install a newer dragoman"):
        record.open(path)


def test_the_schemas_are_those_of_the_migrations():
    """No migration is forgotten in `SCHEMAS`."""
    from alembic.script import ScriptDirectory

    found = ScriptDirectory.from_config(migrating.config())
    assert tuple(reversed([script.revision for script in found.walk_revisions()])) == migrating.SCHEMAS


def test_the_migrations_make_the_tables(empty):
    """The tables that the code names are those that the migrations make, column by column."""
    with empty.look() as connection:
        made = inspect(connection)
        for table in tables.metadata.sorted_tables:
            columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in made.get_columns(table.name)}
            assert columns == {column.name: (str(column.type.compile(connection.dialect)), column.nullable) for column in table.columns}, (
                table.name
            )
            indexed = {tuple(index["column_names"]) for index in made.get_indexes(table.name) if not index["unique"]}
            assert indexed == {tuple(column.name for column in index.columns) for index in table.indexes}, table.name


REFUSED = [
    ("nowhere.sqlite", False, "no such record; make one with `dragoman add"),
    ("nowhere/new.sqlite", True, "directory that does not exist"),
    (".", True, "is a directory"),
    ("sqlite://", True, "would be lost"),
    ("postgresql://localhost/x", True, "keeps records in SQLite alone"),
    ("://", True, "no SQLAlchemy URL"),
]


@pytest.mark.parametrize(("target", "create", "message"), REFUSED)
def test_refused(tmp_path, monkeypatch, target, create, message):
    """What cannot be opened is said with what to do."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RecordError, match=message):
        record.open(target, create=create)
    assert not list(tmp_path.iterdir())


def test_a_file_of_another_kind_is_refused(tmp_path):
    """Neither a text nor the database of another program is touched."""
    words = tmp_path / "words.txt"
    words.write_text("These are words and no tables. " * 50, encoding="utf-8")
    with pytest.raises(RecordError, match="is no SQLite file"):
        record.open(words)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as found:
        found.execute("CREATE TABLE birds (name)")
    with pytest.raises(RecordError, match=r"is no record \(it holds the tables birds\)"):
        record.open(other)


def test_an_address_names_the_same_record(tmp_path):
    """A path and an SQLAlchemy URL."""
    with record.open(f"sqlite:///{tmp_path / 'one.sqlite'}", create=True) as store:
        put(store, PLAIN)
    with record.open(tmp_path / "one.sqlite") as store:
        assert list(record.records(store)) == [FULL]
