"""What one passes on from another: “…,” Qureshi said, *quoting Lavrov*; Reuters, *citing officials*, reported.

A closed pattern: beside the source and the cue of a statement stand "quoting" or "citing" and somebody. Where the one who passes on is a
medium, the words came through it; of anybody else the statement stays, and the other's lies within it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Draft, Range, touch
from dragoman.reading.mentions import Mention
from dragoman.reading.outlets import medium
from dragoman.reading.roles import inside
from dragoman.reading.uncued import SURE

_QUOTING = frozenset(["quoting", "citing"])
_FINITE = frozenset(["quoted", "cited", "quotes", "cites"])  # behind "which" and "who"
_SAYING = frozenset(["saying", "telling", "claiming", "warning", "stating"])
_CLAUSES = frozenset("that who which whose when while where after before because but if".split())
_INNER = frozenset(".-’'&")  # marks that a name may hold
_LONGEST = 20  # words of whom one quotes
_GAP = 6  # words between what attributes and the "quoting" that goes with it
_SPEAKERS = (
    nouns.PEOPLE
    | nouns.COUNTED
    | nouns.QUANTITIES
    | (nouns.BODIES - nouns.DOCUMENTS - nouns.ISSUED)
    | frozenset(["people", "participant", "attendee", "relative"])
)
_PLAIN = frozenset(
    "say says said saying tell tells told add adds added note notes noted report reports reported write writes wrote".split()
)


def complete(words: Words, drafts: tuple[Draft, ...], names: Sequence[Mention]) -> tuple[Draft, ...]:
    """The drafts, those of words passed on with their own source; `names` are those of the article."""
    for place in range(1, len(words)):
        if _passes_on(words, place) and (told := _whom(words, place, drafts)):
            drafts = _passed(words, drafts, (place, told), tuple(names))
    return tuple(sorted(_through(words, drafts, names), key=lambda draft: draft.trigger))


def _through(words: Words, drafts: tuple[Draft, ...], names: Sequence[Mention]) -> tuple[Draft, ...]:
    """The drafts, of “…” said X per ABC News one that came through ABC News instead of two of X."""
    for twin in drafts:
        if twin.cue is None or twin.cue[0] != twin.cue[1] or words.word(twin.cue[0]).lower() != "per":
            continue
        host = next((one for one in drafts if one is not twin and one.sources == twin.sources and one.content == twin.content), None)
        name = next((name.words for name in names if twin.cue[1] < name.words[0] <= twin.cue[1] + 2), None)
        if host and name:
            whole = replace(host, via=tuple(dict.fromkeys((*host.via, name))))
            drafts = tuple(whole if one is host else one for one in drafts if one is not twin)
    return drafts


def _passes_on(words: Words, place: int) -> bool:
    """Does a "quoting" that is no part of a quotation stand here, or "who quoted"?"""
    word, before = words.word(place).lower(), words.word(place - 1).lower()
    outside = words.features[place, 1] == 0
    return outside and (word in _QUOTING or (word in _FINITE and before in ("which", "who")))


def _whom(words: Words, place: int, drafts: Sequence[Draft]) -> Range | None:
    """The words from behind "quoting" to a mark, a clause, a cue or "as saying"; None where something else follows, as "as an example"."""
    cues = {draft.cue[0] for draft in drafts if draft.cue and draft.cue[0] > place}
    stop = place + 1
    while stop < len(words) and words.sentences[stop] == words.sentences[place] and not (stop in cues or _closes(words, stop)):
        stop += 1
    as_saying = stop + 1 < len(words) and words.word(stop) == "as" and words.word(stop + 1) in _SAYING
    example = stop < len(words) and words.word(stop) in ("as", "in", "to") and not as_saying
    last = stop - 1
    while last > place and not words.word(last)[0].isalnum():
        last -= 1
    return (place + 1, last) if place < last <= place + _LONGEST and not example else None


def _closes(words: Words, place: int) -> bool:
    word = words.word(place)
    if word[0].isalnum():
        return word in _CLAUSES or word == "as"
    glued = words.spans[place, 0] == words.spans[place - 1, 1]
    initial = word == "." and len(words.word(place - 1)) == 1
    return not (word in _INNER and glued and (word != "." or initial))


def _passed(words: Words, drafts: tuple[Draft, ...], quoting: tuple[int, Range], names: tuple[Mention, ...]) -> tuple[Draft, ...]:
    """The drafts where one of them passes on the words of those in `quoting`, its place and whom it quotes."""
    place, told = quoting
    span = (place, told[1])
    others = tuple(_clipped(words, draft, place) for draft in drafts if not touch(draft.trigger, span))
    host = max((draft for draft in others if _attributes(words, draft, span, others)), key=lambda one: _nearness(one, place), default=None)
    if host is None or not _speak(words, host, quoting, names):
        return drafts
    kept = tuple(draft for draft in others if draft is not host)
    teller = replace(host, content=_without(words, host.content, span))
    if medium(words, host.sources[0]):
        return (*kept, replace(teller, sources=(told,), via=tuple(dict.fromkeys((*host.via, host.sources[0])))))
    inner = replace(
        teller,
        trigger=(place, place),
        inner=True,
        cue=(place, place),
        sources=(told,),
        addressees=(),
        via=(),
        confidence=min(SURE, host.confidence),
        teller=host.trigger,
    )
    return (*kept, teller, inner)


def _clipped(words: Words, draft: Draft, place: int) -> Draft:
    """The draft with a source that was read on into the "quoting" at `place` ending before it: "Reuters, citing officials"."""
    stop = place - 2 if words.word(place - 1) in (",", "which", "who") else place - 1
    return replace(draft, sources=tuple((first, stop) if first <= stop < place <= last else (first, last) for first, last in draft.sources))


def _attributes(words: Words, draft: Draft, span: Range, drafts: Sequence[Draft]) -> bool:
    """Does the "quoting" of `span` go with the draft: its source before, and nothing but a few words and a comma between them?"""
    if draft.cue is None or not draft.sources or draft.sources[0][1] >= span[0] or not _without(words, draft.content, span):
        return False
    end = _nearness(draft, span[0])[0]
    between = [words.word(place).lower() for place in range(end + 1, span[0])]
    whole = between[:-1] if between[-1:] in (["which"], ["who"]) else between
    plain = whole[:-1] if whole[-1:] == [","] else whole
    cued = any(other.cue and end < other.cue[0] < span[0] for other in drafts if other is not draft)
    near = words.sentences[end] == words.sentences[span[0]] and len(plain) <= _GAP
    return near and not cued and all(word[0].isalnum() and word not in _CLAUSES | {"and", "or"} for word in plain)


def _nearness(draft: Draft, place: int) -> tuple[int, int]:
    """The last word of the draft before `place`, and how far before it the trigger stands: of two that end alike the outer one is meant."""
    parts = [draft.trigger, *(part for part in (draft.cue,) if part), *draft.sources, *draft.addressees, *draft.via, *draft.content]
    return max((min(last, place - 1) for first, last in parts if first < place), default=-1), -draft.trigger[0]


def _without(words: Words, content: tuple[Range, ...], span: Range) -> tuple[Range, ...]:
    """The content that ends before `span`; none where the span stands in the midst of it."""
    kept = []
    for first, last in content:
        if not first <= span[0] <= last:
            kept.append((first, last))
        elif last > span[1] + 1:
            return ()
        else:
            stop = span[0] - 1
            while stop > first and not words.word(stop)[0].isalnum():
                stop -= 1
            kept += [(first, stop)] if stop > first else []
    return tuple(kept)


def _speak(words: Words, host: Draft, quoting: tuple[int, Range], names: tuple[Mention, ...]) -> bool:
    """Can those whom one quotes have said it, persons or bodies, and do they not stand for an example: "citing Lincoln"?"""
    place, told = quoting
    found = inside(told, words, names)
    if not found or not all(_speaks(words, mention) for mention in found):
        return False
    sure = words.word(place).lower().startswith("quot") or medium(words, host.sources[0])
    named = any(mention.form == "name" and mention.kind in ("person", "place") for mention in found)
    plain = host.cue is not None and any(words.word(word).lower() in _PLAIN for word in range(host.cue[0], host.cue[1] + 1))
    return sure or not named or (plain and len(found) == 1 and found[0].kind == "person")


def _speaks(words: Words, mention: Mention) -> bool:
    if mention.form == "name":
        return mention.kind in ("person", "organisation", "place")
    noun = words.word(mention.head).lower()
    return noun in nouns.SINGULAR | nouns.PLURAL if mention.form == "pronoun" else noun in _SPEAKERS or nouns.singular(noun) in _SPEAKERS
