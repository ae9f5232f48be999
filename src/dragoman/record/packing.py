"""Articles and records as the columns of their tables, and back without loss."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row

from dragoman.record.identity import KINDS
from dragoman.values import Article, Record, Removed

LISTS = frozenset(name for name, _ in KINDS.values())
"""The lists of a record, all of which may be long."""


def article_row(article: Article) -> dict[str, Any]:
    """The columns of `articles` that an article fills."""
    return {
        "key": article.url or article.id,
        "name": article.id,
        "sha256": article.sha256,
        "title": article.title,
        "date": article.date,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "removed": json.dumps([part.to_dict() for part in article.removed], ensure_ascii=False),
    }


def article_of(row: Row[Any]) -> Article:
    """The article that a row of `articles` holds."""
    removed = tuple(Removed.from_dict(part) for part in json.loads(row.removed))
    return Article(row.name, row.title, row.date, row.outlet, row.url, row.language, row.sha256, row.text, removed)


def pack(record: Record) -> bytes:
    """A record without its article, compressed: some eight times smaller."""
    told = record.to_dict()
    del told["article"]
    return zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 6)


def unpack(packed: bytes, article: Article, lists: Collection[str] = LISTS) -> Record:
    """The record that `pack` was given, with its article; of its lists those named alone, which takes the less time the fewer they are."""
    told = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    kept = {name: value for name, value in told.items() if name in lists or name not in LISTS}
    return Record.from_dict({**kept, "article": article.to_dict()})
