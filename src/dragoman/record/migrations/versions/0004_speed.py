"""What a hundred thousand articles need: an index of articles by day, and beginnings of one and two letters in the index of words."""

from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = "words, speaker, state, about, act, type, kind, outlet"


def upgrade() -> None:
    """Make the index of days, and the index of words anew."""
    op.create_index("articles_by_date", "articles", ["date", "key", "retracted_at"])
    if op.get_context().dialect.name != "sqlite":
        return
    op.execute("DROP TABLE found")
    op.execute(
        f"CREATE VIRTUAL TABLE found USING fts5({COLUMNS}, content = 'findable', content_rowid = 'id', "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    op.execute("INSERT INTO found (found) VALUES ('rebuild')")
