"""What is in the repository works on any machine: no paths of one, no package hosts, nothing too large to clone."""

from __future__ import annotations

import re

import pytest

from tests.house.files import ROOT, tracked

LARGEST = 100_000_000
MACHINE_PATH = re.compile(rb"(?<![\w.:/~-])/(?:root|wor" + rb"k|home/\w+|Users/\w+)/[\w.-]")
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "registry" + ".npmjs", "deb." + "debian.org", "index" + "-url", "find" + "-links")


def named(path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"open('/wor" + b"k/main/x')", True),
        (b"open('/ro" + b"ot/x')", True),
        (b"/ho" + b"me/someone/x", True),
        (b"https://example.com/home/world/x", False),  # a path on the web
        (b"../shared/data", False),
        (b"work/root", False),
    ],
)
def test_machine_paths_are_seen(text, found):
    """The pattern can fail, and does not on what only looks alike."""
    assert bool(MACHINE_PATH.search(text)) is found


def test_no_machine_paths():
    """Nothing names a directory of the machine it was made on; models and archives neither."""
    assert {named(path): hit[0] for path in tracked() if (hit := MACHINE_PATH.search(path.read_bytes()))} == {}


def test_no_package_hosts():
    """Packages come through the user's own client and its settings."""
    found = {(named(path), host) for path in tracked() for host in HOSTS if host.encode() in path.read_bytes()}
    assert found == set()


def test_no_large_files():
    """Every file can be pushed and cloned anywhere."""
    assert [named(path) for path in tracked() if path.stat().st_size > LARGEST] == []


def test_shared_data_is_not_copied():
    """No file of the repository is a byte for byte copy of the shared data, which may not all be redistributed."""
    import hashlib

    from evaluation.datasets import default_data

    shared = default_data().parent
    if not shared.is_dir():
        pytest.skip("no ../shared beside the checkout and DRAGOMAN_SHARED names none")
    theirs = {hashlib.sha256(path.read_bytes()).digest() for path in shared.rglob("*") if path.is_file() and path.stat().st_size > 200}
    assert [named(path) for path in tracked() if hashlib.sha256(path.read_bytes()).digest() in theirs] == []


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "README.md", "src/dragoman/py.typed", "docs/glossary.md", "docs/decisions.md"])
def test_the_house_has(name):
    """Files that every checkout needs."""
    assert (ROOT / name).is_file()
