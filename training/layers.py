"""What is learnt: the labels of every tag layer, kind of frame and quality. The order is part of the bundle."""

from dragoman.model.labels import bies
from dragoman.values import ACTS

NAMES = ("PER", "LOC", "ORG", "OTH")
MENTIONS = ("person", "organization", "place", "event", "object", "abstract", "time")
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

TAGS = {
    "cues": bies(("cue", "inner")),  # the words that attribute; inner ones stand inside what another said
    "names": bies(NAMES),
    "times": bies(("time",)),
    "mentions": ("O", *MENTIONS),  # the head word of each mention
    "events": ("O", *EVENTS),  # the trigger words of events
}
FRAMES = {"statement": bies(("cue", "source", "content", "addressee", "via"))}
QUALITIES = {"act": ACTS}
