"""Statements as drafts: cues, their frames, and which statement lies within which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dragoman.model import Bundle, Encoder, States
from dragoman.model.quotes import Quotation
from dragoman.model.words import Words
from dragoman.reading import cues, frames, nouns
from dragoman.reading.calibration import calibrated
from dragoman.reading.drafts import Draft, Range, touch
from dragoman.reading.edges import quoted_share

KIND = "statement"
LIKELY = 0.15  # in 60 articles of PolNeAR train 38 cues had no source and a word likelier than 0.1: 26 have one, 23 of them there
_SUBJECTS = frozenset("he she they it i we".split())
_FEW = 6  # words of a subject before the participle that was read for it
_UNCOUNTED = frozenset("numerous various countless frequent repeated".split())  # "numerous complaints" are nobody's
_TALK = frozenset(
    """accusation allegation appeal argument assertion call claim comment complaint concern condemnation criticism demand denial fear
    objection outcry praise protest question remark request speculation suggestion threat warning""".split()
)  # nouns that attribute
_SHARED = frozenset("and or , & ( both all two three".split())  # "he and his aides", "we all": more of the phrase follows


def read(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[Draft, ...]:
    """The statements that a cue attributes, in the order of the text.

    A cue for which the frame head finds no content is none, nor is one that is less sure than the bundle's setting `least`.
    """
    found = cues.find(states, bundle)
    if not found:
        return ()
    triggers = [cue.words for cue in found]
    emissions = encoder.frames(words, states, np.array(triggers, dtype=np.int64), KIND)
    decoded = frames.decode(emissions, triggers, len(words), bundle, KIND)
    drafts = [draft for cue, frame in zip(found, decoded, strict=True) if (draft := _draft(words, cue, frame))]
    calibrate, least = calibrated(bundle, "calibration"), bundle.settings.get("least", 0.0)
    drafts = [replace(draft, confidence=calibrate(draft.confidence)) for draft in _distinct(drafts) if draft.confidence >= least]
    drafts = [_inside(words, draft) for draft in drafts]
    return apart(words, tuple(_going_on(words, draft, drafts) for draft in drafts))


def _going_on(words: Words, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft with the sentence's subject where its cue is a participle and was read with an object: "It credited him, noting …"."""
    first = draft.trigger[0]
    if not draft.sources or not words.word(first).endswith("ing") or first == 0 or words.word(first - 1) != ",":
        return draft
    start, last = draft.sources[0]
    owner = words.word(last + 1) in "’'"
    hosts = [one for one in drafts if not owner and not one.inner and _governs(words, one, start) and start < first]
    return replace(draft, sources=hosts[-1].sources) if hosts else draft


def _governs(words: Words, host: Draft, place: int) -> bool:
    """Does the word at `place` stand behind the cue of a draft, in its sentence and before any mark, and its source before it?"""
    if host.cue is None or not host.sources or not host.sources[0][1] < host.cue[0] <= host.cue[1] < place:
        return False
    between = range(host.cue[1] + 1, place)
    return words.sentences[host.cue[0]] == words.sentences[place] and all(words.word(near)[0].isalnum() for near in between)


def _inside(words: Words, draft: Draft) -> Draft:
    """The draft without what other quotations say where its cue stands within one, as long as something is left.

    In “It was hard,” she said. “They told me, ‘Go’” what was hard is no part of what they told.
    """
    start = int(words.spans[draft.trigger[0], 0])
    around = next((one for one in words.quotations if one.double and one.closed and one.start <= start < one.end), None)
    if around is None:
        return draft
    first, stop = words.covering(around.start, around.end)
    other = [one for one in words.quotations if one.double and one is not around]
    kept = tuple(part for part in draft.content if touch(part, (first, stop - 1)) or not any(_holds(words, one, part) for one in other))
    return replace(draft, content=kept) if kept else draft


def _holds(words: Words, quotation: Quotation, part: Range) -> bool:
    """Does a part begin within a quotation?"""
    return quotation.start <= int(words.spans[part[0], 0]) < quotation.end


def apart(words: Words, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts, each piece of content that two of them claim left to the one from whose cue no full stop parts it.

    A piece in which the other's cue itself stands is told inside it and is left to both; no draft loses all of its content.
    """
    return tuple(replace(draft, content=kept) if (kept := _own(words, draft, drafts)) else draft for draft in drafts)


def _own(words: Words, draft: Draft, drafts: tuple[Draft, ...]) -> tuple[Range, ...]:
    def claimed(piece: Range) -> bool:
        return _stopped(words, piece, draft.trigger) and any(
            not piece[0] <= other.trigger[0] <= piece[1]
            and any(_overlap(piece, theirs) for theirs in other.content)
            and not _stopped(words, piece, other.trigger)
            for other in drafts
            if other is not draft
        )

    return tuple(piece for piece in draft.content if not claimed(piece))


def _stopped(words: Words, one: Range, other: Range) -> bool:
    """Does a full stop, no initial's, stand between two ranges?"""
    first, last = sorted((one, other))
    between = range(first[1] + 1, last[0])
    return any(words.word(place) in ".!?" and (len(words.word(place - 1)) > 1 or not words.word(place - 1).isalnum()) for place in between)


def _draft(words: Words, cue: cues.Cue, frame: frames.Frame) -> Draft | None:
    content = frame.roles.get("content", ())
    if not content:
        return None
    acts = frame.qualities["act"]
    sure = [frame.certainty[role] for role in ("content", "source") if role in frame.certainty]
    return Draft(
        trigger=cue.words,
        inner=cue.inner,
        cue=_cue_words(cue.words, frame.roles.get("cue", ())),
        sources=tuple(subject(words, role) for role in _nearest(cue.words, frame.roles.get("source", ()) or _kept(words, cue, frame))),
        content=content,
        addressees=frame.roles.get("addressee", ()),
        via=tuple(outlet for role in frame.roles.get("via", ()) if (outlet := _outlet(words, role))),
        act=max(acts, key=lambda act: acts[act]),
        confidence=cue.probability * float(np.mean(sure)),
    )


def likeliest(words: Words, frame: frames.Frame) -> tuple[Range, ...]:
    """The words about the likeliest word of a source, at least half as likely, where the best labelling has none; one range or none.

    What nobody is speaks for nobody. The best labelling of a whole frame leaves a source
    out where two are about as likely, or where one reaches further or less far.
    """
    taken = {
        place for name, ranges in frame.roles.items() if name != "source" for first, last in ranges for place in range(first, last + 1)
    }
    likely = [0.0 if frame.first + place in taken else value for place, value in enumerate(frame.likelihood.get("source", ()))]
    top = max(range(len(likely)), key=likely.__getitem__, default=0)
    if not likely or likely[top] < LIKELY:
        return ()
    first = last = top
    while first and likely[first - 1] * 2 >= likely[top]:
        first -= 1
    while last + 1 < len(likely) and likely[last + 1] * 2 >= likely[top]:
        last += 1
    role = (frame.first + first, frame.first + last)
    return (role,) if someone(words, role) else ()


def _kept(words: Words, cue: cues.Cue, frame: frames.Frame) -> tuple[Range, ...]:
    """The likeliest source, none where it is a "they" before a quotation or another phrase than the cue's: "experts and criticism"."""
    found = likeliest(words, frame)
    if not found:
        return ()
    first, last = found[0]
    pointing = first == last and words.word(first).lower() in nouns.PLURAL and quoted_share(words, frame.roles["content"]) == 1
    joined = last + 2 == cue.words[0] and words.word(last + 1).lower() in ("and", "or")
    noun = nouns.singular(words.word(cue.words[1]).lower()) in _TALK
    return () if pointing or (joined and noun) else found


def someone(words: Words, role: Range) -> bool:
    """Can the head of a phrase speak, a name, a person, a body or what one has put out? "Western pressure" and "numerous" cannot."""
    inside = range(role[0], role[1] + 1)
    end = next((place for place in inside[1:] if words.word(place).lower() in nouns.PREPOSITIONS | nouns.RELATIVE | {","}), role[1] + 1)
    head = max((place for place in range(role[0], end) if words.word(place)[0].isalpha()), default=role[0])
    return nouns.singular(words.word(head).lower()) not in nouns.ABSTRACT | _UNCOUNTED


def _nearest(trigger: Range, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """The range nearest to the trigger, neighbours taken as one: two that stand apart are two readings of one source."""
    whole: list[Range] = []
    for first, last in ranges:
        if whole and first == whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], last)
        else:
            whole.append((first, last))
    return tuple(sorted(whole, key=lambda words: max(trigger[0] - words[1], words[0] - trigger[1])))[:1]


def subject(words: Words, role: Range) -> Range:
    """The subject itself, where a clause was read with it or for it.

    Of "he welcomed the plan and" before "stressed" it is the word "he"; of "carrying placards" behind "Protesters," what stands before.
    """
    first, last = role
    clause = words.word(first).islower() and words.word(first).endswith("ing") and "," not in words.texts[first : last + 1]
    if clause and (before := _before_comma(words, first)):
        return before
    follows = words.word(first + 1).lower() if first < last else ""
    alone = words.word(first).lower() in _SUBJECTS and not (words.word(first).isupper() and len(words.word(first)) > 1)
    return (first, first) if alone and follows not in _SHARED else role


def _before_comma(words: Words, place: int) -> Range | None:
    """The few words between the start of the sentence and a comma that stands right before the word at `place`."""
    if place < 2 or words.word(place - 1) != ",":
        return None
    first = place - 2
    while first and place - first <= _FEW and words.sentences[first - 1] == words.sentences[place] and words.word(first - 1).isalnum():
        first -= 1
    return (first, place - 2) if words.features[first, 2] and words.word(first).isalnum() else None


def _outlet(words: Words, role: Range) -> Range | None:
    """The words of a medium up to the last in upper case: of "Wikinews interviewed" the name; None of an article and nothing else."""
    first, last = role
    told = [place for place in range(first, last + 1) if words.word(place).isalnum() and words.word(place).lower() not in nouns.DETERMINERS]
    named = [place for place in told if not words.word(place).islower()]
    return (first, named[-1]) if named else role if told else None


def _cue_words(trigger: Range, ranges: tuple[Range, ...]) -> Range:
    """The frame's own cue where it overlaps the trigger, else the trigger."""
    return next((words for words in ranges if touch(words, trigger)), trigger)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Of drafts with overlapping cues the surer one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (-one.confidence, one.trigger)):
        if not any(_overlap(draft.cue, other.cue) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda one: one.trigger)


def _overlap(one: Range | None, other: Range | None) -> bool:
    return bool(one and other and touch(one, other))


def enclosing(drafts: tuple[Draft, ...]) -> tuple[int | None, ...]:
    """For each draft the index of the one that passes it on, else of the smallest other one whose content holds its trigger, or None."""
    found: list[int | None] = []
    for number, draft in enumerate(drafts):
        teller = next((other for other, one in enumerate(drafts) if draft.teller and one.trigger == draft.teller), None)
        if teller is not None:
            found.append(teller)
            continue
        outer = [
            other
            for other, one in enumerate(drafts)
            if other != number and one.says(draft.trigger[0]) and not draft.says(one.trigger[0]) and one.size > draft.size
        ]
        found.append(min(outer, key=lambda other: (drafts[other].size, other), default=None))
    return tuple(found)
