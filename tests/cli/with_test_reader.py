"""The command line with a reader that needs no model: `python -m tests.cli.with_test_reader read …`.

It finds "X said that Y." and obeys three words in an article, for tests of what takes long or fails: "slowly" waits, "unreadable" refuses,
"faulty" breaks.
"""

from __future__ import annotations

import re
import sys
import time

from dragoman import cli
from dragoman.cli import doctor, reading
from dragoman.errors import ArticleError
from dragoman.values import Actor, Article, Coder, Record, Span, Statement

SAID = re.compile(r"(?P<source>[Tt]he [\w ]+?) (?P<cue>said|admitted)(?: on \w+)? that (?P<content>[^.]+)\.")


def read(article: Article) -> Record:
    """A record of every "X said that Y"; "admitted" is read with little confidence."""
    if "slowly" in article.text:
        time.sleep(0.3)
    if "unreadable" in article.text:
        raise ArticleError(f"{article.id}: the test reader does not read this; take another")
    if "faulty" in article.text:
        raise IndexError("list index out of range")
    found = list(SAID.finditer(article.text))
    names = list(dict.fromkeys(match["source"] for match in found))
    actors = tuple(Actor(f"a{number}", name) for number, name in enumerate(names, 1))
    statements = tuple(_statement(article.text, match, number, names) for number, match in enumerate(found, 1))
    return Record(1, Coder("test", "test"), article, actors, (), statements)


def _statement(text: str, match: re.Match[str], number: int, names: list[str]) -> Statement:
    source, cue, content = (Span.of(text, *match.span(name)) for name in ("source", "cue", "content"))
    confidence = 0.2 if match["cue"] == "admitted" else 0.9
    return Statement(
        f"s{number}", f"a{names.index(source.text) + 1}", (), source, cue, (content,), "indirect", "assert", confidence=confidence
    )


if __name__ == "__main__":
    reading.open_reader = doctor.open_reader = lambda _means: read
    sys.exit(cli.main())
