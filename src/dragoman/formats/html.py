"""The record as one self-contained page: the article with its statements marked, and every entry listed below it.

The page loads nothing, its policy allows only its own style and script (by their hashes), and it can be read without the
script: every mark in the text is a link to its entry and back.
"""

from __future__ import annotations

from markupsafe import Markup

from dragoman.formats import dates, html_article, html_entries, printable, self_contained
from dragoman.formats.outline import counts, number
from dragoman.values import Record

PAGE = Markup("""{head}
<body>
<a class="skip" href="#article">Skip to the article</a>
<header class="head">
<p class="brand">Dragoman <span>who said what, and through whom</span></p>
<h1 dir="auto">{heading}</h1>
<p class="dateline">{dateline}</p>
<p class="counts">{counts}</p>
</header>
<div class="reading">
<aside class="panel" id="panel" aria-label="The entry at hand">
<div class="legend">
{legend}
{keys}
</div>
<div class="slot" aria-live="polite"></div>
<button class="close" type="button" hidden>Close</button>
</aside>
<main id="article" class="article" lang="{language}">
{article}
</main>
</div>
{entries}
<footer class="foot">{colophon}</footer>
<script>{script}</script>
</body>
</html>
""")

KEYS = Markup("""<p class="keys">Point at a passage, tap it, or press <kbd>j</kbd> and <kbd>k</kbd>; <kbd>Esc</kbd> lets go.</p>""")

COLOPHON = Markup("""<p>Read by Dragoman {program}, model {model}{knowledge}. {sure}</p>
<p class="sum">Text of the article: SHA-256 <code>{sha256}</code></p>""")

SURE = "A confidence is the share of entries of that confidence that were right when they were measured against annotated articles."


def render(record: Record) -> str:
    """The page as a string of HTML; everything that came from outside is escaped, control characters are U+FFFD."""
    style, script = self_contained.asset("page.css"), self_contained.asset("panel.js") + self_contained.asset("page.js")
    title, language = record.article.title or "Untitled article", record.article.language
    page = PAGE.format(
        head=self_contained.head(title, style, script, language),
        language=language,
        heading=title,
        script=Markup(script),
        dateline=_dateline(record),
        counts=" · ".join(counts(record)),
        legend=html_entries.legend(record),
        keys=KEYS,
        article=html_article.body(record),
        entries=html_entries.all_entries(record),
        colophon=_colophon(record),
    )
    return printable.plain(page)


def _dateline(record: Record) -> Markup:
    article = record.article
    facts = [Markup("<time>{}</time>").format(dates.words(article.date))] if article.date else []
    facts += [Markup("<bdi>{}</bdi>").format(article.outlet)] if article.outlet else []
    facts += [self_contained.address(article.url)] if article.url else []
    return Markup(' <span class="dot">·</span> ').join(facts)


def _colophon(record: Record) -> Markup:
    coder = record.coder
    return COLOPHON.format(
        program=coder.program,
        model=coder.model,
        knowledge=f", knowledge {coder.knowledge}" if coder.knowledge else "",
        sure=SURE,
        sha256=record.article.sha256,
    ) + html_entries.removed(record, number(len(record.article.removed), "piece"))
