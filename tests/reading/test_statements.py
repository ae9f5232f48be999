"""What two statements claim of a text, and whose it is."""

from dragoman.model.words import Words, split
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.statements import apart

WORDS = split("Qureshi said he spoke to Lavrov “by phone”. He told VOA that Moscow was ready to talk.")


def part(words: Words, quoted: str) -> Range:
    start = words.text.index(quoted)
    first, stop = words.covering(start, start + len(quoted))
    return first, stop - 1


def draft(cue: str, *content: str) -> Draft:
    trigger = part(WORDS, cue)
    return Draft(trigger, False, trigger, (), tuple(part(WORDS, one) for one in content), (), (), "assert", 0.9)


def contents(*drafts: Draft) -> list[list[str]]:
    return [[WORDS.text[slice(*WORDS.extent(*piece))] for piece in one.content] for one in apart(WORDS, drafts)]


def test_content_that_two_claim_is_of_the_cue_in_its_sentence() -> None:
    first, second = "he spoke to Lavrov “by phone", "Moscow was ready to talk"
    assert contents(draft("said", first, second), draft("told", first, second)) == [[first], [second]]


def test_what_nobody_else_claims_stays() -> None:
    first, second = "he spoke to Lavrov “by phone", "Moscow was ready to talk"
    assert contents(draft("said", first, second), draft("told", "VOA")) == [[first, second], ["VOA"]]


def test_a_piece_that_holds_the_other_cue_is_left_to_both() -> None:
    second = "He told VOA that Moscow was ready to talk"
    inner = "Moscow was ready to talk"
    assert contents(draft("said", "he spoke to Lavrov “by phone", second), draft("told", inner))[0][-1] == second


def test_no_statement_loses_all_of_its_content() -> None:
    second = "Moscow was ready to talk"
    assert contents(draft("said", second), draft("told", second)) == [[second], [second]]
