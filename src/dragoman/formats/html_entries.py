"""The lists below the article: statements as nested cards, events, votes, ties, actors, and what was removed."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from dragoman.formats import chain, dates, naming, tables
from dragoman.formats.outline import Entry, outline, paragraphs, percent, quotation
from dragoman.formats.quads import QUADS, quad
from dragoman.values import DOUBTFUL, Actor, Record, Span, Statement, Vote

SECTION = Markup('<section class="{kind}" aria-labelledby="h-{kind}">\n<h2 id="h-{kind}">{title}</h2>\n{body}\n</section>\n')
FACT = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
CARD = Markup("""<div class="card">
<div class="who"><p class="chain">{chain}</p><p class="tags"><span class="act {act}">{act}</span>{doubt}</p></div>
<div class="what">{words}<dl>{facts}</dl></div>
</div>""")
ITEM = Markup(
    '<li id="s{number}" class="entry statement d{depth}"><a class="no" href="#at-s{number}" aria-label="{label}">{number}</a>{card}</li>'
)
LEGEND = Markup("""<h2>How to read this page</h2>
<ul>
<li><span class="src">source</span> who is named as saying it</li>
<li><span class="cue">cue</span> the word that reports it</li>
<li><span class="c1">content</span> what is said, with the <span class="n">number</span> of its entry</li>
<li><span class="c2">content within content</span> what one reports that another said</li>
{quads}</ul>""")
METER = Markup('<meter min="0" max="1" low="{low}" value="{value}">{text}</meter> {text}')
MARKS = {"confirmed": "✓", "contradicted": "✗", "unverified": "?"}


def all_entries(record: Record) -> Markup:
    """Every list that the record fills; statements and actors always."""
    parts = [_statements(record)]
    parts += [_events(record)] if record.events else []
    parts += [_votes(record)] if record.votes else []
    parts += [_ties(record)] if record.ties else []
    return Markup("").join([*parts, _actors(record)])


def legend(record: Record) -> Markup:
    """How the marks of the text read: source, cue and content, and where the record has events the four quad classes."""
    row = Markup('<li class="quad {0}"><span class="g">{1}</span>{2}</li>\n')
    quads = Markup("").join(row.format(entry.key, entry.mark, entry.name) for entry in QUADS) if record.events else ""
    return LEGEND.format(quads=quads)


def removed(record: Record, count: str) -> Markup:
    """What stood in the input and is no part of the article, with the reasons."""
    if not record.article.removed:
        return Markup("")
    row = Markup('<li><span class="why">{}</span> <q dir="auto">{}</q></li>')
    rows = Markup("\n").join(row.format(piece.reason, piece.text) for piece in record.article.removed)
    return Markup('<details class="removed"><summary>{} of text removed before reading</summary><ul>\n{}\n</ul></details>').format(
        count, rows
    )


def _statements(record: Record) -> Markup:
    places = {statement.id: index for index, statement in enumerate(record.statements)}
    items = Markup("\n").join(_item(record, entry, places) for entry in outline(record))
    shape = '<ol class="entries" data-total="{}">\n{}\n</ol>' if items else '<p class="none">No statement found.</p>'
    body = Markup(shape).format(len(record.statements), items)
    return SECTION.format(kind="statements", title="Statements", body=body)


def _item(record: Record, entry: Entry, places: dict[str, int]) -> Markup:
    index = places[entry.statement.id]
    card = CARD.format(
        chain=_chain(record, entry.statement),
        act=entry.statement.act,
        doubt=Markup(' <span class="doubt">doubtful</span>') if entry.statement.confidence < DOUBTFUL else "",
        words=_words(quotation(record, entry.statement)),
        facts=_facts(record, entry.statement, places),
    )
    return ITEM.format(depth=min(entry.depth, 3), label=f"Statement {index + 1} in the article", number=index + 1, card=card)


def _chain(record: Record, statement: Statement) -> Markup:
    pieces = []
    for part in chain.parts(record, statement):
        shape = Markup('<bdi class="speaker">{}</bdi>') if part.speaker else Markup("<bdi>{}</bdi>") if part.actor else Markup("{}")
        pieces.append(shape.format(part.text))
    return Markup("").join(pieces)


def _words(words: str) -> Markup:
    shape = Markup('<p dir="auto">{}</p>')
    return Markup("<blockquote>{}</blockquote>").format(Markup("").join(shape.format(paragraph) for paragraph in paragraphs(words)))


def _facts(record: Record, statement: Statement, places: dict[str, int]) -> Markup:
    link = Markup('<a href="#s{0}">statement {0}</a>')
    outer = places.get(statement.within or "")
    facts = [
        ("source", _span(statement.source_span)),
        ("cue", _span(statement.cue)),
        ("said", dates.words(statement.date, statement.until)),
        ("manner", statement.manner),
        ("within", "" if outer is None else link.format(outer + 1)),
        ("about", _about(record, statement)),
        ("confidence", _meter(statement.confidence)),
    ]
    return Markup("").join(FACT.format(name, value) for name, value in facts if value)


def _span(span: Span | None) -> Markup | str:
    return Markup('<bdi class="span">“{}”</bdi>').format(" ".join(span.text.split())) if span else ""


def _about(record: Record, statement: Statement) -> Markup:
    matters = {matter.id: matter.name for matter in record.matters}
    names = (matters.get(identifier) or chain.name(record, identifier) for identifier in statement.about)
    return Markup(", ").join(Markup("<bdi>{}</bdi>").format(name) for name in names)


def _meter(confidence: float) -> Markup:
    return METER.format(low=DOUBTFUL, value=f"{confidence:.3f}", text=percent(confidence))


def _events(record: Record) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(column.title) for column in tables.WIDE)
    cell = Markup('<td data-label="{}">{}</td>')
    rows = []
    for index, event in enumerate(record.events):
        cells = [cell.format(column.title, _cell(column.cell(record, event))) for column in tables.WIDE]
        cells[2] = cell.format("what", _what(record, index))
        rows.append(Markup('<tr id="e{}">{}</tr>').format(index + 1, Markup("").join(cells)))
    table = Markup("<table><thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody></table>").format(head, Markup("\n").join(rows))
    return SECTION.format(kind="events", title="Events", body=table)


def _cell(words: str) -> Markup | str:
    return Markup("<bdi>{}</bdi>").format(words) if words else "–"


def _what(record: Record, index: int) -> Markup:
    event = record.events[index]
    kind = quad(event.type)
    shape = Markup('<a class="type {}" href="#at-e{}" title="{}"><span class="g">{}</span> {}</a> <bdi class="span">“{}”</bdi>{}')
    return shape.format(kind.key, index + 1, kind.name, kind.mark, event.type, event.trigger.text, f", {event.mode}" if event.mode else "")


def _votes(record: Record) -> Markup:
    row = Markup("""<li id="v{number}" class="vote"><p><a class="no" href="#at-v{number}" aria-label="Vote {number} in the article">▣</a>
<b class="choice">{choice}</b> <bdi class="speaker">{voters}</bdi> <span class="small">{facts}</span></p>
<blockquote><p dir="auto">“{evidence}”</p></blockquote>{check}</li>""")
    rows = [
        row.format(
            number=index + 1,
            choice=vote.choice,
            voters=tables.voters(record, vote),
            facts=" · ".join(filter(None, (vote.body, dates.words(vote.date, vote.until), vote.subject, percent(vote.confidence)))),
            evidence=vote.evidence.text,
            check=_check(vote),
        )
        for index, vote in enumerate(record.votes)
    ]
    return SECTION.format(kind="votes", title="Votes", body=Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(rows)))


def _check(vote: Vote) -> Markup:
    if not vote.check:
        return Markup("")
    verdict = vote.check.verdict
    shape = Markup('<p class="verdict {0}"><b>{1} {0}</b>{2}</p>')
    return shape.format(verdict, MARKS.get(verdict, "?"), tables.ground(vote))


def _ties(record: Record) -> Markup:
    row = Markup("""<li id="t{0}"><p><a class="no" href="#at-t{0}" aria-label="Tie {0} in the article">⇄</a>
<bdi class="speaker">{1}</bdi> — {2} — <bdi class="speaker">{3}</bdi> <span class="small">{4}</span></p>
<blockquote><p dir="auto">“{5}”</p></blockquote></li>""")
    rows = [
        row.format(
            index + 1,
            chain.name(record, tie.subject),
            tie.relation,
            chain.name(record, tie.object),
            percent(tie.confidence),
            tie.evidence.text,
        )
        for index, tie in enumerate(record.ties)
    ]
    return SECTION.format(kind="ties", title="Ties", body=Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(rows)))


def _actors(record: Record) -> Markup:
    told = Counter(source for statement in record.statements for source in {statement.source, *statement.co_sources} if source)
    order = sorted(enumerate(record.actors), key=lambda item: (-told[item[1].id], -len(item[1].mentions), item[0]))
    rows = Markup("\n").join(_actor(actor, index, told[actor.id]) for index, actor in order)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(title) for title in ("name", "who", "statements", "mentions"))
    table = Markup("<table><thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody></table>").format(head, rows)
    return SECTION.format(kind="actors", title="Actors", body=table if record.actors else Markup('<p class="none">No actor found.</p>'))


def _actor(actor: Actor, index: int, told: int) -> Markup:
    row = Markup("""<tr><td data-label="name">{name}</td><td data-label="who"><bdi>{who}</bdi>{note}</td>
<td data-label="statements" class="count">{told}</td><td data-label="mentions" class="count">{mentions}</td></tr>""")
    shape = (
        '<a class="actor" href="#at-a{1}" data-a="{1}"><bdi class="speaker">{0}</bdi></a>'
        if actor.mentions
        else '<bdi class="speaker">{0}</bdi>'
    )
    who = naming.described(actor)
    note = Markup(' <span class="small">{}</span>').format(actor.note) if actor.note else ""
    name = Markup(shape).format(actor.name, index + 1)
    return row.format(name=name, who=who or "–", note=note, told=told, mentions=len(actor.mentions))
