"""`docs/record.md` is the contract that `dragoman.values` holds: the same keys, the same words, an example that is a record."""

from __future__ import annotations

import dataclasses
import json
import re
import typing

import pytest

from dragoman import values
from dragoman.values import Record
from tests.house.files import ROOT

PAGE = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
SECTIONS = {
    "Coder": "`coder` and `article`",
    "Article": "`coder` and `article`",
    "Actor": "`actors`",
    "Matter": "`matters`",
    "Statement": "`statements`",
    "Event": "`events`",
    "Vote": "`votes`",
    "Check": "`votes`",
    "Tie": "`ties`, `times`, `places`",
    "Timex": "`ties`, `times`, `places`",
    "Place": "`ties`, `times`, `places`",
    "Position": "`positions`",
}


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def example() -> dict:
    assert EXAMPLE
    return json.loads(EXAMPLE[1])


def test_example_is_a_record():
    """The example has every key of the contract, in its order, and none else."""
    assert Record.from_dict(example()).to_dict() == example()
    assert json.dumps(Record.from_dict(example()).to_dict()) == json.dumps(example())


def test_spans_of_the_example_hold():
    """Each span's text is the article's text at its offsets."""
    text = example()["article"]["text"]
    spans = [json.loads(found) for found in re.findall(r'\{"start": \d+, "end": \d+,\s+"text": "[^"]*"\}', EXAMPLE[1])]
    assert len(spans) > 20
    assert [span for span in spans if text[span["start"] : span["end"]] != span["text"]] == []


def test_digest_of_the_example_holds():
    """`sha256` is of the text."""
    import hashlib

    article = example()["article"]
    assert article["sha256"] == hashlib.sha256(article["text"].encode()).hexdigest()


def test_ids_of_the_example_exist():
    """What points at an entry points at one of the record."""
    record = Record.from_dict(example())
    actors, matters = ({entry.id for entry in entries} for entries in (record.actors, record.matters))
    statements = {entry.id for entry in record.statements}
    for statement in record.statements:
        assert {statement.source, *statement.co_sources, *statement.addressees, *statement.via} - {None} <= actors
        assert set(statement.about) <= actors | matters
        assert {statement.within} - {None} <= statements
    for event in record.events:
        assert {*event.actors, *event.recipients} <= actors
        assert {event.reported_in, *event.disputed_by} - {None} <= statements


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_key_is_explained(kind):
    """Each key of each value stands in its section, `id` and `span` aside, which all share."""
    names = [field.name for field in dataclasses.fields(getattr(values, kind)) if field.name not in ("id", "span")]
    text = section(SECTIONS[kind])
    assert [name for name in names if not re.search(rf"`(?:\w+\.)?{name}`", text)] == []


def test_every_list_of_the_record_has_its_section():
    """Record's own keys are explained, each under its name."""
    kinds = typing.get_type_hints(Record)
    assert [name for name in kinds if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (values.KINDS, "`actors`"),
        (values.ACTS, "`statements`"),
        (values.MANNERS, "`statements`"),
        (values.STATUSES, "`events`"),
    ],
)
def test_closed_lists_are_written_out(words, title):
    """The page names every value that a key can take."""
    assert [word for word in words if f"`{word}`" not in section(title)] == []


def test_glossary_has_the_terms_of_the_field():
    """A term that code and output use is explained."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").casefold()
    said = ["source", "cue", "content", "statement", "attribution", "chain", "within", "via", "act", "manner"]
    done = ["actor", "recipient", "matter", "dyad", "timex", "tie", "vote"]
    reading = ["bundle", "frame", "trigger", "window", "word", "piece"]
    terms = [*said, *done, *reading, "quad class", "roll call", "ideal point", "agreement"]
    assert [term for term in terms if f"**{term}**" not in glossary] == []
