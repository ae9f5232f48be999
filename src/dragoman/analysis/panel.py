"""Roll calls as a table of answers, which agreement, blocs and ideal points are computed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.errors import UsageError
from dragoman.knowledge.rollcalls.archive import Archive, RollCall, seat_places

Int = npt.NDArray[np.int64]
Float = npt.NDArray[np.float64]

NO, ABSTAIN, YES, MISSING = 0, 1, 2, -1
_CODES = {"n": NO, "a": ABSTAIN, "y": YES}
_TABLE = np.full(128, MISSING, dtype=np.int8)
for _letter, _code in _CODES.items():
    _TABLE[ord(_letter)] = _code


@dataclass(frozen=True)
class Panel:
    """Answers of states on roll calls.

    `answers` has shape (roll calls, states): 0 no, 1 abstain, 2 yes, -1 absent, no member or unknown. `members` has the same shape
    and is True where the state was a member. `sessions` has shape (roll calls,).
    """

    states: tuple[str, ...]
    roll_calls: tuple[RollCall, ...]
    answers: npt.NDArray[np.int8]
    members: npt.NDArray[np.bool_]
    sessions: Int

    def of(self, states: Iterable[str]) -> Panel:
        """The columns of `states`, in their order. Raises UsageError for a state without a seat."""
        places = [self._place(code) for code in states]
        chosen = tuple(self.states[place] for place in places)
        return Panel(chosen, self.roll_calls, self.answers[:, places], self.members[:, places], self.sessions)

    def _place(self, code: str) -> int:
        if code not in self.states:
            raise UsageError(f"{code}: no seat in these roll calls; choose other states or other years")
        return self.states.index(code)


def panel(roll_calls: Iterable[RollCall]) -> Panel:
    """The table of `roll_calls`, all seats as columns. Raises UsageError where there is none."""
    chosen = tuple(roll_calls)
    if not chosen:
        raise UsageError("no roll call fits: widen the years or the subject")
    raw = np.frombuffer("".join(item.letters for item in chosen).encode("ascii"), dtype=np.uint8).reshape(len(chosen), -1)
    sessions = np.array([item.session or 0 for item in chosen], dtype=np.int64)
    return Panel(tuple(seat_places()), chosen, _TABLE[raw], raw != ord("."), sessions)


def select(archive: Archive, since: str, until: str, about: str | None = None) -> tuple[RollCall, ...]:
    """The roll calls of the General Assembly that `holds` takes and whose answers are known state by state."""
    by_state = (item for item in archive.roll_calls if item.body == "UNGA" and item.quality not in ("tally", "vetoes"))
    return tuple(item for item in by_state if holds(item, (since, until), about))


def holds(roll_call: RollCall, years: tuple[str, str], about: str | None) -> bool:
    """True where the roll call was held from one ISO prefix to the other, both included, and its words hold every word of `about`."""
    since, until = years
    if not (since[: len(roll_call.date)] <= roll_call.date[: len(since)] and roll_call.date[: len(until)] <= until):
        return False
    text = f"{roll_call.symbol} {roll_call.title} {roll_call.description} {' '.join(roll_call.issues)}".casefold()
    return all(word in text for word in (about or "").casefold().split())
