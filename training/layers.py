"""What is learnt: the labels of every tag layer, kind of frame and quality. The order is part of the bundle."""

from dragoman.model.labels import bies
from dragoman.values import ACTS, STATUSES
from dragoman.values import TYPES as EVENTS
from evaluation.roots import ROOTS

NAMES = ("PER", "LOC", "ORG", "OTH")
MENTIONS = ("person", "organization", "place", "event", "object", "abstract", "time")

TAGS = {
    "cues": bies(("cue", "inner")),  # the words that attribute; inner ones stand inside what another said
    "names": bies(NAMES),
    "times": bies(("time",)),
    "mentions": ("O", *MENTIONS),  # the head word of each mention
    "events": ("O", *EVENTS),  # the trigger words of events
}
FRAMES = {
    "statement": bies(("cue", "source", "content", "addressee", "via")),
    "event": bies(("actor", "recipient", "place")),
}
REACH = {"statement": 96, "event": 40, "pair": 40}  # words on each side of a trigger that a kind of frame sees
KINDS = (*FRAMES, "pair")  # a pair is two parties, marked both; it has no roles, only a quality
PARTIES = "event"  # the kind of frame that says of each word what party it heads
QUALITIES = {"act": ACTS, "plover": ("none", *EVENTS), "status": STATUSES, "pair": ROOTS}
LAYERS = 8  # of the pretrained encoder's twelve
LOWER = 6  # layers of the encoder, from the bottom, in encoder.onnx; the rest is upper.onnx, so that no file is above 100 MB
OF_KIND = {"statement": ("act",), "event": ("plover", "status"), "pair": ("pair",)}  # the qualities of each kind
GRAPHS = {"frames.onnx": ("statement",), "deeds.onnx": ("event", "pair")}  # kinds of one reach share a graph of the bundle
HEADS = {kind: name.removesuffix(".onnx") for name, kinds in GRAPHS.items() for kind in kinds}  # of each kind's frames, in training
SCALES = ("factuality",)  # one number a word: −3 (surely not) … 3 (surely so) of the predicate that it heads
