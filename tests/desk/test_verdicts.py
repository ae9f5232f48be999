"""What a check finds as notes under the text: each kind of verdict, its difference and reason, and nothing of it unescaped."""

from __future__ import annotations

import pytest

from dragoman.desk import verdicts
from dragoman.desk.parts import parts
from dragoman.resolving.against.report import Change, Found, Holder, Quotation, Report, Title
from dragoman.values import Span
from tests.formats.sample import RECORD, TEXT

HOLDER = Holder("Imran Khan", "Prime Minister", "Pakistan", "2018-08-18", "2022-04-10", None, "kept")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


PLACE = span("We will publish the list,")
FOUND = Found("n2", "A <b>title</b>", "2022-03-06", "Paper", "https://example.org/2", Span(0, 3, "We "), True, ("A speaker",), True)
NOTES = [
    (Quotation(PLACE, "he", "verbatim", (), (FOUND,), 1), "confirmed", "✓ verbatim", False),
    (Quotation(PLACE, "he", "not_found"), "unverified", "? not found", False),
    (Quotation(PLACE, "he", "other_speaker", (), (FOUND,), 1, "the same words from B"), "contradicted", "(the same words from B)", True),
    (Quotation(PLACE, "he", "altered", (Change("exchanged", "never", "not"),), (FOUND,), 1), "contradicted", "not</del> <ins>", True),
    (Quotation(PLACE, "he", "altered", (Change("dropped", "", "not"),), (FOUND,), 1), "contradicted", "not</del></q>", True),
    (Title(PLACE, "X", "Minister", False, "wrong", "another held it", (HOLDER,)), "contradicted", "Minister X: another held it", True),
    (Title(PLACE, "X", "Minister X", False, "right", "held it"), "confirmed", "✓ title</b> Minister X: held it", False),
    (Title(PLACE, "X", "Minister", False, "unknown", "nobody knows"), "unverified", "? title", False),
]


@pytest.mark.parametrize(("found", "tone", "words", "wrong"), NOTES)
def test_notes(found: Quotation | Title, tone: str, words: str, wrong: bool) -> None:
    """The note stands under its paragraph, with its tone, its word and, where the draft is at fault, a name to be linked to."""
    quotations = (found,) if isinstance(found, Quotation) else ()
    titles = (found,) if isinstance(found, Title) else ()
    report = Report(RECORD.article, 2, quotations, titles, ())
    (note,) = verdicts.named(verdicts.of_report(report))
    page = verdicts.body(RECORD, [note], parts(RECORD)[0])
    shown = page[page.index('<div class="checked') : page.index("</div>")].replace('<span class="unseen">source: </span>', "")
    shown = shown.replace('<span class="unseen">draft: </span>', "")
    assert shown.startswith(f'<div class="checked {tone}"')
    assert words in shown
    assert ('id="check-1"' in shown) is note.wrong is wrong
    assert "<b>title</b>" not in shown
    assert page.index("publish the list") < page.index('<div class="checked')


def test_a_fault_in_a_list_says_what_it_is() -> None:
    """A quotation by its words in quotation marks, a title with when it was held: the name alone would not tell what is wrong."""
    (quotation,) = verdicts.of_report(Report(RECORD.article, 1, (NOTES[3][0],), (), ()))
    (title,) = verdicts.of_report(Report(RECORD.article, 1, (), (NOTES[5][0],), ()))
    assert (quotation.brief, title.brief) == ('<q dir="auto">We will publish the list,</q>', "Minister X: another held it")


def test_summary_counts() -> None:
    report = Report(RECORD.article, 1, tuple(one for one, *_ in NOTES if isinstance(one, Quotation)), (), ())
    told = "5 quotations, 0 titles, 0 votes held against 1 article of the record: 3 wrong, 1 quotation not found."
    assert verdicts.summary(report) == told
