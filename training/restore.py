"""Turn a bundle into a checkpoint, to go on training from what is shipped: `python -m training.restore BUNDLE --encoder DIR --out RUN`.

The word embeddings are the pretrained encoder's own, which training leaves alone; quantised products are scaled back to float32.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from dragoman.model.labels import transitions
from training.batch import build
from training.layers import GRAPHS, LAYERS
from training.network import Network, Shape

Floats = NDArray[np.float32]
DISTANCE = "distance.weight"  # of a frame head


def encoder_weights(path: Path) -> dict[str, Floats]:
    """Parameters by their names in the network, from encoder.onnx or upper.onnx."""
    graph = onnx.load(str(path)).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = {name.removeprefix("network."): value for name, value in tensors.items() if name.startswith("network.")}
    found |= {name.removesuffix("_Transposed"): value.T for name, value in found.items() if name.endswith("_Transposed")}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        stem = node.input[1].removesuffix("_quantized")
        scale, zero = tensors[stem + "_scale"], tensors[stem + "_zero_point"].astype(np.float32)
        value = (tensors[node.input[1]].astype(np.float32) - zero) * scale
        if place := re.search(r"/(layer\.\d+/.+)/MatMul_quant$", node.name):
            found["encoder.body.encoder." + place[1].replace("/", ".") + ".weight"] = value.T
    return {name: np.asarray(value, dtype=np.float32) for name, value in found.items()}


def frame_weights(path: Path, roles: tuple[str, ...], qualities: tuple[str, ...]) -> dict[str, Floats]:
    """Parameters by their names in the network, from a graph of frames; distances as far as its kinds reach."""
    graph = onnx.load(str(path)).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = {name.removeprefix("network."): value for name, value in tensors.items() if name.startswith("network.")}
    for value in tensors.values():
        if value.ndim == 3 and value.shape[0] == 1 and value.shape[1] % 2 == 1 and value.shape[1] > 2:
            found["frame." + DISTANCE] = value[0]
    for node in graph.node:
        if node.op_type not in ("MatMul", "Gemm") or node.input[1] not in tensors:
            continue
        parts = re.fullmatch(r"/(.+)/(?:MatMul|Gemm)(?:_\d+)?", node.name)
        if not parts:
            continue
        place, value = parts[1].replace("/", "."), _turned(node, tensors[node.input[1]])
        if place in roles:
            found[f"role_heads.{place}.weight"] = value
        elif place in qualities:
            found[f"quality_heads.{place}.weight"] = value
        elif place.endswith("self_attn"):
            side = "in_proj_weight" if value.shape[0] == 3 * value.shape[1] else "out_proj.weight"
            found[f"{place}.{side}"] = value
        else:
            found[f"{place}.weight"] = value
    return {_own(name, path.stem): np.asarray(value, dtype=np.float32) for name, value in found.items()}


def _own(name: str, graph: str) -> str:
    """The name in the network of a parameter of a graph, whose frame head is called `frame` in bundles up to en-5."""
    return re.sub(rf"^(?:frame|{graph}|frames\.{graph})\.", f"frames.{graph}.", name)


def _turned(node: onnx.NodeProto, value: NDArray) -> NDArray:
    """A product's matrix as a linear layer keeps it, [out, in]."""
    turned = any(attribute.name == "transB" and attribute.i for attribute in node.attribute)
    return value if turned else value.T


def crf_weights(chains: dict[str, dict], part: str) -> dict[str, Floats]:
    """Learnt transitions of every chain of `config.json`; impossible ones stay 0."""
    found = {}
    for name, chain in chains.items():
        fixed = transitions(tuple(chain["labels"]))
        table = np.array(chain["transitions"], dtype=np.float32)
        found[f"{part}.{name}.learnt"] = np.where(fixed >= -1, table - fixed, 0.0).astype(np.float32)
    return found


def restored(bundle: Path, network: Network) -> tuple[dict[str, Tensor], list[str]]:
    """The network's weights with all that the bundle holds put in, and the names of what it does not hold."""
    config = json.loads((bundle / "config.json").read_text(encoding="utf-8"))
    roles, qualities = tuple(config["frames"]), tuple(config["qualities"])
    found = encoder_weights(bundle / "encoder.onnx") | encoder_weights(bundle / "upper.onnx")
    for name in GRAPHS:
        found |= frame_weights(bundle / name, roles, qualities)
    found |= crf_weights(config["tags"], "tag_crfs") | crf_weights(config["frames"], "role_crfs")
    state = network.state_dict()
    missing = []
    for name, value in state.items():
        if name in found:
            put = widened if name.endswith(DISTANCE) else grown
            state[name] = put(torch.from_numpy(np.array(found[name])), value)
        elif not (name.startswith("encoder.body.embeddings") or name.endswith((".fixed", "position_ids"))):
            missing.append(name)
    return state, missing


def widened(kept: Tensor, fresh: Tensor) -> Tensor:
    """Distances [2 r + 1, width] with the trigger in the middle: those that are kept as far as they reach, beyond that fresh ones."""
    start = (len(fresh) - len(kept)) // 2
    fresh = fresh.clone()
    fresh[start : start + len(kept)] = kept
    return fresh


def grown(kept: Tensor, fresh: Tensor) -> Tensor:
    """`kept` put into the corner of `fresh`, where rows have been added since."""
    if kept.shape != fresh.shape:
        fresh = fresh.clone()
        fresh[tuple(slice(0, size) for size in kept.shape)] = kept
        return fresh
    return kept


def main() -> None:
    """Parse the command line, write RUN/checkpoint.pt and say what begins anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="directory of the pretrained encoder")
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--out", type=Path, required=True, help="directory to write checkpoint.pt into")
    arguments = parser.parse_args()
    state, missing = restored(arguments.bundle, build(Shape(str(arguments.encoder), arguments.layers)))
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save({"network": state, "missing": missing}, arguments.out / "checkpoint.pt")
    print(f"{len(state)} tensors; not in the bundle, so they begin anew: {', '.join(missing) or 'none'}")


if __name__ == "__main__":
    main()
