"""False alarms are counted on sixty texts that a written rule, a list of reasons and a fixed seed choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.values import Article, Coder, Event, Record, Span
from evaluation import quiet
from evaluation.datasets import read_jsonl
from evaluation.figures import rows
from evaluation.readings import Readings
from evaluation.tasks import Given, silence


@pytest.fixture(scope="module")
def lines(data: Path) -> list[dict]:
    return read_jsonl(data / silence.files("dev")[0])


def test_sixty_texts_are_drawn_and_always_the_same(lines: list[dict]) -> None:
    drawn = quiet.drawn(lines)
    assert len({one["id"] for one in drawn}) == quiet.SIZE == 60
    assert [one["id"] for one in quiet.drawn(lines)] == [one["id"] for one in drawn]
    assert drawn[0]["id"].startswith("wn-2019-01-")


def test_none_of_them_is_left_out_or_annotated_or_long(lines: list[dict]) -> None:
    drawn = quiet.drawn(lines)
    assert not {one["id"] for one in drawn} & (quiet.HOLD_EVENTS.keys() | quiet.ANNOTATED)
    assert all(quiet.LEAST_WORDS <= len(one["text"].split()) <= quiet.MOST_WORDS for one in drawn)


def test_what_is_left_out_is_what_the_rule_would_take(lines: list[dict]) -> None:
    """An id that names no candidate is a slip, or the rule has changed."""
    taken = {one["id"] for one in quiet.candidates(lines)}
    assert quiet.HOLD_EVENTS.keys() | quiet.ANNOTATED <= taken
    assert not quiet.HOLD_EVENTS.keys() & quiet.ANNOTATED


def test_none_of_them_is_an_article_of_the_desk_sets(data: Path, lines: list[dict]) -> None:
    titles = {gold["article"]["title"] for split in ("train", "dev") for gold in read_jsonl(data / f"desk/desk_{split}.jsonl")}
    assert not titles & {one["title"] for one in quiet.drawn(lines)}


TAKEN = [
    ("Storm nears the coast", "wind " * 200, True),
    ("Storm nears the coast", "wind " * 50, False),  # too short
    ("Storm nears the coast", "the president said " * 60, False),  # politics
    ("Leaders meet", "wind " * 200, False),  # none of the topics
    ("Brainstorming", "wind " * 200, False),  # whole words
]


@pytest.mark.parametrize(("title", "text", "taken"), TAKEN)
def test_the_rule(title: str, text: str, taken: bool) -> None:
    assert bool(quiet.candidates([{"title": title, "date": "2020-01-01", "text": text}])) is taken


def test_a_long_text_is_cut_after_a_paragraph() -> None:
    assert quiet.opening("\n".join(["a " * 500, "b " * 300, "c " * 300])) == "a " * 500 + "\n" + ("b " * 300).strip()
    assert quiet.opening("a " * 1000) == ("a " * 1000).strip()  # one paragraph stays whole


def test_events_are_counted_by_article(data: Path, lines: list[dict]) -> None:
    wrong = {one["id"] for one in quiet.drawn(lines)[:2]}

    def read(article: Article) -> Record:
        event = Event("e1", "CONSULT", None, (), None, Span.of(article.text, 0, 3), (), ())
        return Record(1, Coder("0", "fake"), article, events=(event, event, event) if article.id in wrong else ())

    given = Given(data, "dev", Readings(lambda: read, say=lambda _: None))
    found = {row.name: row for row in rows(silence.measure(given))}
    assert found["events_per_article"].value == pytest.approx(6 / 60)
    assert found["events_per_article"].figure.better == "lower"
    assert found["silent_articles"].value == pytest.approx(58 / 60)
