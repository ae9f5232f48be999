"""Pictures of the desk's pages, light, dark and on a phone: `python tools/desk_screenshots.py RECORD [--folder DIR]`.

Shows a copy of the record, so that nothing in it changes. Needs the extra [desk], Playwright and Debian's Chromium (`apt-get install
chromium`); another browser is named with the variable CHROMIUM.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, sync_playwright
from screenshots import CHROMIUM, FLAGS

from dragoman import record
from dragoman.desk import acts, ballots, create_app, standing, who
from dragoman.record import searching

SIZES = (("light", 1280, 900, "light"), ("dark", 1280, 900, "dark"), ("phone", 360, 740, "light"))


@contextmanager
def desk(path: Path) -> Iterator[str]:
    """The address of a desk on a copy of the record."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "record.sqlite"
        shutil.copyfile(path, copy)
        bound = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(copy), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def pages(path: Path) -> dict[str, str]:
    """The pages that are shown, by name: those on the article and the speaker of the newest statement, and of the newest deed."""
    with record.open(path) as store:
        said = [hit for hit in searching.search(store, "kind:statement", 200) if who.people(hit.speaker)]
        calls = [one for one in ballots.votes(store) if one.vote.roll_call]
        stands = next(
            ((one, each.target) for hit in said[:40] for one in who.people(hit.speaker) for each in standing.stood(store, one)), None
        )
        acts_found = (acts.act(store, hit.id) for hit in said[:60])
        act = next((one for one in acts_found if len(one.told) > 1), None)
        deeds = [hit for hit in searching.search(store, "kind:event", 200) if who.people(hit.speaker) and who.people(hit.about)]
    found = {"home": "/", "acts": "/acts", "search": "/search?q=kind:statement", "votes": "/votes", "read": "/read"}
    if said:
        found |= {"article": f"/article?key={quote(said[0].article, safe='')}", "entry": f"/entries/{said[0].id}"}
        found["who"] = who.people(said[0].speaker)[0].url
    if deeds:
        one, other = who.people(deeds[0].speaker)[0], who.people(deeds[0].about)[0]
        found["dyad"] = f"/dyad?one={quote(one.key, safe='')}&other={quote(other.key, safe='')}"
    if act:
        found["act"] = f"/acts/{act.subject}"
    if stands:
        found["positions"] = standing.url(*stands)
    if calls:
        found["resolution"] = f"/resolution?symbol={quote(calls[0].vote.roll_call or '', safe='')}"
    return found


def take(browser: Browser, base: str, shown: dict[str, str], folder: Path) -> Iterator[Path]:
    """Each page in each size."""
    for size, width, height, scheme in SIZES:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light")
        tab = context.new_page()
        for name, address in shown.items():
            tab.goto(base + address)
            if name == "article":
                tab.keyboard.press("j")
            path = folder / f"desk-{name}-{size}.png"
            tab.screenshot(path=str(path))
            yield path
        context.close()


def main(given: list[str]) -> Iterator[Path]:
    """Write the pictures; their paths."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("build/desk"))
    chosen = parser.parse_args(given)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with desk(chosen.record) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield from take(browser, base, pages(chosen.record), chosen.folder)
        browser.close()


if __name__ == "__main__":
    for written in main(sys.argv[1:]):
        print(written, flush=True)
