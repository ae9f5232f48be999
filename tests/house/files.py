"""The files of the repository, as git sees them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEVER = {".git", ".venv", "build", "dist", "__pycache__"}


@cache
def tracked() -> tuple[Path, ...]:
    """What git tracks or would add; without git, every file outside of what tools leave behind."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode().split("\0")
        found = (ROOT / name for name in names if name)
    else:
        found = (path for path in ROOT.rglob("*") if not NEVER & set(path.relative_to(ROOT).parts))
    return tuple(sorted(path for path in found if path.is_file()))


def documents() -> tuple[Path, ...]:
    """The README and the pages under docs/."""
    return (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
