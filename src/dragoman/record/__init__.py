"""Many readings, kept: one file that can be searched, reviewed, compared and handed on.

    with record.open("dragoman.sqlite", create=True) as store:
        adding.add(store, read, resolved)
        for hit in search(store, "abstain* speaker:PAK after:2022-02-20"):
            ...

Needs the extra `[record]`.
"""

from dragoman.errors import RecordError

try:
    import sqlalchemy as _sqlalchemy  # noqa: F401
except ImportError as error:
    raise RecordError("a record needs SQLAlchemy and Alembic; install them with: pip install 'dragoman[record]'") from error

from dragoman.record.adding import Added, add
from dragoman.record.opening import Store
from dragoman.record.opening import open_record as open
from dragoman.record.searching import Hit, search
from dragoman.record.viewing import View, records, view, views

__all__ = ["Added", "Hit", "Store", "View", "add", "open", "records", "search", "view", "views"]
