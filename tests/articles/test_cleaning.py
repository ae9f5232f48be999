"""What is no part of an article goes, with a reason, and nothing else does."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles.cleaning import joined, pieces
from dragoman.values import Removed

BODY = "The council met on Monday and adopted a text on the corridor."


def clean(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The body of a text, and what was removed from it."""
    return joined(pieces(text))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Comments are closed.", "boilerplate"),
        ("Source link", "boilerplate"),
        ("https://news.example/a/b?c=d", "boilerplate"),
        ("You need to enable JavaScript to run this app.", "boilerplate"),
        ("3 min read", "boilerplate"),
        ("Share on Facebook", "share bar"),
        ("Share this article", "share bar"),
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("Facebook | X | Print", "share bar"),
        ("Tweet", "share bar"),
        ("Follow us on Twitter and Telegram", "share bar"),
        ("Read more: Ministers agree on a budget", "related links"),
        ("READ ALSO | Ministers agree on a budget", "related links"),
        ("Related: Grain prices fall", "related links"),
        ("Click here to see the map", "related links"),
        ("Advertisement", "advertisement"),
        ("[ADVERTISEMENT]", "advertisement"),
        ("Sign up for our daily newsletter.", "newsletter"),
        ("Get the latest news delivered to your inbox", "newsletter"),
        ("© 2022 The Example Courier. All rights reserved.", "copyright"),
        ("Copyright 2022 by the publisher", "copyright"),
        ("We use cookies to improve your experience.", "cookie notice"),
        ("Leave a comment", "comments"),
        ("12 comments", "comments"),
        ("(Reporting by the Geneva bureau; Editing by the desk)", "credit"),
        ("Photo: The Example Courier", "credit"),
        ("FILE - The chamber of the council is empty in May 2020.", "caption"),
        ("Placards on the square. Image: The Example Courier (flickr).", "caption"),
        ("The chamber of the council in May. (Photo by The Example Courier)", "caption"),
        ("Delegates of the union, left, meet their hosts in May. (Courtesy of the Secretariat)", "caption"),
        ("Ships wait off the port. (Example Agency via AP, File)", "caption"),
        ("Ships wait off the port [Handout: Ministry of Transport]", "caption"),
    ],
)
def test_a_line_that_is_no_part_of_the_article_goes_with_its_reason(line, reason):
    text, removed = clean(f"{BODY}\n\n{line}\n\n{BODY}")
    assert text == f"{BODY}\n\n{BODY}"
    assert {item.reason for item in removed} == {reason}
    assert " ".join(item.text for item in removed) == line


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Advertisement of the tender was postponed, the ministry said.", id="a sentence that begins like an advertisement"),
        pytest.param("Related-party loans are banned by the new law.", id="related as part of a word"),
        pytest.param("Share prices fell after the vote.", id="share as a noun"),
        pytest.param("Comments are closed to the press, the spokesman's office said.", id="longer than the notice"),
        pytest.param("Follow us at the summit, the delegation asked reporters.", id="no network named"),
        pytest.param("The next story is told by the archive.", id="story"),
        pytest.param("MOSCOW (Reuters) - The ministry rejected the text on Monday.", id="a dateline"),
        pytest.param("He wore a badge (Courtesy of the host) and smiled.", id="a bracket inside a sentence"),
        pytest.param("The video (posted by the army) shows the port.", id="a bracket about a video"),
        pytest.param("The parties, left with no choice, signed the text.", id="left, but no picture"),
        pytest.param("The bloc (EU) and the union (AU) met.", id="abbreviations in brackets"),
        pytest.param("“Read more books,” the academy advised.", id="a quotation"),
        pytest.param("Print media were banned from the hall.", id="print as an adjective"),
        pytest.param("Subscribe to that view, or do not, the party said.", id="subscribe without a newsletter"),
        pytest.param("Support us, the government asked its allies, " + "and keep the corridor open for another year " * 9, id="too long"),
    ],
)
def test_a_sentence_of_the_article_stays(sentence):
    assert clean(f"{BODY}\n\n{sentence}\n\n{BODY}") == (f"{BODY}\n\n{sentence.strip()}\n\n{BODY}", ())


def test_a_caption_glued_to_sentences_is_cut_out_of_them():
    glued = f"{BODY} The delegations, left, meet in Geneva in May. (Photo by The Example Courier) The vote was held later."
    text, removed = clean(glued)
    assert text == f"{BODY}\n\nThe vote was held later."
    assert [(item.text, item.reason) for item in removed] == [
        ("The delegations, left, meet in Geneva in May. (Photo by The Example Courier)", "caption")
    ]


def test_a_credit_after_several_plain_sentences_takes_none_of_them_along():
    text, removed = clean(f"{BODY} The vote was held later. (Photo by The Example Courier)")
    assert text == f"{BODY} The vote was held later."
    assert [(item.text, item.reason) for item in removed] == [("(Photo by The Example Courier)", "credit")]


def test_boilerplate_glued_to_the_last_sentence_is_cut_off():
    text, removed = clean(f"{BODY} Source link Comments are closed.")
    assert text == BODY
    assert [item.text for item in removed] == ["Source link Comments are closed."]


def test_headlines_under_a_closing_list_of_links_go_but_not_those_before_text():
    links = "Related articles\n\nMinisters agree on a budget\n\nGrain prices fall"
    assert clean(f"{BODY}\n\n{links}")[0] == BODY
    assert clean(f"{BODY}\n\n{links}\n\n{BODY}")[0] == f"{BODY}\n\nMinisters agree on a budget\n\nGrain prices fall\n\n{BODY}"


def test_many_credits_in_one_paragraph_are_all_cut_out():
    text, removed = clean("(Photo by the desk) The hall is empty. " * 1500)
    assert "Photo" not in text
    assert len(removed) >= 1500


LINES = st.sampled_from(
    [
        *(BODY, "Source link", "Comments are closed.", "Share on Facebook", "Related articles", "Grain prices fall", "the union\nagreed"),
        *(
            "The hall, left, is seen. (Photo by The Desk)",
            "it ended. . Then",
            "the war.The",
            "(Courtesy of the host)",
            "\u202a",
            "\u00a0",
            "\n",
        ),
        *(". .", "..", "“", "”", "A. ", "FILE - ", "wrapped-", "Advertisement", "\u0301", "\r", "[Handout: x]", " via AP)", "("),
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(st.one_of(LINES, st.text(max_size=8)), max_size=25).map("".join), st.lists(LINES, max_size=15).map("\n".join)
)
UNHURRIED = settings(deadline=None)  # a busy machine is no failure
BANNED = re.compile("[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202f\u2060-\u206f\ufeff\t\r\x00]")


def words(text: str) -> list[str]:
    """The words of a text, whatever invisible characters and compatibility forms they are written with."""
    seen = (
        character for character in text if unicodedata.category(character) not in ("Cf", "Cs", "Cc") or character in "\n\r\t\x0b\x0c\x85"
    )
    dropped = "".join(character for character in seen if character not in "\u034f\ufffc\u180b\u180c\u180d\u180f")
    return re.findall(r"\w+", unicodedata.normalize("NFKC", dropped))


def is_merge(whole: list[str], one: list[str], other: list[str]) -> bool:
    """Whether `whole` is `one` and `other` merged, each in its order."""
    reached = {0}
    for place, word in enumerate(whole):
        following = set()
        for taken in reached:
            if taken < len(one) and one[taken] == word:
                following.add(taken + 1)
            if place - taken < len(other) and other[place - taken] == word:
                following.add(taken)
        reached = following
    return len(one) in reached and len(whole) == len(one) + len(other)


@given(TEXTS)
@UNHURRIED
def test_cleaning_any_text_leaves_no_unseen_characters(text):
    cleaned, removed = clean(text)
    assert not BANNED.search(cleaned)
    assert not any(BANNED.search(item.text) for item in removed)
    cleaned.encode()


@given(TEXTS)
@UNHURRIED
def test_cleaning_a_cleaned_text_changes_nothing(text):
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, ())


@given(TEXTS)
@UNHURRIED
def test_every_word_is_kept_or_removed_in_its_order(text):
    cleaned, removed = clean(text)
    assert is_merge(words(text), words(cleaned), words("\n".join(item.text for item in removed)))
