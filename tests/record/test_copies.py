"""Near copies are found among articles of the same days, and nothing else is taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.record import copies, watching
from dragoman.record.copies import Copies, Copy
from tests.record.full import put, varied

LONG = "\n\n".join(
    f"The minister of state number {number} said in paragraph {number * 7} that the talks of day {number * 3} would go on."
    for number in range(40)
)


def article(number: int, text: str = LONG, date: str | None = "2022-03-07"):
    return replace(varied(number).article, text=text, date=date)


@pytest.fixture
def holding(empty):
    """A record with one long article of 7 March."""
    one = varied(1)
    put(
        empty,
        replace(
            one, article=article(1), actors=(), matters=(), statements=(), events=(), votes=(), ties=(), times=(), places=(), positions=()
        ),
    )
    return empty


SAME = [
    (LONG, "2022-03-07"),
    (LONG, "2022-03-14"),
    (LONG, "2022-03"),
    (LONG, "2022"),
    (
        "(AGENCY) - " + LONG.replace("minister of state number 7", "seventh minister") + "\n\nAdditional reporting by our staff.",
        "2022-03-08",
    ),
]
OTHER = [
    (LONG, "2022-03-15"),
    (LONG, None),
    (LONG[: len(LONG) // 2] + LONG[len(LONG) // 2 :].replace("the", "a").replace("of", "for"), "2022-03-07"),
    ("The count goes on.", "2022-03-07"),
]


@pytest.mark.parametrize(("text", "date"), SAME)
def test_near_copies(holding, text, date):
    """A few words more or less, within a week; a month stands for all its days."""
    found = Copies(holding).original(article(2, text, date))
    assert found
    assert found.of == article(1).url
    assert found.share > 0.8


@pytest.mark.parametrize(("text", "date"), OTHER)
def test_other_articles(holding, text, date):
    """Later than a week, without a date, half rewritten, or short."""
    assert Copies(holding).original(article(2, text, date)) is None


def test_an_article_is_no_copy_of_itself(holding):
    """Under its own address it may change as it likes."""
    assert Copies(holding).original(article(1, LONG + " More.")) is None


def test_sketches_guess_the_share(holding):
    """The guess from the sketches is near the share itself."""
    one, other = (copies.shingles(text) for text in (LONG, SAME[-1][0]))
    guess = copies._common(copies._sketch(one), copies._sketch(other))
    assert abs(guess - copies.resemblance(one, other)) < 0.15


def test_copies_are_noted(empty):
    """Once each, the last time."""
    copies.note(empty, article(2), Copy("x", 0.7))
    copies.note(empty, article(2), Copy("y", 0.9))
    assert copies.noted(empty) == ((article(2).url, Copy("y", 0.9)),)


def test_what_a_feed_names_waits_until_it_is_done(empty):
    """New and changed articles wait; what fails is tried three times; what is done stays done until it changes."""
    feed = watching.feed(empty, "https://example.org/feed")
    assert watching.answered(empty, feed, (watching.Named("a", "A", None, "1"), watching.Named("b", None, None, "1"))) == 2
    first, second = watching.waiting(empty, feed)
    watching.done(empty, first)
    for _ in range(watching.TRIES):
        assert watching.waiting(empty, feed) == (second,)
        watching.tried(empty, second, "gone")
    assert watching.waiting(empty, feed) == ()
    assert watching.answered(empty, feed, (watching.Named("a", "A", None, "1"), watching.Named("b", None, None, "2"))) == 1
    assert [item.link for item in watching.waiting(empty, feed)] == ["b"]


def test_failing_feeds_are_left_alone(empty):
    """Twice as long each time, a day at most, and never less than they ask; an answer makes it good."""
    assert [watching.back_off(number, 15) for number in (0, 1, 2, 10, 99)] == [15, 30, 60, 1440, 1440]
    assert watching.back_off(0, 15, 7200) == 120
    feed = watching.feed(empty, "https://example.org/feed")
    until = watching.failed(empty, feed, "no connection", 30)
    feed = watching.feed(empty, feed.url)
    assert (feed.failures, feed.wait_until) == (1, until)
    watching.answered(empty, replace(feed, etag='"1"'), ())
    feed = watching.feed(empty, feed.url)
    assert (feed.failures, feed.wait_until, feed.etag) == (0, None, '"1"')
