"""Dragoman reads the news of diplomacy and keeps the record.

    import dragoman
    record = dragoman.read("article.html", date="2022-03-07")
    for statement in record.statements: ...

`read` and `read_article` give frozen values (see `dragoman.values`); each has `to_json()`.
"""

from typing import Any

__all__ = ["read", "read_article"]


def __getattr__(name: str) -> Any:
    """Load the reader only when it is asked for, so that `dragoman --help` is quick."""
    if name in __all__:
        from dragoman import api

        return getattr(api, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
