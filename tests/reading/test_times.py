"""Time expressions: what is found, what day it names, and what it dates."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.times import date_events, date_of, date_statements, find, timed
from dragoman.reading.times.periods import Known, Period, bounds, stepped
from dragoman.values import Article, Event, Span, Statement

MONDAY = "2022-03-07"

RESOLVED = [
    # full dates
    pytest.param("on 7 March 2022", "7 March 2022", "2022-03-07", None, id="day-month-year"),
    pytest.param("on March 7, 2022", "March 7, 2022", "2022-03-07", None, id="month-day-year"),
    pytest.param("on Mar. 7, 2022.", "Mar. 7, 2022", "2022-03-07", None, id="short-month"),
    pytest.param("Monday, March 7th, 2022", "Monday, March 7th, 2022", "2022-03-07", None, id="with-weekday"),
    pytest.param("dated 2022-03-07", "2022-03-07", "2022-03-07", None, id="iso"),
    pytest.param("on 13/03/2022", "13/03/2022", "2022-03-13", None, id="slashes-day-first"),
    pytest.param("on 03/13/2022", "03/13/2022", "2022-03-13", None, id="slashes-month-first"),
    pytest.param("on 03/07/2022", "03/07/2022", "2022", None, id="slashes-ambiguous"),
    pytest.param("the fifth of January 2021", "fifth of January 2021", "2021-01-05", None, id="worded-day"),
    # the year by tense and nearness
    pytest.param("It voted on March 2.", "March 2", "2022-03-02", None, id="past-this-year"),
    pytest.param("It met on 28 December.", "28 December", "2021-12-28", None, id="past-last-year"),
    pytest.param("It will vote on April 10.", "April 10", "2022-04-10", None, id="future"),
    pytest.param("It is scheduled for January 9.", "January 9", "2023-01-09", None, id="future-next-year"),
    pytest.param("They met in December.", "December", "2021-12", None, id="month-past"),
    pytest.param("He promised to leave by May 31st.", "May 31st", "2022-05-31", None, id="a-term-lies-ahead"),
    pytest.param("They discussed the NATO Summit in Madrid in June.", "June", "2022-06", None, id="a-meeting-lies-ahead"),
    pytest.param("Following their September 9 call, the two will meet.", "September 9", "2021-09-09", None, id="following-is-past"),
    pytest.param("It would have passed in December.", "December", "2021-12", None, id="would-have-is-past"),
    pytest.param("between October and March", "October and March", "2021-10", "2022-03-31", id="months-over-new-year"),
    # coarser and finer
    pytest.param("since 2014", "2014", "2014", None, id="since-year"),
    pytest.param("in June 2014", "June 2014", "2014-06", None, id="month-year"),
    pytest.param("in the 1980s", "1980s", "1980", "1989-12-31", id="decade"),
    pytest.param("in the late 1970s", "late 1970s", "1975", "1979-12-31", id="late-decade"),
    pytest.param("in the sixties", "sixties", "1960", "1969-12-31", id="named-decade"),
    pytest.param("a 17th-century palace", "17th-century", "1600", "1699-12-31", id="century"),
    pytest.param("in the twentieth century", "twentieth century", "1900", "1999-12-31", id="worded-century"),
    pytest.param("in the summer of 2014", "summer of 2014", "2014-06", "2014-08-31", id="season"),
    pytest.param("last summer", "last summer", "2021-06", "2021-08-31", id="last-season"),
    pytest.param("the third quarter of 2021", "third quarter of 2021", "2021-07", "2021-09-30", id="quarter"),
    # ranges
    pytest.param("from 3 to 5 March", "3 to 5 March", "2022-03-03", "2022-03-05", id="days"),
    pytest.param("between 2001 and 2004", "2001 and 2004", "2001", "2004-12-31", id="years"),
    pytest.param("the 2014-15 session", "2014-15", "2014", "2015-12-31", id="short-second-year"),
    pytest.param("March 30 – April 2, 2021", "March 30 – April 2, 2021", "2021-03-30", "2021-04-02", id="year-at-the-end"),
    # from the day of publication
    pytest.param("He told VOA on Sunday that", "Sunday", "2022-03-06", None, id="weekday-past"),
    pytest.param("He said on Monday that", "Monday", "2022-03-07", None, id="weekday-of-publication"),
    pytest.param("He will fly to Rome on Tuesday.", "Tuesday", "2022-03-08", None, id="weekday-future"),
    pytest.param("He said on Sunday that it would end.", "Sunday", "2022-03-06", None, id="future-in-the-content"),
    pytest.param("next Tuesday", "next Tuesday", "2022-03-15", None, id="next-weekday"),
    pytest.param("last Friday", "last Friday", "2022-03-04", None, id="last-weekday"),
    pytest.param("last week", "last week", "2022-02-28", "2022-03-06", id="last-week"),
    pytest.param("next month", "next month", "2022-04", None, id="next-month"),
    pytest.param("earlier this year", "this year", "2022", None, id="this-year"),
    pytest.param("yesterday evening", "yesterday evening", "2022-03-06", None, id="yesterday"),
    pytest.param("last night", "last night", "2022-03-06", None, id="last-night"),
    pytest.param("the day after tomorrow", "day after tomorrow", "2022-03-09", None, id="after-tomorrow"),
    pytest.param("two days ago", "two days ago", "2022-03-05", None, id="days-ago"),
    pytest.param("two weeks ago", "two weeks ago", "2022-02-21", "2022-02-27", id="weeks-ago"),
    pytest.param("ten years ago", "ten years ago", "2012", None, id="years-ago"),
    pytest.param("It will end in three weeks.", "in three weeks", "2022-03-28", "2022-04-03", id="in-weeks"),
    pytest.param("for the past five years", "past five years", "2017-03-08", "2022-03-07", id="rolling"),
    pytest.param("It will grow over the next decade.", "next decade", "2022-03-07", "2032-03-07", id="rolling-ahead"),
    pytest.param("Three years ago tomorrow night it began.", "Three years ago tomorrow night", "2019-03-08", None, id="years-ago-tomorrow"),
    pytest.param("It must be done by year-end.", "year-end", "2022-12-31", None, id="year-end"),
    pytest.param("November 3 last year", "November 3 last year", "2021-11-03", None, id="day-of-last-year"),
    pytest.param("Clinton went on offense on Friday, saying he would fail.", "Friday", "2022-03-04", None, id="past-before-a-participle"),
    pytest.param("a veteran of World War II.", "World War II", "1939-09-01", "1945-09-02", id="war"),
    pytest.param("in mid-2018", "2018", "2018", None, id="mid-year"),
    pytest.param("until at least 2030", "2030", "2030", None, id="term-in-a-year"),
    pytest.param("the upcoming 2020 census", "2020", "2020", None, id="year-of-a-noun"),
    pytest.param("2016 was a big year.", "2016", "2016", None, id="year-that-was"),
    pytest.param("following Friday’s vote", "Friday", "2022-03-04", None, id="following-as-after"),
    pytest.param("to celebrate that December 12, 2021 marks it", "December 12, 2021", "2021-12-12", None, id="that-before-a-date"),
    pytest.param("Sikong Tu (837–908) wrote it", "837–908", "0837", "0908-12-31", id="life-of-old"),
    # found, and of no one period
    pytest.param("in recent years", "recent years", None, None, id="recent"),
    pytest.param("several years ago", "several years ago", None, None, id="several"),
    pytest.param("more than 20 years ago", "more than 20 years ago", None, None, id="more-than"),
    pytest.param("every Sunday", "Sunday", None, None, id="recurring"),
    pytest.param("a process that continues today", "today", None, None, id="nowadays"),
    pytest.param("at 10:45 a.m.", "10:45 a.m.", None, None, id="clock"),
    pytest.param("in the 3rd century BC", "3rd century BC", None, None, id="before-christ"),
]


@pytest.mark.parametrize(("text", "words", "date", "until"), RESOLVED)
def test_resolved(text, words, date, until):
    """A time expression is found whole and resolved as finely as its words and the publication date allow."""
    assert [(timex.span.text, timex.date, timex.until) for timex in find(text, MONDAY)] == [(words, date, until)]


@pytest.mark.parametrize(
    "text",
    [
        "She may go.",  # the modal
        "Troops march on the capital.",  # the verb
        "Theresa May said so.",
        "Prime Minister May was criticised by May's own party.",
        "April Ryan asked.",  # a first name
        "a second chance",
        "the Sun reported",  # the newspaper
        "The Sunday Times reported",
        "Black Friday sales",
        "2000 soldiers",
        "about 1500 people",
        "it cost $2000",
        "Resolution 1973",
        "flight 1549",
        "with 3.27 percent of the vote",  # no time of day
        "about fifteen twenty paintings",
        "not too far past eighteen months",
        "conditions that fall into three bases",
        "in World War II-era bombers",
        "1,998 votes",
        "a two-year term of 23 years",  # durations
        "built in three weeks",
        "in his twenties",
        "the Arab Spring",
        "the fall of Kabul",
        "",
    ],
)
def test_nothing_is_found(text):
    """Verbs, names, quantities and durations are no times."""
    assert find(text, MONDAY) == ()


def test_nine_eleven_is_the_day_of_the_attacks():
    """`9/11` names a day of 2001, in no article the ninth or eleventh of its own year."""
    assert [(timex.span.text, timex.date) for timex in find("after the 9/11 attacks", MONDAY)] == [("9/11", "2001-09-11")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On February 24 it began. Two days later Kyiv held. The next day they met.", ["2022-02-24", "2022-02-26", "2022-02-27"]),
        ("It passed in 1994; that same year he left, and the following year he died.", ["1994", "1994", "1995"]),
        ("The next day they met.", [None]),  # nothing to count from
        ("It began in 2021. Two years later it ended.", ["2021", None]),  # nothing told of is yet to come
        ("The falsification of the 2020 poll and the events of May 23 were condemned.", ["2020", "2021-05-23"]),  # a noun's year
        ("It flies every Monday and Friday.", [None, None]),
        ("Theodorus (c. 314 – 368) came. In 348 Pachomius died.", ["0314", "0348"]),
        ("Born in 1811, he was arrested on 14 July 1831, tried in October, freed in 1832 and died on 30 May.",
         ["1811", "1831-07-14", "1831-10", "1832", "1832-05-30"]),
    ],
)  # fmt: skip
def test_counted_from_what_was_told(text, dates):
    """Times without a year of their own are counted from those told before, where the text tells of other years."""
    assert [timex.date for timex in find(text, MONDAY)] == dates


def test_news_that_tells_of_many_years_is_of_its_day():
    """Days and months of news are of about its day, though it tells of other years; those of a history are of the year told of."""
    history = "Born in 1811, he was tried in 1831, freed in 1832 and honoured in 1900. He was arrested on 14 July."
    assert [timex.date for timex in find(history, MONDAY)][-1] == "1900-07-14"
    assert [timex.date for timex in find("On Friday a street was named after him. " + history, MONDAY)][-1] == "2021-07-14"


RELATIVE = (
    "on Sunday", "next Tuesday", "yesterday", "tonight", "last week", "this weekend", "last month", "two days ago", "three weeks ago",
    "last March", "this summer", "last quarter", "over the weekend", "the past ten days",
)  # fmt: skip


@pytest.mark.parametrize("published", ["2022-03", "2022", None])
@pytest.mark.parametrize("text", RELATIVE)
def test_never_finer_than_the_publication_date(text, published):
    """Where the day of publication is not known, what is counted from it is not known to the day either."""
    for timex in find(text, published):
        finest = 10 if published and len(published) == 7 and "day" not in text else len(published or "")
        assert len(timex.date or "") <= finest
        if "month" not in text and "March" not in text and "summer" not in text and "quarter" not in text:
            assert timex.date in (published, None)


def test_weekdays_of_a_month():
    """Where the publication date is known only to the month, so are its weekdays."""
    assert [timex.date for timex in find("He spoke on Sunday.", "2022-02")] == ["2022-02"]


PIECES = st.sampled_from(
    ("on |March |7|, |2022|last |week|Sunday| ago|two |years |century|17th |'90s|early |-|–| to |next |99999|the |before| later|\n|.|”"
     "|31 |February |ſ|K|²|٣|0000-00-00|9/11").split("|")
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))
PUBLISHED = st.sampled_from(["2022-03-07", "2022-03", "2022", None, "0001-01-01", "9999-12-31", "nonsense"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
def test_any_text(text, published):
    """On any text nothing is raised, spans are true, in order and apart, and every date is one of the calendar."""
    timexes = find(text, published)
    ends = 0
    for timex in timexes:
        assert text[timex.span.start : timex.span.end] == timex.span.text
        assert ends <= timex.span.start < timex.span.end
        ends = timex.span.end
        assert timex.date is None or Known.of(timex.date)
        assert timex.until is None or (timex.date and re.fullmatch(r"\d{4}-\d\d-\d\d", timex.until) and timex.date < timex.until)


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]), st.integers(-5000, 5000))
def test_steps_stay_in_the_calendar(date, unit, count):
    """A step gives a period whose last day is not before its first, or none beyond the calendar."""
    days = bounds(stepped(Known(date.year, date.month, date.day), unit, count))
    assert days is None or days[0] <= days[1]


GOVERNED = [
    ("“Peace is near,” he told VOA on Sunday.", "told", (), Period("2022-03-06")),
    ("On 6 March, Lavrov said the talks failed.", "said", (), Period("2022-03-06")),
    ("Lavrov said the talks would resume on Thursday.", "said", ("the talks would resume on Thursday",), Period()),
    ("“We met on Friday,” Lavrov said.", "said", (), Period()),  # inside the quotation
    ("He said on Sunday that Kyiv fired on Friday.", "fired", (), Period("2022-03-04")),
    ("He said on Sunday that Kyiv fired on Friday.", "said", (), Period("2022-03-06")),
    ("Lavrov said so. They met on Friday.", "said", (), Period()),  # another sentence
    ("Lavrov, the 2012 nominee, said so.", "said", (), Period()),  # the time of a noun
    ("Sunday’s attack killed ten.", "attack", (), Period("2022-03-06")),
    ("He said in a March 4 statement that it failed.", "said", (), Period("2022-03-04")),
    ("On Wednesday, March 2, the Assembly voted.", "voted", (), Period("2022-03-02")),
    ("On Friday or Saturday they struck.", "struck", (), Period()),  # several that conflict
    ("They struck.", "struck", (), Period()),
    ("ISLAMABAD, March 6 — They struck on March 2.", "struck", (), Period("2022-03-02")),  # a date line gives way
    ("ISLAMABAD, March 6 (Reuters) - They struck Kyiv.", "struck", (), Period("2022-03-06")),
    ("Early on March 6 — a Sunday — they struck.", "struck", (), Period("2022-03-06")),
]


def span(text, words):
    start = text.index(words)
    return Span.of(text, start, start + len(words))


@pytest.mark.parametrize(("text", "trigger", "apart", "period"), GOVERNED)
def test_governing(text, trigger, apart, period):
    """A time dates what stands nearest in its clause; content, quotations and nouns keep their own times."""
    assert date_of(timed(text, MONDAY), span(text, trigger), [span(text, words) for words in apart]) == period


def statement(text, cue, content, source="a1"):
    return Statement("s1", source, (), None, span(text, cue), (span(text, content),), "indirect", "assert")


def dated(text, statements, title=None):
    article = Article("x", title, MONDAY, None, None, "en", "", text)
    return [one.date for one in date_statements(timed(text, MONDAY), article, statements)]


def test_own_words_are_of_the_day():
    """A readout or a first-person document is of its publication date; a report of the press is not."""
    text = "The President emphasized his support."
    told = [statement(text, "emphasized", "his support")]
    assert dated(text, told, "Readout of the President’s Call with Kyiv") == [MONDAY]
    assert dated(text, told, "President backs Kyiv") == [None]
    text = "We call on all parties to talk. I have urged this before."
    told = [statement(text, "call on", "all parties to talk"), statement(text, "urged", "this before")]
    assert dated(text, told) == [MONDAY, None]


def test_the_day_carries_over_to_what_the_same_source_also_said():
    """The next words of the same source are of the same day; those of another, or told in the present, are not."""
    text = "A said on Friday it failed. A also said it hurt. B said it worked. A insists it ended."
    first, also = statement(text, "said", "it failed"), statement(text, "said it hurt", "it hurt")
    other, present = statement(text, "said it worked", "it worked", "a2"), statement(text, "insists", "it ended")
    assert dated(text, [first, also, other, present]) == ["2022-03-04", "2022-03-04", None, None]


def test_a_verbal_act_is_of_the_day_of_its_telling():
    """An event without a time of its own takes the day of the statement whose cue it is."""
    text = "We condemn the attack."
    told = Statement("s1", "a1", (), None, span(text, "condemn"), (span(text, "the attack"),), "indirect", "condemn", date=MONDAY)
    event = Event("e1", "ACCUSE", None, (), None, span(text, "condemn"), ("a1",), ())
    assert [one.date for one in date_events(timed(text, None), [event], [told])] == [MONDAY]


def test_a_speech_counts_from_its_own_day():
    """A history takes the year that it told last; who speaks of 1994 and goes on to 11 September means that of the speech."""
    told = "In 1994 it had no weapons. It left the talks in 2005, tested in 2006 and tested again in 2009. {} the vote on 11 September."
    dates = [find(told.format(who), "2017-09")[-1].date for who in ("The republic recalls", "We all welcome, and I thank you for,")]
    assert dates == ["2009-09-11", "2017-09-11"]


def gum(text, *dates):
    return {"text": text, "dates": [{"start": text.index(words), "end": text.index(words) + len(words), **value} for words, value in dates]}


@pytest.mark.parametrize(
    ("document", "days"),
    [
        (gum("in 1981", ("1981", {"when": "1981"})), [("1981-01-01", "1981-12-31")]),
        (gum("in the 1980s", ("1980s", {"from": "1980", "to": "1989"})), [("1980-01-01", "1989-12-31")]),
        (gum("1990 – 94", ("1990", {"when": "1990"}), ("94", {"when": "1994"})), [("1990-01-01", "1994-12-31")]),  # one stretch
        (gum("1990 and 1994", ("1990", {"when": "1990"}), ("1994", {"when": "1994"})),
         [("1990-01-01", "1990-12-31"), ("1994-01-01", "1994-12-31")]),
        (gum("at 10:45", ("10:45", {"when": "10:45:00"})), [None]),
        (gum("in July", ("July", {"when": "--07"})), [None]),
        (gum("since 2005", ("2005", {"notBefore": "2005"})), [None]),  # one end alone
        (gum("in 400 BCE", ("400 BCE", {"when": "-400"})), [None]),
    ],
)  # fmt: skip
def test_gold_values(document, days):
    """A gold value is its first and last day; bound expressions are one; what is no stretch of the calendar has none."""
    from evaluation.tasks.times import gold_expressions

    assert [one.days for one in gold_expressions(document)] == days


def test_hits_are_one_to_one():
    """One read expression hits one gold expression, where they overlap and name the same days."""
    from evaluation.tasks.times import Expression, count

    year, other = ("2014-01-01", "2014-12-31"), ("2015-01-01", "2015-12-31")
    gold = [Expression(0, 4, year), Expression(2, 6, year), Expression(10, 14, other), Expression(20, 22, None)]
    read = [Expression(1, 5, year), Expression(10, 14, year), Expression(30, 34, other), Expression(20, 22, None)]
    assert count(gold, read) == {"hit": 1, "read": 3, "gold": 3, "annotated": 4, "span": 4}
