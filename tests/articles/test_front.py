"""The title, byline and date line above a plain text are taken off its body."""

import pytest

from dragoman.articles import plain

BODY = "The council met on Monday and adopted a text on the corridor.\n\nThe union welcomed it."


@pytest.mark.parametrize(
    "title",
    [
        "Council adopts text on grain corridor",
        "‘A step forward’: council adopts text",
        "Will the council adopt the text?",
        "Council keeps its ties with the U.S.",
        "27 states sign the charter",
        "UPDATE 1-Council adopts text",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\n\n\n", "\r\n\r\n"])
def test_a_first_line_that_looks_like_a_title_is_the_title(title, gap):
    draft = plain.draft(f"{title}{gap}{BODY}")
    assert (draft.title, draft.text) == (title, BODY)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The council met.", id="a sentence"),
        pytest.param("“The text is balanced,” it said.", id="a quotation"),
        pytest.param("“We agree.”", id="a stop inside the quotation marks"),
        pytest.param("He told them: „We agree.“", id="a stop inside German quotation marks"),
        pytest.param("The minister said: «We agree.»", id="a stop inside guillemets"),
        pytest.param("Mr. President,", id="a salutation"),
        pytest.param("and so it went", id="a small letter"),
        pytest.param("word " * 60, id="too long"),
        pytest.param("***", id="no letters"),
    ],
)
def test_a_first_line_that_does_not_look_like_a_title_stays(line):
    draft = plain.draft(f"{line}\n\n{BODY}")
    assert (draft.title, draft.text) == (None, f"{line.strip()}\n\n{BODY}")


def test_a_transcript_has_no_title():
    assert plain.draft("Moderator: Welcome to the forum\n\nDelegate: Thank you for having us").title is None


def test_a_line_alone_is_the_text_and_no_title():
    assert plain.draft("Council adopts text") == plain.Draft("Council adopts text")


@pytest.mark.parametrize(
    ("lines", "date", "reasons"),
    [
        (["By Staff Reporter"], None, ["byline"]),
        (["March 7, 2022"], "2022-03-07", ["date line"]),
        (["Monday, March 7, 2022"], "2022-03-07", ["date line"]),
        (["Published: 7 March 2022 10:30 GMT"], "2022-03-07", ["date line"]),
        (["2022-03-07"], "2022-03-07", ["date line"]),
        (["Updated March 9, 2022"], None, ["date line"]),
        (["Updated March 9, 2022", "Published March 7, 2022"], "2022-03-07", ["date line", "date line"]),
        (["By Staff Reporter", "Sept. 3rd, 2021"], "2021-09-03", ["byline", "date line"]),
        (["February 30, 2022"], None, ["date line"]),
    ],
)
def test_lines_with_byline_and_date_above_the_body_go(lines, date, reasons):
    draft = plain.draft("\n\n".join(["Council adopts text", *lines, BODY]))
    assert (draft.title, draft.date, draft.text) == ("Council adopts text", date, BODY)
    assert [(item.text, item.reason) for item in draft.removed] == list(zip(lines, reasons, strict=True))


@pytest.mark.parametrize("line", ["March 7, 2022", "By Monday the vote will be over."])
def test_a_date_or_a_by_inside_the_body_stays(line):
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert plain.draft(text).text == text
