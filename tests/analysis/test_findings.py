"""Positions over many articles, dyad months and briefings, and the pages that show them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.analysis.briefing import Period, brief
from dragoman.analysis.dyads import months
from dragoman.analysis.merging import merged
from dragoman.analysis.positions import Chosen, positions
from dragoman.cli import main
from dragoman.errors import UsageError
from dragoman.formats import dyads_terminal, findings, page_html, page_markdown, page_terminal
from dragoman.knowledge import Knowledge
from dragoman.record import add
from dragoman.record import open as opened
from dragoman.values import Check, Record
from tests.analysis.made import Made

WAR = "Russia's invasion of Ukraine"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def first() -> Record:
    made = Made(
        "Qureshi said Pakistan would remain neutral over Russia's invasion of Ukraine.\n\nPakistan and Russia held talks.\n\n"
        "Pakistan abstained from a resolution on Russia's invasion of Ukraine.",
        "first",
        "2022-03-07",
        "Dawn",
    )
    war = made.matter(WAR, "conflict", "Russia", "Ukraine")
    text = "Pakistan would remain neutral over Russia's invasion of Ukraine"
    made.said("Shah Mehmood Qureshi", "said", text, about=("Pakistan", "Russia", "Ukraine", war), date="2022-03-06")
    made.done("CONSULT", "talks", ("Pakistan", "Russia"), date="2022-02-24")
    evidence = "Pakistan abstained from a resolution on Russia's invasion of Ukraine"
    wrong = Check("contradicted", "recorded_otherwise", {"PAK": "yes"}, 141, "PAK voted yes", "2026-11")
    made.voted("abstain", evidence, "Pakistan", subject=WAR, check=wrong)
    return made.record()


def second() -> Record:
    made = Made("Pakistan condemned Russia. Pakistan and Russia held talks in Moscow.", "second", "2022-04-02", "<VOA>")
    made.said("Pakistan", "condemned", "Russia", "condemn", ("Russia",))
    made.done("CONSULT", "talks", ("Pakistan",), ("Russia",), date="2022-02-24")
    made.done("ACCUSE", "condemned", ("Pakistan",), ("Russia",), date="2022-04-01")
    return made.record()


BOTH = (first(), second())


def test_positions_are_dated_evidence_oldest_first():
    found = positions(BOTH, Chosen.of("PAK"), Chosen.of("RUS"))
    assert [(one.date, one.dated, one.actor, one.target, one.stance, one.what) for one in found] == [
        ("2022-02-24", True, "Pakistan", "Russia", "cooperative", "CONSULT"),
        ("2022-02-24", True, "Pakistan", "Russia", "cooperative", "CONSULT"),
        ("2022-03-06", True, "Pakistan", WAR, "neutral", "assert"),
        ("2022-04-01", True, "Pakistan", "Russia", "oppose", "ACCUSE"),
        ("2022-04-02", False, "Pakistan", "Russia", "oppose", "condemn"),
    ]
    assert all(re.fullmatch(r"[sev]-[0-9a-f]{16}", one.entry) for one in found)


def test_a_person_and_a_matter_are_found_by_words():
    assert positions(BOTH, Chosen.of("qureshi")) == ()  # he says it of his state
    assert {one.target for one in positions(BOTH, Chosen.of("Pakistan"), Chosen.of("invasion Ukraine"))} == {WAR}
    with pytest.raises(UsageError, match="name a state by its code"):
        Chosen.of("…")


def test_a_dyad_counts_each_act_once_in_both_directions(knowledge: Knowledge):
    rows = months(merged(BOTH), knowledge, ("PAK", "RUS"))
    shown = [(row.source, row.source_cow, row.target, row.target_cow, row.month, row.counts, row.reports) for row in rows]
    assert shown == [
        ("PAK", "770", "RUS", "365", "2022-02", (1, 0, 0, 0), 2),
        ("PAK", "770", "RUS", "365", "2022-04", (0, 0, 1, 0), 1),
        ("RUS", "365", "PAK", "770", "2022-02", (1, 0, 0, 0), 2),
    ]
    assert rows[0].score == knowledge.ontology.score("CONSULT")
    assert rows[1].score < 0


def test_what_did_not_happen_counts_in_no_dyad(knowledge: Knowledge):
    denied = replace(second(), events=tuple(replace(event, status="denied") for event in second().events))
    assert months(merged([denied]), knowledge) == ()


def test_a_month_is_told_only_by_the_entry(knowledge: Knowledge):
    undated = replace(second(), events=(replace(second().events[1], date=None),))
    assert [row.month for row in months(merged([undated]), knowledge)] == [None]


def test_a_briefing_says_what_was_said_done_and_voted():
    found = brief(BOTH, "Pakistan Russia", Period("2022-03"))
    assert [line.report.value.act for line in found.said] == ["assert", "condemn"]
    assert [line.report.value.type for line in found.done] == ["ACCUSE"]  # the talks were in February
    assert [one.vote.choice for one in found.votes] == ["abstain"]
    assert [one.what for one in found.clashes] == ["the roll call says otherwise"]
    assert list(found.records) == ["https://example.org/first", "https://example.org/second"]


def test_every_line_of_a_briefing_is_cited():
    page = findings.briefing(brief(BOTH, "Pakistan Russia", Period()))
    numbers = {one.number for one in page.sources}
    items = [item for section in page.sections for item in section.items]
    assert items
    assert all(item.cites and set(item.cites) <= numbers for item in items)


@pytest.mark.parametrize(
    ("period", "date", "inside"),
    [
        (Period("2022-03"), "2022-03-01", True),
        (Period("2022-03"), "2022", True),
        (Period("2022-03"), "2022-02-28", False),
        (Period(None, "2022-03"), "2022-03-31", True),
        (Period(None, "2022-03"), "2022-04-01", False),
        (Period(), None, True),
        (Period("2022"), None, False),
    ],
)
def test_a_period_holds_its_ends(period: Period, date: str | None, inside: bool):
    assert period.holds(date) is inside


def terminal(shown: object, width: int = 100) -> str:
    console = Console(width=width, record=True, color_system=None)
    with console.capture() as kept:
        console.print(shown)
    return kept.get()


def test_pages_say_the_same_in_every_form():
    page = findings.positions("Where PAK stands", positions(BOTH, Chosen.of("PAK")))
    for text in (terminal(page_terminal.render(page)), page_markdown.render(page), page_html.render(page)):
        assert "Where PAK stands" in text
        assert "neutral" in text
        assert "cooperative" in text
        assert "[2]" in text.replace("\\", "")
    assert "3 cooperative" not in page.subtitle
    assert page.subtitle == "2 cooperative · 1 neutral · 2 oppose"


def test_what_came_from_outside_is_escaped_in_html():
    html = page_html.render(findings.briefing(brief(BOTH, "Pakistan", Period())))
    assert "<VOA>" not in html
    assert "&lt;VOA&gt;" in html
    assert "<script" not in html


def test_a_table_of_months_shows_conflict_and_cooperation(knowledge: Knowledge):
    text = terminal(dyads_terminal.render(months(merged(BOTH), knowledge, ("PAK", "RUS"))))
    assert [line.strip() for line in text.splitlines() if "→" in line] == ["Pakistan → Russia", "Russia → Pakistan"]
    assert "2022-04" in text
    assert dyads_terminal.bar(-10).plain == "▇" * 8 + "│" + " " * 8
    assert dyads_terminal.bar(5).plain == " " * 8 + "│" + "▇" * 4 + " " * 4


@pytest.mark.parametrize("width", [80, 120])
def test_each_row_of_a_table_of_months_names_its_articles(knowledge: Knowledge, width: int):
    """By outlet, day and title, the key where there is none; a long title is cut where the line ends, no line is wider."""
    bare = replace(first(), article=replace(first().article, title=None))
    assert "Dawn 7 Mar 2022 https://example.org/first" in terminal(dyads_terminal.render(months([*merged([bare])], knowledge)), width)
    long = replace(second(), article=replace(second().article, title="A title that goes on " * 9, outlet="Voice of America " * 4))
    text = terminal(dyads_terminal.render(months(merged([first(), long]), knowledge, ("PAK", "RUS"))), width)
    lines = [line.rstrip() for line in text.splitlines()]
    assert [line.split()[-1] for line in lines if line.startswith("2022")] == ["1–2", "2", "1–2"]
    (dawn,) = (line for line in lines if line.startswith("[1]"))
    assert dawn.split() == ["[1]", "Dawn", "7", "Mar", "2022", "Title", "of", "first"]
    (voice,) = (line for line in lines if line.startswith("[2]"))
    assert "Voice of America" in voice
    assert "2 Apr 2022 A title that goes on" in voice
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(("numbers", "words"), [([], ""), ([3], "3"), ([2, 1, 3, 7, 3], "1–3 7"), ([1, 3], "1 3")])
def test_neighbouring_numbers_are_one_run(numbers: list[int], words: str):
    assert dyads_terminal.runs(numbers) == words


def test_the_commands_show_what_the_record_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    name = str(tmp_path / "r.sqlite")
    with opened(name, create=True) as store:
        for record in BOTH:
            add(store, replace(record, coder=replace(record.coder, knowledge=None)), record)
    assert main(["positions", "PAK", "--on", "RUS", "--record", name, "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["stance"] for line in lines] == ["cooperative", "cooperative", "neutral", "oppose", "oppose"]
    assert main(["dyad", "PAK", "RUS", "--record", name, "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[one["outlet"] for one in line["articles"]] for line in lines] == [["Dawn", "<VOA>"], ["<VOA>"], ["Dawn", "<VOA>"]]
    assert main(["dyad", "PAK", "RUS", "--record", name]) == 0
    assert capsys.readouterr().out.startswith("Pakistan → Russia")
    assert main(["brief", "Pakistan Russia", "--since", "2022-03", "--record", name, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["said"]) == 2
    page = tmp_path / "brief.html"
    assert main(["brief", "Pakistan Russia", "--record", name, "--html", str(page), "--markdown"]) == 0
    assert capsys.readouterr().out.startswith("# Pakistan Russia")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert main(["brief", "Pakistan", "--since", "March", "--record", name]) == 2
    assert "no date" in capsys.readouterr().err
    assert main(["positions", "PAK", "--on", "RUS", "--record", name]) == 0
    assert capsys.readouterr().out.startswith("Where Pakistan stands on Russia\n")
    assert main(["positions", "VOA", "--record", name]) == 2
    assert "VOA: no code of a state; write a state as in PAK, and a name in small letters: voa" in capsys.readouterr().err
    assert main(["dyad", "PAK", "XXX", "--record", name]) == 2
    assert "no code of a state" in capsys.readouterr().err
