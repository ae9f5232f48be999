"""Deeds as training items: events of the desk sets with their parties, typed pairs of parties, and how sure predicates are.

Gold names the parties of an event, not their words. A party's words are found by its names in the trigger's sentence; where there are
none, a pronoun that it may stand behind, else any word of the sentence is left open (`FrameTarget.open_words`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from dragoman.knowledge import Knowledge
from dragoman.model.windows import cut
from dragoman.model.words import Words, split
from dragoman.reading.events.judging import root
from dragoman.reading.events.parties import ROLES
from dragoman.values import STATUSES
from evaluation.datasets import plv_rows, read_jsonl
from evaluation.roots import ROOTS, unmarked
from training.items import FrameTarget, Item, Range, span_words
from training.layers import EVENTS
from training.quiet import passages

DYADS = Path(__file__).parent / "desk" / "dyads.jsonl"
COMPOSED = Path(__file__).parent / "desk" / "composed.jsonl"
PARTIES = Path(__file__).parent / "desk" / "parties.jsonl"

Parties = dict[tuple[str, str], tuple[tuple[int, tuple[int, ...]], ...]]

_PERSONAL = frozenset("he she him her his hers".split())
_PLURAL = frozenset("they them their it its".split())
_OWN = frozenset("i we us our my me".split())
_USES = ("name", "adjective", "people", "capital", "seat")
_SPREAD = 4  # words around a party's name that may belong to it
_COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID")


@dataclass(frozen=True)
class Forms:
    """How states are named: by alpha-3 code their names, adjectives, peoples, capitals and seats, in lower case."""

    states: dict[str, frozenset[str]]

    @classmethod
    def load(cls) -> "Forms":
        """From the shipped knowledge."""
        found: dict[str, set[str]] = {}
        for name in Knowledge.load().names:
            if name.use in _USES and len(name.form) > 1:
                found.setdefault(name.iso3, set()).add(name.form.lower())
        return cls({code: frozenset(forms) for code, forms in found.items()})

    def of(self, actor: dict) -> tuple[str, ...]:
        """The forms that an actor may be named by, longest first; a person's family name, a body's acronym."""
        name = actor["name"]
        forms = {name.lower()}
        bare = re.sub(r"^(?:the|a|an|some|several|two|three|many)\s+", "", name, flags=re.IGNORECASE)
        forms.add(bare.lower())
        parts = re.findall(r"\w[\w.’'-]*", bare)
        if actor["kind"] == "person" and parts and parts[-1][:1].isupper() and len(parts[-1]) > 2:
            forms.add(parts[-1].lower())
        if actor["kind"] in ("organisation", "igo", "media", "group") and len(parts) > 1:
            forms.add("".join(part[0] for part in parts if part[0].isupper()).lower())
            forms.add(parts[-1].lower() if actor["kind"] == "group" and len(parts[-1]) > 3 else bare.lower())
        if actor["kind"] == "state" and actor["state"]:
            forms |= self.states.get(actor["state"], frozenset())
            if actor["state"] == "USA":
                forms |= {"us", "american", "americans"}
        return tuple(sorted((form for form in forms if len(form) > 1), key=len, reverse=True))


def known_parties(path: Path = PARTIES) -> Parties:
    """The mentions around the triggers of annotated events with the roles that they may have, by article and event (`training.parties`)."""
    return {
        (line["article"], line["event"]): tuple(
            (word, tuple(number for number, role in enumerate(ROLES) if role[0] in roles)) for word, roles in line["candidates"]
        )
        for line in read_jsonl(path)
    }


def deeds(words: Words, line: dict, forms: Forms, parties: Parties) -> Iterator[FrameTarget]:
    """The event frames of a desk article, and its pairs of parties with the types that are read between them."""
    actors = {actor["id"]: actor for actor in line["actors"]}
    places = {name: _places(words, forms.of(actor), actor) for name, actor in actors.items()}
    sentences = words.sentences
    pairs: dict[tuple[Range, Range], set[str]] = {}
    for event in line["events"]:
        trigger = span_words(words, event["trigger"]["start"], event["trigger"]["end"])
        if trigger is None:
            continue
        frame = replace(
            _frame(words, event, trigger, (actors, places, sentences)), parties=parties.get((line["article"]["id"], event["id"]), ())
        )
        yield frame
        near = {role: _nearest(event[key], places, sentences, trigger) for role, key in (("actor", "actors"), ("recipient", "recipients"))}
        if near["actor"] and near["recipient"] and near["actor"] != near["recipient"]:
            pairs.setdefault((near["actor"], near["recipient"]), set()).add(root(event["type"]))
    for (source, target), types in pairs.items():
        yield FrameTarget("pair", source, second=target, qualities={"pair": tuple(ROOTS.index(name) for name in sorted(types))})


def _places(words: Words, forms: tuple[str, ...], actor: dict) -> list[Range]:
    """Where an actor's names stand in the text; adjectives and peoples in upper case only."""
    taken: set[int] = set()
    found = []
    lower = words.text.lower()
    if len(lower) != len(words.text):
        lower = words.text
    for form in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", lower):
            if (
                actor["kind"] in ("state", "person", "organisation", "igo")
                and not words.text[match.start()].isupper()
                and form != actor["name"].lower()
            ):
                continue
            if form == "us" and words.text[match.start() : match.end()] != "US":
                continue
            span = span_words(words, *match.span())
            if span and not taken & set(range(span[0], span[1] + 1)):
                taken |= set(range(span[0], span[1] + 1))
                found.append(span)
    return sorted(found)


def _nearest(parties: list[str], places: dict[str, list[Range]], sentences: np.ndarray, trigger: Range) -> Range | None:
    """The words of the first party that the trigger's sentence names."""
    for name in parties:
        inside = [span for span in places[name] if sentences[span[0]] == sentences[trigger[0]]]
        if inside:
            return min(inside, key=lambda span: abs(span[0] - trigger[0]))
    return None


def _frame(words: Words, event: dict, trigger: Range, known: tuple[dict, dict[str, list[Range]], np.ndarray]) -> FrameTarget:
    actors, places, sentences = known
    here = np.flatnonzero(sentences == sentences[trigger[0]])
    low, high = int(here[0]), int(here[-1])
    required: list[tuple[str, int]] = []
    opened: dict[str, set[int]] = {"actor": set(), "recipient": set(), "place": set()}
    claimed: set[int] = set(range(trigger[0], trigger[1] + 1))
    missing: list[tuple[str, dict]] = []
    for role, key in (("actor", "actors"), ("recipient", "recipients")):
        for name in event[key]:
            inside = [span for span in places[name] if low <= span[0] and span[1] <= high and not claimed & {span[0], span[1]}]
            if not inside:
                missing.append((role, actors[name]))
                continue
            first, last = min(inside, key=lambda span: max(trigger[0] - span[1], span[0] - trigger[1]))
            required += [(role, place) for place in range(first, last + 1)]
            claimed |= set(range(first, last + 1))
            opened[role] |= set(range(max(first - _SPREAD, low), min(last + _SPREAD, high) + 1))
            for span in inside:
                opened[role] |= set(range(span[0], span[1] + 1))
    for role, actor in missing:
        if stand_in := _pronoun(words, actor, (low, high), claimed):
            required.append((role, stand_in))
            claimed.add(stand_in)
        else:
            opened[role] |= set(range(low, high + 1))
    if event["place"]:
        inside = [
            span
            for part in re.split(r", | and ", event["place"])
            for span in _places(words, (part.lower(),), {"kind": "state", "name": part})
        ]
        inside = [span for span in inside if low <= span[0] and span[1] <= high]
        free = [span for span in inside if not claimed & set(range(span[0], span[1] + 1))]
        required += [("place", place) for span in free[:1] for place in range(span[0], span[1] + 1)]
        opened["place"] |= {place for span in inside for place in range(span[0], span[1] + 1)}
    else:  # the place is optional in the notes: nothing is known of names in the sentence
        opened["place"] |= {place for place in range(low, high + 1) if words.features[place, 0] in (1, 2)}
    places_of = {place: role for role, place in reversed(required)}
    return FrameTarget(
        "event",
        trigger,
        required=tuple((role, place) for place, role in places_of.items()),
        open_words={role: frozenset(found - claimed) for role, found in opened.items()},
        qualities={"plover": (1 + EVENTS.index(event["type"]),), "status": (STATUSES.index(event["status"]),)},
    )


def _pronoun(words: Words, actor: dict, bounds: Range, claimed: set[int]) -> int | None:
    """The only pronoun of the sentence that the actor may stand behind, or None."""
    wanted = _PERSONAL if actor["kind"] == "person" else _PLURAL
    for group in (wanted, _OWN):
        found = [place for place in range(bounds[0], bounds[1] + 1) if place not in claimed and words.word(place).lower() in group]
        if len(found) == 1 or (found and group is _OWN):
            return found[0]
    return None


# ---------------------------------------------------------------- pairs of parties


def plv(directory: Path, tokenizer: Tokenizer) -> Iterator[Item]:
    """PLV's training sentences: the root between the marked source and target."""
    rows = [(line["marked_sentence"], (ROOTS.index(line["gold_root"]),)) for line in plv_rows(directory, "train")]
    yield from _packed(rows, tokenizer, "plv")


def dyads(directory: Path, tokenizer: Tokenizer, path: Path = DYADS) -> Iterator[Item]:
    """The project's own sentences with a source, a target and the root between them, labelled as PLV's are."""
    rows = [(marked(text, line["s"], line["t"]), (ROOTS.index(line["root"]),)) for line, text in passages(directory, path)]
    yield from _packed(rows, tokenizer, "dyads")


def composed(tokenizer: Tokenizer, path: Path = COMPOSED) -> Iterator[Item]:
    """Sentences that were written for training, as many of each root, shuffled: they claim nothing about the world."""
    rows = [(line["marked"], (ROOTS.index(line["root"]),)) for line in read_jsonl(path)]
    rows = [rows[place] for place in np.random.default_rng(3).permutation(len(rows))]
    yield from _packed(rows, tokenizer, "composed")


def marked(text: str, source: Range, target: Range) -> str:
    """The sentence with PLV's marks around its parties, which do not overlap."""
    for (start, end), mark in sorted(((source, "s"), (target, "t")), reverse=True):
        text = f"{text[:start]}<{mark}>{text[start:end]}</{mark}>{text[end:]}"
    return text


def wikievents(path: Path, tokenizer: Tokenizer) -> Iterator[Item]:
    """AW's WikiEvents part: whether the pair cooperates or is in conflict."""
    good = tuple(ROOTS.index(name) for name in _COOPERATIVE)
    bad = tuple(number for number in range(len(ROOTS)) if number not in good)
    yield from _packed(
        [(line["marked_sentence"], bad if line["gold_binary"] else good) for line in read_jsonl(path)], tokenizer, "wikievents"
    )


def _packed(rows: list[tuple[str, tuple[int, ...]]], tokenizer: Tokenizer, name: str) -> Iterator[Item]:
    """Items of one to twelve sentences, each a paragraph."""
    sizes = np.random.default_rng(5).integers(1, 13, len(rows))
    place = number = 0
    while place < len(rows):
        some = rows[place : place + int(sizes[number])]
        place, number = place + len(some), number + 1
        texts = [(*unmarked(marked), values) for marked, values in some]
        words = split("\n".join(text.replace("\n", " ") for text, *_ in texts))
        frames, base = [], 0
        for text, *sides, values in texts:
            source, target = (span_words(words, base + side[0], base + side[1]) if side else None for side in sides)
            first, second = (source, target or (-1, -1)) if source else (target, (-1, -1))
            if first:
                frames.append(FrameTarget("pair", first, second=second, qualities={"pair": values}))
            base += len(text) + 1
        yield Item(f"{name}-{number}", words, cut(words, tokenizer), {}, frames)


# ---------------------------------------------------------------- factuality


def factuality(paths: Iterable[Path], tokenizer: Tokenizer, pack: int = 500) -> Iterator[Item]:
    """UDS-IH2 and MEANTIME predicates with their factuality, −3 … 3, sentences packed."""
    for path in paths:
        batch: list[dict] = []
        size = 0
        for line in read_jsonl(path):
            batch.append(line)
            size += len(line["text"].split()) * 5 // 4
            if size >= pack:
                yield _factuality_pack(batch, tokenizer, path.name)
                batch, size = [], 0
        if batch:
            yield _factuality_pack(batch, tokenizer, path.name)


def _factuality_pack(lines: list[dict], tokenizer: Tokenizer, name: str) -> Item:
    words = split("\n".join(line["text"].replace("\n", " ") for line in lines))
    values = np.full(len(words), np.nan, dtype=np.float32)
    base = 0
    for line in lines:
        starts = [match.span() for match in re.finditer(r"\S+", line["text"])]
        for target in line["targets"]:
            start, stop = starts[target["span1"][0]][0], starts[min(target["span1"][1], len(starts)) - 1][1]
            if span := span_words(words, base + start, base + stop):
                values[span[0]] = target["label"]
        base += len(line["text"]) + 1
    return Item(f"{name}-{lines[0].get('idx')}", words, cut(words, tokenizer), {}, scales={"factuality": values})
