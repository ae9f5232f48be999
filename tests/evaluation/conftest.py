"""Gold, and the two reference scorers that lie beside it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evaluation import datasets

Gold = dict[str, Any]
DATA = datasets.default_data()


@pytest.fixture(scope="session")
def data() -> Path:
    """The shared data, or a skip."""
    if not DATA.is_dir():
        pytest.skip("no ../shared/data beside the checkout and DRAGOMAN_SHARED names none")
    return DATA


@pytest.fixture(scope="session")
def desk_gold(data: Path) -> list[Gold]:
    return datasets.read_jsonl(data / "desk/desk_dev.jsonl")


@pytest.fixture(scope="session")
def varied_gold(data: Path, desk_gold: list[Gold]) -> list[Gold]:
    """The desk dev set, and the train articles that report votes or ties, of which dev has few."""
    train = datasets.read_jsonl(data / "desk/desk_train.jsonl")
    return desk_gold + [gold for gold in train if gold["votes"] or gold["ties"]]


@pytest.fixture(scope="session")
def polnear_gold(data: Path) -> list[Gold]:
    return datasets.read_jsonl(data / "attribution/polnear_dev.jsonl.gz")


@pytest.fixture(scope="session")
def reference(data: Path) -> Callable[[str], ModuleType]:
    """Loads one of the two reference scorers that lie beside the data."""
    directory = data.parent / "desk"

    def loaded(name: str) -> ModuleType:
        sys.path.insert(0, str(directory))
        try:
            spec = importlib.util.spec_from_file_location(name, directory / f"{name}.py")
            assert spec is not None
            assert spec.loader is not None
            module = importlib.util.module_from_spec(spec)
            sys.modules[name] = module
            spec.loader.exec_module(module)
            return module
        finally:
            sys.path.remove(str(directory))

    return loaded
