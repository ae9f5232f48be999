"""The cast of an article: its names joined into entities.

A person is joined over given name and surname, an organisation over its acronym and shorter forms. What is joined by pronouns and
descriptions is added by `descriptions` and `pronouns`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from dragoman.model.words import Words
from dragoman.reading import nouns, outlets
from dragoman.reading.mentions import Mention

_SHORT = 4  # letters of an acronym, at most
_CLEARLY = 2  # how much oftener a kind must be read to stand for all
_EDITED = re.compile(r"[\[\]]")
_PAIRS = (("“", "”"), ("(", ")"), ('"', '"'))
_TAIL = re.compile(r"(?:['’]s?|,? (?:that|who|which))$")  # whose something is, and what begins a clause, are no part of a description
_SILENT = frozenset(["the", "of", "for", "and", "a", "an", "on", "in", "de", "la"])


@dataclass(frozen=True, slots=True)
class Entity:
    """One who is named or described, with all mentions in the order of the text.

    `titles` are the person's offices and trades as the article words them; `label` is the name of one whom only the title
    of the article names.
    """

    kind: str
    mentions: tuple[Mention, ...]
    titles: frozenset[str] = frozenset()
    label: str | None = None

    def with_mention(self, mention: Mention) -> Entity:
        """The entity with one mention more."""
        if mention in self.mentions:
            return self
        return replace(self, mentions=tuple(sorted((*self.mentions, mention), key=lambda one: one.words)))

    def name(self, words: Words) -> str:
        """The fullest name, or else the fullest description, without its article."""
        if self.label:
            return self.label
        named = [mention for mention in self.mentions if mention.form == "name"]
        described = [mention for mention in self.mentions if mention.form == "description"]
        if named:
            texts = [shown(mention.text(words)) for mention in named]
            texts = [_calm(text) for text in texts] if self.kind == "person" else texts
        else:
            texts = [shown(_TAIL.sub("", mention.text(words))) for mention in described or self.mentions]
            texts = [text.lower() if len(text) > _SHORT and text.isupper() else text for text in texts]
        counts = Counter(texts)
        return max(counts, key=lambda text: (min(len(text.split()), 5), counts[text], -texts.index(text)))


def _calm(name: str) -> str:
    """A person's name as in running text, where it is in capitals as a label of a transcript: "JAKE TAPPER" → "Jake Tapper"."""
    return name.title() if name.isupper() and len(name) > _SHORT else name


def assemble(words: Words, names: Iterable[Mention]) -> tuple[Entity, ...]:
    """The entities of all `names`, in the order of their first mention."""
    names = agreed(words, tuple(names))
    people = [mention for mention in names if mention.kind == "person"]
    bodies = [mention for mention in names if mention.kind != "person"]
    entities = [*_people(words, people), *_bodies(words, bodies)]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].words))


def agreed(words: Words, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names, each written form of one kind throughout where one kind is read at least twice as often as the other.

    Who has the surname of a person is read as one as often as that surname is: "Omar al-Karim" where "al-Karim" spoke. What is read
    now as a person, now as not, and begins the name of a body is that body: "Acme", "Acme Bank".
    """
    votes: dict[str, Counter[str]] = {}
    surnames = Counter(parts(mention.text(words))[-1] for mention in names if mention.kind == "person")
    for mention in names:
        votes.setdefault(mention.text(words).lower(), Counter())[mention.kind] += 1
    begun = {parts(mention.text(words))[0] for mention in names if mention.kind == "organisation" and len(parts(mention.text(words))) > 1}
    for form, counts in votes.items():
        if counts["person"] and counts["organisation"]:
            counts["person"] = max(counts["person"], surnames[parts(form)[-1]])
        if counts["person"] and form in begun and _unclear(counts):
            votes[form] = Counter(organisation=counts.total())
    return tuple(replace(mention, kind=_likely(words, mention, _kind(mention, votes[mention.text(words).lower()]))) for mention in names)


def _unclear(counts: Counter[str]) -> bool:
    """Is a name read as several kinds, none of them clearly?"""
    ranked = counts.most_common(2)
    return len(ranked) == 2 and ranked[0][1] < _CLEARLY * ranked[1][1]


def _kind(mention: Mention, counts: Counter[str]) -> str:
    """The kind that the name is read as most often, or its own where that is read nearly as often."""
    most, times = counts.most_common(1)[0]
    return most if times >= _CLEARLY * counts[mention.kind] else mention.kind


def _likely(words: Words, mention: Mention, kind: str) -> str:
    """An acronym among words that are none is no person: "CDC", "TVN24"; initials that sign a letter are one."""
    first, last = mention.words
    if kind != "person" or first != last:
        return kind
    word = words.word(first)
    shouted = any(words.word(place).isupper() and len(words.word(place)) > 3 for place in (first - 1, first + 1) if 0 <= place < len(words))
    acronym = word.isupper() and 2 <= len(word) <= 5 and not shouted and not _signs(words, first)
    return "organisation" if acronym or any(letter.isdigit() for letter in word) else kind


def _signs(words: Words, place: int) -> bool:
    """Is the word the only one of its paragraph?"""
    number = words.paragraphs[place]
    first, stop = np.searchsorted(words.paragraphs, [number, number + 1])
    return not any(words.word(other)[0].isalnum() for other in range(int(first), int(stop)) if other != place)


def parts(text: str) -> tuple[str, ...]:
    """The words of a name that tell it apart, in lower case."""
    every = tuple(re.findall(r"\w+", text.lower()))
    found = tuple(word for word in every if word not in nouns.SUFFIXES) or every
    return tuple(word for word in found if word not in _SILENT) or found


def _people(words: Words, mentions: list[Mention]) -> list[Entity]:
    groups: list[list[Mention]] = []
    for mention in sorted(_single(words, mentions), key=lambda one: len(parts(one.text(words))) < 2):
        fitting = [group for group in groups if any(_same_person(words, mention, other) for other in group)]
        if fitting:
            min(fitting, key=lambda group: _distance(mention, group)).append(mention)
        else:
            groups.append([mention])
    return [Entity("person", tuple(sorted(group, key=lambda one: one.words)), _titles(words, group)) for group in groups]


def _single(words: Words, mentions: list[Mention]) -> list[Mention]:
    """The names without those that join two persons: "Qureshi-Lavrov" where both are named."""
    surnames = {parts(mention.text(words))[-1] for mention in mentions if "-" not in mention.text(words)}
    return [mention for mention in mentions if not ("-" in mention.text(words) and set(parts(mention.text(words))) <= surnames)]


def _distance(mention: Mention, group: list[Mention]) -> tuple[bool, int]:
    """Nearest earlier mention first, later ones only where there is none."""
    before = [mention.head - other.head for other in group if other.head <= mention.head]
    return (not before, min(before) if before else min(abs(other.head - mention.head) for other in group))


def _same_person(words: Words, one: Mention, other: Mention) -> bool:
    left, right = parts(one.text(words)), parts(other.text(words))
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long)
    if short[-1] == long[-1]:
        return short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0])
    return short == long[: len(short)]


def _titles(words: Words, group: list[Mention]) -> frozenset[str]:
    found: set[str] = set()
    for mention in group:
        found |= {_before(words, mention.words[0]), _after(words, mention.words[1]), _apposed(words, mention)}
    return frozenset(found - {""})


def _before(words: Words, first: int) -> str:
    """The office right before a name, in lower case: "Pakistani Foreign Minister Qureshi" → "pakistani foreign minister"."""
    kept: list[str] = []
    for place in range(first - 1, max(first - 7, -1), -1):
        word = words.word(place)
        office = word.lower() in nouns.PEOPLE
        if (
            not word[0].isalpha()
            or words.paragraphs[place] != words.paragraphs[first]
            or not (office or (kept and _modifies(words, place)))
        ):
            break
        kept.append(word.lower())
    return " ".join(reversed(kept))


def _apposed(words: Words, mention: Mention) -> str:
    """The office before a comma and the name: "his lawyer, Amine Sidhoum," → "lawyer"; none where no comma closes it."""
    first, last = mention.words
    closed = last + 1 < len(words) and words.word(last + 1) in (",", ".", ")", "—")
    return _before(words, first - 1) if first > 1 and closed and words.word(first - 1) == "," else ""


def _modifies(words: Words, place: int) -> bool:
    """Can the word stand before an office: an adjective of office, a capital inside a sentence, or one that ends as peoples do?"""
    word = words.word(place)
    capital = word[0].isupper() and (words.features[place, 2] == 0 or word.lower().endswith(nouns.PEOPLES))
    return word.lower() in nouns.RANKS or capital


def _after(words: Words, last: int) -> str:
    """The office in an apposition: ", special assistant to the prime minister," → "special assistant"."""
    if last + 2 >= len(words) or words.word(last + 1) not in (",", "("):
        return ""
    kept: list[str] = []
    for place in range(last + 2, min(last + 12, len(words))):
        word = words.word(place).lower()
        if not word[0].isalpha() or word in nouns.PREPOSITIONS or word in ("who", "which", "and"):
            break
        kept.append(word)
        if word in nouns.PEOPLE and (place + 1 >= len(words) or words.word(place + 1).lower() not in nouns.PEOPLE):
            return " ".join(one for one in kept if one not in nouns.DETERMINERS)
    return ""


def _bodies(words: Words, mentions: list[Mention]) -> list[Entity]:
    groups: list[list[Mention]] = []
    places = {parts(mention.text(words)) for mention in mentions if mention.kind == "place"}
    for mention in sorted(mentions, key=lambda one: (-len(parts(one.text(words))), one.words)):
        fitting = [group for group in groups if _same_body(mention.text(words), group[0].text(words), mention.kind == group[0].kind)]
        begun = [group for group in groups if _begins(words, mention, group[0])] if parts(mention.text(words)) not in places else []
        if fitting or len(begun) == 1:
            (fitting or begun)[0].append(mention)
        else:
            groups.append([mention])
    return [Entity(group[0].kind, tuple(sorted(group, key=lambda one: one.words))) for group in groups]


def _begins(words: Words, short: Mention, long: Mention) -> bool:
    """Is one the first word of the other's name, both being bodies: "Acme", "Acme Bank"?"""
    left, right = parts(short.text(words)), parts(long.text(words))
    if not short.kind == long.kind == "organisation" or left[0] in nouns.BODIES:  # "House" may be another's than a committee's
        return False
    return len(left) == 1 < len(right) and left[0] == right[0] and len(left[0]) > 2


def _same_body(short: str, long: str, same_kind: bool) -> bool:
    left, right = parts(short), parts(long)
    if left == right:
        return True
    if same_kind and len(left) > 1 and right[-len(left) :] == left:
        return True
    letters = "".join(left)
    initials = "".join(word[0] for word in right if word)
    capitals = "".join(letter for letter in short if letter.isupper()).lower()
    if " " in short or len(letters) < 2:
        return False
    return initials == letters if short.replace(".", "").isupper() else len(capitals) > 2 and initials == capitals  # "AfCFTA"


def same(words: Words, one: Mention, other: Mention) -> bool:
    """Do two names stand for the same?"""
    if "person" in (one.kind, other.kind) and {one.kind, other.kind} <= {"person", "other"}:
        return _same_person(words, one, other)
    short, long = sorted((one.text(words), other.text(words)), key=lambda text: len(parts(text)))
    return _same_body(short, long, one.kind == other.kind or "other" in (one.kind, other.kind))


def shown(text: str) -> str:
    """A name as it is shown, on one line: without the article before it, editor's brackets, marks without their pair, a medium's kind."""
    bare = _EDITED.sub("", text)
    for opening, closing in _PAIRS:
        if bare.count(opening) != bare.count(closing) or (opening == closing and bare.count(opening) % 2):
            bare = bare.replace(opening, "").replace(closing, "")
    bare = " ".join(bare.split()).lstrip("-–—,;: ").rstrip("-–—,;: ")
    first, _, rest = bare.partition(" ")
    return outlets.bare((rest if first.lower() in ("the", "a", "an") and rest else bare) or text)
