"""A frozen data set made of a record: tables, codebook, coverage, citation, and a manifest with the digest of every file.

The same record gives the same bytes; no file holds the time at which it was written. Articles' texts are their publishers' and are left
out unless they are asked for: offsets and the digest of each text find the words again for whoever has the article.
"""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError, UsageError
from dragoman.formats import citing, codebook, tabular
from dragoman.formats.flat import TABLES
from dragoman.record import Store, View, viewing
from dragoman.record.copies import noted
from dragoman.record.identity import KINDS
from dragoman.record.ledger import standing
from dragoman.record.listing import revision
from dragoman.values import Coder

MANIFEST = "manifest.json"
SCHEMA = 1
"""The number of the manifest's shape."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What the data set is called, who made it, its version (one made of the data's digest where None), and whether texts go with it."""

    title: str
    authors: tuple[str, ...] = ()
    version: str | None = None
    texts: bool = False


@dataclass(slots=True)
class Coverage:
    """Counts articles and entries by outlet and month, and by coder."""

    cells: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    coders: Counter[Coder] = field(default_factory=Counter)

    def count(self, view: View) -> None:
        """Count an article with its entries."""
        article = view.record.article
        cell = self.cells[article.outlet or "", (article.date or "")[:7]]
        cell["articles"] += 1
        cell.update(KINDS[entry.kind][0] for entry, _ in view.shown)
        self.coders[view.record.coder] += 1

    def total(self) -> dict[str, int]:
        """Articles, and entries by kind."""
        found: Counter[str] = sum(self.cells.values(), Counter())
        return {name: found[name] for name in TABLES}


def release(store: Store, out: Path, naming: Naming) -> dict[str, Any]:
    """Write a data set into the directory `out`, which must be new or empty; the manifest.

    Raises UsageError where the directory holds anything or cannot be written, RecordError where the record changes meanwhile.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out}: is there already; a data set is frozen once it is written, name another directory with --out")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as waiting:
            before = revision(store)
            manifest = _write(store, Path(waiting), naming)
            if revision(store) != before:
                raise RecordError(f"{store.name}: was changed while it was written out; run the command again when nobody writes to it")
            out.mkdir(exist_ok=True)
            for path in sorted(Path(waiting).iterdir()):
                shutil.move(path, out / path.name)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror or error}); name another directory with --out") from error
    return manifest


def _write(store: Store, out: Path, naming: Naming) -> dict[str, Any]:
    tables = TABLES if naming.texts else TABLES | {"articles": tuple(one for one in TABLES["articles"] if one.name != "text")}
    coverage = Coverage()
    (out / "csv").mkdir()
    tabular.write_csv(_counted(store, coverage), out / "csv", tables)
    if find_spec("polars"):
        (out / "parquet").mkdir()
        tabular.write_parquet(viewing.views(store), out / "parquet", tables)
    _write_coverage(coverage, out / "coverage.csv")
    (out / "codebook.md").write_text(codebook.markdown(tables), encoding="utf-8", newline="\n")
    digest = _digest(out)
    number = naming.version or digest.removeprefix("sha256:")[:12]
    citation = citing.Citation(naming.title, naming.authors, number, digest, version("dragoman"))
    (out / "CITATION.cff").write_text(citing.cff(citation), encoding="utf-8", errors="backslashreplace", newline="\n")
    manifest = _manifest(store, out, naming, (coverage, number, digest))
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (out / MANIFEST).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    return manifest


def _counted(store: Store, coverage: Coverage) -> Iterator[View]:
    for view in viewing.views(store):
        coverage.count(view)
        yield view


def _write_coverage(coverage: Coverage, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("outlet", "month", *TABLES))
        for (outlet, month), cell in sorted(coverage.cells.items()):
            writer.writerow((outlet, month, *(cell[name] for name in TABLES)))


def _manifest(store: Store, out: Path, naming: Naming, made: tuple[Coverage, str, str]) -> dict[str, Any]:
    coverage, number, digest = made
    months = sorted(month for _, month in coverage.cells if month)
    decisions = Counter(row.action for row in standing(viewing.history(store)))
    ordered = sorted(coverage.coders.items(), key=lambda pair: (pair[0].program, pair[0].model, pair[0].knowledge or ""))
    return {
        "schema": SCHEMA,
        "title": naming.title,
        "version": number,
        "data": digest,
        "program": version("dragoman"),
        "coders": [asdict(coder) | {"articles": count} for coder, count in ordered],
        "months": {"first": months[0] if months else None, "last": months[-1] if months else None},
        "counts": coverage.total(),
        "retracted": sum(one.retracted_at is not None for one in viewing.articles(store)),
        "near_copies_left_out": len(noted(store)),
        "decisions": dict(sorted(decisions.items())),
        "texts": naming.texts,
        "files": [
            {"path": path, "bytes": size, "sha256": found} for path, size, found in ((one, *_measured(out / one)) for one in _files(out))
        ],
    }


def _digest(out: Path) -> str:
    """The digest of a list of the files with theirs, a line each as `sha256sum` prints it, in the order of their paths."""
    lines = "".join(f"{_measured(out / path)[1]}  {path}\n" for path in _files(out))
    return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


def _files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def _measured(path: Path) -> tuple[int, str]:
    """The size and the SHA-256 of a file."""
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()
