"""Captions and photo credits, also where they are glued to sentences of the article."""

from __future__ import annotations

import re

_AGENCY = r"(?:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|Getty Images|Xinhua|TASS|Anadolu|UPI|DPA|ANI|PTI|Kyodo|Sputnik|VOA|RFE/RL)"
_OPENING = (
    r"(?:(?:File |AP |AFP |Reuters |Pool |Handout |UN |Archive )?(?:Photo|PHOTO|Image|Picture|Photograph|Video)s?"
    r"(?: by| courtesy| credits?| via| from|:|/| -|,)|Courtesy of|Courtesy[:,]|AP Photo|UN Photo|FILE PHOTO|File [Pp]hoto|Handout|Credits?:"
    r"|Screen ?(?:grab|shot)|Getty Images|Reuters/|REUTERS/|AFP/)"
)
_CREDIT = re.compile(
    rf"[(\[](?:{_OPENING}[^()\[\]]{{0,160}}|[^()\[\]]{{1,100}}(?:/|\bvia ){_AGENCY}(?:, (?:File|Pool))?)[)\]]\.?(?=\s|$|[A-Z“\"])"
)
_STOP = tuple(".!?…\"”’'")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]* +(?=[A-Z“\"‘'(\[])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|St|Prof|Rev|Hon|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)
# What sentences of an article do not do: say who stands where in the picture, or that it is one.
_LIKE = re.compile(
    r", (?:(?:far |front |second |third |fourth )?(?:from )?(?:left|right|center|centre)|pictured|[LRC]),"
    r"|\((?:L|R|C|(?:second |third |far )?(?:from )?(?:left|right|center|centre))\)"
    r"|^(?:FILE|FILE PHOTO|File photo)\b"
    r"|\b(?:is|are) (?:seen|pictured) (?:in|at|on|during|after|before|near)\b"
    r"|\b[Ii]n th(?:is|e) (?:\w+ )?(?:file |handout |undated |screen ?)?(?:photo|photograph|picture|image|grab)\b"
)
_MOST_SENTENCES = 3  # of a caption
_LONGEST = 60  # words of a caption that stands alone


def split(paragraph: str) -> list[tuple[str, str | None]]:
    """The paragraph in pieces, in order: (text, None) stays, (text, reason) goes.

    A credit in brackets after a sentence or at the paragraph's end goes. The sentences before it go with it where they are plainly its
    caption: one that stands alone, or from the first of the last three that says who stands where in the picture.
    """
    pieces: list[tuple[str, str | None]] = []
    begin = 0
    for match in _CREDIT.finditer(paragraph):
        if _in_sentence(paragraph, begin, match):
            continue
        body, caption = _caption(paragraph[begin : match.start()].strip())
        pieces += [(body, None), (f"{caption} {match[0]}", "caption") if caption else (match[0], "credit")]
        begin = match.end()
    pieces.append((paragraph[begin:].strip(), None))
    return [(text, reason) for text, reason in pieces if text]


def _in_sentence(paragraph: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a sentence goes on around the brackets: "He wore a badge (Courtesy of …) and smiled"."""
    before = paragraph[max(begin, match.start() - 2) : match.start()].rstrip()
    return bool(before) and not before.endswith(_STOP) and match.end() < len(paragraph)


def _caption(before: str) -> tuple[str, str]:
    """`before` parted into the article's own sentences and the caption that the credit ends."""
    starts = _sentence_starts(before)
    for start in starts[-_MOST_SENTENCES:]:
        if _LIKE.search(before[start : _end_of(starts, start, before)]):
            return before[:start].rstrip(), before[start:]
    alone = len(starts) == 1 and before.count(" ") < _LONGEST
    return ("", before) if alone else (before, "")


def _sentence_starts(text: str) -> list[int]:
    ends = [match for match in _SENTENCE_END.finditer(text) if not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()])]
    return [0, *(match.end() for match in ends)]


def _end_of(starts: list[int], start: int, text: str) -> int:
    following = starts.index(start) + 1
    return starts[following] if following < len(starts) else len(text)
