"""Who tells what another told: the pattern of reported speech inside reported speech."""

import pytest

from dragoman.model.words import split
from dragoman.reading.chained import complete
from dragoman.reading.drafts import Draft

ROWS = [
    # content of the outer statement, inner source, inner cue, inner content
    ("Lavrov had let him know that Moscow was ready to talk", "Lavrov", "had let him know", "Moscow was ready to talk"),
    ("his Russian counterpart had “noted” that the talks went well", "his Russian counterpart", "had “noted", "the talks went well"),
    ("that Lavrov told him the talks had failed", "Lavrov", "told him", "the talks had failed"),
    ("the ministry had confirmed the visit of the envoy", "the ministry", "had confirmed", "the visit of the envoy"),
    ("the two officials had warned that prices would rise", "the two officials", "had warned", "prices would rise"),
]
NONE = [
    "the talks had failed and would not go on",  # nobody tells
    "the house, which had announced its plans, was closed",  # a clause comes between
    "Lavrov said so",  # no past perfect: a quotation within an article has those by the hundred
    "prices had reported gains this week",  # prices tell nothing
]


def outer(content: str):
    words = split(f"Qureshi said {content}.")
    return words, Draft((1, 1), False, (1, 1), ((0, 0),), ((2, len(words) - 2),), (), (), "assert", 0.9)


def text(words, part) -> str:
    return words.text[words.extent(*part)[0] : words.extent(*part)[1]]


@pytest.mark.parametrize(("content", "source", "cue", "told"), ROWS, ids=[row[1] for row in ROWS])
def test_the_inner_statement_is_found(content: str, source: str, cue: str, told: str) -> None:
    words, draft = outer(content)
    _, inner = complete(words, (draft,))
    assert (text(words, inner.sources[0]), text(words, inner.cue), text(words, inner.content[0])) == (source, cue, told)
    assert inner.inner


@pytest.mark.parametrize("content", NONE)
def test_nothing_is_added_where_nobody_tells(content: str) -> None:
    words, draft = outer(content)
    assert complete(words, (draft,)) == (draft,)
