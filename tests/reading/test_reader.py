"""The reader with the shipped bundle: true spans on any text, the same record always, and the chains that the program is for."""

import os
import random
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.articles import Given, load
from dragoman.formats import chain
from dragoman.model import Bundle
from dragoman.reading import Reader
from dragoman.values import Article, Record, Span

CHECKOUT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", CHECKOUT.parent / "shared"))
SEED = SHARED / "examples/pakistan-neutrality-2022-03.txt"


def article(text: str, name: str = "a", title: str | None = None, date: str | None = "2022-03-07") -> Article:
    return Article(name, title, date, None, None, "en", sha256(text.encode()).hexdigest(), text)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Bundle.load())


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans(getattr(value, name))


SCRAPS = st.sampled_from(
    [
        "“We agree,” he said. ",
        "Mr. Price told Reuters ",
        '"no" ',
        "‘oui’ ",
        "\n\n",
        "Q: Why? ",
        "А. ",
        "שלום ",
        "\u202e",
        "é",
        "according to ",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.one_of(SCRAPS, st.text(max_size=20)), max_size=12).map("".join))
def test_every_span_is_the_text_at_its_offsets(text: str, reader: Reader) -> None:
    record = reader.read(article(text))
    for span in spans((record.actors, record.statements, record.times)):
        assert text[span.start : span.end] == span.text


TEXTS = [
    "“We will not take sides,” the foreign minister told reporters on Sunday. He said talks would go on.\n\nThe ministry denied it.",
    "The president said that his counterpart had promised to withdraw.\n\n“That is good news,” she added.",
    "According to two officials, the embassy has been closed since May 2021.",
]


def test_the_same_article_gives_the_same_bytes_in_any_company_order_and_number_of_threads(reader: Reader) -> None:
    alone = {name: Reader(reader.bundle, threads=1).read(article(text, str(name))).to_json() for name, text in enumerate(TEXTS)}
    double = Reader(reader.bundle, threads=2)
    for seed in range(3):
        order = random.Random(seed).sample(list(alone), len(alone))
        assert {name: double.read(article(TEXTS[name], str(name))).to_json() for name in order} == alone


def said(record: Record) -> list[tuple[str | None, str]]:
    names = {actor.id: actor.name for actor in record.actors}
    return [(names.get(one.source or ""), one.content[0].text) for one in record.statements]


PLAIN = [
    # case, text, speaker, part of the words
    ("cue after", "“We are ready for talks,” Sergei Lavrov said.", "Sergei Lavrov", "We are ready for talks"),
    ("cue before", "Sergei Lavrov said that Moscow was ready for talks.", "Sergei Lavrov", "Moscow was ready for talks"),
    ("according to", "According to the Foreign Ministry, the talks have failed.", "Foreign Ministry", "the talks have failed"),
    (
        "pronoun",
        "Antony Blinken arrived in Kyiv. He said the United States would help Ukraine.",
        "Antony Blinken",
        "the United States would help",
    ),
    (
        "office",
        "Foreign Minister Sergei Lavrov left Geneva on Friday. The minister said the talks had failed.",
        "Sergei Lavrov",
        "the talks had failed",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), [row[1:] for row in PLAIN], ids=[row[0] for row in PLAIN])
def test_plain_statements_have_their_speakers(text: str, speaker: str, words: str, reader: Reader) -> None:
    found = said(reader.read(article(text)))
    assert any(name == speaker and words in content for name, content in found), found


def test_a_broken_quotation_is_one_statement(reader: Reader) -> None:
    record = reader.read(article("“We have no plans to leave,” Antony Blinken said on Monday. “We will stay as long as it takes.”"))
    assert [[part.text for part in one.content] for one in record.statements] == [
        ["We have no plans to leave", "We will stay as long as it takes."]
    ]


def test_an_article_with_nothing_said_has_no_statement(reader: Reader) -> None:
    assert reader.read(article("It rained in Geneva.")).statements == ()
    assert reader.read(article("")).statements == ()


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not here")
def test_the_seed_article_names_its_voices(reader: Reader) -> None:
    record = reader.read(load(str(SEED), Given(date="2022-03-07")))
    names = {actor.id: actor.name for actor in record.actors}
    speakers = {names.get(one.source or "") for one in record.statements}
    assert {"Shah Mehmood Qureshi", "Imran Khan", "Raoof Hasan"} <= speakers
    inner = [one for one in record.statements if one.within]
    assert any(names.get(one.source or "") == "Sergei Lavrov" for one in inner), "Lavrov is told of by Qureshi"
    ready = {chain.phrase(record, one) for one in record.statements if one.content[0].text.startswith("We are ready for the third round")}
    assert "Sergei Lavrov, as told by Shah Mehmood Qureshi, to VOA" in ready
    joined = {actor.name: {mention.text for mention in actor.mentions} for actor in record.actors}
    assert {"Qureshi", "Shah Mehmood Qureshi"} <= joined["Shah Mehmood Qureshi"]
    assert {"Lavrov", "Sergei Lavrov"} <= joined["Sergei Lavrov"]
