"""`dragoman doctor` says what is there, and where something is wrong says what to do and ends with status 1."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from dragoman.cli.doctor import Finding, _guarded
from tests.cli.running import ROOT, SHIPPED, run

BUNDLES = ROOT / "src" / "dragoman" / "model" / "bundles"
needs_bundle = pytest.mark.skipif(not any(BUNDLES.glob("*/config.json")), reason="no model bundle is in src/dragoman/model/bundles yet")


@needs_bundle
def test_a_healthy_installation() -> None:
    done = run("doctor", program=SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    assert "✗" not in done.stdout
    for name in ("dragoman", "onnxruntime", "tokenizers", "Python", "cores", "bundle", "a sentence"):
        assert f"✓ {name} " in done.stdout
    assert f"dragoman       {version('dragoman')}" in done.stdout
    assert "said by" in done.stdout


def test_a_bundle_that_is_not_there(tmp_path: Path) -> None:
    done = run("doctor", "--bundle", tmp_path / "none", program=SHIPPED)
    assert done.returncode == 1
    assert "✗ bundle" in done.stdout
    assert "what to do: " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_failure_becomes_a_finding() -> None:
    """A doctor must come to the end whatever is broken."""

    def broken() -> Finding:
        raise RuntimeError("the model\nis broken")

    assert _guarded("model", broken, "mend it") == Finding("model", "the model is broken", "mend it")
