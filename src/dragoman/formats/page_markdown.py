"""A page of findings as Markdown."""

from __future__ import annotations

from dragoman.formats.markdown import WEB, escape
from dragoman.formats.page import Item, Page, Section, Source, counted


def render(page: Page) -> str:
    """The page as one Markdown text that ends with a line feed; what came from outside shows as the words that it is."""
    blocks = [f"# {escape(page.title)}", escape(page.subtitle)]
    for section in page.sections:
        blocks += _section(section)
    if page.sources:
        blocks += ["## Sources", "\n".join(_source(source) for source in page.sources)]
    return "\n\n".join([*blocks, "---", f"*{escape(counted(page))}*"]) + "\n"


def _section(section: Section) -> list[str]:
    if not section.items and not section.empty:
        return []
    lines = [_item(item) for item in section.items]
    return [f"## {escape(section.title)}", "\n\n".join(lines) if lines else escape(section.empty)]


def _item(item: Item) -> str:
    cites = "".join(f"\\[{number}\\]" for number in item.cites)
    parts = [f"**{escape(item.lead)}**" if item.lead else "", f"*{escape(item.tag)}*", escape(item.when), *map(escape, item.small)]
    first = f"- {' · '.join(filter(None, parts))} {cites}".rstrip()
    return f"{first}\n\n  > {escape(item.words)}" if item.words else first


def _source(source: Source) -> str:
    url = source.url or ""
    link = f" <{url}>" if WEB.fullmatch(url) else f" {escape(url)}" if url else ""
    return f"{source.number}. {escape(source.title)}{' · ' if source.facts else ''}{escape(source.facts)}{link}"
