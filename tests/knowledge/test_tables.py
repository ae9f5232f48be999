"""The shipped tables hold no contradiction and are what the build gives; a damaged one is refused."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import Knowledge, tables
from dragoman.knowledge.build.__main__ import drift
from dragoman.knowledge.build.contents import contents
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.checks import problems


def test_the_tables_hold_no_contradiction(knowledge: Knowledge) -> None:
    assert problems(knowledge) == []


def test_a_rebuild_gives_the_shipped_tables(data: Path) -> None:
    assert drift(contents(Inputs.read(data))) == []


def test_every_source_has_a_licence_and_none_is_gpl(knowledge: Knowledge) -> None:
    assert [source.id for source in knowledge.sources if not source.licence or "GPL" in source.licence.upper().replace("ODBL", "")] == []


def test_share_alike_and_attribution_licences_have_their_notice(knowledge: Knowledge) -> None:
    asked = [source for source in knowledge.sources if source.licence.startswith(("ODbL", "CC-BY"))]
    assert asked
    assert [source.id for source in asked if not source.notice] == []


def test_the_version_is_the_digest_of_the_content(knowledge: Knowledge) -> None:
    assert knowledge.version == Knowledge.of(tables.read()).version
    assert len(knowledge.version) == len("sha256:") + 64


def test_coverage_counts_by_kind_place_and_year(knowledge: Knowledge) -> None:
    found = {(row.kind, row.place, row.year): row.facts for row in knowledge.coverage()}
    assert found["prime_minister", "GBR", 2022] == 3
    assert ("foreign_minister", "GBR", 2026) not in found
    assert found["member of UNSC", "IND", 2022] == 1


DAMAGES = [
    pytest.param("names.jsonl.gz", lambda path: path.unlink(), id="missing"),
    pytest.param("names.jsonl.gz", lambda path: path.write_bytes(gzip.compress(b"[]\n")), id="changed"),
    pytest.param("manifest.json", lambda path: path.write_text("{"), id="manifest that is no JSON"),
]


@pytest.mark.parametrize(("file", "damage"), DAMAGES)
def test_a_damaged_table_is_refused(tmp_path: Path, file: str, damage: object) -> None:
    directory = tmp_path / "data"
    shutil.copytree(tables.DATA, directory)
    damage(directory / file)  # type: ignore[operator]
    with pytest.raises(KnowledgeError, match=r"install the package again|cannot be read"):
        tables.read(directory)
