"""The stage: the entities of an article as they are read in order, who has spoken, and whom a mention stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dragoman.model.words import Words
from dragoman.reading import cast, descriptions, links, nouns, pronouns
from dragoman.reading.cast import Entity
from dragoman.reading.mentions import Mention

OPENING = 60  # words in which a readout names those who met
SUFFIX = 3  # words that may follow a name in a signature: ", Jr."
BACK = 3  # paragraphs back to which one who spoke is remembered
MET = 5  # persons who meet or speak as one, at most


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
