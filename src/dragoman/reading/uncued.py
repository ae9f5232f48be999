"""Statements that no word attributes: quotations that go on or stand alone, lines of a transcript, questions and answers.

All of it is decided by marks and layout. A quoted paragraph goes on with the statement before it where that one was left open, ends the
paragraph before it or announces it with a colon; else it stands alone, and whoever spoke last is its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.model.words import STARTS, Words
from dragoman.reading.drafts import Draft, Range

SURE = 0.75  # of a statement by layout alone: set by hand, not measured apart
_LEAST = 4  # words: shorter quotations are names and scare quotes
_SPEAKER = re.compile(r"[ \t]*((?:Q|A|Question|Answer|[A-Z][\w.’'\-]*(?: [A-Z(][\w.’')\-]*){0,4}))\s*:[ \t]+(?=\S)")
_SENTENCE = STARTS.index("sentence")
_QUESTION = frozenset(("Q", "Question"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of a transcript: the speaker's words (empty for Q and A, who are named elsewhere) and what is said."""

    speaker: Range | None
    content: Range
    asks: bool


def complete(words: Words, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts with quoted paragraphs and transcript lines added."""
    found = [_whole(words, draft, drafts) for draft in drafts]
    for block in paragraphs(words):
        quoted = _quoted(words, block)
        if quoted is None or _covered(found, quoted):
            continue
        host = _host(words, found, block)
        if host is None:
            found.append(_alone(quoted))
        else:
            found[host] = replace(found[host], content=tuple(sorted((*found[host].content, quoted))))
    found += [_line(turn) for turn in turns(words) if not _covered(found, turn.content)]
    return tuple(sorted(found, key=lambda draft: draft.trigger))


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


def paragraphs(words: Words) -> list[Range]:
    """The first and last word of each paragraph."""
    if not len(words):
        return []
    edges = [place for place in range(len(words)) if place == 0 or words.paragraphs[place] != words.paragraphs[place - 1]]
    return [(first, stop - 1) for first, stop in zip(edges, [*edges[1:], len(words)], strict=True)]


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


def turns(words: Words) -> tuple[Turn, ...]:
    """The lines "Name: …" of a transcript; one such line alone is none."""
    found = []
    for first, last in paragraphs(words):
        start, end = words.extent(first, last)
        if match := _SPEAKER.match(words.text, start, end):
            low, stop = words.covering(match.end(), end)
            name = words.covering(*match.span(1))
            speaker = None if match[1] in ("Q", "A", "Question", "Answer") else (name[0], name[1] - 1)
            if low < stop:
                found.append(Turn(speaker, (low, stop - 1), match[1] in _QUESTION))
    return tuple(found) if len(found) > 1 else ()


def _line(turn: Turn) -> Draft:
    sources = (turn.speaker,) if turn.speaker else ()
    return Draft((turn.content[0], turn.content[0]), False, None, sources, (turn.content,), (), (), "ask" if turn.asks else "assert", SURE)
