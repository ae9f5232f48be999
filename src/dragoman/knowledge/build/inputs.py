"""The given tables and the hand-kept YAML, with the corrections applied as they are read."""

from __future__ import annotations

import csv
import gzip
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import KnowledgeError

KEPT = Path(__file__).parent.parent / "kept"


@dataclass(frozen=True)
class Inputs:
    """What a build reads. `log` collects what it decided between rows that contradict each other."""

    data: Path
    kept: dict[str, Any]
    log: list[str] = field(default_factory=list)
    applied: set[int] = field(default_factory=set)

    @classmethod
    def read(cls, data: Path) -> Inputs:
        """The inputs under `data`. Raises KnowledgeError where it is not the data directory or a YAML file cannot be read."""
        if not (data / "actors").is_dir():
            raise KnowledgeError(f"{data}: holds no actors/ directory; give the data directory with --data")
        return cls(data, {path.stem: load_yaml(path) for path in sorted(KEPT.glob("*.yaml"))})

    def table(self, path: str) -> list[dict[str, str]]:
        """The rows of a CSV file under the data directory, `.gz` or not, corrected and stripped of outer blanks."""
        file = self.data / path
        raw = gzip.decompress(file.read_bytes()) if path.endswith(".gz") else file.read_bytes()
        rows = [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(io.StringIO(_decoded(raw)))]
        return self._corrected(Path(path).name, rows)

    def json(self, path: str) -> Any:
        """The content of a JSON file under the data directory."""
        return json.loads((self.data / path).read_text(encoding="utf-8"))

    def _corrected(self, name: str, rows: list[dict[str, str]]) -> list[dict[str, str]]:
        for number, correction in enumerate(self.kept["corrections"]["rows"]):
            if correction["table"] != name:
                continue
            hits = [row for row in rows if all(row.get(k) == str(v) for k, v in correction["match"].items())]
            if hits:
                self.applied.add(number)
            if correction.get("drop"):
                rows = [row for row in rows if row not in hits]
            for row in hits:
                row.update(correction.get("set", {}))
        return rows

    def check_corrections(self) -> None:
        """Raises KnowledgeError where a correction matched no row: the table has changed, or the correction was written wrong."""
        for number, correction in enumerate(self.kept["corrections"]["rows"]):
            if number not in self.applied:
                raise KnowledgeError(f"corrections.yaml: {correction['match']} matches no row of {correction['table']}; mend or delete it")


def _decoded(raw: bytes) -> str:
    """UTF-8, or else Windows-1252: REIGN's list is the one or the other from row to row."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_line(line) for line in raw.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252")


def load_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises KnowledgeError with the line where it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}: cannot be read as YAML ({' '.join(str(error).split())})") from error
