"""The network: one encoder, tag layers over its word states, one frame head conditioned on a trigger."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from dragoman.model.words import CASES, QUOTES, STARTS
from dragoman.reading.events.parties import ROLES
from training.crf import Crf

PAIR = "pair"  # the quality that is read from two parties and their sentence, not from a trigger
SENTENCES, PARAGRAPHS = 4, 3  # how far apart, at most, the frame head tells words from their trigger


@dataclass(frozen=True)
class Shape:
    """Sizes that the bundle must know: encoder layers, frame width, frame layers, words on each side of a trigger."""

    encoder: str
    layers: int
    width: int = 256
    frame_layers: int = 2
    radius: int = 96  # the widest of any kind of frame
    kinds: int = 4


class Encoder(nn.Module):
    """A pretrained encoder cut to its first layers, with surface features added to its embeddings."""

    def __init__(self, directory: str, layers: int) -> None:
        """Load the weights in `directory`; the word embeddings stay as they are."""
        super().__init__()
        config = AutoConfig.from_pretrained(directory)
        config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0  # drawing it costs a quarter of a step on two cores
        body = AutoModel.from_pretrained(directory, config=config, attn_implementation="eager")
        body.encoder.layer = body.encoder.layer[:layers]
        body.config.num_hidden_layers = layers
        body.pooler = None
        self.body = body
        self.size = body.config.hidden_size
        for parameter in body.embeddings.parameters():
            parameter.requires_grad = False
        self.features = nn.ModuleList([nn.Embedding(len(names) + 1, self.size, padding_idx=0) for names in (CASES, QUOTES, STARTS)])
        for table in self.features:
            nn.init.zeros_(table.weight)

    def forward(self, pieces: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        """States [w, p, size] of `pieces` [w, p]; `features` [w, p, 3] are counted from 1, 0 for special pieces and padding."""
        return self.upper(self.lower(pieces, mask, features, 0), mask, 0)

    def lower(self, pieces: Tensor, mask: Tensor, features: Tensor, layers: int) -> Tensor:
        """States [w, p, size] after the lowest layers."""
        states = self.body.embeddings(input_ids=pieces)
        for index, table in enumerate(self.features):
            states = states + table(features[:, :, index])
        return self._through(states, mask, slice(0, layers))

    def upper(self, states: Tensor, mask: Tensor, layers: int) -> Tensor:
        """States [w, p, size] after all layers, from those after the lowest `layers`."""
        return self._through(states, mask, slice(layers, None))

    def _through(self, states: Tensor, mask: Tensor, layers: slice) -> Tensor:
        extended = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        bias = self.body.encoder.compute_position_bias(states)
        for layer in self.body.encoder.layer[layers]:
            states = layer(states, extended, bias)[0]
        return states

    def freeze(self, layers: int) -> None:
        """Leave the lowest layers and the surface features as they are, so that their states can be kept (`training.batch.Lower`)."""
        for module in (self.features, *self.body.encoder.layer[:layers]):
            for parameter in module.parameters():
                parameter.requires_grad = False


class FrameHead(nn.Module):
    """Role emissions for the words around a trigger, and the states from which a frame's qualities are read."""

    def __init__(self, size: int, shape: Shape) -> None:
        """Build for encoder states of `size`."""
        super().__init__()
        self.radius = shape.radius
        width = shape.width
        self.level = nn.LayerNorm(size)
        self.reduce = nn.Linear(size, width)
        self.trigger = nn.Linear(size, width)
        self.marker = nn.Embedding(3, width)  # other words, the trigger, a pair's second party
        self.kind = nn.Embedding(shape.kinds, width)
        self.distance = nn.Embedding.from_pretrained(_waves(2 * shape.radius + 1, width), freeze=False)
        self.sentence = nn.Embedding(2 * SENTENCES + 1, width)
        self.paragraph = nn.Embedding(2 * PARAGRAPHS + 1, width)
        self.surface = nn.ModuleList([nn.Embedding(len(names), width) for names in (CASES, QUOTES, STARTS)])
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)
        layers = [
            nn.TransformerEncoderLayer(width, 4, 4 * width, 0.1, "gelu", batch_first=True, norm_first=True)
            for _ in range(shape.frame_layers)
        ]
        for layer in layers:
            layer.self_attn.dropout = 0.0
        self.layers = nn.ModuleList(layers)

    def forward(self, states: Tensor, layout: Tensor, triggers: Tensor, seconds: Tensor, kind: Tensor, radius: int) -> Tensor:
        """[k, 2 radius + 1, width] states around each trigger, its first word in the middle.

        `states` [n, size] of all words of the article; `layout` int [n, 5]: their three surface features, sentence and paragraph;
        `triggers` int [k, 2], first and last word; `seconds` int [k, 2], those of a pair's second party, else −1; `kind` int [k];
        `radius` is at most that of the shape.
        """
        first, last = triggers[:, 0], triggers[:, 1]
        reach = torch.arange(-radius, radius + 1, device=states.device)
        places, index = _places(first, reach, states.shape[0])
        inside = places == index
        level = self.level(states)
        words = self.reduce(level) + sum(table(layout[:, column]) for column, table in enumerate(self.surface))
        around = words[index]
        trigger = self.trigger((level[first] + level[last]) / 2)[:, None]
        marked = ((places >= first[:, None]) & (places <= last[:, None])).long()
        marked = marked + 2 * ((places >= seconds[:, :1]) & (places <= seconds[:, 1:]) & inside & (marked == 0)).long()
        sentences = _apart(layout[:, 3], index, first, SENTENCES)
        paragraphs = _apart(layout[:, 4], index, first, PARAGRAPHS)
        mixed = around + trigger + around * trigger + self.distance.weight[reach + self.radius][None] + self.kind(kind)[:, None]
        hidden = self.drop(mixed + self.marker(marked) + self.sentence(sentences) + self.paragraph(paragraphs))
        for layer in self.layers:
            hidden = layer(hidden, src_key_padding_mask=~inside)
        return self.norm(hidden)


def _places(first: Tensor, reach: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The places `reach` [r] around first words [k], [k, r], and those of the nearest of `count` words: the same where there is one."""
    places = first[:, None] + reach[None, :]
    return places, places.clamp(min=0).minimum(torch.full_like(places, 1) * (count - 1))


def _waves(count: int, width: int) -> Tensor:
    """Sines and cosines of the place (Vaswani et al. 2017), [count, width]; learnt distances start from them."""
    places = torch.arange(count)[:, None] - count // 2
    rates = torch.exp(torch.arange(0, width, 2) * (-math.log(500.0) / width))
    table = torch.zeros(count, width)
    table[:, 0::2], table[:, 1::2] = torch.sin(places * rates), torch.cos(places * rates)
    return table


def _apart(numbers: Tensor, index: Tensor, first: Tensor, most: int) -> Tensor:
    """How many units each word of `index` [k, r] stands after its trigger, at most `most` either way, counted from 0."""
    return (numbers[index] - numbers[first][:, None]).clamp(-most, most) + most


class PairHead(nn.Module):
    """What one party does to another: from both parties, and from the strongest that any word of their sentence says."""

    def __init__(self, width: int, types: int) -> None:
        """Build for states of a frame of `width`."""
        super().__init__()
        self.mix = nn.Linear(3 * width, width)
        self.drop = nn.Dropout(0.2)
        self.types = nn.Linear(width, types)

    def forward(self, hidden: Tensor, sentences: Tensor, triggers: Tensor, seconds: Tensor) -> Tensor:
        """Scores [k, types] from the states around the first party, [k, 2 r + 1, width].

        `sentences` int [n] of all words; `triggers` and `seconds` int [k, 2], the first and last word of each party, −1 for none.
        """
        radius = hidden.shape[1] // 2
        places, index = _places(triggers[:, 0], torch.arange(-radius, radius + 1, device=hidden.device), sentences.shape[0])
        beside = (sentences[index] == sentences[triggers[:, 0]][:, None]) & (places == index)
        other = ((places >= seconds[:, :1]) & (places <= seconds[:, 1:]) & (places == index)).to(hidden.dtype)[:, :, None]
        second = (hidden * other).sum(dim=1) / other.sum(dim=1).clamp(min=1.0)
        strongest = hidden.masked_fill(~beside[:, :, None], -1e4).amax(dim=1)
        mixed = self.mix(self.drop(torch.cat([hidden[:, radius], second, strongest], dim=-1)))
        return self.types(self.drop(torch.nn.functional.gelu(mixed)))


class Network(nn.Module):
    """Everything that one bundle holds.

    `tags` maps a layer's name to its labels; `frames` a kind of frame to its labels; `qualities` a name to its values; `scales` are the
    names of numbers read from each word; `graphs` maps every kind to the name of its frame head, which kinds of one reach share.
    """

    def __init__(
        self,
        shape: Shape,
        tags: dict[str, tuple[str, ...]],
        frames: dict[str, tuple[str, ...]],
        qualities: dict[str, tuple[str, ...]],
        scales: tuple[str, ...],
        graphs: dict[str, str],
    ) -> None:
        """Build all heads over the encoder named in `shape`."""
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape.encoder, shape.layers)
        size = self.encoder.size
        self.drop = nn.Dropout(0.1)
        self.tag_heads = nn.ModuleDict({name: nn.Linear(size, len(labels)) for name, labels in tags.items()})
        self.scales = nn.ModuleDict({name: nn.Linear(size, 1) for name in scales})
        self.tag_crfs = nn.ModuleDict({name: Crf(labels) for name, labels in tags.items()})
        self.frames = nn.ModuleDict({graph: FrameHead(size, shape) for graph in sorted(set(graphs.values()))})
        self.graphs = graphs
        self.role_heads = nn.ModuleDict({name: nn.Linear(shape.width, len(labels)) for name, labels in frames.items()})
        self.role_crfs = nn.ModuleDict({name: Crf(labels) for name, labels in frames.items()})
        self.party_head = nn.Linear(shape.width, len(ROLES))
        self.quality_heads = nn.ModuleDict(
            {name: nn.Linear(shape.width, len(values)) for name, values in qualities.items() if name != PAIR}
        )
        self.pair_head = PairHead(shape.width, len(qualities[PAIR]))

    def frame(self, kind: str) -> FrameHead:
        """The frame head of a kind."""
        return self.frames[self.graphs[kind]]

    def quality(self, name: str, hidden: Tensor, sentences: Tensor, triggers: Tensor, seconds: Tensor) -> Tensor:
        """Scores [k, values] of a quality of frames from their states `hidden` [k, 2 r + 1, width]; the rest as `PairHead` has it."""
        if name == PAIR:
            return self.pair_head(hidden, sentences, triggers, seconds)
        return self.quality_heads[name](hidden[:, hidden.shape[1] // 2])
