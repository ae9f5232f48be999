"""Whose words one passes on: “…,” she said, quoting him; the agency, citing officials, reported."""

import dataclasses

import pytest

from dragoman.formats import chain
from dragoman.model.words import Words, split
from dragoman.reading.actors import cast_roles
from dragoman.reading.citing import complete
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.entries import Scene, entries
from dragoman.reading.events.entries import enclosing as holding
from dragoman.reading.statements import enclosing
from dragoman.values import Record
from tests.formats.sample import RECORD
from tests.reading.made import draft, part, stage
from tests.reading.test_cast import found

NAMES = {
    "Sanchez": "person",
    "Costa": "person",
    "Meloni": "person",
    "Norway": "place",
    "Reuters": "organisation",
    "Interfax": "organisation",
    "the Post": "organisation",
    "Lisbon Herald": "organisation",
    "Central Bank": "organisation",
}
THROUGH = [
    # the text, its source, cue and content as read; who is the source then, and what it came through
    ("“We will sign in May,” the Post reported, quoting Costa.", "the Post", "reported", "We will sign in May", "Costa", "the Post"),
    ("Reuters, citing two officials, said the port was closed.", "Reuters", "said", "the port was closed", "two officials", "Reuters"),
    ("Reuters said the port was closed, citing two officials.", "Reuters", "said", "the port was closed", "two officials", "Reuters"),
    (
        "The port is closed, according to Interfax, which cited a source close to the talks.",
        "Interfax",
        "according to",
        "The port is closed",
        "a source close to the talks",
        "Interfax",
    ),
    (
        "Reuters reported, citing data from the Central Bank, that prices fell.",
        "Reuters",
        "reported",
        "prices fell",
        "data from the Central Bank",
        "Reuters",
    ),
    (
        "Reports citing sources within the Central Bank indicated that prices fell.",
        "Reports",
        "indicated",
        "prices fell",
        "sources within the Central Bank",
        "Reports",
    ),
    ("Reuters, citing two officials, said no.", "Reuters, citing two officials", "said", "no", "two officials", "Reuters"),  # read too far
]
WITHIN = [
    ("“We will sign in May,” Sanchez told the envoys, quoting Costa.", "Sanchez", "told", "We will sign in May", "Costa"),
    (
        "“We will sign in May,” Sanchez said on Monday, quoting J. R. Costa as saying.",
        "Sanchez",
        "said",
        "We will sign in May",
        "J. R. Costa",
    ),
    ("“They know it.” Sanchez tweeted, quoting Costa’s statement.", "Sanchez", "tweeted", "They know it", "Costa’s statement"),
    ("“They know it,” wrote Sanchez, citing participants in the talks.", "Sanchez", "wrote", "They know it", "participants in the talks"),
    ("Sanchez, quoting Costa, said the pact would be signed.", "Sanchez", "said", "the pact would be signed", "Costa"),
    ("Sanchez said the pact would be signed, citing the Central Bank.", "Sanchez", "said", "the pact would be signed", "the Central Bank"),
    (
        "“Prices fell,” Sanchez said, citing information from the Central Bank.",
        "Sanchez",
        "said",
        "Prices fell",
        "information from the Central Bank",
    ),
]
NONE = [
    # what is quoted is nobody: the text, source, cue and content
    ("Sanchez said the pact was dead, citing security concerns.", "Sanchez", "said", "the pact was dead"),
    ("Sanchez praised quiet leaders, citing Costa.", "Sanchez", "praised", "quiet leaders"),  # an example
    ("Sanchez said small states do well, citing Norway.", "Sanchez", "said", "small states do well"),
    ("Sanchez said some had left, citing Costa and Meloni.", "Sanchez", "said", "some had left"),
    ("Sanchez said he had read much, citing Costa as his model.", "Sanchez", "said", "he had read much"),
    ("Sanchez said the pact was dead, citing Costa’s refusal.", "Sanchez", "said", "the pact was dead"),
    ("Sanchez said “I am quoting Costa, he will go”.", "Sanchez", "said", "I am quoting Costa, he will go"),  # says so himself
    ("Sanchez said no and left before Meloni spoke, quoting Costa.", "Sanchez", "said", "no"),  # goes with Meloni
    ("Sanchez said that was all. Quoting Costa is easy.", "Sanchez", "said", "that was all"),  # another sentence
]


def read(text: str, source: str, cue: str, content: str) -> tuple[Words, Draft, tuple[Draft, ...]]:
    """The words, the draft as it was read, and what became of it."""
    one = stage(text, {name: kind for name, kind in NAMES.items() if name in text})
    read = draft(one.words, source, cue, content)
    return one.words, read, complete(one.words, (read,), one.names)


def text(words: Words, part: Range) -> str:
    return words.text[slice(*words.extent(*part))]


@pytest.mark.parametrize(("article", "source", "cue", "content", "told", "medium"), THROUGH)
def test_a_medium_is_what_the_words_of_those_it_quotes_came_through(
    article: str, source: str, cue: str, content: str, told: str, medium: str
) -> None:
    words, _, (found,) = read(article, source, cue, content)
    assert [text(words, one) for one in (*found.sources, *found.via, *found.content)] == [told, medium, content]
    assert text(words, found.cue or (0, 0)) == cue


@pytest.mark.parametrize(("article", "source", "cue", "content", "told"), WITHIN)
def test_of_anybody_else_the_statement_stays_and_the_other_lies_within_it(
    article: str, source: str, cue: str, content: str, told: str
) -> None:
    words, before, found = read(article, source, cue, content)
    inner = next(one for one in found if one.inner)
    assert before in found
    assert [text(words, one) for one in (*inner.sources, *inner.content)] == [told, content]
    assert text(words, inner.trigger) in ("quoting", "citing")
    assert enclosing(found)[found.index(inner)] == found.index(before)


@pytest.mark.parametrize(("article", "source", "cue", "content"), NONE)
def test_nothing_changes_where_nobody_is_quoted(article: str, source: str, cue: str, content: str) -> None:
    _, before, found = read(article, source, cue, content)
    assert found == (before,)


def test_a_content_that_was_read_too_far_ends_before_the_quoting() -> None:
    whole = "the pact would be signed, citing the Central Bank"
    words, _, found = read(f"Sanchez said {whole}.", "Sanchez", "said", whole)
    assert [text(words, one.content[0]) for one in found] == ["the pact would be signed"] * 2


def test_what_was_read_as_a_statement_about_the_one_quoted_is_none() -> None:
    one = stage("“We will sign in May,” Sanchez said, quoting Costa.", {"Sanchez": "person", "Costa": "person"})
    said = draft(one.words, "Sanchez", "said", "We will sign in May")
    quoting = draft(one.words, "Sanchez", "quoting", "Costa")
    found = complete(one.words, (said, quoting), one.names)
    assert [(one.trigger, one.content) for one in found] == [(said.trigger, said.content), (quoting.trigger, said.content)]


def test_the_chain_names_whose_words_they_are_and_who_tells_them() -> None:
    one = stage("“We will bomb Norway,” Sanchez told Reuters, quoting Costa.", NAMES)
    said = dataclasses.replace(draft(one.words, "Sanchez", "told", "We will bomb Norway"), addressees=(part(one.words, "Reuters"),))
    drafts = complete(one.words, (said,), one.names)
    outer = enclosing(drafts)
    actors, statements, _ = entries(Scene(one, drafts, cast_roles(one, drafts, outer), outer))
    record: Record = dataclasses.replace(RECORD, actors=actors, statements=statements)
    assert [chain.phrase(record, statement) for statement in statements] == [
        "Sanchez, to Reuters",
        "Costa, as told by Sanchez, to Reuters",
    ]
    assert statements[1].within == statements[0].id
    assert holding(drafts, part(one.words, "bomb"))[0] == drafts.index(next(one for one in drafts if one.inner))


def test_what_one_said_per_a_medium_came_through_it() -> None:
    text = "“The shelves are full,” said Zimmerman per ABC News."
    words = split(text)
    said, twin = (draft(words, "Zimmerman", cue, "The shelves are full") for cue in ("said", "per"))
    (one,) = complete(words, (said, twin), found(text, {"Zimmerman": "person", "ABC News": "organisation"}))
    assert [words.text[slice(*words.extent(*role))] for role in one.via] == ["ABC News"]
