"""The commands on roll calls: what they show, the tables and charts they write, and what they refuse."""

from __future__ import annotations

import csv
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dragoman.cli import main

SVG = "{http://www.w3.org/2000/svg}"
WIDE = 80


@pytest.fixture(autouse=True)
def _own_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No roll calls of the user's, and no colour."""
    monkeypatch.setenv("DRAGOMAN_ROLLCALLS", str(tmp_path / "none"))
    monkeypatch.setenv("NO_COLOR", "1")


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a call."""
    status = main([str(word) for word in words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_resolution_is_shown_by_its_symbol(capsys: pytest.CaptureFixture[str]) -> None:
    """Totals, who voted how, how much is known; and nothing wider than a terminal."""
    status, out, _ = run(capsys, "votes", "A/RES/ES-11/1")
    assert status == 0
    assert re.search(r"^yes +141 ", out, re.MULTILINE)
    assert re.search(r"^no +5 ", out, re.MULTILINE)
    assert "Belarus, Eritrea, North Korea, Russia, Syria" in out
    assert "193 of 193 members known" in out
    assert max(map(len, out.splitlines())) <= WIDE


def test_options_may_stand_behind_the_resolution(capsys: pytest.CaptureFixture[str]) -> None:
    assert "2022-03-02  abstain" in run(capsys, "votes", "ES-11/1", "--state", "Pakistan")[1]


def test_a_states_votes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Pakistan abstained on all six resolutions on Ukraine of which its answer is known; outside the Council it was no member."""
    status, out, _ = run(capsys, "votes", "--state", "PAK", "--since", "2020", "--about", "Ukraine")
    assert status == 0
    assert out.count(" abstain ") == 6
    assert re.search(r"2022-02-25  not a member +11-1-3 +S/2022/155", out)
    assert out.splitlines()[-1] == "Pakistan: 6 of 10 known: 6 abstain"


def test_commands_of_votes_keep_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "votes", "coverage", "--since", "2018", "--until", "2019")
    assert status == 0
    assert re.search(r"UNGA  2018 +95 +0 +107", out)


def test_agreement_is_shown_as_a_table_and_by_pair(capsys: pytest.CaptureFixture[str]) -> None:
    """Every pair with its interval; three states also as a triangle."""
    status, out, _ = run(capsys, "agreement", "PAK", "India", "USA", "--since", "2010")
    assert status == 0
    assert "776 of 819 recorded votes of the General Assembly known, 2010 to 2019" in out
    assert re.search(r"^PAK IND  0\.8\d\d \(0\.\d{3} to 0\.\d{3}\)", out, re.MULTILINE)
    assert re.search(r"^United States +USA +18 +20", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= WIDE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("votes", "77/230"), r"77/230: the archive has no recorded vote on it; nearest: A/RES/77/2"),
        (("votes", "--state", "Pakistn"), r"unknown state 'Pakistn'.*nearest: Pakistan \(PAK\)"),
        (("votes", "--about", "Ukrane"), r"no roll call about 'Ukrane'.*nearest words: .*ukraine"),
        (("votes", "--since", "2023", "--until", "2022"), r"since 2023 and until 2022"),
        (("votes", "--about", "quokkas"), r"no roll call about 'quokkas'; give other words$"),
        (("votes", "--about", "quokkas", "--since", "2010"), r"no roll call about 'quokkas' since 2010; widen"),
        (("agreement", "PAK", "IND", "--since", "2021"), r"--since 2021: enough is known only up to 2019; give an earlier date"),
        (("blocs", "--until", "2005"), r"--until 2005: without --since it begins in 2010; give --since too"),
        (("votes", "coverage", "--bogus"), r"No such option: --bogus; see dragoman votes coverage --help"),
        (("agreement", "PAK", "IND", "--coverage", "3"), r"'--coverage'.*; see dragoman agreement --help"),
        (("votes", "--since", "May"), r"'May': no date"),
        (("votes", "--state", "PAK", "--chart", "x.svg"), r"a chart shows one roll call"),
        (("votes", "ES-11/1", "--chart", "x.jpg"), r"x\.jpg: a chart is an \.svg or a \.png file"),
        (("votes", "ES-11/1", "--out", "x.xls"), r"x\.xls: name a \.csv or a \.parquet file"),
        (("agreement", "PAK"), r"agreement needs two states"),
        (("agreement", "PAK", "IND", "--since", "2020", "--until", "2024"), r"17 of 458 recorded votes.*too few for a figure"),
        (("agreement", "PAK", "IND", "--about", "quokkas"), r"no roll call about 'quokkas' until 2019; widen"),
        (("blocs", "--since", "2021", "--until", "2022"), r"below 50%: 2021 to 2022"),
        (("idealpoints", "Atlantis"), r"unknown state 'Atlantis'"),
        (("idealpoints", "DDR", "--since", "2015"), r"DDR: no ideal point from 2015 to 2019"),
    ],
)
def test_what_is_refused(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    """Status 2, one line that says what is wrong, and nothing on stdout."""
    status, out, err = run(capsys, *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert re.search(said, err)


def test_png_without_its_renderer(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    status, _, err = run(capsys, "votes", "ES-11/1", "--chart", tmp_path / "vote.png")
    assert status == 2
    assert "pip install 'dragoman[png]'" in err


def test_png_is_drawn(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    assert run(capsys, "votes", "ES-11/1", "--chart", tmp_path / "vote.png")[0] == 0
    assert (tmp_path / "vote.png").read_bytes().startswith(b"\x89PNG")


def test_votes_of_a_day_as_parquet(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """CSV and Parquet have the same columns and rows."""
    polars = pytest.importorskip("polars")
    for name in ("votes.csv", "votes.parquet"):
        assert run(capsys, "votes", "--since", "2022-03-02", "--until", "2022-03-02", "--out", tmp_path / name)[0] == 0
    table, text = polars.read_parquet(tmp_path / "votes.parquet"), polars.read_csv(tmp_path / "votes.csv")
    assert table.columns == text.columns
    assert table.height == text.height == 193


def test_a_reconstructed_record_is_called_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "191 of 193 members known: reconstructed from voting profiles" in run(capsys, "votes", "A/RES/ES-11/2")[1]


def test_votes_as_a_table(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A row a roll call and state; absences stand as such."""
    assert run(capsys, "votes", "ES-11/1", "--out", tmp_path / "votes.csv")[:2] == (0, "")
    rows = list(csv.DictReader((tmp_path / "votes.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 193
    assert {row["answer"] for row in rows} == {"yes", "no", "abstain", "absent"}


def test_ideal_points_as_parquet(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The columns that are promised, every interval around its point, a row a state and session."""
    polars = pytest.importorskip("polars")
    assert run(capsys, "idealpoints", "--since", "2018", "--out", tmp_path / "points.parquet")[0] == 0
    table = polars.read_parquet(tmp_path / "points.parquet")
    assert table.columns == ["iso3", "session", "year", "ideal_point", "low", "high"]
    assert table.filter((polars.col("low") >= polars.col("ideal_point")) | (polars.col("high") <= polars.col("ideal_point"))).is_empty()
    assert table.select("iso3", "session").is_duplicated().sum() == 0
    assert set(table["year"] - table["session"]) == {1945}


CHARTS = {
    # what is drawn: the call, and words that the description for those who do not see it must hold
    "a roll call": (("votes", "ES-11/1"), "No: Belarus, Eritrea"),
    "agreement": (("agreement", "PAK", "IND", "USA", "--since", "2018"), "Pakistan and India"),
    "blocs": (("blocs", "--since", "2018", "--number", "2"), "Bloc 1: "),
    "ideal points": (("idealpoints", "PAK", "USA", "--since", "2016"), "United States from +"),
}


@pytest.mark.parametrize("what", CHARTS)
def test_charts(what: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Well-formed, named and described, on light and dark ground, every mark inside; the same twice."""
    words, told = CHARTS[what]
    paths = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for path in paths:
        assert run(capsys, *words, "--chart", path)[:2] == (0, "")
    assert paths[0].read_bytes() == paths[1].read_bytes()
    root = ET.parse(paths[0]).getroot()
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title description")
    assert root.findtext(f"{SVG}title")
    assert told in (root.findtext(f"{SVG}desc") or "")
    assert "prefers-color-scheme:dark" in (root.findtext(f"{SVG}style") or "")
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for box in root.iter(f"{SVG}rect"):
        assert 0 <= float(box.get("x", 0)) <= float(box.get("x", 0)) + float(box.get("width", 0)) <= width
        assert float(box.get("y", 0)) + float(box.get("height", 0)) <= height
    assert all(0 <= float(text.get("x", 0)) <= width and 0 <= float(text.get("y", 0)) <= height for text in root.iter(f"{SVG}text"))
    looks = {look for element in root.iter() for look in (element.get("class") or "").split()} - {"dragoman"}
    styled = set(re.findall(r"\.dragoman \.([\w-]+)|\.([a-z]\w*)(?=\.series)", root.findtext(f"{SVG}style") or ""))
    assert looks <= {look for pair in styled for look in pair}
