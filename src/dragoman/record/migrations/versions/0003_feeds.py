"""What is watched: feeds and folders, what they hold, and articles that were not added since they are near copies of others."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of what is watched."""
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("asked_at", sa.String(20)),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("wait_until", sa.String(20)),
        sa.Column("trouble", sa.Text),
    )
    op.create_table(
        "items",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("feed", sa.Integer, sa.ForeignKey("feeds.id"), nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("date", sa.String(10)),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("seen_at", sa.String(20), nullable=False),
        sa.Column("done_at", sa.String(20)),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("trouble", sa.Text),
        sa.UniqueConstraint("feed", "link"),
    )
    op.create_table(
        "copies",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("of", sa.Text, nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("date", sa.String(10)),
        sa.Column("seen_at", sa.String(20), nullable=False),
    )
