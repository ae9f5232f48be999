"""From roles to actors: every source, addressee and medium is given the entity that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dragoman.model.words import Words
from dragoman.reading import cast, descriptions, links, nouns, pronouns
from dragoman.reading.cast import Entity
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.mentions import Mention
from dragoman.reading.roles import inside

OPENING = 60  # words in which a readout names those who met
SUFFIX = 3  # words that may follow a name in a signature: ", Jr."
BACK = 3  # paragraphs back to which one who spoke is remembered
MET = 5  # persons who meet or speak as one, at most
_US = (
    ["all", "of", "us"],
    ["both", "of", "us"],
    ["our", "countries"],
    ["our", "two", "countries"],
    ["our", "nations"],
    ["our", "governments"],
)
_OURS = frozenset("country nation government delegation republic state people".split())
_HEARSAY = (["reportedly"], ["allegedly"], ["supposedly"], ["purportedly"])
_TOLD = frozenset(
    """reported said believed thought alleged rumored rumoured considered understood feared known estimated claimed assumed presumed
    suspected""".split()
)
_PUT = frozenset("asked pressed questioned told informed warned quizzed".split())
_TELLING = frozenset(["told", "tell", "tells", "telling", "informed", "assured", "briefed"])


@dataclass(frozen=True, slots=True)
class Voices:
    """Entities by index: the sources of a draft, those spoken to, the media it came through."""

    sources: tuple[int, ...]
    addressees: tuple[int, ...]
    via: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """Who has been quoted where: the entity at the cue of an earlier statement."""

    entity: int
    cue: int


@dataclass(slots=True)
class Stage:
    """The entities so far, growing as descriptions introduce new ones while the drafts are read in order.

    `others` are descriptions of people and bodies anywhere in the text, which become entities when a pronoun points at them.
    """

    words: Words
    names: tuple[Mention, ...]
    entities: list[Entity]
    author: int | None
    others: tuple[Mention, ...]
    judged: links.Judge
    speeches: list[Speech] = field(default_factory=list)
    turns: Mapping[int, Voices] = field(default_factory=dict)  # who speaks to whom in turn, by the place of the trigger

    def all(self, mention: Mention) -> tuple[int | None, ...]:
        """The entities that a mention stands for: several for "the leaders" and for a "they" that no group before it explains."""
        if mention.form == "description" and descriptions.speaks_of_two(self.words, mention):
            several = self._several(mention)
        elif mention.form == "pronoun" and self.words.word(mention.head).lower() in nouns.PLURAL:
            several = self._they(mention)
        else:
            several = []
        return tuple(self._join(index, mention) for index in several) if len(several) > 1 else (self.find(mention),)

    def _several(self, mention: Mention) -> list[int]:
        """The persons who share the office of a plural, else those whom the article names first; "both" and "two" are of two alone."""
        office = self.words.word(mention.words[1]).lower()
        text = [self.words.word(place).lower() for place in range(mention.words[0], mention.words[1] + 1)]
        title = f"{' '.join(text[1:-1])} {nouns.singular(office)}".strip()
        people = [index for index, entity in enumerate(self.entities) if entity.kind == "person" and entity.mentions]
        alike = [index for index in people if title in self.entities[index].titles]
        first = self._opening()
        if len(alike) == 2:
            return alike
        return [] if {"two", "both"} & set(text) and len(first) != 2 else first

    def _opening(self) -> list[int]:
        """The persons whom the article names in its first words, in their order, where these are few enough to have met."""
        people = [
            (entity.mentions[0].words, index) for index, entity in enumerate(self.entities) if entity.kind == "person" and entity.mentions
        ]
        first = [index for place, index in sorted(people) if place[0] < OPENING]
        return first if len(first) <= MET else []

    def _they(self, mention: Mention) -> list[int]:
        """Those who spoke together last, or who met, where no group stands nearer that "they" could be."""
        antecedent = pronouns.pronoun(self.words, mention, self._company(mention))
        here = self.words.paragraphs[mention.head]
        near = [speech for speech in self.speeches if speech.cue < mention.head and here - self.words.paragraphs[speech.cue] <= 1]
        last = max((speech.cue for speech in near), default=-1)
        together = list(dict.fromkeys(speech.entity for speech in near if speech.cue == last))
        if (antecedent and antecedent.kind == "group") or (antecedent and antecedent.head > last >= 0):
            return []
        return together if len(together) > 1 else [] if antecedent else self._opening()

    def _company(self, mention: Mention) -> links.Company:
        last = self.spoke(mention.head)
        return links.Company(self.entities, self.others, self.judged, self.entities[last] if last is not None else None)

    def spoke(self, place: int) -> int | None:
        """Who spoke last within the paragraphs before a word, alone or first of several."""
        here = self.words.paragraphs[place]
        near = [speech for speech in self.speeches if speech.cue < place and here - self.words.paragraphs[speech.cue] <= BACK]
        return max(near, key=lambda speech: speech.cue).entity if near else None

    def voice(self, place: int) -> int | None:
        """Whose "we" or "I" it is outside all statements: the author's, the signatory's, else that of a body that spoke just before."""
        if self.author is not None:
            return self.author
        last = self.spoke(place)
        signed = self._signatory()
        return signed if signed is not None or last is None or self.entities[last].kind not in ("place", "organisation", "state") else last

    def _signatory(self) -> int | None:
        """The person whose name is the last paragraph, as under a letter."""
        last = len(self.words) - 1
        if last < 0:
            return None
        here = self.words.paragraphs[last]
        first = int((self.words.paragraphs == here).argmax())
        for index, entity in enumerate(self.entities):
            for mention in entity.mentions if entity.kind == "person" else ():
                if mention.form == "name" and mention.words[0] == first and last - mention.words[1] <= SUFFIX:
                    return index
        return None

    def standing(self, mention: Mention, speaker: Voices | None) -> tuple[int, ...]:
        """The entities that any mention stands for: the adjective of a people for its state, "we" for the speaker, or for the author."""
        if mention.form == "adjective":
            return (self._holding(replace(mention, form="name")),)
        if self.words.word(mention.head).lower() in nouns.FIRST:
            first = speaker.sources[:1] if speaker else () if self.author is None else (self.author,)
            return tuple(first)
        return tuple(index for index in self.all(mention) if index is not None)

    def find(self, mention: Mention) -> int | None:
        """The entity that one mention stands for; a description that fits nobody introduces one."""
        if mention.form == "name":
            return self._holding(mention)
        company = self._company(mention)
        if mention.form == "pronoun":
            antecedent = pronouns.pronoun(self.words, mention, company)
            return self._join(self._holding(antecedent), mention) if antecedent else None
        if (same := self._headed(mention)) is not None:
            return self._join(same, mention)
        antecedent = descriptions.description(self.words, mention, company)
        return self._join(self._holding(antecedent), mention) if antecedent else self._introduce(mention)

    def _holding(self, mention: Mention) -> int:
        """The entity that has the mention, or, of a name that was not read before, the same name; a new one where it has none yet."""
        known = next((index for index, entity in enumerate(self.entities) if mention in entity.mentions), None)
        if known is None and mention.form == "name":
            known = next((index for index, entity in enumerate(self.entities) if self._names(entity, mention)), None)
            return self._introduce(mention) if known is None else self._join(known, mention)
        if known is None and mention.form == "description":
            known = self._headed(mention)
            if known is None:
                alike = (index for index, entity in enumerate(self.entities) if descriptions.described_alike(self.words, mention, entity))
                known = next(alike, None)
            return self._introduce(mention) if known is None else self._join(known, mention)
        return self._introduce(mention) if known is None else known

    def _headed(self, mention: Mention) -> int | None:
        """The entity that has the noun of a description already, read as a shorter or longer one."""
        described = (
            index
            for index, entity in enumerate(self.entities)
            if any(other.form == "description" and other.head == mention.head for other in entity.mentions)
        )
        return next(described, None)

    def _names(self, entity: Entity, mention: Mention) -> bool:
        return any(other.form == "name" and cast.same(self.words, mention, other) for other in entity.mentions)

    def _introduce(self, mention: Mention) -> int:
        self.entities.append(Entity(mention.kind, (mention,)))
        return len(self.entities) - 1

    def _join(self, index: int, mention: Mention) -> int:
        self.entities[index] = self.entities[index].with_mention(mention)
        return index


def cast_roles(stage: Stage, drafts: tuple[Draft, ...], outer: tuple[int | None, ...]) -> tuple[Voices, ...]:
    """The voices of each draft, in order; `outer` gives the enclosing draft of each. The stage's entities grow on the way."""
    found: dict[int, Voices] = {}
    for number in sorted(range(len(drafts)), key=lambda number: (_depth(number, outer), drafts[number].trigger)):
        above = outer[number]
        found[number] = _voices(stage, drafts[number], found[above] if above is not None else None)
        if above is None:
            stage.speeches += [Speech(index, drafts[number].trigger[0]) for index in found[number].sources]
    return tuple(found[number] for number in range(len(drafts)))


def _depth(number: int, outer: tuple[int | None, ...]) -> int:
    depth, seen = 0, {number}
    while (above := outer[number]) is not None and above not in seen:
        seen.add(above)
        number, depth = above, depth + 1
    return depth


def _voices(stage: Stage, draft: Draft, enclosing: Voices | None) -> Voices:
    if draft.trigger[0] in stage.turns and (draft.cue is None or draft.cue[0] > draft.trigger[0]):
        return stage.turns[draft.trigger[0]]
    agent, asked = told_by(stage, draft) or quoted(stage.words, draft), _asked(stage.words, draft)
    sources = () if asked or impersonal(stage.words, draft) else entities(stage, (agent,) if agent else draft.sources, enclosing)
    if not draft.sources and draft.cue is None:
        sources = _last_speaker(stage, draft)
    told = draft.sources if asked or (agent and told_by(stage, draft)) else ()
    via = entities(stage, draft.sources if agent and not told else draft.via, enclosing)
    addressees = entities(stage, told or draft.addressees, enclosing)
    if draft.cue and any(stage.words.word(place).lower() in _TELLING for place in range(draft.cue[0], draft.cue[1] + 1)):
        addressees = tuple(dict.fromkeys((*addressees, *via)))
    return Voices(sources, tuple(index for index in addressees if index not in sources), via)


def told_by(stage: Stage, draft: Draft) -> Range | None:
    """Who tells where the cue is passive and was read with the one who is told: "he was told by Emergencies Minister Yevgeny Zinichev"."""
    words = stage.words
    if draft.cue is None or not draft.sources or draft.cue[1] + 2 >= len(words) or draft.sources[0][1] >= draft.cue[0]:
        return None
    before = {words.word(place).lower() for place in range(max(draft.cue[0] - 1, 0), draft.cue[1])}
    if not (
        before & nouns.BEING and words.word(draft.cue[1]).lower().endswith(("ed", "told")) and words.word(draft.cue[1] + 1).lower() == "by"
    ):
        return None
    first = last = draft.cue[1] + 2
    name = next((one for one in stage.names if first <= one.words[0] <= first + 5), None)
    while (
        last + 1 < len(words)
        and words.word(last + 1)[0].isalpha()
        and words.word(last + 1).lower() not in nouns.PREPOSITIONS | {"that", "to"}
    ):
        last += 1
    return (first, name.words[1]) if name and name.words[0] <= last + 1 else (first, last)


def quoted(words: Words, draft: Draft) -> Range | None:
    """Who is quoted within the cue: "him" in "AP quoted him as saying"; the source that was read is then what it came through."""
    if draft.cue is None or not draft.sources:
        return None
    text = [words.word(place).lower() for place in range(draft.cue[0], draft.cue[1] + 1)]
    if text[-2:] != ["as", "saying"] or not text[0].startswith("quot") or len(text) < 4:
        return None
    return draft.cue[0] + 1, draft.cue[1] - 2


def _asked(words: Words, draft: Draft) -> bool:
    """Is the source that was read the one who is asked or told, by nobody named: "Mr. Trump was pressed on why …"?"""
    if draft.cue is None or not draft.sources or draft.sources[0][1] >= draft.cue[0]:
        return False
    text = [words.word(place).lower() for place in range(draft.cue[0], draft.cue[1] + 1)]
    passive = [word for word, after in zip(text, [*text[1:], ""], strict=True) if word in nouns.BEING and after in _PUT]
    by = words.word(draft.cue[1] + 1).lower() == "by" if draft.cue[1] + 1 < len(words) else False
    return bool(passive) and not by


def impersonal(words: Words, draft: Draft) -> bool:
    """Does the cue say that something is told, and not by whom: "is believed", "was reported", "reportedly"?"""
    if draft.cue is None:
        return False
    text = [words.word(place).lower() for place in range(draft.cue[0], draft.cue[1] + 1)]
    if text in _HEARSAY:
        return True
    before = [words.word(place).lower() for place in range(max(draft.cue[0] - 2, 0), draft.cue[0])] if len(text) == 1 else text[:-1]
    passive = text[-1] in _TOLD and any(word in nouns.BEING for word in before)
    return passive and not any(first and words.word(first - 1).lower() == "by" for first, _ in draft.sources)


def entities(stage: Stage, roles: tuple[Range, ...], enclosing: Voices | None) -> tuple[int, ...]:
    """Who the words of a role stand for, by index. "We" is the source of the `enclosing` statement, outside any the article's author."""
    found: list[int | None] = []
    for role in roles:
        if _first_person(stage, role):
            found += [enclosing.sources[0] if enclosing and enclosing.sources else None if enclosing else stage.voice(role[0])]
        elif enclosing and role[0] == role[1] and stage.words.word(role[0]).lower() == "you":
            found += enclosing.addressees
        else:
            found += [index for mention in inside(role, stage.words, stage.names) for index in stage.all(mention)]
    return tuple(dict.fromkeys(index for index in found if index is not None))


def _first_person(stage: Stage, role: Range) -> bool:
    """Do the words stand for who speaks: "we", "I, on behalf of …", "all of us", where a state speaks "my country", "the Government"?"""
    text = [stage.words.word(place).lower() for place in range(role[0], role[1] + 1)]
    if text[0] in ("i", "we") or (text[0] in nouns.FIRST and (len(text) == 1 or text[1] == ",")) or text in _US:
        return True  # what follows "we" is a clause that was read as part of its subject
    official = stage.author is not None and stage.entities[stage.author].kind == "state"
    ours = text[0] in ("my", "our") or stage.words.word(role[0] + 1)[0].isupper() if len(text) == 2 else False
    return official and ours and text[0] in ("my", "our", "the") and text[-1] in _OURS


def _last_speaker(stage: Stage, draft: Draft) -> tuple[int, ...]:
    """Who spoke last within the three paragraphs before a quotation that nobody is named for."""
    last = stage.spoke(draft.trigger[0])
    return (last,) if last is not None else ()
