"""Resolving is a function of the reading and the knowledge: again, from scratch, or in another order gives the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from dragoman.values import Record
from tests.resolving.articles import gold, record

TEXT = "Russian Foreign Minister Sergei Lavrov met Imran Khan in Moscow. Khan spoke for Pakistan. Police and the Taliban watched."
NAMES = ("Sergei Lavrov", "Imran Khan = Khan", "Moscow", "Police", "Taliban")


def stripped(resolved: Record) -> Record:
    """The record without what rests on knowledge; the kind stays, it is the reader's too."""
    actors = (replace(actor, state=None, sector=None, role=None, wikidata=None, basis=None, note=None) for actor in resolved.actors)
    return replace(resolved, actors=tuple(actors), coder=replace(resolved.coder, knowledge=None))


def test_resolving_again_changes_nothing(knowledge: Knowledge) -> None:
    once = resolve(record(TEXT, *NAMES), knowledge)
    assert resolve(once, knowledge) == once
    assert resolve(stripped(once), knowledge) == once


def test_the_order_of_the_actors_changes_nothing(knowledge: Knowledge) -> None:
    given = record(TEXT, *NAMES)
    turned = replace(given, actors=given.actors[::-1])
    assert resolve(turned, knowledge).actors == resolve(given, knowledge).actors[::-1]


def test_the_coder_names_the_knowledge(knowledge: Knowledge) -> None:
    assert resolve(record(TEXT, *NAMES), knowledge).coder.knowledge == knowledge.version


def test_every_desk_record_resolves_to_the_same_again(knowledge: Knowledge, data: Path) -> None:
    for _, given in gold(data / "desk" / "desk_dev.jsonl"):
        once = resolve(given, knowledge)
        assert resolve(stripped(once), knowledge) == once, given.article.id


def test_a_users_fact_changes_the_answer_without_reading_again(tmp_path: Path, knowledge: Knowledge) -> None:
    """The point of keeping reading and knowledge apart."""
    file = tmp_path / "facts.yaml"
    file.write_text("persons:\n  - {name: Adam Beg, state: MLI, sector: OPP}\n", encoding="utf-8")
    once = resolve(record("Adam Beg spoke.", "Adam Beg"), knowledge)
    again = resolve(once, Knowledge.load(file))
    assert [(actor.state, actor.sector, actor.basis) for actor in once.actors] == [(None, None, None)]
    assert [(actor.state, actor.sector, actor.basis) for actor in again.actors] == [("MLI", "OPP", "knowledge")]
