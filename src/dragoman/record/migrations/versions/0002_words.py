"""The index of words (SQLite's FTS5) over the entries that can be found."""

from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = "words, speaker, state, about, act, type, kind, outlet"


def upgrade() -> None:
    """Make a view of what can be found, and the index over it, filled from what is there."""
    if op.get_context().dialect.name != "sqlite":
        return
    op.execute(
        f"CREATE VIEW findable AS SELECT id, article, {COLUMNS} FROM entries "
        "WHERE kind IN ('statement', 'event', 'vote') AND (judgement IS NULL OR judgement IN ('accepted', 'corrected'))"
    )
    op.execute(
        f"CREATE VIRTUAL TABLE found USING fts5({COLUMNS}, content = 'findable', content_rowid = 'id', "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '3')"
    )
    op.execute("INSERT INTO found (found) VALUES ('rebuild')")
