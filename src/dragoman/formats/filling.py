"""How full the columns of what was written are: a table for each export, since an empty column is what users must know first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Filling:
    """Counts rows and filled cells, table by table."""

    rows: Counter[str] = field(default_factory=Counter)
    cells: dict[str, Counter[str]] = field(default_factory=dict)

    def table(self, name: str, columns: tuple[str, ...]) -> None:
        """A table is there even if no row comes."""
        self.rows[name] += 0
        self.cells.setdefault(name, Counter(dict.fromkeys(columns, 0)))

    def count(self, name: str, row: Mapping[str, Any]) -> None:
        """Count a row: a cell is filled where it is neither null nor empty."""
        self.rows[name] += 1
        counts = self.cells.setdefault(name, Counter())
        for column, cell in row.items():
            counts[column] += cell is not None and cell != "" and cell != [] and cell != {}

    def lines(self) -> Iterator[str]:
        """A line a table with its rows, a line a column with the share of its cells that are filled."""
        for name, number in self.rows.items():
            yield f"{name}: {number:,} rows"
            for column, filled in self.cells[name].items():
                share = f"{filled / number:7.1%}" if number else "      –"
                yield f"  {column:<28} {filled:>10,}  {share}"
