"""One article comes out of a path, standard input or a URL, or one line says why not."""

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.articles import Given, load
from dragoman.articles.dates import is_date
from dragoman.articles.loading import slug
from dragoman.errors import ArticleError, UsageError

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[3] / "shared")
BODY = "The council met on Monday and adopted a text on the corridor.\n\nThe union welcomed it."
PAGE = f"<!DOCTYPE html><html><head><title>Council adopts text</title></head><body><article><p>{BODY}</p></article></body></html>"


def saved(tmp_path, name: str, data: str | bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


@pytest.fixture
def stdin(monkeypatch):
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def test_a_plain_text_file(tmp_path):
    article = load(saved(tmp_path, "grain-2022.txt", f"Council adopts text\n\n{BODY}\n\nSource link\n"))
    assert (article.id, article.title, article.text, article.language) == ("grain-2022", "Council adopts text", BODY, "en")
    assert (article.date, article.outlet, article.url) == (None, None, None)
    assert article.sha256 == hashlib.sha256(BODY.encode()).hexdigest()
    assert [(item.text, item.reason) for item in article.removed] == [("Source link", "boilerplate")]


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        pytest.param("a.md", f"# Council *adopts* text\n\n{BODY}", "Council adopts text", id="Markdown"),
        pytest.param("a.html", PAGE, "Council adopts text", id="page"),
        pytest.param("a.htm", PAGE, "Council adopts text", id="page by its short suffix"),
        pytest.param("a.txt", PAGE, "Council adopts text", id="page saved as text"),
        pytest.param("a", f"Council adopts text\n\n{BODY}", "Council adopts text", id="no suffix"),
        pytest.param("a.txt", f"Council adopts text\r\n\r\n{BODY}".encode("utf-16"), "Council adopts text", id="UTF-16"),
    ],
)
def test_files_of_every_kind(tmp_path, name, data, title):
    article = load(saved(tmp_path, name, data))
    assert (article.title, article.text.split()) == (title, BODY.split())


@pytest.mark.parametrize("data", [BODY, PAGE], ids=["text", "page"])
def test_standard_input_is_read_by_what_it_looks_like(stdin, data):
    stdin(data.encode())
    article = load("-")
    assert (article.id, article.text.split()) == ("stdin", BODY.split())


def test_what_is_given_overrules_and_the_first_line_is_still_no_part_of_the_body(tmp_path):
    path = saved(tmp_path, "a.txt", f"Council adopts text\n\nMarch 7, 2022\n\n{BODY}")
    article = load(path, Given(title="Another  title", date="2022-03", outlet="A ministry"))
    assert (article.title, article.date, article.outlet, article.text) == ("Another title", "2022-03", "A ministry", BODY)
    assert ("Council adopts text", "title") in [(item.text, item.reason) for item in article.removed]
    assert load(path, Given(title=" ")).title == "Council adopts text"


@pytest.mark.parametrize("date", ["2022", "2022-03", "2022-03-07", "2024-02-29"])
def test_dates_are_years_months_and_days(date):
    assert Given(date=date).date == date


@pytest.mark.parametrize(
    "date",
    ["22", "2022-3", "2022-13", "2022-02-30", "0000", "7 March 2022", "2022-03-07T10", "٢٠٢٢", "2022-03-07\n1", "-"],
)
def test_another_date_is_a_usage_error_that_names_the_option(date):
    with pytest.raises(UsageError, match=r"^--date .*: not a date; write it as 2022, 2022-03 or 2022-03-07$"):
        Given(date=date)


@given(st.dates())
@settings(deadline=None)
def test_every_day_is_a_date(day):
    assert is_date(day.isoformat())


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        pytest.param("missing.txt", None, "no such file", id="no such file"),
        pytest.param("empty.txt", b"", "holds no text", id="empty"),
        pytest.param("blank.txt", b" \n\xc2\xa0\n\xe2\x80\x8b", "holds no text", id="nothing but blanks"),
        pytest.param("blank.md", b"\n\n", "holds no text", id="empty Markdown"),
        pytest.param("closed.txt", b"Comments are closed.\n\nSource link", "holds no text", id="nothing but boilerplate"),
        pytest.param("report.pdf", b"%PDF-1.7", "is a PDF", id="PDF"),
        pytest.param("report.docx", b"PK\x03\x04\x14\x00", "is a Word", id="Word"),
        pytest.param("photo.jpg", b"\xff\xd8\xff\xe0\x00", "is a JPEG", id="image"),
        pytest.param("page.html", b"<html><body><nav>Home</nav></body></html>", "no article found", id="page without an article"),
        pytest.param("page.html", b"", "no page that can be read|no article found|holds no text", id="empty page"),
        pytest.param("news.jsonl", b"{}", "is a corpus", id="corpus"),
        pytest.param(
            "fr.txt",
            "Le Conseil a adopté une résolution sur le corridor céréalier, a déclaré le ministère dans un communiqué.".encode(),
            "is in French",
            id="another language",
        ),
        pytest.param("long.txt", b"The word. " * 100_001, r"too long \(200,002 words; the limit is 200,000 words\)", id="too many words"),
        pytest.param("huge.txt", b"The " * 3_000_000, r"too long \(over 10 MiB; the limit is 200,000 words\)", id="too many bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line_that_names_it(tmp_path, name, data, what):
    path = str(tmp_path / name) if data is None else saved(tmp_path, name, data)
    with pytest.raises(ArticleError, match=what) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_directory_is_refused(tmp_path):
    with pytest.raises(ArticleError, match="is a directory"):
        load(str(tmp_path))


def test_empty_standard_input_is_refused(stdin):
    stdin(b"")
    with pytest.raises(ArticleError, match="holds no text"):
        load("-")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://News.Example/World/2022/grain.html", "news-example-world-2022-grain-html"),
        ("http://news.example/", "news-example"),
        ("https://news.example/?p=12", "news-example-p-12"),
    ],
)
def test_the_id_of_a_page_is_a_slug_of_its_address(url, expected):
    assert slug(url) == expected


def test_long_addresses_that_differ_at_the_end_have_different_ids():
    one, other = (slug(f"https://news.example/{'a' * 200}/{end}") for end in (1, 2))
    assert one != other
    assert len(one) < 120


@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ""])
def test_any_bytes_give_an_article_or_an_article_error(tmp_path, suffix, data):
    path = saved(tmp_path, f"a{suffix}", data)
    try:
        article = load(path)
    except ArticleError as error:
        assert str(error).startswith(path)  # noqa: PT017 - either outcome is right, a crash is not
    else:
        assert article.text.strip()
        assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_the_seed_article_loses_its_caption_and_the_lines_of_the_aggregator():
    path = SHARED / "examples" / "pakistan-neutrality-2022-03.txt"
    if not path.exists():
        pytest.skip(f"{path} is not there (set DRAGOMAN_SHARED)")
    source = path.read_text(encoding="utf-8")
    article = load(str(path), Given(date="2022-03-07"))
    assert article.title == source.split("\n", 1)[0]
    assert [item.reason for item in article.removed] == ["caption", "boilerplate", "boilerplate"]
    assert [item.text for item in article.removed[1:]] == ["Source link", "Comments are closed."]
    assert "(Courtesy of" in article.removed[0].text
    assert ". ." not in article.text
    assert len(article.text.split("\n\n")) == 26
