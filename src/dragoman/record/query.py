"""The language of searching: words, and fields with values. A pure module; it knows nothing of tables.

    query  = term*
    term   = field ":" value | value
    value  = word | word "*" | '"' words '"' ["*"]

All terms must hold. `abstain*` stands for every word that begins so, words in quotation marks for themselves in this order. Capitals and
accents do not matter. A field that is given twice must hold twice; `kind:` and the days are the exception, see `FIELDS`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.errors import UsageError
from dragoman.values import ACTS, TYPES

FOUND = ("statement", "event", "vote")
"""The kinds of entry that are searched."""

FIELDS = {
    "speaker": "who says, does or votes it: a name or a part of it, a state's name or code",
    "state": "a state that takes any part in it, by code or name",
    "about": "whom or what it is about: names, states, the subject of a vote",
    "act": "the act of a statement: " + ", ".join(ACTS),
    "type": "the type of an event: " + ", ".join(TYPES),
    "kind": "statement, event or vote",
    "outlet": "who published it",
    "after": "on this day or later: 2022, 2022-03 or 2022-03-07",
    "before": "earlier than this day",
}
"""Every field and what its value is."""

DAYS = ("after", "before")
CLOSED = {"act": ACTS, "type": TYPES, "kind": FOUND}

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
TERM = re.compile(r"""(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"(?P<starred>\*?)|(?P<word>[^\s"]+))?""")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand in this order, in one field or (`field` None) among the words of the entry; the last may be a beginning."""

    words: str
    prefix: bool = False
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `after` is the first day, `before` the first day no longer; both ISO prefixes."""

    terms: tuple[Term, ...] = ()
    after: str | None = None
    before: str | None = None


def parse(text: str) -> Query:
    """The query that is written in `text`. Raises UsageError, saying what to write, where it is none."""
    terms: list[Term] = []
    days: dict[str, str] = {}
    for field, words, prefix in _pieces(text):
        if field in DAYS:
            if field in days:
                raise UsageError(f"{field}: is given twice; give one day")
            days[field] = _day(field, words, prefix)
        else:
            terms.append(_term(field, words, prefix))
    if not terms and not days:
        raise UsageError("nothing to look for; write words or fields, as in: abstain* speaker:PAK after:2022-02-20")
    return Query(tuple(terms), days.get("after"), days.get("before"))


def written(query: Query) -> str:
    """The query as `parse` reads it."""
    terms = [f'{term.field + ":" if term.field else ""}"{term.words}"{"*" if term.prefix else ""}' for term in query.terms]
    days = [f"{name}:{day}" for name, day in (("after", query.after), ("before", query.before)) if day]
    return " ".join(terms + days)


def _pieces(text: str) -> Iterator[tuple[str | None, str, bool]]:
    """The field, the words and whether the last is a beginning, of each term."""
    text = text.replace("“", '"').replace("”", '"')
    if text.count('"') % 2:
        raise UsageError(f"{text}: a quotation mark is not closed; close it, or leave it out")
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = TERM.match(text, position)
        if match is None or match.end() == position:
            raise UsageError(f'{text[position:]}: cannot be understood; write words, field:value or "words in this order"')
        position = match.end()
        field = match["field"]
        if field is not None and field.lower() not in FIELDS:
            raise UsageError(f"{field}: is no field; {_nearest(field, tuple(FIELDS))}")
        words = match["phrase"] if match["phrase"] is not None else match["word"] or ""
        prefix = bool(match["starred"]) or (match["phrase"] is None and words.endswith("*"))
        yield field and field.lower(), words.rstrip("*") if match["phrase"] is None else words, prefix


def _term(field: str | None, words: str, prefix: bool) -> Term:
    if not re.search(r"[^\W_]", words):
        given = f"{field + ':' if field else ''}{words}{'*' * prefix}"
        raise UsageError(f"{given}: holds no letter and no digit; write a word, or the beginning of one: abstain*")
    if field in CLOSED:
        words = _closed(field, words, prefix)
    return Term(words, prefix, field)


def _closed(field: str, value: str, prefix: bool) -> str:
    """The value of a field that has only so many."""
    known = {one.lower(): one for one in CLOSED[field]}
    small = value.lower()
    if small in known or (prefix and any(one.startswith(small) for one in known)):
        return known.get(small, value)
    raise UsageError(f"{field}: {value} is none of its values; {_nearest(value, CLOSED[field])}")


def _day(field: str, value: str, prefix: bool) -> str:
    match = DATE.fullmatch(value)
    try:
        if match is None or prefix:
            raise ValueError
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise UsageError(f"{field}: {value or 'nothing'} is no date; write 2022, 2022-03 or 2022-03-07") from None
    return value


def _nearest(word: str, known: tuple[str, ...]) -> str:
    small = {one.lower(): one for one in known}
    near = difflib.get_close_matches(word.lower(), small, n=1, cutoff=0.5)
    return f"did you mean {small[near[0]]}?" if near else f"there are {', '.join(known)}"
