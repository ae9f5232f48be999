"""What a check finds, as notes under the paragraphs of a text: of quotations, titles and votes, each with its reason or difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.desk.cards import Card
from dragoman.desk.parts import Part
from dragoman.desk.render import article_url
from dragoman.formats import checked, dates, html_article, naming
from dragoman.formats.html_cards import MARKS
from dragoman.formats.outline import number
from dragoman.resolving.against.report import NOT_FOUND, OTHER_SPEAKER, RIGHT, VERBATIM, WRONG, Change, Found, Quotation, Report, Title
from dragoman.values import Record

BREAK = Markup('\n<p dir="auto">')
NOTE = Markup('<div class="checked {tone}" role="note"{identifier}>{head} {told}</div>')
TONES = {
    VERBATIM: ("confirmed", "✓ verbatim"),
    OTHER_SPEAKER: ("contradicted", "✗ another speaker’s"),
    "altered": ("contradicted", "✗ altered"),
    NOT_FOUND: ("unverified", "? not found"),
    RIGHT: ("confirmed", "✓ title"),
    WRONG: ("contradicted", "✗ title"),
    "unknown": ("unverified", "? title"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A note on what begins at `start`: its tone is a vote's verdict; `wrong` where the text is at fault; `brief`: in a list of faults."""

    start: int
    tone: str
    head: Markup
    told: Markup
    wrong: bool
    brief: Markup
    name: str = ""


def of_votes(votes: Iterable[Card]) -> Iterator[Note]:
    """What the archive says of reported votes."""
    for card in votes:
        if card.vote and card.vote.check:
            check = card.vote.check
            shape = Markup('<a href="#{}"><b>{} {}</b></a>')
            head = shape.format(card.anchor, MARKS.get(check.verdict, "?"), check.verdict)
            wrong, said = check.verdict == "contradicted", card.vote.evidence
            yield Note(said.start, check.verdict, head, Markup("{}").format(naming.reason(card.vote)), wrong, _quoted(said.text))


def of_report(report: Report) -> Iterator[Note]:
    """What a check says of quotations and titles; the votes are the record's own."""
    for quotation in report.quotations:
        yield _note(quotation.span.start, quotation.verdict, _quotation(quotation), (quotation.wrong, _quoted(quotation.span.text)))
    for title in report.titles:
        yield _note(title.span.start, title.verdict, _title(title), (title.wrong, _held(title)))


def named(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in the order of the text, those at fault with a name to be linked to."""
    ordered = sorted(notes, key=lambda note: note.start)
    return tuple(
        Note(note.start, note.tone, note.head, note.told, note.wrong, note.brief, f"check-{place}" if note.wrong else "")
        for place, note in enumerate(ordered, 1)
    )


def body(record: Record, notes: Sequence[Note], part: Part) -> Markup:
    """The marked text of a part of the article, with each note under the paragraph that it is about."""
    pieces = html_article.body(record).split(BREAK)
    ends = [match.end() for match in html_article.PARAGRAPH.finditer(record.article.text)]
    placed: dict[int, list[Markup]] = {}
    for note in notes:
        place = next((place for place, end in enumerate(ends) if note.start < end), None)
        if place is not None:
            identifier = Markup(' id="{}"').format(note.name) if note.name else ""
            placed.setdefault(place, []).append(NOTE.format(tone=note.tone, identifier=identifier, head=note.head, told=note.told))
    shown = [Markup("\n").join([piece, *placed.get(place, ())]) for place, piece in enumerate(pieces)][part.first : part.last]
    return (BREAK if part.first else Markup("")) + Markup(BREAK.join(shown))


def summary(report: Report) -> str:
    """What was checked, against how much, and how it came out."""
    counts = (("quotation", len(report.quotations)), ("title", len(report.titles)), ("vote", len(report.votes)))
    told = ", ".join(number(count, noun) for noun, count in counts)
    outcome = f"{report.wrong} wrong" if report.wrong else "nothing wrong"
    missing = f", {number(report.open, 'quotation')} not found" if report.open else ""
    return f"{told} held against {number(report.sources, 'article')} of the record: {outcome}{missing}."


def _note(start: int, verdict: str, told: Markup, about: tuple[bool, Markup]) -> Note:
    tone, word = TONES[verdict]
    return Note(start, tone, Markup("<b>{}</b>").format(word), told, *about)


def _quotation(one: Quotation) -> Markup:
    words = _difference(one.difference) if one.difference else _quoted(one.span.text)
    parts = [words]
    parts += [Markup("({})").format(one.note)] if one.note else []
    parts += [_where(one.found[0])] if one.found else []
    return Markup(" ").join(parts)


def _difference(changes: Iterable[Change]) -> Markup:
    """The quotation with each change: what the source has struck through, what the draft has in its place underlined."""
    pieces = []
    for change in changes:
        draft, source = (" ".join(words.split()) for words in (change.draft, change.source))
        old = Markup('<del><span class="unseen">source: </span>{}</del>').format(source)
        new = Markup('<ins><span class="unseen">draft: </span>{}</ins>').format(draft)
        shapes = {"dropped": old, "added": new, "exchanged": Markup(" ").join([old, new])}
        pieces.append(shapes.get(change.change, Markup("{}").format(draft)))
    return Markup("<q>{}</q>").format(Markup(" ").join(pieces))


def _where(found: Found) -> Markup:
    said = f"{' and '.join(found.said_by)}, " if found.said_by else ""
    facts = " · ".join(filter(None, (found.title or found.id, found.outlet, dates.words(found.date))))
    return Markup('<span class="small">{}in <a href="{}">{}</a></span>').format(said, article_url(found.url or found.id), facts)


def _title(one: Title) -> Markup:
    holders = "; ".join(checked.holder(row) for row in one.holders)
    return Markup('{} <span class="small">{}</span>').format(_held(one), holders)


def _held(one: Title) -> Markup:
    """The title with the name, and when it was held."""
    name = one.title if one.person in one.title else f"{one.title} {one.person}"
    return Markup("{}: {}").format(name, naming.days(one.reason))


def _quoted(words: str) -> Markup:
    return Markup('<q dir="auto">{}</q>').format(_short(words))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= checked.SHOWN else f"{flat[: checked.SHOWN - 1].rstrip()}…"
