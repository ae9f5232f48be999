"""Who was spoken to, and what it came through: told to a medium, given in an interview, said at a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.words import Words
from dragoman.reading import cast, nouns
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.outlets import medium
from dragoman.reading.stage import Stage, Voices

_TOLD = frozenset("tell tells told telling".split())
_REPORTERS = frozenset("reporter journalist correspondent newsman interviewer".split())
_INTERVIEWED = frozenset(["interview", "interviews", "interviewed"])
_HIM = frozenset(["him", "her", "them"])
_OFTEN = 2  # statements to one medium after which "told him" is told to its reporter
_READOUT = re.compile(
    r"readout (?:of|from) (?P<one>.+?)\b(?:calls?|meetings?|conversations?|discussions?|talks|visit|dinner|lunch|breakfast)\b"
    r".*?\bwith (?P<others>.+)",
    re.IGNORECASE,
)


def heard(words: Words, draft: Draft) -> Draft:
    """The draft with those it was told to and what it came through as the words around its cue have them.

    Reporters are spoken to and are no medium; what is told a medium came through it, and who gives it an interview speaks to it.
    """
    reporters = tuple(role for role in draft.via if _reporters(words, role))
    via = tuple(role for role in draft.via if role not in reporters)
    told = tuple(role for role in draft.addressees if draft.cue and _says(words, draft.cue, _TOLD) and medium(words, role))
    asked = via if any(_interviewed(words, role) for role in via) else ()
    return replace(draft, addressees=_once(*draft.addressees, *reporters, *asked), via=_once(*via, *told))


def _once(*roles: Range) -> tuple[Range, ...]:
    return tuple(dict.fromkeys(roles))


def _says(words: Words, part: Range, some: frozenset[str]) -> bool:
    """Is one of the words of a part among `some`?"""
    return any(words.word(place).lower() in some for place in range(part[0], part[1] + 1))


def _reporters(words: Words, role: Range) -> bool:
    """Are the words of a role "reporters" or the like, whatever stands before and behind: "a group of journalists", "reporters in Oslo"?"""
    text = [words.word(place) for place in range(role[0], role[1] + 1)]
    head = next((place for place, word in enumerate(text) if nouns.singular(word.lower()) in _REPORTERS), None)
    return head is not None and not any(word[0].isupper() for word in text[1 : head + 1])


def _interviewed(words: Words, role: Range) -> bool:
    """Does an interview stand in the words of the medium, right behind them or in the few before them: "in an interview given to VOA"?"""
    around = range(max(role[0] - 5, 0), min(role[1] + 2, len(words)))
    here = words.sentences[role[0]]
    return any(words.word(place).lower() in _INTERVIEWED for place in around if words.sentences[place] == here)


def hearers(stage: Stage, drafts: Sequence[Draft], voices: Sequence[Voices], title: str | None) -> tuple[Voices, ...]:
    """The voices, one a draft, with those as spoken to who met the speaker, by the `title` of a readout, or whose reporter he told it."""
    met = _met(stage, title)
    found: list[Voices] = []
    for draft, one in zip(drafts, voices, strict=True):
        if draft.cue and not draft.inner and len(one.sources) == 1 and not one.addressees:
            reporter = _reporter(stage.words, draft, one.sources[0], found)
            others = tuple(index for index in met if index not in one.sources) if one.sources[0] in met else ()
            one = Voices(one.sources, reporter or others, reporter or one.via)
        found.append(one)
    return tuple(found)


def _met(stage: Stage, title: str | None) -> tuple[int, ...]:
    """The persons whom the title of a readout names on both sides of its "with", none where one side has none."""
    match = _READOUT.match(title.strip()) if title else None
    sides = [_named(stage, match[side]) for side in ("one", "others")] if match else []
    return tuple(dict.fromkeys(index for side in sides for index in side)) if sides and all(sides) else ()


def _named(stage: Stage, text: str) -> list[int]:
    """The persons of the article whose last name stands in a text, else those whose first one does: "President Yoon", of Yoon Suk Yeol."""
    said = set(re.findall(r"\w+", text.lower()))
    people = [(index, entity) for index, entity in enumerate(stage.entities) if entity.kind == "person" and entity.mentions]
    names = {index: cast.parts(entity.name(stage.words)) for index, entity in people}
    last = [index for index, name in names.items() if name[-1] in said]
    return last or [index for index, name in names.items() if name[0] in said]


def _reporter(words: Words, draft: Draft, source: int, before: Sequence[Voices]) -> tuple[int, ...]:
    """The medium whose reporter a "told him" means, the only one that the speaker has told anything, and more than once."""
    if draft.cue is None or draft.cue[1] + 1 >= len(words):
        return ()
    cue = (draft.cue[0], draft.cue[1] + 1)
    told = [one for one in before if one.sources == (source,) and one.addressees]
    media = {index for one in told for index in one.via if one.addressees == (index,)}
    interviewed = len(told) >= _OFTEN and len(media) == 1 and all(one.via == one.addressees for one in told)
    return tuple(media) if interviewed and _says(words, cue, _TOLD) and _says(words, cue, _HIM) else ()
