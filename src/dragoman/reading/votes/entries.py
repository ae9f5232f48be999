"""The loop: sentence by sentence, from patterns to votes of a body on a matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.reading.times import Timed, date_of, timed
from dragoman.reading.times.periods import UNKNOWN
from dragoman.reading.votes import bodies, clauses, counts, matters, speakers, unanimous
from dragoman.reading.votes.bodies import Named
from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.grammar import POPULAR
from dragoman.reading.votes.masked import Masked, mask
from dragoman.reading.votes.voters import Roll
from dragoman.values import Actor, Article, Span, Statement, Vote

_MENTION = re.compile(r"vot|veto|abst|passe[ds]|adopt|approv|unanim|clear[es]|confirm|carried|reject|defeat|ratif", re.IGNORECASE)
_GAP = re.compile(r"(?:[’']s?)?\s*")
_AGENT = re.compile(r"[^,.;:]{0,40}\b(?:by|in|at) (?:the |this |our )?(?:\w+ (?:session|meeting) of (?:the )?)?(?:current )?")
"""Between choice words and the body that is their agent: "adopted unanimously last Friday by the Council"."""

_VETOING = re.compile(r"\b(?P<name>U\.?S\.?|U\.?K\.?|USSR)(?: administration| government)?(?: has| have| had| then| also){0,2} veto")
_BOTH = re.compile(r"\bboth\b")
_DRAFTED = re.compile(r"\b(?:resolution|draft|council|UN|U\.N\.|text|statement|assembly)", re.IGNORECASE)
_THEN = re.compile(r"(?:,? (?!to\b|the\b)[\w.]+){0,5},? ")
"""Between a body and its verb: " on Tuesday ", " has also "."""

_TOWARDS = re.compile(r"\b(?:to|from|into|awaits?) (?:the )?$")
"""Before a body that the matter goes on to: "sending it to the House"."""

_PERSONS = re.compile(r"(?:senators|lawmakers|deputies|MPs|legislators)$")
"""Words for a chamber's members, who are not the chamber."""

_OF_BODY = re.compile(r"\b[Tt]he (?:resolution|bill|motion|vote|measure|articles?|amendment|proposal)\b")
_THEIR, _OUR = frozenset(("he", "she")), frozenset(("we", "my country", "our country", "my delegation", "our delegation"))
NEAR = 12
"""Characters behind a tally within which a body is its own: "52–48 in the Senate"."""

CARRIED = 4
"""Sentences back in which "the resolution passed" finds its chamber, if but one is named there."""


LONGEST = 2000
"""Characters of the longest sentence that is read: what is longer is a table or a list, and costs time in the square of its length."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what is found in it once for all sentences."""

    masked: Masked
    known: Timed
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.known.text


def read(
    article: Article, names: tuple[tuple[Span, str], ...], actors: tuple[Actor, ...], statements: tuple[Statement, ...]
) -> tuple[tuple[Actor, ...], tuple[Vote, ...]]:
    """The actors, new ones for voters behind those given, and the votes that the text reports, in its order, with ids v1, v2 ….

    `names` are all names of the text with their kinds (person, organisation, place, other). A vote whose body the text does not
    tell is left out; dates are None where the sentences do not tell them.
    """
    if not _MENTION.search(article.text):
        return actors, ()
    first = speakers.first_persons(article, actors, statements)
    spoken = tuple((word, kind) for word, kind, _ in first)
    subjects = _with_bodies(article.text, (*_whole(article.text, names), *_pronouns(names, actors, spoken)))
    reading = Reading(mask(article, subjects), timed(article.text, article.date), statements)
    roll = Roll(reading.masked, list(actors), {word: actor for word, _, actor in first})
    votes: list[Vote] = []
    last: list[Vote] = []
    for index, (start, end) in enumerate(reading.known.sentences):
        if last and (more := clauses.same(reading.masked, start, end)):
            added = _with_more(last, tuple(roll.of(span) for span in more[0]), more[1])
            votes[-len(last) :] = added
        last = [vote for draft in _drafts(reading.masked, start, end) for vote in _votes(reading, roll, draft, index)]
        votes.extend(last)
    return tuple(roll.actors), tuple(replace(vote, id=f"v{number}") for number, vote in enumerate(_distinct(votes), 1))


def _whole(text: str, names: tuple[tuple[Span, str], ...]) -> tuple[tuple[Span, str], ...]:
    """The names, with those of permanent members in short whole, full stops and all, where a veto follows: "the U.S. vetoed"."""
    found = tuple(Span.of(text, match.start("name"), match.end("name")) for match in _VETOING.finditer(text))
    apart = tuple(pair for pair in names if not any(pair[0].start < one.end and one.start < pair[0].end for one in found))
    return (*apart, *((one, "place") for one in found))


def _pronouns(
    names: tuple[tuple[Span, str], ...], actors: tuple[Actor, ...], spoken: tuple[tuple[Span, str], ...]
) -> tuple[tuple[Span, str], ...]:
    """The words that stand for an actor of the article as a subject, with the kind of name that they stand for; `spoken` among them."""
    taken = {span.start for span, _ in (*names, *spoken)}
    found = [
        (mention, "place" if actor.kind == "state" else "person")
        for actor in actors
        for mention in actor.mentions
        if mention.start not in taken
        and mention.text.casefold() in (_OUR if actor.kind == "state" else _THEIR if actor.kind == "person" else ())
    ]
    return tuple(sorted((*found, *spoken), key=lambda pair: pair[0].start))


def _with_bodies(text: str, names: tuple[tuple[Span, str], ...]) -> tuple[tuple[Span, str], ...]:
    """The names, and the parliaments and committees that are none of them: "the city council voted to …"."""
    added = []
    for one in bodies.bodies(text, 0, len(text)):
        inside = [name for name, _ in names if name.start < one.end and one.start < name.end]
        gap = _GAP.match(text, max((name.end for name in inside), default=one.start), one.end)
        if gap and one.body not in bodies.OF_STATES and gap.end() < one.end and not _PERSONS.search(text[one.start : one.end]):
            added.append((Span.of(text, gap.end(), one.end), "organisation"))
    return tuple(sorted((*names, *added), key=lambda pair: (pair[0], pair[1])))


def _drafts(masked: Masked, start: int, end: int) -> list[Draft]:
    if end - start > LONGEST or not _MENTION.search(masked.text, start, end):
        return []
    found = [
        *clauses.joined(masked, start, end),
        *clauses.vetoes(masked, start, end),
        *clauses.named(masked, start, end),
        *clauses.both(masked, start, end),
        *counts.tallies(masked, start, end),
        *counts.groups(masked, start, end),
        *_resolutions(masked, start, end),
        *clauses.sided(masked, start, end),
        *unanimous.adopted(masked, start, end),
    ]
    kept: list[Draft] = []
    for draft in found:
        if not any(one.start < draft.end and draft.start < one.end and one.choice == draft.choice for one in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.start, draft.end))


def _resolutions(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """Who "voted to" do something in a body that the sentence names, where neither this sentence nor the next gives the tally."""
    following = masked.text[start : end + 200]
    if re.search(r"\d[-–](?:to[-–])?\d|\d to \d|\bvotes? in favou?r|abstention", following):
        return
    here = (*bodies.bodies(masked.article.text, start, end), *bodies.short(masked.article.text, start, end))
    for draft in clauses.resolved(masked, start, end):
        itself = any(one.start <= draft.voters[0].end and draft.voters[0].start <= one.end for one in here)
        if itself or (here and {masked.kind(who) for who in draft.voters} <= {"person", "place", None}):
            yield draft
        elif not here and len(draft.voters) == 1 and masked.kind(draft.voters[0]) == "organisation":
            yield replace(draft, agent=draft.voters[0])


def _votes(reading: Reading, roll: Roll, draft: Draft, index: int) -> Iterator[Vote]:
    """The votes of a draft: one, or one for each body of "on both a … and a …"; none where no body is told that such voters vote in."""
    start, end = reading.known.sentences[index]
    kinds = {reading.masked.kind(span) for span in draft.voters}
    for body, subject in _where(reading, draft, index):
        itself = draft.unanimous or any(one.start < body.end and body.start < one.end for one in draft.voters)
        if body.body not in bodies.OF_STATES and not itself and POPULAR.search(reading.text, start, end):
            continue
        if "place" in kinds and not bodies.of_states(body.body):
            continue
        if "person" in kinds and bodies.of_states(body.body):
            continue
        if not draft.voters and draft.count is None and not draft.unanimous:
            continue
        yield _entry(reading, roll, _by_itself(reading.text, draft, body), (body, subject))


def _by_itself(text: str, draft: Draft, body: Named) -> Draft:
    """A body that "voted unanimously to" do something is itself the voter."""
    apart = draft.unanimous and draft.count is None and "voted" in text[draft.start : draft.end]
    if (
        apart
        and body.end <= draft.start
        and _THEN.fullmatch(text, body.end, draft.start)
        and re.match(r" (?:unanimously )?to\b", text[draft.end :])
    ):
        return replace(draft, voters=(Span.of(text, body.start, body.end),), start=body.start)
    return draft


def _entry(reading: Reading, roll: Roll, draft: Draft, about: tuple[Named, str | None]) -> Vote:
    body, subject = about
    evidence = Span.of(reading.text, draft.start, draft.end)
    period = date_of(reading.known, Span.of(reading.text, draft.cue, draft.end))
    apart = reading.known.sentence(body.start) != reading.known.sentence(draft.cue)
    if not period.date and apart and bodies.decides(reading.text, body):
        period = date_of(reading.known, Span.of(reading.text, body.start, body.end))
    period = period if period.date else UNKNOWN
    voters = tuple(dict.fromkeys(roll.of(span) for span in draft.voters))
    confidence = draft.confidence if subject else round(draft.confidence - 0.05, 2)
    return Vote(
        "v",
        body.body,
        subject,
        voters,
        draft.choice,
        draft.count,
        draft.status,
        _reported(reading, evidence),
        period.date,
        period.until,
        evidence,
        confidence,
    )


def _where(reading: Reading, draft: Draft, index: int) -> Iterator[tuple[Named, str | None]]:
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


def _reported(reading: Reading, evidence: Span) -> str | None:
    covering = [
        (sum(len(span.text) for span in statement.content), number)
        for number, statement in enumerate(reading.statements)
        if any(span.start <= evidence.start and evidence.end <= span.end for span in statement.content)
    ]
    return reading.statements[min(covering)[1]].id if covering else None


def _with_more(last: list[Vote], voters: tuple[str, ...], count: int | None) -> list[Vote]:
    """The votes with those who voted the same; unchanged where the votes are of several choices."""
    if len({vote.choice for vote in last}) != 1:
        return last
    return [
        replace(
            vote, voters=tuple(dict.fromkeys((*vote.voters, *voters))), others=count if vote.others is None else vote.others + (count or 0)
        )
        for vote in last
    ]


def _distinct(votes: list[Vote]) -> list[Vote]:
    """The votes, each told once: of those alike the first; a number that is told again without its matter is no other vote."""
    kept: dict[tuple[object, ...], Vote] = {}
    for vote in votes:
        key = (vote.body, vote.choice, vote.voters, vote.others, vote.status)
        again = vote.subject is None and not vote.voters and any(told[:-1] == key for told in kept)
        if not again:
            kept.setdefault((*key, vote.subject), vote)
    return list(kept.values())
