"""A corpus gives an article or an error a line, never stops at a bad one, and takes texts as they are."""

import gzip
import hashlib
import itertools
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles import corpus
from dragoman.articles.corpus import Shard, is_corpus, length, parse_shard, read
from dragoman.errors import ArticleError, CorpusError, UsageError
from dragoman.values import Article

GOOD = b'{"text": "The council met."}'


def results(tmp_path, *lines: bytes, name: str = "news.jsonl", shard: Shard | None = None):
    path = tmp_path / name
    path.write_bytes(b"\n".join(lines) + b"\n")
    return list(read(path, shard))


def test_a_full_line_keeps_all_its_fields(tmp_path):
    fields = {"id": "a-1", "title": "Council meets", "date": "2022-03", "outlet": "The Courier", "url": "https://c.example/1"}
    (article,) = results(tmp_path, json.dumps(fields | {"text": "The council met."}).encode())
    digest = hashlib.sha256(b"The council met.").hexdigest()
    assert article == Article(**fields, language="en", sha256=digest, text="The council met.", removed=())


def test_a_text_is_taken_exactly_as_it_is(tmp_path):
    text = " Title\n\nThe\u00a0council\u200b met.. \r\nSource link\n\nComments are closed.\n"
    (article,) = results(tmp_path, json.dumps({"text": text}).encode())
    assert (article.text, article.title, article.removed) == (text, None, ())


def test_an_id_comes_from_the_file_and_the_line_number_and_blank_lines_count(tmp_path):
    found = results(tmp_path, GOOD, b"", b"   ", GOOD, b'{"id": null, "text": "Met."}')
    assert [article.id for article in found] == ["news-1", "news-4", "news-5"]
    assert results(tmp_path, GOOD, name="old.news.jsonl")[0].id == "old.news-1"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param(b'{"text": "a"', "not JSON", id="broken JSON"),
        pytest.param(b"plain words", "not JSON", id="no JSON"),
        pytest.param(b'["text"]', "not a JSON object", id="a list"),
        pytest.param(b"null", "not a JSON object", id="null"),
        pytest.param(b"{}", "no text", id="no text"),
        pytest.param(b'{"text": null}', "no text", id="null text"),
        pytest.param(b'{"text": " \\n "}', "no text", id="blank text"),
        pytest.param(b'{"text": 5}', "text is 5, not a string", id="text is a number"),
        pytest.param(b'{"text": ["a"]}', "text is .*, not a string", id="text is a list"),
        pytest.param(b'{"text": "a", "id": 7}', "id is 7, not a string", id="id is a number"),
        pytest.param(b'{"text": "a", "title": true}', "title is true, not a string", id="title is a boolean"),
        pytest.param(b'{"text": "a", "url": {}}', "url is {}, not a string", id="url is an object"),
        pytest.param(b'{"text": "a", "date": "7 March"}', 'the date "7 March" is none', id="date in words"),
        pytest.param(b'{"text": "a", "date": "2022-02-30"}', "the date .* is none", id="a day that does not exist"),
        pytest.param(b'{"text": "a", "date": 2022}', "date is 2022, not a string", id="date is a number"),
        pytest.param(b'{"text": "\xff"}', "invalid UTF-8 at byte 11", id="invalid UTF-8"),
        pytest.param(b'{"text": "\\ud83d x"}', r"lone surrogate", id="lone surrogate"),
        pytest.param(b'{"text": "a", "id": "\\ud83d"}', r"id holds half of a character", id="lone surrogate in the id"),
        pytest.param(b"[" * 100_000, "nested too deep", id="nested too deep"),
        pytest.param(b'{"text": "a", "n": ' + b"9" * 10_000 + b"}", "a number too long", id="a number too long"),
        pytest.param(b'{"text": "' + b"word " * 200_001 + b'"}', "longer than 200,000 words", id="too many words"),
        pytest.param(
            '{"text": "Le Conseil a adopté une résolution sur le corridor céréalier, a déclaré le ministère dans un communiqué."}'.encode(),
            "in French",
            id="another language",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path, line, what):
    first, error, last = results(tmp_path, GOOD, line, GOOD)
    assert (first.id, last.id) == ("news-1", "news-3")
    assert isinstance(error, CorpusError)
    with pytest.raises(CorpusError, match=rf"^{tmp_path}/news\.jsonl:2: [^\n]*{what}[^\n]*$"):
        raise error


def test_a_line_beyond_all_bounds_is_skipped_without_reading_it_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "_MOST_BYTES", 100)
    first, error, last = results(tmp_path, GOOD, b'{"text": "' + b"x" * 950 + b'"}', GOOD)
    assert (first.id, last.id) == ("news-1", "news-3")
    assert "news.jsonl:2: longer than" in str(error)


def test_an_id_that_stands_twice_is_an_error_at_its_second_line(tmp_path):
    line = b'{"id": "a", "text": "Met."}'
    first, second, third = results(tmp_path, line, line, b'{"id": "news-1", "text": "Met."}')
    assert first.id == "a"
    assert 'news.jsonl:2: the id "a" stands in line 1 too; ' in str(second)
    assert third.id == "news-1"


def test_a_line_fares_alike_in_every_shard(tmp_path):
    lines = [b'{"id": "a", "text": "Met."}', GOOD, b'{"id": "a", "text": "Met."}', b"{", GOOD, b"", GOOD]
    whole = [str(result) for result in results(tmp_path, *lines)]
    parts = [[str(result) for result in results(tmp_path, *lines, shard=Shard(part, 3))] for part in (1, 2, 3)]
    assert sorted(itertools.chain(*parts)) == sorted(whole)
    assert [len(part) for part in parts] == [3, 2, 1]
    assert [length(tmp_path / "news.jsonl", Shard(part, 3)) for part in (1, 2, 3)] == [3, 2, 1]
    assert length(tmp_path / "news.jsonl") == len(whole) == 6


@given(st.integers(1, 70), st.integers(1, 10_000))
@settings(deadline=None)
def test_every_line_belongs_to_exactly_one_shard(of, number):
    assert sum(Shard(part, of).holds(number) for part in range(1, of + 1)) == 1


@pytest.mark.parametrize(("text", "shard"), [("3/64", Shard(3, 64)), ("1/1", Shard(1, 1)), ("64/64", Shard(64, 64))])
def test_a_shard_is_written_as_part_and_number_of_parts(text, shard):
    assert parse_shard(text) == shard


@pytest.mark.parametrize("text", ["", "3", "0/4", "5/4", "-1/4", "1/0", "a/b", "1/2/3", " 1/2", "٣/٤"])
def test_another_shard_is_a_usage_error_that_names_the_option(text):
    with pytest.raises(UsageError, match=r"^--shard .*: not a part of a corpus; write it as 3/64"):
        parse_shard(text)


def test_a_compressed_corpus_is_read_and_one_that_breaks_off_says_where(tmp_path):
    data = gzip.compress(GOOD + b"\n" + b"\n".join(b'{"text": "Met %d."}' % number for number in range(20_000)))
    (tmp_path / "news.jsonl.gz").write_bytes(data)
    found = list(read(tmp_path / "news.jsonl.gz"))
    assert (len(found), found[0].id) == (20_001, "news-1")
    (tmp_path / "cut.jsonl.gz").write_bytes(data[: len(data) // 2])
    *articles, error = read(tmp_path / "cut.jsonl.gz")
    assert all(isinstance(article, Article) for article in articles)
    assert f"cut.jsonl.gz:{len(articles) + 1}: the file breaks off here" in str(error)
    assert length(tmp_path / "cut.jsonl.gz") == len(articles) + 1


def test_a_corpus_is_read_lazily(tmp_path):
    (tmp_path / "news.jsonl").write_bytes(GOOD + b"\n{\n")
    lines = read(tmp_path / "news.jsonl")
    assert isinstance(lines, Iterator)
    assert next(lines).id == "news-1"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    found = results(tmp_path, b"\xef\xbb\xbf" + GOOD + b"\r", GOOD + b"\r")
    assert [article.id for article in found] == ["news-1", "news-2"]


@pytest.mark.parametrize(
    ("name", "what"),
    [("missing.jsonl", "cannot be read"), (".", "is a directory"), ("wide.jsonl", "is UTF-16")],
)
def test_a_file_that_is_no_corpus_is_refused_at_once(tmp_path, name, what):
    (tmp_path / "wide.jsonl").write_bytes(GOOD.decode().encode("utf-16"))
    with pytest.raises(ArticleError, match=what):
        read(tmp_path / name)
    with pytest.raises(ArticleError, match=what):
        length(tmp_path / name)


@pytest.mark.parametrize(
    ("source", "expected"), [("a.jsonl", True), ("a.JSONL", True), ("a.jsonl.gz", True), ("a.json", False), ("-", False), ("a.txt", False)]
)
def test_a_corpus_is_known_by_its_name(source, expected):
    assert is_corpus(source) is expected
