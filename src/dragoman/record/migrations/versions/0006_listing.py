"""An index of the articles that are shown, in the order in which they were added.

A page far down the list, or of what was added since a day, skips over articles by it alone; in their rows what is asked for stands behind
the texts. It holds none but these articles, so that no other question is led to it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

SHOWN = sa.text("retracted_at IS NULL")


def upgrade() -> None:
    """Make the index."""
    columns = ["id", "key", "version", "added_at", "retracted_at"]
    op.create_index("articles_listed", "articles", columns, sqlite_where=SHOWN, postgresql_where=SHOWN)
