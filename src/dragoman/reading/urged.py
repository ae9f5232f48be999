"""Whom a request asks: “urged *Pakistan* last week *to condemn the invasion*”.

A closed pattern: right behind a cue that asks somebody for something stand a name or a description and "to" with a verb, and between
them at most a time. Who is asked is spoken to, and the time is that of the asking: it is no part of what is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Draft, Range

ASKS = re.compile(
    r"(?:urg|call|ask|press|pressur|implor|beg|begg|exhort|advis|warn|encourag|invit|request|order|instruct|told|tell)(?:e?s|ed|ing|e)?"
)
"""Verbs that take the one who is asked before what is asked of him."""
_ON = frozenset(["on", "upon"])
_LONGEST = 8  # words from the cue to the "to"
_TIME = re.compile(
    r"(?:(?:on |last |this |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|again|earlier"
    r"|(?:last|this|earlier this|late last|earlier that) (?:week|month|year|night)|on (?:the )?\d.*|(?:a|two|three) (?:days?|weeks?) ago)",
    re.IGNORECASE,
)
_STOPS = frozenset("that who which not and".split()) | nouns.BEING


def addressed(words: Words, draft: Draft) -> Draft:
    """The draft with whom it asks as the one spoken to, and without the time that stands between him and what is asked."""
    first, last = draft.content[0]
    if draft.cue is None or first != draft.cue[1] + 1 or not _asks(words, draft.cue):
        return draft
    to = next((place for place in range(first + 1, min(first + _LONGEST, last)) if words.word(place).lower() == "to"), None)
    if to is None or not words.word(to + 1).islower():
        return draft
    text = [words.word(place) for place in range(first, to)]
    asked = next((end for end in range(1, len(text)) if _TIME.fullmatch(" ".join(text[end:]))), len(text))
    if not _someone(text[:asked]):
        return draft
    told = tuple(role for role in draft.addressees if first <= role[0] < to) or ((first, first + asked - 1),)
    content = ((to, last), *draft.content[1:]) if asked < len(text) else draft.content
    return replace(draft, addressees=told, content=content)


def _asks(words: Words, cue: Range) -> bool:
    """Is the last word of a cue, a preposition apart, a verb of asking?"""
    last = cue[1] - 1 if cue[0] < cue[1] and words.word(cue[1]).lower() in _ON else cue[1]
    return bool(ASKS.fullmatch(words.word(last).lower()))


def _someone(text: list[str]) -> bool:
    """Is a phrase a name or a description and nothing more?"""
    if any(not word[0].isalnum() or word.lower() in _STOPS for word in text):
        return False
    head = nouns.singular(text[-1].lower())
    return text[-1][0].isupper() or head in nouns.PEOPLE | nouns.BODIES | nouns.COUNTED or text[-1].lower() in nouns.PRONOUNS
