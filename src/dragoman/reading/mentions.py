"""Mentions: the words by which an article names, describes or points at someone."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Bundle, States
from dragoman.model.decode import spans
from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range

_ARTICLES = frozenset(("the", "a", "an", "his", "her"))

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "OTH": "other"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for someone.

    `form` is name, description or pronoun; `kind` is person, organisation, place, group, media, document or other; `head` the word that
    carries the meaning: the last of a name, the noun of a description.
    """

    words: Range
    head: int
    form: str
    kind: str

    def text(self, words: Words) -> str:
        """The mention as written."""
        start, end = words.extent(*self.words)
        return words.text[start:end]


def names(words: Words, states: States, bundle: Bundle) -> tuple[Mention, ...]:
    """The names of the article, in order, read by the tag layer `names`."""
    chain = bundle.tags["names"]
    found = []
    for first, stop in states.windows:
        path = chain.best(states.tags["names"][None, first:stop])[0]
        found += [Mention((first + low, first + high), first + high, "name", KINDS[kind]) for kind, low, high in spans(chain.labels, path)]
    return tuple(_without_honorific(words, mention) for mention in found if any(char.isalnum() for char in mention.text(words)))


def _without_honorific(words: Words, mention: Mention) -> Mention:
    """A person's name without "Mr." before it."""
    first, last = mention.words
    while mention.kind == "person" and first < last and words.word(first).lower() in nouns.HONORIFICS | {"."}:
        first += 1
    return Mention((first, last), last, mention.form, mention.kind)


def pronouns(words: Words) -> tuple[Mention, ...]:
    """Third-person pronouns for one person or several."""
    return tuple(
        Mention((place, place), place, "pronoun", "person" if word in nouns.SINGULAR else "group")
        for place in range(len(words))
        if (word := words.word(place).lower()) in nouns.SINGULAR | nouns.PLURAL
    )


def inside(role: Range, words: Words, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Who the words of a role stand for: the names that head it, several where they are joined, else a pronoun or a description."""
    role = _grown(role, words, known)
    held = [mention for mention in known if role[0] <= mention.words[0] and mention.words[1] <= role[1]]
    heading = [mention for mention in held if _heads(mention, role, words, held)]
    people = [mention for mention in heading if mention.kind == "person"]
    if people:
        return tuple(_joined(people, words))
    if role[0] == role[1] and words.word(role[0]).lower() in nouns.PRONOUNS:
        word = words.word(role[0]).lower()
        return (Mention(role, role[0], "pronoun", "person" if word in nouns.SINGULAR else "group"),)
    if heading:
        return tuple(_joined(heading, words))
    return tuple(_description(part, words) for part in _conjuncts(role, words))


def _grown(role: Range, words: Words, known: tuple[Mention, ...]) -> Range:
    """The role with the rest of a name or an office that it cuts in two: "Vice" of "Vice President Harris"."""
    first, last = role
    while last + 1 < len(words) and words.word(last).lower() in nouns.PEOPLE | nouns.RANKS and words.word(last + 1).lower() in nouns.PEOPLE:
        last += 1
    after = next((mention for mention in known if mention.kind == "person" and mention.words[0] == last + 1), None)
    if after and words.word(last).lower() in nouns.PEOPLE | nouns.HONORIFICS:
        last = after.words[1]
    cut = next((mention for mention in known if mention.words[0] <= last < mention.words[1]), None)
    return first, cut.words[1] if cut else last


def _conjuncts(role: Range, words: Words) -> list[Range]:
    """The parts of "the President and the Prime Minister": joined by "and", each with an article of its own."""
    first, last = role
    edges = [place for place in range(first + 1, last) if words.word(place).lower() == "and" and words.word(place + 1).lower() in _ARTICLES]
    starts = [first, *(place + 1 for place in edges)]
    return [(start, stop) for start, stop in zip(starts, [*(place - 1 for place in edges), last], strict=True) if start <= stop]


def _heads(mention: Mention, role: Range, words: Words, held: list[Mention]) -> bool:
    """Is the name the head of the role, not the owner, the complement or the modifier of another noun?"""
    first, last = mention.words
    before = words.word(first - 1).lower() if first > role[0] else ""
    after = words.word(last + 1) if last < role[1] else ""
    if before in nouns.PREPOSITIONS or _possessive(words, last, role[1]) or (mention.kind == "other" and last < role[1]):
        return False
    if (
        mention.kind != "person"
        and first > role[0]
        and any(words.word(place).lower() in nouns.PREPOSITIONS for place in range(role[0], first))
    ):
        return False
    if mention.kind != "person" and any(other.kind == "person" and other.words[0] == last + 1 for other in held):
        return False
    return (
        not (after and after[0].isalpha() and after.islower() and after.lower() not in nouns.PREPOSITIONS | {"and", "or", "who", "which"})
        or mention.kind == "person"
    )


def _possessive(words: Words, last: int, limit: int) -> bool:
    """Is the word at `last` followed by an apostrophe and s, within the role?"""
    return last + 1 <= limit and words.word(last + 1) in "’'‘" and words.spans[last + 1, 0] == words.spans[last, 1]


def _joined(heading: list[Mention], words: Words) -> list[Mention]:
    """The first head and those joined to it by "and" or commas; an apposition is none of them."""
    kept = [heading[0]]
    for mention in heading[1:]:
        between = [words.word(place).lower() for place in range(kept[-1].words[1] + 1, mention.words[0])]
        if "and" in between and len(between) <= 6 and not any(word in nouns.PREPOSITIONS for word in between):
            kept.append(mention)
    return kept


def _description(role: Range, words: Words) -> Mention:
    """A role without a name at its head, by its noun: the last word before a preposition, a comma or a relative clause."""
    first, last = role
    stop = first
    while stop < last and not _breaks(words, stop + 1):
        stop += 1
    head = stop
    noun = words.word(head).lower()
    return Mention(role, head, "description", kind_of_noun(noun))


def _breaks(words: Words, place: int) -> bool:
    word = words.word(place).lower()
    return word in nouns.PREPOSITIONS or word in (
        ",",
        "(",
        "—",
        "–",
        "who",
        "which",
        "that",
        "and",
        "or",
        "familiar",
        "close",
        "briefed",
        "quoted",
    )


def kind_of_noun(noun: str) -> str:
    """The kind of one whom a noun names: "minister" → person, "officials" → group, "ministry" → organisation."""
    single = nouns.singular(noun)
    if single in nouns.DOCUMENTS:
        return "document"
    if single in nouns.MEDIA:
        return "media"
    if noun in nouns.BODIES or single in nouns.BODIES:
        return "organisation"
    if single != noun or noun in ("people", "others", "critics"):
        return "group"
    return "person"
