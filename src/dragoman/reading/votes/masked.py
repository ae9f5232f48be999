"""A sentence as the patterns see it: names are runs of one sign, so that a pattern can ask for "a list of names"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.values import Article, Span

NAME, PERSON = "§", "¶"
PARTY = (
    r"(?:Democrats|Republicans|Conservatives|Liberals|Greens|Tories|Socialists"
    r"|(?:Democratic|Republican|Conservative|Liberal|Labour|Socialist)"
    r" (?:members(?: of (?:the )?(?:§+|House|Senate|Congress))?|[Ss]enators|[Rr]epresentatives"
    r"|lawmakers|legislators|majority|minority|MPs))"
)
_HIDDEN = str.maketrans({NAME: "¤", PERSON: "¤", "\u00a0": " ", "\u202f": " "})
_NO_VOTERS = re.compile(r"(?:Security Council|General Assembly|Human Rights Council|United Nations|\bUN|U\.N\.)$")
"""Bodies of the UN, in which states vote."""
_RUN = re.compile(f"{PARTY}|{NAME}+|{PERSON}+")
_OF_PERSON = re.compile(rf"{PERSON} (?:\([^()\n]{{1,14}}\) )?of (?:the )?$")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text and the same text, as long, with every place and organisation as § and every person as ¶."""

    article: Article
    names: tuple[tuple[Span, str], ...]
    text: str

    def listed(self, start: int, end: int) -> tuple[Span, ...]:
        """The names that stand from `start` to `end`, in order; parties count as names there, and "of Texas" behind a person does not."""
        runs = [match for match in _RUN.finditer(self.text, start, end) if not _OF_PERSON.search(self.text, start, match.start())]
        return tuple(Span.of(self.article.text, match.start(), match.end()) for match in runs)

    def kind(self, span: Span) -> str | None:
        """The kind of name that `span` is, None where it is none of the names read."""
        return next((kind for name, kind in self.names if name == span), None)


def mask(article: Article, names: tuple[tuple[Span, str], ...]) -> Masked:
    """The article's text with its names masked; names of other kinds (nationalities, works), parties and bodies of the UN stay words."""
    letters = list(article.text.translate(_HIDDEN))
    for span, kind in names:
        if kind != "other" and not _NO_VOTERS.search(span.text) and not re.search(f"{PARTY}$", span.text):
            letters[span.start : span.end] = (PERSON if kind == "person" else NAME) * (span.end - span.start)
    return Masked(article, names, "".join(letters))
