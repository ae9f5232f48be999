"""Charts as files: SVG as it is, PNG where the optional renderer is installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.errors import UsageError

ZOOM = 2
"""Pixels of a PNG for each unit of the drawing."""

KINDS = (".svg", ".png")


def chart_path(path: Path) -> Path:
    """`path`, if it names a chart. Raises UsageError where it does not, and where a PNG could not be drawn."""
    if path.suffix.lower() not in KINDS:
        raise UsageError(f"{path}: a chart is an .svg or a .png file; name it so")
    if path.suffix.lower() == ".png":
        _renderer(path)
    return path


def write(path: Path, document: str) -> None:
    """Writes the chart. Raises UsageError where the file cannot be written."""
    data = document.encode()
    if path.suffix.lower() == ".png":
        data = _renderer(path)(svg_string=document, zoom=ZOOM)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def _renderer(path: Path) -> Callable[..., bytes]:
    try:
        import resvg_py
    except ImportError as error:
        raise UsageError(f"{path}: PNG needs resvg: pip install 'dragoman[png]', or name an .svg file") from error
    drawn: Callable[..., bytes] = resvg_py.svg_to_bytes
    return drawn
