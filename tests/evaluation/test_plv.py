"""PLV: fifteen roots and four quad classes by macro F1, on a fifth of train that training leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import MissingHeadError
from evaluation import __main__ as command
from evaluation import floors
from evaluation.datasets import plv_rows
from evaluation.figures import Row, rows
from evaluation.readings import Readings
from evaluation.roots import unmarked
from evaluation.tasks import Given, plv

MARKED = [
    ("<s>Oslo</s> thanked <t>Rome</t>.", ("Oslo thanked Rome.", (0, 4), (13, 17))),
    ("To <t>Rome</t>, <s>Oslo</s> said no.", ("To Rome, Oslo said no.", (9, 13), (3, 7))),
    ("<s>Oslo</s> said no.", ("Oslo said no.", (0, 4), None)),
    ("<s>Oslo</s> and <s>Bern</s> left.", ("Oslo and Bern left.", (0, 4), None)),  # the first mark counts
    ("<t>Rome</t> was left.", ("Rome was left.", None, (0, 4))),
]


@pytest.mark.parametrize(("marked", "expected"), MARKED)
def test_marks_are_taken_off(marked: str, expected: tuple) -> None:
    assert unmarked(marked) == expected


def row(sentence: str, root: str, quad: int) -> dict:
    return {"marked_sentence": f"<s>A</s> {sentence}", "gold_root": root, "gold_penta": quad}


def figures(found: list[Row]) -> dict[str, float | None]:
    return {one.name: one.value for one in found}


def test_figures_are_the_mean_of_f1_over_labels() -> None:
    gold = [row("one", "AID", 2), row("two", "AID", 2), row("three", "ASSAULT", 4), row("four", "YIELD", 2)]
    answers = {"A one": "AID", "A two": "ASSAULT", "A three": "ASSAULT", "A four": "RETREAT"}
    found = figures(rows(plv.measured(gold, lambda sentence, *_: answers[sentence])))
    assert found["roots_macro_f1"] == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)  # AID, ASSAULT, YIELD
    assert found["quad_macro_f1"] == pytest.approx((2 * 2 / 5 + 2 / 3) / 2)  # class 2: two of three; class 4: one of one, one too many


def test_concede_and_retreat_are_one_root_of_material_cooperation() -> None:
    gold = [row("one", "YIELD", 2), row("two", "YIELD", 2)]
    answers = {"A one": "CONCEDE", "A two": "YIELD"}
    found = figures(rows(plv.measured(gold, lambda sentence, *_: answers[sentence])))
    assert (found["roots_macro_f1"], found["quad_macro_f1"]) == (1, 1)


def test_a_quad_class_that_gold_gives_otherwise_is_scored_as_given() -> None:
    """PLV has rows of COERCE under verbal conflict; the right root is then the wrong class."""
    found = figures(rows(plv.measured([row("one", "COERCE", 3)], lambda *_: "COERCE")))
    assert (found["roots_macro_f1"], found["quad_macro_f1"]) == (1, 0)


def test_the_right_answers_score_one_and_agree_with_scikit_learns_definition(data: Path) -> None:
    dev = plv_rows(data, "dev")
    roots = iter([one["gold_root"] for one in dev])
    found = rows(plv.measured(dev, lambda *_: next(roots)))
    assert figures(found)["roots_macro_f1"] == 1
    assert next(one for one in found if one.name == "roots_macro_f1").n == len(dev)


def test_dev_and_train_share_no_sentence(data: Path) -> None:
    dev, train = ({one["sentence"] for one in plv_rows(data, split)} for split in ("dev", "train"))
    assert not dev & train
    assert (len(plv_rows(data, "dev")), len(plv_rows(data, "train"))) == (225, 825)


def test_a_bundle_without_the_head_skips_the_task(data: Path, tmp_path: Path, monkeypatch, capsys) -> None:
    def none(_: Given) -> None:
        raise MissingHeadError("bundles/x: the bundle x has no head for pairs of parties")

    monkeypatch.setattr(plv, "measure", none)
    floors.save({"plv": {"dev": {"roots_macro_f1": 0.9}}}, tmp_path / "floors.json")
    status = command.run(command.asked(["plv", "--data", str(data), "--json"]), Readings(lambda: None), tmp_path / "floors.json")
    told = capsys.readouterr()
    assert status == 0
    assert told.out.strip() == "{}"
    assert "plv: skipped, bundles/x: the bundle x has no head" in told.err
