"""Pictures of the page of a reading, light, dark and on a phone: `python tools/screenshots.py [ARTICLE] [--folder DIR]`.

Needs Playwright and Debian's Chromium (`apt-get install chromium`); another browser is named with the variable CHROMIUM.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from readings import arguments, reading

from dragoman.formats import html

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LARGEST = 300_000
"""Bytes of a picture at most; larger ones do not belong into a repository."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture: its name, the size of the window, the colour scheme, and the script that is run before it is taken."""

    name: str
    width: int
    height: int
    scheme: str
    script: str


SHOW_THIRD = """() => { document.querySelectorAll(".article a.n")[2]?.click(); }"""
SHOW_THIRD_AND_HEAD = """() => { document.querySelectorAll(".article a.n")[2]?.click(); window.scrollTo(0, 0); }"""
NOTHING = "() => {}"

VIEWS = (
    View("page-light", 1280, 860, "light", SHOW_THIRD_AND_HEAD),
    View("page-dark", 1280, 860, "dark", SHOW_THIRD_AND_HEAD),
    View("page-phone", 360, 740, "light", SHOW_THIRD),
    View("page-phone-dark", 360, 740, "dark", NOTHING),
)


def take(page: Path, folder: Path) -> Iterator[Path]:
    """The pictures of the page, one for each view. Raises SystemExit where one grows too large."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for view in VIEWS:
            path = _shoot(browser, page, view, folder)
            if path.stat().st_size > LARGEST:
                raise SystemExit(f"{path}: {path.stat().st_size:,} bytes; at most {LARGEST:,}")
            yield path
        browser.close()


def _shoot(browser: Browser, page: Path, view: View, folder: Path) -> Path:
    scheme = "dark" if view.scheme == "dark" else "light"
    context = browser.new_context(viewport={"width": view.width, "height": view.height}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.evaluate(view.script)
    path = folder / f"{view.name}.png"
    tab.screenshot(path=str(path))
    context.close()
    return path


def main(given: list[str] | None = None) -> list[Path]:
    """Write the pictures and return their paths."""
    chosen = arguments(__doc__ or "", given)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "page.html"
        page.write_text(html.render(reading(chosen.source)), encoding="utf-8")
        return list(take(page, chosen.folder))


if __name__ == "__main__":
    for written in main(sys.argv[1:]):
        print(written)
