"""A chart as a document of its own: title, subtitle, drawing, notes, and colours for light and dark surroundings."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.formats.charts import svg

MARGIN, LETTER = 24, 0.49
"""Space around a chart, and how wide a letter is at most on average, as a share of the size of its type."""

SERIES = (
    ("#0a5a9c", "#6db3ec"),
    ("#b8431c", "#f08a5d"),
    ("#2b7a3d", "#7ccf8e"),
    ("#7a3a93", "#cf9be3"),
    ("#8a6d00", "#d8b93a"),
    ("#96285f", "#ee8dbb"),
    ("#1d7d7d", "#66c9c9"),
    ("#4c4a46", "#c9c5bc"),
)
"""A colour for each of up to eight lines, on light and on dark ground."""

ANSWERS = {
    "yes": ("#1f6f5c", "#fff", "#58b89f", "#10201c"),
    "no": ("#b03a2e", "#fff", "#ee8577", "#2a0f0b"),
    "abstain": ("#e3b34c", "#2a2000", "#d3a647", "#211900"),
    "absent": ("#d9d5cc", "#3d3a35", "#4a4843", "#d9d5cc"),
    "unknown": ("#f3f0ea", "#6d6860", "#2a2926", "#9c978d"),
}
"""Ground and letters of each answer, on light and on dark ground."""

RAMP = ("#f2f0ea", "#dde8ec", "#c3dbe4", "#a5cadb", "#84b6cf", "#639fc0", "#4487ae", "#2a6e99", "#175580", "#0b3c62")
DARK_RAMP = ("#262522", "#223038", "#203c4a", "#214a5e", "#265a74", "#30708f", "#4187a8", "#5b9fbf", "#80b9d5", "#add4e9")
"""Ten steps of a share, from none to all."""

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is between the title and the notes: its size, and its parts from 0, 0 on."""

    width: float
    height: float
    parts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What a chart says in words: title, subtitle, notes below, and a description for those who do not see it."""

    title: str
    subtitle: str
    notes: tuple[str, ...]
    description: str


def document(said: Words, drawing: Drawing) -> str:
    """The SVG document; its name is the title and its description `said.description`."""
    width = drawing.width + 2 * MARGIN
    parts: list[Markup] = []
    y = MARGIN - 4.0
    for text, look, size in ((said.title, "title", 21), (said.subtitle, "subtitle", 13.5)):
        for row in wrapped(text, drawing.width, size):
            y += size * 1.28
            parts.append(svg.words((MARGIN, y), row, look))
        y += 4
    parts.append(svg.group(drawing.parts, (MARGIN, y + 14)))
    y += 14 + drawing.height + 12
    for text in said.notes:
        for row in wrapped(text, drawing.width, 11):
            y += 15
            parts.append(svg.words((MARGIN, y), row, "note"))
    height = math.ceil(y + MARGIN - 6)
    opening = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="dragoman" width="{w:.0f}" height="{h:.0f}" viewBox="0 0 {w:.0f} {h:.0f}"'
        ' role="img" aria-labelledby="title description"><title id="title">{title}</title><desc id="description">{told}</desc>'
    ).format(w=width, h=height, title=said.title, told=said.description)
    style = Markup("<style>{}</style>").format(Markup(_style()))
    ground = svg.bar((0, 0, width, height), "ground")
    return str(opening + style + ground + Markup("").join(parts) + Markup("</svg>\n"))


def wrapped(text: str, width: float, size: float) -> list[str]:
    """`text` in lines that fit into `width` in type of that size."""
    return textwrap.wrap(text, max(10, int(width / (LETTER * size))))


def step(share: float) -> int:
    """The step of the ramp for a share from 0 to 1: 0 below a tenth, 9 from nine tenths on."""
    return min(9, max(0, int(share * 10 + 1e-9)))


def _style() -> str:
    return "".join(_rules(0)) + "@media (prefers-color-scheme:dark){" + "".join(_rules(1)) + "}"


def _rules(dark: int) -> Sequence[str]:
    """The rules of the light (0) or the dark (1) look; the dark ones change colours alone."""
    ink, soft, rule, ground = (("#1d1c1a", "#5b5750", "#d8d2c6", "#fcfbf8"), ("#ecebe6", "#a9a79f", "#45433d", "#191917"))[dark]
    fixed = [
        f".dragoman text{{font:12px {FONT}}}",
        ".dragoman .title{font:bold 21px Georgia,'Liberation Serif','DejaVu Serif',serif}",
        ".dragoman .subtitle{font-size:13.5px}.dragoman .note{font-size:11px}.dragoman .small{font-size:10.5px}",
        ".dragoman .tile{font-size:9.5px;text-anchor:middle}.dragoman .strong{font-weight:bold}",
        ".dragoman .end{text-anchor:end}.dragoman .middle{text-anchor:middle}",
        ".dragoman .axis{stroke-width:1}.dragoman .zero{stroke-width:1.2}"
        ".dragoman .stroke{fill:none;stroke-width:2.2;stroke-linejoin:round;"
        "stroke-linecap:round}.dragoman .band{fill-opacity:.13}.dragoman .lead{fill:none;stroke-width:.8;stroke-opacity:.6}",
    ]
    colours = [
        f".dragoman .ground{{fill:{ground}}}.dragoman text{{fill:{ink}}}.dragoman .subtitle,.dragoman .note,.dragoman .soft{{fill:{soft}}}",
        f".dragoman .axis{{stroke:{rule}}}.dragoman .zero{{stroke:{soft}}}.dragoman .crowd{{fill:{soft};fill-opacity:.12}}",
    ]
    colours.append(f".dragoman .on-series{{fill:{('#fff', '#101010')[dark]}}}")
    for number, pair in enumerate(SERIES):
        one = f".dragoman .series{number}"
        colours.append(
            f"{one}{{fill:{pair[dark]}}}.dragoman .stroke.series{number},.dragoman .lead.series{number}{{stroke:{pair[dark]};fill:none}}"
        )
    for answer, told in ANSWERS.items():
        colours.append(f".dragoman .{answer}{{fill:{told[2 * dark]}}}.dragoman .on-{answer}{{fill:{told[2 * dark + 1]}}}")
    for number, shade in enumerate((RAMP, DARK_RAMP)[dark]):
        letters = ("#1d1c1a", "#fff")[number > 5] if not dark else ("#ecebe6", "#101010")[number > 5]
        colours.append(f".dragoman .q{number}{{fill:{shade}}}.dragoman .on-q{number}{{fill:{letters}}}")
    return colours if dark else fixed + colours
