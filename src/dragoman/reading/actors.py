"""From roles to actors: every source, addressee and medium is given the entity that it stands for."""

from __future__ import annotations

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.roles import inside
from dragoman.reading.stage import Speech, Stage, Voices

_US = (
    ["all", "of", "us"],
    ["both", "of", "us"],
    ["our", "countries"],
    ["our", "two", "countries"],
    ["our", "nations"],
    ["our", "governments"],
)
_OURS = frozenset("country nation government delegation republic state people".split())
_HEARSAY = (["reportedly"], ["allegedly"], ["supposedly"], ["purportedly"])
_TOLD = frozenset(
    """reported said believed thought alleged rumored rumoured considered understood feared known estimated claimed assumed presumed
    suspected""".split()
)
_PUT = frozenset("asked pressed questioned told informed warned quizzed".split())
_TELLING = frozenset(["told", "tell", "tells", "telling", "informed", "assured", "briefed"])


def cast_roles(stage: Stage, drafts: tuple[Draft, ...], outer: tuple[int | None, ...]) -> tuple[Voices, ...]:
    """The voices of each draft, in order; `outer` gives the enclosing draft of each. The stage's entities grow on the way."""
    found: dict[int, Voices] = {}
    for number in sorted(range(len(drafts)), key=lambda number: (_depth(number, outer), drafts[number].trigger)):
        above = outer[number]
        found[number] = _voices(stage, drafts[number], found[above] if above is not None else None)
        if above is None:
            stage.speeches += [Speech(index, drafts[number].trigger[0]) for index in found[number].sources]
    return tuple(found[number] for number in range(len(drafts)))


def _depth(number: int, outer: tuple[int | None, ...]) -> int:
    depth, seen = 0, {number}
    while (above := outer[number]) is not None and above not in seen:
        seen.add(above)
        number, depth = above, depth + 1
    return depth


def _voices(stage: Stage, draft: Draft, enclosing: Voices | None) -> Voices:
    if draft.trigger[0] in stage.turns and (draft.cue is None or draft.cue[0] > draft.trigger[0]):
        return stage.turns[draft.trigger[0]]
    agent, asked = told_by(stage, draft) or quoted(stage.words, draft), _asked(stage.words, draft)
    sources = () if asked or impersonal(stage.words, draft) else entities(stage, (agent,) if agent else draft.sources, enclosing)
    if not draft.sources and draft.cue is None:
        sources = _last_speaker(stage, draft)
    told = draft.sources if asked or (agent and told_by(stage, draft)) else ()
    via = entities(stage, draft.sources if agent and not told else draft.via, enclosing)
    addressees = entities(stage, told or draft.addressees, enclosing)
    if draft.cue and any(stage.words.word(place).lower() in _TELLING for place in range(draft.cue[0], draft.cue[1] + 1)):
        addressees = tuple(dict.fromkeys((*addressees, *via)))
    return Voices(sources, tuple(index for index in addressees if index not in sources), via)


def told_by(stage: Stage, draft: Draft) -> Range | None:
    """Who tells where the cue is passive and was read with the one who is told: "he was told by Emergencies Minister Yevgeny Zinichev"."""
    words = stage.words
    if draft.cue is None or not draft.sources or draft.cue[1] + 2 >= len(words) or draft.sources[0][1] >= draft.cue[0]:
        return None
    before = {words.word(place).lower() for place in range(max(draft.cue[0] - 1, 0), draft.cue[1])}
    if not (
        before & nouns.BEING and words.word(draft.cue[1]).lower().endswith(("ed", "told")) and words.word(draft.cue[1] + 1).lower() == "by"
    ):
        return None
    first = last = draft.cue[1] + 2
    name = next((one for one in stage.names if first <= one.words[0] <= first + 5), None)
    while (
        last + 1 < len(words)
        and words.word(last + 1)[0].isalpha()
        and words.word(last + 1).lower() not in nouns.PREPOSITIONS | {"that", "to"}
    ):
        last += 1
    return (first, name.words[1]) if name and name.words[0] <= last + 1 else (first, last)


def quoted(words: Words, draft: Draft) -> Range | None:
    """Who is quoted within the cue: "him" in "AP quoted him as saying"; the source that was read is then what it came through."""
    if draft.cue is None or not draft.sources:
        return None
    text = [words.word(place).lower() for place in range(draft.cue[0], draft.cue[1] + 1)]
    if text[-2:] != ["as", "saying"] or not text[0].startswith("quot") or len(text) < 4:
        return None
    return draft.cue[0] + 1, draft.cue[1] - 2


def _asked(words: Words, draft: Draft) -> bool:
    """Is the source that was read the one who is asked or told, by nobody named: "Mr. Trump was pressed on why …"?"""
    if draft.cue is None or not draft.sources or draft.sources[0][1] >= draft.cue[0]:
        return False
    text = [words.word(place).lower() for place in range(draft.cue[0], draft.cue[1] + 1)]
    passive = [word for word, after in zip(text, [*text[1:], ""], strict=True) if word in nouns.BEING and after in _PUT]
    by = words.word(draft.cue[1] + 1).lower() == "by" if draft.cue[1] + 1 < len(words) else False
    return bool(passive) and not by


def impersonal(words: Words, draft: Draft) -> bool:
    """Does the cue say that something is told, and not by whom: "is believed", "was reported", "reportedly"?"""
    if draft.cue is None:
        return False
    text = [words.word(place).lower() for place in range(draft.cue[0], draft.cue[1] + 1)]
    if text in _HEARSAY:
        return True
    before = [words.word(place).lower() for place in range(max(draft.cue[0] - 2, 0), draft.cue[0])] if len(text) == 1 else text[:-1]
    passive = text[-1] in _TOLD and any(word in nouns.BEING for word in before)
    return passive and not any(first and words.word(first - 1).lower() == "by" for first, _ in draft.sources)


def entities(stage: Stage, roles: tuple[Range, ...], enclosing: Voices | None) -> tuple[int, ...]:
    """Who the words of a role stand for, by index. "We" is the source of the `enclosing` statement, outside any the article's author."""
    found: list[int | None] = []
    for role in roles:
        if _first_person(stage, role):
            found += [enclosing.sources[0] if enclosing and enclosing.sources else None if enclosing else stage.voice(role[0])]
        elif enclosing and role[0] == role[1] and stage.words.word(role[0]).lower() == "you":
            found += enclosing.addressees
        else:
            found += [index for mention in inside(role, stage.words, stage.names) for index in stage.all(mention)]
    return tuple(dict.fromkeys(index for index in found if index is not None))


def _first_person(stage: Stage, role: Range) -> bool:
    """Do the words stand for who speaks: "we", "I, on behalf of …", "all of us", where a state speaks "my country", "the Government"?"""
    text = [stage.words.word(place).lower() for place in range(role[0], role[1] + 1)]
    if text[0] in ("i", "we") or (text[0] in nouns.FIRST and (len(text) == 1 or text[1] == ",")) or text in _US:
        return True  # what follows "we" is a clause that was read as part of its subject
    official = stage.author is not None and stage.entities[stage.author].kind == "state"
    ours = text[0] in ("my", "our") or stage.words.word(role[0] + 1)[0].isupper() if len(text) == 2 else False
    return official and ours and text[0] in ("my", "our", "the") and text[-1] in _OURS


def _last_speaker(stage: Stage, draft: Draft) -> tuple[int, ...]:
    """Who spoke last within the three paragraphs before a quotation that nobody is named for."""
    last = stage.spoke(draft.trigger[0])
    return (last,) if last is not None else ()
