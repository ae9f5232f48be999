"""Statements that no word attributes: quotations that go on or stand alone, and the turns of a transcript or an interview.

All of it is decided by marks and layout. A quoted paragraph goes on with the statement before it where that one was left open, ends the
paragraph before it or announces it with a colon; else it stands alone, and whoever spoke last is its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.words import STARTS, Words
from dragoman.reading.drafts import Draft, Range, touch
from dragoman.reading.turns import Turn, paragraphs

SURE = 0.75  # of a statement by layout alone: set by hand, not measured apart
_LEAST = 4  # words: shorter quotations are names and scare quotes
_MODALS = frozenset("can could would will".split())
_SENTENCE = STARTS.index("sentence")


def complete(words: Words, drafts: tuple[Draft, ...], said: Sequence[Turn] = ()) -> tuple[Draft, ...]:
    """The drafts with quoted paragraphs and the turns that were `said` added; a draft within a turn keeps to it."""
    lines = [_line(words, turn, drafts) for turn in said]
    drafts = tuple(kept for draft in drafts if (kept := _parted(words, draft, said)))
    found = [_whole(words, draft, drafts) for draft in drafts]
    for block in paragraphs(words):
        quoted = _quoted(words, block)
        if quoted is None or _covered(found, quoted) or any(touch(turn.words, quoted) for turn in said):
            continue
        host = _host(words, found, block)
        if host is None:
            found.append(_alone(quoted))
        else:
            found[host] = replace(found[host], content=tuple(sorted((*found[host].content, quoted))))
    return tuple(sorted((*found, *lines), key=lambda draft: draft.trigger))


def _parted(words: Words, draft: Draft, said: Sequence[Turn]) -> Draft | None:
    """The draft with what it has of the turn in which its cue stands, or of what no turn holds; None where a label is its cue.

    None too where it is only asked for.
    """
    if any(turn.label and touch((turn.words[0], turn.content[0][0] - 1), draft.trigger) for turn in said):
        return None
    own = next((turn for turn in said if touch(turn.words, draft.trigger)), None)
    if own and _invited(words, draft):
        return None
    if own is None:
        content = tuple(part for part in draft.content if not any(touch(turn.words, part) for turn in said))
    else:
        parts = ((max(first, low), min(last, high)) for first, last in draft.content for low, high in own.content)
        content = tuple((first, last) for first, last in parts if first <= last)
    return replace(draft, content=content) if content else None


def _invited(words: Words, draft: Draft) -> bool:
    """Is one asked to speak and has not spoken: "Could you tell us …?", "if you can talk about …"?"""
    if not draft.sources or (draft.sources[0][0] != draft.sources[0][1]) or words.word(draft.sources[0][0]).lower() != "you":
        return False
    place = draft.sources[0][0]
    return any(words.word(near).lower() in _MODALS for near in (place - 1, place + 1) if 0 <= near < len(words))


def _whole(words: Words, draft: Draft, drafts: tuple[Draft, ...]) -> Draft:
    """The draft with a quotation whole of which it has the end, from the start of a sentence on, and nobody else the beginning."""
    content = []
    for first, last in draft.content:
        start = int(words.spans[first, 0])
        quotation = next((one for one in words.quotations if one.double and one.start < start < one.end), None)
        begin = words.covering(quotation.start, quotation.end)[0] if quotation else first
        free = not any(other.says(place) or place == other.trigger[0] for other in drafts for place in range(begin, first))
        content.append((begin if quotation and free and words.features[first, 2] == _SENTENCE else first, last))
    return replace(draft, content=tuple(content))


def _quoted(words: Words, block: Range) -> Range | None:
    """The words between the marks of a paragraph that is one double quotation and nothing else."""
    start, end = words.extent(*block)
    for quotation in words.quotations:
        if quotation.double and quotation.start - 1 == start:
            rest = words.text[quotation.end : end].strip("”\"' .")
            first, stop = words.covering(quotation.start, quotation.end)
            return (first, stop - 1) if not rest and stop - first >= _LEAST else None
    return None


def _covered(drafts: list[Draft], words_range: Range) -> bool:
    first, last = words_range
    held = sum(max(0, min(last, high) - max(first, low) + 1) for draft in drafts for low, high in draft.content)
    own = any(first <= draft.trigger[0] <= last and not draft.inner for draft in drafts if draft.cue)
    return held * 3 >= last - first + 1 or (own and held > 0)


def _host(words: Words, drafts: list[Draft], block: Range) -> int | None:
    """The draft that a quoted paragraph goes on with: one of the paragraph before, still quoted at its end or announcing it."""
    before = block[0] - 1
    if before < 0:
        return None
    number = words.paragraphs[before]
    near = [
        index
        for index, draft in enumerate(drafts)
        if any(words.paragraphs[last] == number for _, last in draft.content) or words.paragraphs[draft.trigger[0]] == number
    ]
    if not near:
        return None
    last = max(near, key=lambda index: (max(high for _, high in drafts[index].content), drafts[index].trigger))
    start, end = words.extent(_paragraph_start(words, before), before)
    tail = words.text[start:end].rstrip()
    open_quote = any(not quotation.closed and quotation.double and start <= quotation.start <= end for quotation in words.quotations)
    ends_quoted = tail.endswith(("”", '"')) or drafts[last].content[-1][1] >= before - 2
    return last if open_quote or tail.endswith(":") or ends_quoted else None


def _paragraph_start(words: Words, place: int) -> int:
    """The first word of the paragraph that `place` stands in."""
    while place and words.paragraphs[place - 1] == words.paragraphs[place]:
        place -= 1
    return place


def _alone(quoted: Range) -> Draft:
    return Draft((quoted[0], quoted[0]), False, None, (), (quoted,), (), (), "assert", SURE)


def _line(words: Words, turn: Turn, drafts: Sequence[Draft]) -> Draft:
    """A turn as a draft; its cue is the colon behind the label where the model has read that as one."""
    place = turn.content[0][0] - 1
    colon = turn.label is not None and any(draft.cue == (place, place) for draft in drafts) and words.word(place) == ":"
    cue = (place, place) if colon else None
    sources = (turn.label,) if turn.label else ()
    return Draft(turn.trigger, False, cue, sources, turn.content, (), (), "ask" if turn.asks else "assert", SURE)
