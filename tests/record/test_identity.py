"""Entries keep their ids while their words stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.record.identity import KINDS, entries
from dragoman.resolving.sentences import sentence
from dragoman.values import Span
from tests.formats.sample import TEXT
from tests.record.full import FULL, PLAIN, moved, varied


def ids(record):
    return {entry.local: entry.id for entry in entries(record)}


def test_every_kind_has_entries():
    """The full record has one of each kind at least, no two with one id."""
    found = entries(FULL)
    assert {entry.kind for entry in found} == set(KINDS)
    assert len({entry.id for entry in found}) == len(found)


def test_ids_say_their_kind():
    """The letter before the hyphen."""
    assert all(entry.id.startswith(KINDS[entry.kind][1] + "-") for entry in entries(FULL))


def test_ids_do_not_depend_on_place():
    """A paragraph in front moves every span and changes no id, nor what an entry says."""
    text = "A new first paragraph.\n\n" + TEXT
    later = moved(replace(PLAIN, article=replace(PLAIN.article, text=text)))
    assert ids(later) == ids(PLAIN)
    assert [entry.said for entry in entries(later)] == [entry.said for entry in entries(PLAIN)]


def test_ids_do_not_depend_on_numbers():
    """Another coder counts its statements and actors otherwise."""
    names = {"a1": "a9", "s1": "s8", "s2": "s1"}
    text = PLAIN.to_json()
    for old, new in names.items():
        text = text.replace(f'"{old}"', f'"#{new}"')
    import json

    renamed = type(PLAIN).from_dict(json.loads(text.replace('"#', '"')))
    assert sorted(ids(renamed).values()) == sorted(ids(PLAIN).values())
    assert [entry.said for entry in entries(renamed)] == [entry.said for entry in entries(PLAIN)]


def test_ids_do_not_depend_on_judgement():
    """Another act is the same statement that says something else."""
    first = PLAIN.statements[0]
    other = replace(PLAIN, statements=(replace(first, act="deny", confidence=0.5), *PLAIN.statements[1:]))
    assert ids(other) == ids(PLAIN)
    changed = [a.local for a, b in zip(entries(PLAIN), entries(other), strict=True) if a.said != b.said]
    assert changed == ["s1"]


def test_confidence_is_not_what_an_entry_says():
    """A coder that is surer has not read anything else."""
    surer = replace(PLAIN, events=tuple(replace(event, confidence=0.99) for event in PLAIN.events))
    assert [entry.digest for entry in entries(surer)] == [entry.digest for entry in entries(PLAIN)]


def test_the_same_words_in_other_articles_are_other_entries():
    """Two reports are two entries."""
    assert not set(ids(varied(1)).values()) & set(ids(varied(2)).values())


def test_entries_of_the_same_words_are_numbered():
    """The second "said: yes" of an article is not the first."""
    first = PLAIN.statements[0]
    twice = replace(PLAIN, statements=(*PLAIN.statements, replace(first, id="s9")))
    assert ids(twice)["s1"] == ids(PLAIN)["s1"] != ids(twice)["s9"]


SENTENCES = [
    ("He came. She [went] home. They stayed.", "She [went] home."),
    ("Mr. Smith [met] Gen. Jones. They left.", "Mr. Smith [met] Gen. Jones."),  # titles end no sentence
    ("“I will.” He [said] so.", "He [said] so."),
    ("A line\nthe [next] line\nthe last", "the [next] line"),  # a line's end is an end
    ("The U.S. Congress [voted]. It rose.", "The U.S. Congress [voted]."),
    ("[Only] one", "[Only] one"),
    ("The budget rose by 3.5 per cent, [said] he. So it was.", "The budget rose by 3.5 per cent, [said] he."),
]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_sentences(marked, expected):
    """The sentence around the word in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert sentence(text, Span.of(text, start, end)).text == expected.replace("[", "").replace("]", "")
