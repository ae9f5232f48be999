"""WCAG 2.2 AA as far as a program can tell (axe-core), and that everything can be reached and seen by keyboard alone.

Needs Playwright, Chromium and axe-playwright-python, which carries axe-core; skipped where one is missing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.desk import Access
from dragoman.record import open as open_record
from dragoman.record import reviewing, viewing
from dragoman.record.searching import search
from tests.desk.conftest import served
from tests.record.full import TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
KEY = "https://example.org/count"
LOOKS = [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]


def addresses(record: Path) -> list[str]:
    """Every kind of page, with entries of every kind, decided in every way."""
    with open_record(record) as store:
        first, second = (hit.id for hit in search(store, 'kind:statement "publish the list"'))
        reviewing.judge(store, first, "accept", "Mara")
        reviewing.judge(store, next(hit.id for hit in search(store, "kind:statement act:request")), "reject", "Mara", "misread")
        entries = {hit.kind: hit.id for hit in search(store, "after:2000")}
        actor = next(entry.id for entry in viewing.view(store, KEY).entries if entry.kind == "actor")
    return [
        "/",
        "/?since=2000-01-01",
        "/search",
        "/search?q=list",
        "/search?q=nothingatall",
        f"/article?key={KEY}",
        *(f"/entries/{entry}" for entry in (*entries.values(), actor)),
        "/acts",
        f"/acts/{first}",
        f"/acts/{second}",
        "/states/PAK",
        "/who?name=commission+spokesperson",
        "/who?name=nobody",
        "/positions?of=RUS&on=the+count",
        "/positions?of=FRA&on=DEU",
        "/dyad",
        "/dyad?one=RUS&other=PAK",
        "/votes",
        "/resolution?symbol=A/RES/ES-11/1",
        "/read",
        "/nowhere",
    ]


def complaints(tab: Page) -> list[str]:
    """What axe finds wrong on the page at hand, with the elements."""
    found = axe.Axe().run(tab, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing(browser: Browser, base: str, record: Path, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    tab = context.new_page()
    found = {}
    for address in addresses(record):
        tab.goto(base + address)
        found[address] = complaints(tab)
    tab.goto(f"{base}/article?key={KEY}")
    tab.keyboard.press("j")
    found["the panel"] = complaints(tab)
    tab.keyboard.press("e")
    tab.locator(".panel form.correct").wait_for()
    found["the form in the panel"] = complaints(tab)
    tab.goto(f"{base}/read")
    tab.get_by_label("Text", exact=True).fill(f"{TEXT}\n\n“We will never publish the list,” he said.")
    tab.get_by_role("button", name="Read without keeping").click()
    tab.wait_for_url("**/drafts/*", timeout=60_000)
    found["a draft"] = complaints(tab)
    context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_axe_finds_nothing_at_the_door(browser: Browser, record: Path) -> None:
    """The page that asks for a token, and what it says to a wrong one."""
    with served(record, Access.with_token("x" * 20)) as door:
        tab = browser.new_page()
        tab.goto(door)
        assert complaints(tab) == []
        tab.get_by_label("Name").fill("Mara")
        tab.get_by_label("Token").fill("wrong")
        tab.get_by_role("button", name="Log in").click()
        tab.get_by_role("alert").wait_for()
        assert complaints(tab) == []
        tab.close()


FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  window.reached = window.reached || new Set();
  const again = window.reached.has(at);
  window.reached.add(at);
  return { again, fine: ringed && seen, what: at.outerHTML.slice(0, 160) };
}"""
REACHABLE = """() => Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary"))
  .filter((one) => !one.closest(".panel .slot, .panel .close"))
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !window.reached.has(one))
  .map((one) => one.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", [f"/article?key={KEY}", "/search?q=list", "/read", "/states/PAK"])
def test_everything_is_reached_by_tab(browser: Browser, base: str, address: str, width: int) -> None:
    """Each thing that can be used is reached by the Tab key, lies in the window then, and shows a ring around it.

    What the panel shows of the entry at hand stands in the lists below too, and is reached there.
    """
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(base + address)
    wrong = []
    for _ in range(400):
        tab.keyboard.press("Tab")
        at = tab.evaluate(FOCUSED)
        if at is None or at["again"]:
            break
        wrong += [] if at["fine"] else [at["what"]]
    assert wrong == []
    assert tab.evaluate(REACHABLE) == []
    tab.close()
