"""Two wordings compared: what counts as the same words, and the difference word by word.

Case, accents, quotation marks, punctuation, hyphens and spacing do not count. Words in brackets are somebody's insertion: they may stand
for up to `LONGEST_INSERTION` words of the other wording, or for none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from dragoman.knowledge.names import plain, word_set

WORD = re.compile(r"\[\w\]\w+(?:['’‘ʼ]\w+)*|\w+\[\w{1,3}\]|\w+(?:['’‘ʼ]\w+)*")
ELLIPSIS = re.compile(r"…|\.{3,}|\.(?: \.){2,}|(?<=\s)\. ?\.(?=\s)")
INSERTION = re.compile(r"\[[^\[\]\n]{0,120}\]|\([^()\n]{0,120}\)")
LETTER = re.compile(r"\[(\w)\](?=\w)")

LONGEST_INSERTION = 8
LIGHT = word_set(
    """
    a an the of to in on at by for from with as and or but if so that this these those it its is are was were be been being am do does did
    have has had i we you he she they them us him her our your their his my me not no will would shall should can could may might must
    there here what which who whom when where how than then very just also all any some into out up down over about
    """
)
"""Words that are in every text: alone they prove nothing."""
LIGHT_WEIGHT = 0.5


class Word(NamedTuple):
    """A word as it is compared (`key`), where it stands, and the bracket in which somebody put it in: `[`, `(`, or none."""

    key: str
    start: int
    end: int
    inserted: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the difference: `same`, `dropped` (of the source's words), `added`, `exchanged` or `inserted` (in brackets).

    Offsets into the draft and into the source; empty stretches where one of them has nothing.
    """

    change: str
    draft: tuple[int, int]
    source: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a part of a quotation differs from a stretch of a source, `start` to `end`.

    `shared` is the weight of the words that both have, `whole` that of all words of the heavier side.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int
    shared: float
    whole: float

    @property
    def changes(self) -> int:
        """The number of stretches that differ."""
        return sum(piece.change not in ("same", "inserted") for piece in self.pieces)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The word as it is compared: lower-case, without accents, apostrophes and a bracket around its first letter."""
    return plain(LETTER.sub(r"\1", word)).lower().replace("'", "").replace("ʼ", "")


def keys(text: str) -> list[str]:
    """The words of `text` as they are compared, in order."""
    return [key(word) for word in WORD.findall(text)]


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of `text` with their offsets; `keys(text)` are the keys of the whole."""
    end = len(text) if end is None else end
    brackets = [match.span() for match in INSERTION.finditer(text, start, end) if not LETTER.match(text, match.start(), end)]
    opens = [first for first, _ in brackets]

    def inserted(place: int) -> str:
        index = bisect_right(opens, place) - 1
        return text[opens[index]] if index >= 0 and place < brackets[index][1] else ""

    return tuple(
        Word(key(match.group()), match.start(), match.end(), inserted(match.start()) or "[" * ("[" in match.group()[1:]))
        for match in WORD.finditer(text, start, end)
    )


def parts(text: str, start: int, end: int) -> tuple[tuple[Word, ...], ...]:
    """The words of a quotation in the parts between its ellipses, parts without words left out."""
    edges = [start, *(edge for match in ELLIPSIS.finditer(text, start, end) for edge in match.span()), end]
    found = (words(text, first, last) for first, last in zip(edges[::2], edges[1::2], strict=True))
    return tuple(part for part in found if part)


def weight(word: str) -> float:
    """How much a word says of where a wording comes from."""
    return LIGHT_WEIGHT if word in LIGHT or len(word) < 2 else 1.0


def differ(part: Sequence[Word], there: Sequence[Word], quoted: Sequence[bool]) -> Difference | None:
    """The difference between a part of a quotation and a stretch of a source, whose words before and after the quotation do not count.

    `quoted` says which of the source's words stand in quotation marks: where the matched ones do, what stands between
    (“…,” he said, “…”) is the reporter's. None where no word is shared.
    """
    matcher = SequenceMatcher(None, ["" if word.inserted else word.key for word in part], [word.key for word in there], autojunk=False)
    steps = list(_trimmed(_closed_up(matcher.get_opcodes(), part, there), len(part)))
    equal = [place for change, _, _, b, end in steps if change == "equal" for place in range(b, end)]
    if not equal:
        return None
    spoken = sum(quoted[place] for place in equal) * 2 > len(equal)
    pieces = tuple(_piece(step, part, there, quoted if spoken else ()) for step in steps)
    passed = [piece.source for piece in pieces if piece.change == "inserted"]
    there = there[steps[0][3] : steps[-1][4]]
    here = sum(weight(word.key) for word in part if not word.inserted)
    beyond = sum(weight(word.key) for word in there if not any(low <= word.start < high for low, high in passed))
    same = [piece.source for piece in pieces if piece.change == "same"]
    shared = sum(weight(word.key) for word in there if any(low <= word.start < high for low, high in same))
    return Difference(pieces, there[0].start, there[-1].end, shared, max(here, beyond))


Step = tuple[str, int, int, int, int]


def _closed_up(steps: Sequence[Step], part: Sequence[Word], there: Sequence[Word]) -> list[Step]:
    """The steps with the words before the longest stretch moved up to it, where the source has them nearer.

    The matcher takes the first place of "they" before a longer stretch that begins with "they" too.
    """
    found = list(steps)
    middle = max(range(len(found)), key=lambda index: found[index][2] - found[index][1] if found[index][0] == "equal" else -1)
    for index in range(middle - 1, 0, -1):
        (change, first, a, start, b), (_, _, last, _, end) = found[index - 1 : index + 1]
        size = a - first
        if change != "equal" or found[index][0] == "equal":
            continue
        own = [word.key for word in part[first:a]]
        near = next((at for at in range(end - size, b - 1, -1) if [word.key for word in there[at : at + size]] == own), None)
        if near is not None:
            gap = (_kind(a, last, near + size, end), a, last, near + size, end)
            found[index - 1 : index + 1] = [("insert", first, first, start, near), ("equal", first, a, near, near + size), gap]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]


def _kind(a: int, last: int, b: int, end: int) -> str:
    return "insert" if a == last else "delete" if b == end else "replace"


def _trimmed(steps: Sequence[Step], length: int) -> Iterator[Step]:
    """The steps without the source's words before the first and after the last word of the part.

    Where the part begins or ends with other words than the source, as many of the source's are set against them.
    """
    for change, a, last, b, end in steps:
        if change == "insert" and (a == 0 or a == length):
            continue
        if change == "replace" and a == 0 and last != length:
            b = max(b, end - (last - a))
        elif change == "replace" and last == length and a != 0:
            end = min(end, b + (last - a))
        yield change, a, last, b, end


def _piece(step: Step, part: Sequence[Word], there: Sequence[Word], quoted: Sequence[bool]) -> Piece:
    change, a, last, b, end = step
    here, source = part[a:last], there[b:end]
    draft_at = (here[0].start, here[-1].end) if here else (part[a - 1].end,) * 2
    source_at = (source[0].start, source[-1].end) if source else (there[b - 1].end if b else there[b].start,) * 2
    return Piece(_change(change, here, source, bool(quoted) and not any(quoted[b:end])), draft_at, source_at)


def _change(change: str, here: Sequence[Word], source: Sequence[Word], reporters: bool) -> str:
    if change == "equal" or "".join(word.key for word in here) == "".join(word.key for word in source):
        return "same"
    if here and all(word.inserted for word in here) and len(source) <= LONGEST_INSERTION:
        return "inserted"
    if source and all(word.inserted == "[" or (word.inserted and not here) for word in source) and len(here) <= LONGEST_INSERTION:
        return "inserted"
    if not here and reporters:
        return "inserted"
    return {"insert": "dropped", "delete": "added"}.get(change, "exchanged")
