"""Who speaks to whom in the turns of a transcript or an interview.

A question without a name is put by the medium that prints it, at a briefing by nobody known; an answer without a name is given by the one
person whom the title names or the introduction says was spoken with. Where several could be meant the turn has no source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading import cast, nouns, outlets
from dragoman.reading.authors import bare
from dragoman.reading.cast import Entity
from dragoman.reading.mentions import Mention
from dragoman.reading.roles import inside
from dragoman.reading.stage import Stage, Voices
from dragoman.reading.turns import ASKING, Turn

_BRIEFING = re.compile(r"\b(?:briefing|gaggle|press (?:call|conference)|news conference|remarks|availability)\b", re.IGNORECASE)
_NAME = r"(?P<name>(?:[A-Z][\w.’'\-]* ?){1,7})"
_ASKED = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?(?: with| of)?:?|Q ?& ?A(?: with|:)?|[Qq]uestions (?:for|to)|[Cc]onversation with"
    rf"|(?:[Tt]alk(?:s|ed)?|[Ss]peaks?|[Ss]poke|[Ss]its? down|[Ss]at down|[Dd]iscuss(?:es|ed)?|[Cc]aught up) (?:to|with)) (?:the )?{_NAME}"
)
_LETTERS = 4  # of initials, at most


def dialogue(stage: Stage, said: Sequence[Turn], title: str | None, outlet: str | None) -> dict[int, Voices]:
    """The voices of each turn by the place of its trigger, in an article of this `title` and `outlet`, who may become entities by it."""
    if not said:
        return {}
    medium = _outlet(stage, outlet)
    asker = None if title and _BRIEFING.search(title) else medium
    named = [_named(stage, turn, medium, outlet) if turn.part == "name" else () for turn in said]
    answers = () if all(turn.part == "name" for turn in said) else _answering(stage, said, title or "")
    heard = {"question": () if asker is None else (asker,), "answer": answers}
    sources = [who if turn.part == "name" else heard[turn.part] for turn, who in zip(said, named, strict=True)]
    spoken = _spoken_to(said, sources)
    return {
        turn.trigger[0]: Voices(who, to, tuple(one for one in to if one == medium))
        for turn, who, to in zip(said, sources, spoken, strict=True)
    }


def _spoken_to(said: Sequence[Turn], sources: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Those spoken to: of a question who speaks next, of an answer who asked; several answer one whose part it is to ask."""
    found: list[tuple[int, ...]] = []
    asked: tuple[int, ...] = ()
    asking = {who for turn, one in zip(said, sources, strict=True) if turn.asks for who in one}
    asking -= {who for turn, one in zip(said, sources, strict=True) if not turn.asks for who in one}
    for number, turn in enumerate(said):
        after = sources[number + 1] if number + 1 < len(said) else ()
        to = after if turn.asks else asked
        asked = sources[number] if turn.asks else asked if set(asked) & asking else ()
        found.append(() if set(to) & set(sources[number]) else to)
    return found


def _outlet(stage: Stage, outlet: str | None) -> int | None:
    """The medium that prints the article, None where it is a body with words of its own: "The White House"."""
    name = (outlet or "").strip()
    last = nouns.singular(name.split()[-1].lower()) if name else ""
    if not name or (last in nouns.BODIES - nouns.MEDIA and last not in ("press", "tribune")):
        return None
    known = (index for index, one in enumerate(stage.entities) if one.kind != "person" and one.name(stage.words).lower() == name.lower())
    return _added(stage, Entity("media", (), label=name), next(known, None))


def _added(stage: Stage, entity: Entity, known: int | None) -> int:
    if known is not None:
        return known
    stage.entities.append(entity)
    return len(stage.entities) - 1


def _named(stage: Stage, turn: Turn, outlet: int | None, name: str | None) -> tuple[int, ...]:
    """Who is behind a label: the medium or its letters, a person or a person's letters, one by the office."""
    if turn.label is None:
        return ()
    text = stage.words.text[slice(*stage.words.extent(*turn.label))]
    if outlet is not None and name and (text.lower() == name.lower() or _stands_for(text, name)):
        return (outlet,)
    if (person := _initials(stage, text)) is not None:
        return (person,)
    if text.lower() == "the president" and stage.author is not None:
        return (stage.author,)
    found = [mention for mention in stage.names if turn.label[0] <= mention.words[0] and mention.words[1] <= turn.label[1]]
    someone = [mention for mention in found if mention.kind == "person"] or list(inside(turn.label, stage.words, stage.names))
    if not someone or (someone[0].form == "name" and someone[0].kind != "person" and not outlets.medium(stage.words, turn.label)):
        someone = [Mention(turn.label, turn.label[1], "name", "person")]
    return tuple(index for mention in someone[:1] for index in stage.all(mention) if index is not None)


def _stands_for(text: str, name: str) -> bool:
    """Are capitals letters of the name in their order, the first of them its first: "WN" of Wikinews?"""
    if not (text.isupper() and 2 <= len(text) <= _LETTERS and text[0] == name[0].upper()):
        return False
    letters = iter(name.lower())
    return all(letter in letters for letter in text.lower())


def _initials(stage: Stage, text: str) -> int | None:
    """The only person of these initials."""
    if not (text.isupper() and 2 <= len(text) <= _LETTERS):
        return None
    people = ((index, one) for index, one in enumerate(stage.entities) if one.kind == "person" and one.mentions)
    found = [index for index, one in people if "".join(part[0] for part in cast.parts(one.name(stage.words))).upper() == text]
    return found[0] if len(found) == 1 else None


def _answering(stage: Stage, said: Sequence[Turn], title: str) -> tuple[int, ...]:
    """The person interviewed: whom the title or the introduction says was spoken with, else the only one whom one of them names."""
    opening = said[0].words[0]
    intro = stage.words.text[: int(stage.words.spans[opening, 0])]
    asked = [match["name"] for text in (title, intro) for match in _ASKED.finditer(text)]
    for texts in (asked, [title], [intro]):
        people = _people(stage, " ".join(texts))
        if len(people) == 1:
            return (people[0],)
    names = [name for match in _ASKED.finditer(title) if len((name := bare(match["name"].strip())).split()) > 1]
    return (_added(stage, Entity("person", (), label=names[0]), None),) if len(names) == 1 else ()


def _people(stage: Stage, text: str) -> list[int]:
    """The persons of the article whose last name a text has."""
    said = {word.strip("’'").lower() for word in re.findall(r"[\w’'\-]+", text)}
    words = {part for word in said for part in re.split(r"[’'\-]", word)} - ASKING
    people = ((index, one) for index, one in enumerate(stage.entities) if one.kind == "person" and one.mentions)
    return [index for index, one in people if cast.parts(one.name(stage.words))[-1] in words]
