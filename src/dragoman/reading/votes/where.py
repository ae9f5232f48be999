"""Where a vote was held and on what: the body and the matter of a draft, from its sentence and those around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.votes import bodies, matters, speakers
from dragoman.reading.votes.bodies import Named
from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.reading import Reading
from dragoman.values import Span

_AGENT = re.compile(r"[^,.;:]{0,40}\b(?:by|in|at) (?:the |this |our )?(?:\w+ (?:session|meeting) of (?:the )?)?(?:current )?")
"""Between choice words and the body that is their agent: "adopted unanimously last Friday by the Council"."""

_BOTH = re.compile(r"\bboth\b")
_DRAFTED = re.compile(r"\b(?:resolution|draft|council|UN|U\.N\.|text|statement|assembly)", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|from|into|awaits?) (?:the )?$")
"""Before a body that the matter goes on to: "sending it to the House"."""

_OF_BODY = re.compile(r"\b[Tt]he (?:resolution|bill|motion|vote|measure|articles?|amendment|proposal)\b")
NEAR = 12
"""Characters behind a tally within which a body is its own: "52–48 in the Senate"."""

CARRIED = 4
"""Sentences back in which "the resolution passed" finds its chamber, if but one is named there."""


def where(reading: Reading, draft: Draft, index: int) -> Iterator[tuple[Named, str | None]]:
    """The body with the matter of a draft of sentence `index`; two of "on both a … and a …"; none where no body is told."""
    start, end = reading.known.sentences[index]
    here = bodies.bodies(reading.text, start, end)
    behind = [one for one in here if one.start >= draft.end]
    if len({one.body for one in behind}) == 2 and _BOTH.search(reading.text, draft.end, behind[0].start):
        for one, following in zip(behind, [*behind[1:], None], strict=True):
            last = following.start if following else end
            yield one, matters.worded(reading.text, one.end, _before_and(reading.text, one.end, last))
        return
    body = _body(reading, draft, index)
    if body:
        yield body, _matter(reading, draft, index)


def _before_and(text: str, start: int, end: int) -> int:
    """Where the first of two coordinated matters ends."""
    joint = text.rfind(" and ", start, end)
    return joint if joint >= 0 and end - joint < 12 else end


def _body(reading: Reading, draft: Draft, index: int) -> Named | None:
    start, end = reading.known.sentences[index]
    if draft.agent is not None:
        return Named(draft.agent.text, draft.agent.start, draft.agent.end)
    here = _named(reading, index)
    if draft.veto:
        earlier = _named(reading, index - 1) if index else ()
        spoken = _DRAFTED.search(reading.text, start, end) or any(one.body == "UNSC" for one in earlier)
        council = [one for one in (*here, *earlier) if one.body == draft.veto]
        return (council or [Named(draft.veto, draft.start, draft.end)])[0] if spoken else None
    here = (*here, *bodies.short(reading.text, start, end))
    if agent := next((one for one in here if _AGENT.fullmatch(reading.text, draft.end, one.start)), None):
        return agent
    if not draft.voters and draft.count is not None:
        here = tuple(one for one in here if bodies.decides(reading.text, one) or not _TOWARDS.search(reading.text, 0, one.start))
    if here and not draft.voters and draft.count is not None and (doing := [one for one in here if one.end <= draft.cue]):
        behind = [one for one in here if 0 <= one.start - draft.end <= NEAR]
        return (behind or doing[::-1])[0]
    if here:
        return min(here, key=lambda one: (max(one.start - draft.end, draft.start - one.end, 0), one.start))
    return _elsewhere(reading, draft, index)


def _named(reading: Reading, index: int) -> tuple[Named, ...]:
    """The bodies that a sentence names, with those that a speech in the Assembly calls "this Hall" or "the Council"."""
    start, end = reading.known.sentences[index]
    found = bodies.bodies(reading.text, start, end)
    meant = [Named(*one) for one in speakers.body_meant(reading.masked.article, start, end)]
    apart = [one for one in meant if not any(other.start < one.end and one.start < other.end for other in found)]
    return tuple(sorted((*found, *apart), key=lambda one: (one.start, one.end)))


def _elsewhere(reading: Reading, draft: Draft, index: int) -> Named | None:
    """The body of a vote whose sentence names none: that of the sentence before, a chamber further back, or that of the next."""
    earlier = _named(reading, index - 1) if index else ()
    whole = tuple(one for one in earlier if not bodies.is_committee(one.body))
    if found := bodies.voting(reading.text, whole) or _chamber(reading, draft, index):
        return found
    if not draft.voters and (found := _possible(reading, draft, index)):
        return found
    if not speakers.in_debate(reading.masked.article) or "place" not in {reading.masked.kind(span) for span in draft.voters}:
        return None
    back = [one for place in range(max(0, index - CARRIED), index) for one in _named(reading, place) if bodies.of_states(one.body)]
    if back and len({one.body for one in back}) == 1:
        return back[-1]
    following = _named(reading, index + 1) if index + 1 < len(reading.known.sentences) else ()
    return next((one for one in following if bodies.of_states(one.body)), None) if not back else None


def _possible(reading: Reading, draft: Draft, index: int) -> Named | None:
    """The name nearest to the words that may be of a body, in the sentence, else the last one in the sentence before."""

    def found(place: int) -> list[Named]:
        named = bodies.possible(reading.text, *reading.known.sentences[place])
        return [one for one in named if reading.masked.kind(Span.of(reading.text, one.start, one.end)) != "place"]

    if here := found(index):
        return min(here, key=lambda one: max(one.start - draft.end, draft.start - one.end, 0))
    before = found(index - 1) if index else []
    return before[-1] if before else None


def _chamber(reading: Reading, draft: Draft, index: int) -> Named | None:
    """The one chamber named some sentences back, for a vote that gives numbers alone."""
    start, end = reading.known.sentences[index]
    if draft.count is None and not _OF_BODY.search(reading.text, start, end):
        return None
    reach = reading.known.sentences[max(0, index - CARRIED)][0]
    whole = [one for one in bodies.bodies(reading.text, reach, start) if not bodies.is_committee(one.body)]
    deciding = [one for one in whole if bodies.decides(reading.text, one)] or whole
    return deciding[-1] if len({one.body for one in deciding}) == 1 else None


def _matter(reading: Reading, draft: Draft, index: int) -> str | None:
    start, end = reading.known.sentences[index]
    said = matters.object_of(reading.text, draft.end, end) or matters.spoken_of(reading.text, start, end)
    return said or (matters.spoken_of(reading.text, *reading.known.sentences[index - 1]) if index else None)
