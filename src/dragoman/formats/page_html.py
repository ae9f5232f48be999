"""A page of findings as one self-contained page of HTML: no script, nothing loaded, every citation a link to its source."""

from __future__ import annotations

from markupsafe import Markup

from dragoman.formats import printable, self_contained
from dragoman.formats.page import Item, Page, Section, Source, counted

PAGE = Markup("""{head}
<body>
<header>
<h1 dir="auto">{title}</h1>
<p>{subtitle}</p>
</header>
<main>
{sections}
</main>
{sources}
<footer><p>{counted}</p></footer>
</body>
</html>
""")
SECTION = Markup('<section>\n<h2 dir="auto">{title}</h2>\n{items}\n</section>')
ITEM = Markup(
    '<li><p class="margin"><time>{when}</time> <span class="tag {tone}">{tag}</span></p>'
    '<div><p class="lead"><bdi>{lead}</bdi> {cites}</p>{words}{small}</div></li>'
)


def render(page: Page) -> str:
    """The page as a string of HTML; everything that came from outside is escaped, control characters are U+FFFD."""
    whole = PAGE.format(
        head=self_contained.head(page.title, self_contained.asset("findings.css")),
        title=page.title,
        subtitle=page.subtitle,
        sections=Markup("\n").join(_section(section) for section in page.sections if section.items or section.empty),
        sources=_sources(page),
        counted=counted(page),
    )
    return printable.plain(whole)


def _section(section: Section) -> Markup:
    items = Markup("<ol>\n{}\n</ol>").format(Markup("\n").join(map(_item, section.items)))
    return SECTION.format(title=section.title, items=items if section.items else Markup("<p>{}</p>").format(section.empty))


def _item(item: Item) -> Markup:
    cites = Markup(" ").join(Markup('<a class="cite" href="#source-{0}">[{0}]</a>').format(number) for number in item.cites)
    words = Markup('<blockquote dir="auto">{}</blockquote>').format(item.words) if item.words else ""
    small = Markup('<p class="small">{}</p>').format(" · ".join(item.small)) if item.small else ""
    return ITEM.format(when=item.when, tone=item.tone, tag=item.tag, lead=item.lead, cites=cites, words=words, small=small)


def _sources(page: Page) -> Markup:
    if not page.sources:
        return Markup("")
    return Markup('<section class="sources">\n<h2>Sources</h2>\n<ol>\n{}\n</ol>\n</section>').format(
        Markup("\n").join(map(_source, page.sources))
    )


def _source(source: Source) -> Markup:
    return Markup('<li id="source-{}"><bdi>{}</bdi> <span class="small">{}</span> {}</li>').format(
        source.number, source.title, source.facts, self_contained.address(source.url) if source.url else ""
    )
