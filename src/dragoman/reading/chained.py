"""Statements told inside another's: “Qureshi said *Lavrov had let him know that* …”.

A closed pattern: the content of an indirect statement opens with someone and a verb of telling, in the past perfect as reported speech
has it, or with "told him". It adds to what the model reads as inner cues, which it has seldom seen.
"""

from __future__ import annotations

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Draft, Range, touch
from dragoman.reading.uncued import SURE

_LONGEST_SUBJECT = 7
_SAYING = frozenset(
    """said told noted stressed added promised pledged assured informed warned insisted claimed argued explained admitted acknowledged
    confirmed denied reported announced stated suggested mentioned expressed agreed indicated emphasized emphasised replied responded
    asserted complained conceded declared hinted reiterated underlined underscored vowed""".split()
)
_PERFECT = frozenset(("had", "has", "have"))
_OBJECTS = frozenset("him her them us me".split())
_MARKS = frozenset("“”\"'‘’")


def complete(words: Words, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts with those told inside them added, by the place of their trigger."""
    added = [inner for draft in drafts if draft.cue and (inner := _inner(words, draft, drafts))]
    return tuple(sorted((*drafts, *added), key=lambda draft: draft.trigger))


def _inner(words: Words, draft: Draft, drafts: tuple[Draft, ...]) -> Draft | None:
    first, last = draft.content[0]
    if words.word(first).lower() == "that":
        first += 1
    for place in range(first + 1, min(first + _LONGEST_SUBJECT, last) + 1):
        cue = _cue(words, place, last)
        if cue and _someone(words, (first, place - 1)) and not any(touch(cue, other.trigger) for other in drafts):
            start = cue[1] + 1
            while start < last and words.word(start).lower() in {"that"} | _MARKS:
                start += 1
            return Draft(cue, True, cue, ((first, place - 1),), ((start, last),), (), (), "assert", SURE) if last - start >= 2 else None
    return None


def _cue(words: Words, place: int, last: int) -> Range | None:
    """The words of the cue that begins at `place`: "had noted", "had let him know", "told him"; None where none does."""
    perfect = words.word(place).lower() in _PERFECT
    verb = place + 1 if perfect else place
    while verb < last and words.word(verb) in _MARKS:
        verb += 1
    text = [words.word(index).lower() for index in range(verb, min(verb + 3, last + 1))]
    if perfect and text[:1] == ["let"] and text[1:2] and text[1] in _OBJECTS and text[2:] == ["know"]:
        return place, verb + 2
    if text[:1] == ["told"] and text[1:2] and text[1] in _OBJECTS:
        return place, verb + 1
    if perfect and text and text[0] in _SAYING:
        return place, verb
    return None


def _someone(words: Words, subject: Range) -> bool:
    """Do the words name or describe one who speaks, without a verb or a clause between?"""
    text = [words.word(place) for place in range(subject[0], subject[1] + 1)]
    if not all(word[0].isalpha() or word in "-.’'" for word in text):
        return False
    last = text[-1]
    return (
        last[0].isupper()
        or last.lower() in nouns.PEOPLE | nouns.BODIES | nouns.SINGULAR | nouns.PLURAL
        or nouns.singular(last.lower()) in nouns.PEOPLE
    )
