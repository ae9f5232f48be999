"""Actors that knowledge shows to be one become one entry, and every entry follows."""

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from dragoman.resolving.joining import join
from dragoman.values import SCHEMA, Actor, Article, Coder, Event, Record, Span, Statement, Vote
from tests.resolving.articles import record

TEXT = "Moscow said Russia and the Kremlin agree; Lavrov and China too."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def actor(identifier: str, name: str, kind: str, state: str | None, basis: str = "words", wikidata: str | None = None) -> Actor:
    return Actor(identifier, name, kind, state, basis=basis, wikidata=wikidata, mentions=(span(name),))


ACTORS = (
    actor("a1", "Moscow", "state", "RUS", "knowledge"),
    actor("a2", "Russia", "state", "RUS"),
    actor("a3", "the Kremlin", "state", "RUS", "knowledge"),
    actor("a4", "Lavrov", "person", "RUS"),
    actor("a5", "China", "state", "CHN"),
)
STATEMENT = Statement(
    "s1", "a1", ("a3", "a5"), None, span("said"), (span("agree"),), "indirect", "assert", ("a2",), about=("a2", "a3", "a4")
)
EVENT = Event("e1", "CONSULT", None, (), None, span("agree"), ("a3", "a5"), ("a2",))
VOTE = Vote("v1", "UNGA", None, ("a2", "a5"), "yes", None, "actual", None, None, None, span("agree"), 0.9)
RECORD = Record(SCHEMA, Coder("0", "m"), Article("x", None, None, None, None, "en", "0", TEXT), ACTORS, (), (STATEMENT,), (EVENT,), (VOTE,))


def test_one_state_is_one_entry_under_its_own_name_with_all_mentions() -> None:
    joined = join(RECORD)
    assert [(one.id, one.name) for one in joined.actors] == [("a1", "Russia"), ("a4", "Lavrov"), ("a5", "China")]
    assert [mention.text for mention in joined.actors[0].mentions] == ["Moscow", "Russia", "the Kremlin"]


def test_every_entry_points_at_the_entry_that_is_left() -> None:
    joined = join(RECORD)
    (statement,), (event,), (vote,) = joined.statements, joined.events, joined.votes
    assert (statement.source, statement.co_sources, statement.addressees, statement.about) == ("a1", ("a5",), ("a1",), ("a1", "a4"))
    assert (event.actors, event.recipients, vote.voters) == (("a1", "a5"), ("a1",), ("a1", "a5"))


def test_a_person_is_not_joined_to_a_state_and_joining_again_changes_nothing() -> None:
    joined = join(RECORD)
    assert join(joined) == joined


def test_two_names_of_one_known_person_are_joined() -> None:
    people = (actor("a1", "Lavrov", "person", "RUS", wikidata="Q1"), actor("a2", "Moscow", "person", "RUS", wikidata="Q1"))
    record = Record(SCHEMA, Coder("0", "m"), RECORD.article, people)
    assert [one.id for one in join(record).actors] == ["a1"]


def test_a_state_goes_by_a_noun_of_the_article_or_else_by_its_usual_name(knowledge: Knowledge) -> None:
    text = "Russian troops left. Moscow and Russia agreed. Afghan schools opened. Islamabad and Pakistani envoys talked."
    given = record(text, "Russian = Russia = Moscow", "Afghan", "Islamabad = Pakistani")
    once = resolve(given, knowledge)
    assert [(actor.kind, actor.name) for actor in once.actors] == [("state", "Russia"), ("state", "Afghanistan"), ("state", "Islamabad")]
    assert resolve(once, knowledge) == once
