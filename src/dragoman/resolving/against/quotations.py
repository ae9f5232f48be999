"""The quotations of a draft judged: verbatim, altered, the words of another speaker, or not found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model import quotes
from dragoman.resolving.against.finding import find
from dragoman.resolving.against.report import ALTERED, NOT_FOUND, OTHER_SPEAKER, VERBATIM, Change, Found, Quotation
from dragoman.resolving.against.sought import Match, Source, Wanted, wanted
from dragoman.resolving.against.speakers import Spoken, at, same
from dragoman.resolving.against.wording import Difference, weight
from dragoman.values import Actor, Span

FEWEST_WORDS = 4
"""A quotation without a speaker is looked for where it has so many words; shorter ones are titles and terms."""
LISTED = 5
HEARD = 3
"""In how many of the sources that have the words it is looked who says them."""
TELLING = 3.5
"""The weight of the words (`wording.weight`) from which they are so much their speaker's own that another one is an error."""

Hear = Callable[[Source], tuple[Spoken, ...]]
"""Who says what in a source."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the draft and those whose words it is there."""

    span: Span
    words: Wanted
    speakers: tuple[Actor, ...] = ()


def quoted(text: str, stretches: tuple[Spoken, ...]) -> tuple[Quoted, ...]:
    """The quotations of a draft that are checked: those with a speaker, and free ones of at least FEWEST_WORDS words."""
    found = []
    for mark in quotes.quotations(text):
        words = wanted(text, mark.start, mark.end)
        there = at(stretches, mark.start, mark.end)
        if words and (there or words.length >= FEWEST_WORDS):
            found.append(Quoted(Span.of(text, mark.start, mark.end), words, there.speakers if there else ()))
    return tuple(found)


def judged(text: str, quotations: Sequence[Quoted], sources: Iterable[Source], hear: Hear) -> tuple[Quotation, ...]:
    """The verdict on each quotation of the draft's `text`; `hear` is asked only of sources that have the words."""
    found = find([one.words for one in quotations], sources)
    return tuple(_judged(text, one, matches, hear) for one, matches in zip(quotations, found, strict=True))


def _judged(text: str, one: Quoted, matches: tuple[Match, ...], hear: Hear) -> Quotation:
    speaker = " and ".join(actor.name for actor in one.speakers) or None
    if not matches:
        return Quotation(one.span, speaker, NOT_FOUND)
    best = [match for match in matches if match.changes == matches[0].changes]
    found = list(_heard(one, best, hear))
    same_speaker = next((where for where in found if where.same_speaker), None)
    other = None if same_speaker else next((where for where in found if where.same_speaker is False), None)
    first = same_speaker or other or found[0]
    found = [first, *(where for where in found if where is not first)]
    match = next(match for match in best if (match.source.article.id, match.start) == (first.id, first.span.start))
    verdict = ALTERED if match.changes else VERBATIM
    note = None
    if other and sum(weight(word.key) for part in one.words.parts for word in part) < TELLING:
        return Quotation(one.span, speaker, NOT_FOUND, note=f"these few words are found, but as those of {_names(other)}")
    if other:
        verdict = verdict if match.changes else OTHER_SPEAKER
        note = f"the source has {'words like these' if match.changes else 'the same words'} from {_names(other)}"
    elif not match.quoted and any(where.said_by for where in found) is False:
        note = "in the source these words stand outside of quotation marks"
    difference = tuple(_changes(text, one.words, match)) if match.changes else ()
    return Quotation(one.span, speaker, verdict, difference, tuple(found[:LISTED]), len(best), note)


def _names(found: Found) -> str:
    return " and ".join(found.said_by)


def _heard(one: Quoted, matches: list[Match], hear: Hear) -> Iterator[Found]:
    """Where the words were found; who says them there in the first sources, until the draft's speaker is among them."""
    settled = not one.speakers
    for number, match in enumerate(matches):
        there = at(hear(match.source), match.start, match.end) if not settled and number < HEARD else None
        verdicts = [same(actor, there) for actor in one.speakers] if there else []
        verdict = True if True in verdicts else False if verdicts and all(one is False for one in verdicts) else None
        settled = settled or verdict is True
        yield _found(match, there, verdict)


def _found(match: Match, there: Spoken | None, verdict: bool | None) -> Found:
    article = match.source.article
    span = Span.of(article.text, match.start, match.end)
    names = tuple(actor.name for actor in there.speakers) if there else ()
    return Found(article.id, article.title, article.date, article.outlet, article.url, span, match.quoted, names, verdict)


def _changes(text: str, quotation: Wanted, match: Match) -> Iterator[Change]:
    """The difference of the whole quotation, an elided stretch between its parts."""
    there = match.source.article.text
    differences = iter(match.differences)
    for index, part in enumerate(quotation.parts):
        if index:
            yield Change("elided", "…", "")
        if index in match.missing:
            yield Change("added", text[part[0].start : part[-1].end], "")
        else:
            yield from _pieces(text, there, next(differences))


def _pieces(text: str, there: str, difference: Difference) -> Iterator[Change]:
    for piece in difference.pieces:
        yield Change(piece.change, text[slice(*piece.draft)], there[slice(*piece.source)])
