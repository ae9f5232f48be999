"""Roles: whom the words of a source, an addressee, a medium or a party name, describe or point at."""

from __future__ import annotations

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.reading.mentions import Mention, kind_of_noun
from dragoman.reading.unread import unread

_APOSTROPHES = frozenset("’'‘")
_ARTICLES = frozenset(("the", "a", "an", "his", "her"))
_LEADING = frozenset("by to of with at from for".split())
_CLAUSES = frozenset(", ( — – who which that whose where when as".split())
LONG = 10
"""Words behind its noun from which a description is long."""
_BREAKS = nouns.PREPOSITIONS | frozenset(", ( — – who which that and or familiar close briefed quoted".split())  # what ends a description


def inside(role: Range, words: Words, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Who the words of a role stand for: the names that head it, several where they are joined, else a pronoun or a description."""
    role = _grown(_trimmed(role, words), words, known)
    if role[0] == role[1] and words.word(role[0]).lower() in ("the", "a", "an"):
        return ()
    held = [mention for mention in known if role[0] <= mention.words[0] and mention.words[1] <= role[1]]
    heading = [mention for mention in held if _heads(mention, role, words, held)]
    people = [mention for mention in heading if mention.kind == "person"]
    if people:
        people = [one for one in people if not _modifies(one, people, words)]
        return (*_beside(role, people[0], words, known), *_joined(people, words))
    if role[0] == role[1] and words.word(role[0]).lower() in nouns.PRONOUNS:
        word = words.word(role[0]).lower()
        return (Mention(role, role[0], "pronoun", "person" if word in nouns.SINGULAR else "group"),)
    if heading:
        return (*_beside(role, heading[0], words, known), *_joined(heading, words))
    if name := _issuer(role, words, held) or unread(role, words):
        return (name,)
    found = (_description(part, words) for part in _conjuncts(role, words))
    return tuple(mention for mention in found if nouns.singular(words.word(mention.head).lower()) not in nouns.ABSTRACT)


def _trimmed(role: Range, words: Words) -> Range:
    """The role without prepositions and relative words at its edges ("to them", "CNN who"), nor the mark of an owner behind it."""
    first, last = role
    while first < last and words.word(first) in _LEADING:
        first += 1
    if first < last and words.word(first).lower() in ("which", "that", "whom") and words.word(first + 1).lower() in nouns.PRONOUNS:
        first += 1
    if first < last and words.word(last) in nouns.RELATIVE and words.word(last - 1)[0].isupper():
        last -= 1
    if last - first > 1 and words.word(last) == "s" and words.word(last - 1) in _APOSTROPHES:
        last -= 2
    return first, last


def _beside(role: Range, first: Mention, words: Words, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Who stands before the first name that heads a role, joined to it by "and": "The Vice President and President Marcos"."""
    edge = next((place for place in range(first.words[0] - 1, role[0], -1) if words.word(place).lower() == "and"), None)
    between = [words.word(place) for place in range((edge or 0) + 1, first.words[0])]
    part = (role[0], (edge or 0) - 1)
    if edge is None or part[1] < part[0] or any(word.lower() in nouns.PREPOSITIONS or not word[0].isalpha() for word in between):
        return ()
    if any(words.word(place).lower() in nouns.PREPOSITIONS or not words.word(place)[0].isalpha() for place in range(part[0], part[1] + 1)):
        return ()
    last = words.word(part[1])
    office = last.lower() in nouns.PEOPLE and words.word(part[0]).lower() in nouns.DEFINITE | {"his", "her", "its", "their"}
    return inside(part, words, known) if office or unread(part, words) else ()


def _modifies(mention: Mention, people: list[Mention], words: Words) -> bool:
    """Does the name only say whose office another name has: "Houthi" in "Houthi military spokesperson Yahya Sarea"?"""
    after = next((other.words[0] for other in people if other.words[0] > mention.words[1]), None)
    between = [words.word(place) for place in range(mention.words[1] + 1, after or 0)]
    return bool(between) and all(word.islower() and word.isalpha() for word in between) and between[-1] in nouns.PEOPLE


def _issuer(role: Range, words: Words, held: list[Mention]) -> Mention | None:
    """Who put out what a role names: "a statement released by the Supreme Court", "a DoD news release", "data from Gallup"."""
    head = next((place for place in range(role[0], role[1] + 1) if nouns.singular(words.word(place).lower()) in nouns.ISSUED), None)
    if head is None or any(words.word(place).lower() in nouns.PREPOSITIONS for place in range(role[0], head)):
        return None
    named = [mention for mention in held if mention.kind != "other"]
    owner = _owner((role[0], head), words, held)
    if owner:
        return owner
    before = [mention for mention in named if mention.words[1] < head and mention.kind in ("organisation", "place")]
    for mention in before:
        between = [words.word(place) for place in range(mention.words[1] + 1, head)]
        if all(word.islower() and word.isalpha() for word in between) and mention.text(words).lower() not in nouns.PLATFORMS:
            return mention
    for place in range(head + 1, min(head + 5, role[1])):
        word = words.word(place).lower()
        if word in ("by", "from"):
            after = place + 2 if words.word(place + 1).lower() == "the" and place + 2 <= role[1] else place + 1
            return next((mention for mention in named if mention.words[0] in (place + 1, after)), None) or unread((after, role[1]), words)
        if word in nouns.PREPOSITIONS or not word.isalpha():
            break
    return None


def _owner(part: Range, words: Words, held: list[Mention]) -> Mention | None:
    """Whose a thing is: "its press release", "the judge’s statement", "Pakistan’s statement"."""
    first, head = part
    word = words.word(first).lower()
    if head > first and word in ("its", "his", "her", "their"):
        return Mention((first, first), first, "pronoun", "person" if word in nouns.SINGULAR else "group")
    mark = next((place for place in range(head - 1, first - 1, -1) if _possessive(words, place, head)), None)
    if mark is None:
        return None
    ending = next((mention for mention in held if mention.words[1] == mark), None)
    return ending or unread((first, mark), words) or _description((first, mark), words)


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
    if (
        before in nouns.PREPOSITIONS
        or _serves(mention, role, words)
        or _possessive(words, last, role[1])
        or (mention.kind == "other" and last < role[1])
    ):
        return False
    if (
        mention.kind != "person"
        and first > role[0]
        and any(words.word(place).lower() in nouns.PREPOSITIONS for place in range(role[0], first))
    ):
        return False
    if mention.kind != "person" and any(other.kind == "person" and other.words[0] == last + 1 for other in held):
        return False
    if mention.kind != "person" and _counts(mention, after, words.word(role[1])):
        return False
    return (
        not (after and after[0].isalpha() and after.islower() and after.lower() not in nouns.PREPOSITIONS | {"and", "or", "who", "which"})
        or mention.kind == "person"
    )


def _serves(mention: Mention, role: Range, words: Words) -> bool:
    """Does the name with its own title hang on another noun: "fiancée of journalist Jamal Khashoggi", "a spokesman for President Hadi"?

    "Secretary of Justice Wanda Vázquez" does not: the title's "of" is part of it.
    """
    place = mention.words[0] - 1
    while place > role[0] and (words.word(place).lower() in nouns.SERVED or words.word(place) == "."):
        place -= 1
    return (
        mention.kind == "person" and place > role[0] and place < mention.words[0] - 1 and words.word(place).lower() in ("of", "for", "to")
    )


def _counts(mention: Mention, after: str, last: str) -> bool:
    """Is the name only whose those are who follow: "EU Member States", "Thames Valley Police", "Lagos and Kano officials"?"""
    several = nouns.singular(after.lower()) in nouns.COUNTED and nouns.plural(after.lower())
    body = mention.kind == "place" and after[:1].isupper() and nouns.singular(after.lower()) in nouns.BODIES
    joined = (
        mention.kind == "place"
        and after.lower() in ("and", ",")
        and last.islower()
        and nouns.singular(last) in nouns.PEOPLE | nouns.COUNTED
    )
    return several or body or joined


def _possessive(words: Words, last: int, limit: int) -> bool:
    """Is the word at `last` followed by an apostrophe and s, within the role?"""
    return last + 1 <= limit and words.word(last + 1) in _APOSTROPHES and words.spans[last + 1, 0] == words.spans[last, 1]


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
    start = _counted(role, words)
    stop = start
    while stop < last and words.word(stop + 1).lower() not in _BREAKS:
        stop += 1
    head = stop
    noun = words.word(head).lower()
    several = noun in nouns.QUANTITIES or (start > first and words.word(first).lower() != "one")
    kind = kind_of_noun(noun)
    return Mention((first, _ends(head, last, words)), head, "description", "group" if several and kind == "person" else kind)


def _ends(head: int, last: int, words: Words) -> int:
    """The last word of a description: of a long one the clause that hangs on it is left out."""
    if last - head < LONG:
        return last
    return next((place - 1 for place in range(head + 1, last) if words.word(place).lower() in _CLAUSES), last)


def _counted(role: Range, words: Words) -> int:
    """Where that begins of which a number is meant: after "some of", "one of", "thousands of"."""
    first, last = role
    counts = first + 1 < last and words.word(first).lower() in nouns.QUANTITIES | {"one"} and words.word(first + 1).lower() == "of"
    return first + 2 if counts else first
