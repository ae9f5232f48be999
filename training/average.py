"""The average of two runs that were learnt from the same weights: `python -m training.average FIRST SECOND --share 0.6 --out RUN`.

Two ways from one place often meet halfway at weights that are better than both (Wortsman et al. 2022, "Model soups"); the frame head
of statements is such an average.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor


def averaged(first: dict[str, Tensor], second: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The weights of both, `share` of the first; what is counted and not learnt is the second's."""
    return {name: share * first[name] + (1 - share) * value if value.dtype.is_floating_point else value for name, value in second.items()}


def main() -> None:
    """Parse the command line and write RUN/checkpoint.pt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path, help="directory of a run")
    parser.add_argument("second", type=Path, help="directory of another")
    parser.add_argument("--share", type=float, default=0.5, help="of the first, between 0 and 1")
    parser.add_argument("--out", type=Path, required=True, help="directory to write checkpoint.pt into")
    arguments = parser.parse_args()
    first, second = (torch.load(run / "checkpoint.pt", weights_only=True)["network"] for run in (arguments.first, arguments.second))
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save({"network": averaged(first, second, arguments.share)}, arguments.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
