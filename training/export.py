"""Turn a checkpoint into a bundle: `python -m training.export RUN --encoder DIR --out BUNDLE`.

The encoder's products are int8 with a reduced range, so that processors without VNNI do not saturate; its embeddings are stored as
float16; the frame head stays float32.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.model.bundle import FORMAT, digest
from training.batch import build
from training.layers import FRAMES, GRAPHS, KINDS, LAYERS, LOWER, OF_KIND, PARTIES, QUALITIES, REACH, SCALES, TAGS
from training.network import Network, Shape
from training.train import begin_from

OPSET = 17


class _Encoder(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        return self.network.encoder.lower(pieces, torch.ones_like(pieces), features, LOWER)


class _Upper(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, lower: Tensor, heads: Tensor) -> tuple[Tensor, ...]:
        states = self.network.encoder.upper(lower, torch.ones_like(lower[:, :, 0]), LOWER)[0][heads]
        tags = [self.network.tag_heads[name](states) for name in TAGS]
        return (states, *tags, *(self.network.scales[name](states) for name in SCALES))


class _Frames(nn.Module):
    def __init__(self, network: Network, kinds: tuple[str, ...]) -> None:
        super().__init__()
        self.network = network
        self.kinds = kinds

    def forward(self, states: Tensor, layout: Tensor, triggers: Tensor, seconds: Tensor, kind: Tensor) -> tuple[Tensor, ...]:
        hidden = self.network.frame(self.kinds[0])(states, layout, triggers, seconds, kind, REACH[self.kinds[0]])
        roles = [self.network.role_heads[name](hidden) for name in self.kinds if name in FRAMES]
        parties = [self.network.party_head(hidden)] * (PARTIES in self.kinds)
        said = [self.network.quality(name, hidden, layout[:, 3], triggers, seconds) for name in qualities(self.kinds)]
        return (*roles, *parties, *said)


def qualities(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The qualities of frames of these kinds, in order."""
    return tuple(name for kind in kinds for name in OF_KIND[kind])


def load(checkpoint: Path, encoder: str, layers: int = LAYERS) -> Network:
    """The network of a checkpoint, in evaluation mode."""
    network = build(Shape(encoder, layers))
    begin_from(network, torch.load(checkpoint, weights_only=True)["network"], ())
    return network.eval()


def export(network: Network, directory: Path) -> None:
    """Write encoder.onnx, upper.onnx and the graphs of frames, float32."""
    torch.backends.mha.set_fastpath_enabled(False)
    torch.onnx.export(
        _Encoder(network).eval(),
        (torch.randint(5, 100, (1, 9)), torch.ones(1, 9, 3, dtype=torch.long)),
        str(directory / "encoder.onnx"),
        input_names=["pieces", "features"],
        output_names=["lower"],
        dynamic_axes={"pieces": {1: "p"}, "features": {1: "p"}, "lower": {1: "p"}},
        opset_version=OPSET,
        dynamo=False,
    )
    outputs = ["states", *(f"tags_{name}" for name in TAGS), *(f"scale_{name}" for name in SCALES)]
    torch.onnx.export(
        _Upper(network).eval(),
        (torch.randn(1, 9, network.encoder.size), torch.arange(1, 8)),
        str(directory / "upper.onnx"),
        input_names=["lower", "heads"],
        output_names=outputs,
        dynamic_axes={"lower": {1: "p"}, **{name: {0: "n"} for name in ("heads", *outputs)}},
        opset_version=OPSET,
        dynamo=False,
    )
    for name, kinds in GRAPHS.items():
        export_frames(network, kinds, directory / name)


def export_frames(network: Network, kinds: tuple[str, ...], path: Path) -> None:
    """Write the frame head for kinds of one reach, float32."""
    states, kind = torch.randn(7, network.encoder.size), torch.full((2,), KINDS.index(kinds[0]))
    layout, triggers = torch.ones(7, 5, dtype=torch.long), torch.tensor([[0, 1], [2, 2]])
    outputs = [*(f"roles_{name}" for name in kinds if name in FRAMES), *["parties"] * (PARTIES in kinds), *qualities(kinds)]
    rows = {name: {0: "k"} for name in ("triggers", "seconds", "kind", *outputs)}
    torch.onnx.export(
        _Frames(network, kinds).eval(),
        (states, layout, triggers, torch.tensor([[-1, -1], [4, 5]]), kind),
        str(path),
        input_names=["states", "layout", "triggers", "seconds", "kind"],
        output_names=outputs,
        dynamic_axes={"states": {0: "n"}, "layout": {0: "n"}, **rows},
        opset_version=OPSET,
        dynamo=False,
    )


def shrink(source: Path, target: Path) -> None:
    """int8 products, float16 word embeddings."""
    model = onnx.load(str(source))
    heads = [
        node.name + made
        for node in model.graph.node
        if node.op_type in ("MatMul", "Gemm") and node.name.split("/")[1] in (*TAGS, *SCALES)
        for made in ("", "_MatMul")  # the name that quantising gives to the product of a Gemm
    ]
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=heads,
    )
    model = onnx.load(str(target))
    _halve_embeddings(model)
    onnx.save(model, str(target))


def _halve_embeddings(model: onnx.ModelProto) -> None:
    large = {
        tensor.name: tensor
        for tensor in model.graph.initializer
        if tensor.data_type == TensorProto.FLOAT and np.prod(tensor.dims) > 4_000_000
    }
    nodes = list(model.graph.node)
    for index, node in enumerate(nodes):
        if node.op_type != "Gather" or node.input[0] not in large:
            continue
        tensor = large[node.input[0]]
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name))
        wide = node.output[0]
        node.output[0] = wide + "_half"
        nodes[index] = node
        nodes.insert(index + 1, helper.make_node("Cast", [node.output[0]], [wide], name=wide + "_cast", to=TensorProto.FLOAT))
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def chains(network: Network) -> dict[str, dict]:
    """Labels and transitions of every layer, as config.json holds them."""

    def one(labels: tuple[str, ...], crf) -> dict:
        return {"labels": labels, "transitions": [[round(value, 5) for value in row] for row in crf.table().tolist()]}

    return {
        "tags": {name: one(labels, network.tag_crfs[name]) for name, labels in TAGS.items()},
        "frames": {name: one(labels, network.role_crfs[name]) for name, labels in FRAMES.items()},
    }


def bundle(network: Network, directory: Path, kept: dict, frozen: bool) -> None:
    """Write the whole bundle into `directory`; encoder.onnx stays as it is there where its layers were `frozen`.

    Of `kept`, the configuration that is there, the settings stay, and where the encoder comes out as it is there, the heads beside it, too.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        export(network, Path(scratch))
        for name in ("encoder.onnx", "upper.onnx")[frozen:]:
            shrink(Path(scratch) / name, directory / name)
        for name in GRAPHS:
            shutil.copyfile(Path(scratch) / name, directory / name)
    shutil.copyfile(Path(network.shape.encoder) / "tokenizer.json", directory / "tokenizer.json")
    files = ("encoder.onnx", "upper.onnx", *GRAPHS, "tokenizer.json")
    config = {
        "format": FORMAT,
        "name": directory.name,
        **chains(network),
        "kinds": KINDS,
        "qualities": QUALITIES,
        "parties": PARTIES,
        "scales": SCALES,
        "reach": REACH,
        "graphs": {name: {"kinds": kinds, "qualities": qualities(kinds)} for name, kinds in GRAPHS.items()},
        "settings": kept.get("settings", {}),
        "files": {name: digest(directory / name) for name in files},
    }
    if all(kept.get("files", {}).get(name) == config["files"][name] for name in ("encoder.onnx", "upper.onnx")):
        config = kept | config | {"files": kept["files"] | config["files"]}
    (directory / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="directory of the training run")
    parser.add_argument("--encoder", required=True, help="directory of the pretrained encoder")
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--out", type=Path, required=True, help="directory of the bundle; its name is the version")
    parser.add_argument(
        "--frozen", action="store_true", help=f"the {LOWER} lowest layers are those of the bundle there: keep its encoder.onnx"
    )
    arguments = parser.parse_args()
    there = arguments.out / "config.json"
    kept = json.loads(there.read_text(encoding="utf-8")) if there.exists() else {}
    bundle(load(arguments.run / "checkpoint.pt", arguments.encoder, arguments.layers), arguments.out, kept, arguments.frozen)


if __name__ == "__main__":
    main()
