"""Media by their names: agencies and broadcasters that are few enough to list, papers by the noun that ends their name."""

from __future__ import annotations

import re

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range

_AGENCIES = frozenset(
    """reuters afp ap upi dpa efe ansa tass interfax ria sputnik xinhua anadolu irna isna fars tasnim mehr sana wafa kcna yonhap kyodo
    jiji pti ani antara ukrinform unian belta bloomberg cnn bbc euronews voa npr pbs cbs nbc abc msnbc cnbc aljazeera jazeera arabiya
    mayadeen manar dw zdf ard rfi rfe trt cgtn cctv nhk cbc itv sbs rt ndtv politico axios buzzfeed huffpost breitbart wikinews spiegel
    haaretz guardian telegraph economist dawn kommersant izvestia vedomosti hurriyet newsweek""".split()
)  # "the Guardian", "Al Jazeera", "Agence France-Presse": what ends the name
_ENDINGS = frozenset(
    """times post news herald tribune journal gazette press agency radio television tv broadcasting daily mail mirror star sun standard
    observer independent inquirer chronicle examiner globe courier bulletin reporter today newspaper newspapers""".split()
)
_OPENINGS = frozenset("agence radio channel".split())
_THEMSELVES = frozenset("media outlet newspaper broadcaster website magazine journal publication paper report network agency wire".split())
_KINDS = r"(?:news )?(?:newspaper|daily|weekly|agency|channel|website|magazine|broadcaster|network|portal|outlet)"
_TYPED = re.compile(rf"(?P<name>(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*) {_KINDS}")
_RUN_ON = re.compile(rf"(?P<name>(?:\w+ )*(?:{'|'.join(sorted(_ENDINGS))}))an? (?:[a-z-]+ ){{0,3}}{_KINDS}", re.IGNORECASE)


def bare(name: str) -> str:
    """The name of a medium without what it is: "Dawn newspaper" → "Dawn", and "The newsa local newspaper", run on, → "The News"."""
    if run_on := _RUN_ON.fullmatch(name):
        return run_on["name"].title()
    typed = _TYPED.fullmatch(name)
    people = typed and " " not in typed["name"] and typed["name"].endswith(nouns.PEOPLES)  # "Spanish newspaper" names none
    return typed["name"] if typed and not people else name


def medium(words: Words, role: Range) -> bool:
    """Do the words of a role name or describe a medium: "Reuters", "the Post", "The New York Times", "state media", "reports"?"""
    first, last = role
    end = next((place for place in range(first + 1, last + 1) if words.word(place).lower() in nouns.PREPOSITIONS | {","}), last + 1)
    told = [words.word(place) for place in range(first, end) if words.word(place)[0].isalnum()]
    if not told:
        return False
    word = told[-1]
    named = word[0].isupper() and (word.lower() in _AGENCIES | _ENDINGS or told[0].lower() in _OPENINGS)
    return named or nouns.singular(word.lower()) in _THEMSELVES
