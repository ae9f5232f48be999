"""What a hundred thousand articles need.

An index of articles by day; beginnings of one and two letters in the index of words; and a view of what can be found that SQLite walks
through in the order of rows, which is that of days: `+kind` keeps it from gathering all rows by their kind and sorting them.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = "words, speaker, state, about, act, type, kind, outlet"


def upgrade() -> None:
    """Make the index of days, and the view and the index of words anew."""
    op.create_index("articles_by_date", "articles", ["date", "key", "retracted_at"])
    if op.get_context().dialect.name != "sqlite":
        return
    op.execute("DROP TABLE found")
    op.execute("DROP VIEW findable")
    op.execute(
        f"CREATE VIEW findable AS SELECT id, article, {COLUMNS} FROM entries "
        "WHERE +kind IN ('statement', 'event', 'vote') AND (judgement IS NULL OR judgement IN ('accepted', 'corrected'))"
    )
    op.execute(
        f"CREATE VIRTUAL TABLE found USING fts5({COLUMNS}, content = 'findable', content_rowid = 'id', "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    op.execute("INSERT INTO found (found) VALUES ('rebuild')")
