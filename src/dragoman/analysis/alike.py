"""Are two reports of different articles reports of one act? Precision before recall: what contradicts is never one.

The thresholds were set on half of the pairs in `training/merging`; `docs/merging.md` has the figures on the other half.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dragoman.analysis.reports import Days, Report, stem, words
from dragoman.analysis.series import of_two_accounts
from dragoman.knowledge.names import key, parts, same_person
from dragoman.knowledge.states import state_names
from dragoman.resolving.stances import DEEDS, MUTUAL
from dragoman.values import Actor, Event, Statement

SLACK = 1
"""Days by which two exact dates may differ: time zones, and reports of the day after."""

MONTH = 31
"""Days within which a report must put a deed, unless both name the same longer stretch."""

QUOTED, QUOTED_UNNAMED = 5, 6
"""Words in a row that two reports must share: in quotation marks in one of them, of one speaker; in both, where one names nobody."""

WITHIN, WITHIN_UNNAMED = 0.55, 0.7
"""The share of the shorter report's telling words that the other must have, where they share a quotation."""

SHARED, SHARED_UNNAMED = 0.65, 0.9
"""The same where they share none."""

FEWEST = 3
"""Telling words that must be shared at least, where there is a quotation."""

ENOUGH, ENOUGH_UNNAMED = 4, 6
"""Telling words that must be shared at least, where there is no quotation."""

VERBATIM = 8
"""Quoted words in a row that outweigh days that do not agree (an old quotation told again), or words that a speaker without name shares."""

DEED, DEED_SAID, DEED_OTHERWISE = 0.1, 0.3, 0.6
"""The share of telling words, beyond the parties and the act, in two reports of a deed: on one day or by one word, where it is done in
words as well, and else."""

_HABITS = frozenset("regularly often frequently repeatedly always routinely usually constantly typically".split())
STANDING = frozenset(
    map(stem, "support supports supporting assistance aid aided help helps work works working cooperation collaboration commitment".split())
)
"""Words for what goes on between two for years, and so for no one act."""

_POINTING = frozenset("he she they it i we you who him her them his their its that this those these one some others many".split())


def near(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two statements with these telling words can be alike at all: so many must be in both."""
    shared = len(one & other)
    return shared >= FEWEST and shared >= min(WITHIN, WITHIN_UNNAMED, SHARED, SHARED_UNNAMED) * min(len(one), len(other))


def alike(one: Report, other: Report) -> bool:
    """Whether both report the same act; never for two reports of one article (`again`), nor for a statement and an event."""
    if one.kind != other.kind or one.article == other.article or of_two_accounts(one, other):
        return False
    if isinstance(one.value, Statement) and isinstance(other.value, Statement):
        return _said_alike(one, other)
    return isinstance(one.value, Event) and isinstance(other.value, Event) and _done_alike(one, other)


def contradicting(one: Report, other: Report) -> bool:
    """Whether two reports cannot be of one act: other parties, other days, one denies what the other tells, or another type or status."""
    if one.kind != other.kind or _other_parties(one, other):
        return True
    left, right = one.value, other.value
    if apart((one.first, one.last), (other.first, other.last)) > SLACK and not _repeated(one, other):
        return True
    if isinstance(left, Statement) and isinstance(right, Statement):
        return (left.act == "deny") != (right.act == "deny")
    if isinstance(left, Event) and isinstance(right, Event):
        located = left.location and right.location and left.location.country != right.location.country
        return left.type != right.type or left.status != right.status or bool(located)
    return True


def _repeated(one: Report, other: Report) -> bool:
    """Does one report an old quotation of a named speaker again?"""
    return fit(one.who, other.who) > 0 and longest_run(one.quoted, other.quoted) >= VERBATIM


def _other_parties(one: Report, other: Report) -> bool:
    """Is it another who does or says it, or another to whom it is done or said? Of those who act alike each must be possible."""
    if isinstance(one.value, Statement):
        return min(fit(one.who, other.who), fit(one.whom, other.whom)) < 0
    if _mutual(one):
        fewer, more = _parties(one, other)
        return any(fit((actor,), more) < 0 for actor in fewer)
    return fit(one.who, other.who) < 0 or fit(one.whom, other.whom) < 0


def _mutual(report: Report) -> bool:
    """Is it a deed of parties that act alike?"""
    return isinstance(report.value, Event) and report.value.type in MUTUAL


def _in_words(report: Report) -> bool:
    """Is it an event that is done in words?"""
    return isinstance(report.value, Event) and report.value.type not in DEEDS


def _parties(one: Report, other: Report) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """All parties of either report, those of the one with fewer first."""
    fewer, more = sorted(((*one.who, *one.whom), (*other.who, *other.whom)), key=len)
    return fewer, more


def _said_alike(one: Report, other: Report) -> bool:
    if not one.who or not other.who or contradicting(one, other) or _habitual(one) or _habitual(other):
        return False
    named = fit(one.who, other.who) > 0
    telling = len(one.telling & other.telling)
    share = telling / max(1, min(len(one.telling), len(other.telling)))
    if telling >= FEWEST and (quoted_run(one, other) >= QUOTED if named else longest_run(one.quoted, other.quoted) >= QUOTED_UNNAMED):
        return share >= (WITHIN if named else WITHIN_UNNAMED)
    if one.negated != other.negated or _two_days(one, other):
        return False
    if not named:
        return telling >= ENOUGH_UNNAMED and share >= SHARED_UNNAMED and longest_run(one.words, other.words) >= VERBATIM
    return telling >= ENOUGH and share >= SHARED


def _two_days(one: Report, other: Report) -> bool:
    """Does each report put it on a day, and not on the same?"""
    return one.exact and other.exact and one.first != other.first


def _habitual(report: Report) -> bool:
    """Does the cue tell what somebody says again and again, and so of no one act?"""
    cue = report.value.cue if isinstance(report.value, Statement) else None
    return cue is not None and not _HABITS.isdisjoint(words(cue.text))


def quoted_run(one: Report, other: Report) -> int:
    """Words in a row that stand in both, in quotation marks in one of them at least."""
    return max(longest_run(one.quoted, other.words), longest_run(one.words, other.quoted))


def _done_alike(one: Report, other: Report) -> bool:
    if contradicting(one, other) or one.first is None or other.first is None or not (_swapped(one, other) or _same_parties(one, other)):
        return False
    if (one.first, one.last) != (other.first, other.last) and max(_length(one), _length(other)) > MONTH:
        return False
    left, right = beyond(one), beyond(other)
    shared = len(left & right) / max(1, min(len(left), len(right)))
    said = _in_words(one)
    if (said or (one.outlet and one.outlet == other.outlet)) and _two_days(one, other):
        return False  # an outlet does not put what it tells again on another day
    least = DEED_SAID if said else DEED
    if one.exact and other.exact and one.first == other.first:
        return shared >= least
    if trigger(one) == trigger(other) and not STANDING.issuperset(trigger(one)):
        return shared >= least
    return shared >= DEED_OTHERWISE and min(_side(one.who, other.who), _side(one.whom, other.whom)) > 0


def _same_parties(one: Report, other: Report) -> bool:
    """Is it done by the same or to the same? By the same where both say by whom, and always where it is done in words or agreed."""
    who, whom = _side(one.who, other.who), _side(one.whom, other.whom)
    if who < 1 and (_in_words(one) or (one.who and other.who)):
        return False
    return max(who, whom) > 0 and not _unanswered(one, other)


def _unanswered(one: Report, other: Report) -> bool:
    """Of parties that act alike, is one of the fewer neither named by the other report nor of the state of any of its parties?"""
    fewer, more = _parties(one, other)
    states = {actor.state for actor in more if actor.state}
    return _mutual(one) and len(fewer) > 1 and any(fit((actor,), more) < 1 and actor.state not in states for actor in fewer)


def beyond(report: Report) -> frozenset[str]:
    """The telling words of a deed's sentence but for those that name its parties or the act itself."""
    named = " ".join(f"{actor.name} {state_names().get(actor.state or '', '')}" for actor in (*report.who, *report.whom))
    return report.telling - {stem(word) for word in words(named)} - set(trigger(report))


def _side(left: tuple[Actor, ...], right: tuple[Actor, ...]) -> int:
    """As `fit`; those who are described in the same words are the same, since they do the same to the same."""
    described = {key(actor.name) for actor in left if unnamed(actor.name)} & {key(actor.name) for actor in right if unnamed(actor.name)}
    return 1 if any(name.lower() not in _POINTING for name in described) else fit(left, right)


def trigger(report: Report) -> tuple[str, ...]:
    """The words of an event's trigger without endings; none of a statement."""
    return tuple(stem(word) for word in words(report.value.trigger.text)) if isinstance(report.value, Event) else ()


def _swapped(one: Report, other: Report) -> bool:
    """Parties that act alike may stand on either side."""
    fewer, more = _parties(one, other)
    return _mutual(one) and len(fewer) > 1 and all(fit((actor,), more) > 0 for actor in fewer)


def apart(one: Days, other: Days) -> int:
    """Days between the times in which two entries lie, of each the first and the last; 0 where these touch or one is unknown."""
    if None in one or None in other:
        return 0
    (first, last), (other_first, other_last) = one, other
    return max(0, first - other_last, other_first - last)  # type: ignore[operator]  # None is out


def _length(report: Report) -> int:
    """The days within which a report puts its act."""
    return (report.last or 0) - (report.first or 0) + 1


def fit(left: Iterable[Actor], right: Iterable[Actor]) -> int:
    """1 where somebody of both sides is the same, -1 where nobody can be, 0 where that is not told."""
    left, right = tuple(left), tuple(right)
    if not left or not right:
        return 0
    return max(_fit(one, other) for one in left for other in right)


def _fit(one: Actor, other: Actor) -> int:
    if one.wikidata and other.wikidata:
        return 1 if one.wikidata == other.wikidata else -1
    if "state" in (one.kind, other.kind):
        if one.kind == other.kind:
            return 1 if (one.state or key(one.name)) == (other.state or key(other.name)) else -1
        return 0 if one.state and one.state == other.state else -1
    if unnamed(one.name) or unnamed(other.name):
        if {one.name.lower(), other.name.lower()} == {"he", "she"}:
            return -1
        return -1 if one.state and other.state and one.state != other.state else 0
    if "person" in (one.kind, other.kind):
        return 1 if one.kind == other.kind and _one_person(one.name, other.name) else -1
    if one.kind == other.kind == "organisation" and one.state and other.state and one.state != other.state:
        return -1  # the Senate of one state is not that of another
    return 1 if _one_body(one.name, other.name) else -1


@lru_cache(maxsize=65536)
def unnamed(name: str) -> bool:
    """Is it nobody by name: a pronoun, or a description, whose last word has no capital?"""
    worded = [word for word in name.split(",")[0].split() if word[0].isalpha()]
    return not worded or worded[0].lower() in _POINTING or worded[-1][0].islower()


@lru_cache(maxsize=65536)
def _one_person(one: str, other: str) -> bool:
    left, right = parts(one), parts(other)
    if not left or not right:
        return False
    return same_person(one, other) or (min(len(left), len(right)) == 1 and left[-1] == right[-1])


@lru_cache(maxsize=65536)
def _one_body(one: str, other: str) -> bool:
    left, right = key(one).lower().split(), key(other).lower().split()
    short, long = sorted((left, right), key=len)
    letters = "".join(word[0] for word in long if word not in ("of", "the", "and", "for"))
    return left == right or "".join(short) == letters or (len(short) > 1 and set(short) <= set(long))


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The number of words that stand in a row in both."""
    best, previous = 0, [0] * (len(other) + 1)
    for word in one:
        current = [0] * (len(other) + 1)
        for place, candidate in enumerate(other, 1):
            if word == candidate:
                current[place] = previous[place - 1] + 1
        best = max(best, *current)
        previous = current
    return best
