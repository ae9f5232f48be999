"""PLOVER and CAMEO as tables: what the manual says, what it prints wrong, and which code an event has."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
import yaml

from dragoman.errors import KnowledgeError
from dragoman.knowledge import Knowledge
from dragoman.knowledge.build import ontology as building
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.ontology import Ontology


@pytest.fixture(scope="module")
def ontology(knowledge: Knowledge) -> Ontology:
    return knowledge.ontology


def test_quad_classes_are_those_of_the_reference_scorer(ontology: Ontology, data: Path) -> None:
    spec = importlib.util.spec_from_file_location("reference_desk", data.parent / "desk" / "desk.py")
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    assert {type: ontology.quad(type) for type in ontology.types} == reference.QUAD


def test_there_are_sixteen_types_and_thirty_seven_contexts(ontology: Ontology) -> None:
    assert ontology.types[0] == "AGREE"
    assert ontology.types[-1] == "ASSAULT"
    assert (len(ontology.types), len(ontology.contexts)) == (16, 37)


def test_cooperation_scores_above_zero_and_conflict_not(ontology: Ontology) -> None:
    """The manual prints ACCUSE as +3, alone against this."""
    wrong = [type for type in ontology.types if (ontology.score(type) > 0) != (ontology.quad(type) <= 2)]
    assert wrong == []
    assert ontology.score("ACCUSE") == -3


def test_a_mode_has_the_sign_of_its_type(ontology: Ontology) -> None:
    """Requests for help are half a point above zero in the manual; nothing else differs."""
    rows = [(row.type, row.mode) for row in ontology.event_modes if row.score and row.score * ontology.score(row.type) < 0]
    assert rows == []
    assert ontology.score("REQUEST", "assist") == 0.5


def test_what_the_manual_prints_wrong_is_named_with_a_reason(ontology: Ontology) -> None:
    assert "sign" in (ontology.event_type("ACCUSE").note or "")
    assert "material conflict" in (ontology.event_type("SANCTION").note or "")
    assert {type for type in ontology.types if ontology.event_type(type).note} == {"ACCUSE", "SANCTION"}


def test_a_mode_without_a_score_has_its_types(ontology: Ontology) -> None:
    assert ontology.score("PROTEST", "vandalize") == ontology.score("PROTEST") == -5


def test_modes_belong_to_types(ontology: Ontology) -> None:
    assert set(ontology.modes("CONSULT")) == {"visit", "third-party", "multilateral", "phone"}
    assert ontology.modes("SUPPORT") == ()
    assert not ontology.has_mode("AID", "phone")
    assert ontology.has_mode("AID", None)


CODES = [
    # the type alone
    (("CONSULT",), "040"),
    (("AGREE",), "030"),
    (("RETREAT",), "08"),  # 080 is CONCEDE by the conversion table
    (("CONCEDE",), "080"),
    (("ACCUSE",), "110"),
    (("ASSAULT",), "180"),
    # a mode
    (("CONSULT", "phone"), "041"),
    (("CONSULT", "visit"), "042"),  # the visitor is the actor
    (("CONSULT", "multilateral"), "040"),  # CAMEO does not tell it from others
    (("RETREAT", "withdraw"), "0874"),
    (("RETREAT", "ceasefire"), "0871"),
    (("RETREAT", "resign"), "08"),
    (("ACCUSE", "investigate"), "090"),
    (("ACCUSE", "allege"), "112"),
    (("SANCTION", "convict"), "116"),
    (("COERCE", "arrest"), "173"),  # the table adds a legal context, which the mode implies
    (("PROTEST", "strike"), "143"),
    (("ASSAULT", "aerial"), "195"),
    (("ASSAULT", "explosives"), "183"),  # a car's or a roadside bomb: not said
    (("THREATEN", "violence"), "130"),  # repression, military force or other: not said
    # contexts
    (("AGREE", None, ("economic",)), "0311"),
    (("COOPERATE", None, ("intelligence",)), "064"),
    (("ASSAULT", None, ("military",)), "190"),
    (("THREATEN", "violence", ("military",)), "138"),
    (("THREATEN", "restrict", ("economic",)), "1312"),
    (("ACCUSE", "allege", ("military", "legal")), "1124"),  # war crimes
    (("ACCUSE", "investigate", ("corruption",)), "091"),  # either of its contexts is enough
    (("PROTEST", "demo", ("rights_freedoms",)), "1413"),
    (("PROTEST", "demo", ("executive",)), "141"),  # for a change of leadership or of policy: not said
    (("CONSULT", "phone", ("economic", "military")), "041"),  # contexts that CAMEO does not tell apart
    # a word of the trigger
    (("CONSULT", None, ("diplomatic",), "actual", "negotiations"), "046"),
    (("SUPPORT", None, (), "actual", "praised"), "051"),
    (("ACCUSE", "disapprove", (), "actual", "condemned"), "111"),
    (("SANCTION", "discontinue", (), "actual", "sanctions"), "163"),
    (("AGREE", None, ("military",), "actual", "pledged aid"), "0332"),
    (("ACCUSE", "investigate", (), "actual", "condemned"), "090"),  # a word of another mode names nothing
    # planned: cooperation is an intent, conflict a threat
    (("CONSULT", None, (), "planned"), "036"),
    (("CONSULT", "visit", (), "planned"), "036"),
    (("AGREE", None, ("economic",), "planned"), "0311"),
    (("AID", None, ("military",), "planned"), "0332"),
    (("RETREAT", "withdraw", (), "planned"), "0356"),
    (("SANCTION", None, (), "planned", "sanctions"), "1312"),
    (("ASSAULT", None, (), "planned"), "138"),
    (("ACCUSE", None, (), "planned"), None),
    # neither happened nor planned
    (("ASSAULT", "aerial", (), "denied"), None),
    (("CONSULT", None, (), "possible"), None),
]


@pytest.mark.parametrize(("given", "code"), CODES, ids=[" ".join(map(str, given)) for given, _ in CODES])
def test_an_event_has_the_most_general_code_that_says_all_that_is_given(ontology: Ontology, given: tuple, code: str | None) -> None:
    assert ontology.cameo(*given) == code


def test_a_code_turned_into_plover_and_back_keeps_its_type(ontology: Ontology) -> None:
    """The code that comes back is of the same type and no other branch, save RETREAT's, whose general code is shared with CONCEDE."""
    for row in ontology.codes:
        if row.type:
            back = ontology.cameo(row.type, row.mode, row.contexts)
            assert back
            assert ontology.code(back).type == row.type or (row.type, back) == ("RETREAT", "08"), (row.code, back)


def test_codes_of_dropped_categories_have_no_type(ontology: Ontology) -> None:
    assert {row.code[:2] for row in ontology.codes if row.type is None} == {"01", "02", "08"}
    assert [row.code for row in ontology.codes if row.type is None and row.code.startswith("08")] == ["08"]


def test_goldstein_scores(ontology: Ontology) -> None:
    assert (ontology.goldstein("040"), ontology.goldstein("195"), ontology.goldstein("057")) == (1.0, -10.0, 8.0)


def test_codes_are_strings_in_which_a_leading_zero_counts(ontology: Ontology) -> None:
    assert ontology.code("010").name == "Make statement"
    assert ontology.code("10").name == "DEMAND"
    with pytest.raises(KnowledgeError, match="no CAMEO code"):
        ontology.code("40")


def test_an_unknown_type_is_an_error(ontology: Ontology) -> None:
    with pytest.raises(KnowledgeError, match="no type of PLOVER"):
        ontology.cameo("FIGHT")


def test_every_mended_row_of_the_conversion_table_says_why(ontology: Ontology) -> None:
    assert "sanctions" in (ontology.code("163").note or "")
    assert (ontology.code("163").type, ontology.code("0813").type, ontology.code("116").type) == ("SANCTION", "CONCEDE", "SANCTION")


def altered(data: Path, tmp_path: Path, file: str, before: str, after: str) -> Inputs:
    """The inputs with one given file changed."""
    for name in ("PLOVER_MANUAL.tex", "CAMEO2PLOVER-2021.txt", "cameo_codes.jsonl"):
        (tmp_path / "ontology").mkdir(exist_ok=True)
        shutil.copy(data / "ontology" / name, tmp_path / "ontology" / name)
    path = tmp_path / "ontology" / file
    path.chmod(0o644)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return Inputs(tmp_path, Inputs.read(data).kept)


def test_a_manual_that_was_mended_fails_the_build(data: Path, tmp_path: Path) -> None:
    inputs = altered(data, tmp_path, "PLOVER_MANUAL.tex", r"\cellcolor{gray!25}3&", r"\cellcolor{gray!25}-3&")
    with pytest.raises(KnowledgeError, match="no longer prints"):
        building.event_types(inputs)


def test_a_correction_that_changes_nothing_fails_the_build(data: Path, tmp_path: Path) -> None:
    inputs = altered(data, tmp_path, "CAMEO2PLOVER-2021.txt", "124: REJECT, change", "124: REJECT, yield")
    with pytest.raises(KnowledgeError, match="correction of 124 changes nothing"):
        building.cameo(inputs)


def test_the_kept_codes_are_strings() -> None:
    kept = yaml.safe_load((Path(building.__file__).parents[1] / "kept/ontology.yaml").read_text(encoding="utf-8"))
    assert all(isinstance(code, str) for code in (*kept["general"].values(), *kept["words"], *kept["either"]))
