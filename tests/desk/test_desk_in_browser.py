"""The whole way in a real browser: paste an article, see the chain, correct the speaker, find it on that one's page, hand it on.

Needs Playwright and Chromium; skipped where they are missing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.record import open as open_record
from dragoman.record import viewing
from tests.record.full import TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("script", [True, False])
def test_the_whole_way(browser: Browser, base: str, record: Path, script: bool) -> None:
    """With script and without it; the browser reports no breach of the policy and asks for nothing but the desk."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: None if request.url.startswith((base, "data:")) else complaints.append(request.url))
    tab.goto(f"{base}/read")
    tab.get_by_label("Text", exact=True).fill(TEXT)
    tab.get_by_label("Title").fill("Pasted here")
    tab.get_by_role("button", name="Read into the record").click()
    tab.wait_for_url("**/article?key=pasted-here", timeout=60_000)
    assert "election commission, as told by foreign ministry" in (tab.locator("#s2 .chain").text_content() or "")
    if script:
        for key in "jjj":
            tab.keyboard.press(key)
        assert tab.locator(".panel .kicker").text_content() == "statement 3 of 5"
        tab.keyboard.press("e")
        tab.locator(".panel form.correct select[name=source]").select_option(label="coastal state")
        tab.locator(".panel form.correct").get_by_role("button").click()
        tab.wait_for_url("**/article?key=pasted-here")
    else:
        tab.locator("#s3").get_by_role("link", name="Correct").click()
        tab.locator("form.correct select[name=source]").select_option(label="coastal state")
        tab.locator("form.correct").get_by_role("button").click()
    with open_record(record) as store:
        row = viewing.history(store)[-1]
        assert (row.article, row.action, row.field, row.who) == ("pasted-here", "correct", "source", "Mara")
    tab.goto(f"{base}/who?name=coastal+state")
    assert tab.locator("main").get_by_text("Pasted here").count() > 0
    with tab.expect_download() as download:
        tab.get_by_role("link", name="JSON").click()
    assert any(hit["article"] == "pasted-here" for hit in json.loads(Path(download.value.path()).read_text(encoding="utf-8")))
    assert complaints == []
    context.close()


def test_reviewing_by_keys(browser: Browser, base: str, record: Path) -> None:
    """Accept goes on to the next, reject takes it out, undo takes the last decision back; each is in the ledger."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(f"{base}/article?key=https://example.org/count")
    tab.keyboard.press("j")
    for key, actions in (("a", ["accept"]), ("x", ["accept", "reject"])):
        with tab.expect_navigation():
            tab.keyboard.press(key)
        with open_record(record) as store:
            assert [row.action for row in viewing.history(store)] == actions
    assert tab.locator("#h-gone").count() == 1
    tab.close()


PAGES = (
    "/",
    "/search",
    "/article?key=https://example.org/count",
    "/who?name=election+commission",
    "/states/PAK",
    "/dyad?one=RUS&other=PAK",
    "/votes",
    "/read",
)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, base: str, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 740})
    for address in PAGES:
        tab.goto(base + address)
        tab.keyboard.press("j")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, address
    tab.close()
