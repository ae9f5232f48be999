"""PLOVER and CAMEO: types with quad classes, their modes, contexts and scores, and which CAMEO code an event has.

PLOVER codebook, draft 2.0 (Open Event Data Alliance 2021); CAMEO (Schrodt, Gerner and Yilmaz 2009) by the inverse of the official
conversion table. What either prints wrong and which choices were made stands with reasons in `kept/ontology.yaml` and in each row's note.
CAMEO codes are strings: "010" is not "10".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

from dragoman.errors import KnowledgeError
from dragoman.knowledge.facts import Cameo, Choice, Context, EventType, Mode


@dataclass(frozen=True)
class Ontology:
    """The tables of PLOVER and CAMEO with their lookups. Every lookup of an unknown type or code raises KnowledgeError."""

    event_types: tuple[EventType, ...]
    event_modes: tuple[Mode, ...]
    event_contexts: tuple[Context, ...]
    codes: tuple[Cameo, ...]
    choices: tuple[Choice, ...]

    # ---------------------------------------------------------------- PLOVER

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The sixteen types in the manual's order."""
        return tuple(row.type for row in sorted(self.event_types, key=lambda row: row.order))

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        """The contexts, which any type can have, by name."""
        return tuple(row.context for row in self.event_contexts)

    @cached_property
    def _types(self) -> dict[str, EventType]:
        return {row.type: row for row in self.event_types}

    def event_type(self, name: str) -> EventType:
        """The type of that name, with quad class, score and what the manual prints wrong of it."""
        if name not in self._types:
            raise KnowledgeError(f"{name!r}: no type of PLOVER; the types are {' '.join(self.types)}")
        return self._types[name]

    def quad(self, type: str) -> int:
        """The quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return self.event_type(type).quad

    @cached_property
    def _modes(self) -> dict[tuple[str, str], Mode]:
        return {(row.type, row.mode): row for row in self.event_modes}

    def modes(self, type: str) -> tuple[str, ...]:
        """The modes of a type; () for a type that has none."""
        self.event_type(type)
        return tuple(row.mode for row in self.event_modes if row.type == type)

    def has_mode(self, type: str, mode: str | None) -> bool:
        """Whether an event of that type can have that mode; None it always can."""
        return mode is None or (type, mode) in self._modes

    def score(self, type: str, mode: str | None = None) -> float:
        """The PLOVER score, -10 (conflict) to 10 (cooperation); the type's where the mode has none of its own."""
        row = self._modes.get((type, mode)) if mode else None
        return row.score if row and row.score is not None else self.event_type(type).score

    # ---------------------------------------------------------------- CAMEO

    @cached_property
    def _codes(self) -> dict[str, Cameo]:
        return {row.code: row for row in self.codes}

    def code(self, code: str) -> Cameo:
        """The row of a CAMEO code: name, Goldstein score, and its type, mode and contexts in PLOVER (type None where it was dropped)."""
        if code not in self._codes:
            raise KnowledgeError(f"{code!r}: no CAMEO code; codes are strings of two to four digits that begin with 01 to 20")
        return self._codes[code]

    def goldstein(self, code: str) -> float:
        """The Goldstein score of a CAMEO code, -10 to 10."""
        return self.code(code).goldstein

    def cameo(
        self, type: str, mode: str | None = None, contexts: Collection[str] = (), status: str = "actual", trigger: str = ""
    ) -> str | None:
        """The CAMEO code of an event, the most general one where no more is given; None where CAMEO has none.

        Codes of that type and mode fit whose contexts are all given; of those with most contexts it is their common beginning. A word of
        the trigger can name a code outright (`negotiated`: 046). A planned act of cooperation is the intent to do it (03), a planned
        act of material conflict its threat (13); what is denied, merely possible, or a planned verbal conflict has no code.
        """
        self.event_type(type)
        intent = self._choice(type, mode, "planned") or self._choice(type, None, "planned") if status == "planned" else None
        if intent and self.code(intent).type != type:
            below = [row for row in self.codes if row.code.startswith(intent) and row.type == self.code(intent).type]
            return self._below(_named(below, trigger) or intent, below, contexts)
        if status == "actual" or intent:
            alike = [row for row in self.codes if row.type == type and (mode is None or row.mode in (None, mode))]
            named = _named(alike, trigger)
            return self._below(named, alike, contexts) if named else self._deed(type, mode, contexts)
        return None

    def _choice(self, type: str, mode: str | None, status: str) -> str | None:
        return self._choices.get((type, mode, status))

    @cached_property
    def _choices(self) -> dict[tuple[str, str | None, str], str]:
        return {(row.type, row.mode, row.status): row.code for row in self.choices}

    def _deed(self, type: str, mode: str | None, contexts: Collection[str]) -> str:
        """The code of type, mode and contexts by the conversion table: the common beginning of those that fit best."""
        chosen = self._choice(type, mode, "actual")
        rows = [row for row in self.codes if (row.type, row.mode) == (type, mode) and len(row.code) > 2 and not row.only]
        if mode and not rows:
            return chosen or self._deed(type, None, contexts)
        weights = {row.code: _weight(row, contexts) for row in rows}
        top = max((weight for weight in weights.values() if weight), default=0)
        if not top and chosen:
            return chosen
        best = [code for code, weight in weights.items() if weight == top]
        return self._common(best or list(weights), type) or self._choices[type, None, "actual"]

    def _common(self, codes: Sequence[str], type: str) -> str | None:
        """The code of that type, three digits or more, that the codes have as their longest common beginning."""
        same = (len(set(digits)) == 1 for digits in zip(*codes, strict=False))
        start = codes[0][: sum(takewhile(bool, same))]
        while len(start) > 2 and (start not in self._codes or self._codes[start].type != type):
            start = start[:-1]
        return start if len(start) > 2 else None

    def _below(self, code: str, rows: Sequence[Cameo], contexts: Collection[str]) -> str:
        """The one child of `code` among `rows` whose contexts are given, else `code`."""
        found = [row.code for row in rows if row.code[:-1] == code and _weight(row, contexts)]
        return found[0] if len(found) == 1 else code


def _weight(row: Cameo, contexts: Collection[str]) -> int | None:
    """How many contexts the code asks for, None where one of them is not given."""
    if row.either:
        return 1 if set(row.contexts) & set(contexts) else None
    return len(row.contexts) if set(row.contexts) <= set(contexts) else None


def _named(rows: Sequence[Cameo], trigger: str) -> str | None:
    """The code that a word of the trigger names; None where none or several are named."""
    words = trigger.lower().split()
    found = [row.code for row in rows if row.words and any(_pattern(row.words).fullmatch(word) for word in words)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=256)
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(stem).replace(r"\*", ".*") for stem in stems))
