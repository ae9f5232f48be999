"""Our scorers give, count by count, what the two reference scorers give on readings that are wrong in every way we know."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.alignment import marks
from evaluation.entries import entries
from evaluation.figures import Measurement, Unit, rows
from evaluation.scoring import attribution
from evaluation.tasks import desk, polnear
from tests.evaluation.perturbing import perturbed, polnear_reading

DESK_COUNTS = {
    "statement_gold": "statement gold",
    "statement_read": "statement read",
    "statement_hit": "statement hit",
    "statement_source": "statement hit, source right",
    "state": "of sources with a state: state",
    "stated": "sources with a state",
    "statement_content": "of hits: content nearly exact",
    "statement_cue": "of hits: cue overlaps",
    "statement_manner": "of hits: manner",
    "statement_act": "of hits: act",
    "statement_within": "of hits: within",
    "statement_addressees": "of hits: addressees",
    "statement_date": "of hits: date",
    "event_gold": "event strict gold",
    "event_read": "event strict read",
    "event_strict": "event strict hit",
    "event_quad": "event quad hit",
    "event_found": "event found hit",
    "event_status": "of event hits: status",
    "event_date": "of event hits: date",
    "vote_gold": "vote gold",
    "vote_read": "vote read",
    "vote_hit": "vote hit",
    "tie_gold": "tie gold",
    "tie_read": "tie read",
    "tie_hit": "tie hit",
}
REPORTED = {
    "statement_f1": "statement",
    "statement_source_f1": "statement with source",
    "event_strict_f1": "event strict",
    "event_quad_f1": "event quad",
    "event_found_f1": "event found",
    "vote_f1": "vote",
    "tie_f1": "tie",
}


def desk_units(golds, readings):
    by_id = {record["article"]["id"]: record for record in readings}
    for gold in golds:
        text, name = gold["article"]["text"], gold["article"]["id"]
        yield Unit(name, desk.count(entries(gold, text), entries(by_id[name], text)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_desk_counts_equal_the_reference(varied_gold, reference, seed):
    """Each count of `desk.py score` has one of ours beside it, and both are the same."""
    readings = [perturbed(gold, seed) for gold in varied_gold]
    theirs = reference("desk").score(varied_gold, readings)
    ours = sum((Counter(unit.counts) for unit in desk_units(varied_gold, readings)), Counter())
    assert {name: ours[name] for name in DESK_COUNTS} == {name: theirs[other] for name, other in DESK_COUNTS.items()}
    assert 0 < ours["statement_hit"] < ours["statement_gold"]
    assert 0 < ours["event_strict"] < ours["event_found"]


def test_desk_figures_equal_the_reference(varied_gold, reference):
    """The figures of the table are those that `desk.py score` prints."""
    readings = [perturbed(gold, 7) for gold in varied_gold]
    scorer = reference("desk")
    theirs = scorer.report(scorer.score(varied_gold, readings))
    ours = {row.name: row.value for row in rows(Measurement(desk.FIGURES, tuple(desk_units(varied_gold, readings))))}
    assert {name: ours[name] for name in REPORTED} == pytest.approx({name: theirs[label][2] for name, label in REPORTED.items()})


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_polnear_counts_equal_the_reference(polnear_gold, reference, seed):
    """Each count of `attribution.py` has one of ours beside it, and both are the same."""
    documents = polnear_gold[:40]
    readings = [polnear_reading(document, seed) for document in documents]
    reference("desk")
    theirs = reference("attribution").score(documents, readings)
    ours: Counter[str] = Counter()
    for document, reading in zip(documents, readings, strict=True):
        ours += attribution.count(attribution.gold_triples(document), attribution.read_triples(reading, document["text"]))
    for name, (hit, read, gold) in theirs.items():
        key = name.replace(" ", "_")
        assert [ours[f"{key}_{side}"] for side in ("hit", "read", "gold")] == [hit, read, gold], name
    assert 0 < ours["triple_exact_hit"] < ours["triple_overlap_hit"] < ours["triple_overlap_gold"]


def test_gold_scores_one_against_itself(desk_gold):
    """Gold read as it stands is right in every figure that has items."""
    measured = rows(Measurement(desk.FIGURES, tuple(desk_units(desk_gold, desk_gold))))
    assert {row.name: row.value for row in measured if row.n} == {row.name: 1.0 for row in measured if row.n}


def test_annotators_of_polnear_agree_as_published(data, reference):
    """Two annotators on the same documents score the same with both scorers."""
    from evaluation.datasets import read_jsonl

    documents = [one for one in read_jsonl(data / "attribution/polnear_train.jsonl.gz") if len(one["annotations"]) > 1]
    assert documents
    units = []
    for document in documents:
        second = {"annotations": document["annotations"][1:], "text": document["text"]}
        units.append(Unit(document["id"], attribution.count(attribution.gold_triples(document), attribution.gold_triples(second))))
    measured = {row.name: row.value for row in rows(Measurement(polnear.FIGURES, tuple(units)))}
    assert measured["source_exact_f1"] == pytest.approx(0.80, abs=0.01)
    assert measured["cue_exact_f1"] == pytest.approx(0.71, abs=0.01)
    assert measured["content_exact_f1"] == pytest.approx(0.68, abs=0.01)
    assert measured["triple_overlap_f1"] == pytest.approx(0.738, abs=0.01)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said he", {0, 5}),
        ("“said”.", {1}),  # quotation marks and stops do not count
        (" – ", {1}),  # without a word, the visible characters
        ("   ", set()),
    ],
)
def test_marks(text, expected):
    """A span is the set of offsets at which its words begin."""
    assert marks(text, [(0, len(text))]) == expected
