"""What is found in a record without reading all of it is what is found in all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.analysis import briefing, gathering, merging
from dragoman.analysis.briefing import Period
from dragoman.analysis.dyads import months
from dragoman.analysis.merging import decision, merged
from dragoman.analysis.positions import Chosen, positions, within
from dragoman.errors import UsageError
from dragoman.knowledge import Knowledge
from dragoman.record import Store, add, records, reviewing, sharing, views
from dragoman.record import open as open_record
from dragoman.record.texts import number_of_texts, texts_sharing
from dragoman.resolving.against.anchors import FEWEST_SHARED, pairs
from dragoman.resolving.against.finding import find
from dragoman.resolving.against.sought import Source, wanted
from dragoman.values import Record, Span
from tests.analysis.made import Made

QUOTED = "the pledge about Ukrainian harbours was broken on Thursday night"


def article(name: str, text: str, date: str = "2022-03-07", outlet: str | None = None) -> Made:
    return Made(text, name, date, outlet or name.title())


def told() -> Iterator[Record]:
    """Talks that three articles tell, one of them without a state; a quotation that two have; a vote; and what nobody asks for."""
    for name, more in (("dawn", "of grain and harbours"), ("voa", "of grain, harbours and insurers"), ("wires", "of grain and insurers")):
        made = article(name, f"Pakistan and Russia held talks {more} in Vienna on Thursday.")
        made.done("CONSULT", "talks", ("Pakistan",) if name == "wires" else ("Pakistan", "Russia"), (), date="2022-03-03")
        yield made.record()
    for name, cue in (("post", "said"), ("echo", "told reporters")):
        made = article(name, f"Sergei Lavrov {cue} that “{QUOTED}” in a hall.")
        made.said("Sergei Lavrov", cue, f"“{QUOTED}”", about=("Ukraine",) if "Ukraine" in made.text.split() else (), manner="direct")
        yield made.record()
    made = article("hall", "Sana'a and the U.S. waited. Shah Mehmood Qureshi praised India for its patience with Łódź.")
    made.said("Shah Mehmood Qureshi", "praised", "India for its patience with Łódź", "praise", ("India",))
    yield made.record()
    made = article("votes", "Pakistan abstained from a resolution on Russia's invasion of Ukraine.")
    war = made.matter("Russia's invasion of Ukraine", "conflict", "Russia", "Ukraine")
    made.voted("abstain", "Pakistan abstained from a resolution on Russia's invasion of Ukraine", "Pakistan", subject=war)
    yield made.record()
    made = article("sanctions", "India fined Russia over insurers and grain. Yemen attacked the Houthis.")
    made.done("SANCTION", "fined", ("India",), ("Russia",))
    made.done("ASSAULT", "attacked", ("Yemen",), ("Houthis",))
    yield made.record()
    made = article(
        "twice", "Yemen met Qatar about the grain harbours. In a hall Yemen then met Qatar about the harbours of grain.", "2022-05-02"
    )
    for _ in range(2):
        made.done("CONSULT", "met", ("Yemen",), ("Qatar",))
    late = made.text.rindex("met")
    made.events[1] = replace(made.events[1], trigger=Span.of(made.text, late, late + len("met")))
    yield made.record()
    for number in range(4):
        made = article(f"other{number}", f"Yemen met Qatar in round {number} of the grain talks.", f"2022-05-0{number + 1}")
        made.done("CONSULT", "met", ("Yemen",), ("Qatar",))
        yield made.record()


@pytest.fixture(params=["as they are", "with decisions"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_record(tmp_path / "r.sqlite", create=True) as opened:
        for one in told():
            add(opened, one, one)
        if request.param == "with decisions":
            decide(opened)
        yield opened


def decide(opened: Store) -> None:
    """A talk joined with another, an entry rejected, an article retracted, an actor's state corrected."""
    by_name = {view.read.article.id: view for view in views(opened)}
    event = {name: next(entry for entry in view.entries if entry.kind == "event") for name, view in by_name.items() if view.read.events}
    ends = [(by_name[name].key, event[name].id) for name in ("dawn", "other2")]
    reviewing.note(opened, decision("join", (ends[0], ends[1]), "tester"))
    reviewing.judge(opened, event["other1"].id, "reject", "tester")
    reviewing.retract(opened, by_name["other3"].key, "tester", "wrong")
    houthis = next(entry for entry in by_name["sanctions"].entries if entry.words == "Houthis")
    reviewing.correct(opened, houthis.id, {"state": ["QAT"]}, ("tester", None))


def acts(store: Store) -> tuple[merging.Cluster, ...]:
    from dragoman.record import viewing

    return merged(records(store), viewing.history(store))


@pytest.mark.parametrize(("rare", "near"), [(merging.RARE, merging.RARE_NEAR), (2, 2), (0, merging.RARE_NEAR)])
def test_the_acts_between_two_states(store: Store, monkeypatch: pytest.MonkeyPatch, rare: int, near: int) -> None:
    """However rare a word must be: dyad months are those of the whole record, and their acts have all their reports."""
    for module in (merging, gathering):
        monkeypatch.setattr(module, "RARE", rare)
        monkeypatch.setattr(module, "RARE_NEAR", near)
    knowledge = Knowledge.load()
    whole = acts(store)
    for pair in (("PAK", "RUS"), ("RUS", "PAK"), ("IND", "RUS"), ("YEM", "QAT"), ("PAK", "FJI")):
        found = gathering.between(store, *pair)
        assert months(found, knowledge, pair) == months(whole, knowledge, pair)
        assert {act for act in found if len(act.reports) > 1} <= set(whole)
    if near > 2:
        assert max(len(act.reports) for act in gathering.between(store, "PAK", "RUS")) > 1
        assert any(act.again for act in gathering.between(store, "YEM", "QAT"))


@pytest.mark.parametrize("subject", ["Pakistan Russia", "Ukraine", "lavrov", "SANAA", "us", "lodz", "grain", "insurers fined", "nowhere"])
def test_a_briefing(store: Store, subject: str) -> None:
    """Whatever its words stand in: names, states, abbreviations, words with apostrophes or other letters."""
    from dragoman.record import viewing

    for period in (Period(), Period("2022-03", "2022-04")):
        whole = briefing.brief(records(store), subject, period, viewing.history(store))
        assert gathering.brief(store, subject, period) == whole
    with pytest.raises(UsageError):
        gathering.brief(store, "…", Period())


@pytest.mark.parametrize(
    ("who", "what"),
    [
        ("qureshi", None),
        ("Shah Meh", "IND"),
        ("lavrov", "UKR"),
        ("PAK", "RUS"),
        ("PAK", "invasion"),
        ("Qatar", "YEM"),
        ("houthis", None),
        ("x", None),
    ],
)
def test_positions(store: Store, who: str, what: str | None) -> None:
    """By name and by state, and only the articles that can hold them are opened."""
    actor, target = Chosen.of(who), Chosen.of(what) if what else None
    opened = list(records(store, within(actor, target)))
    assert positions(opened, actor, target) == positions(records(store), actor, target)
    assert len(opened) < len(list(records(store)))


def test_quotations(store: Store) -> None:
    """What is found in the texts that the index gives is what is found in all; other texts are not given."""
    for words in (
        QUOTED,
        "the pledge about harbours was broken",
        "in a hall",
        "Sana'a and the U.S. waited",
        "harbours",
        "nobody wrote this line",
    ):
        quotes = [quote for quote in (wanted(words, 0, len(words)),) if quote]
        every = find(quotes, [Source(one.article) for one in records(store)])
        chosen = list(texts_sharing(store, pairs(quotes), FEWEST_SHARED))
        assert find(quotes, map(Source, chosen)) == every
        assert len(chosen) < number_of_texts(store, "")
    first = next(iter(records(store))).article
    assert number_of_texts(store, first.sha256) == len(list(records(store))) - 1


def test_names_of_bodies_are_looked_up_by_the_entries_that_have_the_word(store: Store) -> None:
    """Not by all parties of the state for each of these entries, which takes seconds where both are many."""
    with store.look() as connection:
        asked = text(f"EXPLAIN QUERY PLAN {sharing._ORGANISATIONS}")
        plan = [row[3] for row in connection.execute(asked, {"match": '{speaker about} : "house"', "state": "USA"})]
    assert any("SEARCH parties USING INDEX sqlite_autoindex_parties_1 (entry=?" in step for step in plan), plan
