"""A page of findings before any format: sections of cited lines, and the numbered sources that the citations point at."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.formats import dates
from dragoman.formats.outline import number
from dragoman.values import Record


@dataclass(frozen=True, slots=True)
class Item:
    """A line: when, a word in the margin (`tag`) with its tone, who (`lead`), the words, small print, and the numbers of its sources.

    `tone` is good, bad, plain or doubt: formats colour it, the tag says the same in words.
    """

    when: str
    tag: str
    tone: str
    lead: str
    words: str
    small: tuple[str, ...]
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `empty` is what is shown where there are none."""

    title: str
    items: tuple[Item, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that is cited."""

    number: int
    title: str
    facts: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A title, what is said under it, the sections, the sources in the order of their numbers."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


TONES = {
    **dict.fromkeys("support cooperative praise offer promise yes confirmed".split(), "good"),
    **dict.fromkeys("oppose hostile accuse condemn threaten warn no contradicted".split(), "bad"),
    **dict.fromkeys("neutral abstain deny regret doubtful".split(), "doubt"),
}
"""The tone of a stance, an act, a choice or a verdict; all else is plain."""


def tone(word: str) -> str:
    """The tone of a word in the margin."""
    return TONES.get(word, "plain")


def source(place: int, record: Record) -> Source:
    """The article of a record as a source of that number."""
    article = record.article
    facts = " · ".join(filter(None, (article.outlet, dates.words(article.date))))
    return Source(place, article.title or article.id, facts, article.url)


def counted(page: Page) -> str:
    """How many lines from how many sources."""
    return f"{number(sum(len(section.items) for section in page.sections), 'line')} from {number(len(page.sources), 'article')}"
