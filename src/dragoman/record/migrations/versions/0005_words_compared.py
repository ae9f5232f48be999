"""What is asked of a whole record without reading it: in which articles names and words stand, and which share words with a quotation.

`worded` has a row an article: the words of those who take part in its statements, events and votes, and all other words of these, as
`knowledge.names.key` gives them. `compared` has the words of every article's text as quotations are compared; it keeps no text of its own.
"""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make both indices, and fill them from what is there."""
    if op.get_context().dialect.name != "sqlite":
        return
    for name, columns in (("worded", "names, words"), ("compared", "words, content = ''")):
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize = \"ascii tokenchars '._[]'\")")
    from dragoman.record import keyed

    keyed.fill(op.get_bind())
