"""Sixty texts that report no political event: sport, science, weather, accidents, culture and markets in Wikinews.

A candidate is an article whose title a pattern of `TOPICS` finds, with at least 110 words, and with at most six words of politics among its
first 900, which are what is read (whole paragraphs). `ANNOTATED` leaves out what is annotated for training or development. Of the
others the first sentences and every sentence with a word of politics or of a deed were looked at, and `HOLD_EVENTS` leaves out, each with
its reason, those that hold an event that is coded or that may be one. Of the rest sixty are drawn by a fixed seed. An
article's id is its date and its line in the corpus.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Any

SIZE = 60
SEED = 20220307
LEAST_WORDS, MOST_WORDS, MOST_POLITICAL = 110, 900, 6

TOPICS = {
    "sport": "rugby|marathon|hurdles|basketball|tennis|wrestler|chess|championships?|gold",
    "science": (
        r"stud(?:y|ies)|scien\w+|research\w*|astronom\w+|planetary|exoplanet|biolog\w+|oceanograph\w+|mathematician|nobel|spacex|"
        r"cosmonaut|neuro\w+|e\. coli|ebola|survey|discover\w+|virus|coronavirus|covid-19|sars-cov-2|neanderthals"
    ),
    "weather": r"storm|hurricane|typhoon|tropical|earthquake|seismic|quake|flood\w*|aftershocks",
    "accident": r"crash\w*|fire|collapsed?|collapses|pileup|bus|plane|helicopter|bursts|accident|travelator|lions?|cargo ship",
    "culture": (
        r"fans?|comicon|faire|convention|premiere|actor|actress|singer\w*|drummer|guitarist|musician|person of the year|designer|"
        r"radio host|anime|cosplay|procession|women's day"
    ),
    "markets": "market|sells?|sale|supermarket|stores|acquires|shares|outages?|facebook records|open source|linux",
}
_TITLE = re.compile(rf"\b(?:{'|'.join(TOPICS.values())})\b", re.IGNORECASE)

_POLITICS = re.compile(
    r"\b(?:president|minister|government|parliament|congress|senat\w+|governor|protest\w*|police|arrest\w*|court|law\w*|election\w*|"
    r"sanction\w*|troops|military|army|ambassador|embassy|united nations|terror\w*|politic\w+|party|state of emergency|"
    r"national guard|charged|sentenced|investigat\w+|condolences|mayor|official\w*|authorit\w+|war|ban(?:ned|s)?|warn\w*)\b",
    re.IGNORECASE,
)

HOLD_EVENTS = {
    "wn-2019-01-05-3": "a homicide probe, and a shutdown over the budget",
    "wn-2019-01-10-8": "three states offered military help",
    "wn-2019-01-15-12": "sanctions on Iran",
    "wn-2019-02-05-24": "the bombing of Aleppo, and US conditions for help",
    "wn-2019-02-06-25": "the police detained the driver",
    "wn-2019-02-13-31": "an inquiry was ordered, the Prime Minister gave condolences",
    "wn-2019-06-01-61": "may be a protest",
    "wn-2019-09-22-111": "the air force warned, four were arrested",
    "wn-2020-01-17-166": "a state of emergency was declared",
    "wn-2020-01-20-168": "states screen passengers",
    "wn-2020-03-16-192": "a national emergency was declared",
    "wn-2020-04-05-196": "lockdowns, and a vote in a parliament",
    "wn-2020-04-08-198": "the government stopped public transport",
    "wn-2020-08-08-233": "the Prime Minister gave condolences",
    "wn-2020-10-18-248": "a lockdown",
    "wn-2020-11-07-259": "the government ended the search",
    "wn-2020-12-26-271": "the armed forces moved people",
}

ANNOTATED = frozenset(
    """
    wn-2019-01-07-5 wn-2019-01-12-9 wn-2019-01-27-18 wn-2019-02-16-32 wn-2019-02-23-36 wn-2019-04-11-46 wn-2019-05-05-52
    wn-2019-06-24-64 wn-2019-08-15-82 wn-2019-09-04-92 wn-2019-09-05-93 wn-2019-09-16-105 wn-2019-09-19-108 wn-2019-09-25-112
    wn-2019-10-01-118 wn-2019-10-03-121 wn-2019-10-05-124 wn-2019-10-12-133 wn-2019-10-13-134 wn-2019-10-14-135 wn-2019-10-25-142
    wn-2019-11-13-148 wn-2019-11-21-150 wn-2020-01-09-162 wn-2020-01-10-163 wn-2020-02-22-176 wn-2020-03-13-188 wn-2020-03-26-195
    wn-2020-04-29-204 wn-2020-09-01-239 wn-2020-09-10-242
    """.split()
)


def article_id(number: int, line: dict[str, Any]) -> str:
    """The id of the article on that line of the corpus, counted from 0."""
    return f"wn-{line['date']}-{number}"


def opening(text: str) -> str:
    """The first paragraphs of a text, as many as have `MOST_WORDS` words together, at least one."""
    kept: list[str] = []
    words = 0
    for paragraph in text.split("\n"):
        words += len(paragraph.split())
        if words > MOST_WORDS and any(kept):
            break
        kept.append(paragraph)
    return "\n".join(kept).strip()


def candidates(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the rule finds among the lines of the corpus, before anything is left out by hand: id, title, date and opening of each."""
    found = []
    for number, line in enumerate(lines):
        text = opening(line["text"])
        quiet = len(text.split()) >= LEAST_WORDS and len(_POLITICS.findall(text)) <= MOST_POLITICAL
        if quiet and _TITLE.search(line["title"]):
            found.append({"id": article_id(number, line), "title": line["title"], "date": line["date"], "text": text})
    return found


def drawn(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sixty, in order of the corpus; fewer where it has no more."""
    left = [one for one in candidates(lines) if one["id"] not in HOLD_EVENTS and one["id"] not in ANNOTATED]
    chosen = random.Random(SEED).sample(range(len(left)), min(SIZE, len(left)))
    return [left[index] for index in sorted(chosen)]
