"""Those who take part in entries, as a search names them: people and bodies by name, states by code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from dragoman.knowledge.states import named, state_names
from dragoman.record.query import Query, Term
from dragoman.record.searching import Hit

STATE = re.compile(r"([A-Z]{3}) (\S.*)")
DIVIDER = " · "


@dataclass(frozen=True, slots=True)
class Who:
    """One who has a page: a state by its code, or anybody else by name."""

    name: str
    code: str | None = None

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"/states/{self.code}" if self.code else f"/who?name={quote(self.name, safe='')}"

    @property
    def phrase(self) -> str:
        """What a search finds this one by."""
        return named(self.code) if self.code else self.name

    @property
    def key(self) -> str:
        """What stands for this one in the addresses of pairs."""
        return self.code or self.name


def state(code: str) -> Who | None:
    """The state of an ISO 3166-1 alpha-3 code; None where there is none."""
    name = state_names().get(code.upper())
    return Who(name, code.upper()) if name else None


def of(key: str) -> Who:
    """A state by its code or its English name, anybody else by name."""
    wanted = " ".join(key.split())
    found = state(wanted) if len(wanted) == 3 and wanted.isupper() else None
    if found is None:
        codes = {name.casefold(): code for code, name in state_names().items()}
        code = codes.get(wanted.casefold())
        found = state(code) if code else None
    return found or Who(wanted)


@lru_cache(maxsize=16384)
def parties(field: str) -> tuple[Who, ...]:
    """Those whom the field `speaker` or `about` of a hit names, states after the others."""
    return tuple(_parties(field))


def _parties(field: str) -> Iterator[Who]:
    for part in filter(None, field.split(DIVIDER)):
        match = STATE.fullmatch(part)
        known = state_names().get(match[1]) if match else None
        yield Who(known, match[1]) if match and known and known == match[2] else Who(part)


def people(field: str) -> tuple[Who, ...]:
    """Those named, without the states that they act for; a state that acts itself is named as such."""
    found = parties(field)
    names = [one for one in found if not one.code]
    codes = {one.name.casefold(): one for one in found if one.code}
    return tuple(codes.get(one.name.casefold(), one) for one in names) or found


def query(kind: str | None, *terms: tuple[str, str], after: str | None = None, before: str | None = None) -> Query:
    """A query for entries of a kind in which fields hold these words in this order."""
    kinds = (Term(kind, field="kind"),) if kind else ()
    return Query((*kinds, *(Term(words, field=field) for field, words in terms)), after, before)


def exactly(hits: Iterable[Hit], who: Who, field: str) -> Iterator[Hit]:
    """The hits whose field names this one, and not only words that hold the name."""
    wanted = who.key.casefold()
    for hit in hits:
        if any((one.code or one.name).casefold() == wanted or one.name.casefold() == wanted for one in parties(getattr(hit, field))):
            yield hit
