"""The loop: sentence by sentence, from patterns to votes of a body on a matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.times import date_of, timed
from dragoman.reading.times.periods import UNKNOWN
from dragoman.reading.votes import bodies, clauses, speakers
from dragoman.reading.votes.bodies import Named
from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.grammar import POPULAR
from dragoman.reading.votes.masked import mask
from dragoman.reading.votes.patterns import drafts, mentioned
from dragoman.reading.votes.reading import Reading
from dragoman.reading.votes.subjects import subjects
from dragoman.reading.votes.voters import Roll
from dragoman.reading.votes.where import where
from dragoman.values import Actor, Article, Span, Statement, Vote

_THEN = re.compile(r"(?:,? (?!to\b|the\b)[\w.]+){0,5},? ")
"""Between a body and its verb: " on Tuesday ", " has also "."""


def read(
    article: Article, names: tuple[tuple[Span, str], ...], actors: tuple[Actor, ...], statements: tuple[Statement, ...]
) -> tuple[tuple[Actor, ...], tuple[Vote, ...]]:
    """The actors, new ones for voters behind those given, and the votes that the text reports, in its order, with ids v1, v2 ….

    `names` are all names of the text with their kinds (person, organisation, place, other). A vote whose body the text does not
    tell is left out; dates are None where the sentences do not tell them.
    """
    if not mentioned(article.text):
        return actors, ()
    first = speakers.first_persons(article, actors, statements)
    spoken = tuple((word, kind) for word, kind, _ in first)
    reading = Reading(mask(article, subjects(article.text, names, actors, spoken)), timed(article.text, article.date), statements)
    roll = Roll(reading.masked, list(actors), {word: actor for word, _, actor in first})
    votes: list[Vote] = []
    last: list[Vote] = []
    for index, (start, end) in enumerate(reading.known.sentences):
        if last and (more := clauses.same(reading.masked, start, end)):
            added = _with_more(last, tuple(roll.of(span) for span in more[0]), more[1])
            votes[-len(last) :] = added
        last = [vote for draft in drafts(reading.masked, start, end) for vote in _votes(reading, roll, draft, index)]
        votes.extend(last)
    return tuple(roll.actors), tuple(replace(vote, id=f"v{number}") for number, vote in enumerate(_distinct(votes), 1))


def _votes(reading: Reading, roll: Roll, draft: Draft, index: int) -> Iterator[Vote]:
    """The votes of a draft: one, or one for each body of "on both a … and a …"; none where no body is told that such voters vote in."""
    start, end = reading.known.sentences[index]
    kinds = {reading.masked.kind(span) for span in draft.voters}
    for body, subject in where(reading, draft, index):
        itself = draft.unanimous or any(one.start < body.end and body.start < one.end for one in draft.voters)
        if body.body not in bodies.OF_STATES and not itself and POPULAR.search(reading.text, start, end):
            continue
        if "place" in kinds and not bodies.of_states(body.body):
            continue
        if "person" in kinds and bodies.of_states(body.body):
            continue
        if not draft.voters and draft.count is None and not draft.unanimous:
            continue
        yield _entry(reading, roll, _by_itself(reading.text, draft, body), (body, subject))


def _by_itself(text: str, draft: Draft, body: Named) -> Draft:
    """A body that "voted unanimously to" do something is itself the voter."""
    apart = draft.unanimous and draft.count is None and "voted" in text[draft.start : draft.end]
    if (
        apart
        and body.end <= draft.start
        and _THEN.fullmatch(text, body.end, draft.start)
        and re.match(r" (?:unanimously )?to\b", text[draft.end :])
    ):
        return replace(draft, voters=(Span.of(text, body.start, body.end),), start=body.start)
    return draft


def _entry(reading: Reading, roll: Roll, draft: Draft, about: tuple[Named, str | None]) -> Vote:
    body, subject = about
    evidence = Span.of(reading.text, draft.start, draft.end)
    period = date_of(reading.known, Span.of(reading.text, draft.cue, draft.end))
    if not period.date and bodies.decides(reading.text, body):
        period = date_of(reading.known, Span.of(reading.text, body.start, body.end))
    period = period if period.date else UNKNOWN
    voters = tuple(dict.fromkeys(roll.of(span) for span in draft.voters))
    confidence = draft.confidence if subject else round(draft.confidence - 0.05, 2)
    return Vote(
        "v",
        body.body,
        subject,
        voters,
        draft.choice,
        draft.count,
        draft.status,
        _reported(reading, evidence),
        period.date,
        period.until,
        evidence,
        confidence,
    )


def _reported(reading: Reading, evidence: Span) -> str | None:
    covering = [
        (sum(len(span.text) for span in statement.content), number)
        for number, statement in enumerate(reading.statements)
        if any(span.start <= evidence.start and evidence.end <= span.end for span in statement.content)
    ]
    return reading.statements[min(covering)[1]].id if covering else None


def _with_more(last: list[Vote], voters: tuple[str, ...], count: int | None) -> list[Vote]:
    """The votes with those who voted the same; unchanged where the votes are of several choices."""
    if len({vote.choice for vote in last}) != 1:
        return last
    return [
        replace(
            vote, voters=tuple(dict.fromkeys((*vote.voters, *voters))), others=count if vote.others is None else vote.others + (count or 0)
        )
        for vote in last
    ]


def _distinct(votes: list[Vote]) -> list[Vote]:
    """The votes, each told once: of those alike the first; a number that is told again without its matter is no other vote."""
    kept: dict[tuple[object, ...], Vote] = {}
    for vote in votes:
        key = (vote.body, vote.choice, vote.voters, vote.others, vote.status)
        again = vote.subject is None and not vote.voters and any(told[:-1] == key for told in kept)
        if not again:
            kept.setdefault((*key, vote.subject), vote)
    return list(kept.values())
