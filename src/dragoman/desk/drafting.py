"""A draft held against the record, as `dragoman check` holds it: its quotations, its titles, its votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.knowledge import Knowledge
from dragoman.record import Store, listing, searching, viewing
from dragoman.record.query import Query, Term
from dragoman.record.texts import texts
from dragoman.resolving.against.check import Every, check
from dragoman.resolving.against.quotations import quoted
from dragoman.resolving.against.report import Report
from dragoman.resolving.against.sought import Source, Wanted
from dragoman.resolving.against.speakers import spoken
from dragoman.values import Article, Record

NEWEST = 1_000
"""Articles whose whole text is looked through, the last added; of older ones those that have some of a quotation among their entries."""

RUN = 3
"""Words of a quotation that are looked for in this order."""

RUNS = 5
PER_RUN = 20
OLDER = 60


def held_against(store: Store, draft: Record, knowledge: Knowledge) -> Report:
    """The report on a draft that was read and resolved."""
    newest = [one.article.key for one in listing.latest(store, NEWEST)]
    keys = dict.fromkeys((*_having(store, draft), *newest))
    sources = (Source(article) for article in texts(store, tuple(keys)))
    return check(draft, Every(sources), lambda article: _read(store, article), knowledge)


def _read(store: Store, article: Article) -> Record:
    return viewing.view(store, article.url or article.id).record


def _having(store: Store, draft: Record) -> tuple[str, ...]:
    """The keys of articles that have runs of words of the quotations among their entries, those with most first."""
    found: Counter[str] = Counter()
    for one in quoted(draft.article.text, spoken(draft)):
        for run in _runs(one.words):
            found.update({hit.article for hit in searching.search(store, Query((Term(run),)), PER_RUN)})
    return tuple(key for key, _ in found.most_common(OLDER))


def _runs(quotation: Wanted) -> Iterator[str]:
    """Some runs of words of a quotation, spread over it, so that one is whole where another was altered."""
    for part in quotation.parts:
        last = max(0, len(part) - RUN)
        for start in range(0, last + 1, max(1, last // RUNS)):
            yield " ".join(word.key for word in part[start : start + RUN])
