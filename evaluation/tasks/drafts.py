"""Quotations of a draft held against a folder of articles: a hundred real ones, altered and unaltered, by a fixed seed.

The quotations are stretches between quotation marks of at least six words in the desk articles that gold gives to an actor. The folder is
the desk articles of the split and all of Wikinews, texts alone. Who speaks in an article comes from gold, so that the comparison is
measured and not the reading of speakers.

Each quotation is altered in four ways: a word inside it dropped, a word added, a word exchanged for another of the same article, or the
speaker exchanged for another actor of the article whom gold keeps apart by name or state. `altered_recall` is the share of the hundred, a
quarter of each way, that is called altered or another speaker's; `every_alteration_recall` of all four hundred.

Each is also given unaltered in five dresses: other quotation marks, other spacing and dashes, a bracketed insertion, words left out
behind an ellipsis, and another case of the first letter with another final mark. `false_alarms` is the share of these that is called
altered or another speaker's, `verbatim` the share called verbatim. `unsourced_alarms` is the share called so where the articles that have
the quotation are taken out of the folder: what is not there must not be called altered.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.quotes import quotations
from dragoman.resolving.against.quotations import judged, quoted
from dragoman.resolving.against.report import Quotation
from dragoman.resolving.against.sought import Source
from dragoman.resolving.against.speakers import Spoken, at, same_actor
from dragoman.resolving.against.wording import keys
from dragoman.values import Actor, Article
from evaluation import datasets
from evaluation.figures import Figure, Measurement, Unit, share_figure
from evaluation.tasks import Given

SEED = 20220307
HOW_MANY = 100
FEWEST_WORDS = 6
WIKINEWS = "corpora/wikinews_2019_2021.jsonl.gz"
WAYS = ("dropped", "added", "exchanged", "speaker")


def _alarms(name: str) -> Figure:
    share = share_figure(name, name, f"{name}_of")
    return Figure(name, share.value, share.n, better="lower")


FIGURES: tuple[Figure, ...] = (share_figure("altered_recall", "found", "altered"), _alarms("false_alarms"))
EXTRAS: tuple[Figure, ...] = (
    share_figure("every_alteration_recall", "every_found", "every"),
    *(share_figure(f"{way}_recall", f"{way}_found", way) for way in WAYS),
    share_figure("verbatim", "verbatim", "false_alarms_of"),
    _alarms("unsourced_alarms"),
)


@dataclass(frozen=True)
class Case:
    """A real quotation: its article, its words, its speaker, and another actor of the article."""

    article: str
    words: str
    speaker: Actor
    other: Actor | None


def files(split: str) -> tuple[str, ...]:
    """The gold records of the split, and Wikinews."""
    return (f"desk/desk_{split}.jsonl", WIKINEWS)


def measure(given: Given) -> Measurement:
    """The verdicts on every case, altered and not."""
    golds = datasets.read_jsonl(given.data / files(given.split)[0])
    lines = [gold["article"] for gold in golds] + [{**line, "id": line["url"]} for line in datasets.read_jsonl(given.data / WIKINEWS)]
    folder = [Source(article) for article in datasets.articles(lines) if isinstance(article, Article)]
    heard = {gold["article"]["id"]: stretches(gold) for gold in golds}
    chosen = cases(golds)
    units = [Counter[str]() for _ in chosen]
    wrong = [altered(way, case) for case in chosen for way in WAYS]
    for index, one in enumerate(verdicts(wrong, folder, heard)):
        number, way = index // len(WAYS), WAYS[index % len(WAYS)]
        units[number].update({"every": 1, "every_found": one.wrong, way: 1, f"{way}_found": one.wrong})
        if number % len(WAYS) == index % len(WAYS):
            units[number].update({"altered": 1, "found": one.wrong})
    true = [Draft(dress(case.words, random.Random(case.words)), case.speaker) for case in chosen for dress in DRESSES]
    for index, one in enumerate(verdicts(true, folder, heard)):
        units[index // len(DRESSES)].update({"false_alarms": one.wrong, "false_alarms_of": 1, "verbatim": one.verdict == "verbatim"})
    for index, one in enumerate(verdicts(true, _without(folder, chosen), heard)):
        units[index // len(DRESSES)].update({"unsourced_alarms": one.wrong, "unsourced_alarms_of": 1})
    return Measurement(FIGURES, tuple(Unit(f"{number}", counts) for number, counts in enumerate(units)), EXTRAS)


# ---------------------------------------------------------------- real quotations and who says them


def stretches(gold: dict[str, Any]) -> tuple[Spoken, ...]:
    """What is said in a gold article, by whom."""
    actors = {actor["id"]: Actor.from_dict(actor) for actor in gold["actors"]}
    found = []
    for statement in gold["statements"]:
        speakers = tuple(actors[one] for one in (statement["source"], *statement["co_sources"]) if one in actors)
        found += [Spoken(span["start"], span["end"], speakers) for span in statement["content"]]
    return tuple(found)


def cases(golds: Sequence[dict[str, Any]]) -> list[Case]:
    """HOW_MANY quotations by the fixed seed, or as many as there are."""
    found = [case for gold in golds for case in _cases(gold)]
    random.Random(SEED).shuffle(found)
    return found[:HOW_MANY]


def _cases(gold: dict[str, Any]) -> Iterator[Case]:
    text, said = gold["article"]["text"], stretches(gold)
    actors = [Actor.from_dict(actor) for actor in gold["actors"]]
    for mark in quotations(text):
        there = at(said, mark.start, mark.end)
        words = text[mark.start : mark.end]
        if mark.double and mark.closed and there and there.speakers and len(keys(words)) >= FEWEST_WORDS and not ODD.search(words):
            others = [actor for actor in actors if all(same_actor(actor, one) is False for one in there.speakers)]
            yield Case(text, words, there.speakers[0], others[0] if others else None)


ODD = re.compile(r"[“”\"„«»\[\]()…]|\.\.|(?:^|\W)['‘]|['’](?:\W|$)")
"""What a quotation in other quotation marks could not hold without ending there."""


# ---------------------------------------------------------------- altered


@dataclass(frozen=True)
class Draft:
    """A quotation as a draft has it, with its marks, and the speaker that the draft names."""

    quotation: str
    speaker: Actor


def altered(way: str, case: Case) -> Draft:
    """The quotation altered in one way, by a seed of its own."""
    chance = random.Random(f"{way} {case.words}")
    if way == "speaker":
        return Draft(f"“{case.words}”", case.other or NOBODY)
    pieces = re.split(r"(\s+)", case.words.strip())
    inner = [index for index in range(2, len(pieces) - 2, 2) if keys(pieces[index])]
    place = chance.choice(inner)
    here = set(keys(case.words))
    others = sorted({word for word in re.findall(r"[A-Za-z]{2,}", case.article) if not set(keys(word)) & here})
    if way == "dropped":
        pieces[place : place + 2] = []
    elif way == "added":
        pieces[place:place] = [chance.choice(others), " "]
    else:
        pieces[place] = chance.choice(others)
    return Draft(f"“{''.join(pieces)}”", case.speaker)


NOBODY = Actor("other", "Somebody Else", "person")
"""Stands in where gold has no other actor who can be told apart from the speaker."""


# ---------------------------------------------------------------- the same words in another dress


def _marks(words: str, chance: random.Random) -> str:
    opening, closing = chance.choice((('"', '"'), ("„", "“"), ("«", "»"), ("‘", "’")))
    return f"{opening}{words.replace('’', chance.choice('’ʼ') if opening == '‘' else chance.choice(chr(39) + '’'))}{closing}"


def _spacing(words: str, chance: random.Random) -> str:
    gap = chance.choice(("  ", "\u00a0", "\u2009", "\t"))
    return f"“{words.replace(' ', gap).replace('—', ' – ').replace(' - ', '—')}”"


def _insertion(words: str, chance: random.Random) -> str:
    """A bracket put in behind a word, or for one."""
    pieces = words.split()
    place = chance.randrange(1, len(pieces) - 1)
    bracket = chance.choice(("[the minister]", "[of the country]", "[sic]", "[President]", "[as he put it]"))
    pieces[place : place + chance.choice((0, 1))] = [bracket]
    return f"“{' '.join(pieces)}”"


def _ellipsis(words: str, chance: random.Random) -> str:
    pieces = words.split()
    place = chance.randrange(2, len(pieces) - 2)
    return f"“{' '.join(pieces[:place])} {chance.choice(('…', '...', '. . .', '[…]', '[...]'))} {' '.join(pieces[place + 1 :])}”"


def _ends(words: str, chance: random.Random) -> str:
    first = words[0].lower() if words[0].isupper() else words[0].upper()
    return f"“{first}{words[1:].rstrip('.,!?;:')}{chance.choice((',', '.', '', '!'))}”"


DRESSES: tuple[Callable[[str, random.Random], str], ...] = (_marks, _spacing, _insertion, _ellipsis, _ends)


# ---------------------------------------------------------------- verdicts


def verdicts(drafts: Sequence[Draft], folder: Sequence[Source], heard: dict[str, tuple[Spoken, ...]]) -> tuple[Quotation, ...]:
    """The verdict on each quotation, all of them in one draft of a paragraph each."""
    text, said = "", []
    for draft in drafts:
        start = len(text)
        text += f"It was said: {draft.quotation} on that day.\n\n"
        said.append(Spoken(start, len(text) - 2, (draft.speaker,)))
    asked = quoted(text, tuple(said))
    if len(asked) != len(drafts):
        raise ValueError(f"{len(drafts)} quotations are read as {len(asked)}")
    return judged(text, asked, folder, lambda source: heard.get(source.article.id, ()))


def _without(folder: Sequence[Source], chosen: Sequence[Case]) -> list[Source]:
    """The sources that have none of the quotations."""
    wordings = [f" {' '.join(keys(case.words))} " for case in chosen]
    texts = [(source, f" {' '.join(keys(source.article.text))} ") for source in folder]
    return [source for source, words in texts if not any(wording in words for wording in wordings)]
