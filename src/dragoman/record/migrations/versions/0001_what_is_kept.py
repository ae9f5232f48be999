"""Articles, readings, resolvings and the ledger, none of which lose a row; entries and parties, which are derived from them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEPT = ("readings", "resolvings", "ledger")


def upgrade() -> None:
    """Make the tables, and let SQLite itself refuse to change what is kept."""
    _articles_and_readings()
    _ledger()
    _derived()
    for table in KEPT:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )


def _articles_and_readings() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("date", sa.String(10)),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("removed", sa.Text, nullable=False),
        sa.Column("added_at", sa.String(20), nullable=False),
        sa.Column("retracted_at", sa.String(20)),
        sa.Column("retracted_why", sa.Text),
        sa.UniqueConstraint("key", "version"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(20), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("article", "program", "model"),
    )
    op.create_table(
        "resolvings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("knowledge", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(20), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("reading", "knowledge"),
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("article", sa.Text, nullable=False, index=True),
        sa.Column("entry", sa.String(32), index=True),
        sa.Column("field", sa.String(32)),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("why", sa.Text),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("ledger.id")),
    )


def _derived() -> None:
    op.create_table(
        "entries",
        sa.Column("id", LONG, primary_key=True, autoincrement=False),
        sa.Column("entry", sa.String(32), nullable=False, index=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("local", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("act", sa.String(32)),
        sa.Column("type", sa.String(64)),
        sa.Column("status", sa.String(16)),
        sa.Column("date", sa.String(10)),
        sa.Column("until", sa.String(10)),
        sa.Column("confidence", sa.Float),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("judgement", sa.String(16)),
    )
    op.create_index("entries_by_kind", "entries", ["kind", "type"])
    op.create_table(
        "parties",
        sa.Column("entry", LONG, sa.ForeignKey("entries.id"), primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("actor", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16)),
        sa.Column("state", sa.String(3)),
        sa.Column("sector", sa.String(16)),
    )
    op.create_index("parties_by_state", "parties", ["state", "role"])
    op.create_index("parties_by_actor", "parties", ["actor"])
