"""What a search found: a table for a terminal, lines for pipes, JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict

from rich import box
from rich.table import Table
from rich.text import Text

from dragoman.formats import dates, printable
from dragoman.formats.terminal import ACT_STYLES
from dragoman.record.query import Query
from dragoman.record.searching import Hit

QUOTED = ("statement",)
DATE_WIDTH = 11
WHO_WIDTH = 18
MEASURE = 88


def line(hit: Hit) -> str:
    """A hit on one line, its parts divided by tabs: date, kind, act or type, speaker, words, outlet, article, id."""
    parts = (hit.date, hit.kind, hit.act or hit.type, hit.speaker, hit.words, hit.outlet, hit.article, hit.id)
    return "\t".join(printable.line(" ".join((part or "").split())) for part in parts)


def json_line(hit: Hit) -> str:
    """A hit as one JSON object on one line, every key always there."""
    return json.dumps(asdict(hit), ensure_ascii=False)


def table(hits: Iterable[Hit], query: Query) -> Table:
    """The hits as a Rich table, what was looked for set in bold; under the words stand act or type, outlet, title and id."""
    shown = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 1, 0), pad_edge=False, show_edge=False, header_style="dim")
    shown.add_column("date", width=DATE_WIDTH, no_wrap=True)
    shown.add_column("who", width=WHO_WIDTH, overflow="fold")
    shown.add_column("words", max_width=MEASURE, overflow="fold")
    pattern = sought(query)
    for hit in hits:
        shown.add_row(Text(dates.short(hit.date)), _who(hit), Text("\n").join([_words(hit, pattern), _where(hit)]))
    return shown


def sought(query: Query) -> re.Pattern[str] | None:
    """A pattern for the words that were looked for outside of fields; None where there were none."""
    parts = [r"\W+".join(map(re.escape, term.words.split())) + (r"\w*" if term.prefix else "") for term in query.terms if not term.field]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE) if parts else None


def _who(hit: Hit) -> Text:
    return Text(printable.line(hit.speaker.split(" · ")[0] or "unattributed"), "bold")


def _words(hit: Hit, pattern: re.Pattern[str] | None) -> Text:
    words = printable.line(hit.words)
    shown = Text(f"“{words}”" if hit.kind in QUOTED else words)
    if pattern:
        shown.highlight_regex(pattern, "bold underline")
    return shown


def _where(hit: Hit) -> Text:
    word = hit.act or hit.type or hit.kind
    facts = " · ".join(printable.line(fact) for fact in (hit.outlet, hit.title or hit.article, hit.id) if fact)
    return Text.assemble((printable.line(word.lower()), ACT_STYLES.get(word, "cyan")), (f" · {facts}", "dim"))
