"""The page holds the article's text unchanged, loads nothing, runs only its own script, and gives outside text no power."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from dragoman.formats import html, printable, self_contained
from dragoman.values import Record, Span, Statement
from tests.formats.hostile import ATTACKS, hostile
from tests.formats.sample import RECORD, article, span

LINKS = ".//a[starts-with(@id, 'at-')]"


def tree(record: Record) -> parser.HtmlElement:
    return parser.document_fromstring(html.render(record))


def words(record: Record) -> list[str]:
    """The paragraphs that the page shows of the article, without the links to the entries."""
    shown = []
    for paragraph in tree(record).get_element_by_id("article").iter("p"):
        for link in paragraph.xpath(LINKS):
            link.drop_tree()
        shown.append(paragraph.text_content())
    return shown


def test_the_article_stands_there_word_for_word() -> None:
    assert words(RECORD) == RECORD.article.text.split("\n\n")


@settings(deadline=None)
@given(st.data())
def test_any_spans_leave_the_text_as_it_is(data: st.DataObject) -> None:
    """Nested, overlapping and touching spans of arbitrary text are split at their boundaries; no word is lost or doubled."""
    text = data.draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip))
    place = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(place, place), min_size=1, max_size=6))
    spans = [Span.of(text, *sorted(pair)) for pair in pairs]
    statements = tuple(Statement(f"s{number}", None, (), one, one, (one,), "mixed", "assert") for number, one in enumerate(spans))
    record = dataclasses.replace(RECORD, article=article(text), actors=(), statements=statements, events=(), votes=(), ties=())
    assert words(record) == [text]


def test_segments_of_a_nested_statement_name_both_and_the_inner_one_first() -> None:
    inner = tree(RECORD).xpath("//main//span[contains(@data-m, 'content:2')]")
    assert [node.get("data-s") for node in inner] == ["2 1"]
    assert "c2" in inner[0].get("class")


def test_each_statement_has_one_link_in_the_text_and_one_back() -> None:
    page = tree(RECORD)
    for number in range(1, 6):
        assert [link.get("href") for link in page.xpath(f"//a[@id='at-s{number}']")] == [f"#s{number}"]
        assert page.xpath(f"//li[@id='s{number}']//a[@href='#at-s{number}']")


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere() -> None:
    page = tree(RECORD)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_triggers_carry_the_mark_of_their_quad_class_beside_its_colour() -> None:
    marks = {link.get("href"): (link.text, link.get("class")) for link in tree(RECORD).xpath("//main//a[starts-with(@href, '#e')]")}
    assert marks == {
        "#e1": ("△", "g verbal-conflict"),
        "#e2": ("○", "g verbal-cooperation"),
        "#e3": ("▲", "g material-conflict"),
    }


def test_marks_are_named_for_those_who_do_not_see_them() -> None:
    names = {link.get("id"): link.get("aria-label") for link in tree(RECORD).xpath(LINKS)}
    assert names["at-e2"] == "Event 2: election commission to foreign ministry, meeting, visit or call, planned"
    assert names["at-e3"] == "Event 3: nobody named to election commission, arrest, seizure or repression, actual"
    assert names["at-v1"] == "Vote 1: host state and 34 others, abstain, the assembly, contradicted"
    assert names["at-t1"] == "Tie 1: coastal state and host state, neighbour"


def test_a_vote_tells_the_figures_of_its_roll_call() -> None:
    vote = dataclasses.replace(RECORD.votes[0], roll_call="A/RES/ES-11/1")
    card = tree(dataclasses.replace(RECORD, votes=(vote,))).xpath("//li[@id='v1']//dl")[0].text_content()
    assert "A/RES/ES-11/1: 141 yes, 5 no, 35 abstained, 12 absent" in card


def test_an_event_whose_only_report_is_not_shown_is_not_the_article_s() -> None:
    event = dataclasses.replace(RECORD.events[0], reported_in="s9")
    card = tree(dataclasses.replace(RECORD, events=(event,))).xpath("//li[@id='e1']//dl")[0].text_content()
    assert "reported by" not in card


def test_the_policy_allows_exactly_the_style_and_script_of_the_page() -> None:
    page = html.render(RECORD)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    directives = parser.fromstring(f"<p>{policy[1]}</p>").text_content()
    for tag in ("style", "script"):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(inline) == 1
        digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in directives
    assert directives.startswith("default-src 'none'")


@pytest.mark.parametrize("attack", ["", *ATTACKS])
def test_nothing_is_loaded_and_no_handler_is_set(attack: str) -> None:
    page = tree(hostile(attack) if attack else RECORD)
    assert {
        name for node in page.iter() if isinstance(node.tag, str) for name in node.attrib if name.startswith("on") or name == "style"
    } == set()
    assert page.xpath("//@src | //@srcset | //@poster | //img | //iframe | //object | //embed | //form | //base") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert [node.text for node in page.xpath("//script | //style")] == [node.text for node in tree(RECORD).xpath("//script | //style")]
    assert all(link.startswith(("#", "http://", "https://")) for link in page.xpath("//a/@href"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_outside_text_is_shown_as_the_words_that_it_is(attack: str) -> None:
    page = tree(hostile(attack))
    expected = printable.plain(attack)
    assert page.xpath("//h1")[0].text_content().split() == expected.split()
    assert expected.split() == page.xpath("//details//q")[0].text_content().split()
    assert "".join(expected.split()) in "".join(page.get_element_by_id("article").text_content().split())
    html.render(hostile(attack)).encode("utf-8")


def test_a_url_is_a_link_only_to_the_web() -> None:
    assert tree(RECORD).xpath("//a[@class='url']/@href") == ["https://example.org/count"]
    assert tree(hostile("x")).xpath("//a[@class='url']") == []


def test_names_keep_their_own_direction() -> None:
    actors = tuple(dataclasses.replace(actor, name="وزارة الخارجية") for actor in RECORD.actors)
    page = tree(dataclasses.replace(RECORD, actors=actors))
    assert (
        [node.tag for node in page.xpath("//*[text()='وزارة الخارجية']")].count("bdi")
        == len(page.xpath("//*[text()='وزارة الخارجية']"))
        > 5
    )
    assert {paragraph.get("dir") for paragraph in page.xpath("//main//p | //h1 | //blockquote/p | //q")} == {"auto"}


def test_lists_that_the_record_does_not_fill_are_left_out() -> None:
    bare = tree(dataclasses.replace(RECORD, statements=(), events=(), votes=(), ties=()))
    assert [section.get("class") for section in bare.xpath("//section")] == ["statements", "actors"]
    assert [section.get("class") for section in tree(RECORD).xpath("//section")] == ["statements", "events", "votes", "ties", "actors"]


def test_what_was_removed_is_listed_with_its_reason() -> None:
    assert tree(RECORD).xpath("//details")[0].text_content().split() == [
        "1",
        "piece",
        "of",
        "text",
        "removed",
        "before",
        "reading",
        "boilerplate",
        "Comments",
        "are",
        "closed.",
    ]


def test_the_panel_has_what_the_script_shows() -> None:
    """Source, cue, content, chain, act and confidence of a statement all stand in its card, which the script copies."""
    card = tree(RECORD).xpath("//li[@id='s2']//div[@class='card']")[0].text_content()
    for piece in (
        "election commission, as told by foreign ministry",
        "assert",
        "the count was “almost complete”",
        "“told”",
        "81%",
        "statement 1",
    ):
        assert piece in card
    assert span("the election commission").text in card


# Contrast: WCAG 2.2, relative luminance and success criteria 1.4.3 (text, 4.5) and 1.4.11 (graphics, 3).
TEXT_PAIRS = (
    [
        (front, back)
        for back in ("paper", "hot", "source-tint", "tint", "mention")
        for front in ("ink", "source", "cue")
        if (front, back) != ("cue", "source-tint")
    ]
    + [(front, back) for back in ("paper", "tint") for front in ("soft", "link", "hostile", "friendly", "asking", "denying", "telling")]
    + [
        (f"{sort}-{side}", back)
        for sort in ("verbal", "material")
        for side in ("cooperation", "conflict")
        for back in ("paper", "hot", "tint")
    ]
)
GRAPHIC_PAIRS = [("content", "paper"), ("content", "hot")]


def palettes() -> dict[str, dict[str, str]]:
    style = self_contained.asset("page.css")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    named = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in (light, dark)]
    return {"light": named[0], "dark": named[1]}


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(theme: str) -> None:
    palette = palettes()[theme]
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    low = {
        pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2)
        for pair in TEXT_PAIRS
        if contrast(palette[pair[0]], palette[pair[1]]) < 4.5
    }
    assert low == {}
    assert all(contrast(palette[front], palette[back]) >= 3 for front, back in GRAPHIC_PAIRS)
