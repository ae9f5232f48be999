"""The tables of a record.

What is kept: `articles` (a row a version), `readings` (what a coder read in one), `resolvings` (what knowledge made of a reading) and
`ledger` (what people decided). Nothing is ever deleted from them. What is derived from them and can be made anew at any time:
`entries` and `parties`, the current view of each article made flat, and the index of words over them (`searching.py`). What is
remembered of feeds and folders that are watched: `feeds`, `items` (their articles) and `copies` (articles that were not added).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

LONG = BigInteger().with_variant(Integer, "sqlite")  # SQLite's integers have 64 bits, and only INTEGER names the row itself

SHOWN = text("retracted_at IS NULL")

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("title", Text),
    Column("date", String(10)),
    Column("outlet", Text),
    Column("url", Text),
    Column("language", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("removed", Text, nullable=False),
    Column("added_at", String(20), nullable=False),
    Column("retracted_at", String(20)),
    Column("retracted_why", Text),
    UniqueConstraint("key", "version"),
    Index("articles_by_date", "date", "key", "retracted_at"),
    Index("articles_listed", "id", "key", "version", "added_at", "retracted_at", sqlite_where=SHOWN, postgresql_where=SHOWN),
)
"""A version of an article; `key` is its URL or id, `name` its id in records, `removed` JSON."""

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False),
    Column("program", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("made_at", String(20), nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("article", "program", "model"),
)
"""What a coder read: the whole record but for the article, as zlib-compressed JSON, before knowledge said who is who."""

resolvings = Table(
    "resolvings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False),
    Column("knowledge", Text, nullable=False),
    Column("made_at", String(20), nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("reading", "knowledge"),
)
"""What knowledge made of a reading, stored as readings are."""

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(20), nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("article", Text, nullable=False, index=True),
    Column("entry", String(32), index=True),
    Column("field", String(32)),
    Column("old", Text),
    Column("new", Text),
    Column("why", Text),
    Column("undoes", ForeignKey("ledger.id")),
)
"""What a person decided, when and why; `article` is a key, `old` and `new` are JSON. Rows are only ever added."""

entries = Table(
    "entries",
    metadata,
    Column("id", LONG, primary_key=True, autoincrement=False),
    Column("entry", String(32), nullable=False, index=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("local", String(16), nullable=False),
    Column("digest", String(16), nullable=False),
    Column("act", String(32)),
    Column("type", String(64)),
    Column("status", String(16)),
    Column("date", String(10)),
    Column("until", String(10)),
    Column("confidence", Float),
    Column("start", Integer),
    Column("end", Integer),
    Column("words", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("judgement", String(16)),
    Index("entries_by_kind", "kind", "type"),
)
"""The current view, an entry a row. The row's id holds the day, the article and a number, so that rows lie in the order of time."""

parties = Table(
    "parties",
    metadata,
    Column("entry", ForeignKey("entries.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("actor", String(32), nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(16)),
    Column("state", String(3)),
    Column("sector", String(16)),
    Index("parties_by_state", "state", "role"),
    Index("parties_by_actor", "actor"),
)
"""Who takes which part in an entry of the current view; `actor` is the id of the actor's (or matter's) own entry."""

feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("asked_at", String(20)),
    Column("failures", Integer, nullable=False),
    Column("wait_until", String(20)),
    Column("trouble", Text),
)
"""A feed or folder that is watched: what its server said last, how often it failed since, and until when it is left alone."""

items = Table(
    "items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("feed", ForeignKey("feeds.id"), nullable=False),
    Column("link", Text, nullable=False),
    Column("title", Text),
    Column("date", String(10)),
    Column("stamp", Text, nullable=False),
    Column("seen_at", String(20), nullable=False),
    Column("done_at", String(20)),
    Column("tries", Integer, nullable=False),
    Column("trouble", Text),
    UniqueConstraint("feed", "link"),
)
"""An article that a feed names, or a file of a folder; it waits while `done_at` is null."""

copies = Table(
    "copies",
    metadata,
    Column("key", Text, primary_key=True),
    Column("of", Text, nullable=False),
    Column("share", Float, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("date", String(10)),
    Column("seen_at", String(20), nullable=False),
)
"""An article that was not added, since it is a near copy of another: the key of that one, and the share of runs of words that both have."""
