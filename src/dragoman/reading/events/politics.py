"""Whether an article is about politics at all: how often its words name who acts there, or what is at issue there."""

from __future__ import annotations

from dragoman.model.words import Words
from dragoman.reading.events.contexts import LEXICON
from dragoman.reading.events.stems import joined, pattern

LONG = 150  # words from which a text can be told to be quiet
QUIET = 0.012  # political words by all words; of 2,547 events annotated for training 5 stand in such texts

_ACTORS = """
government*, minister*, ministry, ministries, president*, premier*, chancellor*, governor*, mayor*, administration, monarch*, king, queen,
    emperor, sultan, emir, official*, authority, authorities, regime*, republic, nation*, state, states, country, countries, senate,
    assembly, general, commander*, militia*, police, politician*, party, parties, opposition, rebel*, insurgent*, militant*, guerrilla*,
    protester*, demonstrator*, treaty, treaties, sanction*, embargo*, war, wars, genocide*, law, laws, sentenced, prison*, united nations,
    european union
"""
_ISSUES = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy", "legal",
    "human_rights", "rights_freedoms", "repression", "diplomatic", "territory", "peacekeeping", "asylum", "migration", "terrorism", "cbrn",
)  # fmt: skip
_POLITICAL = pattern(", ".join((_ACTORS, *(LEXICON[context] for context in _ISSUES))))


def share(words: Words) -> float:
    """Political words by all words."""
    return len(_POLITICAL.findall(joined(words.texts))) / max(len(words), 1)


def quiet(words: Words) -> bool:
    """Is the text long enough to tell, and hardly one word in eighty political?"""
    return len(words) >= LONG and share(words) <= QUIET
