"""Alembic's migrations of a record, one a schema."""
