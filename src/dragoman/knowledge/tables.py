"""The shipped artefacts: one gzip'd table of JSON lines for each kind of fact and licence, and a manifest with digests."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.errors import KnowledgeError
from dragoman.knowledge import facts

DATA = Path(__file__).parent / "data"
MANIFEST = "manifest.json"


class Table(NamedTuple):
    """A table's file name, the type of its rows, and the licence of the whole."""

    name: str
    row: Any
    licence: str


TABLES = (
    Table("sources", facts.Source, "Apache-2.0"),
    Table("territories", facts.Territory, "ODbL-1.0"),
    Table("names", facts.Name, "ODbL-1.0"),
    Table("places", facts.Name, "CC-BY-4.0"),
    Table("bodies", facts.Body, "Apache-2.0"),
    Table("memberships", facts.Membership, "facts; COW free with citation"),
    Table("titles", facts.Title, "Apache-2.0 and MIT"),
    Table("persons", facts.Person, "facts; MIT; CC0-1.0"),
    Table("holdings", facts.Holding, "facts; MIT; CC0-1.0"),
    Table("persons_2026", facts.Person, "CC-BY-SA-4.0"),
    Table("holdings_2026", facts.Holding, "CC-BY-SA-4.0"),
    Table("event_types", facts.EventType, "CC-BY-SA-4.0"),
    Table("event_modes", facts.Mode, "CC-BY-SA-4.0"),
    Table("event_contexts", facts.Context, "CC-BY-SA-4.0"),
    Table("cameo", facts.Cameo, "CC-BY-SA-4.0; names and Goldstein scores MIT"),
    Table("cameo_choices", facts.Choice, "Apache-2.0"),
)


def encode(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """The rows as JSON lines, one array a row in the order of the fields, sorted, so that the same facts give the same bytes."""
    lines = sorted(json.dumps(list(row), ensure_ascii=False, separators=(",", ":")) for row in rows)
    return "".join(line + "\n" for line in lines).encode()


def digest(content: bytes) -> str:
    """The SHA-256 of the content before compression."""
    return hashlib.sha256(content).hexdigest()


def write(directory: Path, contents: dict[str, bytes]) -> None:
    """Write the tables and their manifest to `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (directory / f"{name}.jsonl.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    (directory / MANIFEST).write_text(json.dumps(manifest(contents), indent=1) + "\n", encoding="utf-8")


def manifest(contents: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """For each table its digest, rows, fields and licence."""
    return {
        table.name: {
            "sha256": digest(contents[table.name]),
            "rows": contents[table.name].count(b"\n"),
            "fields": list(table.row._fields),
            "licence": table.licence,
        }
        for table in TABLES
    }


def read(directory: Path = DATA) -> dict[str, bytes]:
    """The tables' contents by name. Raises KnowledgeError where one is missing or is not what the manifest says."""
    try:
        known = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))
        contents = {table.name: gzip.decompress((directory / f"{table.name}.jsonl.gz").read_bytes()) for table in TABLES}
    except (OSError, EOFError, ValueError) as error:
        raise KnowledgeError(f"{directory}: the knowledge tables cannot be read ({error}); install the package again") from error
    for name, content in contents.items():
        if known.get(name, {}).get("sha256") != digest(content):
            raise KnowledgeError(f"{directory}/{name}.jsonl.gz: not what {MANIFEST} says; install the package again or rebuild the tables")
    return contents


def decode(content: bytes, row: Any) -> tuple[Any, ...]:
    """The rows of a table; lists in them become tuples."""
    arrays = json.loads(b"[" + content.strip().replace(b"\n", b",") + b"]")
    listed = [index for index, kind in enumerate(row.__annotations__.values()) if "tuple" in str(kind)]
    for array in arrays if listed else ():
        for index in listed:
            array[index] = tuple(array[index])
    return tuple(map(row._make, arrays))
