"""The act of a statement, where the words of its cue leave no doubt; elsewhere the model's reading stands."""

from __future__ import annotations

import re

_VERBS = {
    "deny": (
        "deny denies denied denying dismiss dismisses dismissed dismissing refute refutes refuted rebut rebuts rebutted "
        "contradict contradicts contradicted"
    ),
    "accuse": "accuse accuses accused accusing blame blames blamed blaming",
    "condemn": "condemn condemns condemned condemning denounce denounces denounced denouncing deplore deplores deplored",
    "praise": (
        "praise praises praised praising thank thanks thanked thanking welcome welcomes welcomed welcoming applaud applauds "
        "applauded commend commends commended congratulate congratulates congratulated hail hails hailed"
    ),
    "request": (
        "urge urges urged urging demand demands demanded demanding request requests requested requesting implore implored "
        "beseech plead pleaded"
    ),
    "promise": "pledge pledges pledged pledging vow vows vowed vowing promise promises promised promising",
    "threaten": "threaten threatens threatened threatening",
    "warn": "warn warns warned warning",
    "announce": "announce announces announced announcing",
    "offer": "offer offers offered offering",
    "regret": "regret regrets regretted apologize apologizes apologized apologise apologised",
}
_ACTS = {verb: act for act, verbs in _VERBS.items() for verb in verbs.split()}
_CALLS = re.compile(r"\b(?:call|calls|called|calling|appeal|appeals|appealed|appealing) (?:on|upon|for|to)\b")


def of_cue(cue: str) -> str | None:
    """The act that a cue's verb names: "denied" → deny, "called for" → request; None where none of its words does."""
    text = cue.lower()
    if _CALLS.search(text):
        return "request"
    named = [act for word in re.findall(r"\w+", text) if (act := _ACTS.get(word))]
    return named[0] if named else None
