"""Each statement, event, vote and tie as a card in a list, which the script shows beside the text as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.formats import chain, dates, naming, recorded, tables
from dragoman.formats.outline import Entry, around, outline, paragraphs, percent, quotation
from dragoman.formats.quads import quad
from dragoman.values import DOUBTFUL, Event, Record, Span, Statement, Tie, Vote

CARD = Markup("""<li id="{anchor}" class="entry {kind} d{depth}"><a class="no" href="#at-{anchor}" aria-label="{label}">{number}</a>
<div class="card">
<div class="who"><p class="chain">{head}</p><p class="tags">{tag}{doubt}</p></div>
<div class="what">{words}{check}<dl>{facts}</dl></div>
</div></li>""")
FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
METER = Markup('<meter min="0" max="1" low="{low}" value="{value}" aria-label="confidence">{text}</meter> {text}')
MARKS = {"confirmed": "✓", "contradicted": "✗", "unverified": "?"}
LETTERS = {"statement": "s", "event": "e", "vote": "v", "tie": "t"}

Fact = tuple[str, Markup | str]


@dataclass(frozen=True, slots=True)
class Card:
    """An entry: its number among those of its kind, who takes part, its tag, its words, what is known of it."""

    kind: str
    number: int
    head: Markup
    tag: Markup
    words: Markup
    facts: tuple[Fact, ...]
    confidence: float
    check: Markup | str = ""
    depth: int = 0


def statements(record: Record) -> Iterator[Markup]:
    """The statements in the order of the article, inner ones under their outer ones."""
    places = _places(record)
    return (_item(_statement(record, entry, places)) for entry in outline(record))


def events(record: Record) -> Iterator[Markup]:
    """The events in the order of the record."""
    places = _places(record)
    return (_item(_event(record, event, number, places)) for number, event in enumerate(record.events, 1))


def votes(record: Record) -> Iterator[Markup]:
    """The votes in the order of the record."""
    figures, places = recorded.figures(record), _places(record)
    return (_item(_vote(record, vote, number, figures, places)) for number, vote in enumerate(record.votes, 1))


def ties(record: Record) -> Iterator[Markup]:
    """The ties in the order of the record."""
    return (_item(_tie(record, tie, number)) for number, tie in enumerate(record.ties, 1))


def _item(card: Card) -> Markup:
    facts = (*card.facts, ("confidence", _meter(card.confidence)))
    return CARD.format(
        anchor=f"{LETTERS[card.kind]}{card.number}",
        kind=card.kind,
        depth=card.depth,
        label=f"{card.kind.capitalize()} {card.number} in the article",
        number=card.number,
        head=card.head,
        tag=card.tag,
        doubt=Markup(' <span class="doubt">doubtful</span>') if card.confidence < DOUBTFUL else "",
        words=card.words,
        check=card.check,
        facts=Markup("").join(FACT.format(name, value) for name, value in facts if value),
    )


def _statement(record: Record, entry: Entry, places: Mapping[str, int]) -> Card:
    one = entry.statement
    number = places[one.id]
    facts: tuple[Fact, ...] = (
        ("source", _span(one.source_span)),
        ("cue", _span(one.cue)),
        ("said", dates.words(one.date, one.until)),
        ("manner", one.manner),
        ("within", _link(places.get(one.within or ""))),
        ("about", _about(record, one)),
    )
    tag = Markup('<span class="act {0}">{0}</span>').format(one.act)
    words = _quoted(map(Markup("{}").format, paragraphs(quotation(record, one))))
    return Card("statement", number, _chain(record, one), tag, words, facts, one.confidence, depth=min(entry.depth, 3))


def _event(record: Record, one: Event, number: int, places: Mapping[str, int]) -> Card:
    kind = quad(one.type)
    facts: tuple[Fact, ...] = (
        ("trigger", _span(one.trigger)),
        ("class", kind.name),
        ("mode", naming.coded(one.mode)),
        ("context", naming.coded(*one.contexts)),
        ("when", dates.words(one.date, one.until)),
        ("where", _bdi(naming.place(one))),
        ("status", naming.status(one.status)),
        *_tellers(record, one, places),
        ("disputed by", Markup("; ").join(_told(record, denial, places) for denial in one.disputed_by if record.statement(denial))),
    )
    tag = Markup('<span class="type {}"><span class="g">{}</span> {}</span>').format(kind.key, kind.mark, one.type)
    tag += _small(naming.DEEDS.get(one.type, "")) + _standing(one.status)
    head = _speakers(record, one.actors or (tables.NOBODY,))
    head += Markup(" → {}").format(_listed(record, one.recipients)) if one.recipients else Markup("")
    return Card("event", number, head, tag, _quoted([_around(record, one.trigger, f"ev {kind.key}")]), facts, one.confidence)


def _vote(record: Record, one: Vote, number: int, figures: Mapping[str, str], places: Mapping[str, int]) -> Card:
    facts: tuple[Fact, ...] = (
        ("body", _bdi(one.body)),
        ("on", _bdi(one.subject or "")),
        ("when", dates.words(one.date, one.until)),
        ("status", "" if one.status == "actual" else naming.status(one.status)),
        ("roll call", _bdi(": ".join(filter(None, (one.roll_call, figures.get(one.id)))))),
        *_tellers(record, one, places),
    )
    head = Markup('<bdi class="speaker">{}</bdi>').format(tables.voters(record, one))
    tag = Markup('<b class="choice">▣ {}</b>{}').format(one.choice, _standing(one.status))
    words = _quoted([_around(record, one.evidence, "vt")])
    return Card("vote", number, head, tag, words, facts, one.confidence, _check(one))


def _tie(record: Record, one: Tie, number: int) -> Card:
    head = Markup("{} and {}").format(_speakers(record, (one.subject,)), _speakers(record, (one.object,)))
    words = _quoted(Markup("“{}”").format(part) for part in paragraphs(one.evidence.text))
    return Card("tie", number, head, Markup('<b class="choice">⇄ {}</b>').format(one.relation), words, (), one.confidence)


def _places(record: Record) -> dict[str, int]:
    return {statement.id: number for number, statement in enumerate(record.statements, 1)}


def _tellers(record: Record, one: Event | Vote, places: Mapping[str, int]) -> Iterator[Fact]:
    """Who alone reports it; the article itself where nobody does."""
    yield "reported by", _told(record, one.reported_in, places) if one.reported_in else tables.ARTICLE


def _told(record: Record, identifier: str | None, places: Mapping[str, int]) -> Markup:
    """Who makes a statement, with a link to it."""
    statement = record.statement(identifier)
    return Markup("{} ({})").format(_chain(record, statement), _link(places[statement.id])) if statement else Markup("")


def _link(number: int | None) -> Markup | str:
    return Markup('<a href="#s{0}">statement {0}</a>').format(number) if number else ""


def _standing(status: str) -> Markup:
    """The status beside a tag, where it did not simply happen."""
    return _small("" if status == "actual" else status)


def _small(words: str) -> Markup:
    return Markup(' <span class="small">{}</span>').format(words) if words else Markup("")


def _around(record: Record, part: Span, kind: str) -> Markup:
    """The sentence of some words, these set apart."""
    before, words, after = around(record.article.text, part)
    return Markup('{}<b class="{}">{}</b>{}').format(before, kind, words, after)


def _quoted(parts: Iterable[Markup]) -> Markup:
    shape = Markup('<p dir="auto">{}</p>')
    return Markup("<blockquote>{}</blockquote>").format(Markup("").join(shape.format(part) for part in parts))


def _chain(record: Record, statement: Statement) -> Markup:
    pieces = []
    for part in chain.parts(record, statement):
        shape = Markup('<bdi class="speaker">{}</bdi>') if part.speaker else Markup("<bdi>{}</bdi>") if part.actor else Markup("{}")
        pieces.append(shape.format(part.text))
    return Markup("").join(pieces)


def _speakers(record: Record, actors: tuple[str, ...]) -> Markup:
    return Markup(", ").join(Markup('<bdi class="speaker">{}</bdi>').format(chain.name(record, actor)) for actor in actors)


def _listed(record: Record, actors: tuple[str, ...]) -> Markup:
    return Markup(", ").join(_bdi(chain.name(record, actor)) for actor in actors)


def _about(record: Record, statement: Statement) -> Markup:
    matters = {matter.id: matter.name for matter in record.matters}
    return Markup(", ").join(_bdi(matters.get(identifier) or chain.name(record, identifier)) for identifier in statement.about)


def _bdi(words: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(words) if words else Markup("")


def _span(span: Span | None) -> Markup:
    return Markup('<bdi class="span">“{}”</bdi>').format(" ".join(span.text.split())) if span else Markup("")


def _meter(confidence: float) -> Markup:
    return METER.format(low=DOUBTFUL, value=f"{confidence:.3f}", text=percent(confidence))


def _check(vote: Vote) -> Markup | str:
    if not vote.check:
        return ""
    verdict = vote.check.verdict
    shape = Markup('<p class="verdict {0}"><b>{1} {0}</b>{2}</p>')
    return shape.format(verdict, MARKS.get(verdict, "?"), tables.ground(vote))
