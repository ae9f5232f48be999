"""Where places lie: towns, divisions of states, states, continents, regions and waters, by every name that they go by.

The table `data/gazetteer.npz` is built by `python -m dragoman.knowledge.build.gazetteer` from GeoNames (CC BY 4.0) and kept rows. It is
opened when the first name is looked up, and held as arrays.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import KnowledgeError

DATA = Path(__file__).parent / "data"
FILE = "gazetteer.npz"
DIGEST = "gazetteer.sha256"

KINDS = ("town", "division", "district", "state", "continent", "region", "water", "height")
"""A division is of the first order (a province), a district of a lower one (a county)."""

PLAIN, KNOWN, OTHER = 2, 1, 0
"""How a place goes by a name: its own; a short form that news uses; another of its names."""

_MARKS = re.compile(r"[^\w\s]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h"})
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point", "twp": "township", "co": "county"}
_JOINED = re.compile(r"(?<=\w)['’‘ʻ`´.](?=\w)|['’‘ʻ`´.]")
_STOPPED = re.compile(r"\b(?:st|ste|mt|ft|pt|twp|co)\b(?=\.?\s)")


@cache
def fold(name: str) -> str:
    """The key of a name: lower case, without accents, marks and a leading article, "St." and its like written out."""
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _STOPPED.sub(lambda found: _SHORT[found[0]], plain)
    words = _MARKS.sub(" ", _JOINED.sub("", plain)).replace("_", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@dataclass(frozen=True, slots=True)
class Site:
    """One place of the gazetteer.

    `row` is its number in the table; `state` ISO 3166-1 alpha-3, None for what lies in several; `division` and `district` are the rows
    that it lies in, or its own; `people` the inhabitants as GeoNames has them, of divisions the sum of their towns; `name_rank` says how
    it goes by the name that was looked up; `capital` whether that name is one of its state's capital.
    """

    row: int
    kind: str
    geonames_id: int | None
    state: str | None
    division: int | None
    district: int | None
    lat: float
    lon: float
    people: int
    name_rank: int
    capital: bool = False


@dataclass(frozen=True)
class Gazetteer:
    """The table. `names` holds the keys in order of their bytes, a line feed after each; key n has the places
    `sites[first[n]:first[n + 1]]`, by row, with their `ranks`; `codes[states[row] - 1]` is the state of a row, 0 is none.
    """

    names: bytes
    ends: NDArray[np.int32]
    first: NDArray[np.int32]
    sites: NDArray[np.int32]
    ranks: NDArray[np.uint8]
    kinds: NDArray[np.uint8]
    ids: NDArray[np.int32]
    states: NDArray[np.uint16]
    codes: tuple[str, ...]
    divisions: NDArray[np.int32]
    districts: NDArray[np.int32]
    lats: NDArray[np.float32]
    lons: NDArray[np.float32]
    people: NDArray[np.int32]

    @classmethod
    def read(cls, path: Path = DATA / FILE) -> Gazetteer:
        """The table at `path`. Raises KnowledgeError where it cannot be read."""
        try:
            with np.load(path, allow_pickle=False) as table:
                arrays = {name: table[name] for name in table.files}
            names = arrays.pop("names").tobytes()
            codes = tuple(arrays.pop("codes").tobytes().decode("ascii").split())
            ends = np.flatnonzero(np.frombuffer(names, dtype=np.uint8) == 10).astype(np.int32)
            return cls(names=names, ends=ends, codes=codes, **arrays)
        except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            raise KnowledgeError(f"{path}: the gazetteer cannot be read ({error}); install the package again") from error

    def __len__(self) -> int:
        """The number of places."""
        return len(self.ids)

    def named(self, name: str) -> tuple[Site, ...]:
        """The places of that name, in order of the table; () where there is none."""
        found = self._find(fold(name).encode())
        if found is None:
            return ()
        return tuple(self.site(int(self.sites[at]), int(self.ranks[at])) for at in range(self.first[found], self.first[found + 1]))

    def state(self, iso3: str) -> Site | None:
        """The place of a state, None where the table has none."""
        row = self._rows_of_states.get(iso3)
        return None if row is None else self.site(row, PLAIN)

    def site(self, row: int, rank: int = PLAIN) -> Site:
        """The place of a row."""
        state, division, district, identifier = (int(column[row]) for column in (self.states, self.divisions, self.districts, self.ids))
        return Site(
            row=row,
            kind=KINDS[self.kinds[row]],
            geonames_id=identifier or None,
            state=self.codes[state - 1] if state else None,
            division=division if division >= 0 else None,
            district=district if district >= 0 else None,
            lat=round(float(self.lats[row]), 5),
            lon=round(float(self.lons[row]), 5),
            people=int(self.people[row]),
            name_rank=rank,
        )

    @cached_property
    def _rows_of_states(self) -> dict[str, int]:
        rows = np.flatnonzero(self.kinds == KINDS.index("state"))
        return {self.codes[self.states[row] - 1]: int(row) for row in rows}

    def _find(self, key: bytes) -> int | None:
        """The number of the key among the names, by bisection."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            start = int(self.ends[middle - 1]) + 1 if middle else 0
            here = self.names[start : int(self.ends[middle])]
            if here == key:
                return middle
            low, high = (middle + 1, high) if here < key else (low, middle)
        return None


@cache
def shipped() -> Gazetteer:
    """The table that came with the program, read once."""
    return Gazetteer.read()


def digest() -> str:
    """The SHA-256 of the shipped table's contents, without reading them. Raises KnowledgeError where it is missing."""
    try:
        return (DATA / DIGEST).read_text(encoding="ascii").strip()
    except OSError as error:
        raise KnowledgeError(f"{DATA / DIGEST}: cannot be read ({error}); install the package again") from error
