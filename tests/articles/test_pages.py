"""A page gives its article's paragraphs and metadata; everything else that a reader sees is in `removed` with a reason."""

import pytest

from dragoman.articles import Given, load
from dragoman.articles.pages import draft
from dragoman.errors import ArticleError

FIRST = "The council adopted a text on Friday that asks all parties to open a corridor for grain, its secretariat said in a statement."
SECOND = "“The text is balanced,” the ministry said. “We support it,” it added, after a vote of 12 to none with three abstentions."
THIRD = "The secretariat said that the first ships would leave port within a week, and that inspectors would board every ship."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Council adopts text on grain | The Example Courier</title>
<meta property="og:site_name" content="The Example Courier"><meta property="og:title" content="Council adopts text on grain">
<meta property="article:published_time" content="2022-07-22T10:00:00Z"><link rel="canonical" href="https://courier.example/grain">
<style>p{{color:red}}</style><script>var secret = "words of a script";</script></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<div class="cookie-banner">This banner speaks of cookies. <button>Accept</button></div>
<main><article><h1>Council adopts text on grain</h1><p class="byline">By Staff Reporter</p><time>July 22, 2022</time>
<div class="share-tools"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
<figure><img src="x.jpg" alt="chamber"><figcaption>The chamber of the council is seen in July.</figcaption></figure>
<p>{FIRST}</p><p>“The text is balanced,” the ministry <a href="/x">said</a>. “We <b>support</b> it,” it added, after a vote of 12 to
none with three abstentions.<br><br>{THIRD}</p>
<p style="display:none">A hidden paragraph that no reader sees is neither kept nor removed.</p>
<table><tr><td>Yes</td><td>12</td></tr></table>
<div class="related-posts"><h3>More</h3><ul><li><a href="/a">Ministers meet in the capital</a></li></ul></div>
<p>Comments are closed.</p></article>
<section class="comments"><h3>Discussion</h3><div>I think this is good news for everybody in the world.</div></section>
<aside><p>The weather today</p></aside></main>
<footer><p>Impressum and contact</p></footer></body></html>"""


@pytest.fixture
def article(tmp_path):
    (tmp_path / "grain.html").write_text(PAGE, encoding="utf-8")
    return load(str(tmp_path / "grain.html"))


def test_paragraphs_come_out_as_paragraphs(article):
    assert article.text.split("\n\n") == [FIRST, SECOND, THIRD]


def test_metadata_is_read_from_the_page(article):
    assert (article.id, article.title, article.date) == ("grain", "Council adopts text on grain", "2022-07-22")
    assert (article.outlet, article.url, article.language) == ("The Example Courier", "https://courier.example/grain", "en")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Home\nWorld", "navigation"),
        ("This banner speaks of cookies.", "cookie notice"),
        ("Accept", "button"),
        ("By Staff Reporter", "byline"),
        ("July 22, 2022", "date line"),
        ("Share on Facebook Tweet", "share bar"),
        ("The chamber of the council is seen in July.", "caption"),
        ("Yes\n12", "table"),
        ("More\nMinisters meet in the capital", "related links"),
        ("Discussion\nI think this is good news for everybody in the world.", "comments"),
        ("The weather today", "sidebar"),
        ("Impressum and contact", "page footer"),
        ("Comments are closed.", "boilerplate"),
    ],
)
def test_what_a_reader_sees_beside_the_article_is_removed_with_its_reason(article, text, reason):
    assert (text, reason) in [(item.text, item.reason) for item in article.removed]


def test_nothing_else_is_removed(article):
    assert len(article.removed) == 13
    assert not any("hidden" in item.text or "script" in item.text for item in article.removed)


def test_what_is_given_overrules_the_page(tmp_path):
    (tmp_path / "grain.html").write_text(PAGE, encoding="utf-8")
    article = load(str(tmp_path / "grain.html"), Given(title="Another title", date="2022-07", outlet="A ministry"))
    assert (article.title, article.date, article.outlet) == ("Another title", "2022-07", "A ministry")


def test_a_page_laid_out_in_a_table_is_read():
    cell = f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr></table>"
    assert FIRST in draft(f"<html><body>{cell}</body></html>", "x").text


def test_the_same_page_gives_the_same_article(article, tmp_path):
    assert load(str(tmp_path / "grain.html")) == article


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="empty"),
        pytest.param("<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>", id="navigation only"),
        pytest.param("<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>", id="needs a script"),
        pytest.param("<div>You need to enable JavaScript to run this app.</div>", id="asks for a script"),
        pytest.param("<form><input type='password'><button>Log in</button></form>", id="login"),
    ],
)
def test_a_page_without_an_article_is_refused(body):
    with pytest.raises(ArticleError, match=r"^page: no article found in the page; "):
        draft(f"<!DOCTYPE html><html><head><title>News</title></head><body>{body}</body></html>", "page")


def nested(depth: int) -> str:
    return f"<html><body>{'<div>' * depth}<p>{FIRST}</p><p>{SECOND}</p>{'</div>' * depth}</body></html>"


def test_a_page_nested_deeper_than_any_editor_writes_is_read():
    assert FIRST in draft(nested(150), "page").text


def test_a_page_nested_beyond_what_the_parser_follows_is_refused_and_no_crash():
    with pytest.raises(ArticleError, match=r"^page: no article found"):
        draft(nested(3000), "page")
