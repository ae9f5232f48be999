"""Lines that stand beside an article and are no part of it: which they are, and why they go.

Every rule looks at one whole paragraph, so that cleaning a cleaned text changes nothing. What no rule names stays.
"""

from __future__ import annotations

import re

_MOST_WORDS = 60  # a longer paragraph is never taken for boilerplate
_MOST_CHARACTERS = 600
_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|messenger|bluesky|threads|tumblr|pocket"
    r"|e-?mail|print|copy link)"
)
_BETWEEN = r"(?: ?[|,/•·] ?(?:and |or )?| and | or | )"
_NETWORKS = rf"{_NETWORK}(?:{_BETWEEN}{_NETWORK})*"
_PIECE = r"(?:article|story|page|post|link|news)"
_LISTS = (
    r"(?:read more|read also|also read|read next|see also|more on this(?: story| topic)?|more stories|recommended(?: stories| for you)?"
    r"|related(?: (?:articles?|stor(?:y|ies)|news|links?|topics?|content|coverage|posts?))?|you (?:may|might) also like|don[’']t miss"
    r"|top stories|most read|trending(?: now)?|editors?[’']?s? picks?|watch(?: more| also| now)|listen now)"
)

_RULES: dict[str, tuple[str, ...]] = {
    "share bar": (
        rf"(?:share|tweet|pin|post)(?: this)?(?: {_PIECE})?(?: (?:on|via|with|by|to) {_NETWORKS})?:?",
        rf"{_NETWORK}(?:{_BETWEEN}{_NETWORK})+",
        rf"(?:share|tweet)(?:{_BETWEEN}(?:{_NETWORK}|tweet|share))+",
        rf"(?:e-?mail|print)(?: this)?(?: {_PIECE})?",
        rf"(?:follow|like|join|find) (?:us|me|our [\w ]{{1,30}}) (?:on|at|via) .{{0,60}}(?:\b{_NETWORK}\b|@).{{0,60}}",
        r"\d+(?:\.\d)?k? shares?",
    ),
    "related links": (
        rf"\[?{_LISTS}(?: ?[:|»>]| [–—-]) ?.{{0,300}}",
        rf"\[?{_LISTS}[\].…>» ]*",
        r"more from [^.:]{1,40}",
        r"watch: [^.]{1,160}",
        r"(?:click|tap) here (?:to|for) .{1,120}",
        r"continue reading(?: [^.]{1,80})?(?:\.\.\.|…)?",
    ),
    "newsletter": (
        r"(?:please )?(?:sign up|subscribe|register)(?: here| now| today| for free)?[.!]?",
        r"(?:please )?(?:sign up|subscribe|register) .{0,160}\b(?:newsletters?|inbox|e-?mails?|alerts|updates|channel|podcast|digest)\b"
        r".{0,100}",
        r"(?:get|receive) .{1,120}\b(?:inbox|newsletters?|e-?mail)\b.{0,60}",
        r".{0,100}(?:delivered|sent|straight) (?:straight |directly )?to your (?:inbox|e-?mail|phone).{0,60}",
        r"(?:enter )?your e-?mail(?: address)?\.?",
        r"(?:download|get) (?:our|the) .{0,40}\bapp\b.{0,80}",
        r"(?:support|donate to) (?:us|our (?:work|journalism))\b.{0,120}",
    ),
    "copyright": (
        r"(?:copyright ?)?(?:©|\(c\) ?(?:copyright )?\d{4}).{0,200}",
        r"copyright (?:\d{4}|by )[^.]{0,200}\.?(?: all rights reserved\.?)?",
        r"all rights reserved\.?(?: .{0,200})?",
        r"(?:this (?:material|article|content|story) )?may not be (?:published|reproduced|reprinted)\b.{0,160}",
    ),
    "cookie notice": (
        r"(?:we|this (?:site|website)) uses? cookies\b.{0,300}",
        r"(?:accept|reject|manage)(?: all)? cookies(?: settings)?",
    ),
    "advertisement": (
        r"[\[(—–-]*(?:advertisements?|sponsored(?: content)?|promoted(?: content)?|ad)[\])—–-]*",
        r"advertisement ?[-–—:] ?(?:scroll|story|continue)\b.{0,80}|(?:story|article) continues below.{0,40}",
    ),
    "comments": (
        r"(?:leave|post|add|write) (?:a|your) (?:reply|comment)s?[.!…]*",
        r"(?:\d{1,6}|no|view|show|load|join the|all) (?:comments?|conversation)(?: yet)?[.!]?",
        r"(?:be the first to|log ?in to|sign in to|you must be logged in to) (?:comment|post a comment|leave a comment)\b.{0,60}",
    ),
    "boilerplate": (
        r"comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)(?: (?:on|for) this (?:article|story|post))?\.?",
        r"source link[.:]?",
        r"(?:source|via|original(?: article| source)?)(?: link)?: ?(?:https?://|www\.)\S+",
        r"https?://\S+",
        r"(?:please )?(?:enable|turn on) javascript\b.{0,160}|you need to enable javascript\b.{0,120}",
        r"(?:skip|jump|back) to (?:main |the )?(?:content|top|navigation|main|home ?page|search)\.?",
        r"loading(?: comments| more)?(?:\.\.\.|…)?",
        r"(?:previous|next) (?:article|post|story)(?: ?[:»].{0,120})?",
        r"\d{1,2} min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?",
        r"(?:tags?|filed under|categories|posted in|keywords): ?.{1,200}",
        r"this is a developing story[.;,:] .{0,120}",
    ),
    "credit": (
        r"[\[(](?:additional |with )?(?:reporting|writing|editing|compiled|translation|translated|edited) by [^()]{1,300}[\])]\.?",
        r"(?:image|photo|picture|video) ?(?:source|credits?|courtesy)(?: of)?[:,]? ?.{1,120}",
        r"photos? by [^.]{1,80}",
        r"(?:photo|image|picture|photograph|credit)s?: ?.{1,120}",
    ),
    "caption": (
        r"image caption[:,]? .{1,300}",
        r".{1,240}[.!?”\"] ?(?:image|photo|picture|photograph|illustration)s?: ?[^:]{1,80}",
    ),
}
# "FILE - …" is a caption, "file: …" may be a sentence: the one rule that looks at the case.
_FILE_PHOTO = r"(?-i:(?:FILE|FILE PHOTO|File photo|Handout photo|HANDOUT)(?: ?[-–—:]|\.) ?.{1,400})"
_COMPILED = tuple(
    (reason, re.compile("|".join(f"(?:{form})" for form in (*forms, *([_FILE_PHOTO] if reason == "caption" else []))), re.IGNORECASE))
    for reason, forms in _RULES.items()
)

# Aggregators lose the line end before these: "… planned visits. Source link".
_LAST_WORDS = r"(?:Source link|Comments are closed\.?|Advertisement|Read more(?:\.\.\.|…)?)"
_TAIL = re.compile(rf"(?<=[.!?”\"’)]) ?({_LAST_WORDS}(?: {_LAST_WORDS})*)$")


def reason_for(paragraph: str) -> str | None:
    """Why the whole of `paragraph` is no part of an article, or None where it may be one."""
    if len(paragraph) > _MOST_CHARACTERS or paragraph.count(" ") >= _MOST_WORDS:
        return None
    return next((reason for reason, form in _COMPILED if form.fullmatch(paragraph)), None)


def cut_tail(paragraph: str) -> tuple[str, str] | None:
    """The paragraph without the boilerplate glued to its end, and that boilerplate; None where there is none."""
    match = _TAIL.search(paragraph)
    return (paragraph[: match.start()], match[1]) if match and match.start() else None


def is_related_heading(paragraph: str) -> bool:
    """Whether `paragraph` is the bare heading of a list of other articles."""
    return paragraph.count(" ") < 5 and reason_for(paragraph) == "related links"
