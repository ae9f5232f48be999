"""The golden files are what the formats give now; where a change is meant, `python -m tests.rebuild_goldens` writes them again."""

from __future__ import annotations

import json as standard_json
from pathlib import Path

from dragoman.formats import json
from dragoman.values import Record
from tests.formats.sample import RECORD
from tests.rebuild_goldens import GOLDENS, rebuild


def test_goldens(tmp_path: Path) -> None:
    rebuilt = rebuild(tmp_path)
    assert {path.name for path in rebuilt} == {path.name for path in GOLDENS.iterdir()}
    for path in rebuilt:
        assert path.read_bytes() == (GOLDENS / path.name).read_bytes(), f"{path.name} differs: python -m tests.rebuild_goldens"


def test_json_forms_hold_the_same_record() -> None:
    for text in (json.line(RECORD), json.render(RECORD)):
        assert Record.from_dict(standard_json.loads(text)) == RECORD
    assert "\n" not in json.line(RECORD)
