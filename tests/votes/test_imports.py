"""Files that users bring are read strictly: totals must add up, and unknown states are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.votes import app
from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.imports import read_votes

HEAD = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,total_yes,total_no,total_abstentions,total_non_voting,total_ms\n"
VOETEN = "rcid,ccode,vote,session,date,unres,amend,para,short,descr,yes,no,abstain\n"


def library(*rows: tuple[str, str, str], totals: str = "2,1,1,1") -> str:
    return HEAD + "".join(f"1,{code},{name},{vote},2023-12-19,78,A/RES/78/190,Test,{totals},5\n" for code, name, vote in rows)


GOOD = (("PAK", "PAKISTAN", "Y"), ("IND", "INDIA", "Y"), ("USA", "UNITED STATES", "N"), ("CHN", "CHINA", "A"), ("LKA", "SRI LANKA", "X"))


def saved(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "votes.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_library_export(tmp_path: Path) -> None:
    """Answers, totals and day are taken over; a member without a row is unknown."""
    found = read_votes(saved(tmp_path, library(*GOOD)))
    roll_call = found.roll_calls[0]
    assert found.faults == ()
    assert (roll_call.id, roll_call.date, roll_call.session, roll_call.tally) == ("A/RES/78/190", "2023-12-19", 78, (2, 1, 1, 1))
    assert [roll_call.answer(code) for code in ("PAK", "USA", "CHN", "LKA", "FRA", "TWN")] == [
        "yes",
        "no",
        "abstain",
        "absent",
        None,
        "not a member",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (library(*GOOD, totals="3,1,1,1"), "add up to 2 yes, the total says 3"),
        (library(*GOOD[:4], ("XYZ", "ATLANTIS", "X")), "unknown state 'ATLANTIS'"),
        (library(*GOOD[:4], ("LKA", "SRI LANKA", "Q")), "LKA has the unknown vote 'Q'"),
        (library(*GOOD[:4], ("PAK", "PAKISTAN", "X")), "PAK stand twice"),
        (library(*GOOD).replace("2023-12-19", "19/12/2023"), "the day '19/12/2023'"),
        (VOETEN + "7,770,1,75,2020-12-07,A/RES/75/1,0,0,Test,Test,2,0,0\n", "add up to 1 yes, the total says 2"),
        (VOETEN + "7,9999,1,75,2020-12-07,A/RES/75/1,0,0,Test,Test,1,0,0\n", "unknown state '9999'"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, fault: str) -> None:
    found = read_votes(saved(tmp_path, text))
    assert found.roll_calls == ()
    assert fault in found.faults[0]


def test_voeten_file(tmp_path: Path) -> None:
    """Country codes are those of the Correlates of War; 8 is absent, 9 no member."""
    rows = "".join(
        f"7,{code},{vote},75,2020-12-07,A/RES/75/1,0,0,Test,Test,1,1,1\n" for code, vote in ((770, 1), (2, 3), (710, 2), (345, 8))
    )
    roll_call = read_votes(saved(tmp_path, VOETEN + rows)).roll_calls[0]
    assert [roll_call.answer(code) for code in ("PAK", "USA", "CHN", "SRB", "IND")] == ["yes", "no", "abstain", "absent", None]


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="neither a UN Digital Library export"):
        read_votes(saved(tmp_path, "a,b\n1,2\n"))
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_votes(tmp_path / "missing.csv")


def run(*words: str) -> None:
    app(list(words), standalone_mode=False)


def test_update_adds_to_the_users_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What was added is shown, and adding it again changes nothing."""
    monkeypatch.setenv("DRAGOMAN_ROLLCALLS", str(tmp_path / "kept"))
    path = saved(tmp_path, library(*GOOD))
    run("update", str(path))
    run("update", str(path))
    run("78/190")
    assert len(list((tmp_path / "kept").iterdir())) == 1
    assert "5 of 193 members known" in capsys.readouterr().out


def test_update_refuses_faulty_files_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_ROLLCALLS", str(tmp_path / "kept"))
    bad = library(*GOOD) + library(*GOOD, totals="9,1,1,1").removeprefix(HEAD).replace("78/190", "78/191")
    with pytest.raises(KnowledgeError, match="1 roll calls at fault: A/RES/78/191"):
        run("update", str(saved(tmp_path, bad)))
    run("update", str(saved(tmp_path, bad)), "--leave-out-faulty")
    assert "1 roll calls added" in capsys.readouterr().out
