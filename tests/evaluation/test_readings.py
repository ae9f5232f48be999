"""Articles reach the reader as corpus lines do, each once, and a refused one is scored as unread."""

from __future__ import annotations

import pytest

from dragoman.values import Article, Coder, Record
from evaluation.readings import Readings

ENGLISH = "The ministers said that they would meet again. "
TEXTS = [
    pytest.param(ENGLISH, id="trailing space"),
    pytest.param("A Headline\n\n" + ENGLISH, id="a first line that looks like a title"),
    pytest.param("Share this\u00a0page\u200e\r\n“" + ENGLISH + "\n\nComments are closed.", id="marks, line ends and boilerplate"),
    pytest.param(ENGLISH + "\u2028\u2029\x85 next", id="other line separators"),
]


def read(article: Article) -> Record:
    return Record(1, Coder("0", "fake"), article)


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_taken_as_it_is(text):
    """Not a character changes between gold and reader."""
    (record,) = Readings(lambda: read, say=lambda _: None).of([{"id": "a", "title": "T", "date": "2020-01", "outlet": "O", "text": text}])
    assert record["article"]["text"] == text
    assert [record["article"][key] for key in ("id", "title", "date", "outlet")] == ["a", "T", "2020-01", "O"]


def test_each_article_is_read_once_and_the_reader_opened_once():
    """Asking again, in another order or for a part, reads nothing anew."""
    opened, seen, lines = [], [], [{"id": name, "text": ENGLISH + name} for name in "abc"]

    def counted(article: Article) -> Record:
        seen.append(article.id)
        return read(article)

    readings = Readings(lambda: opened.append(1) or counted, say=lambda _: None)
    assert [record["article"]["id"] for record in readings.of(lines)] == ["a", "b", "c"]
    assert [record["article"]["id"] for record in readings.of(lines[::-1])] == ["c", "b", "a"]
    assert (seen, opened) == (["a", "b", "c"], [1])


def test_a_refused_line_is_scored_as_empty():
    """What `dragoman read` would refuse is said, and counts as an article in which nothing was found."""
    said: list[str] = []
    german = "Der Minister sagte am Montag in Berlin, dass die Verhandlungen mit den Nachbarn fortgesetzt würden. " * 5
    english, refused = Readings(lambda: read, said.append).of([{"id": "a", "text": ENGLISH}, {"id": "b", "text": german}])
    assert english["article"]["id"] == "a"
    assert refused == {"article": {"id": "b", "text": german}}
    assert any("German" in line for line in said)
