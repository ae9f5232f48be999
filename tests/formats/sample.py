"""A small record that holds every kind of entry; its parties are offices and roles, its text is written for the tests."""

from __future__ import annotations

import hashlib

from dragoman.values import (
    Actor,
    Article,
    Check,
    Coder,
    Event,
    Location,
    Record,
    Removed,
    Span,
    Statement,
    Tie,
    Vote,
)

TEXT = (
    "The foreign ministry said on Monday that the election commission had told it the count was “almost complete”.\n\n"
    "“We will publish the list,” a commission spokesperson told the news agency. “It will be public.”\n\n"
    "In the assembly the host state and 34 others abstained. The coastal state, a neighbour of the host state, "
    "urged the commission to finish the count.\n\n"
    "Reportedly the count was halted twice."
)


def span(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """The `nth` occurrence of `words` in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def article(text: str = TEXT, title: str | None = "Count nears its end, ministry says") -> Article:
    """The article of the sample, or another text in its place."""
    return Article(
        id="sample",
        title=title,
        date="2022-03-07",
        outlet="The Sample Gazette",
        url="https://example.org/count",
        language="en",
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        text=text,
        removed=(Removed("Comments are closed.", "boilerplate"),),
    )


ACTORS = (
    Actor("a1", "foreign ministry", "organisation", sector="GOV", mentions=(span("foreign ministry"), span("it"))),
    Actor("a2", "election commission", "organisation", mentions=(span("election commission"), span("the commission"))),
    Actor("a3", "commission spokesperson", "person", role="spokesperson", mentions=(span("commission spokesperson"),)),
    Actor("a4", "news agency", "media", sector="MED", mentions=(span("the news agency"),)),
    Actor("a5", "host state", "state", sector="GOV", mentions=(span("the host state"), span("the host state", 2))),
    Actor("a6", "coastal state", "state", sector="GOV", mentions=(span("The coastal state"),)),
)

STATEMENTS = (
    Statement(
        "s1",
        "a1",
        (),
        span("The foreign ministry"),
        span("said"),
        (span("the election commission had told it the count was “almost complete"),),
        "indirect",
        "assert",
        date="2022-03-07",
        about=("a2",),
        confidence=0.94,
    ),
    Statement(
        "s2",
        "a2",
        (),
        span("the election commission"),
        span("told"),
        (span("the count was “almost complete"),),
        "mixed",
        "assert",
        addressees=("a1",),
        within="s1",
        confidence=0.81,
    ),
    Statement(
        "s3",
        "a3",
        (),
        span("a commission spokesperson"),
        span("told", 2),
        (span("We will publish the list,"), span("It will be public.")),
        "direct",
        "promise",
        addressees=("a4",),
        via=("a4",),
        confidence=0.97,
    ),
    Statement(
        "s4",
        "a6",
        (),
        span("The coastal state"),
        span("urged"),
        (span("the commission to finish the count"),),
        "indirect",
        "request",
        addressees=("a2",),
        confidence=0.66,
    ),
    Statement("s5", None, (), None, span("Reportedly"), (span("the count was halted twice"),), "indirect", "assert", confidence=0.31),
)

EVENTS = (
    Event("e1", "REQUEST", None, (), None, span("urged"), ("a6",), ("a2",), confidence=0.72),
    Event(
        "e2",
        "CONSULT",
        "phone",
        ("diplomatic",),
        "041",
        span("told"),
        ("a2",),
        ("a1",),
        date="2022-02-28",
        until="2022-03-06",
        place="the capital",
        location=Location(1, "XXX", 0.0, 0.0),
        status="planned",
        reported_in="s1",
        disputed_by=("s4",),
        confidence=0.41,
    ),
    Event("e3", "COERCE", None, (), None, span("halted"), (), ("a2",), reported_in="s5", confidence=0.6),
)

VOTES = (
    Vote(
        "v1",
        "the assembly",
        "the count",
        ("a5",),
        "abstain",
        34,
        "actual",
        None,
        "2022-03-02",
        None,
        span("the host state and 34 others abstained"),
        0.9,
        "roll call 12",
        Check("contradicted", "count_differs", {}, 36, "36 states abstained", "2026-11"),
    ),
)

TIES = (Tie("t1", "a6", "neighbour", "a5", span("a neighbour of the host state"), 0.8),)

RECORD = Record(1, Coder("0.1.0", "en-1"), article(), ACTORS, (), STATEMENTS, EVENTS, VOTES, TIES)
