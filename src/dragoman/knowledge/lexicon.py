"""Names, organisations and titles found in a text by longest match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from dragoman.knowledge.facts import Body, Name, Title
from dragoman.knowledge.names import Word, key, word_key, words

LONGEST = 9

T = TypeVar("T")


class Token(NamedTuple):
    """A word of a text with its key; `glued` where a hyphen joins it to the word before."""

    text: str
    start: int
    end: int
    key: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """What the tokens from `first` to `last` (exclusive) can mean. Several names or bodies: ambiguous."""

    first: int
    last: int
    names: tuple[Name, ...] = ()
    bodies: tuple[Body, ...] = ()
    title: Title | None = None


def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of `text`; a hyphen between two words is no token of its own."""
    found: list[Token] = []
    glued = False
    for word in words(text):
        if word.text in "-‐‑–" and found and found[-1].end == word.start and text[word.end : word.end + 1].isalnum():
            glued = True
            continue
        found.append(Token(*word, word_key(word.text) if _worded(word) else "", glued))
        glued = False
    return tuple(found)


def _worded(word: Word) -> bool:
    return word.text[0].isalnum()


class Lexicon:
    """All forms by key. Built once for a Knowledge and never changed."""

    def __init__(self, names: Iterable[Name], bodies: Iterable[Body], titles: Iterable[Title]) -> None:
        """Index the forms of names, organisations and titles."""
        self.names = _grouped((name.key or key(name.form), name) for name in names)
        self.bodies = _grouped((form, body) for body in bodies for form in body.keys or body_keys(body))
        self.titles = {title.key or key(title.title).lower(): title for title in titles}
        self._firsts = {form.split(" ", 1)[0].lower() for form in (*self.names, *self.bodies, *self.titles)}

    def hits(self, found: tuple[Token, ...]) -> tuple[Hit, ...]:
        """The longest matches in the tokens, left to right, without overlap; at equal length names, bodies and titles together."""
        result, index = [], 0
        while index < len(found):
            hit = self._at(found, index) if found[index].key.lower() in self._firsts else None
            if hit:
                result.append(hit)
            index = hit.last if hit else index + 1
        return tuple(result)

    def _at(self, found: tuple[Token, ...], first: int) -> Hit | None:
        last = first
        while last < len(found) and last - first < LONGEST and found[last].key:
            last += 1
        for end in range(last, first, -1):
            if hit := self._exactly(found[first:end], first, end):
                return hit
        return None

    def _exactly(self, part: tuple[Token, ...], first: int, last: int) -> Hit | None:
        form = " ".join(token.key for token in part)
        capital = any(token.text[0].isupper() for token in part if len(part) == 1 or token.key != "the")  # not "The national" of a sentence
        names = self._either(self.names, form) if capital else ()
        bodies = self._either(self.bodies, form) if capital and part[0].text != "the" else ()
        title = self.titles.get(form.lower()) if not (form.isupper() and form.lower() in ("us", "it", "who", "un")) else None
        return Hit(first, last, names, bodies, title) if names or bodies or title else None

    @staticmethod
    def _either(table: dict[str, tuple[T, ...]], form: str) -> tuple[T, ...]:
        """The entries of the form as written, or, where it shouts ("IRAN"), of its lower-case self."""
        return table.get(form) or (table.get(form.lower(), ()) if form.isupper() and len(form) > 4 else ())

    def name(self, form: str) -> tuple[Name, ...]:
        """The territories' names of exactly that form, a leading article apart."""
        return self._either(self.names, _bare(form))

    def body(self, form: str) -> tuple[Body, ...]:
        """The organisations of exactly that form, a leading article apart."""
        return self._either(self.bodies, key(form)) or self._either(self.bodies, _bare(form))

    def title(self, form: str) -> Title | None:
        """The title of exactly that form, a leading article apart."""
        return self.titles.get(_bare(form).lower())


def body_keys(body: Body) -> tuple[str, ...]:
    """The keys of all forms of an organisation's name."""
    return tuple(dict.fromkeys(key(form) for form in (body.name, body.acronym or body.name, *body.forms)))


def _bare(form: str) -> str:
    bare = key(form)
    return bare[4:] if bare.lower().startswith("the ") else bare


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for form, value in pairs:
        groups[form].append(value)
    return {form: tuple(dict.fromkeys(values)) for form, values in groups.items()}
