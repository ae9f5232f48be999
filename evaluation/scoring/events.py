"""Events of a reading against gold, at three levels.

`found`: triggers in the same sentence and a party shared. `strict`: the type and both party lists are the same too, where
AGREE, CONSULT and COOPERATE take parties of either role together. `quad`: the type's quad class in place of the type.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from dragoman.values import SYMMETRIC
from evaluation.entries import Deed
from evaluation.matching import match
from evaluation.parties import same_parties, same_party

QUAD_CLASSES = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD_OF = {name: number for number, names in QUAD_CLASSES.items() for name in names}

Level = Callable[[Deed, Deed], bool]


def found(gold: Deed, read: Deed) -> bool:
    """A party, in whatever role, is shared."""
    return any(same_party(a, b) for a in gold.actors + gold.recipients for b in read.actors + read.recipients)


def strict(gold: Deed, read: Deed) -> bool:
    """The same type and the same parties."""
    return gold.type == read.type and _parties_right(gold, read)


def quad(gold: Deed, read: Deed) -> bool:
    """The same quad class and the same parties."""
    return QUAD_OF[gold.type] == QUAD_OF.get(read.type) and _parties_right(gold, read)


LEVELS: dict[str, Level] = {"strict": strict, "quad": quad, "found": found}


def pairs(gold: Sequence[Deed], read: Sequence[Deed], level: Level) -> list[tuple[Deed, Deed]]:
    """Gold and read events that agree at `level`, one to one; triggers that share a word go first."""

    def affinity(g: Deed, r: Deed) -> float:
        if r.sentence is None or g.sentence != r.sentence or not level(g, r):
            return 0.0
        return 2.0 if g.trigger & r.trigger else 1.0

    return match(gold, read, affinity, 1.0)


def count(gold: Sequence[Deed], read: Sequence[Deed]) -> Counter[str]:
    """`event_gold`, `event_read`, a hit count a level, and `event_status` and `event_date` right among strict hits."""
    matched = {name: pairs(gold, read, level) for name, level in LEVELS.items()}
    counts = Counter({"event_gold": len(gold), "event_read": len(read)})
    counts.update({f"event_{name}": len(found) for name, found in matched.items()})
    counts["event_status"] = sum(g.status == r.status for g, r in matched["strict"])
    counts["event_date"] = sum(g.date == r.date for g, r in matched["strict"])
    return counts


def _parties_right(gold: Deed, read: Deed) -> bool:
    if gold.type in SYMMETRIC and read.type in SYMMETRIC:
        return same_parties(gold.actors + gold.recipients, read.actors + read.recipients)
    return same_parties(gold.actors, read.actors) and same_parties(gold.recipients, read.recipients)
