"""Quoted paragraphs and transcripts become statements though no word attributes them."""

from dragoman.model.words import split
from dragoman.reading.drafts import Draft
from dragoman.reading.uncued import complete


def draft(words, trigger: str, content: str) -> Draft:
    def place(given: str) -> tuple[int, int]:
        start = words.text.index(given)
        first, stop = words.covering(start, start + len(given))
        return first, stop - 1

    return Draft(place(trigger), False, place(trigger), (), (place(content),), (), (), "assert", 0.9)


def texts(words, drafts) -> list[list[str]]:
    return [[words.text[words.extent(*part)[0] : words.extent(*part)[1]] for part in one.content] for one in drafts]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    words = split("She said: “We have waited for years.\n\n“Now we will act together.”")
    found = complete(words, (draft(words, "said", "We have waited for years"),))
    assert texts(words, found) == [["We have waited for years", "Now we will act together."]]


def test_a_colon_announces_the_quoted_paragraph() -> None:
    words = split("The minister was blunt and said it:\n\n“The talks have failed for good.”")
    found = complete(words, (draft(words, "said", "it"),))
    assert texts(words, found) == [["it", "The talks have failed for good."]]


def test_a_quotation_that_stands_alone_is_a_statement_without_a_cue() -> None:
    words = split("The crowd waited for hours.\n\n“Enough is enough, we want peace.”")
    (found,) = complete(words, ())
    assert (found.cue, found.sources) == (None, ())
    assert texts(words, (found,)) == [["Enough is enough, we want peace."]]


def test_scare_quotes_and_cued_quotations_are_left_alone() -> None:
    words = split("“No way.”\n\n“We will never agree to that,” she said.")
    cued = draft(words, "said", "We will never agree to that")
    assert complete(words, (cued,)) == (cued,)
