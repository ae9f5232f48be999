"""How names are compared: words of a text, keys of a dictionary, and the sound of a transliterated name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Z]\.[A-Z]\b"  # U.S., U.N., D.C.; U.S with its last stop lost
    r"|(?:St|Ste|Mt|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|Brig|Prof|Rev|Amb|Pres|Del|Jr|Sr|No)\.(?!\w)"
    r"|[^\W\d_]+(?:['’‘ʻ](?![sS]\b)[^\W\d_]+)*"  # Sana'a, N'Djamena; never the possessive
    r"|\d+(?:\.\d+)?"
    r"|['’]s\b"
    r"|\S"
)


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, as closed word lists are written."""
    return frozenset(text.split())


PARTICLES = word_set("al el bin ibn bint abu de da dos del della di la le van von der den ter y e and the of ul ur")
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
FAMILY_FIRST = word_set("CHN KOR PRK TWN VNM KHM HKG MAC")
"""States whose people's names begin with the family name, as English news prints them."""

NICKNAMES = {
    short: full
    for full, shorts in {
        "joseph": "joe",
        "william": "bill will",
        "antony": "tony anthony antonio",
        "michael": "mike",
        "james": "jim jimmy",
        "robert": "bob rob",
        "richard": "dick rick",
        "thomas": "tom",
        "daniel": "dan danny",
        "stephen": "steve steven",
        "christopher": "chris",
        "edward": "ted ed",
        "bernard": "bernie",
        "elizabeth": "liz",
        "charles": "chuck",
        "ashton": "ash",
        "jennifer": "jen",
        "jacob": "jack jake",
        "gregory": "greg",
        "muhamad": "mohammed mohammad muhammad mohamed mohamad muhammed mohamud mahamoud",
    }.items()
    for short in shorts.split()
}

_SOUNDS = (("ph", "f"), ("gh", "g"), ("dh", "d"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ie", "i"), ("iy", "i"))
_SOUNDS_THEN = (("w", "v"), ("q", "k"), ("y", "i"), ("j", "i"), ("ii", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ai", "a"))


class Word(NamedTuple):
    """A word or mark of a text and where it stands."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words and marks of `text` in order; "U.S." and "Sana'a" are one, "Russia's" is two."""
    return tuple(Word(match.group(), match.start(), match.end()) for match in WORD.finditer(text))


_PLAINER = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"})
"""Letters and marks that Unicode does not take apart."""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` without accents and with straight apostrophes."""
    if text.isascii():
        return text
    text = text.translate(_PLAINER)
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The word as dictionaries hold it: an acronym keeps its capitals ("US" is not "us"), all else is lower-case."""
    bare = plain(word).replace(".", "").replace("'", "")
    if "." in word and all(len(letter) < 2 for letter in word.split(".")) and len(bare) > 1:
        return bare.upper()
    return bare if len(bare) > 1 and bare.isupper() else bare.lower()


def key(name: str) -> str:
    """The whole name as dictionaries hold it; hyphens, quotation marks and other marks count for nothing."""
    return " ".join(word_key(word.text) for word in words(name) if word.text[0].isalnum())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A rough sound: what transliterations of one name share ("Zelensky", "Zelenskyy"; "Sergey", "Sergei")."""
    bare = word_key(word).lower()
    bare = NICKNAMES.get(bare, bare)
    for old, new in _SOUNDS + _SOUNDS_THEN:
        bare = bare.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", bare) or word_key(word).lower()


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The sounds of a person's names, without particles and suffixes; an initial keeps a stop ("j.")."""
    worded = [word.text for word in words(name) if word.text[0].isalpha() and word.text.lower() not in ("'s", "’s")]
    return tuple(part for word in ([word for word in worded if _counts(word)] or worded) for part in _part(word))


def _part(word: str) -> tuple[str, ...]:
    letters = re.fullmatch(r"([A-Z])\.?|((?:[A-Z]\.)+)", word)
    return tuple(letter.lower() + "." for letter in word if letter.isalpha()) if letters else (sound(word),)


def _counts(word: str) -> bool:
    bare = word_key(word).lower()
    return bare not in PARTICLES and bare not in SUFFIXES


_CHILD = re.compile(r"(\S+?)(?: [IVX]+)? (?:bin|ibn|bint)\b", re.IGNORECASE)
"""Who is said to be whose child, by the own name."""
_VOWEL = re.compile(r"[aeiou]")
"""Letters in which spellings of one Arabic name differ."""


def same_person(one: str, other: str) -> bool:
    """Two names that one person can have.

    The shorter's parts all stand in the longer, an initial for a name, two in full (or one, the last, beside an initial);
    where both have initials, these are the same: George W. is not George H. W. Bush. Where both say whose child each is, their own
    names are the same: Salman bin Hamad is not Hamad bin Isa.
    """
    born = {_VOWEL.sub("", match[1].lower()) for name in (one, other) if (match := _CHILD.search(name))}
    if len(born) > 1:
        return False
    short, long = sorted((parts(one), parts(other)), key=len)
    if len(short) < 2:
        return short == long and bool(short)
    others = {part for part in long if part.endswith(".")}
    left, right = _unmatched(short, long), _unmatched(long, short)
    if left and right and left != right:
        return False
    full = [part for part in short if part in long and not part.endswith(".")]
    fits = all(
        part in long or (part.endswith(".") and any(name[0] == part[0] for name in long)) or f"{part[0]}." in others for part in short
    )
    return fits and (len(full) > 1 or (len(full) == 1 and short[-1] == long[-1] == full[0]))


def _unmatched(one: tuple[str, ...], other: tuple[str, ...]) -> set[str]:
    """The initials of one name that stand for no full name of the other."""
    full = {part[0] for part in other if not part.endswith(".")}
    return {part for part in one if part.endswith(".") and part[0] not in full}


def family_names(heard: Sequence[str], state: str | None) -> set[str]:
    """Those of a full name's parts that can stand for it alone: the last, or the first where the family name comes first."""
    found = [part for part in heard if not part.endswith(".")]
    if not found:
        return set()
    return {found[-1], found[0]} if state in FAMILY_FIRST and len(found) > 1 else {found[-1]}
