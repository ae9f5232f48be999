"""Turns: what one says after the other in a transcript or an interview, by the marks before each paragraph.

"Q: …" and "A: …", "Q. …", the bare "Q" of a briefing, "MS. PSAKI: …", "Name: …", and "((Name)) …" as Wikinews has it. Who is behind a label
is for `dialogue` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.reading.outlets import medium

_LABEL = re.compile(
    r"[ \t]*(?:\(\(\s*(?P<bracketed>[^()\n]{1,60}?)\s*\)\)[ \t]*:?[ \t]*"
    r"|(?P<letter>(?:Q|A|[Qq]uestion|QUESTION|[Aa]nswer|ANSWER)(?=[ \t]?[:.][ \t])|Q(?=[ \t]+[A-Z“\"(]))[ \t]?[:.]?[ \t]+"
    r"|(?P<named>[A-Z][\w.’'\-]*(?: [A-Z(][\w.’')\-]*){0,4})[ \t]*:[ \t]+)(?=\S)"
)
_BARE = re.compile(r"(?P<bare>[A-Z]{2,3}|(?:[A-Z][\w.’'\-]+ ){1,3}[A-Z][\w.’'\-]+)[ \t]+(?=[A-Z])")  # where a page had it in bold
_SELF = re.compile(r"(?:I|We|My|Our|Yes|No|Well)\b")
_ASKED = frozenset(("q", "question"))
_ANSWERED = frozenset(("a", "answer"))
ASKING = frozenset("reporter reporters interviewer host journalist correspondent press moderator anchor".split())
_PRESENT = ASKING | frozenset("aide operator participant speaker audience translator interpreter staff chorus voice".split())
_FORMS = frozenset(
    """what who when where why how note notes contact contacts date time location place source sources image images photo photos picture
    video audio credit caption subject topic theme title to from cc fact facts update updates correction example warning url link phone
    fax email address related more summary background step rule section item breaking watch read""".split()
)  # what a form or a caption has before a colon
_OWN = nouns.FIRST | frozenset("you your yours yourself yourselves".split())
_ASIDE = re.compile(r"\((?:As|Speaks|In) [^()\n]{1,40}\)\s*")  # "(As interpreted.)"
_DIRECTION = re.compile(r"\s*(?:\([^()]*\)|[\"“].*[\"”]\s*[—–-].*|\[[^\[\]]*\]|[—–-].*|END|[….\s]+|\d{1,2}:\d\d [AP]\.?M\.?.*)\s*")
_REPEATED = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said in turn: the words of the label (none before an answer that has none), of each paragraph, and the part played.

    `part` is question or answer where the label says so and not who, name where it says who; `asks` says that a question is put.
    """

    label: Range | None
    content: tuple[Range, ...]
    part: str
    asks: bool

    @property
    def trigger(self) -> Range:
        """The last word of the label, or the first that is said."""
        place = self.label[1] if self.label else self.content[0][0]
        return place, place

    @property
    def words(self) -> Range:
        """From the label to the last word."""
        return (self.label or self.content[0])[0], self.content[-1][1]


@dataclass(frozen=True, slots=True)
class _Head:
    """A labelled paragraph: which, its label, the part that the label gives, and the first word said."""

    block: int
    label: Range
    part: str
    first: int


def paragraphs(words: Words) -> list[Range]:
    """The first and last word of each paragraph."""
    if not len(words):
        return []
    edges = [place for place in range(len(words)) if place == 0 or words.paragraphs[place] != words.paragraphs[place - 1]]
    return [(first, stop - 1) for first, stop in zip(edges, [*edges[1:], len(words)], strict=True)]


def turns(words: Words, people: frozenset[int] = frozenset()) -> tuple[Turn, ...]:
    """The turns of a text in order; one labelled paragraph alone is none. `people` are the words of names of persons."""
    blocks = paragraphs(words)
    heads = _heads(words, blocks, people)
    if len(heads) < _REPEATED:
        return ()
    answered = any(head.part != "question" for head in heads)
    found: list[Turn] = []
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        own = (head.first, blocks[head.block][1])
        rest = _going_on(words, blocks[head.block + 1 : after.block if after else None], after is None)
        if answered or head.part != "question":
            found.append(_turn(words, head.label, (own, *rest), head.part))
        else:
            found += [_turn(words, head.label, (own,), head.part), *([_turn(words, None, rest, "answer")] if rest else [])]
    return _askers(words, found)


def _askers(words: Words, found: list[Turn]) -> tuple[Turn, ...]:
    """The turns, all of one whose turns mostly end in a question mark questions: "Tell us about it."."""
    asks: dict[str, list[bool]] = {}
    for turn in found:
        asks.setdefault(_text(words, turn.label) if turn.label else "", []).append(turn.asks)
    most = {text for text, times in asks.items() if text and len(times) > _REPEATED and sum(times) * 2 > len(times)}
    return tuple(replace(turn, asks=turn.asks or (turn.label is not None and _text(words, turn.label) in most)) for turn in found)


def _turn(words: Words, label: Range | None, content: tuple[Range, ...], part: str) -> Turn:
    content = tuple(_unmarked(words, block) for block in content)
    end = words.text[slice(*words.extent(*content[-1]))].rstrip("”\"’')] ")
    return Turn(label, content, part, part == "question" or end.endswith("?"))


def _unmarked(words: Words, block: Range) -> Range:
    """The words without the quotation marks around all of them."""
    first, last = block
    around = last - first > 1 and words.word(first) in '“"' and words.word(last) in '”"'
    return (first + 1, last - 1) if around else block


def _heads(words: Words, blocks: list[Range], people: frozenset[int]) -> list[_Head]:
    """The paragraphs that open with a label of somebody who can speak."""
    found: list[tuple[_Head, str]] = []
    for number, (first, last) in enumerate(blocks):
        start, end = words.extent(first, last)
        match = _LABEL.match(words.text, start, end) or _BARE.match(words.text, start, end)
        kind = match and match.lastgroup
        if match and kind:
            low, stop = words.covering(*match.span(kind))
            said = words.covering(_after_aside(words.text, match.end()), end)
            if said[0] < said[1]:
                found.append((_Head(number, (low, stop - 1), _part(words, (low, stop - 1), kind), said[0]), kind))
    texts = [_text(words, head.label) for head, _ in found]
    asked = any(head.part == "question" for head, _ in found)
    marked = any(kind in ("bracketed", "letter") for _, kind in found)
    if found and found[0][0].block == 0 and found[0][1] == "named" and not texts[0].isupper() and found[1:] and found[1][0].block > 1:
        found, texts = found[1:], texts[1:]  # a headline
    return [
        head
        for (head, kind), text in zip(found, texts, strict=True)
        if (kind == "letter" and (asked or head.part == "question"))
        or kind == "bracketed"
        or (kind == "bare" and marked and _bold(words, head, people, texts.count(text)))
        or (kind == "named" and _named(words, head.label, people, texts.count(text)))
    ]


def _after_aside(text: str, place: int) -> int:
    match = _ASIDE.match(text, place)
    return match.end() if match else place


def _text(words: Words, label: Range) -> str:
    return words.text[slice(*words.extent(*label))]


def _part(words: Words, label: Range, kind: str) -> str:
    text = _text(words, label).lower()
    if kind == "letter":
        return "question" if text in _ASKED else "answer"
    return "question" if text in _ASKED | ASKING - {"moderator"} else "name"


def _named(words: Words, label: Range, people: frozenset[int], times: int) -> bool:
    """Does a label name or describe one who speaks: a person, an office, a medium, or what stands in capitals again and again?"""
    text = [words.word(place) for place in range(label[0], label[1] + 1)]
    last = text[-1].lower()
    if text[0].lower() in _FORMS or last in _FORMS:
        return False
    someone = nouns.singular(last) in nouns.PEOPLE | _PRESENT or any(word.lower() in nouns.OFFICES | nouns.HONORIFICS for word in text)
    shouted = times >= _REPEATED and all(word.isupper() or not word[0].isalpha() for word in text)
    return someone or shouted or medium(words, label) or any(place in people for place in range(label[0], label[1] + 1))


def _bold(words: Words, head: _Head, people: frozenset[int], times: int) -> bool:
    """Do the letters of a name open several paragraphs, or does a person's name stand right before "I", in an interview?"""
    if head.label[0] == head.label[1]:
        return times >= _REPEATED
    return all(place in people for place in range(head.label[0], head.label[1] + 1)) and bool(
        _SELF.match(words.text, int(words.spans[head.first, 0]))
    )


def _going_on(words: Words, blocks: list[Range], ends: bool) -> tuple[Range, ...]:
    """The paragraphs with which a turn goes on: up to the last in which somebody speaks of himself or to another.

    At the end of the text, `ends`, only those before the first in which nobody does. What happens meanwhile is none.
    """
    kept = [block for block in blocks if not _DIRECTION.fullmatch(words.text[slice(*words.extent(*block))])]
    own = [number for number, block in enumerate(kept) if _speaks(words, block)]
    stop = next((number for number in range(len(kept)) if number not in own), len(kept)) if ends else max(own, default=-1) + 1
    return tuple(kept[:stop])


def _speaks(words: Words, block: Range) -> bool:
    """Is a word of the first or second person outside quotation marks in a paragraph?"""
    return any(words.features[place, 1] == 0 and words.word(place).lower() in _OWN for place in range(block[0], block[1] + 1))
