"""Large records made from small ones are records like any other."""

from __future__ import annotations

import hashlib
import random

import pytest

from benchmarks import findings, generating, varying
from dragoman import record
from dragoman.record import projecting, viewing
from dragoman.values import Record, Span
from tests.record.full import FULL, PLAIN, put, varied
from tests.record.test_adding import derived


@pytest.fixture
def large(store, tmp_path):
    """Thirty articles made from two."""
    put(store, varied(1))
    small = tmp_path / "test.sqlite"
    path = tmp_path / "large.sqlite"
    generating.fill(path, generating.variants(small, tmp_path), 30)
    with record.open(path) as opened:
        yield opened


def test_what_is_derived_is_what_projecting_derives(large):
    """Rows, ids and the index of words are those that the record itself makes of its readings."""
    made = derived(large)
    assert projecting.rebuild(large) == 30
    assert derived(large) == made


def test_an_interrupted_call_goes_on(large, tmp_path, monkeypatch):
    """What comes of it is what one call makes; a file with other articles is left alone."""
    monkeypatch.setattr(generating, "BATCH", 7)
    path = tmp_path / "other.sqlite"
    made = generating.variants(tmp_path / "test.sqlite", tmp_path)
    for articles in (9, 30):
        generating.fill(path, made, articles)
    with record.open(path) as opened:
        assert derived(opened) == derived(large)
    for wrong in (made[::-1], made[:1]):
        with pytest.raises(SystemExit, match="other articles"):
            generating.fill(path, wrong, 30)
    with record.open(path) as opened:
        assert derived(opened) == derived(large)


def test_every_entry_is_found_by_its_id(large):
    """The id that a search gives opens the article with the entry."""
    hits = list(record.search(large, "kind:statement", 5))
    assert len(hits) == 5
    for hit in hits:
        view, entry = viewing.find_entry(large, hit.id)
        assert (view.key, entry.words) == (hit.article, hit.words)


def spans(value: object) -> list[Span]:
    """Every span of a value, however deep."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return [Span(**value)]
        return [span for part in value.values() for span in spans(part)]
    return [span for part in value for span in spans(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("seed", range(5))
def test_a_variant_keeps_its_offsets_and_differs(seed):
    """Spans hold the words of the varied text; words, states and days are others."""
    vocabulary = varying.Vocabulary.of(["ombre vase house paper talked walked running electors parliament Someone Anybody"])
    varied_record: Record = varying.vary(FULL, vocabulary, random.Random(seed))
    text = varied_record.article.text
    assert all(text[span.start : span.end] == span.text for span in spans(varied_record.to_dict()))
    assert len(text) == len(PLAIN.article.text)
    assert text != PLAIN.article.text
    assert varied_record.article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert varied_record.article.date != FULL.article.date
    assert [actor.state for actor in varied_record.actors] != [actor.state for actor in FULL.actors]


def test_the_same_seed_gives_the_same_record():
    """So figures can be repeated."""
    vocabulary = varying.Vocabulary.of([PLAIN.article.text])
    one, other = (varying.vary(FULL, vocabulary, random.Random(7)) for _ in range(2))
    assert one == other


def test_findings_of_a_large_record_are_those_of_every_article(large, tmp_path, capsys):
    """Each question is answered, and as the whole record answers it."""
    assert findings.main(["--record", str(tmp_path / "large.sqlite"), "--whole"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 5
    assert all(line.endswith("the same answer") for line in lines)
