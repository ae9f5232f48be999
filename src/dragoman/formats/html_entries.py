"""The lists below the article: statements as nested cards, events, votes, ties, actors, and what was removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from dragoman.formats import html_cards, naming
from dragoman.formats.quads import QUADS
from dragoman.values import Actor, Record

SECTION = Markup('<section class="{kind}" aria-labelledby="h-{kind}">\n<h2 id="h-{kind}">{title}</h2>\n{body}\n</section>\n')
LEGEND = Markup("""<h2>How to read this page</h2>
<ul>
<li><span class="src">source</span> who is named as saying it</li>
<li><span class="cue">cue</span> the word that reports it</li>
<li><span class="c1">content</span> what is said, with the <span class="n">number</span> of its entry</li>
<li><span class="c2">content within content</span> what one reports that another said</li>
{signs}</ul>""")
SIGNS = (("▣", "a reported vote", "votes"), ("⇄", "a standing tie", "ties"))
"""The signs of other entries, what they stand before, and the list of the record that holds these."""


def all_entries(record: Record) -> Markup:
    """Every list that the record fills; statements and actors always."""
    found = (
        ("Statements", html_cards.statements(record), len(record.statements)),
        ("Events", html_cards.events(record), len(record.events)),
        ("Votes", html_cards.votes(record), len(record.votes)),
        ("Ties", html_cards.ties(record), len(record.ties)),
    )
    shown = (_listed(title, items, total) for title, items, total in found if total or title == "Statements")
    return Markup("").join([*shown, _actors(record)])


def legend(record: Record) -> Markup:
    """How the marks of the text read: source, cue and content, and what the record has of the four quad classes, votes and ties."""
    quads = Markup('<li class="quad {0}"><span class="g">{1}</span>{2}</li>\n')
    signs = Markup('<li class="sign"><span class="g">{}</span>{}</li>\n')
    rows = [quads.format(one.key, one.mark, one.name) for one in QUADS] if record.events else []
    rows += [signs.format(sign, words) for sign, words, kind in SIGNS if getattr(record, kind)]
    return LEGEND.format(signs=Markup("").join(rows))


def removed(record: Record, count: str) -> Markup:
    """What stood in the input and is no part of the article, with the reasons."""
    if not record.article.removed:
        return Markup("")
    row = Markup('<li><span class="why">{}</span> <q dir="auto">{}</q></li>')
    rows = Markup("\n").join(row.format(piece.reason, piece.text) for piece in record.article.removed)
    return Markup('<details class="removed"><summary>{} of text removed before reading</summary><ul>\n{}\n</ul></details>').format(
        count, rows
    )


def _listed(title: str, items: Iterable[Markup], total: int) -> Markup:
    """The section of one kind of entry; that of statements says so where there is none."""
    full, none = Markup('<ol class="entries" data-total="{}">\n{}\n</ol>'), Markup('<p class="none">No statement found.</p>')
    body = full.format(total, Markup("\n").join(items)) if total else none
    return SECTION.format(kind=title.lower(), title=title, body=body)


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
