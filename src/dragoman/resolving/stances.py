"""What one entry shows of where someone stands: the rules behind positions, for the record of one article and for comparisons over many.

The holder of a stance is an actor, its target an actor or a matter of the record. Matters and persons are supported or opposed; a declared
neutrality ("will remain neutral") and an abstention are neutral; deeds between actors are cooperative or hostile by their PLOVER type.
Where the words do not tell whom a judgement meets, there is no stance, and none rests on a doubtful entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.resolving.targets import ADOPTED, judged_in, mentions, one_state, state_of
from dragoman.values import DOUBTFUL, Event, Record, Span, Statement, Vote

STANCES = ("support", "oppose", "neutral", "cooperative", "hostile")

OF_TYPE = {
    **dict.fromkeys(("SUPPORT",), "support"),
    **dict.fromkeys(("AGREE", "CONSULT", "CONCEDE", "COOPERATE", "AID", "RETREAT"), "cooperative"),
    **dict.fromkeys(("ACCUSE", "REJECT", "PROTEST"), "oppose"),
    **dict.fromkeys(("THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "hostile"),
}
"""What a deed of a PLOVER type shows of its actor towards its recipient; a REQUEST shows nothing."""

MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
DEEDS = frozenset(("CONSULT", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
"""Types of what is done; the acts of the others are done in words."""
"""Types whose parties may all stand as actors."""

OF_CHOICE = {"yes": "support", "no": "oppose", "abstain": "neutral"}
OF_ACT = {"accuse": "oppose", "condemn": "oppose", "praise": "support"}

_FOR = re.compile(
    r"\b(?:support|back(?:s|ed|ing)?\b|endors|welcom|favou?r|prais|hail|applaud|commend|thank|stand(?:s|ing)? (?:with|by)|stood (?:with|by)"
    r"|defend)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:oppos|reject|condemn|denounc|deplor|criticis|criticiz|blast|slam|accus|decr(?:y|ied)|object|rebuk|lambast|assail|attack)",
    re.IGNORECASE,
)
_CALLING = re.compile(r"\b(?:call(?:s|ed|ing)? (?:for|on)|urg|demand|appeal|push|plead|request|seek|sought|insist)", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:end|ending|halt|stop|cease|repeal|withdraw\w*|abandon|scrap|drop|leave|exit|quit|against|without|cancel|suspend|block)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\W*(?:to be|be|should be|must be) (?:\w+ )?(?:dropped|scrapped|withdrawn|repealed|ended|abandoned|cancell?ed|suspended|lifted)"
)
_NEUTRAL = re.compile(
    r"\b(?:(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|be|been|is|are|was|were|keep\w*) (?:\w+ )?(?:neutral|impartial|non-?aligned)"
    r"|(?:policy of |position of |stance of |its |our |their |strict )neutrality"
    r"|(?:not|n[’']t|never|without|refus\w+ to|declin\w+ to|avoid\w*) (?:\w+ )?(?:tak(?:e|ing)|pick(?:ing)?|choos(?:e|ing)) (?:any )?sides?"
    r"|abstain\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:\bnot|n[’']t|\bno longer|\bnever|\bcannot|\bnobody|\bimpossible)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_OPENING = re.compile(
    r"^\W*(?:(?:that|the|what|all|both|strongly|firmly|its|their|his|her|against|of|for|to|with|on) ){0,3}$", re.IGNORECASE
)
_NEAR = re.compile(r"^\W*(?:[\w’'-]+\W+){0,5}$")
_OWN_WORDS = re.compile(
    r"\b(?:I|[Ww]e)(?:[’']ve| have)? (?:\w+ly |also |fully |will always |continue to |still )?"
    r"(?P<verb>support|back|endorse|welcome|stand with|stand by|stood with|oppose|reject|condemn|denounce|deplore)(?:s|d|ed)? "
    r"(?:the |our |all )?"
)
_CONDEMNING = re.compile(r"\b(?:condemn|deplor|denounc|demand\w* (?:that )?\w+ (?:end|stop|withdraw))\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stance:
    """What an entry shows: `actor` stands so towards `target` (ids within the record)."""

    actor: str
    target: str
    stance: str
    entry: str


def stances(record: Record) -> tuple[Stance, ...]:
    """Every stance that the statements, events and votes of a record show, each once, in the order of the entries."""
    found: dict[Stance, None] = {}
    for statement in record.statements:
        found.update(dict.fromkeys(of_statement(record, statement)))
    for event in record.events:
        found.update(dict.fromkeys(of_event(record, event)))
    for vote in record.votes:
        found.update(dict.fromkeys(of_vote(record, vote)))
    return tuple(found)


def of_statement(record: Record, statement: Statement) -> Iterator[Stance]:
    """What a source's own words, or the verb that reports them, show of it."""
    holders = tuple(dict.fromkeys(name for name in (statement.source, *statement.co_sources) if name))
    if not holders or statement.act in ("deny", "ask") or statement.confidence < DOUBTFUL:
        return
    pairs = [*_judged(record, statement), *_owned(record, statement)]
    for target, stance in dict.fromkeys(pairs):
        yield from (Stance(holder, target, stance, statement.id) for holder in holders if holder != target)
    yield from _declared(record, statement, holders)


def of_event(record: Record, event: Event) -> Iterator[Stance]:
    """What a deed that was done, or decided, shows of those who do it; none where only an opponent tells of it or somebody denies it."""
    stance = OF_TYPE.get(event.type)
    if not stance or event.status not in ("actual", "planned") or event.disputed_by or claimed(record, event):
        return
    if event.confidence < DOUBTFUL:
        return
    targets = event.recipients
    for actor in event.actors:
        others = targets or (event.actors if event.type in MUTUAL else ())
        others = tuple(other for other in others if other != actor and not (stance == "cooperative" and one_state(record, actor, other)))
        yield from (Stance(actor, judged_in(record, event, other, stance), stance, event.id) for other in others)
        if event.type in MUTUAL:
            yield from (Stance(other, actor, stance, event.id) for other in others if other in targets)


def claimed(record: Record, event: Event) -> str | None:
    """The id of the source that alone tells of a deed, where it is none of those who do it, nor of their state."""
    statement = record.statement(event.reported_in)
    if statement is None or statement.source is None or statement.source in event.actors:
        return None
    state = state_of(record, statement.source)
    return None if state and state in {state_of(record, actor) for actor in event.actors} else statement.source


def of_vote(record: Record, vote: Vote) -> Iterator[Stance]:
    """How the named voters stand on what was voted on, where the article names it as a matter.

    A yes to a text that condemns something opposes what it condemns; an abstention is neutral on that too. A vote that the roll call
    contradicts shows nothing.
    """
    stance = OF_CHOICE.get(vote.choice)
    if not stance or vote.status not in ("actual", "planned") or (vote.check and vote.check.verdict == "contradicted"):
        return
    words = vote.subject or ""
    condemning = bool(_CONDEMNING.search(f"{words} {vote.evidence.text}"))
    for matter in record.matters:
        if not any(_touches(record, vote, mention, words) for mention in matter.mentions):
            continue
        own = matter.kind != "conflict"
        shown = stance if own or stance == "neutral" else "oppose" if condemning and stance == "support" else None
        if shown:
            yield from (Stance(voter, matter.id, shown, vote.id) for voter in vote.voters)


def _touches(record: Record, vote: Vote, mention: Span, words: str) -> bool:
    """Is the mention in the words of the vote, or in its subject where that stands in the same paragraph?"""
    if mention.start < vote.evidence.end and vote.evidence.start < mention.end:
        return True
    near = (
        record.article.text.rfind("\n", 0, vote.evidence.start)
        < mention.start
        < (record.article.text + "\n").index("\n", vote.evidence.end)
    )
    return near and bool(words) and mention.text.lower() in words.lower()


def _judged(record: Record, statement: Statement) -> Iterator[tuple[str, str]]:
    """What the cue judges: the matter, or the actor that opens the content."""
    cue = statement.cue.text if statement.cue else ""
    stance = OF_ACT.get(statement.act) or ("support" if _FOR.search(cue) else "oppose" if _AGAINST.search(cue) else None)
    calling = stance is None and (statement.act == "request" or bool(_CALLING.search(cue)))
    if not stance and not calling:
        return
    matters = {matter.id: matter for matter in record.matters}
    for target in statement.about:
        if target in matters:
            before = _before(record, statement, matters[target].mentions)
            if before is None or not _NEAR.match(before):
                continue
            if stance:
                yield target, stance
            elif matters[target].kind in ADOPTED:
                yield (
                    target,
                    "oppose" if _ENDING.search(before) or _ENDED.match(_after(record, statement, matters[target].mentions)) else "support",
                )
        elif stance and (before := _before(record, statement, mentions(record, target))) is not None and _OPENING.match(before):
            yield target, stance


def _owned(record: Record, statement: Statement) -> Iterator[tuple[str, str]]:
    """What the source says of itself: "we support Ukraine"."""
    for part in statement.content:
        for match in _OWN_WORDS.finditer(part.text):
            if _DENIED.search(part.text[: match.start()]):
                continue
            end = part.start + match.end()
            stance = "oppose" if match["verb"] in ("oppose", "reject", "condemn", "denounce", "deplore") else "support"
            for target in statement.about:
                if any(0 <= mention.start - end <= 4 or mention.start <= end < mention.end for mention in mentions(record, target)):
                    yield target, stance


def _declared(record: Record, statement: Statement, holders: tuple[str, ...]) -> Iterator[Stance]:
    """A neutrality that is declared: of the state that the words name before it, else of the source; on matters, else on other states."""
    for part in statement.content:
        for match in _NEUTRAL.finditer(part.text):
            if _DENIED.search(part.text[: match.start()]):
                continue
            place = part.start + match.start()
            named = [name for name in statement.about if _stands_before(record, name, place, part.start)]
            who = tuple(dict.fromkeys(named or holders))
            about = [name for name in statement.about if any(matter.id == name for matter in record.matters)]
            others = about or [
                name
                for name in statement.about
                if name not in who
                and (actor := record.actor(name))
                and actor.kind == "state"
                and actor.state not in {state_of(record, one) for one in who}
            ]
            yield from (Stance(one, target, "neutral", statement.id) for one in who for target in others if one != target)


def _stands_before(record: Record, name: str, place: int, start: int) -> bool:
    """Is the actor a state, named in the content within some words before `place`?"""
    actor = record.actor(name)
    if actor is None or actor.kind != "state":
        return False
    return any(start <= one.start < place and place - one.end < 30 for one in actor.mentions)


def _before(record: Record, statement: Statement, mentions: tuple[Span, ...]) -> str | None:
    """The words of the content before the first of the mentions in it; None where there is none."""
    found = [(mention.start, part) for part in statement.content for mention in mentions if part.start <= mention.start < part.end]
    if not found:
        return None
    start, part = min(found, key=lambda pair: pair[0])
    return record.article.text[part.start : start]


def _after(record: Record, statement: Statement, mentions: tuple[Span, ...]) -> str:
    """Some words behind the first of the mentions in the content."""
    ends = [mention.end for part in statement.content for mention in mentions if part.start <= mention.start < part.end]
    return record.article.text[min(ends) : min(ends) + 40] if ends else ""
