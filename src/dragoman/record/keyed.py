"""Words as they are compared, indexed by article: which articles name somebody, and which share words with a quotation.

What is looked up here is a superset of what is asked: the record of an article decides. SQLite's tokenizer is given words that are already
taken apart, and splits them at spaces alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from dragoman.knowledge.names import key
from dragoman.record.flat import Row
from dragoman.resolving.against import wording

KINDS = ("statement", "event", "vote")
"""Of which entries the words are indexed."""

LEARN = text("INSERT INTO worded (rowid, names, words) VALUES (:number, :names, :words)")
_FORGET = text("DELETE FROM worded WHERE rowid IN :numbers").bindparams(bindparam("numbers", expanding=True))
KEEP = text("INSERT INTO compared (rowid, words) VALUES (:number, :words)")
_WITH = text("SELECT rowid FROM worded WHERE worded MATCH :match")
_SHARING = text("SELECT rowid FROM compared WHERE compared MATCH :match")


def words(rows: Iterable[Row], parties: Iterable[Row]) -> dict[str, str]:
    """The columns of `worded` for the rows of one article."""
    mine = {row["id"]: row for row in rows if row["kind"] in KINDS}
    names = " ".join(party["name"] for party in parties if party["entry"] in mine)
    told = " ".join(f"{row['words']} {row['state']} {row['about'] if row['kind'] == 'vote' else ''}" for row in mine.values())
    return {"names": _distinct(names), "words": _distinct(told)}


def learn(connection: Connection, number: int, rows: Iterable[Row], parties: Iterable[Row]) -> None:
    """Index the words of an article's rows; there must be none of it yet."""
    connection.execute(LEARN, {"number": number, **words(rows, parties)})


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take the words of these versions out."""
    connection.execute(_FORGET, {"numbers": numbers})


def keep(connection: Connection, number: int, article: str) -> None:
    """Index the text of a version, once and for all."""
    connection.execute(KEEP, {"number": number, "words": " ".join(wording.keys(article))})


def naming(connection: Connection, wanted: Sequence[str], columns: Sequence[str] = ("names",)) -> set[int]:
    """The versions in which each word begins a word of these columns, `names` or `words`; the words are those of `knowledge.names.key`."""
    match = " AND ".join(f'{{{" ".join(columns)}}} : "{word}" *' for word in wanted)
    return set(connection.execute(_WITH, {"match": match}).scalars())


def sharing(connection: Connection, quotations: Sequence[Mapping[tuple[str, str], float]], share: float) -> set[int]:
    """The versions whose texts have so much of one of the quotations, by the weights of its pairs of neighbouring words.

    The second word of a pair is empty where the first stands alone.
    """
    having: dict[tuple[str, str], list[int]] = {}
    found: set[int] = set()
    for pairs in quotations:
        weights: dict[int, float] = defaultdict(float)
        for pair, weight in pairs.items():
            if pair not in having:
                having[pair] = list(connection.execute(_SHARING, {"match": f'"{" ".join(pair).strip()}"'}).scalars())
            for number in having[pair]:
                weights[number] += weight
        found.update(number for number, weight in weights.items() if weight >= share * sum(pairs.values()))
    return found


def fill(connection: Connection) -> None:
    """Index all that a record holds; for a record that has no such index yet."""
    numbers = connection.execute(text("SELECT id FROM articles ORDER BY id")).scalars().all()
    for number in numbers:
        keep(connection, number, connection.execute(text("SELECT text FROM articles WHERE id = :number"), {"number": number}).scalar_one())
        rows = _rows(connection, "SELECT id, kind, words, state, about FROM entries WHERE article = :number ", number)
        parties = "SELECT parties.entry, parties.name FROM parties JOIN entries ON entries.id = parties.entry WHERE article = :number"
        learn(connection, number, rows, _rows(connection, parties, number))


def _rows(connection: Connection, statement: str, number: int) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(text(statement), {"number": number})]


def _distinct(told: str) -> str:
    return " ".join(sorted(set(key(told).lower().split())))
