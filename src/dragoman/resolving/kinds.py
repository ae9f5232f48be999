"""The kind of an actor: by what its name is known to be, by its head noun, else what the reader thought."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.knowledge import Knowledge
from dragoman.knowledge.facts import Body, Name
from dragoman.knowledge.names import PARTICLES, key, word_set
from dragoman.resolving.phrases import DETERMINERS, PREPOSITIONS, STATE_USES
from dragoman.resolving.shared import is_shared, unowned

ORGANISATIONS = word_set(
    """
    ministry department dept office agency bureau administration party university college court parliament congress senate assembly
    council committee commission embassy consulate army navy force forces corps command police guard institute institution foundation
    association federation organisation organization company corporation corp inc ltd bank airline church synagogue mosque movement
    union league cabinet campaign directorate authority service board centre center network legislature judiciary house group
    conglomerate plc gmbh squadron project military palace treasury duma knesset bundestag front alliance secretariat mission brigade
    battalion division regiment fleet hospital school society club fund trust firm conference caucus convention academy militia diocese
    """
)
MEDIA = word_set(
    """
    media press newspaper newspapers times post herald news tv radio television channel magazine daily tribune gazette agency journal
    outlets
    """
)
PEOPLE = word_set(
    """
    people public crowd crowds population opposition men women children majority community families youth electorate staff personnel
    police troops team jury delegation coalition clergy elderly rest others minority leadership royalty nobody everyone those we they
    critics west allies founders
    """
)
UNNAMED = word_set("forces guard group project house campaign")
"""Nouns that name an organisation only where they are part of a name."""
GOVERNMENT = word_set("government regime authorities administration junta leadership")
DOCUMENTS = word_set(
    """
    report reports study studies survey surveys poll polls statement statements estimate estimates data figures numbers averages advisory
    transcript headline email emails letter document documents memo textbook book filing footage video lawsuit complaint indictment
    communique ruling findings opinion verdict warning warnings comment comments
    """
)
"""What someone has put out; it speaks as media do."""
SOMEONE = re.compile(
    r"(?:[a-z-]+(?:er|or|ist|ian|ant|man|woman|ee)|boy|girl|child|son|witness|student|suspect|resident|expert|critic|friend|chief|victim"
    r"|aide|source|cleric|fellow|clerk|native|patient|pilot|host|hostage|wife|husband|widow|individual|analyst|one|agent|correspondent"
    r"|dissident)"
)
"""Nouns of one person that no table of titles has."""
THINGS = word_set("order power number paper letter border center centre matter chamber sector error factor water river tower server")
SEVERAL = re.compile(
    r"(?:countries|states|nations|parties|groups|governments|agencies|companies|corporations|firms|organi[sz]ations|institutions"
    r"|communities|allies|partners|neighbou?rs)",
    re.I,
)
"""Bodies in the plural: many are no one organisation."""
OUTSIDER = re.compile(r"its (?:[a-z-]+ )*(?:neighbou?r|ally|partner|rival|friend|adversary|enemy|foe|patron)$")
"""What a state or body has beside it: another, and no person."""
NOT_PLURAL = re.compile(r"(ss|us|is|ics|news)$")
PERSON_WORDS = word_set("he she him her i me who someone man woman person individual")
HONORIFICS = re.compile(r"^(Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Sheikh|Ayatollah|Pope|King|Queen|Prince|Princess|Sultan|Emir)\.? ")
OWN = re.compile(
    r"(?:the )?([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)['’]s? (?:[a-z-]+ )?"
    r"(?:claim|position|statement|announcement|decision|policy|report|proposal|offer|demand|request|refusal)s?"
)
"""A state's word or deed: "Russia’s decision"."""
MISTER = re.compile(r"^(Mr|Mrs|Ms|Miss|Dr|Sir)\.? [A-Z]")


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole name is known to be: a territory's name, an organisation, or a territory's government."""

    name: Name | None = None
    body: Body | None = None
    government: str | None = None


def known(name: str, knowledge: Knowledge, states: frozenset[str]) -> Known:
    """What the whole name is known to be; a name with several meanings is settled by the article's states, else it is nothing known."""
    lexicon = knowledge.lexicon
    name = re.sub(r", (?:an?|the) .*$", "", name)
    bodies = unowned(lexicon.body(name)) if is_shared(name) else lexicon.body(name)
    names = [row for row in lexicon.name(name) if row.use in STATE_USES]
    if bodies and not any(row.use == "name" for row in names):
        fitting = [body for body in bodies if body.state in states] if len(bodies) > 1 else list(bodies)
        return Known(body=fitting[0]) if len(fitting) == 1 else Known()
    if not names and (whose := OWN.fullmatch(name)):
        names = [row for row in lexicon.name(whose.group(1)) if row.use in ("name", "capital")]
    codes = {row.iso3 for row in names}
    codes = codes & states if len(codes) > 1 else codes
    if len(codes) == 1:
        return Known(name=next(row for row in names if row.iso3 in codes))
    return Known(government=_government(name, knowledge, states))


def _government(name: str, knowledge: Knowledge, states: frozenset[str]) -> str | None:
    """The state in "Afghan government", "government of Iraq", "the Syrian regime"."""
    words = re.sub(r"^(the|a) ", "", name, flags=re.I)
    match = re.fullmatch(r"(?:government|regime|authorities|administration) (?:of|in) (.+)", words, re.I) or re.fullmatch(
        r"(.+?)(?:['’]s?)? (?:central |federal |interim |national )?(?:government|regime)", words, re.I
    )
    codes = {row.iso3 for row in knowledge.lexicon.name(match.group(1)) if row.use in STATE_USES} if match else set()
    codes = codes & states if len(codes) > 1 else codes
    return next(iter(codes)) if len(codes) == 1 else None


def kind_of(name: str, hint: str | None, is_known: Known, knowledge: Knowledge) -> str:
    """The kind of the actor of that name; `hint` is what the reader thought, if it did."""
    if is_known.government:
        return "state"
    if is_known.name:
        return "group" if is_known.name.use == "people" or (is_known.name.use == "adjective" and _plural(name)) else "state"
    if is_known.body and (hint != "person" or not _like_a_person(name, is_known.body)):
        return is_known.body.actor
    if hint in ("organisation", "media", "person") and (SEVERAL.fullmatch(_head(_words(name) or [name])) or OUTSIDER.match(name)):
        return "group"
    if hint == "group" and (read := _proper(name, knowledge)):
        return read
    return guess(name, knowledge) if hint == "person" and not _somebody(name, knowledge) else hint or guess(name, knowledge)


def _somebody(name: str, knowledge: Knowledge) -> bool:
    """Whether what was read as a person can be one: a name, or a description by a noun of one person ("one user", not "the probe")."""
    words = _words(name)
    if not words or key(name) in PERSON_WORDS or HONORIFICS.match(name):
        return True
    head = _head(words)
    lower = head.lower()
    if lower in ORGANISATIONS and words[words.index(head) + 1 :][:1] == ["of"]:
        return False  # "Chinese Academy of Sciences"
    if head[0].isupper() or _particle(head):
        return not (words[0].islower() and not _particle(words[0]) and _plural(head))  # "three NSAs"
    if lower in ORGANISATIONS | GOVERNMENT | MEDIA | PEOPLE:
        return False
    return _singular_role(head, knowledge) or (bool(SOMEONE.fullmatch(lower)) and lower not in THINGS)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'.-]*|\d[\d,.]*", name)


def _proper(name: str, knowledge: Knowledge) -> str | None:
    """What a name in capitals says by itself where it was read as a group: "Mr. Sanders", "Islamic Organization for Food Security"."""
    if MISTER.match(name):
        return "person"
    several = len(name.split()) > 1 and all(word[0].isupper() or word in PARTICLES or word in PREPOSITIONS for word in name.split())
    guessed = guess(name, knowledge) if several else None
    return guessed if guessed in ("organisation", "media") else None


def _like_a_person(name: str, body: Body) -> bool:
    """Whether a known organisation's name may be a person's too: one word, and a company's or a school's ("Ford", "Brookings")."""
    word = re.sub(r"^(the|a) ", "", name, flags=re.I)
    return " " not in word and not (word.isupper() and len(word) > 1) and body.sector in ("BUS", "EDU", "NGO")


def guess(name: str, knowledge: Knowledge) -> str:
    """A kind from the words of the name alone."""
    words = _words(name)
    if HONORIFICS.match(name) or not words or key(name) in PERSON_WORDS:
        return "person"
    head = _head(words)
    lower = head.lower()
    proper = all(word[0].isupper() or _particle(word) for word in words)
    if lower in DOCUMENTS and not proper:
        return "media"
    if lower in ORGANISATIONS and (proper or lower not in UNNAMED) and not (lower == "group" and not proper):
        return "media" if lower == "agency" and "news" in name.lower() else "organisation"
    if lower in GOVERNMENT:
        return "organisation"
    if lower in MEDIA and (not proper or len(words) > 1):
        return "media"
    if name.lower().startswith("the ") and lower not in PERSON_WORDS and not _singular_role(head, knowledge):
        return "group"
    if proper and not _numbered(words) and not _role(head, knowledge):
        return "group" if _plural(head) and len(words) == 1 else "person"
    return (
        "group"
        if _plural(head) or _numbered(words) or words[0].lower() in ("those", "all", "some", "many")
        else _described(head, knowledge)
    )


def _particle(word: str) -> bool:
    return key(word) in PARTICLES or word.lower().startswith(("al-", "el-", "as-", "ar-", "ul-")) or word in ("for", "ibn")


def _singular_role(head: str, knowledge: Knowledge) -> bool:
    return knowledge.lexicon.title(head) is not None and not _plural(head)


def _described(head: str, knowledge: Knowledge) -> str:
    return (
        "person" if _singular_role(head, knowledge) or head[0].isupper() or head.lower() in ("user", "individual", "analyst") else "group"
    )


def _role(head: str, knowledge: Knowledge) -> bool:
    return knowledge.lexicon.title(head) is not None and head.lower() not in ("king", "general", "major", "marshal")


def _head(words: list[str]) -> str:
    """The head noun: the last word before the first preposition or participle clause."""
    core: list[str] = []
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if any(one.lower() not in DETERMINERS for one in core) and (
            word.lower() in PREPOSITIONS
            or (word.islower() and word.endswith("ing"))
            or word.lower() in ("accused", "affected", "held", "killed", "opposed", "familiar", "close", "responsible", "itself", "such")
            or (word.islower() and word.endswith("ed") and after.lower() in PREPOSITIONS)
        ):
            break
        core.append(word)
    core = [word for word in core if word.lower() not in DETERMINERS] or core
    return re.sub(r"['’]s?$", "", core[-1])


def _plural(word: str) -> bool:
    lower = key(word).lower().split(" ")[-1]
    return lower in PEOPLE or (lower.endswith("s") and not NOT_PLURAL.search(lower))


def _numbered(words: list[str]) -> bool:
    return words[0][0].isdigit() or words[0].lower() in (
        "thousands",
        "hundreds",
        "dozens",
        "scores",
        "two",
        "three",
        "four",
        "several",
        "multiple",
    )
